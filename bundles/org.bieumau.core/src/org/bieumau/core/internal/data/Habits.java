/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.data;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.form.FormColumn;
import org.bieumau.core.internal.value.CellReader;
import org.bieumau.core.internal.value.DateOrder;
import org.bieumau.core.internal.value.Evidence;
import org.bieumau.core.internal.value.NumberStyle;
import org.bieumau.core.problem.Place;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Severity;

/** Determines how the numbers and dates of each column of a table are written. */
final class Habits {

    private final List<Evidence<NumberStyle>> numbers;
    private final List<Evidence<DateOrder>> dates;

    /** @param columns the columns of the form */
    Habits(List<? extends FormColumn> columns) {
        numbers = columns.stream().map(column -> Evidence.ofNumbers()).toList();
        dates = columns.stream().map(column -> Evidence.ofDates()).toList();
    }

    /** Adds the current row of a table to the evidence. */
    void add(DataTable table, DataColumns matched) throws IOException {
        for (int i = 0; i < table.width(); i++) {
            var column = matched.column(i);
            if (column != null && table.cell(i) instanceof String text) {
                switch (column.type()) {
                    case NUMBER, MONEY -> numbers.get(column.index()).add(text);
                    case DATE -> dates.get(column.index()).add(text);
                    default -> {}
                }
            }
        }
    }

    /** Returns the reader of the cells of a column. */
    CellReader reader(FormColumn column) {
        return new CellReader(
                column.source(), column.type(), decided(numbers, column.index()), decided(dates, column.index()));
    }

    /** Returns the style of a column: its own, or else that of the other columns. */
    private static <W> W decided(List<Evidence<W>> all, int index) {
        var own = all.get(index);
        return own.decided().or(() -> common(all)).orElse(own.usual());
    }

    /** Returns the common style of all columns that show one; empty if they differ. */
    private static <W> Optional<W> common(List<Evidence<W>> all) {
        var shown =
                all.stream().flatMap(each -> each.decided().stream()).distinct().toList();
        return shown.size() == 1 ? Optional.of(shown.getFirst()) : Optional.empty();
    }

    /** Reports a column whose texts can be read in two ways, with the first such text. */
    void report(FormColumn column, Place place, ProblemList problems) {
        if (column.type() == ColumnType.DATE) {
            report(dates, "DATA-DATE-ORDER", column, place, problems);
        } else {
            report(numbers, "DATA-NUMBER-STYLE", column, place, problems);
        }
    }

    private static <W> void report(
            List<Evidence<W>> all, String code, FormColumn column, Place place, ProblemList problems) {
        var own = all.get(column.index());
        if (own.firstOpen() != null && own.decided().isEmpty() && common(all).isEmpty()) {
            problems.add(Severity.WARNING, code, place, column.title(), own.firstOpen());
        }
    }
}
