/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.grid;

import java.util.Optional;
import org.bieumau.dsl.ide.internal.table.FormTable;
import org.bieumau.editor.internal.EditorMessages;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Asks for the title of a section: one of those that the template gives, or any. */
final class SectionDialog extends Dialog {

    private final FormTable table;
    /** Heading of the section to rename; null for a new section. */
    private final String heading;

    private Combo field;
    private String title = "";

    private SectionDialog(Shell shell, FormTable table, String heading) {
        super(shell);
        this.table = table;
        this.heading = heading;
    }

    /**
     * Asks for a title.
     *
     * @param heading heading of the section to rename; null for a new section
     * @return the title; empty if the user cancels
     */
    static Optional<String> ask(Shell shell, FormTable table, String heading) {
        var dialog = new SectionDialog(shell, table, heading);
        return dialog.open() == Window.OK && !dialog.title.isBlank()
                ? Optional.of(dialog.title.strip())
                : Optional.empty();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(EditorMessages.ALL
                .text(heading == null ? "grid.section.add" : "grid.section.rename")
                .replace("…", ""));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = (Composite) super.createDialogArea(parent);
        new Label(area, SWT.NONE).setText(EditorMessages.ALL.text("grid.section.title"));
        var titles = table.sections().titles();
        field = new Combo(area, titles.isEmpty() ? SWT.DROP_DOWN : SWT.DROP_DOWN | SWT.READ_ONLY);
        var data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = convertWidthInCharsToPixels(60);
        field.setLayoutData(data);
        if (titles.isEmpty()) {
            field.setText(heading == null ? "" : heading.replaceFirst("^[IVXLCDM]+\\. ", ""));
        } else {
            // Sections that the form has already are offered last.
            titles.stream().filter(each -> !isUsed(each)).forEach(field::add);
            titles.stream().filter(this::isUsed).forEach(field::add);
            field.select(heading == null ? 0 : index());
        }
        field.addListener(SWT.Modify, event -> updateButton());
        return area;
    }

    private boolean isUsed(String wanted) {
        return table.rows().stream()
                .anyMatch(row -> row.id().isHeading() && row.label().contains(wanted));
    }

    private int index() {
        for (int i = 0; i < field.getItemCount(); i++) {
            if (heading.contains(field.getItem(i))) {
                return i;
            }
        }
        return 0;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        super.createButtonsForButtonBar(parent);
        updateButton();
    }

    private void updateButton() {
        title = field.getText();
        var ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            ok.setEnabled(!title.isBlank());
        }
    }
}
