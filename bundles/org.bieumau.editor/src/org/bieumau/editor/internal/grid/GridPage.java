/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.bieumau.core.internal.resolved.Origin;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.Problem;
import org.bieumau.dsl.ide.internal.paste.PastedCell;
import org.bieumau.dsl.ide.internal.paste.PastedHtml;
import org.bieumau.dsl.ide.internal.prose.RichProse;
import org.bieumau.dsl.ide.internal.table.FormTable;
import org.bieumau.dsl.ide.internal.table.FormTable.Id;
import org.bieumau.dsl.ide.internal.table.ProseLines;
import org.bieumau.dsl.ide.internal.table.TableCommands;
import org.bieumau.dsl.ide.internal.table.TableCommands.Change;
import org.bieumau.dsl.ide.internal.table.TableDraft;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.editor.internal.Clip;
import org.bieumau.editor.internal.EditorMessages;
import org.bieumau.editor.internal.ModelChanges;
import org.bieumau.editor.internal.ModelPage;
import org.bieumau.editor.spi.EditorPageFactory;
import org.bieumau.editor.spi.PageSite;
import org.bieumau.model.ColumnType;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.menus.IMenuService;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.NonNull;

/** Form page: the rows of a filled form as a table. */
public final class GridPage extends ModelPage<FormTable> implements Grid.Actions {

    public static final String ID = "org.bieumau.editor.grid";

    /** Cells copied last from a table of this class. */
    private static List<List<PastedCell>> copied = List.of();

    private Text find;
    private Composite place;
    private ToolBar tools;
    private Grid grid;

    public static final class Factory implements EditorPageFactory {

        @Override
        public @NonNull Optional<GridPage> create(PageSite site) {
            return Optional.of(new GridPage(site));
        }
    }

    public GridPage(PageSite site) {
        super(site, "grid.form");
    }

    @Override
    protected void fillBar(Composite bar) {
        tools = toolBar(bar);
        tool(tools, SWT.PUSH, "grid.add", this::insert);
        tool(tools, SWT.PUSH, "grid.delete", this::delete);
        tool(tools, SWT.PUSH, "grid.duplicate", this::duplicate);
        tool(tools, SWT.PUSH, "grid.up", () -> move(-1));
        tool(tools, SWT.PUSH, "grid.down", () -> move(1));
        ((GridLayout) bar.getLayout()).numColumns++;
        find = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        find.setMessage(EditorMessages.ALL.text("grid.find"));
        find.setLayoutData(new GridData(180, SWT.DEFAULT));
        find.addListener(SWT.DefaultSelection, event -> findNext(find.getText()));
    }

    @Override
    protected void fillPage(Composite page) {
        place = new Composite(page, SWT.NONE);
        place.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        place.setLayout(new StackLayout());
    }

    // Content

    @Override
    protected List<String> names(XtextResource resource) {
        return FormTable.forms(resource);
    }

    @Override
    protected Optional<FormTable> content(XtextResource resource, String name) {
        return FormTable.of(resource, name);
    }

    @Override
    protected void display(Read<FormTable> read) {
        var broken = read.isBroken();
        var table = read.content();
        if (!broken) {
            show(read.names(), table.map(FormTable::form).orElse(null));
        }
        showBanner(read, "grid.none");
        tools.setEnabled(table.isPresent());
        find.setEnabled(table.isPresent());
        if (broken && grid != null) {
            // Text with syntax errors may lack rows in the model. The table keeps its content and is disabled until the
            // text can be parsed.
            grid.control().setEnabled(false);
            return;
        }
        if (table.isEmpty()) {
            ((StackLayout) place.getLayout()).topControl = null;
            place.layout();
            return;
        }
        if (grid != null
                && grid.data().table().columns().equals(table.get().columns())
                && grid.data().table().groups().equals(table.get().groups())
                && grid.data().table().form().equals(table.get().form())) {
            grid.show(table.get());
        } else {
            if (grid != null) {
                grid.control().dispose();
            }
            grid = new Grid(place, table.get(), this);
            addMenu();
        }
        grid.control().setEnabled(true);
        grid.data().problems(editor.open().problems());
        ((StackLayout) place.getLayout()).topControl = grid.control();
        place.layout();
    }

    /** Adds the context menu of the cells: the commands of this page, then those of others. */
    private void addMenu() {
        var menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(manager -> {
            menu.add(item("grid.add", this::insert));
            menu.add(item("grid.delete", this::delete));
            menu.add(item("grid.duplicate", this::duplicate));
            menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
            PlatformUI.getWorkbench()
                    .getActiveWorkbenchWindow()
                    .getService(IMenuService.class)
                    .populateContributionManager(menu, "popup:" + ID);
        });
        grid.control().setMenu(menu.createContextMenu(grid.control()));
        grid.control().addListener(SWT.Dispose, event -> menu.dispose());
    }

    private Action item(String key, Runnable action) {
        return new Action(EditorMessages.ALL.text(key)) {
            @Override
            public void run() {
                commit();
                action.run();
            }
        };
    }

    @Override
    public void problemsChanged(List<Problem> problems) {
        if (grid != null && !grid.control().isDisposed()) {
            grid.data().problems(editor.open().problems());
            grid.refresh(false);
        }
    }

    @Override
    public void arranged() {
        grid.data().problems(editor.open().problems());
    }

    /** Returns the table, for tests; null if there is no form. */
    public NatTable table() {
        return grid == null ? null : grid.control();
    }

    /** Selects a cell by its indexes among the cells shown. */
    public void select(int column, int row) {
        grid.select(column, row);
    }

    /** Returns where the selected cell was read from; empty if that is not known. */
    public Optional<Origin> selectedOrigin() {
        var selected = grid == null || grid.control().isDisposed() ? null : grid.selected();
        return selected == null
                ? Optional.empty()
                : Optional.of(grid.data().origin(selected.firstColumn(), selected.firstRow()))
                        .filter(Origin::isKnown);
    }

    @Override
    public int selectedOffset() {
        var selected = grid == null || grid.control().isDisposed() ? null : grid.selected();
        if (selected == null || selected.firstRow() >= grid.data().getRowCount()) {
            return -1;
        }
        var row = grid.data().row(selected.firstRow());
        var cell = row.id().isHeading()
                ? -1
                : row.cells().get(selected.firstColumn()).offset();
        return cell >= 0 ? cell : row.offset();
    }

    // Actions of the user

    private interface Command {
        List<TextEdit> of(TableCommands commands) throws RefusedException;
    }

    private void make(Command command) {
        change(edits(command));
    }

    private ModelChanges.Change edits(Command command) {
        var form = grid.data().table().form();
        return resource -> command.of(new TableCommands(resource, form));
    }

    private void write(List<Change> changes) {
        if (!changes.isEmpty()) {
            make(commands -> commands.write(changes));
            draft(TableDraft.written(grid.data().table(), changes));
        }
    }

    @Override
    public void write(Id row, int column, String written) {
        write(List.of(new Change(row, column, written)));
    }

    /** Changes the rows in the text, and at once in the table. */
    private void arrange(Command command, UnaryOperator<FormTable> draft) {
        grid.close();
        make(command);
        draft(draft.apply(grid.data().table()));
        grid.control().setFocus();
    }

    /** Shows the form as it will be when the text has the changes. */
    private void draft(FormTable table) {
        grid.show(table);
        grid.data().problems(editor.open().problems());
    }

    @Override
    public void toggle(int row, int column) {
        var id = grid.data().row(row).id();
        make(commands -> commands.toggle(id, column));
    }

    private List<Change> selectedCells(BiFunction<Integer, Integer, String> value) {
        var changes = new ArrayList<Change>();
        var selected = grid.selected();
        if (selected != null) {
            for (int row = selected.firstRow(); row <= selected.lastRow(); row++) {
                for (int column = selected.firstColumn(); column <= selected.lastColumn(); column++) {
                    if (grid.data().isEditable(column, row)) {
                        changes.add(new Change(grid.data().row(row).id(), column, value.apply(row, column)));
                    }
                }
            }
        }
        return changes;
    }

    @Override
    public void clear() {
        write(selectedCells((row, column) -> ""));
    }

    @Override
    public void fillDown() {
        var selected = grid.selected();
        if (selected != null && selected.lastRow() > selected.firstRow()) {
            write(selectedCells((row, column) -> grid.data().written(column, selected.firstRow())));
        }
    }

    @Override
    public void copy() {
        var selected = grid.selected();
        if (selected == null) {
            return;
        }
        copied = new ArrayList<>();
        for (int row = selected.firstRow(); row <= selected.lastRow(); row++) {
            var cells = new ArrayList<PastedCell>();
            for (int column = selected.firstColumn(); column <= selected.lastColumn(); column++) {
                var line = grid.data().row(row);
                cells.add(
                        line.id().isHeading()
                                ? PastedCell.of(column == selected.firstColumn() ? line.label() : "")
                                : PastedCell.own(
                                        line.cells().get(column).shown(),
                                        line.cells().get(column).written()));
            }
            copied.add(cells);
        }
        var text = PastedCell.tabSeparated(copied);
        var clipboard = new Clipboard(place.getDisplay());
        clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    @Override
    public void paste() {
        var clip = Clip.now(place.getDisplay());
        if (grid.selected() == null) {
            return;
        }
        if (clip.text() != null && clip.text().equals(PastedCell.tabSeparated(copied))) {
            paste(copied);
        } else if (clip.html() != null) {
            paste(cells(clip.html()));
        } else if (clip.text() != null) {
            paste(PastedCell.rows(clip.text()));
        }
    }

    /**
     * Returns the cells of pasted HTML. If it is not a table, all its lines go into one cell if the selected column
     * holds prose; otherwise each line becomes a row.
     */
    private List<List<PastedCell>> cells(String html) {
        return PastedHtml.table(html).orElseGet(() -> {
            var lines = PastedHtml.lines(html);
            return isProse(grid.selected().firstColumn())
                    ? List.of(List.of(PastedCell.of(lines)))
                    : lines.stream()
                            .map(line -> List.of(PastedCell.of(List.of(line))))
                            .toList();
        });
    }

    /** Writes cells row by row, starting at the selected cell. Rows that are missing are added after the last one. */
    public void paste(List<List<PastedCell>> cells) {
        var selected = grid.selected();
        if (selected == null) {
            return;
        }
        var rows = new ArrayList<Id>();
        for (int row = selected.firstRow(); row < grid.data().getRowCount() && rows.size() < cells.size(); row++) {
            if (!grid.data().row(row).id().isHeading()) {
                rows.add(grid.data().row(row).id());
            } else if (!rows.isEmpty()) {
                break;
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        var last = rows.getLast();
        var missing = cells.size() - rows.size();
        if (missing > 0 && !grid.data().table().hasPrintedRows()) {
            arrange(commands -> commands.add(last, missing), table -> TableDraft.added(table, last, missing));
            for (int i = 1; i <= missing; i++) {
                rows.add(new Id(last.section(), last.entry() + i));
            }
        }
        var changes = new ArrayList<Change>();
        for (int i = 0; i < Math.min(rows.size(), cells.size()); i++) {
            var position = grid.data().position(rows.get(i));
            for (int j = 0;
                    j < cells.get(i).size()
                            && selected.firstColumn() + j < grid.data().getColumnCount();
                    j++) {
                if (position < 0
                        ? grid.data()
                                .table()
                                .columns()
                                .get(selected.firstColumn() + j)
                                .isEditable()
                        : grid.data().isEditable(selected.firstColumn() + j, position)) {
                    var cell = cells.get(i).get(j);
                    changes.add(new Change(
                            rows.get(i),
                            selected.firstColumn() + j,
                            isProse(selected.firstColumn() + j) ? cell.prose() : cell.plain()));
                }
            }
        }
        write(changes);
    }

    @Override
    public RichProse rich(String written) {
        return editor.open()
                .readUnlessBusy(resource -> ProseLines.rich(written, resource))
                .orElseGet(() -> ProseLines.rich(written, null));
    }

    private boolean isProse(int column) {
        return grid.data().table().columns().get(column).type() == ColumnType.PROSE;
    }

    /** Adds a row below the selected one, and moves there, so that the user can type at once. */
    @Override
    public void insert() {
        if (grid != null) {
            grid.close();
            var rows = grid.selectedRows();
            var after = rows.isEmpty() ? null : rows.getLast();
            if (grid.data().table().hasPrintedRows()) {
                arrange(commands -> commands.add(after, 1), table -> table);
                return;
            }
            var added = TableDraft.added(grid.data().table(), after, 1);
            var row = after == null ? added.rows().getLast().id() : new Id(after.section(), after.entry() + 1);
            grid.data().expand(row.section());
            arrange(commands -> commands.add(after, 1), table -> added);
            grid.select(Math.max(0, firstEditable()), grid.data().position(row));
        }
    }

    private int firstEditable() {
        var columns = grid.data().table().columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isEditable()) {
                return i;
            }
        }
        return -1;
    }

    private void delete() {
        if (grid != null && !grid.selectedRows().isEmpty()) {
            var rows = grid.selectedRows();
            arrange(commands -> commands.delete(rows), table -> TableDraft.deleted(table, rows));
        }
    }

    private void duplicate() {
        if (grid != null && !grid.selectedRows().isEmpty()) {
            var rows = grid.selectedRows();
            arrange(commands -> commands.copy(rows), table -> TableDraft.copied(table, rows));
        }
    }

    private void move(int by) {
        if (grid != null && grid.selectedRows().size() == 1) {
            var row = grid.selectedRows().getFirst();
            var selected = grid.selected();
            arrange(commands -> commands.move(row, by), table -> TableDraft.moved(table, row, by));
            var to = selected.firstRow() + by;
            if (to >= 0 && to < grid.data().getRowCount()) {
                grid.select(selected.firstColumn(), to);
            }
        }
    }

    private void findNext(String text) {
        if (grid == null || text.isBlank()) {
            return;
        }
        var wantedText = VietnameseText.fold(text);
        var columns = grid.data().getColumnCount();
        var selected = grid.selected();
        var from = selected == null ? 0 : selected.firstRow() * columns + selected.firstColumn() + 1;
        var count = grid.data().getRowCount() * columns;
        for (int i = 0; i < count; i++) {
            var at = (from + i) % count;
            if (VietnameseText.fold(String.valueOf(grid.data().getDataValue(at % columns, at / columns)))
                    .contains(wantedText)) {
                grid.select(at % columns, at / columns);
                return;
            }
        }
    }

    // Typing

    @Override
    public Optional<ModelChanges.Change> typed() {
        return grid == null || grid.control().isDisposed()
                ? Optional.empty()
                : grid.typed().map(written -> edits(commands -> commands.write(List.of(written))));
    }

    @Override
    public void commit() {
        if (grid != null && !grid.control().isDisposed()) {
            grid.commit();
        }
    }

    @Override
    public void setActive(boolean active) {
        super.setActive(active);
        if (active) {
            setFocus();
        } else if (grid != null && !grid.control().isDisposed()) {
            grid.close();
        }
    }

    @Override
    public void setFocus() {
        if (grid != null && !grid.control().isDisposed()) {
            grid.control().setFocus();
        } else {
            super.setFocus();
        }
    }
}
