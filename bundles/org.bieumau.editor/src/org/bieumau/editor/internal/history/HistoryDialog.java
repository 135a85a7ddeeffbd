/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.ui.internal.document.DocumentEdits;
import org.bieumau.dsl.ui.internal.document.LocalHistory;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.ChangesTable;
import org.bieumau.editor.internal.EditorMessages;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/**
 * Lists the earlier versions of a file, and shows how the edited text differs from the selected one. Restoring a
 * version is an edit of the text, which can be undone.
 */
final class HistoryDialog extends Dialog {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy").withZone(ZoneId.systemDefault());
    private static final int OTHER = IDialogConstants.CLIENT_ID;
    private static final int LIST_WIDTH = 210;
    private static final int WIDTH = 760;
    private static final int HEIGHT = 330;

    /** A version to compare with. */
    private record Version(String title, String text) {}

    private final BieuEditor editor;
    private final Path file;
    private final List<Version> versions = new ArrayList<>();
    private Label message;
    private Table list;
    private ChangesTable changes;

    HistoryDialog(Shell parent, BieuEditor editor) {
        super(parent);
        this.editor = editor;
        this.file = editor.open().path();
        setShellStyle(getShellStyle() | SWT.RESIZE);
        setBlockOnOpen(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(EditorMessages.ALL.text("history", file.getFileName()));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = (Composite) super.createDialogArea(parent);
        ((GridLayout) area.getLayout()).numColumns = 2;
        message = new Label(area, SWT.WRAP);
        message.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
        message.setText(EditorMessages.ALL.text("history.reading"));
        list = new Table(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        var left = new GridData(SWT.FILL, SWT.FILL, false, true);
        left.widthHint = LIST_WIDTH;
        list.setLayoutData(left);
        list.addListener(SWT.Selection, event -> compare());
        changes = new ChangesTable(
                area, EditorMessages.ALL.text("history.earlier"), EditorMessages.ALL.text("conflict.edited"));
        var right = new GridData(SWT.FILL, SWT.FILL, true, true);
        right.widthHint = WIDTH;
        right.heightHint = HEIGHT;
        changes.setLayoutData(right);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, OTHER, EditorMessages.ALL.text("history.other"), false);
        createButton(parent, IDialogConstants.OK_ID, EditorMessages.ALL.text("history.restore"), false);
        createButton(parent, IDialogConstants.CANCEL_ID, EditorMessages.ALL.text("history.close"), true);
    }

    @Override
    public void create() {
        super.create();
        getButton(OK).setEnabled(false);
        var display = getShell().getDisplay();
        var isDirty = editor.isDirty();
        ICoreRunnable read = monitor -> {
            var found = read(isDirty);
            display.asyncExec(() -> {
                if (getShell() != null && !getShell().isDisposed()) {
                    found.forEach(this::add);
                    message.setText(EditorMessages.ALL.text(found.isEmpty() ? "history.none" : "history.message"));
                    select(0);
                }
            });
        };
        Job.create(EditorMessages.ALL.text("history.reading"), read).schedule();
    }

    /** Returns the file on the disk if the text is not saved, and the versions that the workspace has kept. */
    private List<Version> read(boolean isDirty) throws CoreException {
        var found = new ArrayList<Version>();
        try {
            if (isDirty && Files.exists(file)) {
                var time = TIME.format(Files.getLastModifiedTime(file).toInstant());
                found.add(new Version(EditorMessages.ALL.text("history.disk", time), text(file)));
            }
            for (var version : LocalHistory.of(file)) {
                found.add(new Version(TIME.format(version.time()), version.text()));
            }
        } catch (IOException e) {
            throw new CoreException(Status.error(e.getMessage(), e));
        }
        return found;
    }

    private static String text(Path file) throws IOException {
        var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void add(Version version) {
        versions.add(version);
        new TableItem(list, SWT.NONE).setText(version.title());
    }

    private void select(int index) {
        list.select(index);
        list.showSelection();
        compare();
    }

    private void compare() {
        var index = list.getSelectionIndex();
        getButton(OK).setEnabled(index >= 0);
        if (index >= 0) {
            changes.compare(file, versions.get(index).text(), editor.document().get());
        }
    }

    private void chooseOther() {
        var dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setFilterExtensions(new String[] {"*.bieu"});
        dialog.setFilterPath(file.getParent().toString());
        var chosen = dialog.open();
        if (chosen != null) {
            try {
                var other = Path.of(chosen);
                add(new Version(other.getFileName().toString(), text(other)));
                select(versions.size() - 1);
            } catch (IOException e) {
                message.setText(EditorMessages.ALL.text("conflict.unreadable", chosen, String.valueOf(e.getMessage())));
            }
        }
    }

    @Override
    protected void buttonPressed(int id) {
        if (id == OTHER) {
            chooseOther();
            return;
        }
        var index = list.getSelectionIndex();
        super.buttonPressed(id);
        if (id == IDialogConstants.OK_ID && index >= 0) {
            var document = editor.document();
            DocumentEdits.apply(
                    document,
                    List.of(TextEdit.between(document.get(), versions.get(index).text())));
        }
    }
}
