/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.imports;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.bieumau.core.problem.Problem;
import org.bieumau.dsl.ide.internal.imports.ImportResult;
import org.bieumau.dsl.ide.internal.imports.ImportResult.ReadDocument;
import org.bieumau.dsl.ide.internal.imports.ImportResult.ReadForm;
import org.bieumau.dsl.ide.internal.imports.PrintedLine;
import org.bieumau.dsl.ide.internal.table.FormTable;
import org.bieumau.dsl.ui.internal.theme.Palette;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** Last page: the resulting forms and documents, the leftovers, and the problems to check. */
final class PreviewPage extends ImportPage {

    private Combo form;
    private TabFolder tabs;
    private Table rows;
    private Table left;
    private Table problems;
    /** Fills a row of {@link #rows}. */
    private BiConsumer<TableItem, Integer> filler;

    PreviewPage(ImportWizard wizard) {
        super(wizard, "import.preview");
    }

    @Override
    public void createControl(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        area.setLayout(new GridLayout(2, false));
        label(area, "import.which");
        form = named(new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY), "import.which");
        form.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        form.addListener(SWT.Selection, event -> showForm());
        tabs = new TabFolder(area, SWT.NONE);
        var data = new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1);
        data.heightHint = 280;
        tabs.setLayoutData(data);
        rows = tab("import.rows", SWT.VIRTUAL);
        rows.addListener(SWT.SetData, event -> filler.accept((TableItem) event.item, event.index));
        left = tab("import.left", SWT.NONE);
        column(left, RcpMessages.ALL.text("import.place"), 240);
        column(left, RcpMessages.ALL.text("import.text"), 560);
        problems = tab("import.problems", SWT.NONE);
        column(problems, RcpMessages.ALL.text("import.place"), 200);
        column(problems, RcpMessages.ALL.text("import.problem"), 660);
        setControl(area);
    }

    private Table tab(String key, int style) {
        var holder = new Composite(tabs, SWT.NONE);
        holder.setLayout(new FillLayout());
        var item = new TabItem(tabs, SWT.NONE);
        item.setControl(holder);
        item.setData(key);
        var table = named(new Table(holder, style | SWT.BORDER | SWT.FULL_SELECTION), key + ".name");
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        return table;
    }

    @Override
    protected boolean prepare() {
        return wizard.begin() && wizard.read();
    }

    @Override
    protected void focus() {
        rows.setFocus();
    }

    @Override
    protected void show() {
        var forms = wizard.result().reads();
        var index = form.getSelectionIndex();
        form.setItems(forms.stream()
                .map(each -> RcpMessages.ALL.text(
                        "import.preview.form", each.name(), each.file().getFileName()))
                .toArray(String[]::new));
        form.setEnabled(forms.size() > 1);
        if (!forms.isEmpty()) {
            form.select(Math.clamp(index, 0, forms.size() - 1));
            showForm();
        }
        setPageComplete(!forms.isEmpty());
    }

    private void showForm() {
        var read = wizard.result().reads().get(form.getSelectionIndex());
        switch (read) {
            case ReadForm each -> {
                showRows(each.table());
                title(
                        0,
                        each.table().rows().stream()
                                .filter(row -> !row.id().isHeading())
                                .count());
            }
            case ReadDocument each -> {
                showLines(each.lines());
                tabs.getItem(0).setText(RcpMessages.ALL.text("import.lines"));
            }
        }
        showLeft(read.leftovers());
        showProblems(read.problems());
        title(1, read.leftovers().size());
        title(2, problems.getItemCount());
    }

    private void title(int tab, long count) {
        var item = tabs.getItem(tab);
        item.setText(RcpMessages.ALL.text((String) item.getData(), count));
    }

    private void clearRows() {
        rows.removeAll();
        while (rows.getColumnCount() > 0) {
            rows.getColumn(0).dispose();
        }
    }

    /** Shows a document: each of its parts is named at its first line. */
    private void showLines(List<PrintedLine> lines) {
        clearRows();
        filler = (item, index) -> {
            var line = lines.get(index);
            if (index == 0 || lines.get(index - 1).part() != line.part()) {
                item.setText(
                        0,
                        RcpMessages.ALL.text("import.part." + line.part().name().toLowerCase(Locale.ROOT)));
            }
            item.setText(1, line(line.text()));
        };
        column(rows, RcpMessages.ALL.text("import.part"), 130);
        column(rows, RcpMessages.ALL.text("import.line"), 720);
        rows.setItemCount(lines.size());
        rows.clearAll();
    }

    private void showRows(FormTable table) {
        clearRows();
        filler = (item, index) -> fill(item, table, index);
        for (int i = 0; i < table.columns().size(); i++) {
            var title = title(table, i);
            column(rows, title, width(title, table.columns().get(i))).setToolTipText(title);
        }
        rows.setItemCount(table.rows().size());
        rows.clearAll();
    }

    private static String title(FormTable table, int column) {
        var title = new StringBuilder();
        for (var level : table.groups()) {
            level.stream()
                    .filter(heading -> column >= heading.first() && column < heading.first() + heading.span())
                    .forEach(heading -> title.append(heading.title()).append(" / "));
        }
        return line(title + table.columns().get(column).title());
    }

    /** Returns a width that shows the title, within limits. */
    private int width(String title, FormTable.TableColumn column) {
        var gc = new GC(rows);
        var wanted = gc.textExtent(title).x * 6 / 5 + 16;
        gc.dispose();
        return switch (column.type()) {
            case ORDINAL -> Math.clamp(wanted, 56, 100);
            case TEXT, PROSE -> Math.clamp(wanted, 200, 260);
            default -> Math.clamp(wanted, 110, 220);
        };
    }

    private static void fill(TableItem item, FormTable shown, int index) {
        var row = shown.rows().get(index);
        if (row.id().isHeading()) {
            item.setText(Math.min(1, shown.columns().size() - 1), row.label());
            item.setBackground(Palette.HEADER.colour());
            item.setForeground(Palette.TEXT.colour());
        } else {
            for (int i = 0; i < row.cells().size(); i++) {
                item.setText(i, line(row.cells().get(i).shown()));
            }
        }
    }

    private void showLeft(List<ImportResult.Left> leftovers) {
        left.removeAll();
        for (var each : leftovers) {
            new TableItem(left, SWT.NONE).setText(new String[] {each.place(), line(each.text())});
        }
    }

    private void showProblems(List<Problem> found) {
        problems.removeAll();
        for (var each : found) {
            if (!each.code().startsWith("READ-LEFTOVER")) {
                new TableItem(problems, SWT.NONE)
                        .setText(new String[] {each.place().position(), line(each.message())});
            }
        }
    }
}
