/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.template.PastingTable;
import org.bieumau.editor.internal.template.RowsView;
import org.bieumau.editor.internal.template.TemplatePage;
import org.eclipse.jface.action.StatusLineManager;
import org.eclipse.jface.action.SubStatusLineManager;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.ui.actions.ActionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rows that are printed with a form, on the Template page in the workbench. */
class TemplateRowsPageTest {

    private static final String TEXT = """
            mẫu biểu BáoCáo "BÁO CÁO LAO ĐỘNG" {
                cột tt "TT": số thứ tự, rộng 12 mm
                cột tên "Chỉ tiêu": chữ
                cột đơnVị "Đơn vị tính": đơn vị tính
                cột mã "Mã số": mã số
                cột n "Số lượng": số
                chỉ tiêu {
                    tổng "1" "Tổng số", đơn vị tính "Người", mã số "01" {   // mọi người
                        thị "a" "Thành thị", đơn vị tính "Người"
                        nông "b" "Nông thôn", đơn vị tính "Người"
                    }
                    việc "2" "Có việc làm", đơn vị tính "Người"
                }
                kiểm tra R báo lỗi khi tổng.n < tổng.thị.n: "Sai"
            }
            biểu Xã lập theo mẫu BáoCáo {
                chỉ tiêu tổng { n 10 }
                chỉ tiêu tổng.thị { n 4 }
            }
            """;

    private static final String BARE = """
            mẫu biểu BáoCáo "BÁO CÁO LAO ĐỘNG" {
                cột tt "TT": số thứ tự
                cột tên "Chỉ tiêu": chữ
                cột đơnVị "Đơn vị tính": đơn vị tính
                cột n "Số lượng": số
            }
            """;

    @RegisterExtension
    final Studio studio = new Studio();

    private BieuEditor editor;
    private TemplatePage page;
    private RowsView rows;

    private void open(String text) throws Exception {
        editor = studio.edit(text);
        page = (TemplatePage) editor.show(TemplatePage.ID);
        Studio.settle(page);
        rows = page.showRows();
        Studio.settle(page);
    }

    private Table table() {
        return rows.table().table();
    }

    /** Returns the lines of the table: ordinal, title with dots for its level, unit, code, level. */
    private List<String> lines() {
        return Arrays.stream(table().getItems())
                .map(item -> (item.getText(0) + " "
                                + item.getText(1).replace("\u2003\u2002", ".")
                                + " "
                                + item.getText(2)
                                + " "
                                + item.getText(3)
                                + " "
                                + item.getText(4))
                        .replaceAll(" +", " ")
                        .strip())
                .toList();
    }

    private List<String> selected() {
        return Arrays.stream(table().getSelection())
                .map(item -> item.getText(1).replaceAll("[\u2002\u2003]", ""))
                .toList();
    }

    private void press(int key, int modifiers) {
        Studio.key(table(), (char) 0, key, modifiers);
    }

    private Text field() {
        return rows.table().field();
    }

    private void type(String text) {
        field().setText(text);
    }

    private void leave(int traversal) {
        var event = new Event();
        event.detail = traversal;
        event.doit = true;
        field().notifyListeners(SWT.Traverse, event);
        assertFalse(event.doit, "the table handles the key");
    }

    private void undo() {
        editor.textEditor().getAction(ActionFactory.UNDO.getId()).run();
        Studio.settle(page);
    }

    private String text() {
        return editor.document().get();
    }

    @Test
    void rowsAreShownAsTheyArePrinted() throws Exception {
        open(TEXT);
        assertEquals(
                List.of(
                        "Cả biểu",
                        "1 Tổng số Người 01 1",
                        "a .Thành thị Người 2",
                        "b .Nông thôn Người 2",
                        "2 Có việc làm Người 1"),
                lines());
        rows.select("tổng.nông");
        Studio.spin(1500);
        studio.shot("mau-chitieu");
        assertEquals("Nông thôn", ((Text) rows.properties().field("title")).getText());
    }

    @Test
    void rowsOfTheExampleAreShown() throws Exception {
        editor = (BieuEditor) studio.open(studio.examples().getFile("vidu-chitieu.bieu"));
        page = (TemplatePage) editor.show(TemplatePage.ID);
        Studio.settle(page);
        rows = page.showRows();
        assertEquals("Lĩnh vực: THÔNG TIN CUNG LAO ĐỘNG", lines().getFirst());
        assertEquals("a .Chia theo khu vực 2", lines().get(2));
        assertEquals("- ..Thành thị Người 3", lines().get(3));
        rows.select("tổng.khuVực");
        Studio.spin(2500);
        studio.shot("mau-chitieu-vidu");
        table().setSelection(0);
        rows.selected();
        assertEquals("THÔNG TIN CUNG LAO ĐỘNG", ((Text) rows.properties().field("section")).getText());
    }

    /** As with columns: all places that name the row follow. */
    @Test
    void nameOfARowIsChangedWhereverItIsUsed() throws Exception {
        open(TEXT);
        rows.select("tổng.thị");
        studio.answer(shell -> {
            if (!(shell.getData() instanceof InputDialog)) {
                return false;
            }
            Studio.child(shell, Text.class).setText("phố");
            return Studio.press(shell, "Đồng ý");
        });
        var tools = Studio.find(
                studio.page().getWorkbenchWindow().getShell(),
                ToolBar.class,
                bar -> Arrays.stream(bar.getItems())
                        .anyMatch(item -> item.getText().equals("Đổi tên…")));
        Arrays.stream(tools.getItems())
                .filter(item -> item.getText().equals("Đổi tên…"))
                .forEach(item -> item.notifyListeners(SWT.Selection, new Event()));
        Studio.until("renamed", () -> text().contains("tổng.phố"));
        Studio.settle(page);
        assertEquals(TEXT.replace("tổng.thị", "tổng.phố").replace("thị \"a\"", "phố \"a\""), text());
        assertEquals(List.of("Thành thị"), selected());
    }

    @Test
    void rowsAreTypedOneAfterTheOther() throws Exception {
        open(TEXT);
        rows.select("tổng.nông");
        press(SWT.CR, 0);
        type("Ven biển");
        leave(SWT.TRAVERSE_TAB_NEXT);
        type("Hộ");
        leave(SWT.TRAVERSE_RETURN);
        assertNotNull(field(), "the next row is open at once");
        type("Ven đô");
        studio.shot("mau-chitieu-go");
        leave(SWT.TRAVERSE_RETURN);
        leave(SWT.TRAVERSE_RETURN);
        assertNull(field(), "a row without title ends typing");
        Studio.settle(page);
        assertEquals(
                TEXT.replace(
                        "nông \"b\" \"Nông thôn\", đơn vị tính \"Người\"\n",
                        "nông \"b\" \"Nông thôn\", đơn vị tính \"Người\"\n"
                                + "            venBiển \"c\" \"Ven biển\", đơn vị tính \"Hộ\"\n"
                                + "            venĐô \"d\" \"Ven đô\"\n"),
                text());
        assertEquals(List.of("Ven đô"), selected());
        undo();
        assertEquals(6, lines().size());
        undo();
        assertEquals(TEXT, text());
        assertEquals(5, lines().size());
    }

    @Test
    void cellsAreEditedInPlace() throws Exception {
        open(TEXT);
        rows.select("tổng");
        press(SWT.F2, 0);
        assertEquals("Tổng số", field().getText());
        type("Tổng cộng");
        leave(SWT.TRAVERSE_TAB_NEXT);
        leave(SWT.TRAVERSE_TAB_NEXT);
        assertEquals("01", field().getText());
        type("1a");
        leave(SWT.TRAVERSE_TAB_NEXT);
        assertEquals("Thành thị", field().getText(), "the next row");
        leave(SWT.TRAVERSE_ESCAPE);
        Studio.settle(page);
        assertEquals(TEXT.replace("Tổng số", "Tổng cộng").replace("mã số \"01\"", "mã số \"1a\""), text());
        rows.properties().write("ordinal", "a1");
        Studio.settle(page);
        assertTrue(text().contains("thị \"a1\" \"Thành thị\""), text());
        assertEquals(List.of("Thành thị"), selected());
        undo();
        assertEquals(List.of("Thành thị"), selected());
        undo();
        undo();
        assertEquals(TEXT, text());
    }

    /** What is typed counts as unsaved, and is not lost by a command. */
    @Test
    void openCellIsWrittenBeforeTheFileIsSaved() throws Exception {
        open(TEXT);
        rows.select("việc");
        press(SWT.CR, 0);
        type("Thất nghiệp");
        assertTrue(editor.isDirty());
        editor.doSave(null);
        assertFalse(editor.isDirty());
        assertTrue(text().contains("thấtNghiệp \"3\" \"Thất nghiệp\""), text());
        Studio.settle(page);
        assertEquals(List.of("Thất nghiệp"), selected());
        assertEquals("Thất nghiệp", field().getText(), "the user goes on typing");
        type("Thất nghiệp nữ");
        leave(SWT.TRAVERSE_TAB_NEXT);
        Studio.settle(page);
        assertTrue(text().contains("thấtNghiệp \"3\" \"Thất nghiệp nữ\""), text());
    }

    @Test
    void rowsAreMovedAndPutOnOtherLevels() throws Exception {
        open(TEXT);
        rows.select("tổng.nông");
        press(SWT.ARROW_UP, SWT.ALT | SWT.SHIFT);
        Studio.settle(page);
        assertEquals(List.of("Nông thôn"), selected());
        press(SWT.ARROW_RIGHT, SWT.ALT | SWT.SHIFT);
        Studio.settle(page);
        assertEquals(
                List.of("1 Tổng số Người 01 1", "b .Nông thôn Người 2", "a .Thành thị Người 2"),
                lines().subList(1, 4),
                "the first row of a level has nothing above it");
        press(SWT.ARROW_DOWN, SWT.ALT | SWT.SHIFT);
        Studio.settle(page);
        press(SWT.ARROW_RIGHT, SWT.ALT | SWT.SHIFT);
        Studio.settle(page);
        assertEquals("b ..Nông thôn Người 3", lines().get(3));
        assertEquals(List.of("Nông thôn"), selected());
        rows.select("tổng.thị");
        rows.run("outdent");
        Studio.settle(page);
        assertEquals(List.of("Thành thị"), selected());
        assertTrue(text().contains("tổng.n < thị.n"), text());
        assertTrue(text().contains("    chỉ tiêu thị { n 4 }"), text());
        Studio.spin(1500);
        studio.shot("mau-chitieu-cap");
        for (int i = 0; i < 4; i++) {
            undo();
        }
        assertEquals(TEXT, text());
        assertEquals(List.of("Thành thị"), selected());
    }

    @Test
    void deletingARowWithRowsBelowAsks() throws Exception {
        open(TEXT.substring(0, TEXT.indexOf("    kiểm tra")) + "}\n");
        var before = text();
        rows.select("tổng");
        var asked = new ArrayList<String>();
        var answers = new ArrayList<>(List.of("Không xóa", "Xóa hết"));
        studio.answer(shell -> {
            asked.add(shell.getText());
            studio.shot("mau-chitieu-xoa");
            return Studio.press(shell, answers.removeFirst());
        });
        press(SWT.DEL, 0);
        Studio.settle(page);
        assertEquals(before, text());
        press(SWT.DEL, 0);
        Studio.settle(page);
        assertEquals(List.of("Xóa chỉ tiêu", "Xóa chỉ tiêu"), asked);
        assertEquals(List.of("Cả biểu", "2 Có việc làm Người 1"), lines());
        page.delete();
        Studio.settle(page);
        assertFalse(text().contains("chỉ tiêu {"), text());
        assertNotNull(begin(), "a template without rows shows how to begin");
        undo();
        undo();
        assertEquals(before, text());
        assertEquals(2, asked.size());
    }

    /** As with columns: a form names the row. */
    @Test
    void rowInUseIsNotDeleted() throws Exception {
        open(TEXT);
        rows.select("tổng.thị");
        press(SWT.DEL, 0);
        Studio.settle(page);
        assertEquals(TEXT, text());
        assertEquals(List.of("Thành thị"), selected());
        assertTrue(message().startsWith("Chỉ tiêu «tổng.thị» đang được dùng trong tệp này"), message());
    }

    private String message() {
        var line = (SubStatusLineManager) editor.getEditorSite().getActionBars().getStatusLineManager();
        return ((StatusLineManager) line.getParent()).getControl() instanceof Composite control
                ? Studio.find(control, CLabel.class, label -> !label.getText().isBlank())
                        .getText()
                : "";
    }

    private Button begin() {
        return Studio.find(
                studio.page().getWorkbenchWindow().getShell(),
                Button.class,
                button -> button.getText().equals("Thêm chỉ tiêu đầu tiên"));
    }

    @Test
    void templateWithoutRowsShowsAWayToBegin() throws Exception {
        open(BARE);
        studio.shot("mau-chitieu-khong");
        begin().notifyListeners(SWT.Selection, new Event());
        type("Tổng số hộ");
        leave(SWT.TRAVERSE_TAB_NEXT);
        type("Hộ");
        leave(SWT.TRAVERSE_TAB_NEXT);
        leave(SWT.TRAVERSE_TAB_NEXT);
        type("Hộ nghèo");
        leave(SWT.TRAVERSE_RETURN);
        leave(SWT.TRAVERSE_ESCAPE);
        Studio.settle(page);
        assertEquals(BARE.replace("số\n}", """
                        số
                            chỉ tiêu {
                                tổngSốHộ "1" "Tổng số hộ", đơn vị tính "Hộ"
                                hộNghèo "2" "Hộ nghèo"
                            }
                        }"""), text());
        undo();
        undo();
        assertEquals(BARE, text());
        assertNotNull(begin());
    }

    @Test
    void givingUpTheFirstRowShowsTheWayToBeginAgain() throws Exception {
        open(BARE);
        begin().notifyListeners(SWT.Selection, new Event());
        assertNull(begin());
        leave(SWT.TRAVERSE_ESCAPE);
        assertNotNull(begin());
        assertEquals(BARE, text());
        assertFalse(editor.isDirty());
    }

    @Test
    void rowsOfASpreadsheetArePasted() throws Exception {
        open(BARE);
        Studio.clip("Tổng số hộ\tHộ\t01\r\n  Hộ nghèo\tHộ\t02\r\n  Hộ cận nghèo\tHộ\t03\r\n", "<p>x</p>");
        rows.run("paste");
        Studio.settle(page);
        assertEquals(List.of("Cả biểu", "1 Tổng số hộ Hộ 01 1", ".Hộ nghèo Hộ 02 2", ".Hộ cận nghèo Hộ 03 2"), lines());
        assertEquals(List.of("Tổng số hộ"), selected());
        rows.select("tổngSốHộ.hộNghèo");
        Studio.clip("Dân tộc Kinh\nDân tộc Hrê", "<p>x</p>");
        press(SWT.CR, 0);
        field().paste();
        Studio.settle(page);
        assertEquals(List.of("Dân tộc Kinh", "Dân tộc Hrê"), selected());
        assertEquals(".Dân tộc Hrê 2", lines().get(4));
        Studio.spin(1500);
        studio.shot("mau-chitieu-dan");
        undo();
        undo();
        assertEquals(BARE, text());
    }

    @Test
    void oneLineIsPastedIntoTheOpenCell() throws Exception {
        open(TEXT);
        rows.select("việc");
        press(SWT.F2, 0);
        Studio.clip("Đang làm việc\n", "<p>x</p>");
        field().paste();
        assertEquals("Đang làm việc", field().getText().strip());
    }

    @Test
    void copiedRowsArePastedWithTheirLevels() throws Exception {
        open(TEXT);
        table().setSelection(new int[] {1, 2, 3});
        ((PastingTable) table()).copy();
        rows.select("việc");
        ((PastingTable) table()).paste();
        Studio.settle(page);
        assertEquals(
                List.of("1 Tổng số Người 01 1", "a .Thành thị Người 2", "b .Nông thôn Người 2"), lines().subList(5, 8));
        assertTrue(text().contains("tổngSố \"1\" \"Tổng số\""), text());
    }

    @Test
    void rowsAreNumberedAnew() throws Exception {
        open(TEXT);
        rows.select("tổng.nông");
        page.move(-1);
        Studio.settle(page);
        rows.properties().write("ordinal", "a");
        Studio.settle(page);
        rows.run("number");
        Studio.settle(page);
        assertEquals(List.of("a .Nông thôn Người 2", "b .Thành thị Người 2"), lines().subList(2, 4));
    }

    @Test
    void inheritedRowsAreRenamedInTheDerivedTemplate() throws Exception {
        open(TEXT + "mẫu biểu Riêng dựa trên BáoCáo {\n}\n");
        page.choose("Riêng");
        Studio.until("the template", () -> page.columnNames().size() == 5);
        Studio.settle(page);
        rows.select("việc");
        press(SWT.F2, 0);
        type("Có việc");
        leave(SWT.TRAVERSE_TAB_NEXT);
        leave(SWT.TRAVERSE_ESCAPE);
        Studio.settle(page);
        assertTrue(text().contains("đổi tên chỉ tiêu việc thành \"Có việc\""), text());
        studio.shot("mau-chitieu-ketthua");
        rows.run("up");
        Studio.settle(page);
        assertEquals("2 Có việc Người 1", lines().get(4));
    }

    @Test
    void previewFollowsAndSelectsRows() throws Exception {
        open(TEXT);
        rows.select("việc");
        Studio.until("the pages", page.pages()::isSettled);
        Studio.spin(50);
        assertEquals(text().indexOf("việc \"2\""), page.pages().markedOffset());
        rows.properties().write("title", "Đang làm việc");
        Studio.settle(page);
        Studio.until("the pages", page.pages()::isSettled);
        Studio.spin(50);
        assertEquals(text().indexOf("việc \"2\""), page.pages().markedOffset(), "it is still marked");
        page.picked(text().indexOf("nông \"b\""), 1);
        assertEquals(List.of("Nông thôn"), selected());
        assertEquals(text().indexOf("nông \"b\""), page.selectedOffset());
        page.picked(text().indexOf("cột mã"), 1);
        assertEquals(text().indexOf("cột mã"), page.selectedOffset());
    }

    /** Real keys: what is typed while the text is still being written is not lost. */
    @Test
    void rowsAreTypedWithTheKeyboard() throws Exception {
        open(TEXT);
        var person = new Person(studio.page().getWorkbenchWindow().getShell());
        rows.select("việc");
        table().setFocus();
        person.press("Return");
        person.type("Lao dong nu");
        person.press("Tab");
        person.type("nguoi");
        person.press("Return");
        person.type("Lao dong tre");
        person.press("Return", "Escape");
        Studio.settle(page);
        assertEquals(List.of("3 Lao dong nu nguoi 1", "4 Lao dong tre 1"), lines().subList(5, 7));
        Studio.clip("Lao dong khac\tnguoi\nLao dong moi\tnguoi\n", "<p>x</p>");
        person.press("ctrl+v");
        Studio.settle(page);
        assertEquals(List.of("Lao dong khac", "Lao dong moi"), selected());
        person.press("ctrl+z");
        Studio.settle(page);
        rows.select("laoDongTre");
        // The window manager would take these keys.
        press(SWT.ARROW_RIGHT, SWT.ALT | SWT.SHIFT);
        Studio.settle(page);
        assertEquals("4 .Lao dong tre 2", lines().get(6));
        person.press("ctrl+z");
        Studio.settle(page);
        person.press("F2", "End");
        person.type(" em");
        person.press("Return");
        Studio.settle(page);
        assertEquals("4 Lao dong tre em 1", lines().get(6));
    }
}
