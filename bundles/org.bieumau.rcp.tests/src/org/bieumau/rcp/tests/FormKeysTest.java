/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.grid.GridPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The keys and the mouse work on a form as in a spreadsheet. All keys and clicks are real. */
class FormKeysTest {

    private static final String TEXT = """
            danh mục LV { A "Giáo dục" B "Y tế" C "Xây dựng" }
            mẫu biểu M "MẪU" {
                cột stt "STT": số thứ tự
                cột tên "TÊN": chữ
                nhóm g "CHỌN", chọn đúng một {
                    cột a "CÓ": đánh dấu
                    cột b "KHÔNG": đánh dấu
                }
                cột sl "SL": số, dòng tổng tổng, dòng cộng tổng
                lĩnh vực theo LV, đánh số I, dòng đánh số lại
            }
            biểu B lập theo mẫu M {
                lĩnh vực A {
                    dòng "một" { a X sl 1 }
                    dòng "hai" { a X sl 2 }
                    dòng "ba" { a X }
                }
                lĩnh vực B {
                    dòng "bốn" { a X sl 4 }
                }
            }
            """;

    /** Number of rows with titles of columns and groups. */
    private static final int HEADERS = 2;

    private static final int TITLE = 1;
    private static final int NO = 3;
    private static final int NUMBER = 4;

    @RegisterExtension
    final Studio studio = new Studio();

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

    private String text() {
        settle();
        return editor.document().get();
    }

    private static void assertText(String expected, String actual) {
        assertEquals(words(expected), words(actual));
    }

    private static String words(String text) {
        return text.substring(text.indexOf("biểu B")).replaceAll("\\s+", " ");
    }

    private String selected() {
        return page.selectedCells();
    }

    @Test
    void keysMoveReplaceAndClearAsInASpreadsheet() throws Exception {
        openForm();
        person.clickCell(page.table(), NUMBER, 1);
        assertNull(page.table().getActiveCellEditor(), "a click selects a cell and does not open it");
        person.type("7");
        person.press("Return");
        assertEquals("4:2", selected());
        person.press("Up", "F2");
        person.type("5");
        person.press("Return");
        assertText(TEXT.replace("sl 1", "sl 75"), text());
        assertEquals("4:2", selected());
        person.press("Delete");
        assertText(TEXT.replace("sl 1", "sl 75").replace("sl 2 ", ""), text());
        person.press("ctrl+z", "ctrl+z");
        assertText(TEXT.replace("sl 1", "sl 7"), text());
        person.press("ctrl+y");
        assertText(TEXT.replace("sl 1", "sl 75"), text());
        person.press("ctrl+a", "ctrl+Home");
        assertEquals("0:0", selected());
        person.press("ctrl+a");
        assertNotNull(
                Studio.find(
                        studio.page().getWorkbenchWindow().getShell(),
                        Label.class,
                        each -> each.getText().startsWith("Đếm: 15 ")),
                "the cells are not selected");
        person.clickCell(page.table(), NUMBER, 1);
        person.press("ctrl+Down");
        assertEquals("4:2", selected());
        person.press("ctrl+Down");
        assertEquals("4:4", selected());
        person.press("ctrl+shift+Up");
        assertEquals("4:2", selected());
        person.clickCell(page.table(), NUMBER, 1);
        person.press("shift+Down", "shift+Down", "ctrl+d");
        assertText(
                TEXT.replace("sl 1", "sl 75")
                        .replace("sl 2", "sl 75")
                        .replace("\"ba\" { a X }", "\"ba\" { a X sl 75 }"),
                text());
        person.press("ctrl+z", "BackSpace");
        assertNotNull(page.table().getActiveCellEditor());
        person.type("3");
        person.press("Return");
        assertText(TEXT.replace("sl 1", "sl 3"), text());
    }

    @Test
    void markChangesByKeysAndDoubleClickOnly() throws Exception {
        openForm();
        person.clickCell(page.table(), NO, 1);
        assertText(TEXT, text());
        person.press("space");
        var marked = TEXT.replace("\"một\" { a X", "\"một\" { b X");
        assertText(marked, text());
        person.press("Down");
        person.type("x");
        marked = marked.replace("\"hai\" { a X", "\"hai\" { b X");
        assertText(marked, text());
        person.type("x");
        assertText(marked, text());
        person.doubleClickCell(page.table(), NO - 1, 2);
        assertText(marked.replace("\"hai\" { b X", "\"hai\" { a X"), text());
    }

    @Test
    void tabGoesFromCellToCellAndMakesARowAtTheEnd() throws Exception {
        openForm();
        person.clickCell(page.table(), NUMBER, 2);
        person.press("Tab");
        assertEquals("1:3", selected());
        person.press("shift+Tab");
        assertEquals("4:2", selected());
        person.clickCell(page.table(), NUMBER, 6);
        person.type("9");
        person.press("Tab");
        settle();
        person.type("nam");
        person.press("Return");
        assertText(
                TEXT.replace("{ a X sl 4 }", "{ a X sl 9 } dòng \"nam\" { }").replace(" { }", ""),
                text().replace(" { }", ""));
    }

    @Test
    void pasteIsOneStepAndTellsAboutMarks() throws Exception {
        openForm();
        person.clickCell(page.table(), TITLE, 6);
        Studio.clip("năm\tx\tx\t5\nsáu\t\tx\t6\n");
        person.press("ctrl+v");
        Studio.spin(500);
        var text = text();
        assertTrue(text.contains("\"năm\" { a X b X sl 5 }"), text);
        assertTrue(text.contains("\"sáu\" { b X sl 6 }"), text);
        var message =
                editor.getEditorSite().getActionBars().getStatusLineManager().toString();
        assertNotNull(message);
        studio.shot("dan-dau");
        person.press("ctrl+z");
        assertText(TEXT, text());
    }

    @Test
    void sectionsAreAddedRenamedMovedAndDeleted() throws Exception {
        openForm();
        clickHeading(5);
        assertEquals(9, page.table().getRowCount() - HEADERS, "a click on a heading selects it");
        var answered = studio.answer(shell -> {
            if (shell.getText().equals("Xóa lĩnh vực")) {
                studio.shot("xoa-linh-vuc", shell);
                return Studio.press(shell, "Hủy");
            }
            var combo = Studio.find(shell, Combo.class, each -> true);
            if (combo == null) {
                return false;
            }
            combo.select(combo.indexOf("Xây dựng"));
            combo.notifyListeners(SWT.Modify, new Event());
            studio.shot("linh-vuc", shell);
            return Studio.press(shell, "OK", "Đồng ý");
        });
        person.press("F2");
        settle();
        assertEquals("Đổi tên lĩnh vực", answered.get().replace("…", ""));
        assertText(TEXT.replace("lĩnh vực B {", "lĩnh vực C {"), text());
        choose("Chuyển lĩnh vực lên");
        settle();
        assertTrue(text().indexOf("lĩnh vực C {") < text().indexOf("lĩnh vực A {"), text());
        person.press("ctrl+z");
        settle();
        clickHeading(5);
        choose("Xóa lĩnh vực");
        assertEquals("Xóa lĩnh vực", answered.get());
        assertText(TEXT.replace("lĩnh vực B {", "lĩnh vực C {"), text());
    }

    /** Clicks on a heading beside its arrow. */
    private void clickHeading(int row) {
        var bounds = page.table().getBoundsByPosition(1, row + HEADERS);
        person.click(page.table(), bounds.x + 80, bounds.y + bounds.height / 2);
    }

    private void choose(String entry) {
        var menu = page.table().getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        Arrays.stream(menu.getItems())
                .filter(item -> item.getText().equals(entry))
                .findFirst()
                .map(MenuItem.class::cast)
                .orElseThrow()
                .notifyListeners(SWT.Selection, new Event());
        menu.notifyListeners(SWT.Hide, new Event());
        Studio.spin(100);
    }

    @Test
    void selectionIsSummedUpAndRowsAreFiltered() throws Exception {
        openForm();
        person.clickCell(page.table(), NUMBER, 1);
        person.press("shift+Down", "shift+Down");
        var window = studio.page().getWorkbenchWindow().getShell();
        assertNotNull(
                Studio.find(window, Label.class, each -> each.getText().equals("Đếm: 2   Tổng: 3   Trung bình: 1,5")));
        studio.shot("bieu-tong");
        var find = Studio.find(window, Text.class, each -> each.getMessage().equals("Tìm trong biểu"));
        person.click(find, 40, 10);
        person.type("bon");
        var filter = Studio.find(window, Button.class, each -> each.getText().equals("Lọc"));
        person.click(filter, 8, 8);
        Studio.spin(400);
        assertEquals(2, page.table().getRowCount() - HEADERS, "a heading and a row");
        assertNotNull(Studio.find(window, Label.class, each -> each.getText().contains("hiện 1 trong 4 dòng")));
        studio.shot("bieu-loc");
        person.click(filter, 8, 8);
        Studio.spin(400);
        assertEquals(9, page.table().getRowCount() - HEADERS);
    }
}
