/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.bieumau.editor.internal.ChangesTable;
import org.bieumau.editor.internal.EditorMessages;
import org.bieumau.editor.internal.recovery.RecoveryCopy.Since;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.statushandlers.StatusManager;

/**
 * Offers the unsaved texts of a crashed session. It says for each whether its file has been changed since, and shows
 * the differences. Texts that the user neither restores nor discards are offered again at the next start.
 */
final class RecoveryDialog extends Dialog {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(ZoneId.systemDefault());
    private static final int WIDTH = 760;

    private final List<RecoveryCopy> copies;
    private Table table;
    /** The path of the selected file. */
    private Label place;

    private ChangesTable changes;

    RecoveryDialog(Shell parent, List<RecoveryCopy> copies) {
        super(parent);
        this.copies = copies;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(EditorMessages.ALL.text("recovery"));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = (Composite) super.createDialogArea(parent);
        var message = new Label(area, SWT.WRAP);
        message.setText(EditorMessages.ALL.text("recovery.message"));
        var width = new GridData(SWT.FILL, SWT.TOP, true, false);
        width.widthHint = WIDTH;
        message.setLayoutData(width);
        table = new Table(area, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION);
        Names.named(table, EditorMessages.ALL.text("recovery.file"));
        table.setHeaderVisible(true);
        var height = new GridData(SWT.FILL, SWT.TOP, true, false);
        height.heightHint = 120;
        table.setLayoutData(height);
        column("recovery.file", 220);
        column("recovery.typed", 140);
        column("recovery.since", 400);
        copies.forEach(this::row);
        table.addListener(SWT.Selection, event -> compare());
        place = new Label(area, SWT.WRAP);
        place.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        changes = new ChangesTable(
                area, EditorMessages.ALL.text("conflict.disk"), EditorMessages.ALL.text("recovery.copy"));
        var rest = new GridData(SWT.FILL, SWT.FILL, true, true);
        rest.heightHint = 270;
        changes.setLayoutData(rest);
        table.select(0);
        compare();
        return area;
    }

    private void column(String key, int width) {
        var column = new TableColumn(table, SWT.NONE);
        column.setText(EditorMessages.ALL.text(key));
        column.setWidth(width);
    }

    private void row(RecoveryCopy copy) {
        var item = new TableItem(table, SWT.NONE);
        item.setData(copy);
        try {
            var since = copy.since();
            item.setChecked(since != Since.CHANGED);
            item.setText(new String[] {name(copy), TIME.format(copy.typed().toInstant()), state(copy, since)});
        } catch (IOException e) {
            item.setText(new String[] {name(copy), "", String.valueOf(e.getMessage())});
        }
    }

    /** Returns the name of a file with its folder. */
    private static String name(RecoveryCopy copy) {
        var folder = copy.file().getParent();
        return folder == null || folder.getFileName() == null
                ? copy.file().toString()
                : folder.getFileName() + "/" + copy.file().getFileName();
    }

    private static String state(RecoveryCopy copy, Since since) throws IOException {
        return switch (since) {
            case SAME -> EditorMessages.ALL.text("recovery.same");
            case GONE -> EditorMessages.ALL.text("recovery.gone");
            case CHANGED -> {
                FileTime changed = Files.getLastModifiedTime(copy.file());
                var key = changed.compareTo(copy.typed()) > 0 ? "recovery.newer" : "recovery.older";
                yield EditorMessages.ALL.text(key, TIME.format(changed.toInstant()));
            }
        };
    }

    /** Shows how the selected text differs from its file. */
    private void compare() {
        var selected = table.getSelection();
        if (selected.length > 0) {
            var copy = (RecoveryCopy) selected[0].getData();
            place.setText(EditorMessages.ALL.text("recovery.place", copy.file()));
            try {
                changes.compare(copy.file(), copy.fileText(), copy.text());
            } catch (IOException e) {
                place.setText(String.valueOf(e.getMessage()));
            }
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, EditorMessages.ALL.text("recovery.restore"), true);
        createButton(parent, IDialogConstants.STOP_ID, EditorMessages.ALL.text("recovery.discard"), false);
        createButton(parent, IDialogConstants.CANCEL_ID, EditorMessages.ALL.text("recovery.later"), false);
    }

    @Override
    protected void buttonPressed(int id) {
        var checked = Stream.of(table.getItems())
                .filter(TableItem::getChecked)
                .map(item -> (RecoveryCopy) item.getData())
                .toList();
        if (id != IDialogConstants.STOP_ID) {
            super.buttonPressed(id);
            if (id == IDialogConstants.OK_ID) {
                checked.forEach(RecoveryDialog::restore);
            }
        } else if (MessageDialog.openQuestion(
                getShell(),
                EditorMessages.ALL.text("recovery"),
                EditorMessages.ALL.text("recovery.discard.sure", checked.size()))) {
            super.buttonPressed(IDialogConstants.CANCEL_ID);
            checked.forEach(RecoveryDialog::discard);
        }
    }

    private static void restore(RecoveryCopy copy) {
        try {
            Restoring.restore(copy);
        } catch (IOException | CoreException e) {
            report(copy, e);
        }
    }

    private static void discard(RecoveryCopy copy) {
        try {
            copy.delete();
        } catch (IOException e) {
            report(copy, e);
        }
    }

    private static void report(RecoveryCopy copy, Exception e) {
        var message = EditorMessages.ALL.text("recovery.failed", copy.file(), String.valueOf(e.getMessage()));
        StatusManager.getManager().handle(Status.error(message, e), StatusManager.SHOW | StatusManager.LOG);
    }
}
