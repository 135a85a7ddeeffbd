/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.info.InfoPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.actions.ActionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The details page: check boxes and signatures of a document, and the settings of a form. */
class DetailsPageTest {

    private static final String TEXT = """
            cơ quan A "Sở A" { địa danh "Hà Nội" người ký An "Nguyễn Văn An" chức vụ "Giám đốc" }
            mẫu biểu M "DANH SÁCH" {
                cột a "A": chữ
                ký { chức vụ "Người lập biểu" hướng dẫn "Ký, ghi rõ họ tên" }
                ký { chức vụ "Thủ trưởng đơn vị" }
            }
            công văn C {
                cơ quan ban hành A   // ở đầu
                trích yếu "việc gì"
                ký { người ký An }   // một
                ký { chức vụ "Phó Giám đốc" họ tên "Trần Bình" }   // hai
            }
            biểu F lập theo mẫu M {
                đơn vị lập A
                dòng { a "một" }
            }
            """;

    @RegisterExtension
    final Studio studio = new Studio();

    private BieuEditor editor;
    private InfoPage page;

    private void open(String text) throws Exception {
        editor = studio.edit(text);
        page = (InfoPage) editor.show(InfoPage.ID);
        Studio.settle(page);
    }

    private String text() {
        return editor.document().get();
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private void choose(String element) {
        var elements = Studio.find(
                studio.page().getWorkbenchWindow().getShell(),
                Combo.class,
                each -> Arrays.asList(each.getItems()).contains(element));
        elements.setText(element);
        elements.notifyListeners(SWT.Selection, new Event());
        Studio.until("the element is shown", () -> page.field("form.date").isVisible() == element.equals("F"));
        Studio.settle(page);
    }

    /** Types a text into a field and presses Enter. Does not rely on the focus, which the window may lack. */
    private void enter(String id, String typed) {
        var field = (Text) page.field(id);
        field.selectAll();
        Studio.insert(field, typed);
        field.notifyListeners(SWT.DefaultSelection, new Event());
    }

    private void press(String button) {
        var control = page.signatures().button(button);
        assertTrue(control.isEnabled(), button);
        control.notifyListeners(SWT.Selection, new Event());
        Studio.settle(page);
    }

    private void check(String id) {
        var field = (Button) page.field(id);
        assertTrue(field.isEnabled(), id);
        field.setSelection(!field.getSelection());
        field.notifyListeners(SWT.Selection, new Event());
        Studio.settle(page);
    }

    private void undo() {
        editor.getEditorSite()
                .getActionBars()
                .getGlobalActionHandler(ActionFactory.UNDO.getId())
                .run();
        Studio.settle(page);
    }

    @Test
    void checkBoxIsWrittenAndUndoneAsOneStep() throws Exception {
        open(TEXT);
        for (var setting :
                List.of("contactLine có dòng liên hệ", "unpublished không phổ biến", "twoSided in hai mặt")) {
            var id = setting.split(" ", 2)[0];
            assertFalse(((Button) page.field(id)).getSelection());
            check(id);
            assertEquals(words(TEXT.replace("\"việc gì\"", "\"việc gì\" " + setting.split(" ", 2)[1])), words(text()));
            assertTrue(((Button) page.field(id)).getSelection());
            undo();
            assertEquals(TEXT, text());
            assertFalse(((Button) page.field(id)).getSelection());
        }
        check("twoSided");
        check("twoSided");
        assertEquals(TEXT, text());
    }

    @Test
    void settingOfTheTemplateIsCheckedAndCannotBeUnset() throws Exception {
        open("""
                mẫu văn bản M: công văn { in hai mặt }
                công văn C theo mẫu M { trích yếu "việc gì" }
                """);
        var field = (Button) page.field("twoSided");
        assertTrue(field.getSelection());
        assertFalse(field.isEnabled());
        assertTrue(page.field("unpublished").isEnabled());
    }

    @Test
    void eachSignatureOfADocumentIsEdited() throws Exception {
        open(TEXT);
        assertEquals(
                List.of("1. Giám đốc – Nguyễn Văn An", "2. Phó Giám đốc – Trần Bình"),
                page.signatures().lines());
        page.signatures().choose(1);
        assertEquals("Trần Bình", ((Text) page.field("signature.personName")).getText());
        enter("signature.personName", "Lê Hòa");
        page.signatures().choose(0);
        Studio.settle(page);
        assertEquals(TEXT.replace("Trần Bình", "Lê Hòa"), text());
        assertEquals("", ((Text) page.field("signature.personName")).getText());
        assertEquals(
                List.of("1. Giám đốc – Nguyễn Văn An", "2. Phó Giám đốc – Lê Hòa"),
                page.signatures().lines());
        studio.shot("thongtin-chuky");
    }

    @Test
    void secondPositionOfASignatureIsWritten() throws Exception {
        open(TEXT);
        enter("signature.secondPosition", "Bí thư");
        Studio.settle(page);
        assertTrue(text().contains("kiêm \"Bí thư\""), text());
        undo();
        assertEquals(TEXT, text());
    }

    @Test
    void firstValueOfACopyIsWrittenAndUndoneAsOneStep() throws Exception {
        open(TEXT);
        enter("copy.number", "7");
        Studio.settle(page);
        assertTrue(words(text()).contains("sao y { số 7 }"), text());
        undo();
        assertEquals(TEXT, text());
        choose("F");
        assertFalse(page.field("copy.number").isVisible(), "a form has no copies");
    }

    @Test
    void signaturesAreAddedMovedAndRemovedInOneStepEach() throws Exception {
        open(TEXT);
        press("add");
        assertEquals(3, page.signatures().lines().size());
        enter("signature.position", "Chánh Văn phòng");
        Studio.settle(page);
        var added = text();
        assertEquals(words(TEXT.replace("// hai", "// hai ký { chức vụ \"Chánh Văn phòng\" }")), words(added));
        press("up");
        assertEquals(
                List.of("1. Giám đốc – Nguyễn Văn An", "2. Chánh Văn phòng", "3. Phó Giám đốc – Trần Bình"),
                page.signatures().lines());
        assertEquals("Chánh Văn phòng", ((Text) page.field("signature.position")).getText());
        undo();
        assertEquals(added, text());
        page.signatures().choose(0);
        press("remove");
        assertEquals(
                List.of("1. Phó Giám đốc – Trần Bình", "2. Chánh Văn phòng"),
                page.signatures().lines());
        undo();
        assertEquals(added, text());
        undo();
        undo();
        assertEquals(TEXT, text());
        assertEquals(2, page.signatures().lines().size());
    }

    @Test
    void detailsOfAFormAreEdited() throws Exception {
        open(TEXT);
        assertFalse(page.field("form.date").isVisible());
        choose("F");
        assertFalse(page.field("date").isVisible());
        studio.shot("thongtin-bieu");
        enter("form.date", "05/4/2026");
        enter("form.placeName", "Đà Nẵng");
        enter("form.measureUnit", "triệu đồng");
        Studio.settle(page);
        assertEquals(
                words(TEXT.replace(
                        "lập A\n    dòng",
                        "lập A đơn vị tính \"triệu đồng\" địa danh \"Đà Nẵng\" ngày 05/4/2026 dòng")),
                words(text()));
        undo();
        undo();
        undo();
        assertEquals(TEXT, text());
        assertEquals("", ((Text) page.field("form.date")).getText());
    }

    @Test
    void signaturesOfAFormFillTheBlocksOfItsTemplate() throws Exception {
        open(TEXT);
        choose("F");
        assertEquals(
                List.of("1. Người lập biểu", "2. Thủ trưởng đơn vị"),
                page.signatures().lines());
        assertFalse(page.signatures().button("remove").isEnabled());
        enter("signature.personName", "Lê Hòa");
        Studio.settle(page);
        assertEquals(words(TEXT.replace("lập A\n    dòng", "lập A ký { họ tên \"Lê Hòa\" } dòng")), words(text()));
        assertEquals(
                List.of("1. Người lập biểu – Lê Hòa", "2. Thủ trưởng đơn vị"),
                page.signatures().lines());
        press("remove");
        assertEquals(TEXT, text());
    }

    @Test
    void problemIsShownNextToItsFieldOrInTheListOfSignatures() throws Exception {
        open(TEXT.replace("lập A\n    dòng", "lập A kèm theo [K]\n    dòng")
                .replace("chức vụ \"Phó Giám đốc\"", "người ký Bình"));
        Studio.until(
                "the list shows the problem", () -> page.signatures().problems().isPresent());
        assertEquals(Optional.empty(), page.problems("signature.signer"));
        page.signatures().choose(1);
        assertTrue(page.problems("signature.signer").orElseThrow().contains("Bình"));
        assertEquals(Optional.empty(), page.signatures().problems());
        choose("F");
        Studio.until(
                "the field shows the problem",
                () -> page.problems("form.attachedTo").isPresent());
        assertTrue(page.problems("form.attachedTo").orElseThrow().contains("K"));
    }
}
