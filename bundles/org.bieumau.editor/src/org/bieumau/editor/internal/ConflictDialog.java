/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/**
 * Shows how a file that another program has changed differs from the unsaved text, and asks which of them is to stay.
 * By default, both do: the text is saved as another file.
 */
final class ConflictDialog extends MessageDialog {

    /** The user's answer. */
    enum Answer {
        /** Save the text as another file. */
        SAVE_AS,
        /** Continue with the text of the file on the disk. */
        TAKE,
        /** Replace the file on the disk. */
        OVERWRITE,
        /** Decide later. */
        LATER
    }

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(ZoneId.systemDefault());
    private static final int HEIGHT = 300;

    private final Path file;
    private final String onDisk;
    private final String edited;

    ConflictDialog(Shell parent, Path file, Instant changed, String onDisk, String edited) {
        super(
                parent,
                EditorMessages.ALL.text("conflict"),
                null,
                EditorMessages.ALL.text("conflict.message", file.getFileName(), TIME.format(changed)),
                WARNING,
                0,
                EditorMessages.ALL.text("conflict.saveAs"),
                EditorMessages.ALL.text("conflict.take"),
                EditorMessages.ALL.text("conflict.overwrite"),
                IDialogConstants.CANCEL_LABEL);
        this.file = file;
        this.onDisk = onDisk;
        this.edited = edited;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected Control createCustomArea(Composite parent) {
        var table = new ChangesTable(
                parent, EditorMessages.ALL.text("conflict.disk"), EditorMessages.ALL.text("conflict.edited"));
        var data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = HEIGHT;
        table.setLayoutData(data);
        table.compare(file, onDisk, edited);
        return table;
    }

    /** Otherwise the table has the focus, and Enter does nothing. */
    @Override
    public void create() {
        super.create();
        getButton(0).setFocus();
    }

    /** Opens the dialogue and returns the answer. */
    Answer ask() {
        var index = open();
        return index >= 0 && index < Answer.values().length ? Answer.values()[index] : Answer.LATER;
    }
}
