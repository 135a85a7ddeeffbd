/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bieumau.consolidation.internal.message.ConsolidationMessages;
import org.bieumau.consolidation.internal.plan.CampaignPlan;
import org.bieumau.consolidation.internal.read.Values;
import org.bieumau.consolidation.internal.record.Datum;
import org.bieumau.consolidation.internal.record.ReturnContent;
import org.bieumau.consolidation.internal.record.ReturnRow;
import org.bieumau.consolidation.internal.status.Difference;
import org.bieumau.consolidation.internal.unit.Unit;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.Severity;
import org.bieumau.model.UnitDecision;

/** Applies the decisions of the campaign about single values (<i>giữ</i>, <i>chấp nhận</i>). */
final class ValueDecisions {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d{3})*");

    private final CampaignPlan plan;
    private final List<UnitDecision> decisions;

    ValueDecisions(CampaignPlan plan) {
        this.plan = plan;
        decisions = plan.decisions().stream()
                .filter(each -> each.getColumn() != null && !each.getColumn().eIsProxy())
                .toList();
    }

    boolean any() {
        return !decisions.isEmpty();
    }

    boolean concern(Unit unit) {
        return decisions.stream().anyMatch(each -> plan.isAbout(each, unit));
    }

    /**
     * Returns the rows of a return with the values that the campaign decided.
     *
     * @param told receives decisions that do not apply
     */
    List<ReturnRow> apply(Unit unit, String file, ReturnContent content, List<Difference> told) {
        var rows = new ArrayList<>(content.rows());
        for (var decision : decisions) {
            if (decision.getValue() == null || !plan.isAbout(decision, unit)) {
                continue;
            }
            var column = column(decision);
            var value = Values.datum(decision.getValue());
            var found = rows(decision, rows);
            if (found.isEmpty() && decision.getIndicator() != null && value.isPresent()) {
                plan.template().givenRows().row(decision.getIndicator()).ifPresent(row -> {
                    rows.add(new ReturnRow("", row.path(), "", row.title(), -1, 0, new LinkedHashMap<>()));
                    found.add(rows.size() - 1);
                });
            }
            if (found.size() != 1 || column.isEmpty()) {
                told.add(unused(unit, file, decision));
                continue;
            }
            var row = rows.get(found.getFirst());
            var cells = new LinkedHashMap<>(row.cells());
            var before = value.isPresent() ? cells.put(column, value.get()) : cells.remove(column);
            if (value.isPresent() && value.get().equals(before)) {
                told.add(unused(unit, file, decision));
            }
            rows.set(found.getFirst(), row.withCells(cells));
        }
        return rows;
    }

    private String column(UnitDecision decision) {
        return plan.template()
                .column(decision.getColumn())
                .map(leaf -> leaf.name())
                .orElse("");
    }

    private List<Integer> rows(UnitDecision decision, List<ReturnRow> rows) {
        var path = decision.getIndicator() == null
                ? ""
                : plan.template()
                        .givenRows()
                        .row(decision.getIndicator())
                        .map(GivenRow::path)
                        .orElse("");
        var title = decision.getTitle() == null ? "" : VietnameseText.fold(decision.getTitle());
        return new ArrayList<>(IntStream.range(0, rows.size())
                .filter(i -> decision.getIndicator() != null
                        ? !path.isEmpty() && rows.get(i).given().equals(path)
                        : !title.isEmpty()
                                ? VietnameseText.fold(rows.get(i).title()).equals(title)
                                : decision.getRow() == i + 1)
                .boxed()
                .toList());
    }

    /**
     * Marks what the campaign decided, and adds decisions that decide nothing.
     *
     * @param contentRows the rows of a unit's return, for decisions that name a row
     */
    List<Difference> mark(Unit unit, String file, List<ReturnRow> contentRows, List<Difference> found) {
        var marked = new ArrayList<Difference>(found);
        for (var decision : decisions) {
            if (!plan.isAbout(decision, unit)) {
                continue;
            }
            Set<Integer> rows = new HashSet<>(rows(decision, contentRows));
            var column = column(decision);
            var how = how(decision);
            var used = false;
            for (int i = 0; i < marked.size(); i++) {
                var each = marked.get(i);
                if (each.unit() == unit.index() && isAbout(each, rows, column)) {
                    marked.set(i, each.decided(how));
                    used = true;
                }
            }
            settleMissing(decision, unit, how, marked);
            if (!used && decision.isAccepted()) {
                marked.add(unused(unit, file, decision));
            }
        }
        return marked;
    }

    /**
     * A printed row that the reader did not find has no cell. A value that is decided for it settles that it is
     * missing, and the one row that was not read and has this value.
     */
    private void settleMissing(UnitDecision decision, Unit unit, String how, List<Difference> marked) {
        var value = Optional.ofNullable(decision.getValue()).flatMap(Values::datum);
        var row = Optional.ofNullable(decision.getIndicator())
                .flatMap(plan.template().givenRows()::row);
        if (value.isEmpty() || row.isEmpty()) {
            return;
        }
        var name = "«" + String.join(" / ", row.get().titles()) + "»";
        var missing = open(marked, unit, "READ-ROW-MISSING", name);
        if (missing.isEmpty()) {
            return;
        }
        var unread = new ArrayList<>(open(marked, unit, "READ-ROW-UNKNOWN", ""));
        unread.addAll(open(marked, unit, "READ-ROW-ALIKE", name));
        unread.removeIf(
                i -> !numbers(marked.get(i).message()).contains(value.get().text()));
        missing.forEach(i -> marked.set(i, marked.get(i).decided(how)));
        if (unread.size() == 1) {
            marked.set(unread.getFirst(), marked.get(unread.getFirst()).decided(how));
        }
    }

    /** Returns the indexes of open differences of a code whose message contains a text. */
    private static List<Integer> open(List<Difference> differences, Unit unit, String code, String text) {
        return IntStream.range(0, differences.size())
                .filter(i -> {
                    var each = differences.get(i);
                    return each.isOpen()
                            && each.unit() == unit.index()
                            && each.code().equals(code)
                            && each.message().contains(text);
                })
                .boxed()
                .toList();
    }

    /** Returns the numbers in the text of a row, without separators of thousands. */
    private static Set<String> numbers(String message) {
        return NUMBER.matcher(message)
                .region(Math.max(0, message.indexOf('«')), message.length())
                .results()
                .map(match -> match.group().replace(".", ""))
                .collect(Collectors.toSet());
    }

    /** A rule of the whole form has no cell, so that it is decided by a decision about any cell of the return. */
    private static boolean isAbout(Difference difference, Set<Integer> rows, String column) {
        if (difference.row() < 0) {
            return difference.code().equals("FORM-RULE");
        }
        return rows.contains(difference.row())
                && (difference.column().isEmpty() || difference.column().equals(column));
    }

    private static String how(UnitDecision decision) {
        var value = decision.getValue() == null
                ? ConsolidationMessages.ALL.text("decision.accepted")
                : ConsolidationMessages.ALL.text(
                        "decision.kept",
                        Values.datum(decision.getValue()).map(Datum::text).orElse(""));
        return decision.getReason() == null ? value : value + " (" + decision.getReason() + ")";
    }

    private Difference unused(Unit unit, String file, UnitDecision decision) {
        var row = decision.getIndicator() != null
                ? plan.template()
                        .givenRows()
                        .row(decision.getIndicator())
                        .map(GivenRow::path)
                        .orElse("")
                : decision.getTitle() != null ? decision.getTitle() : Integer.toString(decision.getRow());
        return Difference.of(
                "CONS-DECISION-UNUSED",
                Severity.WARNING,
                ConsolidationMessages.ALL.text(
                        "CONS-DECISION-UNUSED",
                        unit.key() + ", " + row + ", " + decision.getColumn().getName()),
                unit.index(),
                file);
    }
}
