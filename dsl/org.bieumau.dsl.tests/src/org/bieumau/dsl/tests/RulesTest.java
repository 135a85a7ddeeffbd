/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.eclipse.xtext.validation.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the rules of a template: conditions that hold, and conditions that fail narrowly. */
class RulesTest {

    private static final String FORM = """
            danh mục Mức { Cao "cao" Thấp "thấp" }
            mẫu biểu M {
                cột tên "Tên": chữ, bắt buộc
                cột tiền "Tiền": số tiền
                cột hạn "Hạn": ngày
                cột xong "Xong": đánh dấu
                cột mức "Mức": chọn từ Mức
                cột nửa "Nửa": tính (tiền / 2)
                kiểm tra R báo cảnh báo khi %s: "%s"
            }
            biểu B lập theo mẫu M {
                kỳ 2022
                dòng "An" { tiền 100 hạn 05/4/2022 xong X mức Cao }
                dòng "Bình" { tiền 300 hạn 20/4/2022 mức Thấp }
                dòng "Chi" { }
            }
            """;

    private static List<String> findings(String condition, String message) {
        return Bieu.issues(FORM.formatted(condition, message)).stream()
                .map(Issue::getMessage)
                .toList();
    }

    /** A rule is reported once for the form, or once for each row for which its condition holds. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "đếm(dòng) = 3 | 1",
                "đếm(dòng) = 4 | 0",
                "đếm(dòng, xong) = 1 | 1",
                "đếm(dòng, không xong) = 1 | 0",
                "tổng(dòng.tiền) = 400 | 1",
                "tổng(dòng, tiền * 2) = 800 | 1",
                "trung bình(dòng.tiền) = 200 | 1",
                "lớn nhất(dòng.tiền) > 299 | 1",
                "lớn nhất(dòng.tiền) > 300 | 0",
                "nhỏ nhất(dòng, tiền) = 0 | 1",
                "mọi(dòng, tiền >= 0) | 1",
                "mọi(dòng, tiền > 0) | 0",
                "có(dòng, tiền > 200 và không xong) | 1",
                "có(dòng, tiền > 300) | 0",
                "chứa(kỳ, \"202\") | 1",
                "năm = 2022 | 1",
                "năm < 2022 | 0",
                "tiền > 200 | 1",
                "tiền > 0 và 300/tiền = 1 | 1",
                "tiền > 400/2 | 1",
                "tiền = 1000/10/1 | 1",
                "10/4 = 2,5 | 1",
                "số ngày(hạn, 10/4/2022) = 5 | 1",
                "tiền >= 100 | 2",
                "tiền = 0 và không xong | 1",
                "xong | 1",
                "không xong | 2",
                "bắt đầu bằng(tên, \"b\") | 1",
                "chứa(tên, \"h\") | 2",
                "độ dài(tên) = 4 | 1",
                "chữ hoa(tên) = \"AN\" | 1",
                "tên = \"An\" hoặc tên = \"Chi\" | 2",
                "nửa > 100 | 1",
                "tổng(dòng.nửa) = 200 | 1",
                "tiền > trung bình(dòng.tiền) | 1",
                "tiền >= trung bình(dòng, tiền) và đếm(dòng, xong) = 1 | 1",
                "tiền >= 0 hoặc tổng(dòng, 1 / (tiền - 100)) > 1 | 3",
                "độ dài(tên) > độ dài(\"An\") | 2",
                "có(dòng, tiền > 200) và tiền < 200 | 2",
                "mức = \"cao\" | 1",
                "\"thấp\" = mức hoặc mức = \"cao\" | 2",
                "mức <> \"\" và mức.tên = \"thấp\" | 1",
                "mức thuộc Mức | 2",
                "mức = Cao | 1",
                "Thấp = mức | 1",
                "mức <> Cao | 2",
                "mức = Cao hoặc mức = Thấp | 2",
                "có(dòng, mức = Cao) | 1",
                "đếm(dòng, mức = Cao và tiền > 100) = 1 | 0",
                "Cao thuộc dòng.mức | 1",
                "hạn <> \"\" và số ngày(hạn, 30/4/2022) > 10 | 1",
                "hạn = 05/4/2022 | 1",
                "hạn = 20/3/2022 + 16 | 1",
                "hạn = 06/4/2022 - 1 | 1"
            })
    void ruleIsReportedWhereItsConditionHolds(String condition, int times) {
        var found = findings(condition, "m").stream()
                .filter(message -> message.equals("m [R]"))
                .count();
        assertEquals(times, found, () -> findings(condition, "m").toString());
    }

    @Test
    void messageContainsTheValues() {
        assertTrue(findings("tiền > 200", "{tên}: {tiền} đồng quá 200, mức {mức.tên} {lạ}")
                .contains("Bình: 300 đồng quá 200, mức thấp {lạ} [R]"));
    }

    /** The rule is skipped in a row without the value, as one that compares an empty date. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hạn.năm < 2023 | 2",
                "hạn.năm >= 2023 | 0",
                "mức.tên = \"cao\" | 1",
                "mức.tên <> \"cao\" | 1",
                "không (mức.tên = \"cao\") và hạn.tháng = 4 | 1",
                "mức.tên = \"cao\" hoặc tiền = 0 | 1"
            })
    void partOfAnEmptyCellIsNoUnknownName(String condition, int times) {
        var codes = Bieu.issues(FORM.formatted(condition, "m")).stream()
                .map(Issue::getCode)
                .toList();

        assertEquals(Collections.nCopies(times, "FORM-RULE"), codes);
    }

    @Test
    void unknownPartIsReportedDespiteEmptyCells() {
        assertEquals(
                List.of("EXPRESSION-NAME"),
                Bieu.issues(FORM.formatted("hạn.lạ < 2023", "m")).stream()
                        .map(Issue::getCode)
                        .toList());
    }

    @Test
    void partOfAnEmptyCellIsDotsInAMessage() {
        assertTrue(findings("không xong và tiền = 0", "{tên}: {mức.tên}, {hạn.năm}")
                .contains("Chi: …, … [R]"));
    }

    /** Type errors are found even if no form uses the template yet. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tiền + 1 | EXPRESSION-TYPE",
                "tên > 3 | EXPRESSION-COMPARE",
                "tiền và xong | EXPRESSION-TYPE",
                "đếm(tiền) = 1 | EXPRESSION-TYPE",
                "mọi(dòng) | EXPRESSION-ARGUMENTS",
                "mọi(dòng, lạ) | EXPRESSION-NAME",
                "hàm lạ(tiền) = 1 | EXPRESSION-FUNCTION",
                "số ngày(tiền, hạn) > 1 | EXPRESSION-TYPE",
                "mức = Vừa | EXPRESSION-NAME",
                "hạn + 9999999 > hạn | EXPRESSION-RANGE",
                "hạn - 99999999999999999999 < hạn | EXPRESSION-RANGE",
                "tháng sau(ngày(1, 12, 9999)) = hạn | EXPRESSION-RANGE",
                "làm tròn(10/4, 0) = 3 và hạn = 3/4 và lạ | EXPRESSION-NAME",
                "Vừa = mức | EXPRESSION-NAME",
                "tên = Cao | EXPRESSION-NAME",
                "tiền = Cao | EXPRESSION-NAME",
                "lạ = Cao | EXPRESSION-NAME",
                "mức > Cao | EXPRESSION-NAME",
                "Vừa thuộc dòng.mức | EXPRESSION-NAME",
                "dòng.lạ = 1 | EXPRESSION-NAME"
            })
    void typeErrorIsReportedInTheTemplate(String condition, String code) {
        var template = FORM.formatted(condition, "m").replaceFirst("(?s)biểu B.*", "");
        var issues = Bieu.issues(template);
        assertEquals(List.of(code), issues.stream().map(Issue::getCode).toList(), issues::toString);
    }

    /**
     * A form in the file of its template does not repeat a problem of a rule, but reports one that only its rows have.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mức = Vừa | EXPRESSION-NAME",
                "đếm(dòng, mức = Vừa) > 0 | EXPRESSION-NAME",
                "tên > 3 | EXPRESSION-COMPARE",
                "1 / (tiền - 100) > 5 | EXPRESSION-DIVISION"
            })
    void faultOfARuleIsReportedOnce(String condition, String code) {
        assertEquals(
                List.of(code),
                Bieu.issues(FORM.formatted(condition, "m")).stream()
                        .map(Issue::getCode)
                        .toList());
    }

    /** Neither a computed column in a formula or condition, nor a list in a condition has a value. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cột x: tính (nửa * 2) | EXPRESSION-NAME", "cột x: chữ, áp dụng khi (nửa > 1) | EXPRESSION-NAME",
                "cột x: chữ, áp dụng khi (đếm(dòng) > 1) | EXPRESSION-NAME",
                        "cột x: chữ, áp dụng khi (tiền) | EXPRESSION-TYPE",
                "cột x: chữ, áp dụng khi (tiền > 1 và năm = 2022) | ''", "cột x: tính (tổng(dòng.tiền)) | ''"
            })
    void formulaAndConditionCannotUseComputedColumns(String column, String codes) {
        var template =
                FORM.formatted("xong", "m").replaceFirst("(?s)biểu B.*", "").replace("kiểm tra", column + "\nkiểm tra");
        assertEquals(
                codes,
                String.join(
                        ",", Bieu.issues(template).stream().map(Issue::getCode).toList()));
    }

    @Test
    void correctTemplateHasNoProblems() {
        var template = FORM.formatted("mọi(dòng, tiền / (tiền - 1) > 0) và kỳ = 2022", "m")
                .replaceFirst("(?s)biểu B.*", "");
        assertEquals(List.of(), Bieu.issues(template));
        assertTrue(Bieu.issues(template.replace("tiền / 2", "tên / 2")).stream()
                .anyMatch(issue -> issue.getCode().equals("EXPRESSION-TYPE")));
    }

    /** A column that applies to some rows only is required in these rows and must be empty in the others. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dòng { loại Khác } | FORM-REQUIRED",
                "dòng { loại Khác rõ \"a\" } | ''",
                "dòng { loại Cao } | ''",
                "dòng { } | ''",
                "dòng { loại Cao rõ \"a\" } | FORM-NOT-APPLICABLE",
                "dòng { loại Cao rõ \" \" } | ''"
            })
    void columnAppliesWhereItsConditionHolds(String row, String codes) {
        var form = """
                danh mục Loại { Cao "cao" Khác "khác" }
                mẫu biểu M {
                    cột loại: chọn từ Loại
                    cột rõ "Ghi rõ": chữ, bắt buộc, áp dụng khi (loại = "khác" và kỳ = 2022)
                }
                biểu B lập theo mẫu M { kỳ 2022 %s }
                """.formatted(row);
        assertEquals(
                codes,
                String.join(",", Bieu.issues(form).stream().map(Issue::getCode).toList()));
        assertEquals(
                codes,
                String.join(
                        ",",
                        Bieu.issues(form.replace("loại = \"khác\"", "loại = Khác")).stream()
                                .map(Issue::getCode)
                                .toList()));
        assertEquals(
                "",
                String.join(
                        ",",
                        Bieu.issues(form.replace("kỳ 2022 dòng { loại Khác }", "kỳ 2021 dòng { loại Khác }")).stream()
                                .map(Issue::getCode)
                                .filter("FORM-REQUIRED"::equals)
                                .toList()));
    }

    /**
     * The section and the name of a row differ from row to row, although no column has these names. Expressions with
     * them must not be computed once for all rows.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tiền > 0 và chứa(lĩnh vực, \"y tế\") | Chi",
                "tiền > 0 và độ dài(tên) = 2 | An",
                "tiền > 0 và chứa(lĩnh vực, \"thuế\") | An,Bình"
            })
    void sectionAndNameAreEvaluatedForEachRow(String condition, String names) {
        var form = """
                mẫu biểu M {
                    cột họTên "Họ tên": chữ, bắt buộc
                    cột tiền "Tiền": số tiền
                    lĩnh vực tự đặt, tiêu đề "Lĩnh vực {tên}"
                    kiểm tra R báo cảnh báo khi %s: "{họTên}"
                }
                biểu B lập theo mẫu M {
                    lĩnh vực "Thuế" { dòng "An" { tiền 1 } dòng "Bình" { tiền 2 } }
                    lĩnh vực "Y tế" { dòng "Chi" { tiền 3 } }
                }
                """.formatted(condition);
        assertEquals(
                names,
                String.join(
                        ",",
                        Bieu.issues(form).stream()
                                .filter(issue -> issue.getCode().equals("FORM-RULE"))
                                .map(issue -> issue.getMessage().replace(" [R]", ""))
                                .toList()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{lạ} | 1",
                "{tên} {tiền} {mức.tên} {văn bản.trích yếu} {cơ quan.tên} {kỳ} {hạn} | 0",
                "{mức.lạ} {tên.x} | 2"
            })
    void unknownValueInAMessageIsReportedInTheTemplate(String message, int unknown) {
        var template = FORM.formatted("xong", message).replaceFirst("(?s)biểu B.*", "");
        assertEquals(
                unknown,
                Bieu.issues(template).stream()
                        .filter(issue -> issue.getCode().equals("RULE-VALUE"))
                        .count());
    }

    /** A column may have the name of a value of the form; then the name means the column. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kiểm tra R báo cảnh báo khi không năm: \"{tên}\" | Bình [R]",
                "kiểm tra R báo cảnh báo khi năm > 3: \"m\" | EXPRESSION-COMPARE",
                "cột x: tính (nếu(không năm, 1, 2)) | ''",
                "cột x: chữ, áp dụng khi (không năm) | ''"
            })
    void columnHidesAValueOfTheForm(String part, String problem) {
        var form = """
                mẫu biểu M {
                    cột tên "Tên": chữ
                    cột năm "Năm": đánh dấu
                    %s
                }
                biểu B lập theo mẫu M { kỳ 2022 dòng "An" { năm X } dòng "Bình" }
                """.formatted(part);
        assertEquals(
                problem,
                String.join(
                        ",",
                        Bieu.issues(form).stream()
                                .map(issue ->
                                        issue.getCode().equals("FORM-RULE") ? issue.getMessage() : issue.getCode())
                                .toList()));
    }

    /** Every expression terminates, but not always in acceptable time. */
    @Test
    void evaluationOfDeeplyNestedListsIsAborted() {
        var rows = "dòng \"a\" { tiền 1 }\n".repeat(400);
        var form = FORM.formatted("mọi(dòng, mọi(dòng, mọi(dòng, tiền = tiền)))", "m")
                .replaceFirst("(?s)kỳ 2022.*", "kỳ 2022\n" + rows + "}");
        assertEquals(
                List.of("EXPRESSION-LONG"),
                Bieu.issues(form).stream().map(Issue::getCode).toList());
    }

    /** The condition of a section or row may use only values of its form. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "năm = 2022 | 3 | ''",
                "năm = 2021 | 1 | ''",
                "kỳ = 2022 và không (năm < 2000) | 3 | ''",
                "đếm(dòng) > 0 | 3 | EXPRESSION-NAME",
                "năm | 3 | EXPRESSION-TYPE"
            })
    void elementsThatDoNotApplyAreNotCounted(String condition, int rows, String codes) {
        var form = """
                mẫu biểu M {
                    cột tên "Tên": chữ, bắt buộc
                    lĩnh vực tự đặt
                    kiểm tra R báo lưu ý khi đúng: "m"
                    kiểm tra S báo cảnh báo khi đếm(dòng) <> %d hoặc đếm(lĩnh vực.dòng) <> %d: "m"
                }
                biểu B lập theo mẫu M {
                    kỳ 2022
                    lĩnh vực "Một" { dòng "a" dòng "b", áp dụng khi (%s) { } }
                    lĩnh vực "Hai", áp dụng khi (%s) { dòng "c" }
                }
                """.formatted(rows, rows, condition, condition);
        var found = Bieu.issues(form).stream().map(Issue::getCode).toList();
        assertEquals(1, found.stream().filter("FORM-RULE"::equals).count(), found::toString);
        assertEquals(
                codes,
                String.join(
                        ",",
                        found.stream()
                                .filter(code -> !code.equals("FORM-RULE"))
                                .distinct()
                                .toList()));
    }
}
