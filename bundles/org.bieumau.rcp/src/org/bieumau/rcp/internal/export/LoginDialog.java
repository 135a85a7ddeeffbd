/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.export;

import org.bieumau.core.environment.DataAccess.Login;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for the user name and the password of a connection, which are used for one export and not stored. */
final class LoginDialog extends Dialog {

    private final String connection;
    private Text user;
    private Text password;
    private Login login;

    LoginDialog(Shell shell, String connection) {
        super(shell);
        this.connection = connection;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(RcpMessages.ALL.text("data.login"));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = (Composite) super.createDialogArea(parent);
        var fields = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(fields);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(fields);
        var intro = new Label(fields, SWT.WRAP);
        intro.setText(RcpMessages.ALL.text("data.login.for", connection));
        GridDataFactory.fillDefaults().span(2, 1).hint(420, SWT.DEFAULT).applyTo(intro);
        user = field(fields, "data.login.user", SWT.BORDER);
        password = field(fields, "data.login.password", SWT.BORDER | SWT.PASSWORD);
        return area;
    }

    private static Text field(Composite parent, String key, int style) {
        new Label(parent, SWT.NONE).setText(RcpMessages.ALL.text(key));
        var text = new Text(parent, style);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        return text;
    }

    @Override
    protected void okPressed() {
        login = new Login(user.getText(), password.getText());
        super.okPressed();
    }

    /** Returns what was entered, after the dialog was closed with OK. */
    Login login() {
        return login;
    }
}
