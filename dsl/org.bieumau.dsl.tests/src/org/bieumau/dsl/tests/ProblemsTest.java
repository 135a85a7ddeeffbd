/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.bieumau.dsl.DslMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each problem with its code and its place; in the text of a case the place stands between ‹ and ›. */
class ProblemsTest {

    private static final String ROW = "biểu B lập theo mẫu Mẫu { lĩnh vực Tài { dòng \"a\" { tậpThể X %s } } }";

    static List<Arguments> cases() {
        return List.of(
                Arguments.of("SYNTAX-KEYWORD", "‹biẻu› B lập theo mẫu Mẫu"),
                Arguments.of("LINK-UNKNOWN", "biểu B lập theo mẫu ‹Mãu›"),
                Arguments.of("LINK-UNKNOWN", ROW.formatted("‹tiềnn› 5")),
                Arguments.of("LINK-UNKNOWN", "biểu B lập theo mẫu Mẫu { lĩnh vực ‹Nông› { dòng \"a\" { tậpThể X } } }"),
                Arguments.of("LINK-UNKNOWN", ROW.formatted("mức ‹Vừa›")),
                Arguments.of("FORM-EXACTLY-ONE", ROW.formatted("‹cáNhân X›")),
                Arguments.of("FORM-EXACTLY-ONE-NONE", "biểu B lập theo mẫu Mẫu { lĩnh vực Tài { dòng ‹\"a\"› { } } }"),
                Arguments.of("FORM-REQUIRED", "biểu B lập theo mẫu Mẫu { lĩnh vực Tài { ‹dòng { tậpThể X }› } }"),
                Arguments.of("FORM-TYPE-MONEY", ROW.formatted("tiền ‹\"nhiều\"›")),
                Arguments.of("FORM-TYPE-MARK", "biểu B lập theo mẫu Mẫu { lĩnh vực Tài { dòng \"a\" { tậpThể ‹\"x\"› } } }"),
                Arguments.of("FORM-TYPE-ORDINAL", ROW.formatted("stt ‹1›")),
                Arguments.of("FORM-PART", ROW.formatted("‹nộiDung '''\n- Thực hiện: a\n'''›")),
                Arguments.of("FORM-PART-ORDER", ROW.formatted("‹nộiDung '''\n- Kết quả: a\n- Thực hiện: b\n'''›")),
                Arguments.of("FORM-PART", "mẫu biểu N { cột a: nhiều đoạn { ý x  ý y \"Làm\" } }\nbiểu B lập theo mẫu N { dòng { ‹a '''\n- Làm: a\n'''› } }"),
                Arguments.of("FORM-SECTION-TERM", "biểu B lập theo mẫu Mẫu { lĩnh vực ‹\"Tự đặt\"› { dòng \"a\" { tậpThể X } } }"),
                Arguments.of("FORM-SECTION-EMPTY", "biểu B lập theo mẫu Mẫu { ‹lĩnh vực Tài { }› }"),
                Arguments.of("FORM-ENTRIES", "mẫu biểu N dựa trên Mẫu { ít nhất 2 dòng }\nbiểu ‹B› lập theo mẫu N { }"),
                Arguments.of("FORM-RULE", "mẫu biểu N dựa trên Mẫu { kiểm tra R báo lỗi khi đếm(dòng) = 0: \"Cần một dòng\" }\n"
                        + "biểu ‹B› lập theo mẫu N { }"),
                Arguments.of("FORM-TEMPLATE-DATE", "mẫu biểu N dựa trên Mẫu { hiệu lực đến 31/12/2021 }\n"
                        + "biểu B lập theo mẫu ‹N› { kỳ 2022 }"),
                Arguments.of("FORM-TEMPLATE-DATE", "mẫu biểu N dựa trên Mẫu { hiệu lực từ 01/4/2022 }\n"
                        + "viện dẫn V: công văn số 1/SKH-VP ngày 31/3/2022\nbiểu trống B lập theo mẫu ‹N› { kèm theo [V] }"),
                Arguments.of("CELL-DUPLICATE", ROW.formatted("‹tậpThể› X")),
                Arguments.of("NAME-DUPLICATE", "danh mục ‹LV› { }"),
                Arguments.of("NAME-DUPLICATE", "mẫu biểu N dựa trên Mẫu { cột ‹tên› \"B\": chữ }"),
                Arguments.of("SETTING-TWICE", "mẫu biểu N dựa trên Mẫu { số hiệu biểu \"1\" số hiệu biểu ‹\"2\"› }"),
                Arguments.of("TEMPLATE-CYCLE", "mẫu biểu N dựa trên ‹O› { cột a: chữ }\nmẫu biểu O dựa trên ‹N› { }"),
                Arguments.of("TEMPLATE-NO-BASE", "mẫu biểu N { cột a: chữ ‹bỏ cột a› }"),
                Arguments.of("TEMPLATE-NO-COLUMNS", "mẫu biểu ‹N› { }"),
                Arguments.of("TEMPLATE-HEADING", "mẫu biểu N dựa trên Mẫu { lĩnh vực tự đặt, tiêu đề ‹\"Lĩnh vực\"› }"),
                Arguments.of("TEMPLATE-EXACTLY-ONE", "mẫu biểu N { nhóm g \"G\", ‹chọn› đúng một { cột a: đánh dấu } }"),
                Arguments.of("DATE-ORDER", "mẫu biểu N dựa trên Mẫu { hiệu lực từ ‹02/02/2022› đến 01/01/2021 }"),
                Arguments.of("LIBRARY-UNKNOWN", "§dùng ‹không_có.ở_đây›\n"),
                Arguments.of("VERSION", "§phiên bản ‹9›\n"),
                Arguments.of("NUMBERING", "kế hoạch K { cơ quan ban hành Sở trích yếu \"x\" nội dung '''\n1. a\n‹3. ›b\n''' }"),
                Arguments.of("EXPRESSION-NAME", "kế hoạch K { cơ quan ban hành Sở trích yếu \"x\" nội dung '''\n{‹nam›}\n''' }"),
                Arguments.of("EXPRESSION-FUNCTION", "kế hoạch K { cơ quan ban hành Sở trích yếu \"x\" nội dung '''\n{‹đém(LV)›}\n''' }"),
                Arguments.of("DOCUMENT-AGENCY", "kế hoạch ‹K› { trích yếu \"x\" nội dung '''\na\n''' }"),
                Arguments.of("ATTACHMENT-TYPE", "kế hoạch K { cơ quan ban hành Sở trích yếu \"x\" nội dung '''\na\n''' kèm theo ‹Sở› }"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void isReportedAtItsPlace(String code, String marked) {
        var head = marked.startsWith("§");
        var whole = head ? marked.substring(1) + Bieu.TEMPLATE : Bieu.TEMPLATE + marked;
        var text = whole.replace("‹", "").replace("›", "");
        var start = whole.indexOf('‹');
        var issues = Bieu.issues(text).stream().filter(issue -> issue.getCode().equals(code)).toList();
        assertTrue(!issues.isEmpty(), () -> Bieu.issues(text).toString());
        var issue = issues.get(0);
        assertEquals(whole.substring(start + 1, whole.indexOf('›')), text.substring(issue.getOffset(), issue.getOffset() + issue.getLength()));
    }

    @Test
    void theHeadOfTheCasesHasNoProblem() {
        assertEquals(List.of(), Bieu.issues(Bieu.TEMPLATE + ROW.formatted("tiền 65.000.000 mức Cao nộiDung '''\n- Thực hiện: a\n- Kết quả: b\n'''")));
    }

    @Test
    void aTemplateThatHoldsInPartOfThePeriodIsRight() {
        assertEquals(List.of(), Bieu.issues(Bieu.TEMPLATE + "mẫu biểu N dựa trên Mẫu { hiệu lực từ 31/12/2022 }\nbiểu B lập theo mẫu N { kỳ 2022 }"));
    }

    @Test
    void nothingIsReportedTwice() {
        var issues = Bieu.issues(Bieu.TEMPLATE + "biểu B lập theo mẫu Mãu { lĩnh vực Nông { dòng \"a\" { } } }");
        var broken = Bieu.issues("biểu B lập theo mẫu M { dòng \"a");
        assertEquals(List.of("LINK-UNKNOWN", "SYNTAX-END"), broken.stream().map(i -> i.getCode()).sorted().toList());
        assertEquals(List.of("LINK-UNKNOWN", "LINK-UNKNOWN"), issues.stream().map(i -> i.getCode()).toList());
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertEquals(DslMessages.ALL.keys(Locale.ROOT), DslMessages.ALL.keys(Locale.ENGLISH));
    }
}
