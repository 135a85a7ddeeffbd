/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bieumau.dsl.ide.internal.quickfix.QuickFix;
import org.bieumau.dsl.ide.internal.quickfix.QuickFixes;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.model.Document;
import org.bieumau.model.TextRun;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests the fixes that move what a reader could not assign into a cell, or to the end of a document. */
class LeftoverFixesTest {

    private static final String TEXT = """
        mẫu biểu M "M" {
            cột tên "Tên": chữ
            cột n "Số": số
            cột g "Ghi chú": chữ
            chỉ tiêu { a "A" }
        }
        biểu B lập theo mẫu M {
            nguồn "x.xlsx" { phần "trang «PL»" }
            chưa đọc "PLACE" "1.500"
            chỉ tiêu a (nguồn 6) { CELLS }
        }
        """;

    @RegisterExtension
    final UserLocale locale = new UserLocale(Locale.ENGLISH);

    private static List<Issue> leftovers(String text) {
        var resource = Files.any(text);
        return resource
                .getResourceServiceProvider()
                .get(IResourceValidator.class)
                .validate(resource, CheckMode.ALL, CancelIndicator.NullImpl)
                .stream()
                .filter(issue -> issue.getCode().equals("LEFTOVER"))
                .toList();
    }

    private static List<QuickFix> fixes(String text) {
        return QuickFixes.of(Files.any(text), leftovers(text).getFirst());
    }

    private static String text(String place, String cells) {
        return TEXT.replace("PLACE", place).replace("CELLS", cells);
    }

    @Test
    void eachEmptyCellOfTheRowIsOffered() {
        var text = text("trang «PL», ô R6", "");
        assertEquals(
                List.of("«Số»", "«Ghi chú»"),
                fixes(text).stream()
                        .map(QuickFix::label)
                        .filter(label -> label.contains("«"))
                        .map(label -> label.replaceAll(".*(«.*»).*", "$1"))
                        .toList());
    }

    @Test
    void textIsMovedIntoTheCellAsAValueOfItsType() {
        var text = text("trang «PL», ô R6", "");
        var moved = TextEdit.apply(List.of(fixes(text).getFirst().edit()), text);
        assertEquals(
                text.replace("    chưa đọc \"trang «PL», ô R6\" \"1.500\"\n", "")
                        .replace("{  }", "{ n 1500 }")
                        .replaceAll("\\s+", " "),
                moved.replaceAll("\\s+", " "));
        assertEquals(List.of(), leftovers(moved));
    }

    @Test
    void filledCellIsNotOverwritten() {
        var fixes = fixes(text("trang «PL», ô R6", "n 3"));
        assertEquals(2, fixes.size());
        assertEquals(true, fixes.getFirst().label().contains("«Ghi chú»"));
    }

    @Test
    void leftoverOfAnotherRowOrSheetHasNoFix() {
        assertEquals(List.of(), fixes(text("trang «PL», ô R7", "")));
        assertEquals(List.of(), fixes(text("trang «Khác», ô R6", "")));
        assertEquals(List.of(), fixes(text("đoạn 6", "")));
    }

    @Test
    void fixingEverythingKeepsLeftovers() {
        for (var place : List.of("trang «PL», ô R6", "trang «PL», ô R7")) {
            for (var cells : List.of("", "n 3", "n 3 g \"x\"")) {
                var text = text(place, cells);
                assertEquals(List.of(), QuickFixes.ofAll(Files.any(text), leftovers(text)));
            }
        }
    }

    private static final String LETTER = """
            công văn C {
                cơ quan ban hành S
                trích yếu "x"
                nội dung '''
                    Thân gửi.
                '''
                chưa đọc "đoạn 9" '''
                    a) Ghi *chú*
                    ngày 5
                '''
                nơi nhận { "A" }
            }
            cơ quan S "S"
            """;

    private static List<String> paragraphs(String text) {
        return Files.any(text).getContents().getFirst().eContents().stream()
                .filter(Document.class::isInstance)
                .map(Document.class::cast)
                .flatMap(document -> document.getBody().getLines().stream())
                .map(line -> EcoreUtil2.getAllContentsOfType(line, TextRun.class).stream()
                        .map(TextRun::getText)
                        .collect(Collectors.joining()))
                .toList();
    }

    /** The paragraphs are what the file showed: a marker that was typed stays text, a star, too. */
    @Test
    void leftoverOfADocumentIsMovedToTheEndOfItsText() {
        var text = LETTER.replace("'''\n        a) Ghi *chú*\n        ngày 5\n    '''", "\"a) Ghi *chú*\\nngày 5\"");
        var fixes = fixes(text);
        assertEquals(2, fixes.size());

        var moved = TextEdit.apply(List.of(fixes.getFirst().edit()), text);

        assertEquals(List.of("Thân gửi.", "a) Ghi *chú*", "ngày 5"), paragraphs(moved), moved);
        assertEquals(List.of(), leftovers(moved));
        assertEquals(
                List.of("Thân gửi."),
                paragraphs(TextEdit.apply(List.of(fixes.getLast().edit()), text)));
        assertEquals(List.of(), QuickFixes.ofAll(Files.any(text), leftovers(text)), "it is not deleted unasked");
    }

    @Test
    void leftoverOfADocumentWithoutTextHasNoFix() {
        var text = LETTER.replaceFirst("(?s)    nội dung '''.*?'''\n", "");
        assertEquals(List.of(), fixes(text));
    }
}
