/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.grid;

import org.bieumau.dsl.ide.internal.prose.RichProse.Edited;
import org.bieumau.dsl.ui.internal.theme.Palette;
import org.bieumau.editor.internal.prose.ProseView;
import org.eclipse.nebula.widgets.nattable.edit.editor.AbstractCellEditor;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer.MoveDirectionEnum;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.VerifyKeyListener;
import org.eclipse.swt.events.VerifyEvent;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Edits a cell of several paragraphs with emphasis, as the Text page does. Ctrl+Enter commits, Escape cancels. */
final class ProseCellEditor extends AbstractCellEditor implements ProseView.Owner, VerifyKeyListener {

    private static final int WIDTH = 340;
    private static final int HEIGHT = 150;
    private static final int MARGIN = 5;

    private final Grid.Actions actions;
    private ProseView view;
    private String before = "";
    private boolean isEdited;

    ProseCellEditor(Grid.Actions actions) {
        this.actions = actions;
    }

    @Override
    protected Control activateCell(Composite parent, Object value) {
        createEditorControl(parent);
        if (value instanceof Character letter) {
            // Typing on a selected cell replaces its content.
            setEditorValue("");
            view.prose().replace(0, 0, letter.toString()).ifPresent(this::edited);
        } else {
            setCanonicalValue(value);
        }
        view.control().setFocus();
        return view.control();
    }

    @Override
    public Control createEditorControl(Composite parent) {
        view = new ProseView(parent, this, MARGIN);
        view.control().addVerifyKeyListener(this);
        view.control().addListener(SWT.Paint, event -> {
            event.gc.setForeground(Palette.FOCUS.colour());
            var area = view.control().getClientArea();
            event.gc.drawRectangle(0, 0, area.width - 1, area.height - 1);
        });
        return view.control();
    }

    @Override
    public Control getEditorControl() {
        return view.control();
    }

    @Override
    public Object getEditorValue() {
        return isEdited ? view.prose().inside() : before;
    }

    @Override
    public void setEditorValue(Object value) {
        before = value == null ? "" : value.toString();
        isEdited = false;
        var prose = actions.rich(before);
        view.show(prose, prose.text().length());
    }

    @Override
    public void edited(Edited edited) {
        isEdited = true;
        view.show(edited.prose(), edited.caret());
        actions.typing();
    }

    @Override
    public void refused() {
        view.control().getDisplay().beep();
    }

    @Override
    public void caretMoved() {
        // Nothing depends on the caret.
    }

    @Override
    public void verifyKey(VerifyEvent event) {
        var isEnd = event.keyCode == SWT.ESC
                || event.keyCode == SWT.TAB
                || (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) && (event.stateMask & SWT.MOD1) != 0;
        if (!isEnd) {
            return;
        }
        event.doit = false;
        switch (event.keyCode) {
            case SWT.ESC -> close();
            case SWT.TAB ->
                commit((event.stateMask & SWT.SHIFT) != 0 ? MoveDirectionEnum.LEFT : MoveDirectionEnum.RIGHT);
            default -> commit(MoveDirectionEnum.NONE);
        }
    }

    /** Enlarges the bounds so that there is room to write, but stays within the table. */
    @Override
    public Rectangle calculateControlBounds(Rectangle cell) {
        var area = parent.getClientArea();
        var width = Math.min(Math.max(cell.width, WIDTH), area.width);
        var height = Math.min(Math.max(cell.height, HEIGHT), area.height);
        return new Rectangle(
                Math.max(0, Math.min(cell.x, area.x + area.width - width)),
                Math.max(0, Math.min(cell.y, area.y + area.height - height)),
                width,
                height);
    }
}
