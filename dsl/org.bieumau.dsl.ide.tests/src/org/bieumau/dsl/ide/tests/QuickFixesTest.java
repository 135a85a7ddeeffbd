/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.bieumau.dsl.ide.internal.IdeMessages;
import org.bieumau.dsl.ide.internal.quickfix.QuickFix;
import org.bieumau.dsl.ide.internal.quickfix.QuickFixes;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.internal.reading.ProblemFinder;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the quick fixes for problems. */
class QuickFixesTest {

    private static final String FORM = """
            mẫu biểu M "MẪU" {
                cột tên "Tên": chữ
                cột stt "TT": số thứ tự
                nhóm g "Nhóm", chọn đúng một { cột a: đánh dấu cột b: đánh dấu }
                cột tiền "Tiền": số tiền
                cột lúc "Lúc": ngày
                cột lượng "Lượng": số
                cột đôi "Đôi": tính (tiền * 2)
                cột khi_b "Khi b": chữ, áp dụng khi (b = X)
            }
            biểu B lập theo mẫu M {
                dòng "An" {
                    CELLS
                }
            }
            """;

    private static final String DOCUMENT = """
            cơ quan S "Sở Khoa học và Công nghệ" { viết tắt "SKHCN" địa danh "Quảng Ngãi" }
            TYPE K {
                cơ quan ban hành S
                ngày 11/4/2022
                trích yếu "thi đua"
                SETTING
                nội dung '''
                    BODY
                '''
                nơi nhận { "Sở" lưu VT }
                ký { chức vụ "GIÁM ĐỐC" họ tên "An" }
            }
            """;

    @RegisterExtension
    final UserLocale locale = new UserLocale(Locale.ENGLISH);

    private static List<Issue> issues(XtextResource resource) {
        return resource.getResourceServiceProvider()
                .get(IResourceValidator.class)
                .validate(resource, CheckMode.ALL, CancelIndicator.NullImpl);
    }

    /**
     * Applies the first quick fix of the first problem with a code, asserts that the problem is gone and returns the
     * text.
     */
    private static String fixed(String code, String text) {
        var resource = Files.any(text);
        var all = issues(resource);
        var issue = all.stream()
                .filter(each -> code.equals(each.getCode()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " not in " + all));
        var fixes = QuickFixes.of(resource, issue);
        assertFalse(fixes.isEmpty(), "no quick fix for " + issue);
        var result = TextEdit.apply(List.of(fixes.getFirst().edit()), text);
        assertEquals(
                List.of(),
                issues(Files.any(result)).stream()
                        .filter(each -> code.equals(each.getCode()))
                        .toList(),
                result);
        return result;
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "CELL-DUPLICATE; a X a X; a X",
                "FORM-NOT-APPLICABLE; a X khi_b \"c\"; a X",
                "FORM-TYPE-COMPUTED; a X đôi 4; a X",
                "FORM-TYPE-ORDINAL; a X stt 1; a X",
                "FORM-TYPE-MARK; a X b \"có\"; a X",
                "FORM-EXACTLY-ONE; a X b X; a X",
                "FORM-MARK; a \"×\"; a X",
                "FORM-TYPE-TEXT; b X khi_b X; b X khi_b \"X\"",
                "FORM-TYPE-MONEY; a X tiền \"65.000.000\"; a X tiền 65.000.000",
                "FORM-TYPE-NUMBER; a X lượng \"1,5\"; a X lượng 1,5",
                "FORM-TYPE-DATE; a X lúc \"05/4/2022\"; a X lúc 05/4/2022",
                "LINK-UNKNOWN; a X tiềnn 5; a X tiền 5",
            })
    void problemsOfCellsAreFixed(String code, String before, String after) {
        assertEquals(FORM.replace("CELLS", after), fixed(code, FORM.replace("CELLS", before)));
    }

    /** Each is written where the template has it; a row that is filled in keeps its text. */
    @Test
    void missingPrintedRowsAreAddedInTheirOrder() {
        var text = """
                mẫu biểu M "M" {
                    cột tên "Tên": chữ
                    cột n "Số": số, bắt buộc
                    chỉ tiêu {
                        a "A" { đầu "Nhóm", đề mục { x "X" y "Y" } }
                        b "B"
                    }
                }
                biểu B lập theo mẫu M {
                    chỉ tiêu a.đầu.y { n 5 } // sửa sau
                }
                """;
        assertEquals(
                text.replace(
                        "    chỉ tiêu a.đầu.y { n 5 } // sửa sau",
                        """
                            chỉ tiêu a
                            chỉ tiêu a.đầu.x
                            chỉ tiêu a.đầu.y { n 5 } // sửa sau
                            chỉ tiêu b""".indent(0).strip().indent(4).stripTrailing()),
                fixed("FORM-INDICATOR-MISSING", text));
    }

    @Test
    void missingPrintedRowsOfASectionAreAddedThere() {
        var text = """
                mẫu biểu M "M" {
                    cột tên "Tên": chữ
                    cột n "Số": số, bắt buộc
                    lĩnh vực tự đặt
                    chỉ tiêu { a "A" b "B" }
                }
                biểu B lập theo mẫu M {
                    lĩnh vực "Một" {
                        chỉ tiêu a { n 1 }
                        chỉ tiêu b { n 2 }
                    }
                    lĩnh vực "Hai" {
                        chỉ tiêu a { n 3 }
                    }
                }
                """;
        assertEquals(
                text.replace("chỉ tiêu a { n 3 }", "chỉ tiêu a { n 3 }\n        chỉ tiêu b"),
                fixed("FORM-INDICATOR-MISSING", text));
    }

    @Test
    void cellOnItsOwnLineIsDeletedWithTheLine() {
        assertEquals(FORM.replace("CELLS", "a X"), fixed("CELL-DUPLICATE", FORM.replace("CELLS", "a X\n        a X")));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "DATE-PADDING; kế hoạch; địa danh \"Quảng Ngãi\"; Từ ngày 15/4/2022 tới 5/4/2022.; Từ ngày 15/4/2022 tới 05/4/2022.",
                "MONTH-PADDING; kế hoạch; địa danh \"Quảng Ngãi\"; Trong tháng 1/2025.; Trong tháng 01/2025.",
                "CAPITAL-PROVISION; kế hoạch; địa danh \"Quảng Ngãi\"; Theo Khoản 3 Điều 5.; Theo khoản 3 Điều 5.",
                "CAPITAL-PLACE; kế hoạch; địa danh \"Quảng Ngãi\"; Tại Tỉnh Quảng Ngãi.; Tại tỉnh Quảng Ngãi.",
                "CAPITAL-LAW; kế hoạch; địa danh \"Quảng Ngãi\"; Theo Bộ Luật dân sự.; Theo Bộ luật Dân sự.",
                "CAPITAL-HOLIDAY; kế hoạch; địa danh \"Quảng Ngãi\"; Nghỉ ngày quốc khánh.; Nghỉ ngày Quốc khánh.",
                "NUMBER-FORMAT; kế hoạch; địa danh \"Quảng Ngãi\"; Chi 65000000 đồng.; Chi 65.000.000 đồng.",
                "NUMBER-PADDING; kế hoạch; địa danh \"Quảng Ngãi\"; Theo Kế hoạch số 15/KH-UBND, Kế hoạch số 5/KH-UBND.; Theo Kế hoạch số 15/KH-UBND, Kế hoạch số 05/KH-UBND.",
                "CITATION-ISSUER; kế hoạch; địa danh \"Quảng Ngãi\"; Theo Kế hoạch số 12/KH-SKHHCN.; Theo Kế hoạch số 12/KH-SKHCN.",
                "EMPHASIS-OPEN; kế hoạch; địa danh \"Quảng Ngãi\"; *Ghi chú (*).; \\*Ghi chú (*).",
                "BACKSLASH; kế hoạch; địa danh \"Quảng Ngãi\"; Tệp C:\\a.; Tệp C:\\\\a.",
                "EMPHASIS-WORD; kế hoạch; địa danh \"Quảng Ngãi\"; Một ki**lo**gam.; Một ki**\\l\\o**gam.",
                "NUMBERING; kế hoạch; địa danh \"Quảng Ngãi\"; 1. Chữ⏎        3. Chữ; 1. Chữ⏎        2. Chữ",
            })
    void problemsOfProseAreFixed(String code, String type, String setting, String before, String after) {
        var text = DOCUMENT.replace("TYPE", type).replace("SETTING", setting);
        assertEquals(
                text.replace("BODY", after.replace("⏎", "\n")),
                fixed(code, text.replace("BODY", before.replace("⏎", "\n"))));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "BASIS-MARK; kế hoạch; căn cứ \"Căn cứ Luật Đo lường.\"; căn cứ \"Luật Đo lường\"",
                "SYMBOL-AGENCY; kế hoạch; ký hiệu \"KH-ABC\"; ``",
                "SYMBOL-TYPE; kế hoạch; ký hiệu \"BC-SKHCN\"; ``",
                "SYMBOL-TYPE; kế hoạch; ký /* ký số */ hiệu \"BC-SKHCN\"; ``",
                "SYMBOL-LETTER; công văn; ký hiệu \"CV-SKHCN\"; ``",
                "ADDRESSEE-AS-ABOVE; báo cáo; kính gửi \"Bộ\"; kính gửi \"Bộ\"",
            })
    void problemsOfSettingsAreFixed(String code, String type, String before, String after) {
        var text = DOCUMENT.replace("TYPE", type).replace("BODY", "Chữ.");
        var expected = after.isEmpty() ? text.replace("    SETTING\n", "") : text.replace("SETTING", after);
        assertEquals(
                code.equals("ADDRESSEE-AS-ABOVE") ? expected.replace("{ \"Sở\"", "{ \"Như trên\" \"Sở\"") : expected,
                fixed(code, text.replace("SETTING", before)));
    }

    @Test
    void marksAndLabelsPrintedAutomaticallyAreRemoved() {
        var text = DOCUMENT.replace("TYPE", "công văn")
                .replace("SETTING", "kính gửi \"Bộ\"")
                .replace("BODY", "Chữ.");
        assertEquals(text, fixed("SUBJECT-LABEL", text.replace("\"thi đua\"", "\"V/v thi đua\"")));
        assertEquals(text, fixed("RECIPIENT-MARK", text.replace("{ \"Sở\"", "{ \"- Sở;\"")));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "chức vụ \"GIÁM ĐỐC\"; Giám đốc Sở Khoa học và Công nghệ",
                "chức vụ \"Giám đốc\"; Giám đốc Sở Khoa học và Công nghệ",
                "quyền hạn KT. \"Giám đốc\" chức vụ \"Phó Giám đốc\"; Giám đốc Sở Khoa học và Công nghệ",
                "quyền hạn TM. \"Ban Giám đốc\" chức vụ \"Giám đốc\"; Sở Khoa học và Công nghệ",
            })
    void authorityOfADecisionIsThatOfItsSignature(String signature, String authority) {
        var text = DOCUMENT.replace("TYPE", "quyết định")
                .replace("    SETTING\n", "")
                .replace("BODY", "Điều 1. Chữ.")
                .replace("chức vụ \"GIÁM ĐỐC\"", signature);
        assertEquals(
                text.replace("\"thi đua\"", "\"thi đua\"\n    thẩm quyền \"" + authority + "\""),
                fixed("DOCUMENT-AUTHORITY", text));
    }

    @Test
    void textWithNamesInBracesBecomesProse() {
        var text = DOCUMENT.replace("TYPE", "kế hoạch")
                .replace("SETTING", "địa danh \"Quảng Ngãi\"")
                .replace("BODY", "Chữ.");
        assertEquals(
                text.replace("\"thi đua\"", "'''\n        \\1. Năm {năm}, \\[2*3] {cơ quan.tên}\n    '''"),
                fixed("TEXT-BRACES", text.replace("\"thi đua\"", "\"1. Năm {năm}, [2*3] {cơ quan.tên}\"")));
    }

    /** A name that is not known would be an error in prose; in other places prose is not allowed. */
    @Test
    void textsWhoseNamesHaveNoValueCanOnlyBeSilenced() {
        var text = DOCUMENT.replace("TYPE", "kế hoạch")
                .replace("SETTING", "địa danh \"Quảng Ngãi\"")
                .replace("BODY", "Chữ.");
        for (var braces :
                List.of(text.replace("\"thi đua\"", "\"Năm {lạ}\""), text.replace("\"An\"", "\"An {năm}\""))) {
            assertEquals(
                    braces.replace("kế hoạch K {", "kế hoạch K {\n    bỏ qua TEXT-BRACES \"…\""),
                    applied("TEXT-BRACES", braces));
        }
        assertEquals(
                "cơ quan B \"Ban {năm}\" {\n    bỏ qua TEXT-BRACES \"…\" viết tắt \"B\" }\n",
                applied("TEXT-BRACES", "cơ quan B \"Ban {năm}\" { viết tắt \"B\" }\n"));
    }

    @Test
    void misspeltWordIsReplacedOrAccepted() {
        var text = """
                thư viện t // đầu tệp
                dùng ub // cơ quan

                danh mục D { a "các nghành khác" }
                """;
        var resource = Files.any(text);
        var issue = issues(resource).stream()
                .filter(each -> "SPELLING".equals(each.getCode()))
                .findFirst()
                .orElseThrow();
        var fixes = QuickFixes.of(resource, issue);
        assertEquals("Replace «nghành» with «ngành»", fixes.getFirst().label());
        assertEquals(
                text.replace("nghành", "ngành"),
                TextEdit.apply(List.of(fixes.getFirst().edit()), text));
        assertEquals("Accept «nghành» in this file", fixes.getLast().label());
        var accepted = TextEdit.apply(List.of(fixes.getLast().edit()), text);
        assertEquals(text.replace("cơ quan\n", "cơ quan\nbỏ qua nghành \"Từ riêng của cơ quan\"\n"), accepted);
        assertEquals(Set.of("LIBRARY-UNKNOWN"), shown(accepted));
        assertEquals(List.of(), QuickFixes.ofAll(resource, List.of(issue)), "a guess is not made unseen");
    }

    @Test
    void acceptedWordsAreAtTheHeadOfTheFile() {
        assertEquals(
                "bỏ qua phẹtt \"Từ riêng của cơ quan\"\n\ndanh mục D { a \"Phẹtt đỏ\" }",
                accepted("danh mục D { a \"Phẹtt đỏ\" }"));
        assertEquals(
                "thư viện t\n\nbỏ qua phẹtt \"Từ riêng của cơ quan\" danh mục D { a \"Phẹtt đỏ\" }",
                accepted("thư viện t danh mục D { a \"Phẹtt đỏ\" }"));
        assertEquals(
                "bỏ qua phọtt \"x\"\nbỏ qua phẹtt \"Từ riêng của cơ quan\"\ndanh mục D { a \"Phẹtt phọtt\" }",
                accepted("bỏ qua phọtt \"x\"\ndanh mục D { a \"Phẹtt phọtt\" }"));
    }

    private static String accepted(String text) {
        var resource = Files.any(text);
        var issue = issues(resource).stream()
                .filter(each -> "SPELLING".equals(each.getCode()))
                .findFirst()
                .orElseThrow();
        var accepted =
                TextEdit.apply(List.of(QuickFixes.of(resource, issue).getLast().edit()), text);
        assertEquals(Set.of(), shown(accepted));
        return accepted;
    }

    @Test
    void toneMarksAreMovedAndUnified() {
        assertEquals("danh mục D { a \"kết quả\" }", fixed("SPELLING-TONE", "danh mục D { a \"kết qủa\" }"));
        var letter = "công văn K { trích yếu \"việc hoá giá\" nội dung '''\nĐã thỏa thuận, *hoà* giải\nvà hóa giải.\n"
                + "Tại Khánh Hoà và hòa.\n''' }";
        assertEquals(letter.replace("hoá giá", "hóa giá").replace("*hoà*", "*hòa*"), fixed("SPELLING-STYLE", letter));
    }

    /** Applies the only quick fix of the first problem with a code. */
    private static String applied(String code, String text) {
        var resource = Files.any(text);
        var issue = issues(resource).stream()
                .filter(each -> code.equals(each.getCode()))
                .findFirst()
                .orElseThrow();
        var fixes = QuickFixes.of(resource, issue);
        assertEquals(1, fixes.size());
        return TextEdit.apply(List.of(fixes.getFirst().edit()), text);
    }

    @Test
    void messagesExistInBothLanguages() {
        assertEquals(IdeMessages.ALL.keys(Locale.ROOT), IdeMessages.ALL.keys(Locale.ENGLISH));
    }

    @Test
    void wrongCodesAndKeywordsAreFixed() {
        assertEquals(
                "tỉnh T \"tỉnh Quảng Ngãi\" { mã \"51\" }\n",
                fixed("PROVINCE-CODE", "tỉnh T \"tỉnh Quảng Ngãi\" { mã \"50\" }\n"));
        assertEquals(
                "danh mục LV { }\nbiểu",
                fixed("SYNTAX-KEYWORD", "danh mục LV { }\nbiẻu").stripTrailing());
        assertEquals(
                "mẫu biểu M { số hiệu biểu \"x\" cột a: chữ }\n",
                fixed("SYNTAX-MISSING", "mẫu biểu M { số hiệu \"x\" cột a: chữ }\n"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "SYNTAX-KEYWORD; nơi nhận {; noi  nhan {",
                "SYNTAX-KEYWORD; nơi nhận {; nơinhận {",
                "SYNTAX-KEYWORD; ngày 11/4/2022; ngày 11-4-2022",
                "SYNTAX-KEYWORD; lưu VT; luu VT",
                "SYNTAX-TELEX; nơi nhận {; nowi nhaajn {",
                "SYNTAX-QUOTE; \"thi đua\"; “thi đua”",
                "SYNTAX-UNCLOSED; họ tên \"An\" }; họ tên \"An }",
                "SYNTAX-UNCLOSED; chức vụ \"GIÁM ĐỐC\"; chức vụ GIÁM ĐỐC\"",
                "SYNTAX-DOUBLE; ngày 11/4; ngày ngày 11/4",
                "SYNTAX-MISSING; nơi nhận {; nhận {",
                "SYNTAX-MISSING; ngày 11/4; 11/4",
                "SYNTAX-MISSING; Chữ {ngày}.; Chữ {ngày.",
                "LINK-UNKNOWN; hành S; hành Ss",
            })
    void slipsAreMended(String code, String correct, String slipped) {
        var text = DOCUMENT.replace("TYPE", "kế hoạch")
                .replace("SETTING", "địa danh \"Quảng Ngãi\"")
                .replace("BODY", "Chữ {ngày}.");
        assertEquals(text, fixed(code, text.replace(correct, slipped)));
    }

    @Test
    void missingEndOfABlockGetsALineOfItsOwn() {
        var text = DOCUMENT.replace("TYPE", "kế hoạch")
                .replace("SETTING", "địa danh \"Quảng Ngãi\"")
                .replace("BODY", "Chữ.");
        assertEquals(text, fixed("SYNTAX-MISSING", text.replace("Chữ.\n    '''\n", "Chữ.\n")));
    }

    @Test
    void nameMisspeltInItsDeclarationIsReplacedThere() {
        var text = DOCUMENT.replace("TYPE", "kế hoạch")
                        .replace("SETTING", "địa danh \"Quảng Ngãi\"")
                        .replace("BODY", "Theo [KếtLuận25].")
                + "viện dẫn KếtLuận25: kết luận số 25-KL/TU ngày 27/11/2020 của \"Tỉnh ủy\" về \"a\"\n";
        assertEquals(text, fixed("LINK-DECLARATION", text.replace("dẫn KếtLuận25", "dẫn KếtLuậm25")));
    }

    @Test
    void filesAreMigratedAndNormalised() {
        assertEquals("danh mục Lễ { }\n", fixedFile("TEXT-DECOMPOSED", "danh mục Le\u0302\u0303 { }\n"));
        assertEquals(
                "phiên bản 2\ndanh mục Lễ { }\n", fixed("VERSION-OLD", "phiên bản 1\ndanh mục Le\u0302\u0303 { }\n"));
    }

    @Test
    void legacyTextIsConvertedToUnicode() {
        assertEquals("""
                cơ quan Sở "Sở Khoa học và Công nghệ" { viết tắt "SKH" địa danh "Quảng Ngãi" }
                cơ quan Phòng "Phòng Tài chính" { viết tắt "PTC" địa danh "São Paulo" }
                """, fixedFile("TEXT-LEGACY", """
                        cơ quan Sở "Së Khoa häc vµ C«ng nghÖ" { viết tắt "SKH" địa danh "Quảng Ngãi" }
                        cơ quan Phòng "Phßng Tµi chÝnh" { viết tắt "PTC" địa danh "São Paulo" }
                        """));
    }

    /** Fixes a problem of a file as a whole, which the validator does not report. */
    private static String fixedFile(String code, String text) {
        var issue = new Issue.IssueImpl();
        issue.setCode(code);
        issue.setOffset(0);
        issue.setLength(1);
        return TextEdit.apply(
                List.of(QuickFixes.of(Files.any(text), issue).getFirst().edit()), text);
    }

    @Test
    void problemsOfOneCodeAreFixedAtOnce() {
        var text = DOCUMENT.replace("TYPE", "kế hoạch")
                .replace("SETTING", "")
                .replace("BODY", "Từ 5/4/2022.\n        Đến 6/4/2022 và 7/4/2022.");
        var resource = Files.right(text);
        var paddings = issues(resource).stream()
                .filter(each -> each.getCode().equals("DATE-PADDING"))
                .toList();
        assertEquals(3, paddings.size());
        assertEquals(
                text.replace(" 5/4", " 05/4").replace(" 6/4", " 06/4").replace(" 7/4", " 07/4"),
                TextEdit.apply(QuickFixes.ofAll(resource, paddings), text));
    }

    /** A duplicate cell of an ordinal column has two problems, but is deleted only once. */
    @Test
    void overlappingFixesAreAppliedOnce() {
        var text = FORM.replace("CELLS", "stt 1 a X stt 1");
        var resource = Files.right(text);
        assertEquals(FORM.replace("CELLS", "a X"), TextEdit.apply(QuickFixes.ofAll(resource, issues(resource)), text));
    }

    @Test
    void ambiguousProblemsAreNotFixedAutomatically() {
        var resource = Files.any("danh mục Một { }\ndanh mục Hai { }\nmẫu biểu M { cột a: chữ lĩnh vực theo Xyz }\n");
        var issues = issues(resource);
        assertEquals(
                List.of("Replace «Xyz» with «Một»", "Replace «Xyz» with «Hai»"),
                issues.stream()
                        .flatMap(issue -> QuickFixes.of(resource, issue).stream())
                        .map(QuickFix::label)
                        .toList());
        assertEquals(List.of(), QuickFixes.ofAll(resource, issues));
    }

    @Test
    void problemsThatNeedAUserDecisionGetNoQuickFix() {
        var resource = Files.any(FORM.replace("CELLS", "a X tiền \"nhiều\""));
        var issue = issues(resource).stream()
                .filter(each -> each.getCode().equals("FORM-TYPE-MONEY"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(), QuickFixes.of(resource, issue));
    }

    /** Silencing a violation leaves the reason to the user, and is reported until the reason is given. */
    @ParameterizedTest
    @CsvSource({
        "CITATION-TYPE, '        bỏ qua CITATION-TYPE \"…\"'",
        "ARCHIVE-MISSING, '    bỏ qua ARCHIVE-MISSING \"…\"'"
    })
    void violationIsSilenced(String code, String line) {
        var text = """
                cơ quan S "Sở" { viết tắt "S" địa danh "Đ" }
                kế hoạch K {
                    cơ quan ban hành S
                    ngày 05/01/2026
                    trích yếu "x"
                    nội dung '''
                        Một.
                        Kế hoạch số 12/QĐ-UBND.
                    '''
                    nơi nhận { "A" }
                    ký { chức vụ "Giám đốc" họ tên "A" }
                }
                """;
        var resource = Files.any(text);
        var issue = issues(resource).stream()
                .filter(each -> each.getCode().equals(code))
                .findFirst()
                .orElseThrow();
        var fixed =
                TextEdit.apply(List.of(QuickFixes.of(resource, issue).getFirst().edit()), text);
        assertEquals(1, fixed.lines().filter(line::equals).count(), fixed);
        assertEquals(text, fixed.replace(line + "\n", ""));
        assertEquals(Set.of("CITATION-TYPE", "ARCHIVE-MISSING", "SUPPRESSION-REASON"), shown(fixed));
        assertEquals(1, shown(fixed.replace("…", "số thật")).size());
    }

    private static Set<String> shown(String text) {
        return ProblemFinder.issues(Files.any(text), CancelIndicator.NullImpl).stream()
                .map(Issue::getCode)
                .collect(Collectors.toSet());
    }

    @Test
    void openBlocksAtTheEndAreClosed() {
        for (var begun : List.of(
                "cơ quan A \"Á\" {",
                "mẫu biểu M {\n    nhóm g {\n        cột a: chữ\n",
                "công văn C {\n    nội dung '''\n        Một {1 + 1}.\n")) {
            var resource = Files.any(begun);
            var issue = issues(resource).stream()
                    .filter(each -> each.getCode().equals("SYNTAX-END"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(issues(resource).toString()));
            var fixed = TextEdit.apply(
                    List.of(QuickFixes.of(resource, issue).getFirst().edit()), begun);
            assertFalse(Files.any(fixed).getParseResult().hasSyntaxErrors(), fixed);
        }
    }
}
