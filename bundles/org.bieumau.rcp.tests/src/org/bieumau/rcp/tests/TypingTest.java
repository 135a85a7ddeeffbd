/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.grid.GridPage;
import org.bieumau.editor.internal.info.InfoPage;
import org.bieumau.editor.internal.template.TemplatePage;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IFileEditorInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing that is typed on a page is lost, whatever the user does next. All keys and clicks are real. */
class TypingTest {

    @RegisterExtension
    final Studio studio = new Studio();

    private static final String QUOTES = "''" + "'";
    private static final String TEXT = """
            mẫu biểu M "MẪU" {
                cột stt "STT": số thứ tự
                cột tên "TÊN": chữ
                cột sl "SL": số
                cột nd "NỘI DUNG": nhiều đoạn
            }
            biểu B lập theo mẫu M {
                dòng "một" {
                    sl 1
                    nd ###
                        Xong **tốt**.
                    ###
                }
                dòng "hai" {
                    sl 2
                    nd ###
                        Chưa
                    ###
                }
            }
            """.replace("###", QUOTES);

    private static final int TITLE = 1;
    private static final int NUMBER = 2;
    private static final int LONG = 3;

    private BieuEditor editor;
    private GridPage page;
    private Person person;

    private void openForm() throws Exception {
        editor = studio.edit(TEXT);
        page = (GridPage) editor.show(GridPage.ID);
        settle();
        person = new Person(studio.page().getWorkbenchWindow().getShell());
    }

    private void settle() {
        Studio.until("grid", () -> page.isSettled() && page.table() != null);
        Studio.spin(300);
    }

    private IDocument document() {
        return editor.document();
    }

    private String saved() {
        try {
            return Studio.content(file());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private IFile file() {
        return ((IFileEditorInput) editor.getEditorInput()).getFile();
    }

    /** Types in a cell, which stays open. */
    private Control typeIn(int column, int row, String typed) {
        person.clickCell(page.table(), column, row);
        person.type(typed);
        var cell = page.table().getActiveCellEditor();
        assertNotNull(cell, "no open cell");
        return cell.getEditorControl();
    }

    @Test
    void numberEnteredInTheLastRowStays() throws Exception {
        openForm();
        typeIn(NUMBER, 1, "45");
        person.press("Return");
        person.clickCell(page.table(), TITLE, 0);
        settle();
        person.clickCell(page.table(), TITLE, 1);
        settle();
        assertEquals(TEXT.replace("sl 2", "sl 45"), document().get());
    }

    @Test
    void longCellLeftByTabAtTheLastPositionStaysAndARowFollows() throws Exception {
        openForm();
        typeIn(LONG, 1, "roi");
        person.press("Tab");
        settle();
        person.clickCell(page.table(), TITLE, 0);
        settle();
        person.clickCell(page.table(), TITLE, 1);
        settle();
        var text = document().get();
        assertEquals(
                words(TEXT.replace("Chưa", "roi")), words(text.replaceFirst("dòng\\s*(\\{ *\\})?\\s*}\\s*$", "}\n")));
        assertEquals(4, text.split("dòng", -1).length, text);
    }

    @Test
    void saveKeySavesAnOpenCellAndTypingContinues() throws Exception {
        openForm();
        assertFalse(editor.isDirty());
        typeIn(NUMBER, 0, "4");
        assertTrue(editor.isDirty());
        person.press("ctrl+s");
        Studio.until("saved", () -> !editor.isDirty());
        assertEquals(TEXT.replace("sl 1", "sl 4"), saved());
        person.type("5");
        person.press("ctrl+s");
        Studio.until("saved", () -> !editor.isDirty());
        assertEquals(TEXT.replace("sl 1", "sl 45"), saved());
        typeIn(LONG, 0, "roi");
        person.press("ctrl+s");
        Studio.until("saved", () -> !editor.isDirty());
        assertEquals(TEXT.replace("sl 1", "sl 45").replace("Xong **tốt**.", "roi"), saved());
    }

    @Test
    void saveAllKeySavesAnOpenCell() throws Exception {
        openForm();
        typeIn(TITLE, 0, "moi");
        person.press("ctrl+shift+s");
        Studio.until("saved", () -> !editor.isDirty());
        assertEquals(TEXT.replace("dòng \"một\"", "dòng \"moi\""), saved());
    }

    @Test
    void exportContainsAnOpenCell() throws Exception {
        openForm();
        typeIn(NUMBER, 0, "45");
        var atExport = new String[1];
        studio.answer(shell -> {
            if (shell.getText().equals("Xuất tệp")) {
                atExport[0] = document().get();
                shell.close();
                return true;
            }
            return false;
        });
        person.press("ctrl+alt+e");
        Studio.until("the wizard was open", () -> atExport[0] != null);
        assertEquals(TEXT.replace("sl 1", "sl 45"), atExport[0]);
    }

    @Test
    void undoKeyUndoesAnOpenCellAndRedoKeyRestoresIt() throws Exception {
        openForm();
        typeIn(NUMBER, 0, "45");
        person.press("ctrl+z");
        settle();
        assertEquals(TEXT, document().get());
        person.clickCell(page.table(), TITLE, 1);
        settle();
        assertEquals(TEXT, document().get());
        person.press("ctrl+shift+z");
        settle();
        assertEquals(TEXT.replace("sl 1", "sl 45"), document().get());
    }

    @Test
    void fieldClickedNextToAnOpenCellGetsTheKeys() throws Exception {
        openForm();
        typeIn(TITLE, 0, "moi");
        var find = Studio.find(
                studio.page().getWorkbenchWindow().getShell(),
                Text.class,
                each -> each.getMessage().equals("Tìm trong biểu"));
        person.click(find, 40, 10);
        person.type("hai");
        settle();
        assertEquals("hai", find.getText());
        assertEquals(TEXT.replace("dòng \"một\"", "dòng \"moi\""), document().get());
    }

    @Test
    void choiceIsSaved() throws Exception {
        editor = studio.edit("""
                danh mục LV { A "Lĩnh A" B "Lĩnh B" }
                mẫu biểu M "MẪU" {
                    cột tên "TÊN": chữ
                    cột loại "LOẠI": chọn từ LV
                }
                biểu B lập theo mẫu M { dòng "một" { } }
                """);
        page = (GridPage) editor.show(GridPage.ID);
        settle();
        person = new Person(studio.page().getWorkbenchWindow().getShell());
        person.clickCell(page.table(), 1, 0);
        person.press("F2");
        studio.shot("chon");
        person.press("Down", "Down", "Return");
        settle();
        person.press("ctrl+s");
        Studio.until("saved", () -> !editor.isDirty());
        assertTrue(saved().contains("loại B"), saved());
    }

    @Test
    void otherPageShowsAnOpenCell() throws Exception {
        openForm();
        typeIn(LONG, 1, "roi");
        person.clickTab("Nguồn");
        Studio.until("written", () -> editor.changes().isIdle());
        assertTrue(editor.isTextShown());
        assertEquals(TEXT.replace("Chưa", "roi"), document().get());
    }

    @Test
    void closingAsksToSaveAnOpenCell() throws Exception {
        openForm();
        typeIn(TITLE, 1, "moi");
        var file = file();
        var answered = studio.answer(shell -> Studio.press(shell, "Lưu", "Có"));
        person.press("ctrl+w");
        Studio.until("closed", () -> studio.page().getEditorReferences().length == 0);
        assertNotNull(answered.get(), "no question");
        assertEquals(TEXT.replace("dòng \"hai\"", "dòng \"moi\""), Studio.content(file));
    }

    @Test
    void openCellIsWrittenWhenTheWindowLosesTheFocus() throws Exception {
        openForm();
        typeIn(TITLE, 0, "moi");
        var other = new Shell(studio.page().getWorkbenchWindow().getShell().getDisplay());
        other.setLayout(new FillLayout());
        new Text(other, SWT.SINGLE);
        other.setBounds(300, 300, 200, 100);
        other.open();
        try {
            Studio.until("the other window is active", () -> other.getDisplay().getActiveShell() == other);
            settle();
            assertEquals(
                    TEXT.replace("dòng \"một\"", "dòng \"moi\""), document().get());
        } finally {
            other.dispose();
        }
        person.activate();
        person.type("hon");
        person.press("Return");
        settle();
        assertEquals(TEXT.replace("dòng \"một\"", "dòng \"moihon\""), document().get());
    }

    @Test
    void rowIsTypedRightAfterItWasAdded() throws Exception {
        openForm();
        person.clickCell(page.table(), TITLE, 0);
        person.click("Thêm dòng");
        person.type("ba bon");
        person.press("Return");
        settle();
        var expected = TEXT.replace("    dòng \"hai\"", "    dòng \"ba bon\" { }\n    dòng \"hai\"");
        assertEquals(words(expected), words(document().get()));
        person.click("Thêm dòng");
        person.press("space");
        settle();
        assertEquals(
                4, document().get().split("dòng", -1).length - 1, document().get());
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").replace("{ }", "").replaceAll(" +", " ");
    }

    @Test
    void openCellIsWrittenToItsRowWhenTheRowIsMovedOrOthersAreAdded() throws Exception {
        openForm();
        typeIn(NUMBER, 0, "45");
        person.click("Xuống");
        settle();
        var text = document().get();
        assertTrue(text.indexOf("\"hai\"") < text.indexOf("\"một\""), text);
        assertTrue(text.indexOf("sl 2") < text.indexOf("sl 45"), text);
        typeIn(NUMBER, 0, "78");
        person.click("Nhân đôi");
        settle();
        assertEquals(
                3,
                document().get().split("sl 78|sl 45", -1).length - 1,
                document().get());
    }

    /** Regression: the emphasis of a long cell could not be removed, because the text shown is the same without it. */
    @Test
    void emphasisOfALongCellIsRemoved() throws Exception {
        openForm();
        person.clickCell(page.table(), LONG, 0);
        person.press("F2", "ctrl+a", "ctrl+b", "ctrl+b", "ctrl+Return");
        settle();
        assertEquals(TEXT.replace("**tốt**", "tốt"), document().get());
    }

    @Test
    void longCellIsCopiedCutAndPastedWithTheKeys() throws Exception {
        openForm();
        person.clickCell(page.table(), LONG, 0);
        person.press("F2", "ctrl+a", "ctrl+c", "End");
        paste();
        paste();
        person.press("ctrl+Return");
        settle();
        var copied = TEXT.replace("Xong **tốt**.", "Xong **tốt**.Xong **tốt**.Xong **tốt**.");
        assertEquals(copied, document().get());
        person.press("F2", "ctrl+a", "ctrl+x", "ctrl+Return");
        settle();
        person.clickCell(page.table(), LONG, 1);
        person.press("F2", "ctrl+a");
        paste();
        person.press("ctrl+Return");
        settle();
        assertTrue(
                document().get().contains("Xong **tốt**.Xong **tốt**.Xong **tốt**."),
                document().get());
        assertFalse(document().get().contains("Chưa"), document().get());
    }

    /** Presses the key to paste, and waits: GTK handles other keys while it fetches the clipboard. */
    private void paste() {
        person.press("ctrl+v");
        Studio.spin(300);
    }

    @Test
    void cellsAreCopiedAndPastedWithTheKeysAndTheMenu() throws Exception {
        openForm();
        person.clickCell(page.table(), NUMBER, 0);
        person.press("ctrl+c");
        person.clickCell(page.table(), NUMBER, 1);
        person.press("ctrl+v");
        settle();
        assertEquals(TEXT.replace("sl 2", "sl 1"), document().get());
        person.clickCell(page.table(), TITLE, 1);
        person.choose("Soạn", "Chép");
        person.clickCell(page.table(), TITLE, 0);
        person.choose("Soạn", "Dán");
        settle();
        assertEquals(
                TEXT.replace("sl 2", "sl 1").replace("\"một\"", "\"hai\""),
                document().get());
    }

    @Test
    void fieldOfTheDetailsIsWritten() throws Exception {
        var text = "cơ quan A \"Á\"\nkế hoạch K {\n    cơ quan ban hành A\n    trích yếu \"cu\"\n}\n";
        editor = studio.edit(text);
        var details = (InfoPage) editor.show(InfoPage.ID);
        Studio.until("details", details::isSettled);
        person = new Person(studio.page().getWorkbenchWindow().getShell());
        person.click(details.field("subject"), 5, 5);
        person.press("ctrl+a");
        person.type("moi");
        assertTrue(editor.isDirty());
        person.press("ctrl+s");
        Studio.until("saved", () -> !editor.isDirty());
        assertEquals(text.replace("\"cu\"", "\"moi\""), saved());
        person.type("x");
        person.press("ctrl+z");
        Studio.until("undone", details::isSettled);
        person.press("Tab");
        Studio.until("settled", details::isSettled);
        assertEquals(text.replace("\"cu\"", "\"moi\""), document().get());
        assertEquals("moi", ((Text) details.field("subject")).getText());
    }

    @Test
    void propertyOfATemplateIsWritten() throws Exception {
        editor = studio.edit(TEXT);
        var template = (TemplatePage) editor.show(TemplatePage.ID);
        Studio.until(
                "template", () -> template.isSettled() && template.properties().field("title") != null);
        person = new Person(studio.page().getWorkbenchWindow().getShell());
        person.click(template.properties().field("title"), 5, 5);
        person.press("ctrl+a");
        person.type("moi");
        assertTrue(editor.isDirty());
        person.press("ctrl+s");
        Studio.until("saved", () -> !editor.isDirty());
        assertEquals(TEXT.replace("\"MẪU\"", "\"moi\""), saved());
    }

    @Test
    void escapeDiscardsAnOpenCell() throws Exception {
        openForm();
        typeIn(TITLE, 0, "moi");
        assertTrue(editor.isDirty());
        person.press("Escape");
        settle();
        assertNull(page.table().getActiveCellEditor());
        assertFalse(editor.isDirty());
        assertEquals(TEXT, document().get());
    }
}
