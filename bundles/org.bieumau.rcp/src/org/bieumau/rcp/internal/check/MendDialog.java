/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.check;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bieumau.checking.report.FileReport;
import org.bieumau.checking.report.Repair;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks whether to mend what is certain alone, or looks and pages, too, and lists what would be changed. */
final class MendDialog extends Dialog {

    private static final int WIDTH = 620;
    private static final int HEIGHT = 220;

    private final FileReport report;
    private boolean isGuarded;

    MendDialog(Shell parent, FileReport report) {
        super(parent);
        this.report = report;
    }

    /** Returns the kinds of repairs that the user wants; empty if the dialogue was cancelled. */
    Optional<Set<Repair>> choose() {
        isGuarded = count(Repair.SAFE) == 0;
        return open() == OK
                ? Optional.of(isGuarded ? EnumSet.of(Repair.SAFE, Repair.GUARDED) : EnumSet.of(Repair.SAFE))
                : Optional.empty();
    }

    private long count(Repair repair) {
        return report.findings().stream()
                .filter(finding -> finding.repair() == repair)
                .count();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(RcpMessages.ALL.text("check.mend"));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = (Composite) super.createDialogArea(parent);
        new Label(area, SWT.NONE).setText(RcpMessages.ALL.text("check.choose"));
        var safe = radio(area, "check.safe", Repair.SAFE);
        var guarded = radio(area, "check.guarded", Repair.GUARDED);
        safe.setEnabled(count(Repair.SAFE) > 0);
        guarded.setEnabled(count(Repair.GUARDED) > 0);
        (isGuarded ? guarded : safe).setSelection(true);
        var list = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.WRAP);
        var data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.widthHint = WIDTH;
        data.heightHint = HEIGHT;
        list.setLayoutData(data);
        list.setText(changes());
        for (var each : new Button[] {safe, guarded}) {
            each.addListener(SWT.Selection, event -> {
                isGuarded = guarded.getSelection();
                list.setText(changes());
            });
        }
        return area;
    }

    private Button radio(Composite area, String key, Repair repair) {
        var button = new Button(area, SWT.RADIO);
        button.setText(RcpMessages.ALL.text(key, count(repair)));
        return button;
    }

    private String changes() {
        return report.findings().stream()
                .filter(finding -> finding.repair() == Repair.SAFE || isGuarded && finding.repair() == Repair.GUARDED)
                .map(finding -> "• " + finding.problem().message())
                .collect(Collectors.joining("\n"));
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, RcpMessages.ALL.text("check.saveAs"), true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }
}
