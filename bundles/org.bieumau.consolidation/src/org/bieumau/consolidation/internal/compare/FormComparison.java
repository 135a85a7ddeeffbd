/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.compare;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bieumau.consolidation.internal.compare.Change.Kind;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.VietnameseNumbers;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Form;

/** Compares two forms, also of different templates: their columns, their rows and the values in them. */
final class FormComparison {

    private static final double LIKE = 0.6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ResolvedTemplate earlier;
    private final ResolvedTemplate later;
    private final Map<Leaf, Leaf> columns;
    private final List<Change> changes = new ArrayList<>();
    /** The rows of the earlier form that were told. */
    private final Set<FormRow> told = Collections.newSetFromMap(new IdentityHashMap<>());

    private FormComparison(Form earlier, Form later) {
        this.earlier = ResolvedTemplate.of(earlier.getTemplate());
        this.later = ResolvedTemplate.of(later.getTemplate());
        columns = Pairing.of(
                columns(this.earlier),
                columns(this.later),
                column -> List.of(VietnameseText.fold(path(column))),
                (one, other) -> one.type() == other.type()
                        ? Math.max(
                                new Wording(path(one)).alike(new Wording(path(other))),
                                one.name() != null && one.name().equals(other.name()) ? LIKE : 0)
                        : 0,
                LIKE);
    }

    /**
     * Returns the differences: those of the columns first, then those of the rows in the order of the later form.
     *
     * @throws IOException if the rows of a data source cannot be read
     */
    static List<Change> of(Form earlier, Form later) throws IOException {
        var comparison = new FormComparison(earlier, later);
        comparison.tellColumns();
        comparison.tellRows(FormRow.of(earlier, comparison.earlier), FormRow.of(later, comparison.later));
        return comparison.changes;
    }

    private static List<Leaf> columns(ResolvedTemplate template) {
        return template.columns().stream()
                .filter(column -> column.type() != ColumnType.ORDINAL)
                .toList();
    }

    private static String path(Leaf column) {
        return column.title() == null ? "" : column.title();
    }

    private void tellColumns() {
        var group = CompareMessages.ALL.text("compare.columns");
        var found = new HashSet<>(columns.values());
        for (var column : columns(earlier)) {
            var other = columns.get(column);
            if (other == null) {
                changes.add(new Change(
                        Kind.DROPPED, group, path(column), Change.lines(List.of(path(column))), List.of(), ""));
            } else if (!new Wording(path(column)).equalTo(new Wording(path(other)))) {
                changes.add(changed(Kind.RENAMED, group, path(other), path(column), path(other)));
            }
        }
        for (var column : columns(later)) {
            if (!found.contains(column)) {
                changes.add(new Change(
                        Kind.ADDED, group, path(column), List.of(), Change.lines(List.of(path(column))), ""));
            }
        }
    }

    private static Change changed(Kind kind, String group, String place, String before, String after) {
        var one = new Wording(before);
        var other = new Wording(after);
        return new Change(kind, group, place, List.of(one.against(other)), List.of(other.against(one)), "");
    }

    private void tellRows(List<FormRow> before, List<FormRow> after) {
        var pairs = Pairing.of(
                before,
                after,
                row -> List.of(VietnameseText.fold(row.section()), row.key()),
                FormComparison::alike,
                LIKE);
        var origins = new IdentityHashMap<FormRow, FormRow>();
        pairs.forEach((one, other) -> origins.put(other, one));
        var left = new ArrayDeque<>(before);
        for (var row : after) {
            var origin = origins.get(row);
            if (origin == null || !isMoved(origin, row)) {
                tellDropped(left, pairs);
            }
            if (origin == null) {
                changes.add(new Change(
                        Kind.ADDED,
                        row.section(),
                        row.place(),
                        List.of(),
                        Change.lines(List.of(text(row, later))),
                        ""));
                continue;
            }
            told.add(origin);
            tellPair(origin, row);
        }
        told.addAll(pairs.keySet());
        tellDropped(left, pairs);
    }

    private static double alike(FormRow one, FormRow other) {
        if (one.titles().size() != other.titles().size()) {
            return 0;
        }
        var own = new Wording(one.titles().getLast())
                .alike(new Wording(other.titles().getLast()));
        var whole = one.titles().size() == 1 ? own : (3 * own + one.wording().alike(other.wording())) / 4;
        return !one.path().isEmpty() && one.path().equals(other.path()) ? Math.max(whole, LIKE) : whole;
    }

    private static boolean isMoved(FormRow one, FormRow other) {
        return !VietnameseText.fold(one.section()).equals(VietnameseText.fold(other.section()));
    }

    /** Tells the rows that were dropped before the next row with a counterpart that was not told yet. */
    private void tellDropped(Deque<FormRow> left, Map<FormRow, FormRow> pairs) {
        while (!left.isEmpty() && (told.contains(left.peek()) || !pairs.containsKey(left.peek()))) {
            var row = left.remove();
            if (!pairs.containsKey(row)) {
                changes.add(new Change(
                        Kind.DROPPED,
                        row.section(),
                        row.place(),
                        Change.lines(List.of(text(row, earlier))),
                        List.of(),
                        ""));
            }
        }
    }

    /** Returns the title of a row with its values. */
    private static String text(FormRow row, ResolvedTemplate template) {
        var text = new StringBuilder(row.titles().getLast());
        for (var column : template.columns()) {
            var value = row.values().get(column);
            if (value != null && template.titleColumn().filter(column::equals).isEmpty()) {
                text.append("; ").append(path(column)).append(": ").append(FormRow.text(value));
            }
        }
        return text.toString();
    }

    private void tellPair(FormRow one, FormRow other) {
        if (isMoved(one, other)) {
            changes.add(new Change(
                    Kind.MOVED,
                    other.section(),
                    other.place(),
                    Change.lines(List.of(one.place())),
                    Change.lines(List.of(other.place())),
                    one.section()));
        }
        var title = other.titles().getLast();
        if (!new Wording(one.titles().getLast()).equalTo(new Wording(title))) {
            changes.add(changed(
                    Kind.RENAMED, other.section(), other.place(), one.titles().getLast(), title));
        }
        columns.forEach((before, after) -> {
            if (later.titleColumn().filter(after::equals).isEmpty()) {
                tellValue(other, after, one.values().get(before), other.values().get(after));
            }
        });
    }

    private void tellValue(FormRow row, Leaf column, Object before, Object after) {
        var one = before == null ? "" : FormRow.text(before);
        var other = after == null ? "" : FormRow.text(after);
        var isEqual = before instanceof BigDecimal number && after instanceof BigDecimal next
                ? number.compareTo(next) == 0
                : new Wording(one).equalTo(new Wording(other));
        if (isEqual) {
            return;
        }
        var place = row.place() + ": " + path(column);
        if (before instanceof BigDecimal number && after instanceof BigDecimal next) {
            changes.add(new Change(
                    Kind.CHANGED,
                    row.section(),
                    place,
                    Change.lines(List.of(one)),
                    Change.lines(List.of(other)),
                    difference(number, next)));
        } else {
            changes.add(changed(Kind.CHANGED, row.section(), place, one, other));
        }
    }

    /** Returns by how much a number rose or fell, also in percent of the former one. */
    private static String difference(BigDecimal before, BigDecimal after) {
        var difference = after.subtract(before);
        var key = difference.signum() > 0 ? "compare.more" : "compare.less";
        var amount = VietnameseNumbers.format(difference.abs());
        if (before.signum() == 0) {
            return CompareMessages.ALL.text(key, amount);
        }
        var percent = difference.abs().multiply(HUNDRED).divide(before.abs(), 1, RoundingMode.HALF_UP);
        return CompareMessages.ALL.text(
                key + ".percent", amount, VietnameseNumbers.format(percent.stripTrailingZeros()));
    }
}
