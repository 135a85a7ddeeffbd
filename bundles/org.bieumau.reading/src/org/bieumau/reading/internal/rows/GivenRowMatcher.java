/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.resolved.GivenRows;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.reading.internal.grid.Texts;
import org.bieumau.reading.internal.match.KnownLabels;
import org.bieumau.reading.internal.shape.Ordinal;

/**
 * Finds the printed rows of a form among the rows of a table. A label may occur several times. The search therefore
 * follows the hierarchy: a row is a child of the row found last, or a later sibling of that row or of one of its
 * ancestors.
 */
final class GivenRowMatcher {

    private static final Pattern END = Pattern.compile("[\\s.:;,]+$");

    private final List<GivenRow> rows;
    private final KnownLabels known;
    // The rows are compared by identity, since the value of each has those of the rows above it.
    private final Map<GivenRow, Keys> keys = new IdentityHashMap<>();
    private final Map<GivenRow, Integer> positions = new IdentityHashMap<>();
    /** The keys of the label that was asked for last. */
    private LabelKeys asked = new LabelKeys("", "", "");

    private final Set<String> sections;
    private final Set<GivenRow> found = Collections.newSetFromMap(new IdentityHashMap<>());
    private int last = -1;
    /** Whether a row of the table that is no printed row came after the row found last. */
    private boolean isAfterUnknown;

    /** @param known other labels that the user assigned to rows */
    GivenRowMatcher(GivenRows rows, KnownLabels known) {
        this.known = known;
        this.rows = rows.all();
        for (var row : this.rows) {
            positions.put(row, positions.size());
            keys.put(row, Keys.of(row, known.rows(row.source())));
        }
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
            last = positions.get(each);
            isAfterUnknown = false;
        });
        return row;
    }

    /** Notes that a row of the table is no printed row. What follows may be its children. */
    void passUnknown() {
        isAfterUnknown = true;
    }

    /**
     * Returns the printed rows between which the hierarchy cannot decide, because the row above is not known; empty if
     * {@link #find} decides.
     */
    List<GivenRow> alternatives(String ordinal, String label) {
        if (!isAfterUnknown) {
            return List.of();
        }
        var written = written(ordinal, label);
        var key = ordinalKey(written);
        var alike = alike(label).stream()
                .filter(row -> isOrdinal(row, key) || isPrinted(row, label) || mayHaveOrdinal(row, written))
                .toList();
        return alike.size() > 1 ? alike : List.of();
    }

    /** Returns whether the user decided that a row has no place in the form. */
    boolean isIgnored(String label) {
        return known.isIgnoredRow(label) || known.isIgnoredRow(rest(label));
    }

    /** Returns whether a label is that of a printed row that has not been found yet. */
    boolean isExpected(String label) {
        return next("", label).isPresent();
    }

    private Optional<GivenRow> next(String ordinal, String label) {
        var alike = alike(label);
        if (alike.isEmpty()) {
            return Optional.empty();
        }
        var later = alike.stream().filter(row -> positions.get(row) > last).toList();
        var written = written(ordinal, label);
        var key = ordinalKey(written);
        return nearest(later, row -> isOrdinal(row, key) || isPrinted(row, label))
                .or(() -> nearest(later, row -> mayHaveOrdinal(row, written)))
                .or(() -> alike.stream()
                        .filter(row -> alike.size() == 1
                                && (isOrdinal(row, key)
                                        || isPrinted(row, label)
                                        || mayHaveOrdinal(row, written)
                                        || isUnique(label)))
                        .findFirst());
    }

    /** Returns the rows with a label that were not found before. */
    private List<GivenRow> alike(String label) {
        var alike = new ArrayList<GivenRow>();
        var asked = keys(label);
        for (var row : rows) {
            if (!found.contains(row) && keys.get(row).has(asked)) {
                alike.add(row);
            }
        }
        return alike;
    }

    /** Whether a label is that of one row of the form only, so that the row is known even by another ordinal. */
    private boolean isUnique(String label) {
        return rows.stream().filter(row -> isNamed(row, label)).count() == 1;
    }

    /** Returns the first row that fits, preferably below the row found last. */
    private Optional<GivenRow> nearest(List<GivenRow> later, Predicate<GivenRow> fits) {
        var fitting = later.stream().filter(fits).toList();
        return fitting.stream()
                .filter(this::isBelowLast)
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }

    /**
     * The keys of the names of a row.
     *
     * @param printed those of the names with the ordinal in front
     * @param ordinal key of the ordinal
     */
    private record Keys(Set<String> names, Set<String> printed, String ordinal) {

        boolean has(LabelKeys label) {
            return names.contains(label.key()) || names.contains(label.rest()) || printed.contains(label.key());
        }

        static Keys of(GivenRow row, Set<String> others) {
            var names = Stream.of(Stream.of(row.title()), row.source().getSynonyms().stream(), others.stream())
                    .flatMap(each -> each)
                    .toList();
            return new Keys(
                    names.stream().map(GivenRowMatcher::key).collect(Collectors.toSet()),
                    names.stream()
                            .filter(name -> !row.ordinal().isEmpty())
                            .map(name -> key(row.ordinal() + " " + name))
                            .collect(Collectors.toSet()),
                    ordinalKey(row.ordinal()));
        }
    }

    /** @param rest key of the label without the ordinal or bullet in front */
    private record LabelKeys(String label, String key, String rest) {}

    private LabelKeys keys(String label) {
        if (!asked.label().equals(label)) {
            asked = new LabelKeys(label, key(label), key(rest(label)));
        }
        return asked;
    }

    /** Whether a label has the ordinal of a row in front as it is printed, such as <code>1 Thu</code>. */
    private boolean isPrinted(GivenRow row, String label) {
        return keys.get(row).printed().contains(keys(label).key());
    }

    private boolean isNamed(GivenRow row, String label) {
        var names = keys.get(row).names();
        return names.contains(keys(label).key()) || names.contains(keys(label).rest());
    }

    /** Returns the label without the ordinal or bullet in front. */
    private static String rest(String label) {
        return Ordinal.before(Texts.line(label)).map(Ordinal.Before::rest).orElse(label);
    }

    private static String key(String label) {
        return END.matcher(Texts.line(VietnameseText.nfc(label)).toLowerCase(VietnameseText.LOCALE))
                .replaceAll("");
    }

    /** Returns the ordinal of a row, from its column or in front of its label; empty if it has none. */
    private static String written(String ordinal, String label) {
        return ordinal.isEmpty()
                ? Ordinal.before(Texts.line(label))
                        .map(before -> before.ordinal().text())
                        .orElse("")
                : ordinal;
    }

    /** @param written key of an ordinal */
    private boolean isOrdinal(GivenRow row, String written) {
        return !row.ordinal().isEmpty() && keys.get(row).ordinal().equals(written);
    }

    private static String ordinalKey(String ordinal) {
        return key(ordinal).replace("(", "").replace(")", "");
    }

    /** Whether nothing contradicts that a row has this ordinal. */
    private static boolean mayHaveOrdinal(GivenRow row, String written) {
        return row.ordinal().isEmpty() || written.isEmpty() || row.hasBullet() && isBullet(written);
    }

    private static boolean isBullet(String written) {
        return Ordinal.of(written)
                .filter(each -> each.style() == Ordinal.Style.DASH || each.style() == Ordinal.Style.PLUS)
                .isPresent();
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
