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

/** Tests totals and computed columns as all formats show them. */
class FormTotalsTest {

    private static final String TEMPLATE = """
            mẫu biểu M "M" {
                lĩnh vực tự đặt
                cột stt "STT": số thứ tự, dòng tổng đếm
                cột tên "Tên": chữ
                cột a "A": số, dòng cộng tổng, dòng tổng tổng
                cột b "B": số tiền, dòng tổng trung bình
                cột c "C": tính (a / b), dòng cộng tổng, dòng tổng đếm
                cột d "D": đánh dấu, dòng tổng đếm
                cột e "E": tính (nếu(d, 1, 0)), dòng tổng tổng
                để trống 1 lĩnh vực "....", 1 dòng "...."
            }
            """;

    private static LibraryElement element(String text) {
        return Bieu.parse(text).getElements().getLast();
    }

    /** Returns the texts of the rows below the header, separated by vertical lines. */
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
                                    .collect(Collectors.joining("|")));
                }
            }
        }
        return rows;
    }

    @Test
    void totalsOfABlankFormAreEmpty() throws Exception {
        var expected = List.of("SECTION I|....", "ENTRY 1|....|||||", "SUBTOTAL |Cộng|||||", "TOTAL |Tổng cộng|||||");
        assertEquals(expected, rows(element(TEMPLATE)));
        assertEquals(expected, rows(element(TEMPLATE + "biểu trống B lập theo mẫu M { }")));
    }

    @Test
    void computedCellsAreEmptyIfNothingTheyUseIsFilledIn() throws Exception {
        assertEquals(
                List.of(
                        "SECTION I|Một",
                        "ENTRY 1|x|1|4|0,25||0",
                        "ENTRY 2|y||||X|1",
                        "ENTRY 3|z|3||||0",
                        "SUBTOTAL |Cộng|4||0,25||",
                        "TOTAL 3|Tổng cộng|4|4|1|1|1"),
                rows(element(TEMPLATE + """
                        biểu B lập theo mẫu M {
                            lĩnh vực "Một" { dòng "x" { a 1 b 4 } dòng "y" { d X } dòng "z" { a 3 } }
                        }
                        """)));
    }

    @Test
    void meanHasTheDecimalsOfTheNumbersAndAtLeastTwo() throws Exception {
        var text = """
                mẫu biểu M "M" { cột a "A": số, dòng tổng trung bình }
                biểu B lập theo mẫu M { dòng { a %s } dòng { a %s } dòng { a %s } }
                """;
        assertEquals("TOTAL 1,33", rows(element(text.formatted("1", "1", "2"))).getLast());
        assertEquals(
                "TOTAL 0,0003",
                rows(element(text.formatted("0,0002", "0,0003", "0,0004"))).getLast());
    }

    @Test
    void totalOfTheTitleColumnDoesNotReplaceTheLabel() throws Exception {
        assertEquals("TOTAL Tổng cộng|2", rows(element("""
                        mẫu biểu M "M" { cột stt "STT": số thứ tự  cột tên "Tên": chữ, dòng tổng đếm }
                        biểu B lập theo mẫu M { dòng "x" { } dòng "y" { } }
                        """)).getLast());
    }

    @Test
    void formulaWithoutAValueIsReported() {
        assertEquals(
                List.of("FORM-COMPUTED", "FORM-COMPUTED-EMPTY"),
                Bieu.issues(TEMPLATE + """
                biểu B lập theo mẫu M { lĩnh vực "Một" { dòng "x" { a 1 b 0 } dòng "y" { a 1 } dòng "z" { } } }
                """).stream()
                        .map(issue -> issue.getCode())
                        .toList());
    }

    /** A date that is not filled in breaks no rule, and the rule can still be evaluated for the other rows. */
    @Test
    void ruleBetweenDatesIsSkippedWhereADateIsMissing() {
        for (var condition : List.of("n > h", "n > h + 1", "n - 1 > h", "số ngày(h, n) > 0", "không n <= h")) {
            assertEquals(
                    List.of("FORM-RULE"),
                    Bieu.issues("""
                    mẫu biểu M "M" {
                        cột h "H": ngày  cột n "N": ngày  kiểm tra R báo cảnh báo khi %s: "m"
                    }
                    biểu B lập theo mẫu M {
                        dòng { h 05/4/2022 } dòng { n 05/4/2022 } dòng { } dòng { h 05/4/2022 n 10/4/2022 }
                    }
                    """.formatted(condition)).stream()
                            .map(issue -> issue.getCode())
                            .toList(),
                    condition);
        }
    }
}
