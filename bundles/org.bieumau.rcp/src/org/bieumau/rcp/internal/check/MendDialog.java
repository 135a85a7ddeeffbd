/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bieumau.checking.report.FileReport;
import org.bieumau.checking.report.Repair;
import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.Tables;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/**
 * Asks whether to mend what is certain alone, or looks and pages, too. Lists what would be changed: the place, and the
 * text or look before and after.
 */
final class MendDialog extends Dialog {

    private static final int[] WIDTHS = {155, 270, 240, 220};
    private static final int HEIGHT = 240;
    private static final int DETAIL_HEIGHT = 96;

    private final FileReport report;
    private boolean isGuarded;
    private List<Line> lines = List.of();
    private Table table;
    private Text detail;

    /** A change, and the sentences of the rules that want it. */
    private record Line(String place, String before, String after, String sentences) {}

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
        table = Tables.create(area, SWT.SINGLE | SWT.VIRTUAL, "check.changes");
        var data = (GridData) table.getLayoutData();
        data.heightHint = HEIGHT;
        data.widthHint = 0;
        var keys = List.of("check.place", "check.before", "check.after", "check.problem");
        for (int i = 0; i < WIDTHS.length; i++) {
            Tables.column(table, RcpMessages.ALL.text(keys.get(i)), WIDTHS[i]);
            data.widthHint += WIDTHS[i];
        }
        Tables.growLast(table, WIDTHS[WIDTHS.length - 1]);
        table.addListener(SWT.SetData, event -> {
            var line = lines.get(event.index);
            ((TableItem) event.item)
                    .setText(new String[] {line.place(), line.before(), line.after(), line.sentences()});
        });
        table.addListener(SWT.Selection, event -> showDetail());
        detail = Names.named(
                new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.WRAP),
                RcpMessages.ALL.text("check.change"));
        var below = new GridData(SWT.FILL, SWT.FILL, true, false);
        below.heightHint = DETAIL_HEIGHT;
        below.widthHint = 0;
        detail.setLayoutData(below);
        showLines();
        for (var each : new Button[] {safe, guarded}) {
            each.addListener(SWT.Selection, event -> {
                isGuarded = guarded.getSelection();
                showLines();
            });
        }
        return area;
    }

    private Button radio(Composite area, String key, Repair repair) {
        var button = new Button(area, SWT.RADIO);
        button.setText(RcpMessages.ALL.text(key, count(repair)));
        return button;
    }

    private void showLines() {
        lines = lines();
        table.setItemCount(lines.size());
        table.clearAll();
        if (!lines.isEmpty()) {
            table.select(0);
        }
        showDetail();
    }

    /** Shows the whole texts of the selected change, which may be longer than their columns. */
    private void showDetail() {
        var index = table.getSelectionIndex();
        if (index < 0 || index >= lines.size()) {
            detail.setText("");
        } else {
            var line = lines.get(index);
            detail.setText(
                    RcpMessages.ALL.text("check.detail", line.place(), line.before(), line.after(), line.sentences()));
        }
    }

    /** Returns the changes. Several rules may want the same one, such as the margins of a page. */
    private List<Line> lines() {
        var sentences = new LinkedHashMap<List<String>, List<String>>();
        for (var finding : report.findings()) {
            if (finding.repair() == Repair.SAFE || isGuarded && finding.repair() == Repair.GUARDED) {
                for (var change : finding.changes()) {
                    sentences
                            .computeIfAbsent(
                                    List.of(FindingsPanel.position(change.place()), change.before(), change.after()),
                                    each -> new ArrayList<>())
                            .add(finding.sentence());
                }
            }
        }
        return sentences.entrySet().stream()
                .map(each -> new Line(
                        each.getKey().get(0),
                        each.getKey().get(1),
                        each.getKey().get(2),
                        String.join(" ", each.getValue())))
                .toList();
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, RcpMessages.ALL.text("check.saveAs"), true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }
}
