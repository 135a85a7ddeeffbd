/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.export;

import java.util.Optional;
import org.bieumau.core.environment.DataAccess.Login;
import org.bieumau.core.environment.DataOrigin;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.export.StudioData.Answer;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;

/** Asks about data sources in dialogs. */
public final class DataDialogs implements StudioData.Questions {

    private final Shell shell;

    public DataDialogs(Shell shell) {
        this.shell = shell;
    }

    /** Closing the dialog or pressing Enter denies access. */
    @Override
    public Answer permit(DataOrigin origin) {
        var pressed = new int[1];
        var key = origin.kind() == DataOrigin.Kind.DATABASE ? "data.database" : "data.file";
        shell.getDisplay()
                .syncExec(() -> pressed[0] = MessageDialog.open(
                        MessageDialog.WARNING,
                        shell,
                        RcpMessages.ALL.text("data"),
                        RcpMessages.ALL.text(key, origin.form().getFileName(), origin.location(), origin.query()),
                        SWT.NONE,
                        RcpMessages.ALL.text("data.no"),
                        RcpMessages.ALL.text("data.once"),
                        RcpMessages.ALL.text("data.always")));
        return switch (pressed[0]) {
            case 1 -> Answer.ONCE;
            case 2 -> Answer.ALWAYS;
            default -> Answer.NO;
        };
    }

    @Override
    public Optional<Login> login(String connection) {
        var dialog = new LoginDialog[1];
        var pressed = new int[1];
        shell.getDisplay().syncExec(() -> {
            dialog[0] = new LoginDialog(shell, connection);
            pressed[0] = dialog[0].open();
        });
        return pressed[0] == Window.OK ? Optional.of(dialog[0].login()) : Optional.empty();
    }
}
