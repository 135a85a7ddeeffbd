/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.ElementPage;
import org.bieumau.editor.internal.grid.GridPage;
import org.bieumau.editor.internal.info.InfoPage;
import org.bieumau.editor.internal.pages.PagesPage;
import org.bieumau.editor.internal.prose.ProsePage;
import org.bieumau.editor.internal.template.TemplatePage;
import org.bieumau.examples.internal.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Saves a screenshot of each page of each real document in <code>target/shots</code> for visual inspection. This is not
 * a test: the build does not run it. Run it with <code>-Dtest=Pictures</code>.
 */
class Pictures {

    @RegisterExtension
    final Studio studio = new Studio();

    @Test
    void saveEachPageOfEachDocument() throws Exception {
        var project = studio.examples();
        var width = studio.page().getWorkbenchWindow().getShell().getSize().x;
        for (var name : Examples.DOCUMENTS) {
            var editor = (BieuEditor) studio.open(project.getFile(name + ".bieu"));
            Studio.spin(1000);
            studio.shot(width + "-" + name + "-6-nguon");
            var pages = new String[] {InfoPage.ID, GridPage.ID, TemplatePage.ID, ProsePage.ID, PagesPage.ID};
            for (int i = 0; i < pages.length; i++) {
                Studio.settle((ElementPage<?>) editor.show(pages[i]));
                Studio.spin(1000);
                studio.shot(
                        width + "-" + name + "-" + (i + 1) + "-" + pages[i].substring(pages[i].lastIndexOf('.') + 1));
            }
        }
    }
}
