/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.application;

import org.bieumau.editor.internal.pages.PagesPreview;
import org.bieumau.rcp.internal.help.HelpView;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/**
 * The initial layout: files on the left with the outline below them, problems below the editors, and the print preview
 * on the right of the editors or, on a narrow screen, stacked with the outline.
 */
public final class StudioPerspective implements IPerspectiveFactory {

    static final String ID = "org.bieumau.rcp.perspective";
    /** Minimum width of a screen, in pixels, that has room for the print preview next to the editor. */
    private static final int WIDE = 1600;

    private static final String PROJECT_EXPLORER = "org.eclipse.ui.navigator.ProjectExplorer";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.addView(PROJECT_EXPLORER, IPageLayout.LEFT, 0.22f, layout.getEditorArea());
        var outline = layout.createFolder("outline", IPageLayout.BOTTOM, 0.5f, PROJECT_EXPLORER);
        outline.addView(IPageLayout.ID_OUTLINE);
        if (Display.getCurrent().getPrimaryMonitor().getClientArea().width >= WIDE) {
            layout.addView(PagesPreview.ID, IPageLayout.RIGHT, 0.7f, layout.getEditorArea());
        } else {
            outline.addView(PagesPreview.ID);
        }
        var below = layout.createFolder("below", IPageLayout.BOTTOM, 0.78f, layout.getEditorArea());
        below.addView(IPageLayout.ID_PROBLEM_VIEW);
        below.addView(IPageLayout.ID_PROP_SHEET);
        below.addPlaceholder("org.eclipse.pde.runtime.LogView");
        below.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
        layout.addPlaceholder(HelpView.ID, IPageLayout.RIGHT, 0.7f, layout.getEditorArea());
        layout.addShowViewShortcut(HelpView.ID);
        layout.addShowViewShortcut(PROJECT_EXPLORER);
        layout.addShowViewShortcut(IPageLayout.ID_OUTLINE);
        layout.addShowViewShortcut(PagesPreview.ID);
        layout.addShowViewShortcut(IPageLayout.ID_PROBLEM_VIEW);
        layout.addShowViewShortcut(IPageLayout.ID_PROP_SHEET);
        layout.addShowViewShortcut("org.eclipse.pde.runtime.LogView");
    }
}
