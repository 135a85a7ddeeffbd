/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import java.util.List;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.ElementPage;
import org.bieumau.editor.internal.grid.GridPage;
import org.bieumau.editor.internal.info.InfoPage;
import org.bieumau.editor.internal.pages.PagesPage;
import org.bieumau.editor.internal.prose.ProsePage;
import org.bieumau.editor.internal.template.TemplatePage;
import org.bieumau.examples.internal.Examples;
import org.bieumau.examples.internal.returns.LabourReturns;
import org.bieumau.examples.internal.returns.RegistrationReturns;
import org.bieumau.examples.internal.returns.ReportReturns;
import org.bieumau.rcp.internal.campaign.CampaignPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Saves a screenshot of each page of each real document, and of the Consolidation page of each campaign, in <code>
 * target/shots</code> for visual inspection. This is not a test: the build does not run it. Run it with <code>
 * -Dtest=Pictures</code>.
 */
class Pictures {

    @RegisterExtension
    final Studio studio = new Studio();

    @Test
    void saveTheConsolidationPageOfEachCampaign() throws Exception {
        var project = studio.examples();
        var folder = project.getLocation().toPath();
        var returns = List.of(new RegistrationReturns(), new LabourReturns(), new ReportReturns());
        for (int i = 0; i < returns.size(); i++) {
            var name = Examples.CAMPAIGNS.get(i);
            returns.get(i).writeTo(folder.resolve(name));
            var editor = (BieuEditor) studio.open(project.getFile(name + ".bieu"));
            var page = (CampaignPage) editor.show(CampaignPage.ID);
            Studio.settle(page);
            Studio.spin(500);
            studio.shot(name + "-1-donvi");
            var tabs = tabs(studio.page().getWorkbenchWindow().getShell());
            tabs.setSelection(1);
            Studio.spin(300);
            var list = Studio.child(tabs, Table.class);
            for (int row = 0; row < Math.min(12, list.getItemCount()); row++) {
                list.setSelection(row);
                list.notifyListeners(SWT.Selection, new Event());
                Studio.spin(800);
                studio.shot(name + "-2-saikhac-" + row);
            }
        }
    }

    /** Returns the folder with the units and the differences. */
    private static CTabFolder tabs(Composite parent) {
        return Studio.find(
                parent,
                CTabFolder.class,
                each -> each.getItemCount() == 2 && each.getItem(1).getText().startsWith("Sai khác"));
    }

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
