/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.prose;

import org.bieumau.dsl.ide.internal.prose.RichProse;
import org.bieumau.dsl.ide.internal.prose.RichProse.Edited;
import org.bieumau.editor.internal.EditorMessages;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** Edits the text of a footnote with its emphasis. */
final class NoteDialog extends Dialog implements ProseView.Owner {

    private static final int WIDTH = 460;
    private static final int HEIGHT = 110;
    private static final int MARGIN = 8;

    private ProseView view;
    private RichProse prose;

    NoteDialog(Shell parent, RichProse prose) {
        super(parent);
        this.prose = prose;
    }

    /** Returns the text; it is blank if the footnote is to be deleted. */
    RichProse prose() {
        return prose;
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(EditorMessages.ALL.text("prose.note.title"));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = (Composite) super.createDialogArea(parent);
        var frame = new Composite(area, SWT.BORDER);
        frame.setLayout(new FillLayout());
        var data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.widthHint = WIDTH;
        data.heightHint = HEIGHT;
        frame.setLayoutData(data);
        view = new ProseView(frame, this, MARGIN);
        view.show(prose, prose.text().length());
        view.control().setFocus();
        return area;
    }

    @Override
    public void edited(Edited edited) {
        prose = edited.prose();
        view.show(prose, edited.caret());
    }

    @Override
    public void refused() {
        getShell().getDisplay().beep();
    }

    @Override
    public void caretMoved() {
        // Nothing depends on the caret.
    }
}
