/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.bieumau.dsl.ide.internal.table.TabSeparated;
import org.bieumau.dsl.ide.internal.template.TemplateRows;
import org.bieumau.dsl.ide.internal.template.TemplateRows.Row;
import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.bieumau.dsl.ui.internal.theme.Palette;
import org.bieumau.editor.internal.EditorMessages;
import org.bieumau.editor.internal.template.RowLine.Heading;
import org.bieumau.editor.internal.template.RowLine.New;
import org.bieumau.editor.internal.template.RowLine.Printed;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.TableEditor;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/**
 * Table of the rows that a template prints with its forms. Cells are edited in place, and new rows are typed one after
 * the other.
 */
public final class RowTable {

    static final int ORDINAL = 0;
    static final int TITLE = 1;
    static final int UNIT = 2;
    static final int CODE = 3;
    static final int LEVEL = 4;

    /** Actions of the user in the table. */
    interface Owner {

        /** Called when other lines have been selected. */
        void selected();

        /** Called when what is being typed has changed. */
        void typing();

        void write(String path, String id, String value);

        void add(RowDraft draft);

        /** Called for keys that are not about a cell. */
        void pressed(Event event);

        /** Pastes the rows on the clipboard. */
        void paste();

        /** Returns whether the clipboard has several cells or lines. */
        boolean hasRowsToPaste();
    }

    /** A cell being edited. */
    private record Cell(RowLine line, int column) {}

    private static final List<String> COLUMNS = List.of("ordinal", "title", "measureUnit", "code", "level");
    private static final int[] WIDTHS = {40, 160, 94, 58, 42};

    private final Owner owner;
    private final Table table;
    private final TableEditor place;
    private final RowLines lines = new RowLines();

    private Text field;
    private Cell cell;
    /** Text of the open cell before it was edited. */
    private String opened = "";

    RowTable(Composite parent, Owner owner) {
        this.owner = owner;
        table = new PastingTable(
                parent,
                SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER,
                this::copy,
                owner::paste);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        for (int i = 0; i < WIDTHS.length; i++) {
            var column = new TableColumn(table, i == LEVEL || i == ORDINAL ? SWT.CENTER : SWT.LEFT);
            column.setText(EditorMessages.ALL.text("template.row." + COLUMNS.get(i)));
            column.setWidth(WIDTHS[i]);
        }
        place = new TableEditor(table);
        place.grabHorizontal = true;
        place.horizontalAlignment = SWT.LEFT;
        table.addListener(SWT.Selection, event -> owner.selected());
        table.addListener(SWT.MouseDoubleClick, this::doubleClicked);
        table.addListener(SWT.KeyDown, this::pressed);
        table.addListener(SWT.Resize, event -> fill());
        Names.named(table, EditorMessages.ALL.text("template.rows"));
    }

    /** Returns the table, for tests. */
    public Table table() {
        return table;
    }

    /** Returns the field of the cell being edited, for tests; null if none is. */
    public Text field() {
        return field;
    }

    /** Gives the titles the width that the other columns leave. */
    private void fill() {
        // The last column may have been widened to fill the table.
        table.getColumn(LEVEL).setWidth(WIDTHS[LEVEL]);
        var others = IntStream.range(0, WIDTHS.length)
                .filter(column -> column != TITLE)
                .map(column -> table.getColumn(column).getWidth())
                .sum();
        table.getColumn(TITLE).setWidth(Math.max(WIDTHS[TITLE], table.getClientArea().width - others));
    }

    // Content

    /** Returns whether there is anything to show: lists, or a row that is being typed. */
    boolean isEmpty() {
        return lines.size() == 0;
    }

    /** Shows rows. The selection is kept, and a cell that is being edited stays open. */
    void show(TemplateRows now) {
        var selected = selected();
        var indexes = table.getSelectionIndices();
        lines.show(now);
        fillItems();
        if (!select(selected) && indexes.length > 0 && !isEmpty()) {
            table.setSelection(Arrays.stream(indexes)
                    .map(index -> Math.min(index, lines.size() - 1))
                    .distinct()
                    .toArray());
        }
        reopen();
    }

    private void fillItems() {
        while (table.getItemCount() > lines.size()) {
            table.remove(table.getItemCount() - 1);
        }
        for (int i = 0; i < lines.size(); i++) {
            var item = i < table.getItemCount() ? table.getItem(i) : new TableItem(table, SWT.NONE);
            fill(item, lines.get(i));
        }
    }

    private void fill(TableItem item, RowLine line) {
        var texts = IntStream.range(0, WIDTHS.length)
                .mapToObj(column -> lines.shown(line, column))
                .toArray(String[]::new);
        for (int i = 0; i < texts.length; i++) {
            if (!item.getText(i).equals(texts[i])) {
                item.setText(i, texts[i]);
            }
        }
        var isHeading = line instanceof Heading;
        item.setFont(
                isHeading || line instanceof Printed printed && printed.row().isHeading()
                        ? JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT)
                        : null);
        item.setBackground(isHeading ? Palette.HEADING.colour() : null);
        item.setForeground(
                line.isOwn() ? null : table.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND));
    }

    // Selection

    /** Returns the paths of the selected rows. */
    List<String> selectedPaths() {
        return selectedLines().stream()
                .filter(Printed.class::isInstance)
                .map(line -> ((Printed) line).row().path())
                .toList();
    }

    /** Returns the selected row; empty if none or several lines are selected. */
    Optional<Row> selectedRow() {
        return selectedLines().size() == 1 && selectedLines().getFirst() instanceof Printed printed
                ? Optional.of(printed.row())
                : Optional.empty();
    }

    /** Returns the number of the selected list; empty if its heading is not selected alone. */
    Optional<Integer> selectedList() {
        return selectedLines().size() == 1 && selectedLines().getFirst() instanceof Heading heading
                ? Optional.of(heading.list())
                : Optional.empty();
    }

    private List<RowLine> selectedLines() {
        return Arrays.stream(table.getSelectionIndices())
                .sorted()
                .filter(index -> index < lines.size())
                .mapToObj(lines::get)
                .toList();
    }

    /** Returns keys of the selected lines. */
    private Set<Object> selected() {
        var keys = new HashSet<>();
        selectedLines().forEach(line -> keys.add(line.key()));
        return keys;
    }

    /** Selects lines by their keys and returns whether there is one of them. */
    private boolean select(Set<Object> keys) {
        var found = IntStream.range(0, lines.size())
                .filter(index -> keys.contains(lines.get(index).key()))
                .toArray();
        table.setSelection(found);
        return found.length > 0;
    }

    /** Selects rows by their paths, and scrolls to them. */
    void select(List<String> paths) {
        if (select(new HashSet<Object>(paths))) {
            table.showSelection();
            owner.selected();
        }
    }

    /** Returns the innermost row at an offset in the text. */
    Optional<Row> at(int offset) {
        return lines.at(offset);
    }

    // Typing

    private void doubleClicked(Event event) {
        var item = table.getItem(new Point(event.x, event.y));
        if (item != null) {
            for (int column = 0; column < LEVEL; column++) {
                if (item.getBounds(column).contains(event.x, event.y)) {
                    open(table.indexOf(item), column);
                }
            }
        }
    }

    private void pressed(Event event) {
        if (event.keyCode == SWT.F2) {
            open(table.getSelectionIndex(), TITLE);
        } else if (event.stateMask == 0 && (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR)
                || event.keyCode == SWT.INSERT) {
            begin();
        } else {
            owner.pressed(event);
            return;
        }
        event.doit = false;
    }

    /** Opens a new row below the selected one at its level, or at the end of the selected list. */
    void begin() {
        close();
        var selected = selectedLines();
        begin(
                selected.isEmpty()
                        ? RowDraft.in(lines.rows().lists().size() - 1)
                        : switch (selected.getLast()) {
                            case Heading heading -> RowDraft.in(heading.list());
                            case Printed printed ->
                                RowDraft.after(
                                        printed.row().path(),
                                        printed.list(),
                                        printed.row().level());
                            case New added -> added.draft().next();
                        });
    }

    private void begin(RowDraft next) {
        lines.setDraft(next);
        fillItems();
        open(new New(next), TITLE);
    }

    /** Opens a cell for editing, unless it cannot be edited. */
    void open(int index, int column) {
        if (index >= 0 && index < lines.size()) {
            open(lines.get(index), column);
        }
    }

    private void open(RowLine line, int column) {
        if (line instanceof New added && added.draft() == lines.draft()) {
            keep();
        } else {
            close();
        }
        var index = lines.indexOf(line);
        if (index < 0 || !line.isEditable(column)) {
            return;
        }
        table.setSelection(index);
        table.showSelection();
        owner.selected();
        cell = new Cell(line, column);
        opened = lines.value(line, column);
        field = new PastingText(table, SWT.SINGLE | SWT.BORDER, this::pasteRows);
        field.setText(opened);
        field.selectAll();
        if (line instanceof New && column == TITLE) {
            field.setMessage(EditorMessages.ALL.text("template.row.new"));
        }
        place.minimumWidth = Math.max(60, table.getColumn(column).getWidth() - 2);
        place.setEditor(field, table.getItem(index), column);
        field.addListener(SWT.Modify, event -> owner.typing());
        field.addListener(SWT.Traverse, this::traversed);
        field.addListener(SWT.KeyDown, this::pressedInField);
        field.addListener(SWT.FocusOut, event -> {
            if (!table.isDisposed() && field == event.widget) {
                left();
            }
        });
        field.setFocus();
        owner.typing();
    }

    /** The cell stays open if the window loses the focus, or a command disables the window while it runs. */
    private void left() {
        if (!field.isEnabled() || table.getDisplay().getActiveShell() != table.getShell()) {
            commit();
        } else {
            close();
        }
    }

    private void traversed(Event event) {
        switch (event.detail) {
            case SWT.TRAVERSE_RETURN -> {
                event.doit = false;
                entered();
            }
            case SWT.TRAVERSE_ESCAPE -> {
                event.doit = false;
                cancel();
            }
            case SWT.TRAVERSE_TAB_NEXT -> {
                event.doit = false;
                step(1);
            }
            case SWT.TRAVERSE_TAB_PREVIOUS -> {
                event.doit = false;
                step(-1);
            }
            default -> {}
        }
    }

    private void pressedInField(Event event) {
        if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.ARROW_UP) {
            event.doit = false;
            var column = cell.column();
            open(lines.nextRow(lines.indexOf(cell.line()), event.keyCode == SWT.ARROW_DOWN ? 1 : -1), column);
        }
    }

    /** Pastes several lines or cells as rows and returns whether the clipboard has them. */
    private boolean pasteRows() {
        if (!owner.hasRowsToPaste()) {
            return false;
        }
        close();
        owner.paste();
        return true;
    }

    /** Copies the selected rows for spreadsheets: ordinal, title, unit of measurement, code. */
    private void copy() {
        var copied = new ArrayList<List<String>>();
        for (var line : selectedLines()) {
            if (line instanceof Printed printed) {
                var row = printed.row();
                copied.add(List.of(row.ordinal(), "  ".repeat(row.level()) + row.title(), row.unit(), row.code()));
            }
        }
        if (!copied.isEmpty()) {
            var clipboard = new Clipboard(table.getDisplay());
            clipboard.setContents(
                    new Object[] {TabSeparated.write(copied)}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    /** Ends a cell. A row that was typed, and the last row of the table, are followed by a new one. */
    private void entered() {
        var line = cell.line();
        var isLast = lines.indexOf(line) == lines.size() - 1;
        if (line instanceof New added) {
            next(added.draft());
        } else {
            close();
            table.setFocus();
            if (isLast) {
                begin();
            }
        }
    }

    /** Writes a row that was typed and begins the next one; ends typing if it has no title. */
    private void next(RowDraft typed) {
        close();
        table.setFocus();
        if (typed.isWritten()) {
            begin(typed.next());
        }
    }

    /** Opens the next or previous cell; after the last one a new row. */
    private void step(int by) {
        var line = cell.line();
        for (var column = cell.column() + by; column >= ORDINAL && column < LEVEL; column += by) {
            if (line.isEditable(column)) {
                open(line, column);
                return;
            }
        }
        if (line instanceof New added) {
            if (by > 0) {
                next(added.draft());
            }
            return;
        }
        var row = lines.nextRow(lines.indexOf(line), by);
        if (row >= 0) {
            open(row, by > 0 ? TITLE : lines.get(row).isEditable(CODE) ? CODE : TITLE);
        } else if (by > 0) {
            close();
            begin();
        }
    }

    /** Closes the open cell of the new row, which keeps its value but is not written yet. */
    private void keep() {
        if (cell != null && cell.line() instanceof New added) {
            added.draft().set(cell.column(), field.getText().strip());
        }
        dispose();
        fillItems();
    }

    /** Returns the path, column and value of the open cell if it differs from the text. */
    Optional<Typed> typed() {
        if (field == null || field.isDisposed()) {
            return Optional.empty();
        }
        var value = field.getText().strip();
        return switch (cell.line()) {
            case Printed printed ->
                value.equals(opened)
                        ? Optional.empty()
                        : Optional.of(new Typed(printed.row().path(), COLUMNS.get(cell.column()), value, null));
            case New added
            when added.draft().isWritten() ->
                value.equals(opened) || added.draft().path() == null
                        ? Optional.empty()
                        : Optional.of(new Typed(added.draft().path(), COLUMNS.get(cell.column()), value, null));
            case New added -> {
                added.draft().set(cell.column(), value);
                yield added.draft().value(TITLE).isBlank()
                        ? Optional.empty()
                        : Optional.of(new Typed(null, null, null, added.draft()));
            }
            case Heading heading -> Optional.empty();
        };
    }

    /**
     * What is being typed: a property of a row, or a new row.
     *
     * @param draft the new row; null for a property
     */
    record Typed(String path, String id, String value, RowDraft draft) {}

    /** Writes the open cell, which stays open, so that the user can go on typing. */
    void commit() {
        var typed = typed();
        if (typed.isEmpty()) {
            return;
        }
        if (typed.get().draft() != null) {
            var added = typed.get().draft();
            lines.writeDraft();
            opened = added.value(cell.column());
            fillItems();
            owner.add(added);
        } else {
            opened = typed.get().value();
            lines.write(typed.get().path(), cell.column(), opened);
            fillItems();
            owner.write(typed.get().path(), typed.get().id(), opened);
        }
    }

    /** Writes and closes the open cell. A new row without title is given up. */
    void close() {
        commit();
        dispose();
        giveUp();
    }

    private void cancel() {
        dispose();
        giveUp();
        table.setFocus();
    }

    /** Removes the new row, and selects the line above it. */
    private void giveUp() {
        if (lines.draft() != null) {
            var above = lines.indexOf(new New(lines.draft())) - 1;
            lines.setDraft(null);
            fillItems();
            table.setSelection(Math.max(0, above));
            owner.selected();
        }
    }

    private void dispose() {
        if (field != null) {
            var closed = field;
            field = null;
            cell = null;
            place.setEditor(null);
            closed.dispose();
            owner.typing();
        }
    }

    /** Shows the open cell where its row is now. */
    private void reopen() {
        if (field == null) {
            return;
        }
        var index = lines.withKey(cell.line().key());
        if (index < 0) {
            dispose();
            return;
        }
        var isTyping = !field.getText().strip().equals(opened);
        cell = new Cell(lines.get(index), cell.column());
        var now = lines.value(cell.line(), cell.column());
        if (!isTyping && cell.line() instanceof Printed && !now.equals(opened)) {
            opened = now;
            field.setText(now);
        }
        place.setEditor(field, table.getItem(index), cell.column());
    }
}
