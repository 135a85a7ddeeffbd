/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Mapping;
import org.bieumau.model.TextValue;
import org.bieumau.reading.internal.match.KnownLabels;
import org.bieumau.reading.internal.rows.FormImport;
import org.bieumau.reading.internal.rows.FormReading;
import org.junit.jupiter.api.Test;

/** Rows of a table become entries of a form. */
class EntriesTest {

    private static final String TEMPLATE = """
            danh mục Khu { đô "Khu vực thành thị" quê "Khu vực nông thôn" }
            mẫu biểu M "BIỂU TỔNG HỢP" {
                %s
                cột tên "Tên đơn vị": chữ
                cột mức "Mức": chữ
                cột số "Số hộ": số
            }
            """;
    private static final String SECTIONS = "lĩnh vực theo Khu, tiêu đề \"Phần {tên}\", đánh số I";
    private static final String HEADER = "Tên đơn vị | Mức | Số hộ\n";

    private static FormReading read(String settings, String rows) throws Exception {
        var template = new BieuReader()
                .read(TEMPLATE.formatted(settings))
                .element(FormTemplate.class, "M")
                .orElseThrow();
        return Import.read(Sketch.content(rows), template);
    }

    private static List<String> rows(Form form) throws Exception {
        form.setName("F");
        return PrintedRows.of(form);
    }

    private static List<String> codes(FormReading reading) {
        return reading.problems().stream()
                .map(problem -> problem.code())
                .filter(code -> !code.equals("READ-LEFTOVER"))
                .toList();
    }

    private static List<String> leftovers(FormReading reading) {
        return reading.form().getLeftovers().stream()
                .map(leftover -> ((TextValue) leftover.getValue()).getText())
                .toList();
    }

    /** Its rows would fit the columns by chance. */
    @Test
    void otherTableBelowIsLeftOverAndReported() throws Exception {
        var reading = read("cột stt \"STT\": số thứ tự", """
                STT | Tên đơn vị | Mức | Số hộ
                1 | Hòa Phú | Khá | 12
                2 | Bình An | Tốt | 7
                | | |
                STT | Họ tên | Nghề | Tuổi
                1 | Nguyễn Văn A | Nông | 40
                """);

        assertEquals(List.of("READ-TABLE-BELOW"), codes(reading));
        assertEquals(2, reading.form().getEntries().size());
        assertEquals(List.of("STT", "Họ tên", "Nghề", "Tuổi", "1", "Nguyễn Văn A", "Nông", "40"), leftovers(reading));
    }

    @Test
    void otherTableBelowIsFoundWithoutOrdinals() throws Exception {
        var reading = read("", HEADER + """
                Hòa Phú | Khá | 12
                Bình An | Tốt | 7
                | |
                Biểu 2. Trường học | |
                Tên trường | Cấp | Số lớp
                Kim Đồng | Tiểu học | 40
                """);

        assertEquals(List.of("READ-TABLE-BELOW"), codes(reading));
        assertEquals(2, reading.form().getEntries().size());
    }

    @Test
    void remarksInPlaceOfNumbersAreNoHeader() throws Exception {
        var reading = read("", HEADER + """
                Hòa Phú | Khá | 12
                | |
                Bình An | Tốt | chưa rà soát
                Minh Long | Tốt | 9
                """);

        assertEquals(3, reading.form().getEntries().size());
    }

    @Test
    void secondTableOfTheSameFormIsReadBelowTheFirst() throws Exception {
        var reading = read("cột stt \"STT\": số thứ tự", """
                STT | Tên đơn vị | Mức | Số hộ
                1 | Hòa Phú | Khá | 12
                | | |
                STT | Tên đơn vị | Mức | Số hộ
                1 | Bình An | Tốt | 7
                """);

        assertEquals(List.of(), codes(reading));
        assertEquals(2, reading.form().getEntries().size());
    }

    @Test
    void headingThatTheUserAssignedToASectionIsFound() throws Exception {
        var file = new BieuReader().read(TEMPLATE.formatted(SECTIONS) + """
                ánh xạ A cho M { lĩnh vực "Vùng nông nghiệp" là quê }
                """);
        var template = file.element(FormTemplate.class, "M").orElseThrow();
        var known = new KnownLabels();
        file.element(Mapping.class, "A").orElseThrow().getItems().forEach(known::add);
        var content = Sketch.content(HEADER + """
                I. Phần Vùng nông nghiệp | < | <
                Hòa Phú | Tốt | 5
                """);
        var form = new FormImport().with(template, known).read(content, "a").form();

        assertEquals("quê", form.getSections().getFirst().getTerm().getName());
    }

    @Test
    void textOfAMergedCellHoldsForAllItsRows() throws Exception {
        var reading = read("", HEADER + """
                Hòa Phú | Tốt | 5
                Ba Vì | ^ | 7
                """);

        assertEquals(
                List.of("ENTRY: Hòa Phú | Tốt | 5 = Amount[number=5]", "ENTRY: Ba Vì | Tốt | 7 = Amount[number=7]"),
                rows(reading.form()));
        assertEquals(List.of(), codes(reading));
    }

    /** Offices write dashes for values that do not exist. */
    @Test
    void titleWithDashesIsAnEntryOfTheSection() throws Exception {
        var reading = read(SECTIONS, HEADER + """
                I. Phần Khu vực thành thị | < | <
                Hòa Phú | Tốt | 5
                Ba Vì | - | -
                """);

        assertEquals(
                List.of(
                        "SECTION: I. Phần Khu vực thành thị",
                        "ENTRY: Hòa Phú | Tốt | 5 = Amount[number=5]",
                        "ENTRY: Ba Vì | - | -"),
                rows(reading.form()));
    }

    /** Found by random form 3175: the other rows have values in all columns. */
    @Test
    void titleWithDashesBesideFullRowsIsAnEntry() throws Exception {
        for (var settings : List.of(SECTIONS, "")) {
            var heading = settings.isEmpty() ? "" : "I. Phần Khu vực thành thị | < | <\n";
            for (var dash : List.of("-", "…")) {
                var reading = read(settings, HEADER + heading + """
                        Ba Vì | %s |
                        Hòa Phú | Tốt | 5
                        Hòa Tiến | Khá | 6
                        Hòa Châu | Tốt | 7
                        """.formatted(dash));

                assertTrue(
                        rows(reading.form()).contains("ENTRY: Ba Vì | " + dash + " | "),
                        () -> reading.form().toString() + reading.problems());
                assertFalse(codes(reading).contains("READ-SECTION"), "" + codes(reading));
            }
        }
    }

    /** Found by change 56428: while the column of the titles is a question, a title alone in its row is no heading. */
    @Test
    void titleInAColumnThatIsNotDecidedIsNotAHeading() throws Exception {
        var reading = read(SECTIONS, "Tên đơn v | Mức | Số hộ\n" + """
                I. Phần Khu vực nông thôn | < | <
                Tổng đài 1022 | |
                Hòa Phú | Tốt | 5
                """);

        assertEquals(List.of("READ-COLUMN-OPEN"), codes(reading));
        assertEquals(List.of("Tổng đài 1022", "Hòa Phú"), leftovers(reading));
        assertEquals(1, reading.form().getSections().size());
    }

    @Test
    void headingsMayHaveDashesInTheirEmptyCells() throws Exception {
        var reading = read(SECTIONS, HEADER + """
                I. Phần Khu vực nông thôn | - | -
                Hòa Phú | Tốt | 5
                Hòa Tiến | Khá | 6
                Hòa Châu | Tốt | 7
                """);

        assertEquals(
                List.of(
                        "SECTION: I. Phần Khu vực nông thôn",
                        "ENTRY: Hòa Phú | Tốt | 5 = Amount[number=5]",
                        "ENTRY: Hòa Tiến | Khá | 6 = Amount[number=6]",
                        "ENTRY: Hòa Châu | Tốt | 7 = Amount[number=7]"),
                rows(reading.form()));
        assertEquals(List.of(), reading.problems());
    }

    @Test
    void rowWithItsOwnTitleIsNotAContinuation() throws Exception {
        var reading = read("", HEADER + """
                Hòa Phú | Tốt |
                Ba Vì | ^ |
                """);

        assertEquals(List.of("ENTRY: Hòa Phú | Tốt | ", "ENTRY: Ba Vì | Tốt | "), rows(reading.form()));
    }

    /** A workbook shows a long entry in several rows, of which a clerk hides the first one. */
    @Test
    void continuationOfAHiddenRowIsNoEntry() throws Exception {
        var reading = read("", HEADER + """
                # Hòa Phú | Tốt | 5
                ^ | Khá |
                Ba Vì | Kém | 7
                """);

        assertEquals(List.of("ENTRY: Ba Vì | Kém | 7 = Amount[number=7]"), rows(reading.form()));
        assertEquals(List.of("READ-HIDDEN-ROW"), codes(reading));
        assertEquals(List.of("Hòa Phú", "Tốt", "5", "Khá"), leftovers(reading));
    }

    @Test
    void continuationOfAnExampleIsNoEntry() throws Exception {
        var reading = read("", HEADER + """
                Ví dụ: Hòa Phú | Tốt | 5
                ^ | Khá |
                Ba Vì | Kém | 7
                """);

        assertEquals(List.of("ENTRY: Ba Vì | Kém | 7 = Amount[number=7]"), rows(reading.form()));
        assertEquals(List.of("READ-SAMPLE-ROW"), codes(reading));
    }

    @Test
    void entryContinuesBelowAHiddenRow() throws Exception {
        var reading = read("", HEADER + """
                Hòa Phú | Tốt | 5
                # ^ | Khá |
                ^ | Kém |
                Ba Vì | Kém | 7
                """);

        assertEquals(
                List.of("ENTRY: Hòa Phú | Tốt⏎Kém | 5 = Amount[number=5]", "ENTRY: Ba Vì | Kém | 7 = Amount[number=7]"),
                rows(reading.form()));
        assertEquals(List.of("READ-HIDDEN-ROW"), codes(reading));
    }

    @Test
    void textMergedWithAHiddenRowHoldsForTheRowBelow() throws Exception {
        var reading = read("", HEADER + """
                # Hòa Phú | Tốt | 5
                Ba Vì | ^ | 7
                """);

        assertEquals(List.of("ENTRY: Ba Vì | Tốt | 7 = Amount[number=7]"), rows(reading.form()));
        assertEquals(List.of("READ-HIDDEN-ROW"), codes(reading));
    }

    @Test
    void numberOfAMergedCellIsReported() throws Exception {
        var reading = read("", HEADER + """
                Hòa Phú | Tốt | 5
                Ba Vì | Khá | ^
                """);

        assertEquals(
                List.of("ENTRY: Hòa Phú | Tốt | 5 = Amount[number=5]", "ENTRY: Ba Vì | Khá | "), rows(reading.form()));
        assertEquals(List.of("READ-MERGED"), codes(reading));
    }

    @Test
    void headingOfASectionMayHaveAClosingMark() throws Exception {
        var reading = read(SECTIONS, HEADER + """
                I. Phần Khu vực nông thôn: | < | <
                Hòa Phú | Tốt | 5
                """);

        assertEquals("quê", reading.form().getSections().getFirst().getTerm().getName());
    }

    @Test
    void headingsMayFollowAnAddedColumnOrLoseTheirMerges() throws Exception {
        var behind = read(SECTIONS, """
                Mã | Tên đơn vị | Mức | Số hộ
                 | I. Phần Khu vực nông thôn | < | <
                A12 | Hòa Phú | Tốt | 5
                """);
        var alone = read(SECTIONS, HEADER + """
                a. Phần Khu vực nông thôn | |
                Hòa Phú | Tốt |
                """);

        for (var reading : List.of(behind, alone)) {
            assertEquals(1, reading.form().getSections().size());
            assertEquals(
                    "quê", reading.form().getSections().getFirst().getTerm().getName());
        }
    }

    /** Found by random form 2496. */
    @Test
    void entryNumberedInAnotherWayThanSectionsIsNoSection() throws Exception {
        var rows = HEADER + """
                I. Phần Khu vực nông thôn | < | <
                Hòa Phú | Tốt | 5
                %s Phần một | |
                """;

        assertEquals(
                1, read(SECTIONS, rows.formatted("(1)")).form().getSections().size());
        assertEquals(
                2, read(SECTIONS, rows.formatted("II.")).form().getSections().size());
    }

    @Test
    void rowNamedLikeATotalWithOtherNumbersIsReported() throws Exception {
        var reading = read("", HEADER + """
                Hòa Phú | Tốt | 5
                Tổng cộng | | 9
                """);

        assertEquals(2, reading.form().getEntries().size());
        assertEquals(List.of("READ-TOTAL-ROW"), codes(reading));
    }

    @Test
    void secondTableMayEndWithTheTotalOfBoth() throws Exception {
        var template = new BieuReader()
                .read(TEMPLATE.formatted(""))
                .element(FormTemplate.class, "M")
                .orElseThrow();
        for (var total : List.of("12", "7")) {
            var reading = Import.read(
                    Sketch.sheets(
                            HEADER + "Hòa Phú | Tốt | 5\n", HEADER + "Ba Vì | Khá | 7\nTổng cộng | | " + total + "\n"),
                    template);

            assertEquals(2, reading.form().getEntries().size(), total);
            assertEquals(List.of("READ-TABLES"), codes(reading), total);
        }
    }

    @Test
    void headerOfTheSecondPageDoesNotHideTheFirst() throws Exception {
        var reading = read("", HEADER + "Hòa Phú | Tốt | 5\n---\n" + HEADER + """
                Ba Vì | Khá | 7
                Ba Tơ | Khá | 8
                Ba Xa | Khá | 9
                """);

        assertEquals(4, reading.form().getEntries().size());
    }
}
