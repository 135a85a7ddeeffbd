/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.bieumau.dsl.ide.internal.paste.PastedCell;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.grid.GridPage;
import org.bieumau.editor.internal.info.InfoPage;
import org.bieumau.editor.internal.pages.PagesPage;
import org.bieumau.editor.internal.pages.PagesPreview;
import org.bieumau.editor.internal.prose.ProsePage;
import org.bieumau.editor.internal.template.TemplatePage;
import org.bieumau.examples.internal.Examples;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.actions.ActionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages of the rich editor in the workbench. */
class RichEditorTest {

    @RegisterExtension
    final Studio studio = new Studio();

    private BieuEditor open(String name) throws Exception {
        return (BieuEditor) studio.open(studio.examples().getFile(name + ".bieu"));
    }

    @Test
    void pagesOfEachDocumentAreLaidOut() throws Exception {
        var project = studio.examples();
        for (var name : Examples.DOCUMENTS) {
            var editor = (BieuEditor) studio.open(project.getFile(name + ".bieu"));
            var page = (PagesPage) editor.show(PagesPage.ID);
            Studio.until("pages", page::isSettled);
            Studio.spin(1000);
            studio.shot("trang-" + name);
            assertTrue(page.position().matches("Trang 1/[1-9]"), page.position());
            var folder = Studio.find(
                    editor.getSite().getShell(),
                    CTabFolder.class,
                    each -> each.getItemCount() > 0
                            && each.getItem(each.getItemCount() - 1).getText().equals("Nguồn"));
            assertEquals(SWT.TOP, folder.getTabPosition());
        }
    }

    /** Edits are laid out in the preview, the place of the caret is framed, and a click moves the caret. */
    @Test
    void previewAndTextFollowEachOther() throws Exception {
        var editor = open("quangngai-2022-congvan");
        var preview = (PagesPreview) studio.page().showView(PagesPreview.ID);
        Studio.until("pages", preview::isSettled);
        studio.page().activate(editor);
        var addressees = editor.document().get().indexOf("kính gửi");
        editor.textEditor().selectAndReveal(addressees, 0);
        Studio.until("the place is framed", () -> preview.markedOffset() >= 0 && preview.markedOffset() <= addressees);
        editor.document().replace(0, 0, "// mới\n");
        assertFalse(preview.isSettled());
        Studio.until("pages", preview::isSettled);
        studio.shot("trang-in");
        editor.textEditor().selectAndReveal(0, 0);
        var canvas = Studio.find(
                studio.page().getWorkbenchWindow().getShell(),
                Canvas.class,
                each -> each.getClass().getSimpleName().equals("PagesCanvas"));
        for (int y = canvas.getSize().y - 10; y > 0 && editor.caret() == 0; y -= 10) {
            var click = new Event();
            click.x = canvas.getSize().x / 2;
            click.y = y;
            canvas.notifyListeners(SWT.MouseDown, click);
        }
        assertTrue(editor.caret() > 0);
        assertEquals(preview.markedOffset(), editor.caret());
        studio.page().closeAllEditors(false);
        assertFalse(preview.isSettled());
        studio.page().hideView(preview);
    }

    private static GridPage grid(BieuEditor editor) {
        var page = (GridPage) editor.show(GridPage.ID);
        settle(page);
        return page;
    }

    private static void settle(GridPage page) {
        Studio.until("grid", () -> page.isSettled() && page.table() != null);
        Studio.spin(50);
    }

    private static String shown(GridPage page, int column, int row) {
        // After the margin column and below the header rows.
        return String.valueOf(page.table().getDataValueByPosition(column + 1, row + 2));
    }

    @Test
    void detailsOfADocumentAreShownAndWritten() throws Exception {
        var editor = open("quangngai-2022-congvan");
        var before = editor.document().get();
        var page = (InfoPage) editor.show(InfoPage.ID);
        Studio.until("details", page::isSettled);
        studio.shot("thongtin-quangngai-2022-congvan");
        var date = (Text) page.field("date");
        assertEquals("05/4/2022", date.getText());
        page.write("date", "06/4/2022");
        Studio.until("written", page::isSettled);
        assertEquals(
                before.replace("ngày 05/4/2022\n", "ngày 06/4/2022\n"),
                editor.document().get());
        assertEquals("06/4/2022", date.getText());
        page.write("date", "mai");
        Studio.until("refused", page::isSettled);
        assertEquals(
                before.replace("ngày 05/4/2022\n", "ngày 06/4/2022\n"),
                editor.document().get());
        undo(editor);
        Studio.until("undone", page::isSettled);
        assertEquals(before, editor.document().get());
    }

    @Test
    void gridShowsTheForm() throws Exception {
        var page = grid(open("quangngai-2021-dangky"));
        assertEquals("▾ I. Lĩnh vực Tài chính, Văn phòng", shown(page, 0, 0));
        assertEquals("Thực hiện tiết kiệm điện trong cơ quan", shown(page, 1, 1));
        studio.shot("bieu-quangngai-2021-dangky");
    }

    /** Regression: a tooltip was requested for the empty area below the last row. */
    @Test
    void hoveringAnywhereInTheGridCausesNoError() throws Exception {
        var page = grid(open("quangngai-2021-dangky"));
        var size = page.table().getSize();
        for (int x = 2; x < size.x; x += 60) {
            for (int y = 2; y < size.y; y += 20) {
                var event = new Event();
                event.x = x;
                event.y = y;
                page.table().notifyListeners(SWT.MouseHover, event);
            }
        }
        Studio.spin(400);
    }

    @Test
    void spaceKeyTogglesMarksAndUndoRestoresTheText() throws Exception {
        var editor = open("quangngai-2021-dangky");
        var before = editor.document().get();
        var page = grid(editor);
        page.select(3, 1);
        Studio.key(page.table(), ' ', 0, 0);
        settle(page);
        assertEquals("", shown(page, 2, 1));
        assertEquals("X", shown(page, 3, 1));
        assertEquals(
                before.replaceFirst("tậpThể X", "cáNhân X"), editor.document().get());
        page.select(2, 1);
        Studio.key(page.table(), ' ', 0, 0);
        settle(page);
        assertEquals(before, editor.document().get());
        undo(editor);
        undo(editor);
        settle(page);
        assertEquals(before, editor.document().get());
        assertEquals("X", shown(page, 2, 1));
    }

    @Test
    void cellIsTypedInTelexAndRowsAreAdded() throws Exception {
        var editor = open("quangngai-2021-dangky");
        var before = editor.document().get();
        var page = grid(editor);
        page.select(1, 1);
        Studio.key(page.table(), 'N', 0, 0);
        var text = (Text) page.table().getActiveCellEditor().getEditorControl();
        for (var typed : new String[] {"o", "\b", "ô", "n", "g"}) {
            Studio.insert(text, typed);
        }
        Studio.key(text, SWT.CR, SWT.CR, 0);
        settle(page);
        assertTrue(
                editor.document().get().contains("dòng \"Nông\""),
                editor.document().get().substring(1000, 2000));
        Studio.key(page.table(), (char) 0, SWT.INSERT, 0);
        settle(page);
        page.paste(PastedCell.rows("Một\tx\nHai\t\t\"hai\ndòng\""));
        settle(page);
        assertEquals("Một", shown(page, 1, 2));
        assertEquals("Hai", shown(page, 1, 3));
        studio.shot("bieu-soan");
        while (editor.textEditor().getAction(ActionFactory.UNDO.getId()).isEnabled()) {
            undo(editor);
        }
        settle(page);
        assertEquals(before, editor.document().get());
    }

    /** A cell of several paragraphs is edited as on the Text page. Unchanged text stays as it was written. */
    @Test
    void cellOfSeveralParagraphsIsEditedWithItsEmphasis() throws Exception {
        var text = """
                viện dẫn K: kế hoạch số 01/KH-UBND ngày 05/01/2026 của "UBND" về "việc"
                mẫu biểu M "MẪU" {
                    cột tên "TÊN": chữ
                    cột nd "NỘI DUNG": nhiều đoạn
                }
                biểu B lập theo mẫu M {
                    dòng "một" {
                        nd ###
                            Theo [K] **tốt**

                            - Hai \\* ba
                        ###
                    }
                }
                """.replace("###", "''" + "'");
        var editor = studio.edit(text);
        var page = grid(editor);
        page.select(1, 0);
        Studio.key(page.table(), (char) 0, SWT.F2, 0);
        var cell = (StyledText) page.table().getActiveCellEditor().getEditorControl();
        assertEquals("Theo Kế hoạch số 01/KH-UBND ngày 05/01/2026 của UBND về việc tốt\n- Hai * ba", cell.getText());
        studio.shot("bieu-o-nhieu-doan");
        Studio.key(cell, SWT.CR, SWT.CR, SWT.MOD1);
        settle(page);
        assertEquals(text, editor.document().get());
        page.select(1, 0);
        Studio.key(page.table(), (char) 0, SWT.F2, 0);
        cell = (StyledText) page.table().getActiveCellEditor().getEditorControl();
        cell.setSelection(cell.getText().indexOf("ba"), cell.getCharCount());
        Studio.key(cell, 'b', 'b', SWT.MOD1);
        cell.setSelection(cell.getCharCount());
        Studio.type(cell, "\n");
        Studio.telex(cell, "o", "ô");
        Studio.key(cell, SWT.CR, SWT.CR, SWT.MOD1);
        settle(page);
        assertEquals(
                text.replace("\\* ba\n", "\\* **ba**\n            - ô\n"),
                editor.document().get());
        page.select(1, 0);
        Studio.key(page.table(), 'x', 'x', 0);
        Studio.key(page.table().getActiveCellEditor().getEditorControl(), SWT.ESC, SWT.ESC, 0);
        settle(page);
        assertEquals(
                text.replace("\\* ba\n", "\\* **ba**\n            - ô\n"),
                editor.document().get());
    }

    /** A Word cell with several paragraphs becomes one cell. An asterisk or a bracket from Excel is not markup. */
    @Test
    void tableIsPastedWithItsParagraphsAndEmphasis() throws Exception {
        var editor = studio.edit("""
                mẫu biểu M "MẪU" {
                    cột stt "STT": số thứ tự
                    cột tên "TÊN": chữ
                    cột nd "NỘI DUNG": nhiều đoạn
                }
                biểu B lập theo mẫu M {
                    dòng "một" { }
                }
                """);
        var page = grid(editor);
        page.select(1, 0);
        Studio.clip(
                "Hai\tMột\nba\nBốn\t[1]",
                "<table><tr><td>Hai*</td><td><p>Một <b>hai</b></p><p>- ba</p></td></tr><tr><td>Bốn</td><td>[1]</td></tr></table>");
        page.paste();
        settle(page);
        assertEquals(
                "Hai*|Bốn|Một hai\n- ba|[1]",
                shown(page, 1, 0) + "|" + shown(page, 1, 1) + "|" + shown(page, 2, 0) + "|" + shown(page, 2, 1));
        assertTrue(
                editor.document().get().contains("Một **hai**"),
                editor.document().get());
        assertEquals(List.of(), editor.open().problems());
        page.select(2, 1);
        Studio.clip("Năm\nsáu", "<p>Năm</p><p><i>sáu</i></p>");
        page.paste();
        settle(page);
        assertEquals("Năm\nsáu", shown(page, 2, 1));
        page.select(2, 1);
        page.copy();
        page.select(2, 0);
        page.paste();
        settle(page);
        assertEquals(
                2,
                editor.document().get().split("[*]sáu[*]", -1).length - 1,
                editor.document().get());
    }

    private static void undo(BieuEditor editor) {
        var action = editor.getEditorSite().getActionBars().getGlobalActionHandler(ActionFactory.UNDO.getId());
        assertNotNull(action);
        action.run();
        Studio.spin(20);
    }

    @Test
    void syntaxErrorDisablesTheGridButKeepsItsRows() throws Exception {
        var editor = open("quangngai-2021-dangky");
        var page = grid(editor);
        var text = editor.document().get();
        editor.document().replace(text.indexOf("biểu ĐăngKý2021"), 4, "bieeu");
        Studio.settle(editor.textEditor());
        Studio.spin(300);
        assertTrue(!page.table().isEnabled());
        assertEquals("Thực hiện tiết kiệm điện trong cơ quan", shown(page, 1, 1));
        studio.shot("bieu-loi");
        editor.document().set(text);
        settle(page);
        assertTrue(page.table().isEnabled());
    }

    @Test
    void pageWithoutContentSaysWhy() throws Exception {
        var editor = studio.edit("cơ quan A \"Á\"\n");
        var reasons = Map.of(
                InfoPage.ID, "Tệp này chưa có văn bản hay biểu nào. ",
                GridPage.ID, "Tệp này chưa có biểu nào đã lập. ",
                TemplatePage.ID, "Tệp này chưa có mẫu biểu nào. ",
                ProsePage.ID, "Tệp này chưa có văn bản nào có nội dung. ");
        reasons.forEach((id, reason) -> {
            editor.show(id);
            Studio.until(reason, () -> isShown(reason));
        });
        editor.document().set("cơ quan {\n");
        for (var id : reasons.keySet()) {
            editor.show(id);
            Studio.until(id, () -> isShown("Văn bản nguồn đang có lỗi cú pháp"));
        }
        editor.document().set("mẫu biểu M \"DANH SÁCH\" { cột a: chữ }\n");
        editor.show(TemplatePage.ID);
        Studio.until("the page has content", () -> !isShown("Văn bản nguồn") && !isShown("Tệp này chưa có"));
    }

    /** Returns whether a visible label begins with a text. */
    private boolean isShown(String beginning) {
        var shell = studio.page().getWorkbenchWindow().getShell();
        return Studio.find(shell, Label.class, each -> each.getText().startsWith(beginning)) != null;
    }
}
