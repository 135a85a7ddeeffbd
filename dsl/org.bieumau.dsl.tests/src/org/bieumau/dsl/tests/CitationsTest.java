/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bieumau.core.internal.text.CitationText;
import org.bieumau.core.problem.Problem;
import org.bieumau.dsl.library.BieuReader;
import org.eclipse.xtext.validation.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Types and symbols of cited documents. */
class CitationsTest {

    /** The problems that a type, a symbol or a separator can have. */
    private static final List<String> CODES = List.of(
            "CITATION-TYPE", "CITATION-ABBREVIATION", "CITATION-SEPARATOR", "SYMBOL-LETTER", "SYNTAX", "LINK-UNKNOWN");

    private static final String REPORT = Bieu.TEMPLATE + """
            %s
            báo cáo B {
                cơ quan ban hành Sở
                ngày 03/9/2026
                trích yếu "a"
                nội dung '''
                    %s
                '''
                nơi nhận { "A" lưu VT }
                ký { chức vụ "Giám đốc" họ tên "A B" }
            }
            """;

    static Stream<String> realCitations() throws IOException {
        try (var in = CitationsTest.class.getResourceAsStream("citations.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"));
        }
    }

    private static List<String> codes(String declaration, String line) {
        return Bieu.issues(REPORT.formatted(declaration, line)).stream()
                .map(Issue::getCode)
                .map(code -> code.contains(".") || code.startsWith("SYNTAX") ? "SYNTAX" : code)
                .filter(CODES::contains)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("realCitations")
    void realCitationIsFoundAndAccepted(String citation) {
        assertEquals(1, CitationText.find(citation).size(), "found as a citation");
        assertEquals(List.of(), codes("", "Thực hiện " + citation + " về một việc."));
    }

    @ParameterizedTest
    @MethodSource("realCitations")
    void realCitationCanBeDeclared(String citation) {
        var declaration = citation.replaceFirst("^(Nghị quyết|Kế hoạch) liên tịch số", "$1 số")
                .replaceFirst(" (kết luận|hành động|thanh tra|phối hợp) số", " số")
                .toLowerCase(Locale.ROOT)
                .replaceFirst("số \\S+", citation.replaceFirst("(?s).*(số \\S+).*", "$1"));
        assertEquals(List.of(), codes("viện dẫn V: " + declaration + " về \"một việc\"", "Thực hiện [V]."));
    }

    @ParameterizedTest
    @CsvSource({
        "CITATION-TYPE, Kế hoạch số 12/QĐ-UBND",
        "CITATION-TYPE, Quyết định số 12/KH-UBND ngày 01/4/2022",
        "CITATION-TYPE, Chỉ thị số 05-NQ/TW ngày 15/5/2016",
        "CITATION-TYPE, Thông tư số 01/2011/NĐ-BNV",
        "CITATION-TYPE, Công văn số 12-QĐ/TU",
        "SYMBOL-LETTER, Công văn số 12/QĐ-UBND",
        "CITATION-ABBREVIATION, NQ 163/2021/ND-HĐND ngày 09/12/2021",
        "CITATION-ABBREVIATION, Bản thỏa thuận số 05/TTh-SKH ngày 01/4/2022",
        "CITATION-ABBREVIATION, Quyết định số 12/KH-SKHCN",
        "CITATION-SEPARATOR, Chỉ thị số 05/CT-TW ngày 15/5/2016",
        "CITATION-SEPARATOR, Chỉ thị số 33-CT/TTg ngày 26/11/2021"
    })
    void contradictionIsReported(String code, String citation) {
        assertEquals(List.of(code), codes("", "Thực hiện " + citation + "."));
    }

    /**
     * A document that was issued with a wrong symbol is cited with this symbol; the reason is given where the document
     * is declared.
     */
    @Test
    void problemsOfMentionsAreSilencedAtTheDeclaration() throws Exception {
        var text = REPORT.formatted(
                "viện dẫn V: kế hoạch số 12/QĐ-UBND %s",
                "Theo [V] và Kế hoạch số 13/QĐ-UBND.\nTheo [V] và [V, đầy đủ].");
        assertEquals(List.of("CITATION-TYPE", "CITATION-TYPE", "CITATION-REPEATED"), shown(text.formatted("")));
        assertEquals(
                List.of("CITATION-TYPE", "CITATION-REPEATED"),
                shown(text.formatted("(bỏ qua CITATION-TYPE \"số thật của văn bản\")")));
        assertEquals(
                List.of("SUPPRESSION-REASON", "CITATION-TYPE", "CITATION-TYPE", "CITATION-REPEATED"),
                shown(text.formatted("(bỏ qua CITATION-TYPE)")));
        assertEquals(
                List.of("SUPPRESSION-UNUSED", "CITATION-TYPE", "CITATION-TYPE", "CITATION-REPEATED"),
                shown(text.formatted("(bỏ qua CITATION-LATER \"x\")")));
    }

    /** Beside citations, a number with a slash is a quotient; the words «viện dẫn» also begin an expression. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "viện dẫn V: luật \"x\"⏎kiểm tra R cho văn bản báo cảnh báo khi 100/Sở > 1: \"m\" | ",
                "kiểm tra R cho văn bản báo cảnh báo khi đếm(viện dẫn) > 100/A: \"m\" | ",
                "mẫu biểu N { cột a: số cột b: tính (100/a + 10/4) } viện dẫn V: lệnh số 36/2025/L-CTN | ",
                "viện dẫn V: sắc lệnh số 64/SL ngày 23/11/1945 mẫu văn bản T(n: số = 10/4): công văn { nội dung '''⏎{100/n} {10/4}⏎''' } | ",
                "viện dẫn V quyết định số 12/QĐ-UBND | SYNTAX"
            })
    void numbersWithASlashAreToldApartByTheirPlace(String declaration, String code) {
        assertEquals(code == null ? List.of() : List.of(code), codes(declaration.replace('⏎', '\n'), "Chữ."));
    }

    private static List<String> shown(String text) throws Exception {
        return new BieuReader()
                .read(text).problems().stream().map(Problem::code).toList();
    }

    /** Before 2006, the symbol often began with the issuer, and the state used a hyphen, too. */
    @Test
    void symbolsOfOldDocumentsAreNotJudged() {
        assertEquals(
                List.of(),
                codes("", "Theo Quyết định số 186-TC/CĐKT ngày 14/3/1995 và Chỉ thị số 05/CT-TW ngày 15/5/1996."));
    }
}
