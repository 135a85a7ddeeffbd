/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decrees of the state that are often cited and no more in force: a table, each row with its source. */
public final class ReplacedDocuments {

    /**
     * What holds in the place of a document.
     *
     * @param since the first day on which the other is in force
     * @param by number and symbol of the other
     */
    public record Replaced(LocalDate since, String by) {}

    private static final Map<String, Replaced> ALL = read();

    private ReplacedDocuments() {}

    /**
     * What holds on a day in the place of a document: since when it holds no more, and what took its place, or the
     * place of that; empty while it holds, and where the table knows of nothing.
     */
    public static Optional<Replaced> on(LocalDate day, String numberAndSymbol) {
        var first = ALL.get(numberAndSymbol);
        if (first == null || day.isBefore(first.since())) {
            return Optional.empty();
        }
        var last = first;
        for (var next = first; next != null && !day.isBefore(next.since()); next = ALL.get(next.by())) {
            last = next;
        }
        return Optional.of(new Replaced(first.since(), last.by()));
    }

    private static Map<String, Replaced> read() {
        try (var in = ReplacedDocuments.class.getResourceAsStream("replaced.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .collect(Collectors.toMap(
                            cells -> cells[0], cells -> new Replaced(LocalDate.parse(cells[1]), cells[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
