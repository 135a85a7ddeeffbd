/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.folder;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bieumau.checking.report.Repair;
import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks which files are mended, and into which folder their copies are written. */
final class MendFolderDialog extends Dialog {

    private static final int WIDTH = 560;

    private final List<FolderRow> all;
    private final List<FolderRow> selected;
    private boolean isSelection;
    private String folder;
    private boolean replaces;
    private Label message;

    /**
     * @param all the files that were checked
     * @param selected those that are selected
     */
    MendFolderDialog(Shell parent, List<FolderRow> all, List<FolderRow> selected) {
        super(parent);
        this.all = List.copyOf(all);
        this.selected = List.copyOf(selected);
        isSelection = selected.size() > 1;
        folder = proposal().toString();
    }

    /** Returns a folder beside the one that was checked. */
    private Path proposal() {
        var input = all.getFirst().input();
        var source = input.folder() == null ? input.file().getParent() : input.folder();
        var name = source.getFileName();
        return name == null
                ? source.resolve(RcpMessages.ALL.text("check.mend.suffix"))
                : source.resolveSibling(name + "-" + RcpMessages.ALL.text("check.mend.suffix"));
    }

    /** Returns what the user wants; empty if the dialogue was cancelled. */
    Optional<FolderDesk.Order> choose() {
        return open() == OK
                ? Optional.of(new FolderDesk.Order(
                        isSelection ? selected : all,
                        Path.of(folder.strip()).toAbsolutePath().normalize(),
                        replaces))
                : Optional.empty();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(RcpMessages.ALL.text("folder.mend.title"));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = (Composite) super.createDialogArea(parent);
        var columns = (GridLayout) area.getLayout();
        columns.numColumns = 3;
        columns.makeColumnsEqualWidth = false;
        var what = new Label(area, SWT.WRAP);
        what.setText(RcpMessages.ALL.text("folder.mend.what"));
        wide(what).widthHint = WIDTH;
        var whole = new Button(area, SWT.RADIO);
        whole.setText(RcpMessages.ALL.text("folder.mend.all", mendable(all)));
        wide(whole);
        var some = new Button(area, SWT.RADIO);
        some.setText(RcpMessages.ALL.text("folder.mend.selected", mendable(selected)));
        some.setEnabled(!selected.isEmpty());
        wide(some);
        (isSelection ? some : whole).setSelection(true);
        some.addListener(SWT.Selection, event -> {
            isSelection = some.getSelection();
            validate();
        });
        new Label(area, SWT.NONE).setText(RcpMessages.ALL.text("folder.mend.folder"));
        var field = Names.named(new Text(area, SWT.BORDER), RcpMessages.ALL.text("folder.mend.folder"));
        field.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        field.setText(folder);
        field.addListener(SWT.Modify, event -> {
            folder = field.getText();
            validate();
        });
        var browse = new Button(area, SWT.PUSH);
        browse.setText(RcpMessages.ALL.text("folder.mend.browse"));
        browse.addListener(SWT.Selection, event -> {
            var dialog = new DirectoryDialog(getShell(), SWT.SAVE);
            dialog.setText(RcpMessages.ALL.text("folder.mend.title"));
            dialog.setFilterPath(field.getText());
            var chosen = dialog.open();
            if (chosen != null) {
                field.setText(chosen);
            }
        });
        var replace = new Button(area, SWT.CHECK);
        replace.setText(RcpMessages.ALL.text("folder.mend.replace"));
        replace.addListener(SWT.Selection, event -> replaces = replace.getSelection());
        wide(replace);
        message = new Label(area, SWT.WRAP);
        wide(message).heightHint = message.computeSize(SWT.DEFAULT, SWT.DEFAULT).y * 2;
        return area;
    }

    private static GridData wide(Control control) {
        var data = new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1);
        control.setLayoutData(data);
        return data;
    }

    private static long mendable(List<FolderRow> rows) {
        return rows.stream().filter(row -> row.count(Repair.SAFE) > 0).count();
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, RcpMessages.ALL.text("folder.mend.ok"), true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        validate();
    }

    private void validate() {
        var problem = problem();
        message.setText(problem);
        getButton(IDialogConstants.OK_ID).setEnabled(problem.isEmpty());
    }

    /** Returns what is wrong; an empty string if nothing is. */
    private String problem() {
        if (mendable(isSelection ? selected : all) == 0) {
            return RcpMessages.ALL.text("folder.mend.nothing");
        }
        if (folder.isBlank()) {
            return RcpMessages.ALL.text("folder.mend.none");
        }
        try {
            var path = Path.of(folder.strip()).toAbsolutePath().normalize();
            return all.stream().anyMatch(row -> isSource(row, path))
                    ? RcpMessages.ALL.text("folder.mend.source")
                    : Files.isRegularFile(path) ? RcpMessages.ALL.text("folder.mend.file") : "";
        } catch (InvalidPathException e) {
            return RcpMessages.ALL.text("folder.mend.wrong");
        }
    }

    private static boolean isSource(FolderRow row, Path path) {
        var input = row.input();
        return path.equals(input.folder() == null ? input.file().getParent() : input.folder());
    }
}
