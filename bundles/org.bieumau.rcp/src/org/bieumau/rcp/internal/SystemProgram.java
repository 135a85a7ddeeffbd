/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal;

import java.nio.file.Path;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Shell;

/** The programs of the system, such as Word or the file manager. */
public final class SystemProgram {

    private SystemProgram() {}

    /** Opens a file or folder with the program that the system has for it; tells the user if there is none. */
    public static void open(Shell shell, Path file) {
        if (!Program.launch(file.toString())) {
            MessageDialog.openError(shell, RcpMessages.ALL.text("studio"), RcpMessages.ALL.text("program.none", file));
        }
    }
}
