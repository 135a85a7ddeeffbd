/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bieumau.dsl.ide.internal.prose.Piece;
import org.bieumau.dsl.ide.internal.prose.RichProse;
import org.bieumau.dsl.ide.internal.prose.RichProse.Edited;
import org.bieumau.dsl.ide.internal.prose.RichTable;
import org.bieumau.dsl.ui.internal.theme.Palette;
import org.bieumau.editor.internal.prose.TableRows.Place;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.VerifyKeyListener;
import org.eclipse.swt.events.VerifyEvent;
import org.eclipse.swt.widgets.Menu;

/** Edits the cell of a table in a text where it is shown. What is typed is written to the text immediately. */
final class CellEditor implements ProseView.Owner, VerifyKeyListener {

    private final ProseView outer;
    private final ProseView.Owner owner;
    private final TableRows tables;
    private ProseView view;
    private Place place;

    CellEditor(ProseView outer, ProseView.Owner owner, TableRows tables) {
        this.outer = outer;
        this.owner = owner;
        this.tables = tables;
        outer.control().addListener(SWT.MouseDown, event -> {
            if (event.button != 2) {
                tables.at(event.x, event.y).ifPresentOrElse(at -> open(at, true), this::close);
            }
        });
        outer.control().addListener(SWT.Paint, event -> moved());
        outer.control().addListener(SWT.FocusIn, event -> close());
    }

    /** Returns the cell that is edited; empty for none. */
    Optional<Place> place() {
        return Optional.ofNullable(place);
    }

    /** Returns the view of the cell that is edited; empty for none. */
    Optional<ProseView> view() {
        return Optional.ofNullable(view);
    }

    private Optional<RichTable> table() {
        return place == null ? Optional.empty() : RichTable.at(outer.prose(), place.line());
    }

    /** Edits a cell, with the caret at its end or at its beginning. */
    void open(Place at, boolean atEnd) {
        var table = RichTable.at(outer.prose(), at.line());
        if (table.isEmpty() || !outer.control().getEditable()) {
            return;
        }
        var row = table.get().hasHead() && at.line() == table.get().first() + 1 ? at.line() - 1 : at.line();
        place = new Place(row, Math.clamp(at.column(), 0, table.get().columns() - 1));
        if (view == null) {
            view = ProseView.inCell(outer, this);
            view.control().addVerifyKeyListener(this);
            view.control().addListener(SWT.Traverse, event -> event.doit = false);
            view.control().addListener(SWT.Paint, event -> {
                event.gc.setForeground(Palette.FOCUS.colour());
                var area = view.control().getClientArea();
                event.gc.drawRectangle(0, 0, area.width - 1, area.height - 1);
            });
        }
        view.look(
                TableRows.isHead(table.get(), place.line()),
                TableRows.alignment(table.get(), place.line(), place.column()));
        var prose = RichProse.ofCell(content());
        view.show(prose, atEnd ? prose.text().length() : 0);
        reveal();
        view.control().setFocus();
        owner.caretMoved();
    }

    private List<Piece> content() {
        var cells = table().orElseThrow().cells(place.line());
        return place.column() < cells.size() ? cells.get(place.column()) : List.of();
    }

    private void reveal() {
        var top = outer.control().getTopIndex();
        var bounds = tables.bounds(place).orElseThrow();
        if (bounds.y < 0 || place.line() < top) {
            outer.control().setTopIndex(place.line());
        } else if (bounds.y + bounds.height > outer.control().getClientArea().height) {
            outer.control()
                    .setTopPixel(outer.control().getTopPixel()
                            + bounds.y
                            + bounds.height
                            - outer.control().getClientArea().height);
        }
        moved();
    }

    /** Moves the editor to where its cell is now. */
    private void moved() {
        if (view != null && place != null) {
            tables.bounds(place).ifPresent(bounds -> {
                bounds.width++;
                bounds.height++;
                if (!view.control().getBounds().equals(bounds)) {
                    view.control().setBounds(bounds);
                    centre(bounds.height);
                }
            });
        }
    }

    /** Centres the text of a head vertically, as it is drawn. */
    private void centre(int height) {
        var text = view.control();
        var isHead =
                table().filter(table -> TableRows.isHead(table, place.line())).isPresent();
        var spare = height - (text.getLinePixel(text.getLineCount()) - text.getLinePixel(0));
        var top = isHead ? Math.max(TableRows.PADDING, spare / 2) : TableRows.PADDING;
        if (text.getTopMargin() != top) {
            text.setMargins(TableRows.PADDING, top, TableRows.PADDING, 0);
        }
    }

    /** Follows a change of the text that was not made here; closes the editor if its cell is gone. */
    void follow() {
        if (view == null) {
            return;
        }
        if (table().filter(table -> place.column() < table.columns()).isEmpty()) {
            close();
            outer.control().setFocus();
            return;
        }
        var prose = RichProse.ofCell(content());
        if (!prose.lines().equals(view.prose().lines())
                && !prose.text().equals(view.prose().text().strip())) {
            view.show(prose, prose.text().length());
        }
        moved();
    }

    void close() {
        if (view != null) {
            var control = view.control();
            view = null;
            place = null;
            control.dispose();
        }
    }

    /** Ends editing, with the caret in the line above (-1) or below (1) the table. */
    private void leave(int direction) {
        var table = table().orElseThrow();
        var line = direction < 0 ? table.first() - 1 : table.end();
        close();
        outer.control().setFocus();
        if (line < 0 || line == outer.prose().lines().size()) {
            owner.edited(outer.prose().insertLine(Math.max(line, 0)));
        } else {
            outer.control().setSelection(outer.prose().start(line));
            outer.control().showSelection();
        }
    }

    // Typing

    @Override
    public void edited(Edited edited) {
        // A cell has one line.
        var pieces = new ArrayList<Piece>();
        for (var line : edited.prose().lines()) {
            pieces.addAll(pieces.isEmpty() ? List.of() : List.of(Piece.of(" ")));
            line.pieces().forEach(piece -> pieces.addAll(piece.inCell()));
        }
        var prose = table().orElseThrow().withCell(place.line(), place.column(), pieces);
        view.show(RichProse.ofCell(pieces), edited.caret());
        owner.edited(new Edited(prose, prose.start(place.line())));
        reveal();
    }

    @Override
    public void refused() {
        owner.refused();
    }

    @Override
    public void caretMoved() {
        owner.caretMoved();
    }

    @Override
    public void fill(Menu menu) {
        owner.fill(menu);
    }

    @Override
    public void editNote() {
        owner.editNote();
    }

    @Override
    public void verifyKey(VerifyEvent event) {
        var text = view.control();
        var caret = text.getCaretOffset();
        var isPlain = (event.stateMask & SWT.MODIFIER_MASK) == 0 && text.getSelectionCount() == 0;
        Runnable move = switch (event.keyCode) {
            case SWT.TAB -> () -> step((event.stateMask & SWT.SHIFT) == 0 ? 1 : -1, true);
            case SWT.ESC -> () -> leave(1);
            case SWT.CR, SWT.KEYPAD_CR -> () -> row(1);
            case SWT.ARROW_UP -> isPlain && text.getLineAtOffset(caret) == 0 && isOn(0) ? () -> row(-1) : null;
            case SWT.ARROW_DOWN -> isPlain && isOn(text.getCharCount()) ? () -> row(1) : null;
            case SWT.ARROW_LEFT -> isPlain && caret == 0 ? () -> step(-1, false) : null;
            case SWT.ARROW_RIGHT -> isPlain && caret == text.getCharCount() ? () -> step(1, false) : null;
            default -> null;
        };
        if (move != null) {
            event.doit = false;
            move.run();
        }
    }

    /** Returns whether the caret is on the visual line of an offset. */
    private boolean isOn(int offset) {
        var text = view.control();
        return text.getLocationAtOffset(text.getCaretOffset()).y == text.getLocationAtOffset(offset).y;
    }

    /** Goes to the next (1) or previous (-1) cell. Behind the last one, Tab adds a row. */
    private void step(int by, boolean adds) {
        var table = table().orElseThrow();
        var column = place.column() + by;
        if (column >= 0 && column < table.columns()) {
            open(new Place(place.line(), column), true);
            return;
        }
        var line = next(table, by);
        if (line >= table.first() && line < table.end()) {
            open(new Place(line, by > 0 ? 0 : table.columns() - 1), true);
        } else if (by > 0 && adds) {
            var end = table.end();
            change(table.addRow(end), new Place(end, 0));
        } else if (!adds) {
            leave(by);
        }
    }

    /** Goes to the row below (1) or above (-1), or leaves the table. */
    private void row(int by) {
        var table = table().orElseThrow();
        var line = next(table, by);
        if (line >= table.first() && line < table.end()) {
            open(new Place(line, place.column()), true);
        } else {
            leave(by);
        }
    }

    private int next(RichTable table, int by) {
        var line = place.line() + by;
        return line > table.first() && line < table.end() && table.isRule(line) ? line + by : line;
    }

    /** Changes the table and goes on at a cell. */
    void change(RichProse prose, Place next) {
        owner.edited(new Edited(
                prose, prose.start(Math.min(next.line(), prose.lines().size() - 1))));
        if (RichTable.at(prose, next.line()).isPresent()) {
            open(next, true);
        } else {
            close();
            outer.control().setFocus();
        }
    }
}
