/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.application;

import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.drop.WindowDrop;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** Configures a window of the Studio. */
final class StudioWindowAdvisor extends WorkbenchWindowAdvisor {

    StudioWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        super(configurer);
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
        return new StudioActions(configurer);
    }

    /** The editor area has a drop target of its own; this one is for the rest of the window. */
    @Override
    public void postWindowCreate() {
        var window = getWindowConfigurer().getWindow();
        var drop = new DropTarget(window.getShell(), DND.DROP_COPY | DND.DROP_DEFAULT);
        drop.setTransfer(FileTransfer.getInstance());
        drop.addDropListener(new WindowDrop(window));
    }

    /** Returns the initial size of a window: 90 % of the screen, at least 1280 × 800, at most the whole screen. */
    private static Point size(Rectangle screen) {
        return new Point(
                Math.min(screen.width, Math.max(1280, screen.width * 9 / 10)),
                Math.min(screen.height, Math.max(800, screen.height * 9 / 10)));
    }

    @Override
    public void preWindowOpen() {
        var window = getWindowConfigurer();
        window.setInitialSize(size(Display.getCurrent().getPrimaryMonitor().getClientArea()));
        window.setTitle(RcpMessages.ALL.text("studio"));
        window.addEditorAreaTransfer(FileTransfer.getInstance());
        window.configureEditorAreaDropListener(new WindowDrop(window.getWindow()));
        window.setShowCoolBar(true);
        window.setShowStatusLine(true);
        window.setShowProgressIndicator(true);
        window.setShowPerspectiveBar(false);
    }
}
