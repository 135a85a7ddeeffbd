/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.grid.GridPage;
import org.bieumau.editor.internal.template.TemplatePage;
import org.bieumau.editor.spi.EditorPage;
import org.bieumau.editor.spi.EditorPageFactory;
import org.bieumau.editor.spi.FileModel;
import org.bieumau.editor.spi.PageSite;
import org.bieumau.editor.spi.TextRange;
import org.bieumau.model.FormTemplate;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.actions.ActionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages that a plug-in, here this one, contributes to the editor through the extension point. */
class ContributedPagesTest {

    private static final String TEXT = """
            // ghi chú
            mẫu biểu BiểuSố1 "ĐĂNG KÝ" {   // giữ nguyên
                cột stt "STT": số thứ tự
                cột tên "TÊN": chữ
            }
            """;

    @RegisterExtension
    final Studio studio = new Studio();

    @BeforeEach
    void install() {
        TitlePage.isInstalled = true;
    }

    @AfterEach
    void uninstall() {
        TitlePage.isInstalled = false;
        TitlePage.factoryFails = false;
        TitlePage.failsToShow = false;
    }

    private static TitlePage show(BieuEditor editor) {
        var page = (TitlePage) editor.show(TitlePage.ID);
        assertNotNull(page);
        settle(page);
        return page;
    }

    private static void settle(TitlePage page) {
        Studio.until("the page follows", () -> page.shownVersion == page.site.version());
    }

    private static List<String> tabs(BieuEditor editor) {
        Composite parent = Studio.widget(editor.textEditor());
        while (!(parent instanceof CTabFolder)) {
            parent = parent.getParent();
        }
        return Arrays.stream(((CTabFolder) parent).getItems())
                .map(CTabItem::getText)
                .toList();
    }

    @Test
    void contributedPageIsShownAtItsPositionAndDisposedOnce() throws Exception {
        var editor = studio.edit(TEXT);
        assertEquals(
                List.of("Thông tin", "Biểu", "Tiêu đề", "Mẫu", "Văn bản", "Tổng hợp", "Trang", "Nguồn"), tabs(editor));
        assertTrue(editor.isTextShown());
        var page = show(editor);
        assertEquals("ĐĂNG KÝ", page.shown());
        assertEquals(Optional.of(page), editor.shownPage());
        assertEquals("a.bieu", page.site.file().orElseThrow().getFileName().toString());
        assertEquals(0, page.disposals);
        studio.page().closeAllEditors(false);
        assertEquals(1, page.disposals);
    }

    @Test
    void modelChangeBecomesOneUndoableEdit() throws Exception {
        var editor = studio.edit(TEXT);
        var page = show(editor);
        page.rename("DANH SÁCH");
        Studio.until("written", () -> editor.changes().isIdle());
        assertEquals(TEXT.replace("ĐĂNG KÝ", "DANH SÁCH"), editor.document().get());
        settle(page);
        assertEquals("DANH SÁCH", page.shown());
        assertTrue(page.site.isDirty());
        editor.textEditor().getAction(ActionFactory.UNDO.getId()).run();
        assertEquals(TEXT, editor.document().get());
        settle(page);
        assertEquals("ĐĂNG KÝ", page.shown());
    }

    @Test
    void typedTextCountsAsUnsavedAndIsSaved() throws Exception {
        var editor = studio.edit(TEXT);
        var page = show(editor);
        page.type("DANH SÁCH");
        assertTrue(editor.isDirty());
        assertEquals(TEXT, editor.document().get());
        editor.doSave(new NullProgressMonitor());
        assertEquals(TEXT.replace("ĐĂNG KÝ", "DANH SÁCH"), Studio.content(file(editor)));
        settle(page);
        assertFalse(editor.isDirty());
        page.type("BIỂU");
        editor.show(GridPage.ID);
        Studio.until("written", () -> editor.changes().isIdle());
        assertEquals(TEXT.replace("ĐĂNG KÝ", "BIỂU"), editor.document().get());
    }

    private static IFile file(BieuEditor editor) {
        return ((IFileEditorInput) editor.getEditorInput()).getFile();
    }

    @Test
    void elementsCanBeAddedToTheLibrary() throws Exception {
        var editor = studio.edit(TEXT);
        var page = show(editor);
        page.site.change(library -> {
            var copy = EcoreUtil.copy(TitlePage.template(library).orElseThrow());
            copy.setName("BiểuSố2");
            library.getElements().add(copy);
        });
        Studio.until("written", () -> editor.changes().isIdle());
        assertTrue(editor.document().get().startsWith(TEXT.strip()), editor.document()::get);
        assertTrue(editor.document().get().contains("mẫu biểu BiểuSố2 \"ĐĂNG KÝ\""), editor.document()::get);
    }

    @Test
    void refusedChangesLeaveTheTextUnchanged() throws Exception {
        var editor = studio.edit(TEXT);
        var page = show(editor);
        page.site.<FormTemplate>change(library -> Optional.empty(), template -> template.setTitle("A"));
        page.site.change(library -> {
            library.getElements().clear();
            throw new IllegalArgumentException("không được");
        });
        Studio.until("refused", () -> editor.changes().isIdle());
        assertEquals(TEXT, editor.document().get());
        editor.document().replace(0, 0, "biểu {");
        page.rename("B");
        Studio.until("refused", () -> editor.changes().isIdle());
        assertEquals("biểu {" + TEXT, editor.document().get());
        Studio.until("problems", () -> !page.problems.isEmpty());
        assertEquals(page.problems, page.site.problems());
        assertEquals("SYNTAX-EXPECTED", page.problems.getFirst().code());
    }

    @Test
    void navigationWorksBetweenPageAndText() throws Exception {
        var editor = studio.edit(TEXT);
        var page = show(editor);
        page.site.select(new TextRange(3, 2));
        assertEquals(3, page.site.caret());
        assertTrue(!editor.isTextShown());
        page.site.showText(new TextRange(5, 0));
        assertTrue(editor.isTextShown());
        editor.textEditor().selectAndReveal(7, 0);
        show(editor);
        Studio.until("revealed", () -> page.revealed == 7);
        editor.show(TemplatePage.ID);
        show(editor);
        page.site.showText(page.selection().orElseThrow());
        var template = TEXT.indexOf("mẫu biểu");
        assertEquals(template, editor.caret());
        var at = page.site
                .readUnlessBusy(model -> model.elementAt(TEXT.indexOf("ĐĂNG")).orElseThrow() instanceof FormTemplate)
                .orElse(true);
        assertTrue(at);
    }

    @Test
    void failingFactoryIsReportedByNameOnceAndLeftOut() throws Exception {
        TitlePage.factoryFails = true;
        var first = studio.edit(TEXT);
        assertEquals(
                List.of("Trang «Trang hỏng» của phần mở rộng org.bieumau.rcp.tests gặp lỗi nên bị tắt: "
                        + "IllegalStateException: hỏng thử. Hãy gỡ bỏ hoặc cập nhật phần mở rộng này."),
                studio.takeErrors());
        assertEquals(1, TitlePage.failures);
        assertTrue(!tabs(first).contains("Trang hỏng"));
        assertNull(first.show("org.bieumau.rcp.tests.failing"));
        studio.page().closeAllEditors(false);
        var second = (BieuEditor) studio.open(studio.file(studio.project("khác"), "b.bieu", TEXT));
        assertEquals(List.of(), studio.takeErrors());
        assertEquals(1, TitlePage.failures);
        assertEquals("ĐĂNG KÝ", show(second).shown());
    }

    @Test
    void failingPageIsReportedByNameAndReplaced() throws Exception {
        var editor = studio.edit(TEXT);
        TitlePage.failsToShow = true;
        editor.show(TitlePage.ID);
        Studio.until(
                "the page is replaced",
                () -> Studio.find(
                                studio.page().getWorkbenchWindow().getShell(),
                                Label.class,
                                each -> each.getText().contains("org.bieumau.rcp.tests"))
                        != null);
        assertEquals(
                List.of("Trang «Tiêu đề» của phần mở rộng org.bieumau.rcp.tests gặp lỗi nên bị tắt: "
                        + "IllegalStateException: hiện hỏng. Hãy gỡ bỏ hoặc cập nhật phần mở rộng này."),
                studio.takeErrors());
        editor.document().replace(0, 0, "\n");
        Studio.settle(editor.textEditor());
        assertNotNull(editor.show(TemplatePage.ID));
    }

    /** The contract must name API packages only, so that other plug-ins need nothing internal to contribute a page. */
    @Test
    void pageContractNamesNoInternalPackage() {
        var packages = new TreeSet<String>();
        for (var type :
                List.of(EditorPage.class, EditorPageFactory.class, FileModel.class, PageSite.class, TextRange.class)) {
            Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getConstructors()))
                    .flatMap(each -> Pattern.compile("org\\.(?:bieumau|eclipse\\.xtext)[a-z.]*(?=\\.[A-Z])")
                            .matcher(each.toGenericString())
                            .results())
                    .forEach(found -> packages.add(found.group()));
        }
        assertEquals(Set.of("org.bieumau.core.problem", "org.bieumau.editor.spi", "org.bieumau.model"), packages);
    }
}
