/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.bieumau.dsl.internal.DslMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the code and the place of each problem. The place is marked with ‹ and › in the text of a case. */
class ProblemsTest {

    private static final String LETTER =
            "công văn K { cơ quan ban hành Sở đơn vị soạn thảo VP ngày 05/4/2022 trích yếu \"x\" kính gửi \"A\" "
                    + "nội dung '''\n%s\n''' nơi nhận { \"Như trên\" lưu VT, VP } ký { chức vụ \"Giám đốc\" họ tên \"B\" } }";
    private static final String PLAN = "kế hoạch K { cơ quan ban hành Sở ngày 05/4/2022 trích yếu \"x\" "
            + "nội dung '''\n%s\n''' nơi nhận { \"A\" lưu VT } ký { chức vụ \"Giám đốc\" họ tên \"B\" } }";
    private static final String SCORE =
            "mẫu biểu Điểm { cột a: chữ }\nbiểu Điểm2021 lập theo mẫu Điểm { dòng { a \"x\" } }\n";
    private static final String FRAME =
            "mẫu văn bản M(n: số, e: nhiều đoạn): kế hoạch { cơ quan ban hành Sở ngày 05/4/2022 trích yếu \"x\" "
                    + "nội dung '''\n{n}\n{e}\n''' nơi nhận { \"A\" lưu VT } ký { chức vụ \"Giám đốc\" họ tên \"B\" } }\n";

    private static final String ROW = "biểu B lập theo mẫu Mẫu { lĩnh vực Tài { dòng \"a\" { tậpThể X %s } } }";

    static List<Arguments> cases() {
        return List.of(
                Arguments.of("SYNTAX-KEYWORD", "‹biẻu› B lập theo mẫu Mẫu"),
                Arguments.of("LINK-UNKNOWN", "biểu B lập theo mẫu ‹Mãu›"),
                Arguments.of(
                        "TABLE-CELLS", LETTER.formatted("| a | b |\n|---|---|\n‹| 1 2 |›\n| 3 | 4 |\n\n| x |\n| y |")),
                Arguments.of("TABLE-CELLS", LETTER.formatted("| a | b |\n|---|---|\n| 1 | 2 |\n‹| 3 | 4 | 5 |›")),
                Arguments.of("TABLE-CELLS", LETTER.formatted("‹| a b |›\n|---|---|\n| 1 | 2 |\n| 3 | 4 |")),
                Arguments.of(
                        "TABLE-CELLS",
                        LETTER.formatted("| a | b |\nvới mỗi s trong nơi nhận:\n    ‹| {s} |›\n| c | d |")),
                Arguments.of("EMPHASIS-OPEN", LETTER.formatted("‹*›Ghi chú (*): 2*3 *hai*")),
                Arguments.of("BACKSLASH", LETTER.formatted("\\1. Tệp C:‹\\t›ệp, ki**\\l\\ô**gam \\*")),
                Arguments.of("LINK-UNKNOWN", ROW.formatted("‹tiềnn› 5")),
                Arguments.of("LINK-UNKNOWN", "biểu B lập theo mẫu Mẫu { lĩnh vực ‹Nông› { dòng \"a\" { tậpThể X } } }"),
                Arguments.of("LINK-UNKNOWN", ROW.formatted("mức ‹Vừa›")),
                Arguments.of("FORM-EXACTLY-ONE", ROW.formatted("‹cáNhân X›")),
                Arguments.of("FORM-EXACTLY-ONE-NONE", "biểu B lập theo mẫu Mẫu { lĩnh vực Tài { dòng ‹\"a\"› { } } }"),
                Arguments.of(
                        "FORM-NO-TITLE", "mẫu biểu N { cột a: số }\nbiểu B lập theo mẫu N { dòng ‹\"x\"› { a 1 } }"),
                Arguments.of(
                        "FORM-TITLE-TWICE",
                        "mẫu biểu N { cột a: chữ }\nbiểu B lập theo mẫu N { dòng ‹\"x\"› { a \"y\" } }"),
                Arguments.of("FORM-REQUIRED", "biểu B lập theo mẫu Mẫu { lĩnh vực Tài { ‹dòng { tậpThể X }› } }"),
                Arguments.of(
                        "FORM-NOT-APPLICABLE",
                        "mẫu biểu N { cột a: chữ  cột b: số, áp dụng khi (a = \"x\") }\n"
                                + "biểu B lập theo mẫu N { dòng { a \"y\" ‹b 1› } }"),
                Arguments.of("FORM-TYPE-MONEY", ROW.formatted("tiền ‹\"nhiều\"›")),
                Arguments.of(
                        "FORM-TYPE-MARK",
                        "biểu B lập theo mẫu Mẫu { lĩnh vực Tài { dòng \"a\" { tậpThể ‹\"có\"› } } }"),
                Arguments.of("FORM-TYPE-ORDINAL", ROW.formatted("stt ‹1›")),
                Arguments.of("FORM-PART", ROW.formatted("‹nộiDung '''›\n- Thực hiện: a\n'''")),
                Arguments.of("FORM-PART-ORDER", ROW.formatted("‹nộiDung '''›\n- Kết quả: a\n- Thực hiện: b\n'''")),
                Arguments.of(
                        "FORM-PART",
                        "mẫu biểu N { cột a: nhiều đoạn { ý x  ý y \"Làm\" } }\nbiểu B lập theo mẫu N { dòng { ‹a '''›\n- Làm: a\n''' } }"),
                Arguments.of(
                        "FORM-SECTION-TERM",
                        "biểu B lập theo mẫu Mẫu { lĩnh vực ‹\"Tự đặt\"› { dòng \"a\" { tậpThể X } } }"),
                Arguments.of("FORM-SECTION-EMPTY", "biểu B lập theo mẫu Mẫu { ‹lĩnh vực Tài { }› }"),
                Arguments.of(
                        "FORM-ROW-OUTSIDE",
                        "biểu B lập theo mẫu Mẫu { ‹dòng \"x\" { tậpThể X }› "
                                + "lĩnh vực Tài { dòng \"a\" { tậpThể X } } }"),
                Arguments.of("FORM-ENTRIES", "mẫu biểu N dựa trên Mẫu { ít nhất 2 dòng }\nbiểu ‹B› lập theo mẫu N { }"),
                Arguments.of(
                        "FORM-RULE",
                        "mẫu biểu N dựa trên Mẫu { kiểm tra R báo lỗi khi đếm(dòng) = 0: \"Cần một dòng\" }\n"
                                + "biểu ‹B› lập theo mẫu N { }"),
                Arguments.of(
                        "FORM-TEMPLATE-DATE",
                        "mẫu biểu N dựa trên Mẫu { hiệu lực đến 31/12/2021 }\n"
                                + "biểu B lập theo mẫu ‹N› { kỳ 2022 }"),
                Arguments.of(
                        "FORM-TEMPLATE-DATE",
                        "mẫu biểu N dựa trên Mẫu { hiệu lực từ 01/4/2022 }\n"
                                + "viện dẫn V: công văn số 1/SKH-VP ngày 31/3/2022\nbiểu trống B lập theo mẫu ‹N› { kèm theo [V] }"),
                Arguments.of("CELL-DUPLICATE", ROW.formatted("‹tậpThể› X")),
                Arguments.of("NAME-DUPLICATE", "danh mục ‹LV› { }"),
                Arguments.of("NAME-DUPLICATE", "mẫu biểu N dựa trên Mẫu { cột ‹tên› \"B\": chữ }"),
                Arguments.of("SETTING-TWICE", "mẫu biểu N dựa trên Mẫu { số hiệu biểu \"1\" số hiệu biểu ‹\"2\"› }"),
                Arguments.of("TEMPLATE-CYCLE", "mẫu biểu N dựa trên ‹N› { bỏ cột a }\nbiểu trống B lập theo mẫu N"),
                Arguments.of("TEMPLATE-CYCLE", "mẫu biểu N dựa trên ‹O› { cột a: chữ }\nmẫu biểu O dựa trên ‹N› { }"),
                Arguments.of("TEMPLATE-NO-BASE", "mẫu biểu N { cột a: chữ ‹bỏ cột a› }"),
                Arguments.of("TEMPLATE-NO-COLUMNS", "mẫu biểu ‹N› { }"),
                Arguments.of("TEMPLATE-HEADING", "mẫu biểu N dựa trên Mẫu { lĩnh vực tự đặt, tiêu đề ‹\"Lĩnh vực\"› }"),
                Arguments.of(
                        "TEMPLATE-EXACTLY-ONE", "mẫu biểu N { nhóm g \"G\", ‹chọn› đúng một { cột a: đánh dấu } }"),
                Arguments.of("DATE-ORDER", "mẫu biểu N dựa trên Mẫu { hiệu lực từ ‹02/02/2022› đến 01/01/2021 }"),
                Arguments.of("LIBRARY-UNKNOWN", "§dùng ‹không_có.ở_đây›\n"),
                Arguments.of("VERSION", "§phiên bản ‹9›\n"),
                Arguments.of(
                        "NUMBERING",
                        "kế hoạch K { cơ quan ban hành Sở trích yếu \"x\" nội dung '''\n1. a\n‹3. ›b\n''' }"),
                Arguments.of(
                        "EXPRESSION-NAME",
                        "kế hoạch K { cơ quan ban hành Sở trích yếu \"x\" nội dung '''\n{‹nam›}\n''' }"),
                Arguments.of(
                        "EXPRESSION-FUNCTION",
                        "kế hoạch K { cơ quan ban hành Sở trích yếu \"x\" nội dung '''\n{‹đém(LV)›}\n''' }"),
                Arguments.of("VERSION-OLD", "§phiên bản ‹1›\n"),
                Arguments.of(
                        "DOCUMENT-DATE", "kế hoạch ‹K› { cơ quan ban hành Sở trích yếu \"x\" nội dung '''\na\n''' }"),
                Arguments.of("DOCUMENT-BLANK", "cơ quan Ban \"Ban\" { địa danh \"‹…›\" }"),
                Arguments.of("DOCUMENT-BLANK", LETTER.formatted("Thời gian: ‹…›")),
                Arguments.of("DOCUMENT-BLANK", LETTER.formatted("Từ ngày ‹…›, họp tại xã.")),
                Arguments.of(
                        "DOCUMENT-PLACE",
                        "cơ quan Ban \"Ban\" { viết tắt \"B\" }\n"
                                + LETTER.replace("công văn K", "công văn ‹K›")
                                        .replace("Sở đơn vị soạn thảo VP", "Ban")
                                        .formatted("a")),
                Arguments.of("PROVINCE-CODE", "tỉnh T \"tỉnh Quảng Ngãi\" { mã ‹\"50\"› }"),
                Arguments.of(
                        "PROVINCE-MERGED",
                        LETTER.replace("05/4/2022", "01/7/2025")
                                .replace("\"A\"", "‹\"UBND tỉnh Kon Tum\"›")
                                .formatted("a")),
                Arguments.of(
                        "PROVINCE-MERGED",
                        "cơ quan Ban \"UBND tỉnh Quảng Nam\" { viết tắt \"UBND\" địa danh \"H\" }\n"
                                + PLAN.replace("kế hoạch K", "kế hoạch ‹K›")
                                        .replace("Sở", "Ban")
                                        .replace("05/4/2022", "05/8/2025")
                                        .formatted("a")),
                Arguments.of(
                        "PROFILE-UNKNOWN",
                        "cơ quan Ban \"Ban\" { thể thức \"nd99\" }\n"
                                + LETTER.replace("công văn K", "công văn ‹K›")
                                        .replace("Sở đơn vị soạn thảo VP", "Ban")
                                        .formatted("a")),
                Arguments.of(
                        "SYMBOL-LETTER",
                        LETTER.replace("ngày 05", "ký hiệu ‹\"CV-SKH\"› ngày 05")
                                .formatted("a")),
                Arguments.of("SYMBOL-LETTER", LETTER.formatted("Xem công văn số ‹12/QĐ-SKH› ngày 01/4/2022.")),
                Arguments.of(
                        "SYMBOL-TYPE",
                        PLAN.replace("ngày 05", "ký hiệu ‹\"QĐ-SKH\"› ngày 05").formatted("a")),
                Arguments.of(
                        "SYMBOL-AGENCY",
                        PLAN.replace("ngày 05", "ký hiệu ‹\"KH-SNV\"› ngày 05").formatted("a")),
                Arguments.of(
                        "SYMBOL-UNIT",
                        LETTER.replace("công văn K", "công văn ‹K›")
                                .replace("đơn vị soạn thảo VP", "")
                                .formatted("a")),
                Arguments.of(
                        "CITATION-ABBREVIATION",
                        LETTER.formatted("Theo Bản thỏa thuận số ‹05/TTh-SKH› ngày 01/4/2022.")),
                Arguments.of(
                        "CITATION-ABBREVIATION",
                        "viện dẫn V: bản thỏa thuận số 05/TTh-SKH ngày 01/4/2022\n" + LETTER.formatted("Theo ‹[V]›.")),
                Arguments.of("CITATION-ABBREVIATION", LETTER.formatted("theo NQ ‹163/2021/ND-HĐND› ngày 09/12/2021")),
                Arguments.of("CITATION-SEPARATOR", LETTER.formatted("Theo Chỉ thị số ‹05/CT-TW› ngày 15/5/2016.")),
                Arguments.of(
                        "CITATION-LATER",
                        "viện dẫn V: quyết định số 7/QĐ-UBND ngày 06/4/2022 của \"UBND tỉnh\" về \"a\"\n"
                                + LETTER.formatted("Theo ‹[V]›.")),
                Arguments.of("CITATION-LATER", LETTER.formatted("Theo ‹Quyết định số 7/QĐ-UBND ngày 06/4/2022›.")),
                Arguments.of(
                        "CITATION-INCOMPLETE",
                        "viện dẫn V: quyết định số 7/QĐ-UBND ngày 01/4/2022\n"
                                + PLAN.replace("trích yếu", "căn cứ ‹[V]› trích yếu")
                                        .formatted("a")),
                Arguments.of(
                        "TEXT-BRACES", PLAN.replace("\"x\"", "‹\"năm {năm}\"›").formatted("a")),
                Arguments.of(
                        "TEXT-BRACES",
                        PLAN.replace("\"Giám đốc\"", "‹\"GĐ {cơ quan.tên}\"›").formatted("a")),
                Arguments.of(
                        "TEXT-BRACES",
                        PLAN.replace("\"A\"", "\"A\" ‹\"{nơi nhận}\"›").formatted("a")),
                Arguments.of(
                        "TEXT-BRACES",
                        PLAN.replace("nội dung", "căn cứ ‹\"Kế hoạch {năm}\"› nội dung")
                                .formatted("a")),
                Arguments.of(
                        "TEXT-BRACES",
                        PLAN.replace("ký {", "phụ lục P ‹\"Biểu {năm}\"› '''\na\n''' ký {")
                                .formatted("a")),
                Arguments.of(
                        "TEXT-BRACES", LETTER.replace("\"A\"", "‹\"A {năm}\"›").formatted("a")),
                Arguments.of("TEXT-BRACES", "cơ quan Ban ‹\"Ban {năm}\"› { viết tắt \"B\" }"),
                Arguments.of("TEXT-BRACES", "danh mục D { A \"Một\" (còn gọi \"1\", ‹\"{năm}\"›) }"),
                Arguments.of("TEXT-BRACES", "mẫu biểu N ‹\"Năm {năm}\"› dựa trên Mẫu { }"),
                Arguments.of("TEXT-BRACES", "mẫu biểu N dựa trên Mẫu { lĩnh vực tự đặt, tiêu đề ‹\"{tên} {năm}\"› }"),
                Arguments.of("TEXT-BRACES", ROW.formatted("tiền 5").replace("\"a\"", "‹\"a {năm}\"›")),
                Arguments.of("TEXT-BRACES", FRAME + "kế hoạch K theo mẫu M(n = 1, e = ‹\"{năm}\"›) { }"),
                Arguments.of("TERM-DUPLICATE", "danh mục D { A \"Đạt\" B \"Không đạt\" ‹C› \" đạt\" }"),
                Arguments.of("DATE-IMPOSSIBLE", LETTER.formatted("Họp ngày ‹31/4/2022›.")),
                Arguments.of("DATE-IMPOSSIBLE", LETTER.formatted("Họp ‹ngày 29 tháng 02 năm 2023›.")),
                Arguments.of("DATE-IMPOSSIBLE", LETTER.formatted("Họp ngày ‹00/00/2023›.")),
                Arguments.of("DATE-IMPOSSIBLE", LETTER.formatted("Họp ngày ‹0/5/2023›.")),
                Arguments.of("DATE-IMPOSSIBLE", LETTER.formatted("Họp ‹ngày 31/11›, sau đó nghỉ.")),
                Arguments.of("DATE-IMPOSSIBLE", LETTER.formatted("Họp ‹ngày 30 tháng 02›.")),
                Arguments.of("DATE-PADDING", LETTER.formatted("Trước ngày ‹5/4/2022›.")),
                Arguments.of("DATE-PADDING", LETTER.formatted("Ngày ‹09/09/2024› cũng sai.")),
                Arguments.of("DATE-PADDING", LETTER.formatted("Từ ‹ngày 05 tháng 1 năm 2022›.")),
                Arguments.of(
                        "DATE-IMPOSSIBLE", LETTER.formatted("Từ **ngày 01/4/2022** đến **‹31/4/2022›**, rồi nghỉ.")),
                Arguments.of(
                        "DATE-IMPOSSIBLE", LETTER.formatted("Giá 2\\*3 (\\{x\\}) trước 05/4/2022 và ‹31/4/2022›.")),
                Arguments.of(
                        "DATE-IMPOSSIBLE",
                        LETTER.formatted("Ho\u0323p kho\u0301a \u0111e\u0302\u0301n ngày ‹31/4/2022› xong")),
                Arguments.of(
                        "DATE-IMPOSSIBLE",
                        PLAN.replace("trích yếu", "căn cứ \"Biên bản \\\"A\\\" ngày ‹31/4/2021›\" trích yếu")
                                .formatted("a")),
                Arguments.of("DATE-IMPOSSIBLE", PLAN.formatted("| Ngày | Việc |\n|---|---|\n| ‹31/4/2022› | Họp |")),
                Arguments.of("MONTH-PADDING", LETTER.formatted("Từ tháng 01 đến tháng ‹2›/2023.")),
                Arguments.of("CAPITAL-PROVISION", LETTER.formatted("Theo ‹Khoản› 3 Điều 5.")),
                Arguments.of("CAPITAL-PROVISION", LETTER.formatted("Theo khoản 3 ‹điều› 5.")),
                Arguments.of("CAPITAL-PLACE", LETTER.formatted("Tại ‹Tỉnh› Quảng Ngãi.")),
                Arguments.of("CAPITAL-LAW", LETTER.formatted("Theo ‹Bộ Luật lao động›.")),
                Arguments.of("CAPITAL-HOLIDAY", LETTER.formatted("Nghỉ ‹tết nguyên đán›.")),
                Arguments.of("CAPITAL-START", LETTER.formatted("‹các› đơn vị báo cáo.")),
                Arguments.of("CAPITAL-START", LETTER.formatted("I. Chung\n1. ‹các› đơn vị báo cáo.")),
                Arguments.of("CAPITAL-SENTENCE", LETTER.formatted("Đã hoàn thành. ‹các› đơn vị báo cáo.")),
                Arguments.of("CAPITAL-AGENCY", LETTER.formatted("Trình chủ tịch ‹ủy ban nhân dân› xã.")),
                Arguments.of("CAPITAL-DOCUMENT", LETTER.formatted("Theo ‹nghị› định số 30/2020/NĐ-CP ngày 05/3/2020.")),
                Arguments.of("SPELLING", LETTER.formatted("Các ‹nghành› báo cáo.")),
                Arguments.of("SPELLING", LETTER.formatted("Các *cấp, ‹nghành›* báo cáo.")),
                Arguments.of(
                        "SPELLING", LETTER.formatted("| Việc | Nơi |\n|---|---|\n| Báo cáo | ‹Nghành› giáo dục |")),
                Arguments.of("SPELLING", LETTER.formatted("Báo cáo^[các ‹nghành› có liên quan].")),
                Arguments.of("SPELLING", "danh mục D { a \"các ‹nghành› khác\" }"),
                Arguments.of("SPELLING", "mẫu biểu N { cột a \"Các ‹nghành›\": chữ }"),
                Arguments.of("SPELLING", ROW.formatted("nộiDung \"các ‹nghành›\"")),
                Arguments.of(
                        "SPELLING-TONE",
                        LETTER.replace("\"x\"", "\"báo cáo kết ‹qủa›\"").formatted("A")),
                Arguments.of("SPELLING-STYLE", LETTER.formatted("Việc hóa giá, thỏa thuận và ‹hoà› giải.")),
                Arguments.of("NUMBER-FORMAT", LETTER.formatted("Thu 65.000 đồng, chi ‹65,000› đồng.")),
                Arguments.of(
                        "DEADLINE-PAST", LETTER.formatted("Gửi trước ngày 06/4/2022, chậm nhất ngày ‹04/4/2022›.")),
                Arguments.of("NUMBER-PADDING", LETTER.formatted("Theo Kế hoạch số ‹7/KH-UBND› ngày 01/4/2022.")),
                Arguments.of(
                        "CITATION-CONFLICT",
                        LETTER.formatted(
                                "Kế hoạch số 17/KH-UBND ngày 01/4/2022.\nTheo ‹Kế hoạch số 17/KH-UBND ngày 02/4/2022›.")),
                Arguments.of(
                        "ADDRESSEE-MISSING",
                        LETTER.replace("công văn K", "công văn ‹K›")
                                .replace("kính gửi \"A\"", "")
                                .formatted("a")),
                Arguments.of(
                        "ADDRESSEE-AS-ABOVE",
                        LETTER.replace("\"Như trên\"", "‹\"Sở Nội vụ\"›").formatted("a")),
                Arguments.of(
                        "ARCHIVE-MISSING",
                        LETTER.replace("công văn K", "công văn ‹K›")
                                .replace("lưu VT, VP", "")
                                .formatted("a")),
                Arguments.of(
                        "ARCHIVE-UNIT",
                        LETTER.replace("lưu VT, VP", "‹lưu VT, TTra›").formatted("a")),
                Arguments.of(
                        "VALIDITY",
                        "cơ quan Ban \"Ban\" { viết tắt \"B\" địa danh \"Y\" hiệu lực đến 31/12/2021 đơn vị VP \"V\" }\n"
                                + "‹"
                                + LETTER.replace("ban hành Sở", "ban hành Ban")
                                        .formatted("a")
                                        .replaceFirst("\n", "›\n")),
                Arguments.of(
                        "VALIDITY",
                        "cơ quan Ban \"Ban\" { viết tắt \"B\" địa danh \"Y\" đơn vị VP \"V\" người ký N \"N\" chức vụ \"C\" "
                                + "(hiệu lực từ 01/01/2023) }\n"
                                + LETTER.replace("ban hành Sở", "ban hành Ban")
                                        .replace("{ chức vụ \"Giám đốc\" họ tên \"B\" }", "‹{ người ký N }›")
                                        .formatted("a")),
                Arguments.of(
                        "SIGNATURE-MISSING",
                        LETTER.replace("công văn K", "công văn ‹K›")
                                .replaceFirst("ký \\{.*?\\}", "")
                                .formatted("a")),
                Arguments.of(
                        "SIGNATURE-DEPUTY",
                        LETTER.replace("{ chức vụ", "‹{ quyền hạn KT. \"Giám đốc\"")
                                .replace("\"Giám đốc\" họ", "họ")
                                .replace("\"B\" }", "\"B\" }›")
                                .formatted("a")),
                Arguments.of(
                        "SIGNATURE-DEPUTY",
                        LETTER.replace("{ chức vụ", "‹{ quyền hạn KT. \"Giám đốc\" chức vụ")
                                .replace("\"B\" }", "\"B\" }›")
                                .formatted("a")),
                Arguments.of(
                        "SIGNATURE-HONOUR",
                        LETTER.replace("\"B\"", "‹\"TS. Nguyễn Văn B\"›").formatted("a")),
                Arguments.of("DIVISION-TITLE", PLAN.formatted("‹Chương I›\nĐiều 1. a")),
                Arguments.of("DIVISION-TITLE", PLAN.formatted("I. A\n‹II.›\n1. b")),
                Arguments.of("END-MARK-TWICE", PLAN.formatted("a./.\nb‹./.›")),
                Arguments.of(
                        "APPENDIX-UNMENTIONED",
                        PLAN.replace("ký {", "‹phụ lục A \"A\" '''›\na\n''' ký {")
                                .formatted("a")),
                Arguments.of("ARGUMENT-TYPE", FRAME + "kế hoạch K theo mẫu M(‹n = \"một\"›, e = \"\") { }"),
                Arguments.of("ARGUMENT-TYPE", FRAME + "kế hoạch K theo mẫu M(n = 1, ‹e = 01/01/2022›) { }"),
                Arguments.of("ARGUMENT-MISSING", FRAME + "kế hoạch K theo mẫu ‹M›(n = 1) { }"),
                Arguments.of("ARGUMENT-TWICE", FRAME + "kế hoạch K theo mẫu M(n = 1, e = \"\", ‹n› = 2) { }"),
                Arguments.of("TEMPLATE-TYPE", FRAME + "báo cáo K theo mẫu ‹M›(n = 1, e = \"\") { }"),
                Arguments.of("LINK-UNKNOWN", FRAME + "kế hoạch K theo mẫu M(‹m› = 1) { }"),
                Arguments.of("DOCUMENT-AGENCY", "kế hoạch ‹K› { trích yếu \"x\" nội dung '''\na\n''' }"),
                Arguments.of("TABLE-PLACE", ROW.formatted("nộiDung '''\n‹| a | b |›\n'''")),
                Arguments.of("EXPRESSION-PRINT", SCORE + PLAN.formatted("Xem {‹Điểm2021›} nhé")),
                Arguments.of("EXPRESSION-PRINT", SCORE + PLAN.formatted("{‹Điểm2021.dòng›}")),
                Arguments.of(
                        "ATTACHMENT-CYCLE",
                        PLAN.replace("ký {", "kèm theo ‹L› ký {").formatted("kèm theo") + "\n"
                                + PLAN.replace("kế hoạch K", "kế hoạch L")
                                        .replace("ký {", "kèm theo K ký {")
                                        .formatted("kèm theo")),
                Arguments.of(
                        "ATTACHMENT-TYPE",
                        "kế hoạch K { cơ quan ban hành Sở trích yếu \"x\" nội dung '''\na\n''' kèm theo ‹Sở› }"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Theo Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.",
                "Trước ngày 06/4/2022, từ ngày 22/10/2021./.",
                "Công văn số 12/SKH-VP và 246-CV/TU, Công văn số 246-CV/TU ngày 08/02/2021.",
                "Nghị định 04/2015/NĐ-CP ngày 09/01/2015.",
                "Ngày 22 tháng 01 năm 2022 và ngày 05 tháng 4 năm 2022",
                "I. A\n1. b\n- c",
                "Theo Bản thỏa thuận số 05/BTT-SKH ngày 05/4/2022."
            })
    void correctLettersHaveNoProblems(String body) {
        assertEquals(List.of(), Bieu.issues(Bieu.TEMPLATE + LETTER.formatted(body)));
    }

    @Test
    void openDayMayBeAnyDayOfTheMonth() {
        var cited = "viện dẫn V: kế hoạch số 40-KH/BDVTU ngày 29/01/2023 của \"A\" về \"b\"\n";
        assertEquals(
                List.of(),
                Bieu.issues(Bieu.TEMPLATE
                        + cited
                        + PLAN.replace("05/4/2022", "…/01/2023").formatted("[V]")));
        assertEquals(
                1,
                Bieu.issues(Bieu.TEMPLATE
                                + cited
                                + PLAN.replace("05/4/2022", "…/12/2022").formatted("[V]"))
                        .size());
    }

    @Test
    void templateSuppliesMissingSettings() {
        assertEquals(
                List.of(), Bieu.issues(Bieu.TEMPLATE + FRAME + "kế hoạch K theo mẫu M(n = 1, e = '''\na\n''') { }"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void problemIsReportedAtItsPlace(String code, String marked) {
        var head = marked.startsWith("§");
        var whole = head ? marked.substring(1) + Bieu.TEMPLATE : Bieu.TEMPLATE + marked;
        var text = whole.replace("‹", "").replace("›", "");
        var start = whole.indexOf('‹');
        var issues = Bieu.issues(text).stream()
                .filter(issue -> issue.getCode().equals(code))
                .toList();
        assertTrue(!issues.isEmpty(), () -> Bieu.issues(text).toString());
        var issue = issues.get(0);
        assertEquals(
                whole.substring(start + 1, whole.indexOf('›')),
                text.substring(issue.getOffset(), issue.getOffset() + issue.getLength()));
        assertEquals(start, issue.getOffset(), "where the mark is, and not where the same words are");
    }

    /** On the day before the merger of provinces, and for a province that kept its name. */
    @ParameterizedTest
    @CsvSource({"30/6/2025, UBND tỉnh Kon Tum", "01/7/2025, UBND tỉnh Quảng Ngãi"})
    void provinceNameOfItsTimeIsCorrect(String date, String addressee) {
        assertEquals(
                List.of(),
                Bieu.issues(Bieu.TEMPLATE
                        + LETTER.replace("05/4/2022", date)
                                .replace("\"A\"", '"' + addressee + '"')
                                .formatted("a")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Trồng lúa, ngô, khoai, … và rau.",
                "Các loại lúa, ngô, …",
                "Giống lúa v.v…",
                "Trích: “[…] và rau”.",
                "Từ 20…/xã"
            })
    void omissionsInTextAreNoGaps(String text) {
        assertEquals(
                List.of(),
                Bieu.issues(Bieu.TEMPLATE + LETTER.formatted(text)).stream()
                        .filter(issue -> issue.getCode().equals("DOCUMENT-BLANK"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mẫu biểu N dựa trên Mẫu { lĩnh vực tự đặt, tiêu đề \"Lĩnh vực {tên}\" }",
                "mẫu biểu N dựa trên Mẫu { lĩnh vực tự đặt, tiêu đề \"{nam}\" }",
                "mẫu biểu N dựa trên Mẫu { kiểm tra R báo lỗi khi tên = \"{a}\": \"{tên} sai\" }",
                "mẫu biểu N dựa trên Mẫu { kiểm tra R báo lỗi khi tên = \"a\": \"{lạ} sai\" }",
                "kế hoạch K { cơ quan ban hành Sở trích yếu '''\nnăm {năm} \\{năm}\n''' nội dung '''\n{năm}\n''' }",
                "kế hoạch K { cơ quan ban hành Sở trích yếu \"{}, {1; 2}, {…}, năm}\" bỏ qua DOCUMENT-DATE \"{năm}\" }",
                "biểu B lập theo mẫu Mẫu { dữ liệu từ \"{năm}.csv\" }"
            })
    void bracesAreReportedOnlyWhereTheyPrintAName(String text) {
        assertEquals(
                List.of(),
                Bieu.issues(Bieu.TEMPLATE + text).stream()
                        .filter(issue -> issue.getCode().equals("TEXT-BRACES"))
                        .toList());
    }

    @Test
    void commonTemplateHasNoProblems() {
        assertEquals(
                List.of(),
                Bieu.issues(Bieu.TEMPLATE
                        + ROW.formatted("tiền 65.000.000 mức Cao nộiDung '''\n- Thực hiện: a\n- Kết quả: b\n'''")));
    }

    @Test
    void templateMayBeValidDuringPartOfThePeriod() {
        assertEquals(
                List.of(),
                Bieu.issues(Bieu.TEMPLATE
                        + "mẫu biểu N dựa trên Mẫu { hiệu lực từ 31/12/2022 }\nbiểu B lập theo mẫu N { kỳ 2022 }"));
    }

    @Test
    void nothingIsReportedTwice() {
        var issues = Bieu.issues(Bieu.TEMPLATE + "biểu B lập theo mẫu Mãu { lĩnh vực Nông { dòng \"a\" { } } }");
        var broken = Bieu.issues("biểu B lập theo mẫu M { dòng \"a");
        assertEquals(
                List.of("LINK-UNKNOWN", "SYNTAX-UNCLOSED"),
                broken.stream().map(i -> i.getCode()).sorted().toList());
        assertEquals(
                List.of("LINK-UNKNOWN"), issues.stream().map(i -> i.getCode()).toList());
    }

    @Test
    void bothLanguagesHaveTheSameMessageKeys() {
        assertEquals(DslMessages.ALL.keys(Locale.ROOT), DslMessages.ALL.keys(Locale.ENGLISH));
    }
}
