/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.Row;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.Component;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.text.Span;
import org.bieumau.model.Document;
import org.bieumau.model.NoteRun;
import org.bieumau.model.TextRun;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Issue;
import org.junit.jupiter.api.Test;

/** Tests footnotes in prose, from their text to the blocks that refer to them. */
class FootnotesTest {

    private static String plan(String body) {
        return Bieu.TEMPLATE + """
            viện dẫn N: nghị quyết số 12-NQ/TU ngày 10/02/2026 của "Tỉnh ủy" về "việc"
            biểu B lập theo mẫu Mẫu { kỳ 2026 lĩnh vực Tài { dòng "a" dòng "b" } }
            kế hoạch K {
                cơ quan ban hành Sở   ngày 12/3/2026   trích yếu "x"
                nội dung '''
            %s
                '''
                nơi nhận { "Z" lưu VT }
                ký { chức vụ "Giám đốc" họ tên "A" }
            }
            """.formatted(body.indent(8).stripTrailing());
    }

    private static List<Paragraph> paragraphs(String body) throws Exception {
        return paragraphsOf(plan(body));
    }

    private static List<Paragraph> paragraphsOf(String text) throws Exception {
        var resource = Bieu.resource(text);
        assertEquals(List.of(), resource.getErrors());
        var document = EcoreUtil2.getAllContentsOfType(resource.getContents().get(0), Document.class)
                .getFirst();
        var paragraphs = new ArrayList<Paragraph>();
        try (var blocks = Layout.of(
                        document, Registry.installed().profile("nd30").orElseThrow())
                .open()) {
            for (Block block = blocks.next(); block != null; block = blocks.next()) {
                if (block instanceof Paragraph paragraph) {
                    paragraphs.add(paragraph);
                } else if (block instanceof Row row) {
                    row.cells().forEach(cell -> paragraphs.addAll(cell.paragraphs()));
                }
            }
        }
        return paragraphs;
    }

    private static List<String> notes(String body) throws Exception {
        return paragraphs(body).stream()
                .flatMap(paragraph -> paragraph.notes().stream())
                .map(note -> note.spans().stream().map(Span::text).reduce("", String::concat))
                .toList();
    }

    private static List<String> codes(String body) {
        return Bieu.issues(Bieu.resource(plan(body))).stream()
                .map(Issue::getCode)
                .filter(code -> code != null && (code.startsWith("NOTE") || code.contains("yntax")))
                .toList();
    }

    /** The subject cannot contain a table; its rows are printed as lines. */
    @Test
    void notesAndEmphasisOfTablesInTheSubjectArePrinted() throws Exception {
        var text = plan("Chữ.").replace("trích yếu \"x\"", "trích yếu '''\n    | a^[một] | *b* |\n    '''");
        var subject = paragraphsOf(text).stream()
                .filter(paragraph -> !paragraph.notes().isEmpty())
                .findFirst()
                .orElseThrow();
        assertEquals("1 một", Span.text(subject.notes().getFirst().spans()));
        assertTrue(subject.spans().stream()
                .anyMatch(span -> span.italic() && span.text().equals("b")));
    }

    @Test
    void notesAreNumberedInTextAndTables() throws Exception {
        assertEquals(List.of("1 một", "2 hai", "3 ba", "4 bốn"), notes("""
            I. Phần^[một]
            1. Câu^[hai] có chú thích.
            | A^[ba] | B |
            |---|---|
            | c | d^[bốn] |
            Hết.\
            """));
    }

    @Test
    void noteContainsEmphasisCitationsAndValues() throws Exception {
        assertEquals(
                List.of("1 Theo Nghị quyết số 12-NQ/TU ngày 10/02/2026 của Tỉnh ủy về việc; có 2 dòng [x]"),
                notes("Câu^[Theo [N]; **có** {đếm(B.dòng)} dòng \\[x\\]] sau."));
        var note = paragraphs("**Đậm^[một *hai* ba]** sau").stream()
                .filter(paragraph -> !paragraph.notes().isEmpty())
                .findFirst()
                .orElseThrow()
                .notes()
                .getFirst();
        assertEquals(
                "hai",
                note.spans().stream()
                        .filter(Span::italic)
                        .findFirst()
                        .orElseThrow()
                        .text());
        assertEquals(Component.FOOTNOTE, note.component());
    }

    @Test
    void barAndStarsInANoteDoNotEndACellOrEmphasis() throws Exception {
        assertEquals(List.of("1 x | y [N] *"), notes("| a^[x | y \\[N\\] \\*] | b |"));
        assertEquals(
                List.of("a", "b"),
                paragraphs("| a^[x | y] | b |").stream()
                        .filter(paragraph -> paragraph.component() == Component.FORM_VALUE)
                        .map(Paragraph::text)
                        .toList());
    }

    @Test
    void deeplyNestedNotesAreReported() {
        assertTrue(Bieu.issues(Bieu.resource(plan("a" + "^[b".repeat(2000)))).stream()
                .anyMatch(issue -> issue.getCode().startsWith("SYNTAX-")));
        assertTrue(codes("a" + "^[b".repeat(8) + "]".repeat(8)).contains("NOTE-NESTED"));
    }

    @Test
    void notesAreRepeatedWithTheirLines() throws Exception {
        assertEquals(List.of("1 dòng a", "2 dòng b"), notes("""
            với mỗi d trong B.dòng:
                - Mục {d.tên}^[dòng {d.tên}];
            Hết.\
            """));
    }

    @Test
    void noteFollowsTheEndMark() throws Exception {
        var last = paragraphs("Một.\nHai.^[chú]").stream()
                .filter(paragraph -> paragraph.component() == Component.BODY)
                .toList()
                .getLast();
        assertEquals(
                List.of("Hai./.", "1"), last.spans().stream().map(Span::text).toList());
        assertEquals("Hai./.", last.text());
    }

    @Test
    void brokenNotesAreReported() {
        assertEquals(List.of("NOTE-EMPTY"), codes("a^[] b"));
        assertEquals(List.of("NOTE-NESTED"), codes("a^[b^[c]] d"));
        var unclosed = Bieu.resource(plan("a^[b\nc"));
        assertEquals(1, unclosed.getErrors().size(), unclosed.getErrors()::toString);
    }

    @Test
    void caretAndBracketsInTextAreEscaped() throws Exception {
        assertEquals(List.of(), notes("a^\\[b\\] c^2"));
        assertTrue(paragraphs("a^\\[b\\] c^2").stream()
                .anyMatch(each -> each.text().equals("a^[b] c^2./.")));
    }

    @Test
    void noteIsSerialized() {
        var source = plan("Câu^[một **hai** [N]] sau.");
        var resource = Bieu.resource(source);
        var note = EcoreUtil2.getAllContentsOfType(resource.getContents().get(0), NoteRun.class)
                .getFirst();
        assertEquals(4, note.getRuns().size());
        assertEquals(
                source,
                resource.getSerializer().serialize(resource.getContents().get(0)));
        ((TextRun) note.getRuns().getFirst()).setText("một [1] ");
        var changed = resource.getSerializer().serialize(resource.getContents().get(0));
        assertEquals(source.replace("^[một ", "^[một \\[1\\] "), changed);
    }
}
