/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.prose.ProsePage;
import org.bieumau.rcp.internal.help.HelpBook;
import org.bieumau.rcp.internal.help.HelpView;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.widgets.TreeItem;
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
        assertEquals("studio/source", view.shown());
        editor.setActivePage(ProsePage.ID);
        assertEquals("studio/text", view.shown());
        Studio.spin(500);
        studio.shot("trogiup");
        studio.page().hideView(view);
    }

    /** The page of a plug-in has no topic of its own: the overview is shown, not the topic of the Source page. */
    @Test
    void helpOnAPageOfAPlugInIsTheOverview() throws Exception {
        TitlePage.isInstalled = true;
        try {
            var editor = studio.edit("mẫu biểu M \"MẪU\" { cột a: chữ }\n");
            editor.show(TitlePage.ID);
            studio.page()
                    .getWorkbenchWindow()
                    .getService(IHandlerService.class)
                    .executeCommand("org.bieumau.rcp.help", null);
            var view = (HelpView) studio.page().findView(HelpView.ID);
            assertEquals("studio/start", view.shown());
            studio.page().hideView(view);
        } finally {
            TitlePage.isInstalled = false;
        }
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
                            .forEach(link ->
                                    assertTrue(HelpBook.TOPICS.contains(HelpBook.page(link.group(1))), link.group()));
                }
                view.show("studio/start");
            }
        } finally {
            Locale.setDefault(before);
            studio.page().hideView(view);
        }
    }

    /** F1 on a problem shows its entry alone. */
    @Test
    void theSelectedProblemIsExplained() throws Exception {
        var file = studio.file(studio.project("thu"), "một.bieu", """
                mẫu biểu M {
                    cột a "A": chữ
                }
                biểu B lập theo mẫu Mãu { }
                """);
        Studio.until("the problem is in the workspace", () -> problem(file) != null);
        var problems = studio.page().showView("org.eclipse.ui.views.ProblemView");
        var viewer = (TreeViewer) problems.getSite().getSelectionProvider();
        Studio.until("the problem is in the view", () -> {
            viewer.expandAll();
            viewer.setSelection(
                    new StructuredSelection(Arrays.stream(viewer.getTree().getItems())
                            .flatMap(category -> Arrays.stream(category.getItems()))
                            .filter(item -> item.getText().contains("Mãu"))
                            .map(TreeItem::getData)
                            .toArray()));
            return !viewer.getSelection().isEmpty();
        });
        studio.page()
                .getWorkbenchWindow()
                .getService(IHandlerService.class)
                .executeCommand("org.bieumau.rcp.help", null);
        var view = (HelpView) studio.page().findView(HelpView.ID);
        assertEquals("reference/problems#link-unknown", view.shown());
        var text = HelpBook.text(view.shown());
        assertTrue(text.contains("Không tìm thấy {0} tên «{1}»."), text);
        assertFalse(text.contains("NAME-DUPLICATE"), text);
        Studio.spin(500);
        studio.shot("trogiup-vande");
        view.show("reference/problems");
        Studio.spin(500);
        studio.shot("trogiup-danhsach");
        view.show("reference/expressions");
        Studio.spin(500);
        studio.shot("trogiup-bieuthuc");
        studio.page().hideView(view);
    }

    private static IMarker problem(IFile file) {
        try {
            return Arrays.stream(file.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO))
                    .filter(marker -> marker.getAttribute("code", "").equals("LINK-UNKNOWN"))
                    .findFirst()
                    .orElse(null);
        } catch (CoreException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A long page is shown as a list of its sections, since the height of a widget is limited. */
    @Test
    void aLongPageLeadsToItsSections() {
        var links = LINK.matcher(HelpBook.text("reference/problems")).results().toList();
        var sections = links.stream()
                .map(link -> link.group(1))
                .filter(topic -> topic.startsWith("reference/problems#"))
                .toList();
        assertEquals(10, sections.size(), sections::toString);
        sections.forEach(section -> assertTrue(HelpBook.text(section).contains("<li>"), section));
        assertTrue(HelpBook.text(sections.getFirst()).contains("FILE-MISSING"));
        assertFalse(HelpBook.text(sections.getFirst()).contains("LINK-UNKNOWN"));
    }
}
