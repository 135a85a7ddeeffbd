/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decrees that are still often cited but no longer in force: a table, with a source in each row. */
public final class ReplacedDocuments {

    /**
     * The replacement of a document.
     *
     * @param since the first day on which the document is no longer in force
     * @param by number and symbol of the document that replaces it
     */
    public record Replaced(LocalDate since, String by) {}

    private static final Map<String, Replaced> ALL = read();

    private ReplacedDocuments() {}

    /**
     * Returns the document in force on a day in place of another one, following a chain of replacements to its end, and
     * the day since which the other one is no longer in force. Empty if the document is in force on that day or is not
     * in the table.
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
