/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.resolved.GivenRows;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.reading.internal.grid.Texts;
import org.bieumau.reading.internal.shape.Ordinal;

/**
 * Finds the printed rows of a form among the rows of a table. A label may occur several times. The search therefore
 * follows the hierarchy: a row is a child of the row found last, or a later sibling of that row or of one of its
 * ancestors.
 */
final class GivenRowMatcher {

    private final List<GivenRow> rows;
    private final Set<String> sections;
    private final Set<GivenRow> found = new HashSet<>();
    private int last = -1;

    GivenRowMatcher(GivenRows rows) {
        this.rows = rows.all();
        sections = rows.blocks().stream()
                .flatMap(block -> block.section().stream())
                .map(GivenRowMatcher::key)
                .collect(Collectors.toSet());
    }

    /** Returns whether a text is the heading of a section of printed rows. */
    boolean isSection(String text) {
        return sections.contains(key(text));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /**
     * Returns the printed row with an ordinal and a label; empty if there is none that was not found before.
     *
     * @param ordinal text of the ordinal column; empty if there is none
     * @param label text of the row, with an ordinal or bullet in front or without
     */
    Optional<GivenRow> find(String ordinal, String label) {
        var row = next(ordinal, label);
        row.ifPresent(each -> {
            found.add(each);
            last = rows.indexOf(each);
        });
        return row;
    }

    /** Returns whether a label is that of a printed row that has not been found yet. */
    boolean isExpected(String label) {
        return next("", label).isPresent();
    }

    private Optional<GivenRow> next(String ordinal, String label) {
        var alike = new ArrayList<GivenRow>();
        for (var row : rows) {
            if (!found.contains(row) && isNamed(row, label)) {
                alike.add(row);
            }
        }
        return alike.stream()
                .filter(row -> rows.indexOf(row) > last && isBelowLast(row) && hasOrdinal(row, ordinal, label))
                .findFirst()
                .or(() -> alike.stream()
                        .filter(row -> hasOrdinal(row, ordinal, label) && rows.indexOf(row) > last)
                        .findFirst())
                .or(() -> alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty());
    }

    private static boolean isNamed(GivenRow row, String label) {
        return Stream.concat(Stream.of(row.title()), row.source().getSynonyms().stream())
                .anyMatch(title -> Stream.of(title, row.ordinal() + " " + title)
                                .map(GivenRowMatcher::key)
                                .anyMatch(key(label)::equals)
                        || key(title).equals(key(rest(label))));
    }

    /** Returns the label without the ordinal or bullet in front. */
    private static String rest(String label) {
        return Ordinal.before(Texts.line(label)).map(Ordinal.Before::rest).orElse(label);
    }

    private static String key(String label) {
        return Texts.line(VietnameseText.nfc(label))
                .toLowerCase(VietnameseText.LOCALE)
                .replaceAll("[\\s.:;,]+$", "");
    }

    private static boolean hasOrdinal(GivenRow row, String ordinal, String label) {
        var written = ordinal.isEmpty()
                ? Ordinal.before(Texts.line(label))
                        .map(before -> before.ordinal().text())
                        .orElse("")
                : ordinal;
        return row.ordinal().isEmpty()
                || written.isEmpty()
                || key(written).replaceAll("[()]", "").equals(key(row.ordinal()).replaceAll("[()]", ""))
                || row.hasBullet();
    }

    private boolean isBelowLast(GivenRow row) {
        if (last < 0) {
            return true;
        }
        for (Optional<GivenRow> above = Optional.of(rows.get(last));
                above.isPresent();
                above = above.get().parent()) {
            if (row.parent().equals(above) || row.parent().equals(above.get().parent())) {
                return true;
            }
        }
        return false;
    }

    /** Returns the row that was found last; empty before the first one. */
    Optional<GivenRow> last() {
        return last < 0 ? Optional.empty() : Optional.of(rows.get(last));
    }

    /** Returns the printed rows that were not found. */
    List<GivenRow> missing() {
        return rows.stream().filter(row -> !found.contains(row)).toList();
    }
}
