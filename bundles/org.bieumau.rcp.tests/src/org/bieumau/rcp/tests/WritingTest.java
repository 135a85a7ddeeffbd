/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.info.InfoPage;
import org.bieumau.editor.internal.prose.ProsePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Writes documents on the page Text as in a word processor. All keys and clicks are real. */
class WritingTest {

    private static final String EMPTY = """
            cơ quan A "Á"
            kế hoạch K {
                cơ quan ban hành A
                nội dung ###
                ###
            }
            """.replace("###", "''" + "'");

    @RegisterExtension
    final Studio studio = new Studio();

    private BieuEditor editor;
    private ProsePage page;
    private Person person;

    private void open(String text) throws Exception {
        editor = studio.edit(text);
        page = (ProsePage) editor.show(ProsePage.ID);
        Studio.settle(page);
        person = new Person(studio.page().getWorkbenchWindow().getShell());
        var at = page.text().getLocationAtOffset(0);
        person.click(page.text(), at.x + 1, at.y + 8);
    }

    private String text() {
        Studio.settle(page);
        return page.text().getText();
    }

    private String prose() {
        var text = editor.document().get();
        return text.substring(text.indexOf("''" + "'") + 3, text.lastIndexOf("''" + "'"))
                .replaceAll("(?m)^ +", "")
                .strip();
    }

    @Test
    void listsAreWrittenWithTheKeys() throws Exception {
        open(EMPTY);
        var margin = page.text().getLeftMargin();
        assertTrue(margin > 60, "the text has the margins of a page");
        person.type("I. MUC DICH");
        Studio.settle(page);
        assertEquals(margin, page.text().getLeftMargin(), "the first division moves nothing");
        person.press("Return", "Tab");
        person.type("mot");
        person.press("Return");
        person.type("2. hai");
        person.press("Return", "Tab");
        person.type("ba");
        person.press("Return", "Return");
        person.type("bon");
        person.press("Return", "Return");
        person.type("TO CHUC");
        var written = "I. MUC DICH\n1. mot\n2. hai\na) ba\n3. bon\nII. TO CHUC";
        assertEquals(written, text());
        assertEquals(written, prose());
        studio.shot("soanthao");
        person.press("Up", "shift+Tab");
        assertEquals(written.replace("3. bon\nII", "II. bon\nIII"), text());
        person.press("ctrl+z");
        assertEquals(written, text());
        // A new item moves the numbers below it; Backspace right after a number removes the number.
        person.press("ctrl+Home", "Down", "End", "Return");
        assertEquals(written.replace("2. hai", "2. \n3. hai").replace("3. bon", "4. bon"), text());
        person.press("BackSpace");
        assertEquals(written.replace("2. hai", "\n2. hai"), text());
        person.press("BackSpace");
        assertEquals(written, text());
        person.press("Return", "Return");
        assertEquals(
                written.replace("2. hai", "II. \n1. hai")
                        .replace("3. bon", "2. bon")
                        .replace("II. TO", "III. TO"),
                text());
    }

    @Test
    void tablesAreWrittenWithTheKeys() throws Exception {
        open(EMPTY);
        person.type("Theo bang sau:");
        person.press("Return");
        page.insertTable(2);
        Studio.settle(page);
        person.type("TT");
        person.press("Tab");
        person.type("| viec a");
        person.press("Tab");
        person.type("1.");
        person.press("Tab");
        person.type("Ra soat");
        person.press("ctrl+a", "ctrl+b", "Tab", "Tab", "Tab");
        person.type("3.");
        Studio.settle(page);
        studio.shot("bang");
        var table = "| TT | \\| viec a |\n| --- | --- |\n| 1. | **Ra soat** |\n| | |\n| 3. | |";
        assertEquals("Theo bang sau:\n" + table, prose());
        var menu = page.cell().orElseThrow().getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        assertEquals(
                List.of("Cắt", "Chép", "Dán", "Chọn tất cả", "", "Đậm", "Nghiêng", "", "Thêm dòng phía trên"),
                Stream.of(menu.getItems())
                        .map(item -> item.getText().split("\t")[0])
                        .limit(9)
                        .toList());
        person.press("ctrl+z", "ctrl+z");
        Studio.settle(page);
        assertEquals("Theo bang sau:\n" + table.replace("| 3. |", "| |"), prose());
        assertEquals("", page.cell().orElseThrow().getText().strip());
        person.press("Down");
        person.type("Het");
        person.press("Up", "Up", "Up");
        person.type("x");
        Studio.settle(page);
        assertEquals(
                "Theo bang sau:\n" + table.replace("| 3. |", "| |").replace("| 1. |", "| 1.x |") + "\nHet", prose());
        // A selection has the rows as a whole.
        person.press("Escape", "shift+Up");
        assertTrue(page.cell().isEmpty(), "the selection goes on in the text");
        person.press("Delete");
        Studio.settle(page);
        assertEquals("Theo bang sau:\n| TT | \\| viec a |\n| --- | --- |\n| 1.x | **Ra soat** |\n| | |\nHet", prose());
    }

    @Test
    void agenciesAndCitationsAreDefinedInPlace() throws Exception {
        open("kế hoạch K {\n    nội dung ###\n        Theo\n    ###\n}\n".replace("###", "''" + "'"));
        var answers = new ArrayDeque<>(List.of(
                Map.of("30/2020/NĐ-CP", "12/2026/NĐ-CP", "về công tác văn thư", "lưu trữ"),
                Map.of("Sở Khoa học và Công nghệ", "Sở B", "SKHCN (dùng trong ký hiệu)", "SB")));
        studio.answer(shell -> {
            var create = Studio.find(
                    shell,
                    Button.class,
                    each -> each.getText().equals("Tạo cơ quan mới…")
                            || each.getText().equals("Thêm văn bản mới…"));
            if (create != null) {
                // The dialogue that the button opens has an event loop of its own.
                shell.getDisplay().asyncExec(() -> {
                    if (!create.isDisposed()) {
                        create.notifyListeners(SWT.Selection, new Event());
                    }
                });
                return true;
            }
            var first = Studio.child(shell, Text.class);
            if (first != null && !shell.getText().isEmpty() && first.getText().isEmpty()) {
                answers.removeFirst()
                        .forEach((example, value) -> Studio.find(
                                        shell,
                                        Text.class,
                                        each -> each.getMessage().equals(example))
                                .setText(value));
                studio.shot("dinhnghia-" + answers.size(), shell);
                return Studio.press(shell, "Ghi vào tệp");
            }
            return false;
        });
        page.text().setSelection(4);
        Studio.type(page.text(), " ");
        person.click("Viện dẫn…");
        Studio.until("cited", () -> prose().equals("Theo [NghịĐịnh12]"));
        Studio.settle(page);
        assertTrue(text().contains("Theo Nghị định số 12/2026/NĐ-CP về lưu trữ"), text());
        var details = (InfoPage) editor.show(InfoPage.ID);
        Studio.until("details", details::isSettled);
        studio.shot("thongtin-chon");
        details.pick("agency");
        Studio.until("written", () -> editor.document().get().contains("cơ quan ban hành SB"));
        Studio.until("details", details::isSettled);
        assertEquals("Sở B (SB)", ((Combo) details.field("agency")).getText());
        assertTrue(
                editor.document().get().startsWith("cơ quan SB \"Sở B\""),
                editor.document().get());
    }
}
