/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.bieumau.core.internal.prose.ProseParagraph;
import org.bieumau.core.internal.prose.ProseReader;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.text.Span;
import org.bieumau.model.Document;
import org.bieumau.model.Library;
import org.eclipse.xtext.validation.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments that a document passes to its template: what is not printed is reported. */
class ArgumentsTest {

    private static final String TEXT = """
            cơ quan S "Sở" { viết tắt "S" địa danh "Đ" }
            mẫu văn bản M(a: chữ, b: chữ = "b", đoạn: nhiều đoạn = "x"): công văn {
                cơ quan ban hành S
                trích yếu %s
                kính gửi "Bộ"
                nội dung '''
                    %s
                '''
                nơi nhận { "Bộ" lưu VT }
                ký { chức vụ "Giám đốc" họ tên "A" }
            }
            công văn C theo mẫu M(%s) { ngày 05/4/2022 %s }
            """;

    private static List<String> codes(String subject, String body, String arguments, String settings) {
        return Bieu.issues(TEXT.formatted(subject, body, arguments, settings)).stream()
                .map(Issue::getCode)
                .filter(each -> each.equals("ARGUMENT-UNUSED") || each.contains("EXPRESSION"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'''⏎{a}⏎''' | Chữ. | | ",
                "\"x\" | Chữ {a}. | | ",
                "\"x\" | nếu a = \"1\":⏎ Chữ. | | ",
                "\"x\" | Chữ ^[Xem {a}]. | | ",
                "\"x\" | Chữ. | | ARGUMENT-UNUSED",
                "\"x {a}\" | Chữ. | | ARGUMENT-UNUSED",
                "\"x\" | Chữ {a}. | nội dung '''⏎Khác.⏎''' | ARGUMENT-UNUSED",
                "'''⏎{a}⏎''' | Chữ. | trích yếu \"khác\" nội dung '''⏎{a}⏎''' | ",
            })
    void argumentThatNothingDependsOnIsReported(String subject, String body, String settings, String code) {
        assertEquals(
                code == null ? List.of() : List.of(code),
                codes(
                        subject.replace('⏎', '\n'),
                        body.replace("⏎", "\n        "),
                        "a = \"1\"",
                        settings == null ? "" : settings.replace('⏎', '\n')));
    }

    /** Only a paragraph can be printed within a line; a table cannot, and is not left out in silence. */
    @Test
    void tableWithinALineIsReported() {
        var argument = "a = \"1\", đoạn = '''\nMột.\n| 1 | 2 |\n'''";
        assertEquals(List.of("EXPRESSION-TABLE"), codes("\"x\"", "Chữ {a}: {đoạn}", argument, ""));
        assertEquals(List.of(), codes("\"x\"", "Chữ {a}:\n{đoạn}", argument, ""));
        assertEquals(List.of("EXPRESSION-TABLE"), codes("'''\nx {đoạn}\n'''", "Chữ {a}.", argument, ""));
    }

    @Test
    void allParagraphsAreWrittenWithinALine() {
        var argument = "a = \"1\", đoạn = '''\na) Một;\nnếu năm = 2022:\n  b) Hai;\nnếu năm = 2021:\n  Không;\n"
                + "với mỗi x trong [L]:\n  Ba {stt}.\n'''";
        var library = (Library) Bieu.resource("danh mục L { A \"a\" B \"b\" }\n"
                        + TEXT.formatted("\"x\"", "Chữ ({đoạn})", argument.replace("[L]", "L"), ""))
                .getContents()
                .getFirst();
        var document = ResolvedDocument.of((Document) library.getElements().getLast());
        var blocks = new ProseReader(document.scope()).read(document.body());
        assertEquals("Chữ (Một; Hai; Ba 1. Ba 2.)", Span.text(((ProseParagraph) blocks.getFirst()).spans()));
    }
}
