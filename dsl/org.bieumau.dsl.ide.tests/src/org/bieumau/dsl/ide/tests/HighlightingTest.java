/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.bieumau.dsl.ide.internal.highlighting.Highlighting;
import org.junit.jupiter.api.Test;

/** Tests the classification of the words of a file. */
class HighlightingTest {

    /** Returns the words of one kind. */
    private static String words(Highlighting.Kind kind, String text) {
        return Highlighting.of(Files.right(text)).stream()
                .filter(word -> word.kind() == kind)
                .map(word -> text.substring(word.offset(), word.offset() + word.length())
                        .strip())
                .collect(Collectors.joining(" "));
    }

    private static final String TEXT = """
            // Lời
            cơ quan lĩnh "Sở" { viết tắt "S" }
            viện dẫn QĐ: quyết định số 12/QĐ-UBND ngày 01/02/2024
            mẫu biểu M "MẪU" {
                khổ giấy A4 ngang
                cột số "Số": số, rộng 20 mm
                kiểm tra R báo lỗi khi đếm(số > 1,5) > 2 và X = X: "m"
            }
            kế hoạch K {
                cơ quan ban hành lĩnh
                nội dung '''
                    1. Chữ **đậm *cả hai* [QĐ]** và *nghiêng*
                    nếu ngày = ngày:
                        - {số}
                '''
            }
            """;

    @Test
    void wordsAreClassified() {
        assertEquals("// Lời", words(Highlighting.Kind.COMMENT, TEXT));
        assertEquals("\"Sở\" \"S\" \"MẪU\" \"Số\" \"m\"", words(Highlighting.Kind.STRING, TEXT));
        assertEquals("12/QĐ-UBND 01/02/2024 20 1,5 2", words(Highlighting.Kind.NUMBER, TEXT));
        assertEquals("1. -", words(Highlighting.Kind.MARKER, TEXT));
        assertEquals("Chữ và", words(Highlighting.Kind.PROSE, TEXT));
        assertEquals("cả hai", words(Highlighting.Kind.BOLD_ITALIC, TEXT));
        assertEquals("nghiêng", words(Highlighting.Kind.ITALIC, TEXT));
        assertEquals("đếm", words(Highlighting.Kind.FUNCTION, TEXT));
        assertEquals("''' ** * * [ ] ** * * : { } '''", words(Highlighting.Kind.MARK, TEXT));
    }

    /** Any keyword may be used as a name; its position decides. */
    @Test
    void keywordUsedAsANameIsClassifiedAsAName() {
        assertEquals("lĩnh QĐ M số R K", words(Highlighting.Kind.DEFINITION, TEXT));
        assertEquals("lĩnh QĐ", words(Highlighting.Kind.REFERENCE, TEXT));
        assertEquals("số ngày ngày số", words(Highlighting.Kind.NAME, TEXT));
        assertTrue(
                words(Highlighting.Kind.KEYWORD, TEXT)
                        .startsWith(
                                "cơ quan viết tắt viện dẫn quyết định số ngày mẫu biểu khổ giấy A4 ngang cột số rộng mm kiểm tra báo lỗi khi"));
    }

    @Test
    void rangeOfAFileHasTheWordsThatOverlapIt() {
        var resource = Files.right(TEXT);
        var at = TEXT.indexOf("quan");
        assertEquals(
                Highlighting.of(resource).stream()
                        .filter(word -> word.offset() < at + 6 && word.offset() + word.length() > at + 1)
                        .toList(),
                Highlighting.of(resource, at + 1, at + 6));
    }

    /** An incomplete file, as while typing, is classified, too. */
    @Test
    void wordsOfAnIncompleteFileNeverOverlap() {
        for (int end = 0; end < TEXT.length(); end += 3) {
            var last = 0;
            for (var word : Highlighting.of(Files.any(TEXT.substring(0, end)))) {
                assertTrue(
                        word.offset() >= last && word.length() > 0 && word.offset() + word.length() <= end,
                        word + " of " + end);
                last = word.offset() + word.length();
            }
        }
    }
}
