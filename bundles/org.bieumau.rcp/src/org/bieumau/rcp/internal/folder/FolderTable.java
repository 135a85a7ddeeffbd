/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.folder;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bieumau.checking.report.RuleState;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.Tables;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** The table of the files of a folder: sorted by any column, with all files or those that somebody has to look at. */
final class FolderTable {

    private static final int[] WIDTHS = {290, 60, 80, 190, 300};
    private static final int STATE = 4;

    /** The orders of the columns; numbers from large to small. */
    private static final List<Comparator<FolderRow>> ORDERS = List.of(
            Comparator.comparing(FolderRow::name, VietnameseText.order()),
            Comparator.<FolderRow>comparingLong(row -> row.count(RuleState.BREACH))
                    .reversed(),
            Comparator.<FolderRow>comparingLong(row -> row.count(RuleState.WARNING))
                    .reversed(),
            Comparator.comparingLong(FolderRow::mendable).reversed(),
            Comparator.comparing(FolderRow::state).thenComparing(row -> row.texts()[STATE]));

    private final Table table;
    private List<FolderRow> rows = List.of();
    private List<FolderRow> shown = List.of();
    private boolean isFiltered;

    /**
     * @param open opens a file
     * @param selected is told that the selection has changed
     */
    FolderTable(Composite parent, Consumer<FolderRow> open, Runnable selected) {
        table = Tables.create(parent, SWT.MULTI | SWT.VIRTUAL, "folder.files");
        var keys = List.of("file", "breaches", "warnings", "mendable", "state");
        for (int i = 0; i < WIDTHS.length; i++) {
            var column = Tables.column(table, RcpMessages.ALL.text("folder." + keys.get(i)), WIDTHS[i]);
            column.addListener(SWT.Selection, event -> {
                var isSame = table.getSortColumn() == column;
                table.setSortColumn(column);
                table.setSortDirection(isSame && table.getSortDirection() == SWT.UP ? SWT.DOWN : SWT.UP);
                show();
            });
        }
        Tables.growLast(table, WIDTHS[STATE]);
        table.addListener(
                SWT.SetData,
                event -> ((TableItem) event.item).setText(shown.get(event.index).texts()));
        table.addListener(SWT.Selection, event -> selected.run());
        table.addListener(SWT.DefaultSelection, event -> first().ifPresent(open));
    }

    Table control() {
        return table;
    }

    void show(List<FolderRow> all) {
        rows = List.copyOf(all);
        show();
    }

    /** Shows only the files that somebody has to look at, or all of them. */
    void filter(boolean isOnly) {
        isFiltered = isOnly;
        show();
    }

    private void show() {
        var selected = selected().stream().map(FolderRow::number).collect(Collectors.toSet());
        shown = rows.stream()
                .filter(row -> !isFiltered || row.isToBeSeen())
                .sorted(order())
                .toList();
        var top = table.getTopIndex();
        table.setItemCount(shown.size());
        table.clearAll();
        var indexes = IntStream.range(0, shown.size())
                .filter(i -> selected.contains(shown.get(i).number()))
                .toArray();
        if (!Arrays.equals(indexes, table.getSelectionIndices())) {
            // Selecting scrolls to the selection.
            table.setSelection(indexes);
            table.setTopIndex(top);
        }
    }

    private Comparator<FolderRow> order() {
        var column = table.getSortColumn();
        Comparator<FolderRow> order =
                column == null ? Comparator.comparingInt(FolderRow::number) : ORDERS.get(table.indexOf(column));
        return column != null && table.getSortDirection() == SWT.DOWN ? order.reversed() : order;
    }

    List<FolderRow> selected() {
        return IntStream.of(table.getSelectionIndices())
                .filter(i -> i < shown.size())
                .mapToObj(shown::get)
                .toList();
    }

    Optional<FolderRow> first() {
        return selected().stream().findFirst();
    }
}
