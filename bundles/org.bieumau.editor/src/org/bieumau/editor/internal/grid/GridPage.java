/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
import org.bieumau.dsl.ui.internal.accessibility.Names;
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
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
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

    /** How long typing must pause before the rows are filtered, in ms. */
    private static final int FILTER_DELAY = 200;

    /** Cells copied last from a table of this class. */
    private static List<List<PastedCell>> copied = List.of();

    private Text find;
    private Composite place;
    private Button filter;
    private ToolBar tools;
    private Grid grid;
    /** Number of rows shown, and what is selected. */
    private Label status;

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
        Names.named(find, EditorMessages.ALL.text("grid.find"));
        find.setMessage(EditorMessages.ALL.text("grid.find"));
        find.setLayoutData(new GridData(180, SWT.DEFAULT));
        find.addListener(SWT.DefaultSelection, event -> findNext(find.getText()));
        find.addListener(SWT.Modify, event -> find.getDisplay().timerExec(FILTER_DELAY, this::filter));
        ((GridLayout) bar.getLayout()).numColumns++;
        filter = new Button(bar, SWT.CHECK);
        filter.setText(EditorMessages.ALL.text("grid.filter"));
        filter.setToolTipText(EditorMessages.ALL.text("grid.filter.tip"));
        filter.addListener(SWT.Selection, event -> filter());
    }

    @Override
    protected void fillPage(Composite page) {
        place = new Composite(page, SWT.NONE);
        place.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        place.setLayout(new StackLayout());
        status = new Label(page, SWT.RIGHT);
        var line = new GridData(SWT.FILL, SWT.CENTER, true, false);
        line.widthHint = 10;
        status.setLayoutData(line);
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
            fillMenu(menu);
            menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
            PlatformUI.getWorkbench()
                    .getActiveWorkbenchWindow()
                    .getService(IMenuService.class)
                    .populateContributionManager(menu, "popup:" + ID);
        });
        grid.control().setMenu(menu.createContextMenu(grid.control()));
        grid.control().addListener(SWT.Dispose, event -> menu.dispose());
    }

    private void fillMenu(MenuManager menu) {
        var section = selectedSection();
        if (section.isPresent()) {
            var isClosed = grid.data().isClosed(section.get().section());
            menu.add(item(
                    isClosed ? "grid.section.open" : "grid.section.close",
                    () -> grid.toggle(section.get().section())));
        }
        if (section.isPresent() && grid.data().table().sections().isAllowed()) {
            menu.add(item("grid.section.rename", this::rename));
            menu.add(item("grid.section.up", () -> move(-1)));
            menu.add(item("grid.section.down", () -> move(1)));
            menu.add(item("grid.section.delete", this::delete));
            menu.add(new Separator());
        }
        menu.add(item("grid.add", this::insert));
        if (grid.data().table().sections().isAllowed()) {
            menu.add(item("grid.section.add", this::addSection));
        }
        if (section.isEmpty()) {
            menu.add(item("grid.delete", this::delete));
            menu.add(item("grid.duplicate", this::duplicate));
            menu.add(item("grid.up", () -> move(-1)));
            menu.add(item("grid.down", () -> move(1)));
        }
        menu.add(new Separator());
        menu.add(item("grid.cut", this::cut));
        menu.add(item("grid.copy", this::copy));
        menu.add(item("grid.paste", this::paste));
        menu.add(item("grid.clear", this::clear));
        menu.add(item("grid.fill", this::fillDown));
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
        selected();
    }

    @Override
    public void selected() {
        if (status.isDisposed() || grid == null || grid.control().isDisposed()) {
            return;
        }
        var sentences = new ArrayList<String>();
        if (grid.data().isFiltered()) {
            var all = grid.data().table().rows().stream()
                    .filter(row -> row.id().isEntry())
                    .count();
            sentences.add(EditorMessages.ALL.text("grid.filtered", grid.data().countShown(), all));
        }
        var selected = grid.selected();
        if (selected != null) {
            SelectionSummary.of(grid.data(), selected).ifPresent(summary -> sentences.add(summary.sentence()));
        }
        status.setText(String.join("   ", sentences));
    }

    /** Shows only the rows that contain the text to find, if the user has asked for it. */
    private void filter() {
        if (grid != null && !grid.control().isDisposed() && !find.isDisposed()) {
            grid.filter(filter.getSelection() ? find.getText() : "");
        }
    }

    /** Shows all rows, so that an empty one is shown, too. */
    private void showAllRows() {
        if (grid.data().isFiltered()) {
            filter.setSelection(false);
            filter();
        }
    }

    @Override
    public boolean reveals(int offset, int length) {
        if (grid == null || grid.control().isDisposed()) {
            return false;
        }
        var section = grid.data().sectionAt(offset);
        if (section >= 0 && grid.data().isClosed(section)) {
            grid.toggle(section);
        }
        var cell = grid.data().cellAt(offset);
        cell.ifPresent(each -> grid.select(each.column(), each.row()));
        return cell.isPresent();
    }

    /** Returns the table, for tests; null if there is no form. */
    public NatTable table() {
        return grid == null ? null : grid.control();
    }

    /** Selects a cell by its indexes among the cells shown. */
    public void select(int column, int row) {
        grid.select(column, row);
    }

    /**
     * Returns the indexes of the first selected cell among the cells shown, as «column:row»; empty if there is none.
     */
    public String selectedCells() {
        var selected = grid == null || grid.control().isDisposed() ? null : grid.selected();
        return selected == null ? "" : selected.firstColumn() + ":" + selected.firstRow();
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

    @Override
    public void mark(int row, int column) {
        write(grid.data().row(row).id(), column, "X");
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
    public void cut() {
        copy();
        clear();
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
            if (grid.data().row(row).id().isEntry()) {
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
        var adds = missing > 0 && !grid.data().table().hasPrintedRows();
        if (adds) {
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
        if (adds) {
            // One change, so that one undo removes all of it.
            arrange(
                    commands -> commands.add(last, missing, changes),
                    table -> TableDraft.written(TableDraft.added(table, last, missing), changes));
        } else {
            write(changes);
        }
        tellMarks(changes);
    }

    /** Tells the user about groups of which more than one column has been marked, although one is allowed. */
    private void tellMarks(List<Change> changes) {
        for (var level : grid.data().table().groups()) {
            for (var group : level) {
                var rows = changes.stream()
                        .filter(change -> group.isExactlyOne()
                                && change.column() >= group.first()
                                && change.column() < group.first() + group.span()
                                && !change.written().isBlank())
                        .collect(Collectors.groupingBy(Change::row, Collectors.counting()))
                        .values()
                        .stream()
                        .filter(marks -> marks > 1)
                        .count();
                if (rows > 0) {
                    editor.showMessage(EditorMessages.ALL.text("grid.marks", rows, group.title()));
                }
            }
        }
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
            showAllRows();
            var rows = grid.selectedRows();
            var selected = rows.isEmpty() ? null : rows.getLast();
            insertAfter(selected != null && selected.isTotal() ? lastOf(selected) : selected);
        }
    }

    /** Returns the last row before a row of totals, or the heading before it; null at the beginning. */
    private Id lastOf(Id total) {
        var rows = grid.data().table().rows();
        Id last = null;
        for (var row : rows) {
            if (row.id().equals(total)) {
                break;
            }
            last = row.id().isTotal() ? last : row.id();
        }
        return last;
    }

    @Override
    public void append() {
        if (!grid.data().table().hasPrintedRows() && !grid.data().isFiltered()) {
            insertAfter(null);
        }
    }

    private void insertAfter(Id after) {
        if (grid.data().table().hasPrintedRows()) {
            arrange(commands -> commands.add(after, 1), table -> table);
            return;
        }
        var added = TableDraft.added(grid.data().table(), after, 1);
        var row = after == null ? last(added) : new Id(after.section(), after.entry() + 1);
        grid.data().expand(row.section());
        arrange(commands -> commands.add(after, 1), table -> added);
        grid.select(Math.max(0, firstEditable()), grid.data().position(row));
    }

    private static Id last(FormTable table) {
        return table.rows().reversed().stream()
                .map(FormTable.Row::id)
                .filter(Id::isEntry)
                .findFirst()
                .orElseThrow();
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
            if (isConfirmed(rows)) {
                arrange(commands -> commands.delete(rows), table -> TableDraft.deleted(table, rows));
            }
        }
    }

    /** Asks before a section is deleted together with rows that are not selected. */
    private boolean isConfirmed(List<Id> deleted) {
        var lost = grid.data().table().rows().stream()
                .filter(row -> row.id().isEntry()
                        && !deleted.contains(row.id())
                        && deleted.contains(new Id(row.id().section(), -1)))
                .count();
        return lost == 0
                || MessageDialog.open(
                                MessageDialog.QUESTION,
                                place.getShell(),
                                EditorMessages.ALL.text("grid.section.delete"),
                                EditorMessages.ALL.text("grid.section.delete.ask", lost),
                                SWT.NONE,
                                EditorMessages.ALL.text("grid.section.delete.yes"),
                                EditorMessages.ALL.text("grid.section.delete.no"))
                        == 0;
    }

    // Sections

    /** Returns the section whose heading is selected. */
    private Optional<Id> selectedSection() {
        return grid.selectedRows().stream().filter(Id::isHeading).findFirst();
    }

    private void addSection() {
        var rows = grid.selectedRows();
        var after = rows.isEmpty() ? Integer.MAX_VALUE - 1 : rows.getLast().section();
        SectionDialog.ask(place.getShell(), grid.data().table(), null)
                .ifPresent(title -> make(commands -> commands.addSection(after, title)));
    }

    @Override
    public void rename() {
        var table = grid.data().table();
        selectedSection()
                .filter(id -> table.sections().isAllowed())
                .ifPresent(id -> SectionDialog.ask(
                                place.getShell(),
                                table,
                                grid.data().row(grid.data().position(id)).label())
                        .ifPresent(title -> make(commands -> commands.renameSection(id.section(), title))));
    }

    private void duplicate() {
        if (grid != null && !grid.selectedRows().isEmpty()) {
            var rows = grid.selectedRows();
            arrange(commands -> commands.copy(rows), table -> TableDraft.copied(table, rows));
        }
    }

    private void move(int by) {
        if (grid == null) {
            return;
        }
        if (selectedSection().isPresent()) {
            var section = selectedSection().get().section();
            make(commands -> commands.moveSection(section, by));
        } else if (grid.selectedRows().size() == 1) {
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
