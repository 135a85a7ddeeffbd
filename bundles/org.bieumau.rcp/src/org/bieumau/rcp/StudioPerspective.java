/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp;

import org.bieumau.rcp.help.HelpView;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** Where the parts stand: the files on the left with the outline below, the problems below the editors. */
public final class StudioPerspective implements IPerspectiveFactory {

    static final String ID = "org.bieumau.rcp.perspective";
    private static final String PROJECT_EXPLORER = "org.eclipse.ui.navigator.ProjectExplorer";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.addView(PROJECT_EXPLORER, IPageLayout.LEFT, 0.22f, layout.getEditorArea());
        layout.addView(IPageLayout.ID_OUTLINE, IPageLayout.BOTTOM, 0.5f, PROJECT_EXPLORER);
        var below = layout.createFolder("below", IPageLayout.BOTTOM, 0.78f, layout.getEditorArea());
        below.addView(IPageLayout.ID_PROBLEM_VIEW);
        below.addView(IPageLayout.ID_PROP_SHEET);
        below.addPlaceholder("org.eclipse.pde.runtime.LogView");
        below.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
        layout.addPlaceholder(HelpView.ID, IPageLayout.RIGHT, 0.7f, layout.getEditorArea());
        layout.addShowViewShortcut(HelpView.ID);
        layout.addShowViewShortcut(PROJECT_EXPLORER);
        layout.addShowViewShortcut(IPageLayout.ID_OUTLINE);
        layout.addShowViewShortcut(IPageLayout.ID_PROBLEM_VIEW);
        layout.addShowViewShortcut(IPageLayout.ID_PROP_SHEET);
        layout.addShowViewShortcut("org.eclipse.pde.runtime.LogView");
    }
}
