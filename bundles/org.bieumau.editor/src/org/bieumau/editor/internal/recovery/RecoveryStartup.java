/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.recovery;

import java.io.IOException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/** Starts to keep copies of unsaved texts, and offers those of a session that crashed. */
public final class RecoveryStartup implements IStartup {

    @Override
    public void earlyStartup() {
        var display = PlatformUI.getWorkbench().getDisplay();
        display.asyncExec(Autosave::start);
        offer();
    }

    /** Offers the unsaved texts of crashed sessions, if there are any. Called off the UI thread. */
    public static void offer() {
        try {
            var copies = RecoveryFolder.leftBehind();
            if (!copies.isEmpty()) {
                var display = PlatformUI.getWorkbench().getDisplay();
                display.asyncExec(() -> {
                    var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
                    new RecoveryDialog(window == null ? null : window.getShell(), copies).open();
                });
            }
        } catch (IOException e) {
            Platform.getLog(RecoveryStartup.class).error(e.getMessage(), e);
        }
    }
}
