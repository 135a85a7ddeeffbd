/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.template.TemplatePage;
import org.bieumau.model.Position;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.actions.ActionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The Template page in the workbench. */
class TemplatePageTest {

    private static final String TEXT = """
            mẫu biểu BiểuSố1 "ĐĂNG KÝ MÔ HÌNH" {
                số hiệu biểu "Biểu số 1"   // theo hướng dẫn
                cột stt "STT": số thứ tự
                cột tên "TÊN MÔ HÌNH": chữ, bắt buộc
                nhóm hìnhThức "HÌNH THỨC", chọn đúng một {
                    cột tậpThể "Tập thể": đánh dấu
                    cột cáNhân "Cá nhân": đánh dấu
                }
            }
            """;

    @RegisterExtension
    final Studio studio = new Studio();

    private static TemplatePage page(BieuEditor editor) {
        var page = (TemplatePage) editor.show(TemplatePage.ID);
        Studio.settle(page);
        return page;
    }

    private static List<String> labels(TreeItem[] items) {
        var labels = new ArrayList<String>();
        for (var item : items) {
            labels.add(item.getText());
            labels.addAll(labels(item.getItems()));
        }
        return labels;
    }

    @Test
    void columnsAreAddedEditedMovedAndUndone() throws Exception {
        var editor = studio.edit(TEXT);
        var page = page(editor);
        assertEquals(
                List.of(
                        "BiểuSố1",
                        "STT   số thứ tự",
                        "TÊN MÔ HÌNH   chữ",
                        "HÌNH THỨC",
                        "Tập thể   đánh dấu",
                        "Cá nhân   đánh dấu"),
                labels(page.tree().getItems()));
        page.select("tên");
        page.add(false);
        Studio.settle(page);
        assertTrue(labels(page.tree().getItems()).contains("Cột mới   chữ"));
        assertEquals("Cột mới", ((Text) page.properties().field("title")).getText());
        page.properties().write("title", "ĐỊA CHỈ");
        Studio.settle(page);
        page.properties().write("width", "40");
        Studio.settle(page);
        page.move("cáNhân", "tậpThể", Position.BEFORE);
        Studio.settle(page);
        Studio.spin(1500);
        studio.shot("mau-soan");
        assertEquals(
                TEXT.replace("chữ, bắt buộc\n", "chữ, bắt buộc\n    cột địaChỉ \"ĐỊA CHỈ\": chữ, rộng 40 mm\n")
                        .replace(
                                "        cột tậpThể \"Tập thể\": đánh dấu\n        cột cáNhân \"Cá nhân\": đánh dấu\n",
                                "        cột cáNhân \"Cá nhân\": đánh dấu\n        cột tậpThể \"Tập thể\": đánh dấu\n"),
                editor.document().get());
        for (int i = 0; i < 4; i++) {
            editor.textEditor().getAction(ActionFactory.UNDO.getId()).run();
        }
        Studio.settle(page);
        assertEquals(TEXT, editor.document().get());
        assertEquals(6, labels(page.tree().getItems()).size());
    }

    @Test
    void columnsAreDuplicatedCopiedAndDeletedByKeys() throws Exception {
        var editor = studio.edit(TEXT + "mẫu biểu Khác {\n    cột stt \"STT\": số thứ tự\n}\n");
        var page = page(editor);
        var person = new Person(studio.page().getWorkbenchWindow().getShell());
        page.select("tên");
        page.tree().setFocus();
        person.press("ctrl+c");
        person.click("Nhân đôi");
        Studio.settle(page);
        assertEquals("TÊN MÔ HÌNH   chữ", page.tree().getSelection()[0].getText());
        assertEquals(List.of("stt", "tên", "tên2", "hìnhThức", "tậpThể", "cáNhân"), page.columnNames());
        page.tree().setFocus();
        person.press("Delete");
        Studio.settle(page);
        assertEquals("HÌNH THỨC", page.tree().getSelection()[0].getText());
        person.press("ctrl+z");
        Studio.settle(page);
        assertEquals(6, page.columnNames().size());
        assertEquals("TÊN MÔ HÌNH   chữ", page.tree().getSelection()[0].getText());
        page.choose("Khác");
        Studio.until("other template", () -> page.columnNames().equals(List.of("stt")));
        page.tree().setFocus();
        person.press("Down", "ctrl+v");
        Studio.until("pasted", () -> page.columnNames().equals(List.of("stt", "tên")));
        page.add(false);
        Studio.until("added", () -> page.columnNames().contains("cộtMới"));
        // The name follows the title, also while the next property is being typed.
        var title = (Text) page.properties().field("title");
        title.setFocus();
        title.selectAll();
        person.type("Noi o");
        page.properties().field("width").setFocus();
        person.type("40");
        person.press("Return");
        Studio.settle(page);
        assertTrue(
                editor.document().get().contains("cột noiO \"Noi o\": chữ, rộng 40 mm"),
                editor.document().get());
        assertEquals("Noi o   chữ", page.tree().getSelection()[0].getText());
        studio.shot("mau-chep");
    }

    @Test
    void propertiesOfTheTemplateAreEdited() throws Exception {
        var editor = studio.edit(TEXT);
        var page = page(editor);
        page.select(null);
        page.properties().write("label", "Biểu số 2");
        Studio.settle(page);
        page.properties().write("orientation", "dọc");
        Studio.settle(page);
        assertTrue(
                editor.document().get().contains("số hiệu biểu \"Biểu số 2\"")
                        && editor.document().get().contains("khổ giấy dọc"),
                editor.document().get());
        studio.shot("mau-chinh");
    }

    @Test
    void footOfTheFormIsEdited() throws Exception {
        var editor = studio.edit(TEXT);
        var page = page(editor);
        page.select(null);
        page.properties().write("measureUnit", "triệu đồng");
        Studio.settle(page);
        page.properties().write("dateLine", "true");
        Studio.settle(page);
        page.properties().write("signatures", "Người lập biểu (Ký, ghi rõ họ tên)");
        Studio.settle(page);
        var text = editor.document().get();
        assertTrue(text.contains("đơn vị tính \"triệu đồng\""), text);
        assertTrue(text.contains("có dòng ngày lập"), text);
        assertTrue(text.contains("ký { chức vụ \"Người lập biểu\" hướng dẫn \"Ký, ghi rõ họ tên\" }"), text);
        assertEquals(
                "Người lập biểu (Ký, ghi rõ họ tên)", ((Text) page.properties().field("signatures")).getText());
        studio.shot("mau-chuky");
    }

    @Test
    void fileWithoutOwnTemplatesHasAnEmptyTree() throws Exception {
        var page = page((BieuEditor) studio.open(studio.examples().getFile("quangngai-2021-dangky.bieu")));
        assertEquals(0, page.tree().getItemCount());
        studio.shot("mau-khong");
    }
}
