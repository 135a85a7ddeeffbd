/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.model.LibraryElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests rows that are printed with a form (<code>chỉ tiêu</code>) as all formats show them, and their problems. */
class PrintedRowsTest {

    private static final String TEMPLATE = """
            mẫu biểu M "M" {
                cột tt "TT": số thứ tự
                cột tên "Chỉ tiêu": chữ
                cột đv "Đơn vị": đơn vị tính
                cột mã "Mã": mã số
                cột n "Số lượng": số, dòng tổng tổng
                chỉ tiêu {
                    tổng "1" "Tổng số", đơn vị tính "người", mã số "01" {
                        vùng "a" "Chia theo vùng", đề mục {
                            thị "-" "Thành thị" nông "-" "Nông thôn" biển "Biển"
                        }
                    }
                    khác "2" "Khác", thêm dòng, in sẵn đv "hộ"
                }
            }
            """;

    private static List<String> rows(String text) throws IOException {
        return rows(Bieu.parse(text).getElements().getLast());
    }

    /** Returns the texts of the rows below the header, separated by vertical lines; merged columns have none. */
    private static List<String> rows(LibraryElement element) throws IOException {
        var rows = new ArrayList<String>();
        try (var pass = Layout.of(element, Registry.installed().profile("nd30").orElseThrow())
                .open()) {
            for (var block = pass.next(); block != null; block = pass.next()) {
                if (block instanceof Block.Row row && row.kind() != Block.RowKind.HEADER) {
                    rows.add(row.kind() + " "
                            + row.cells().stream()
                                    .map(cell -> cell.paragraphs().stream()
                                            .map(Block.Paragraph::text)
                                            .collect(Collectors.joining("/")))
                                    .collect(Collectors.joining("|"))
                                    .replace('\u00A0', '·'));
                }
            }
        }
        return rows;
    }

    private static List<String> problems(String text) {
        return Bieu.issues(text).stream()
                .map(issue -> issue.getLineNumber() + " " + issue.getCode())
                .toList();
    }

    @Test
    void blankFormPrintsAllRowsInTheirOrder() throws Exception {
        var expected = List.of(
                "ENTRY 1|Tổng số|người|01|",
                "DETAIL a|Chia theo vùng",
                "DETAIL |-·Thành thị|||",
                "DETAIL |-·Nông thôn|||",
                "DETAIL |······Biển|||",
                "ENTRY 2|Khác|hộ||",
                "TOTAL |Tổng cộng|||");
        assertEquals(expected, rows(TEMPLATE));
        assertEquals(expected, rows(TEMPLATE + "biểu trống B lập theo mẫu M"));
    }

    @Test
    void filledFormPrintsRowsThatItDoesNotFillInAndThoseItAdds() throws Exception {
        assertEquals(
                List.of(
                        "ENTRY 1|Tổng số|người|01|120",
                        "DETAIL a|Chia theo vùng",
                        "DETAIL |-·Thành thị|||100",
                        "DETAIL |-·Nông thôn|||",
                        "DETAIL |······Biển|||",
                        "ENTRY 2|Khác|hộ||5",
                        "DETAIL 1|Loại X|||3",
                        "TOTAL |Tổng cộng|||125"),
                rows(TEMPLATE + """
                        biểu B lập theo mẫu M {
                            chỉ tiêu khác { n 5 }
                            dòng trong khác "Loại X" { n 3 }
                            chỉ tiêu tổng.vùng.thị { n 100 }
                            chỉ tiêu tổng { n 120 }
                        }
                        """));
    }

    @Test
    void totalCountsTheOutermostRowsWithNumbers() throws Exception {
        assertEquals("TOTAL Tổng cộng|7", rows("""
                mẫu biểu M "M" {
                    cột tên "Tên": chữ cột n "N": số, dòng tổng tổng
                    chỉ tiêu { h "H", đề mục, thêm dòng { a "A" { b "B" } c "C" } }
                }
                biểu B lập theo mẫu M {
                    chỉ tiêu h.a { n 2 } chỉ tiêu h.a.b { n 1 } chỉ tiêu h.c { n 1 } dòng trong h "D" { n 4 }
                }
                """).getLast());
    }

    @Test
    void listOfASectionFollowsItsHeading() throws Exception {
        var template = """
                mẫu biểu M "M" {
                    cột tên "Tên": chữ cột n "N": số
                    chỉ tiêu { a "A" }
                    chỉ tiêu trong lĩnh vực "HAI", thêm dòng { b "B" }
                }
                """;
        assertEquals(
                List.of("ENTRY A|1", "SECTION I. HAI", "ENTRY B|2", "ENTRY C|3"),
                rows(template
                        + "biểu B lập theo mẫu M { chỉ tiêu a { n 1 } chỉ tiêu b { n 2 }"
                        + " lĩnh vực \"HAI\" { dòng \"C\" { n 3 } } }"));
        assertEquals(
                List.of("ENTRY A|1", "SECTION I. HAI", "ENTRY B|2"),
                rows(template
                        + "biểu B lập theo mẫu M { chỉ tiêu a { n 1 } lĩnh vực \"HAI\" { chỉ tiêu b { n 2 } } }"));
    }

    @Test
    void listWithoutSectionIsRepeatedInEachSectionOfTheForm() throws Exception {
        var text = """
                mẫu biểu M "M" {
                    lĩnh vực tự đặt
                    cột tên "Tên": chữ cột n "N": số
                    chỉ tiêu { a "A" b "B" }
                    kiểm tra R báo lỗi khi tổng(a.n) <> 4: "m"
                }
                biểu B lập theo mẫu M {
                    lĩnh vực "Hộ 1" { chỉ tiêu b { n 1 } chỉ tiêu a { n 3 } }
                    lĩnh vực "Hộ 2" { chỉ tiêu a { n 1 } }
                }
                """;
        assertEquals(
                List.of("SECTION I. Hộ 1", "ENTRY A|3", "ENTRY B|1", "SECTION II. Hộ 2", "ENTRY A|1", "ENTRY B|"),
                rows(text));
        assertEquals(List.of(), problems(text));
    }

    @Test
    void overlayDropsRenamesAndAddsRows() throws Exception {
        var text = TEMPLATE + """
                mẫu biểu N "N" dựa trên M {
                    bỏ chỉ tiêu tổng.vùng.nông
                    đổi tên chỉ tiêu tổng thành "I" "Số người"
                    thêm chỉ tiêu đảo "-" "Hải đảo" sau tổng.vùng.thị
                    thêm chỉ tiêu cuối "3" "Cuối" sau khác
                }
                biểu B lập theo mẫu N { chỉ tiêu tổng.vùng.đảo { n 7 } }
                """;
        assertEquals(
                List.of(
                        "ENTRY I|Số người|người|01|",
                        "DETAIL a|Chia theo vùng",
                        "DETAIL |-·Thành thị|||",
                        "DETAIL |-·Hải đảo|||7",
                        "DETAIL |······Biển|||",
                        "ENTRY 2|Khác|hộ||",
                        "ENTRY 3|Cuối|||",
                        "TOTAL |Tổng cộng|||0"),
                rows(text));
        assertEquals(List.of(), problems(text));
    }

    @Test
    void overlaysInACycleAreReported() {
        assertEquals(
                List.of("1 TEMPLATE-CYCLE", "2 TEMPLATE-CYCLE"),
                problems("""
                        mẫu biểu A "A" dựa trên B { cột a: chữ thêm chỉ tiêu x "X" sau y.z }
                        mẫu biểu B "B" dựa trên A { cột b: chữ chỉ tiêu { y "Y" { z "Z" } } bỏ chỉ tiêu y.z }
                        """).stream()
                        .filter(problem -> !problem.contains("LINK"))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tổng.n <> tổng.vùng.thị.n + tổng.vùng.nông.n; 10; 6; 4; false",
                "tổng.n <> tổng.vùng.thị.n + tổng.vùng.nông.n; 10; 6; 5; true",
                "khác.n > 0; 1; 1; 0; false",
                "tổng.tên = \"Tổng số\"; 1; 1; 0; true"
            })
    void rulesNameCellsByTheirPath(String condition, int sum, int town, int country, boolean broken) {
        var text = TEMPLATE.replaceFirst("}\\s*$", "kiểm tra R báo lỗi khi " + condition + ": \"m\" }\n")
                + """
                biểu B lập theo mẫu M {
                    chỉ tiêu tổng { n %d } chỉ tiêu tổng.vùng.thị { n %d } chỉ tiêu tổng.vùng.nông { n %d }
                }
                """.formatted(sum, town, country);
        assertEquals(
                broken ? List.of("FORM-RULE") : List.of(),
                Bieu.issues(text).stream().map(issue -> issue.getCode()).toList());
    }

    @Test
    void unknownPathInARuleIsReportedInTheTemplate() {
        assertEquals(List.of("3 EXPRESSION-NAME"), problems("""
                        mẫu biểu M "M" {
                            cột tên "Tên": chữ cột n "N": số chỉ tiêu { a "A" { b "B" } }
                            kiểm tra R báo lỗi khi a.c.n > 1: "m"
                        }
                        """));
    }

    @Test
    void unknownRowOfAFormIsReportedWithTheSimilarPath() {
        var issue = Bieu.issues(TEMPLATE + "biểu B lập theo mẫu M { chỉ tiêu tổng.vùng.thi { n 1 } }")
                .getFirst();
        assertEquals("LINK-UNKNOWN", issue.getCode());
        assertEquals("tổng.vùng.thị", issue.getData()[issue.getData().length - 1]);
    }

    @Test
    void columnNumbersShowFormulasAndOwnNumbers() throws Exception {
        var template = """
                mẫu biểu M "M" {
                    có dòng đánh số cột, kèm công thức%s
                    cột tên "Tên": chữ, số cột "A"
                    cột a "A": số cột b "B": số cột c "C": số cột d "D": số
                    cột e "E": số, bằng (a + b + c + d)
                    cột f "F": tính ((a - b) / c * 100)
                    cột g "G": tính (nếu(a > 1, 1, 0))
                    cột h "H": tính (làm tròn(a - (b - c), 2))
                }
                """;
        assertEquals(
                "COLUMN_NUMBERS A|1|2|3|4|5=1+…+4|6=(1-2):3x100|7|8=1-(2-3)",
                rows(template.formatted("")).getFirst());
        assertEquals(
                "COLUMN_NUMBERS A|(1)|(2)|(3)|(4)|(5)=(1)+…+(4)|(6)=((1)-(2)):(3)x100|(7)|(8)=(1)-((2)-(3))",
                rows(template.formatted(", dạng \"(1)\"")).getFirst());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "bằng (a - b); a 5 b 2 c 3; 0",
                "bằng (a - b); a 5 b 2 c 4; 1",
                "bằng (a - b); a 5 c 4; 0",
                "bằng (a / b * 100); a 1 b 3 c 33,33; 0",
                "bằng (a / b * 100); a 1 b 3 c 33,34; 1",
                "bằng (a / b); a 1 b 0 c 3; 0"
            })
    void numberThatMustEqualAFormulaIsChecked(String option, String cells, int problems) {
        var issues = Bieu.issues("""
                mẫu biểu M "M" { cột a: số cột b: số cột c: số, %s }
                biểu B lập theo mẫu M {
                    dòng { %s }
                }
                """.formatted(option, cells));
        assertEquals(problems, issues.size(), issues.toString());
        issues.forEach(issue -> {
            assertEquals("FORM-EXPECTED", issue.getCode());
            assertEquals(3, issue.getLineNumber());
        });
    }
}
