/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.eclipse.xtext.validation.Issue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that a slip is one problem: at its place, with the word that was meant, and without what follows from it. */
class OneSlipTest {

    /** A text without problems; each case changes one place of it. */
    private static final String TEXT = """
            phiên bản 2
            cơ quan Sở "Sở Khoa học" {
                viết tắt "SKH"
                địa danh "Quảng Ngãi"
                đơn vị VP "Văn phòng"
            }
            danh mục Mức { Cao "cao" Thấp "thấp" }
            mẫu biểu Mẫu "MẪU" {
                cột tên "TÊN": chữ, bắt buộc
                cột mức "MỨC": chọn từ Mức
                cột tiền "KINH PHÍ": số tiền
                cột hạn "HẠN": ngày, bắt buộc
            }
            biểu Bảng lập theo mẫu Mẫu {
                dòng "a" { mức Cao tiền 5 hạn 30/4/2026 }
                dòng "b" { mức Thấp hạn …/5/2026 }
            }
            công văn Thư {
                cơ quan ban hành Sở
                đơn vị soạn thảo VP
                ngày 05/4/2022
                trích yếu "x"
                kính gửi "A"
                nội dung '''
                    Theo đề nghị của các phòng (biểu kèm theo).
                '''
                nơi nhận { "Như trên" lưu VT, VP }
                ký { chức vụ "Giám đốc" họ tên "B" }
                kèm theo Bảng
            }
            """;

    private Locale locale;

    @BeforeEach
    void useEnglish() {
        locale = Locale.getDefault();
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void useFormerLocale() {
        Locale.setDefault(locale);
    }

    private static List<String> shown(String text, List<Issue> issues) {
        return issues.stream()
                .map(issue -> issue.getCode() + " "
                        + text.substring(issue.getOffset(), issue.getOffset() + issue.getLength())
                                .replaceAll("\\s+", " "))
                .toList();
    }

    private static List<String> problems(String text) {
        return shown(text, Bieu.issues(text));
    }

    @Test
    void textWithoutSlipsHasNoProblems() {
        assertEquals(List.of(), problems(TEXT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "nơi nhận {; noi nhan {; SYNTAX-KEYWORD noi nhan",
                "nơi nhận {; nơinhận {; SYNTAX-KEYWORD nơinhận",
                "nơi nhận {; nowi nhaajn {; SYNTAX-TELEX nowi nhaajn",
                "địa danh; địa dang; SYNTAX-KEYWORD dang",
                "lưu VT, VP; luu VT; SYNTAX-KEYWORD luu",
                "trích yếu \"x\"; trích yếu “x”; SYNTAX-QUOTE “x”",
                "họ tên \"B\" }; họ tên \"B }; SYNTAX-UNCLOSED \"B",
                "chức vụ \"Giám đốc\"; chức vụ Giám đốc\"; SYNTAX-UNCLOSED Giám",
                "viết tắt \"SKH\"; điện thoại \"0221\"; SYNTAX-EXPECTED điện thoại",
                "cơ quan Sở \"Sở Khoa học\" {; cơ quan Sở \"Sở Khoa học\"; SYNTAX-MISSING viết",
                "ngày 05/4/2022; ngày 05-4-2022; SYNTAX-KEYWORD 05-4-2022",
                "ngày 05/4/2022; ngày 05/4/20222; SYNTAX-EXPECTED 05",
                "ngày 05/4/2022; 05/4/2022; SYNTAX-MISSING 05/4/2022",
                "danh mục Mức; danh mục mục Mức; SYNTAX-DOUBLE mục",
                "mức Cao; mức; SYNTAX-EXPECTED tiền",
                "dòng \"a\" { mức Cao tiền 5 hạn 30/4/2026 }; dòng \"a\" { mức Cao tiền 5; SYNTAX-MISSING dòng",
                "hạn 30/4/2026; hạn 31/4/2026; SYNTAX-VALUE 31/4/2026",
                "hạn …/5/2026; hạn 00/5/2026; SYNTAX-VALUE 00/5/2026",
                "(biểu kèm theo).⏎    '''; (biểu kèm theo).; SYNTAX-MISSING nơi",
                "công văn Thư; công văn; SYNTAX-EXPECTED {",
                "ban hành Sở; ban hành Sỏ; LINK-UNKNOWN Sỏ",
                "theo mẫu Mẫu; theo mẫu Mãu; LINK-UNKNOWN Mãu",
                "mức Thấp; mứcc Thấp; LINK-UNKNOWN mứcc",
                "cột tiền; cột tiềnn; LINK-UNKNOWN tiền",
                "từ Mức; từ Mưc; LINK-UNKNOWN Mưc"
            })
    void slipIsTheOnlyProblem(String correct, String slipped, String problem) {
        assertTrue(TEXT.contains(correct.replace("⏎", "\n")), correct);
        assertEquals(List.of(problem), problems(TEXT.replace(correct.replace("⏎", "\n"), slipped)));
    }

    @Test
    void intendedWordIsSuggested() {
        var issue = Bieu.issues(TEXT.replace("nơi nhận", "noi nhan")).getFirst();
        assertEquals("«noi nhan» is not understood here; is it «nơi nhận»?", issue.getMessage());
    }

    @Test
    void possibleWordsAreListedAsWholePhrases() {
        var message = Bieu.issues(TEXT.replace("viết tắt \"SKH\"", "điện thoại \"0221\""))
                .getFirst()
                .getMessage();
        assertTrue(message.contains("«tên trên văn bản», «tên cũ», «gọi tắt», «viết tắt»"), message);
    }

    @Test
    void independentSlipsAreBothReported() {
        assertEquals(
                List.of("SYNTAX-KEYWORD dang", "SYNTAX-KEYWORD noi nhan"),
                problems(TEXT.replace("địa danh", "địa dang").replace("nơi nhận", "noi nhan")));
        assertEquals(
                List.of("SYNTAX-EXPECTED điện thoại", "SYNTAX-EXPECTED thư điện tử"),
                problems(TEXT.replace("viết tắt \"SKH\"", "điện thoại \"0221\"\n    thư điện tử \"a\"")));
        assertEquals(
                List.of("LINK-UNKNOWN Mưc", "SYNTAX-KEYWORD noi nhan"),
                problems(TEXT.replace("từ Mức", "từ Mưc").replace("nơi nhận", "noi nhan")));
    }

    /** The row of another form is checked although a document has a slip; the row below the unknown column is not. */
    @Test
    void problemsOfIntactElementsAreReported() {
        assertEquals(
                List.of("FORM-TYPE-MONEY \"nhiều\"", "SYNTAX-KEYWORD noi nhan"),
                problems(TEXT.replace("tiền 5", "tiền \"nhiều\"").replace("nơi nhận", "noi nhan")));
        assertEquals(
                List.of("FORM-TYPE-MONEY \"nhiều\"", "LINK-UNKNOWN mứcc"),
                problems(TEXT.replace("tiền 5", "tiền \"nhiều\"").replace("mức Thấp", "mứcc Thấp")));
    }

    @Test
    void problemsHeldBackAreReportedOnceTheSlipIsMended() {
        var withoutSubject = TEXT.replace("    trích yếu \"x\"\n", "");
        assertEquals(List.of("DOCUMENT-SUBJECT Thư"), problems(withoutSubject));
        assertEquals(List.of("SYNTAX-KEYWORD noi nhan"), problems(withoutSubject.replace("nơi nhận", "noi nhan")));
    }

    @Test
    void nameMisspeltInItsDeclarationIsReportedThere() {
        var cited = TEXT.replace("Theo đề nghị", "Theo [KếtLuận25], đề nghị")
                + "viện dẫn KếtLuậm25: kết luận số 25-KL/TU ngày 27/11/2020 của \"Tỉnh ủy\" về \"a\"\n";
        assertEquals(List.of("LINK-DECLARATION KếtLuậm25"), problems(cited));
    }

    @Test
    void mixedTabsAndSpacesAreNamed() {
        var header = "        nếu 1 > 0:\n";
        assertEquals(
                List.of("INDENT-MIXED  "), problems(TEXT.replace("        Theo", header + "\t\tA.\n        Theo")));
        assertEquals(
                List.of("INDENT-MIXED  "),
                problems(TEXT.replace(
                        "        Theo",
                        header.strip().indent(1).replace(" n", "\tn") + "            A.\n        Theo")));
        assertEquals(List.of(), problems(TEXT.replace("        Theo", header + "            A.\n        Theo")));
    }

    @Test
    void unknownLibraryIsTheOnlyProblem() {
        assertEquals(
                List.of("LIBRARY-UNKNOWN không_có"),
                problems("dùng không_có\ncông văn K theo mẫu CôngVăn(a = 1) { cơ quan ban hành SKHCN }\n"));
    }

    private static final String PRINTED_ROWS = """
            phiên bản 2
            mẫu biểu Mẫu "MẪU" {
                cột tên "TÊN": chữ
                cột n "SỐ": số
                chỉ tiêu {
                    a "1" "Số người" {
                        b "a" "Thành thị"
                        c "b" "Nông thôn" { d "-" "Nam" }
                    }
                    g "2" "Số hộ", thêm dòng
                }
            }
            biểu Bảng lập theo mẫu Mẫu {
                chỉ tiêu a { n 1 }
                chỉ tiêu a.b { n 1 }
                chỉ tiêu a.c { n 1 }
                chỉ tiêu a.c.d { n 1 }
                chỉ tiêu g { n 1 }
                dòng trong g "Hộ khác" { n 1 }
            }
            mẫu biểu Lớp dựa trên Mẫu {
                đổi tên chỉ tiêu a.b thành "Đô thị"
            }
            ánh xạ Nhãn cho Mẫu { "Số" là n   chỉ tiêu "Đô thị" là a.b   chỉ tiêu "Nam" là a.c.d }
            """;

    /** Forms, overlays and mappings refer to the printed rows of a template by paths. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"Số người\" {; \"Số người {",
                "b \"a\"; b \"a",
                "c \"b\"; c b",
                "c \"b\" \"Nông thôn\"; c",
                ", thêm dòng; , thêm",
                ", thêm dòng; thêm dòng",
                "chỉ tiêu {⏎; chi tieu {⏎",
                "chỉ tiêu {⏎; chỉ tiêu⏎"
            })
    void slipInPrintedRowsIsNotRepeatedWhereTheyAreUsed(String correct, String slipped) {
        assertEquals(List.of(), problems(PRINTED_ROWS));
        var from = correct.replace("⏎", "\n");
        assertTrue(PRINTED_ROWS.contains(from), correct);
        var found = Bieu.issues(PRINTED_ROWS.replace(from, slipped.replace("⏎", "\n")));
        assertTrue(found.size() == 1 || found.size() == 2, () -> found.toString());
        var line = PRINTED_ROWS.substring(0, PRINTED_ROWS.indexOf(from)).lines().count();
        assertTrue(Math.abs(found.getFirst().getLineNumber() - line) < 2, () -> found.toString());
    }

    /** The misspelt row is named once, at its cause. */
    @Test
    void unknownTemplateIsTheOnlyProblemOfItsRows() {
        assertEquals(
                List.of("LINK-UNKNOWN Mãu"),
                problems(PRINTED_ROWS.replace("biểu Bảng lập theo mẫu Mẫu", "biểu Bảng lập theo mẫu Mãu")));
        assertEquals(
                List.of("LINK-UNKNOWN Mãu"), problems(PRINTED_ROWS.replace("Lớp dựa trên Mẫu", "Lớp dựa trên Mãu")));
        assertEquals(List.of("LINK-UNKNOWN Mãu"), problems(PRINTED_ROWS.replace("Nhãn cho Mẫu", "Nhãn cho Mãu")));
    }
}
