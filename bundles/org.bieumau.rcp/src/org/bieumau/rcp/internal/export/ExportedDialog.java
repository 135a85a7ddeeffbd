/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.export;

import java.nio.file.Path;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.SystemProgram;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;

/** Lists the exported files, and opens them or their folder. */
final class ExportedDialog extends MessageDialog {

    private static final int MOST_NAMED = 12;
    private static final int WIDTH = 420;
    /** Puts the names below the message, which has an icon before it. */
    private static final int INDENT = 62;

    private final ExportFiles.Result result;
    private final Path folder;

    private ExportedDialog(Shell parent, ExportFiles.Result result, Path folder) {
        super(
                parent,
                RcpMessages.ALL.text("export"),
                null,
                RcpMessages.ALL.text("export.done", result.written().size(), folder),
                result.reasons().isEmpty() ? INFORMATION : WARNING,
                1,
                RcpMessages.ALL.text("export.show"),
                RcpMessages.ALL.text("close"));
        this.result = result;
        this.folder = folder;
        setBlockOnOpen(false);
    }

    /** Tells the user what was exported, or why nothing was. */
    static void open(Shell parent, ExportFiles.Result result, Path folder) {
        if (result.written().isEmpty()) {
            var reasons = result.reasons().isEmpty()
                    ? RcpMessages.ALL.text("export.nothing")
                    : String.join("\n", result.reasons());
            var told = new MessageDialog(
                    parent, RcpMessages.ALL.text("export"), null, reasons, ERROR, 0, IDialogConstants.OK_LABEL);
            told.setBlockOnOpen(false);
            told.open();
        } else {
            new ExportedDialog(parent, result, folder).open();
        }
    }

    @Override
    protected Control createCustomArea(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .spacing(16, 6)
                .extendedMargins(INDENT, 0, 0, 0)
                .applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        for (var file : result.written().stream().limit(MOST_NAMED).toList()) {
            var name = new Label(area, SWT.NONE);
            name.setText(file.getFileName().toString().replace("&", "&&"));
            var link = new Link(area, SWT.NONE);
            link.setText("<a>" + RcpMessages.ALL.text("export.open") + "</a>");
            link.setToolTipText(file.toString());
            link.addListener(SWT.Selection, event -> SystemProgram.open(getShell(), file));
        }
        if (result.written().size() > MOST_NAMED) {
            var more = new Label(area, SWT.NONE);
            more.setText(RcpMessages.ALL.text("export.more", result.written().size() - MOST_NAMED));
            GridDataFactory.fillDefaults().span(2, 1).applyTo(more);
        }
        if (!result.reasons().isEmpty()) {
            var reasons = new Label(area, SWT.WRAP);
            reasons.setText(String.join("\n", result.reasons()));
            GridDataFactory.fillDefaults()
                    .span(2, 1)
                    .indent(0, 8)
                    .hint(WIDTH, SWT.DEFAULT)
                    .applyTo(reasons);
        }
        return area;
    }

    /** Otherwise the first link has the focus, and Enter opens a file. */
    @Override
    public void create() {
        super.create();
        getButton(1).setFocus();
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == 0) {
            SystemProgram.open(getShell(), folder);
        }
        super.buttonPressed(button);
    }
}
