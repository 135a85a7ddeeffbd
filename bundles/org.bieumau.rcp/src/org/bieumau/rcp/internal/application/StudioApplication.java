/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.application;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.preferences.Appearance;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** Biểu Mẫu Studio: the workbench for writing forms and documents. */
public final class StudioApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) {
        var display = PlatformUI.createDisplay();
        try {
            var files = OpenRequests.files(
                    context.getArguments().get(IApplicationContext.APPLICATION_ARGS) instanceof String[] arguments
                            ? List.of(arguments)
                            : List.of());
            if (!lockWorkspace(display, files)) {
                return EXIT_OK;
            }
            Appearance.get().prepare();
            var advisor = new StudioAdvisor(files);
            // The desktop of macOS opens files by events, also before there is a window.
            display.addListener(SWT.OpenDocument, event -> advisor.open(OpenRequests.files(List.of(event.text))));
            context.applicationRunning();
            return PlatformUI.createAndRunWorkbench(display, advisor) == PlatformUI.RETURN_RESTART
                    ? EXIT_RESTART
                    : EXIT_OK;
        } finally {
            display.dispose();
            var location = Platform.getInstanceLocation();
            if (location != null) {
                location.release();
            }
        }
    }

    /**
     * Locks the workspace, by default <code>BieuMau</code> in the home folder, because two Studios in one folder would
     * corrupt each other's state. Returns false if the workspace is in use or unusable. A running Studio is asked to
     * open the files and to show its window; if it does not answer, an error is shown.
     */
    private static boolean lockWorkspace(Display display, List<Path> files) {
        var location = Platform.getInstanceLocation();
        try {
            if (location == null) {
                return true;
            }
            if (!location.isSet()) {
                location.set(workspace(Path.of(System.getProperty("user.home"))), false);
            }
            if (location.lock()) {
                return true;
            }
            if (OpenRequests.send(OpenRequests.folder(new File(location.getURL().getPath()).toPath()), files)) {
                return false;
            }
            MessageDialog.openError(
                    display.getActiveShell(),
                    RcpMessages.ALL.text("studio"),
                    RcpMessages.ALL.text("workspace.used", location.getURL().getPath()));
        } catch (IOException e) {
            MessageDialog.openError(
                    display.getActiveShell(),
                    RcpMessages.ALL.text("studio"),
                    RcpMessages.ALL.text("workspace.unusable", location.getURL(), e.getMessage()));
        }
        return false;
    }

    /**
     * Returns the workspace in a home folder, as the platform expects it: without escapes, since it uses the path of
     * the URL as it is. Names of Vietnamese users often have diacritics and spaces.
     */
    @SuppressWarnings("deprecation")
    public static URL workspace(Path home) throws MalformedURLException {
        var path = home.resolve("BieuMau").toAbsolutePath().toString().replace(File.separatorChar, '/');
        return new URL("file", null, path.startsWith("/") ? path : "/" + path);
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench()
                    .getDisplay()
                    .syncExec(() -> PlatformUI.getWorkbench().close());
        }
    }
}
