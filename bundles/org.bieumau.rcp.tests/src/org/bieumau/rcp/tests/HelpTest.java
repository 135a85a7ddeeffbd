/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.regex.Pattern;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.prose.ProsePage;
import org.bieumau.rcp.internal.help.HelpBook;
import org.bieumau.rcp.internal.help.HelpView;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The help view. */
class HelpTest {

    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

    @RegisterExtension
    final Studio studio = new Studio();

    @Test
    void helpFollowsTheActivePage() throws Exception {
        var editor = (BieuEditor) studio.open(studio.examples().getFile("quangngai-2022-congvan.bieu"));
        studio.page()
                .getWorkbenchWindow()
                .getService(IHandlerService.class)
                .executeCommand("org.bieumau.rcp.help", null);
        var view = (HelpView) studio.page().findView(HelpView.ID);
        assertEquals("nguon", view.shown());
        editor.setActivePage(ProsePage.ID);
        assertEquals("vanban", view.shown());
        Studio.spin(500);
        studio.shot("trogiup");
        studio.page().hideView(view);
    }

    /** An invalid form text would be shown as an error, and a link to an unknown topic would do nothing. */
    @Test
    void everyTopicIsReadableAndItsLinksResolve() throws Exception {
        var view = (HelpView) studio.page().showView(HelpView.ID);
        var before = Locale.getDefault();
        try {
            for (var language : new String[] {"vi", "en"}) {
                Locale.setDefault(Locale.of(language));
                for (var topic : HelpBook.TOPICS) {
                    view.show(topic);
                    assertEquals(topic, view.shown());
                    LINK.matcher(HelpBook.text(topic))
                            .results()
                            .forEach(link -> assertTrue(HelpBook.TOPICS.contains(link.group(1)), link.group()));
                }
                view.show("batdau");
            }
        } finally {
            Locale.setDefault(before);
            studio.page().hideView(view);
        }
    }
}
