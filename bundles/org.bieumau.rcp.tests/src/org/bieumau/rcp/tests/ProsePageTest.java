/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.List;
import org.bieumau.dsl.ide.internal.prose.Piece.Style;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.prose.ProsePage;
import org.bieumau.model.DivisionLevel;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.ui.actions.ActionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The Text page: the text of a document, edited as in a word processor. */
class ProsePageTest {

    private static final String TEXT = """
            viện dẫn K: kế hoạch số 01/KH-UBND ngày 05/01/2026 của "UBND" về "việc"
            // lời trên văn bản
            kế hoạch A {
                nội dung '''
                    I. MỤC ĐÍCH
                    1. Một **hai** ba.

                    2. Bốn   // không phải lời chú
                    II. TỔ CHỨC
                    nếu 1 = 1:
                        - Gạch.
                '''   // cuối
            }
            """;

    @RegisterExtension
    final Studio studio = new Studio();

    private static ProsePage page(BieuEditor editor) {
        var page = (ProsePage) editor.show(ProsePage.ID);
        Studio.settle(page);
        return page;
    }

    @Test
    void textOfEachDocumentIsShown() throws Exception {
        var project = studio.examples();
        for (var name : new String[] {
            "hungyen-2023-kehoach", "quangtri-2025-baocao", "quangngai-2022-congvan", "quangngai-2021-kehoach"
        }) {
            var editor = (BieuEditor) studio.open(project.getFile(name + ".bieu"));
            var page = page(editor);
            assertTrue(page.text().getCharCount() > 200, name);
            assertFalse(page.text().getText().contains("**"), name);
            studio.shot("vanban-" + name);
        }
    }

    @Test
    void typedTextIsWrittenToTheFileAndUndoRestoresIt() throws Exception {
        var editor = studio.edit(TEXT);
        var page = page(editor);
        assertEquals(
                "I. MỤC ĐÍCH\n1. Một hai ba.\n2. Bốn   // không phải lời chú\nII. TỔ CHỨC\nnếu 1 = 1:\n- Gạch.",
                page.text().getText());
        page.text().setSelection(page.text().getText().indexOf(" ba."));
        Studio.type(page.text(), " tr");
        Studio.telex(page.text(), "o", "ò");
        Studio.type(page.text(), "n");
        assertEquals(
                TEXT.replace("**hai** ba", "**hai tròn** ba"), editor.document().get());
        page.text().setSelection(page.text().getText().indexOf("\n2."));
        Studio.type(page.text(), "\n");
        Studio.type(page.text(), "Năm");
        assertEquals(
                TEXT.replace("**hai** ba.\n", "**hai tròn** ba.\n        2. Năm\n")
                        .replace("2. Bốn", "3. Bốn"),
                editor.document().get());
        Studio.settle(page);
        for (int i = 0;
                i < 50
                        && editor.textEditor()
                                .getAction(ActionFactory.UNDO.getId())
                                .isEnabled();
                i++) {
            editor.textEditor().getAction(ActionFactory.UNDO.getId()).run();
            Studio.spin(20);
        }
        Studio.settle(page);
        assertEquals(TEXT, editor.document().get());
        assertEquals("1. Một hai ba.", page.text().getLine(1));
    }

    @Test
    void emphasisCitationsAndNumbersAreWritten() throws Exception {
        var editor = studio.edit(TEXT);
        var page = page(editor);
        var at = page.text().getText().indexOf("Bốn");
        page.text().setSelection(at, at + 3);
        page.toggle(Style.BOLD);
        page.text().setSelection(at + 3);
        page.cite("[K]");
        assertEquals(TEXT.replace("2. Bốn", "2. **Bốn**[K]"), editor.document().get());
        assertTrue(page.text().getText().contains("BốnKế hoạch số 01/KH-UBND ngày 05/01/2026 của UBND về việc"));
        page.text().setSelection(page.text().getText().indexOf("Bốn"));
        page.mark(DivisionLevel.POINT);
        assertEquals(TEXT.replace("2. Bốn", "a) **Bốn**[K]"), editor.document().get());
        Studio.settle(page);
        page.text().setSelection(page.text().getText().indexOf("TỔ CHỨC"));
        page.move(-1);
        assertTrue(page.divisionLabels().startsWith("I. TỔ CHỨC\nII. MỤC ĐÍCH"), page.divisionLabels());
        Studio.settle(page);
        studio.shot("vanban-soan");
    }

    @Test
    void footnoteIsInserted() throws Exception {
        var editor = studio.edit(TEXT);
        var page = page(editor);
        page.text().setSelection(page.text().getText().indexOf("Bốn") + 3);
        var typed = new ArrayDeque<>(List.of("theo [số liệu]", " mới"));
        studio.answer(shell -> {
            var text = Studio.child(shell, StyledText.class);
            if (text == null || typed.isEmpty()) {
                return false;
            }
            Studio.type(text, typed.removeFirst());
            return Studio.press(shell, "OK", "Đồng ý");
        });
        page.editNote();
        Studio.settle(page);
        assertEquals(
                TEXT.replace("2. Bốn", "2. Bốn^[theo \\[số liệu\\]]"),
                editor.document().get());
        assertTrue(page.text().getText().contains("Bốn1"), page.text().getText());
        // At the number of the footnote, its text is edited.
        page.editNote();
        Studio.settle(page);
        assertEquals(
                TEXT.replace("2. Bốn", "2. Bốn^[theo \\[số liệu\\] mới]"),
                editor.document().get());
    }

    @Test
    void pastedTextKeepsEmphasisAndCopiedTextKeepsCitations() throws Exception {
        var editor = studio.edit(TEXT);
        var page = page(editor);
        page.text().setSelection(page.text().getCharCount());
        Studio.clip("Bốn năm\nsáu", "<p>Bốn <b>năm</b></p><ul><li>[sáu]</li></ul>");
        page.text().paste();
        Studio.settle(page);
        var pasted = TEXT.replace("- Gạch.", "- Gạch.Bốn **năm**\n            - \\[sáu]");
        assertEquals(pasted, editor.document().get());
        page.text().setSelection(page.text().getText().indexOf("ba."));
        page.cite("[K]");
        Studio.settle(page);
        page.text()
                .setSelection(
                        page.text().getText().indexOf("hai"),
                        page.text().getText().indexOf("ba.") + 2);
        page.text().copy();
        page.text().setSelection(page.text().getText().indexOf("Bốn   //"));
        page.text().paste();
        Studio.settle(page);
        assertEquals(
                pasted.replace("ba.", "[K]ba.").replace("2. Bốn", "2. **hai** [K]baBốn"),
                editor.document().get());
    }

    @Test
    void textTypedOnABlankLineStaysThere() throws Exception {
        var editor = studio.edit(TEXT);
        var page = page(editor);
        page.text().setSelection(page.text().getText().indexOf("\nII."));
        // The list continues with 3., which a second line break turns into II. and a third one removes.
        Studio.type(page.text(), "\n");
        Studio.settle(page);
        assertEquals(
                "3. ",
                page.text().getLine(page.text().getLineAtOffset(page.text().getCaretOffset())));
        Studio.type(page.text(), "\n\n");
        Studio.settle(page);
        Studio.type(page.text(), "Sáu");
        assertEquals(
                TEXT.replace("lời chú\n        II", "lời chú\n        Sáu\n        II"),
                editor.document().get());
    }

    @Test
    void typingInAConditionChangesNothing() throws Exception {
        var editor = studio.edit(TEXT);
        var page = page(editor);
        page.text().setSelection(page.text().getText().indexOf("1 = 1"));
        Studio.type(page.text(), "x");
        Studio.key(page.text(), SWT.BS, SWT.BS, 0);
        assertEquals(TEXT, editor.document().get());
    }

    @Test
    void pageFollowsChangesOfTheSource() throws Exception {
        var editor = studio.edit(TEXT);
        var page = page(editor);
        editor.document().replace(TEXT.indexOf("Gạch"), 4, "Đầu");
        Studio.settle(page);
        assertTrue(page.text().getText().endsWith("- Đầu."));
        editor.document().replace(0, 0, "cơ quan {");
        Studio.settle(page);
        assertFalse(page.text().getEditable());
        editor.document().replace(0, "cơ quan {".length(), "");
        Studio.settle(page);
        assertTrue(page.text().getEditable());
    }

    @Test
    void textTypedRightAfterAnEditAboveItIsKept() throws Exception {
        var editor = studio.edit(TEXT);
        var page = page(editor);
        page.text().setSelection(page.text().getText().indexOf("Bốn"));
        editor.document().replace(0, 0, "// Ghi chú\n");
        Studio.type(page.text(), "x");
        assertEquals(
                "// Ghi chú\n" + TEXT.replace("2. Bốn", "2. xBốn"),
                editor.document().get());
        Studio.settle(page);
        editor.document().replace(0, "// Ghi chú\n".length(), "");
        Studio.type(page.text(), "y");
        assertEquals(TEXT.replace("2. Bốn", "2. xyBốn"), editor.document().get());
        // Input for a text that no longer exists must not be inserted into another.
        Studio.settle(page);
        editor.document().replace(editor.document().get().indexOf("xyBốn"), 2, "");
        Studio.type(page.text(), "z");
        assertEquals(TEXT, editor.document().get());
    }

    @Test
    void titlesAreBoldAsInPrint() throws Exception {
        var page = page(studio.edit(TEXT.replace("1. Một **hai** ba.", "1. Một")));
        assertFalse(isBold(page, "Một"));
        page.text().setSelection(page.text().getText().indexOf("\n2."));
        Studio.type(page.text(), "\n");
        page.mark(null);
        Studio.type(page.text(), "Dưới đó.");
        assertTrue(isBold(page, "Một"));
        assertTrue(isBold(page, "MỤC ĐÍCH"));
        assertFalse(isBold(page, "Dưới"));
        Studio.key(page.text(), SWT.BS, SWT.BS, 0);
        page.mark(DivisionLevel.CLAUSE);
        assertFalse(isBold(page, "Một"));
    }

    private static boolean isBold(ProsePage page, String text) {
        return (page.text().getStyleRangeAtOffset(page.text().getText().indexOf(text)).fontStyle & SWT.BOLD) != 0;
    }

    /** The commands of the workbench call the methods of the text widget by reflection. */
    @Test
    void textIsCopiedCutAndPastedWithTheKeysAndTheMenu() throws Exception {
        var text = "cơ quan A \"Á\"\nkế hoạch K {\n    nội dung ###\n        Một **hai**.\n    ###\n}\n"
                .replace("###", "''" + "'");
        var editor = studio.edit(text);
        var page = page(editor);
        var person = new Person(studio.page().getWorkbenchWindow().getShell());
        person.click(page.text(), 60, 15);
        person.press("ctrl+a", "ctrl+c", "End", "ctrl+v");
        Studio.settle(page);
        assertEquals(
                text.replace("Một **hai**.", "Một **hai**.Một **hai**."),
                editor.document().get());
        person.press("ctrl+a", "ctrl+x");
        Studio.settle(page);
        assertFalse(editor.document().get().contains("Một"), editor.document().get());
        person.press("ctrl+v");
        Studio.settle(page);
        assertEquals(
                text.replace("Một **hai**.", "Một **hai**.Một **hai**."),
                editor.document().get());
        person.press("ctrl+a");
        person.choose("Soạn", "Cắt");
        Studio.settle(page);
        assertFalse(editor.document().get().contains("Một"), editor.document().get());
        person.choose("Soạn", "Dán");
        Studio.settle(page);
        assertEquals(
                text.replace("Một **hai**.", "Một **hai**.Một **hai**."),
                editor.document().get());
        person.press("ctrl+a");
        person.choose("Soạn", "Chép");
        person.press("End");
        person.choose("Soạn", "Dán");
        Studio.settle(page);
        assertEquals(
                text.replace("Một **hai**.", "Một **hai**.".repeat(4)),
                editor.document().get());
    }
}
