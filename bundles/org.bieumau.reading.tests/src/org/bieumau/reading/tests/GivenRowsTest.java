/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Mapping;
import org.bieumau.model.NumberValue;
import org.bieumau.reading.internal.match.KnownLabels;
import org.bieumau.reading.internal.rows.FormImport;
import org.bieumau.reading.internal.rows.FormReading;
import org.junit.jupiter.api.Test;

/** Printed rows are recognised by their labels and the rows above them. */
class GivenRowsTest {

    private static final String TEMPLATE = """
            mẫu biểu M "LAO ĐỘNG" {
                cột tt "TT": số thứ tự
                cột chỉTiêu "Chỉ tiêu": chữ
                cột đơnVị "Đơn vị": đơn vị tính
                cột sốLượng "Số lượng": số
                chỉ tiêu {
                    tổng "1" "Số người", đơn vị tính "Người" {
                        khuVực "a" "Chia theo khu vực", đề mục {
                            thành "-" "Thành thị", đơn vị tính "Người"
                            nông "-" "Nông thôn", đơn vị tính "Người"
                        }
                    }
                    việc "2" "Có việc làm", đơn vị tính "Người" {
                        khuVực "a" "Chia theo khu vực", đề mục {
                            thành "-" "Thành thị", đơn vị tính "Người"
                            nông "-" "Nông thôn", đơn vị tính "Người"
                        }
                    }
                }
            }
            """;

    private static final String ROWS = """
            1 | Số người | Người | 100
            a | Chia theo khu vực | |
             | - Thành thị | Người | 40
             | - Nông thôn | Người | 60
            2 | Có việc làm | Người | 80
            a | Chia theo khu vực | |
             | - Thành thị | Người | 30
             | - Nông thôn | Người | 50
            """;

    private static FormTemplate template() throws Exception {
        return new BieuReader().read(TEMPLATE).element(FormTemplate.class, "M").orElseThrow();
    }

    private static FormReading read(String rows) throws Exception {
        return Import.read(Sketch.content("TT | Chỉ tiêu | Đơn vị | Số lượng\n" + rows), template());
    }

    private static Map<String, BigDecimal> numbers(FormReading reading) {
        var rows = ResolvedTemplate.of(reading.form().getTemplate()).givenRows();
        var numbers = new LinkedHashMap<String, BigDecimal>();
        reading.form().getEntries().stream()
                .filter(entry ->
                        entry.getIndicator() != null && !entry.getCells().isEmpty())
                .forEach(entry -> numbers.put(
                        rows.row(entry.getIndicator()).orElseThrow().path(),
                        ((NumberValue) entry.getCells().getLast().getValue()).getNumber()));
        return numbers;
    }

    private static List<String> codes(FormReading reading) {
        return reading.problems().stream()
                .map(problem -> problem.code())
                .filter(code -> !code.equals("READ-LEFTOVER"))
                .toList();
    }

    @Test
    void labelsThatTheUserAssignedToRowsAreFound() throws Exception {
        var file = new BieuReader().read(TEMPLATE + """
                ánh xạ A cho M {
                    chỉ tiêu "Số người / Chia theo khu vực / Đô thị" là tổng.khuVực.thành
                    chỉ tiêu "Học nghề" không lấy
                }
                """);
        var template = file.element(FormTemplate.class, "M").orElseThrow();
        var known = new KnownLabels();
        file.element(Mapping.class, "A").orElseThrow().getItems().forEach(known::add);
        var rows = ROWS.replaceFirst("Thành thị", "Đô thị") + " | Học nghề | Người | 7\n";
        var content = Sketch.content("TT | Chỉ tiêu | Đơn vị | Số lượng\n" + rows);
        var reading = new FormImport().with(template, known).read(content, "a");

        assertEquals(numbers(read(ROWS)), numbers(reading));
        assertEquals(
                List.of("READ-LEFTOVER"),
                reading.problems().stream().map(problem -> problem.code()).toList());
    }

    @Test
    void equalLabelsAreDistinguishedByTheRowsAbove() throws Exception {
        var reading = read(ROWS);

        assertEquals(
                "{tổng=100, tổng.khuVực.thành=40, tổng.khuVực.nông=60, việc=80, việc.khuVực.thành=30, việc.khuVực.nông=50}",
                numbers(reading).toString());
        assertEquals(List.of(), codes(reading));
    }

    @Test
    void missingAndUnknownRowsAreReported() throws Exception {
        var reading = read("""
                1 | Số người | Người | 100
                a | Chia theo khu vực | |
                 | - Thành thị | Người | 40
                2 | Có việc làm | Người | 80
                3 | Về hưu | Người | 7
                a | Chia theo khu vực | |
                 | - Thành thị | Người | 30
                 | - Nông thôn | Người | 50
                """);

        assertEquals(
                "{tổng=100, tổng.khuVực.thành=40, việc=80, việc.khuVực.thành=30, việc.khuVực.nông=50}",
                numbers(reading).toString());
        assertEquals(List.of("READ-ROW-UNKNOWN", "READ-ROW-MISSING"), codes(reading));
    }

    @Test
    void rowBelowAnUnknownOneIsNotGuessed() throws Exception {
        var reading = read("""
                X | Dân số | Người | 100
                a | Chia theo khu vực | |
                 | - Nông thôn | Người | 60
                2 | Có việc làm | Người | 80
                a | Chia theo khu vực | |
                 | - Nông thôn | Người | 50
                """);

        assertEquals("{việc=80, việc.khuVực.nông=50}", numbers(reading).toString());
        assertEquals(
                List.of(
                        "READ-ROW-UNKNOWN",
                        "READ-ROW-ALIKE",
                        "READ-ROW-ALIKE",
                        "READ-ROW-MISSING",
                        "READ-ROW-MISSING",
                        "READ-ROW-MISSING",
                        "READ-ROW-MISSING"),
                codes(reading));
    }

    @Test
    void headingAbovePrintedRowsIsNotALeftover() throws Exception {
        var template = new BieuReader()
                .read(TEMPLATE.replace(
                        "chỉ tiêu {\n        tổng", "chỉ tiêu trong lĩnh vực \"I. THÔNG TIN\" {\n        tổng"))
                .element(FormTemplate.class, "M")
                .orElseThrow();
        var reading = Import.read(
                Sketch.content("TT | Chỉ tiêu | Đơn vị | Số lượng\nI. THÔNG TIN | < | < | <\n" + ROWS), template);

        assertEquals(List.of(), codes(reading));
        assertEquals(List.of(), reading.form().getLeftovers());
    }

    @Test
    void changedUnitIsReportedAndNotRead() throws Exception {
        var reading = read(ROWS.replace("2 | Có việc làm | Người | 80", "2 | Có việc làm | Hộ | 80"));

        assertEquals(List.of("READ-PRINTED"), codes(reading));
        assertEquals("80", numbers(reading).get("việc").toString());
        assertEquals(1, reading.form().getLeftovers().size());
    }

    @Test
    void mergedHeadingsOfPrintedRowsAreLabels() throws Exception {
        var reading = read(ROWS.replace("a | Chia theo khu vực | |", "a | Chia theo khu vực | < | <"));

        assertEquals("30", numbers(reading).get("việc.khuVực.thành").toString());
        assertEquals(List.of(), codes(reading));
        assertEquals(List.of(), reading.form().getLeftovers());
    }

    /** The forms of a commune and of a district often lie in one workbook, with the same rows. */
    @Test
    void tableWithTheTitleOfTheFormIsRead() throws Exception {
        var table = "TT | Chỉ tiêu | Đơn vị | Số lượng\n" + ROWS;
        var reading = Import.read(
                Sketch.sheets("KHÁC | < | < | <\n" + table.replace("100", "999"), "LAO ĐỘNG | < | < | <\n" + table),
                template());

        assertEquals("100", numbers(reading).get("tổng").toString());
        assertEquals(List.of("READ-TABLE-OTHER"), codes(reading));
    }

    @Test
    void formThatFitsSeveralTablesIsRejected() throws Exception {
        var table = "TT | Chỉ tiêu | Đơn vị | Số lượng\n" + ROWS;
        var content = Sketch.sheets(table, table);
        var template = template();

        var failure = assertThrows(ProblemException.class, () -> Import.read(content, template));
        assertEquals("READ-TABLE-OPEN", failure.problem().code());
    }

    @Test
    void printedRowNamedLikeATotalIsRead() throws Exception {
        var template = new BieuReader()
                .read(TEMPLATE.replace("\"1\" \"Số người\"", "\"Tổng số\""))
                .element(FormTemplate.class, "M")
                .orElseThrow();
        var reading = Import.read(
                Sketch.content("TT | Chỉ tiêu | Đơn vị | Số lượng\n" + ROWS.replace("1 | Số người", " | Tổng số")),
                template);

        assertEquals("100", numbers(reading).get("tổng").toString());
        assertEquals(List.of(), codes(reading));
    }

    /** Forms without a column of ordinals print the number before the label, without a mark between them. */
    @Test
    void numberMayStandBeforeTheLabel() throws Exception {
        var template =
                new BieuReader().read("""
                        mẫu biểu M "LAO ĐỘNG" {
                            cột chỉTiêu "Chỉ tiêu": chữ
                            cột sốLượng "Số lượng": số
                            chỉ tiêu {
                                tổng "1" "Số người" { nam "a" "Nam" }
                                việc "2" "Có việc làm" { nam "a" "Nam" }
                            }
                        }
                        """).element(FormTemplate.class, "M").orElseThrow();
        var reading = Import.read(Sketch.content("""
                Chỉ tiêu | Số lượng
                1 Số người | 5
                a Nam | 3
                2 Có việc làm | 4
                a Nam | 2
                """), template);

        assertEquals(List.of(), reading.problems());
        assertEquals(
                List.of("5", "3", "4", "2"),
                reading.form().getEntries().stream()
                        .map(entry -> ((NumberValue) entry.getCells().getFirst().getValue())
                                .getNumber()
                                .toPlainString())
                        .toList());
    }

    private static FormReading readNested(String rows) throws Exception {
        var template =
                new BieuReader().read("""
                        mẫu biểu M "LAO ĐỘNG" {
                            cột tt "TT": số thứ tự
                            cột mã "Mã": mã số
                            cột chỉTiêu "Chỉ tiêu": chữ
                            cột sốLượng "Số lượng": số
                            chỉ tiêu {
                                nam "1" "Nam" {
                                    xã "-" "Thất nghiệp", mã số "11"
                                }
                                nữ "2" "Thất nghiệp", đề mục {
                                    xã "-" "Nữ", mã số "21"
                                }
                            }
                        }
                        """).element(FormTemplate.class, "M").orElseThrow();
        return Import.read(Sketch.content("TT | Mã | Chỉ tiêu | Số lượng\n" + rows), template);
    }

    @Test
    void rowWithAnotherOrdinalIsNoRowWithABullet() throws Exception {
        var reading = readNested("""
                1 | | Nam | 100
                2 | | Thất nghiệp |
                 | 21 | - Nữ | 7
                """);

        assertEquals("{nam=100, nữ.xã=7}", numbers(reading).toString());
        assertEquals(List.of("READ-ROW-MISSING"), codes(reading));
    }

    @Test
    void equalLabelWithAnotherOrdinalIsUnknown() throws Exception {
        var reading = readNested("""
                1 | | Nam | 100
                 | 11 | - Thất nghiệp | 5
                12 | | Thất nghiệp | 9
                 | 21 | - Nữ | 7
                """);

        assertEquals("{nam=100, nam.xã=5, nữ.xã=7}", numbers(reading).toString());
        assertEquals(List.of("READ-ROW-UNKNOWN"), codes(reading));
    }

    @Test
    void renumberedRowIsKnownByItsLabel() throws Exception {
        var reading = read(ROWS.replace("2 | Có việc làm", "II | Có việc làm"));

        assertEquals("80", numbers(reading).get("việc").toString());
        assertEquals(List.of(), codes(reading));
    }

    @Test
    void labelOverSeveralColumnsIsNoCode() throws Exception {
        var reading = readNested("""
                1 | | Nam | 100
                 | 11 | - Thất nghiệp | 5
                2 | Thất nghiệp | < | <
                 | 21 | - Nữ | 7
                """);

        assertEquals("{nam=100, nam.xã=5, nữ.xã=7}", numbers(reading).toString());
        assertEquals(List.of(), codes(reading));
        assertEquals(3, reading.form().getEntries().size());
    }
}
