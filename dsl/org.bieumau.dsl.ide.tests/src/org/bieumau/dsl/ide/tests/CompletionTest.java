/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bieumau.dsl.ide.internal.completion.Completion;
import org.bieumau.dsl.ide.internal.completion.Proposal;
import org.bieumau.dsl.ide.internal.completion.Proposal.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests content assist. In the texts, ‸ is the caret. */
class CompletionTest {

    private static final String HEAD = """
            cơ quan SNV "Sở Nội vụ" {
                người ký An "Nguyễn Văn An" chức vụ "Phó Giám đốc"
                đơn vị VP "Văn phòng"
            }
            danh mục LĩnhVực { TàiChính "Tài chính" ThuếPhí "Thuế" }
            mẫu biểu M {
                cột stt "STT": số thứ tự
                cột tên "Tên": chữ
                nhóm g "G" {
                    cột tậpThể "Tập thể": đánh dấu
                    cột cáNhân "Cá nhân": đánh dấu
                }
                cột mức "Mức": chọn từ LĩnhVực
                cột nộiDung "Nội dung": nhiều đoạn
                cột tiền "Tiền": số tiền
                lĩnh vực theo LĩnhVực
            }
            viện dẫn KếHoạch01: kế hoạch số 01/KH-UBND ngày 05/01/2026 của "UBND tỉnh" về "việc"
            viện dẫn KếLuận: kết luận số 01-KL/TU ngày 05/01/2026 của "Tỉnh ủy" về "việc"
            """;

    @RegisterExtension
    final UserLocale locale = new UserLocale(Locale.of("vi", "VN"));

    private static List<Proposal> at(String marked) {
        var text = HEAD + marked;
        var caret = text.indexOf('‸');
        return Completion.at(Files.any(text.replace("‸", "")), caret);
    }

    private static List<String> labels(String marked) {
        return at(marked).stream().map(Proposal::label).toList();
    }

    private static String chosen(String marked, String label, Kind kind) {
        var proposal = at(marked).stream()
                .filter(each -> each.label().equals(label) && each.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " not in " + labels(marked)));
        var text = (HEAD + marked).replace("‸", "");
        return (text.substring(0, proposal.offset())
                        + proposal.text()
                        + text.substring(proposal.offset() + proposal.length()))
                .substring(HEAD.length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            mẫu biểu N { linh vuc‸ }            | lĩnh vực theo   | mẫu biểu N { lĩnh vực theo }
            mẫu biểu N { linh‸ }                | lĩnh vực tự đặt | mẫu biểu N { lĩnh vực tự đặt }
            mẫu biểu N { lĩnh vực t‸ }          | lĩnh vực theo   | mẫu biểu N { lĩnh vực theo }
            mẫu biểu N { so hieu‸ }             | số hiệu biểu    | mẫu biểu N { số hiệu biểu }
            mẫu biểu N { cột a "A": ‸ }         | số thứ tự       | mẫu biểu N { cột a "A": số thứ tự }
            mẫu biểu N { cột a "A": so th‸ }    | số thứ tự       | mẫu biểu N { cột a "A": số thứ tự }
            mẫu biểu N { cột a "A": chữ, ‸ }    | bắt buộc        | mẫu biểu N { cột a "A": chữ, bắt buộc }
            công văn C { co quan‸ }             | cơ quan ban hành | công văn C { cơ quan ban hành }
            công văn C { ký { quy‸ } }          | quyền hạn KT.   | công văn C { ký { quyền hạn KT. } }
            công văn C { ký { xac‸ } }          | xác nhận        | công văn C { ký { xác nhận } }
            công văn C { ký { ban‸ } }          | bản sao         | công văn C { ký { bản sao } }
            công văn C { ký { chức vụ "A" ki‸ } } | kiêm          | công văn C { ký { chức vụ "A" kiêm } }
            công v‸                             | công văn        | công văn
            bieu trong‸                         | biểu trống      | biểu trống
            biểu B l‸                           | lập theo mẫu    | biểu B lập theo mẫu
            biểu B lập theo mẫu M { mo‸         | lĩnh vực        | ``
            """)
    void wholePhrasesAreProposed(String marked, String label, String after) {
        if (after.isEmpty()) {
            assertFalse(labels(marked).contains(label));
        } else {
            assertEquals(after, chosen(marked, label, Kind.KEYWORD));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tha     | thay thế thư viện
            thu v   | thư viện
            danh mu | danh mục
            """)
    void phraseEndsBeforeAName(String start, String phrase) {
        var labels = Completion.at(Files.any(start), start.length()).stream()
                .filter(proposal -> proposal.kind() == Kind.KEYWORD)
                .map(Proposal::label)
                .toList();
        assertEquals(List.of(phrase), labels);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            công văn C { cơ quan ban hành ‸ }                                   | SNV
            công văn C { cơ quan ban hành s‸ }                                  | SNV
            công văn C { cơ quan ban hành SNV đơn vị soạn thảo ‸ }              | VP
            công văn C { cơ quan ban hành SNV ký { người ký ‸ } }               | An
            biểu B lập theo mẫu ‸                                               | M
            biểu B lập theo mẫu M { lĩnh vực ‸ }                                | TàiChính, ThuếPhí
            biểu B lập theo mẫu M { lĩnh vực TàiChính { dòng "a" { ‸ } } }      | cáNhân, mức, nộiDung, tậpThể, tên, tiền
            biểu B lập theo mẫu M { lĩnh vực TàiChính { dòng "a" { tậpThể X ‸ } } } | cáNhân, mức, nộiDung, tên, tiền
            biểu B lập theo mẫu M { lĩnh vực TàiChính { dòng "a" { t‸ } } }     | tậpThể, tên, tiền
            biểu B lập theo mẫu M { lĩnh vực TàiChính { dòng "a" { mức ‸ } } }  | TàiChính, ThuếPhí
            biểu B lập theo mẫu M { lĩnh vực TàiChính { dòng "a" { mức thue‸    | ThuếPhí
            công văn C { căn cứ [‸] }                                           | KếHoạch01, KếLuận
            công văn C { căn cứ [kehoa‸                                         | KếHoạch01
            mẫu biểu N dựa trên M { bỏ cột ‸ }                                  | cáNhân, mức, nộiDung, stt, tậpThể, tên, tiền
            mẫu biểu N dựa trên M { bỏ nhóm ‸ }                                 | g
            """)
    void namesInScopeAreProposed(String marked, String names) {
        assertEquals(
                List.of(names.split(", ")),
                at(marked).stream()
                        .filter(each -> each.kind() == Kind.NAME)
                        .map(Proposal::label)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "biểu B lập theo mẫu M { dòng \"linh vuc‸ a\" { } }",
                "// công v‸",
                "// công v‸\ncông văn C { }",
                "/* công v‸ */ công văn C { }",
                "biểu B lập theo mẫu M { dòng \"‸\" { } }"
            })
    void freeTextHasNoProposals(String marked) {
        assertEquals(List.of(), labels(marked));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/* lời */ công v‸", "// lời\ncông v‸", "biểu B lập theo mẫu M { dòng \"linh\" ‸{ } }"})
    void textNextToFreeTextHasProposals(String marked) {
        assertTrue(!labels(marked).isEmpty());
    }

    @Test
    void cellIsProposedWithATabStopForItsValue() {
        var row = "biểu B lập theo mẫu M { dòng \"a\" { %s } }";
        assertEquals(row.formatted("tậpThể X"), chosen(row.formatted("ta‸"), "tậpThể", Kind.NAME));
        assertEquals(row.formatted("tên \"\""), chosen(row.formatted("te‸"), "tên", Kind.NAME));
        var text = at(row.formatted("te‸")).stream()
                .filter(each -> each.label().equals("tên"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(new Proposal.Stop("tên \"".length(), 0)), text.stops());
    }

    @Test
    void citationsAndHeadersOfLinesAreProposedInProse() {
        var prose = "công văn C { nội dung '''\n    %s\n''' }";
        assertTrue(labels(prose.formatted("Theo [k‸")).contains("KếLuận"));
        assertTrue(labels(prose.formatted("Theo [‸], nay")).contains("KếHoạch01"));
        assertTrue(labels(prose.formatted("ne‸")).contains("nếu"));
        assertTrue(labels(prose.formatted("với m‸")).contains("với mỗi"));
        assertEquals(List.of(), labels(prose.formatted("Chữ thường th‸")));
    }

    @Test
    void columnsAndFunctionsAreProposedInExpressions() {
        var rule = "mẫu biểu N dựa trên M { kiểm tra K báo lỗi khi %s: \"x\" }";
        var labels = labels(rule.formatted("‸"));
        assertTrue(labels.containsAll(List.of("tiền", "tậpThể", "dòng", "đếm", "tổng")), labels.toString());
        assertTrue(labels(rule.formatted("dem‸(dòng) = 0")).contains("đếm"));
        assertTrue(labels(rule.formatted("tổng(dòng.ti‸) > 1")).contains("tiền"));
        assertTrue(labels("kiểm tra K cho báo cáo báo lỗi khi noi‸").contains("nội dung"));
    }

    @Test
    void templatesAreProposedForTheirPhrase() {
        var templates = at("ke‸").stream()
                .filter(each -> each.kind() == Kind.TEMPLATE)
                .map(Proposal::label)
                .toList();
        assertEquals(List.of("kế hoạch …"), templates);
    }

    static Stream<String> templates() {
        return Completion.at(Files.any(""), 0).stream()
                .filter(each -> each.kind() == Kind.TEMPLATE)
                .map(Proposal::text);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void templateOfAnElementHasNoSyntaxErrors(String text) {
        assertFalse(Files.any(text).getParseResult().hasSyntaxErrors(), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            mẫu biểu N { ‸ }       | cột …, kiểm tra …, lĩnh vực theo …, nhóm …
            công văn C { ‸ }       | ký …, nội dung …, nơi nhận …
            biểu B lập theo mẫu M { ‸ } | dòng …, lĩnh vực …
            """)
    void templateOfAPartHasNoSyntaxErrors(String marked, String expected) {
        var templates =
                at(marked).stream().filter(each -> each.kind() == Kind.TEMPLATE).toList();
        assertEquals(
                List.of(expected.split(", ")),
                templates.stream().map(Proposal::label).toList());
        for (var template : templates) {
            var text = HEAD + marked.replace("‸", template.text());
            // Parts that only the user knows are left empty, such as the cells of a row or a recipient.
            assertFalse(Files.any(text).getParseResult().hasSyntaxErrors(), text);
        }
    }

    /** No offset causes an exception, neither in a complete file nor in one that ends at the caret. */
    @ParameterizedTest
    @MethodSource("org.bieumau.dsl.ide.tests.CompletionTest#examples")
    void everyOffsetCanBeCompleted(String text) {
        var resource = Files.any(text);
        for (int caret = 0; caret <= text.length(); caret += 7) {
            Completion.at(resource, caret);
        }
        for (int caret = 0; caret <= text.length(); caret += 211) {
            Completion.at(Files.any(text.substring(0, caret)), caret);
        }
    }

    static Stream<String> examples() {
        return Stream.of(
                HEAD,
                HEAD + "công văn C { nội dung '''\n  1. **a** [KếHoạch01]\n  nếu 1 = 1:\n    {đếm(biểu.dòng)}\n''' }");
    }

    @Test
    void phrasesHaveHelp() {
        assertTrue(at("mẫu biểu N { linh‸ }").stream()
                .filter(each -> each.kind() == Kind.KEYWORD)
                .allMatch(each -> each.detail().startsWith("Biểu chia theo lĩnh vực")));
        assertEquals(
                "Một lĩnh vực của biểu, đánh số La Mã, gồm các dòng bên trong.",
                at("biểu B lập theo mẫu M { li‸ }").stream()
                        .filter(each -> each.kind() == Kind.KEYWORD)
                        .findFirst()
                        .orElseThrow()
                        .detail());
    }
}
