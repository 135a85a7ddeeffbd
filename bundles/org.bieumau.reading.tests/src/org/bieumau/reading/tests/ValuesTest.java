/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.NumberValue;
import org.bieumau.model.Severity;
import org.bieumau.reading.internal.rows.FormReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values are read by the types of their columns; numbers and dates in the style of their column. */
class ValuesTest {

    private static final String TEMPLATE = """
            danh mục Mức { tốt "Tốt" khá "Khá" }
            mẫu biểu M "A" {
                cột tên "Tên": chữ
                cột số "Số": số
                cột ngày "Ngày": ngày
                cột mức "Mức": chọn từ Mức
                cột dấu "Dấu": đánh dấu
            }
            """;

    private static FormReading read(String rows) throws Exception {
        var template =
                new BieuReader().read(TEMPLATE).element(FormTemplate.class, "M").orElseThrow();
        return Import.read(Sketch.content("Tên | Số | Ngày | Mức | Dấu\n" + rows), template);
    }

    private static List<String> rows(String rows) throws Exception {
        return PrintedRows.of(read(rows).form()).stream()
                .map(row -> row.replaceAll("^ENTRY: ", ""))
                .toList();
    }

    private static List<String> codes(FormReading reading) {
        return reading.problems().stream().map(Problem::code).distinct().toList();
    }

    @Test
    void oneUnambiguousNumberDeterminesTheStyleOfAColumn() throws Exception {
        assertEquals(
                List.of(
                        "A | 1.234 = Amount[number=1234] |  |  | ",
                        "B | 12,5 = Amount[number=12.5] |  |  | ",
                        "C | 7.100 = Amount[number=7100] |  |  | "),
                rows("A | '1,234 | | |\nB | '12.5 | | |\nC | '7,100 | | |"));
        assertEquals(
                List.of("A | 1.234 = Amount[number=1234] |  |  | ", "B | 12,5 = Amount[number=12.5] |  |  | "),
                rows("A | '1.234 | | |\nB | '12,5 | | |"));
    }

    @Test
    void placeholdersOfProgramsAreToldOnce() throws Exception {
        assertEquals(List.of("READ-TAG"), codes(read("A | &=Ds.So1 | | |\nB | &=Ds.So2 | | |")));
        assertEquals(
                1,
                read("A | ${so1} | | |\nB | ${so2} | | |").problems().stream()
                        .filter(problem -> problem.code().equals("READ-TAG"))
                        .count());
    }

    @Test
    void plainVietnameseNumbersAreOnlyNoted() throws Exception {
        var reading = read("A | '7.100 | | |\nB | '812 | | |\nC | '12.465 | | |");

        assertEquals(
                List.of("INFO READ-NUMBER-GROUPS"),
                reading.problems().stream()
                        .map(problem -> problem.severity().getName() + " " + problem.code())
                        .toList());
        assertEquals(List.of("7100", "812", "12465"), numbers(reading));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A | '7.100 | | |\nB | '7,250 | | |",
                "A | '7.100 | | |\nB | '12,5 | | |\nC | '12.5 | | |",
                "A | '7.100 | | |\nB | '7100 | | |",
                "A | '7.100 | | |\nB | '21.350% | | |",
                "A | '7.100 | | |\nB | 5.5 | | |",
                "A | '7.100 | | |\nB | '2 | | |\nTổng cộng | '9.500 | | |"
            })
    void numbersThatContradictTheVietnameseStyleAreReported(String rows) throws Exception {
        var reading = read(rows);

        assertTrue(
                reading.problems().stream()
                        .anyMatch(problem ->
                                problem.code().equals("READ-NUMBER-STYLE") && problem.severity() == Severity.WARNING),
                reading.problems().toString());
    }

    @Test
    void totalsOfSectionsDoNotContradictTheVietnameseStyle() throws Exception {
        var reading = readThree(THREE, """
                A | '3.500 | '1.500 | '2.000
                Cộng | '3.500 | '1.500 | '2.000
                B | '4.500 | '1.500 | '3.000
                Cộng | '4.500 | '1.500 | '3.000
                """);

        assertTrue(codes(reading).contains("READ-NUMBER-GROUPS"), codes(reading).toString());
        assertFalse(codes(reading).contains("READ-NUMBER-STYLE"), codes(reading).toString());
    }

    /** The years of one column tell nothing about the others; an ungrouped number does. */
    @Test
    void numbersOfOtherColumnsContradictTheVietnameseStyle() throws Exception {
        assertEquals(List.of("READ-NUMBER-GROUPS"), codes(readThree(THREE, "A | '3.500 | '2023 | '7")));
        assertEquals(List.of("READ-NUMBER-STYLE"), codes(readThree(THREE, "A | '3.500 | '12350 | '7")));
        assertEquals(
                List.of("READ-NUMBER-STYLE"),
                codes(Import.read(
                        Sketch.content("Tên | Tỷ lệ (%) | Nam | Nữ\nA | '3.500 | '12 | '7"),
                        new BieuReader()
                                .read(THREE.replace("\"Tổng\"", "\"Tỷ lệ (%)\""))
                                .element(FormTemplate.class, "M")
                                .orElseThrow())));
    }

    @Test
    void totalTellsHowAColumnIsWritten() throws Exception {
        assertEquals(List.of("1234", "5"), numbersOf("1,234", "5", "1,239"));
        assertEquals(List.of("1.234", "5"), numbersOf("1,234", "5", "6,234"));
    }

    /** Returns the numbers that are read from a column with a total. */
    private static List<String> numbersOf(String one, String other, String total) throws Exception {
        var reading = read("""
                A | '%s | | |
                B | '%s | | |
                Tổng cộng | '%s | | |
                """.formatted(one, other, total));
        assertEquals(List.of(), codes(reading));
        return reading.form().getEntries().stream()
                .map(entry -> ((NumberValue) entry.getCells().getFirst().getValue())
                        .getNumber()
                        .toPlainString())
                .toList();
    }

    private static final String THREE = """
            mẫu biểu M "A" {
                cột tên "Tên": chữ
                cột tổng "Tổng": số
                cột nam "Nam": số
                cột nữ "Nữ": số
            }
            """;

    /** Reads rows of three columns with numbers. */
    private static FormReading readThree(String template, String rows) throws Exception {
        return Import.read(
                Sketch.content("Tên | Tổng | Nam | Nữ\n" + rows),
                new BieuReader().read(template).element(FormTemplate.class, "M").orElseThrow());
    }

    private static List<String> numbers(FormReading reading) {
        return reading.form().getEntries().stream()
                .flatMap(entry -> entry.getCells().stream())
                .filter(cell -> cell.getValue() instanceof NumberValue)
                .map(cell -> ((NumberValue) cell.getValue()).getNumber().toPlainString())
                .toList();
    }

    @Test
    void formulaOfColumnNumbersTellsHowItsColumnsAreWritten() throws Exception {
        var grouped = readThree(THREE, "A | 1=2+3 | 2 | 3\nB | '1.500 | '1.100 | 400");
        assertEquals(List.of(), codes(grouped));
        assertEquals(List.of("1500", "1100", "400"), numbers(grouped));

        var decimal =
                readThree(THREE, "A | (1)=(2)+(3) | (2) | (3)\nB | '3.500 | '1.500 | 2\nC | '2.250 | '1.250 | '1");
        assertEquals(List.of(), codes(decimal));
        assertEquals(List.of("3.500", "1.500", "2", "2.250", "1.250", "1"), numbers(decimal));

        var byTotal = readThree(THREE, "A | 1 | 2 = 1 - 3 | 3\nB | '1,500 | '1,495 | 5\nC | 3 | 2 | 1");
        assertEquals(List.of(), codes(byTotal));
        assertEquals(List.of("1500", "1495", "5", "3", "2", "1"), numbers(byTotal));
    }

    @Test
    void formulaOfAColumnTellsHowItsColumnsAreWritten() throws Exception {
        var reading = readThree(THREE.replace("\"Tổng\": số", "\"Tổng\": tính (nam + nữ)"), "B | '3.500 | '1.500 | 2");

        assertEquals(List.of(), codes(reading));
        assertEquals(List.of("1.500", "2"), numbers(reading));
    }

    @Test
    void numberInTheOtherStyleInARowWithoutTheFormulaIsReported() throws Exception {
        var reading = readThree(THREE, "A | 1=2+3 | 2 | 3\nB | '250,500 | '250,000 | 500\nC | | '7.000 | ");

        assertEquals(List.of("READ-NUMBER-STYLE"), codes(reading));
        assertEquals(List.of("250500", "250000", "500", "7.000"), numbers(reading));
    }

    /** Row A shows the English style, with doubts. The columns that add up with it in row B are as doubtful. */
    @Test
    void doubtfulStyleOfAColumnDoesNotProveThatOfOthers() throws Exception {
        var reading = readThree(
                THREE.replace("\"Tổng\": số", "\"Tổng\": tính (nam + nữ)"),
                "A | '250.000 | '12 250.000 | \nB | '257.000 | '7.000 | '250.000");

        assertEquals(
                List.of("B2", "C3", "D3"),
                reading.problems().stream()
                        .filter(problem -> problem.code().equals("READ-NUMBER-STYLE"))
                        .map(problem -> ((Place.Cell) problem.place()).address())
                        .sorted()
                        .toList());
    }

    /** A difference of two numbers with three digits after the point is the same in both styles. */
    @Test
    void formulaThatDecidesNothingLeavesTheQuestion() throws Exception {
        var both = readThree(THREE, "A | 1=2+3 | 2 | 3\nB | '3.500 | '1.500 | '2.000");
        assertEquals(List.of("READ-NUMBER-GROUPS"), codes(both));
        assertEquals(List.of("3500", "1500", "2000"), numbers(both));

        var none = readThree(THREE, "A | 1=2+3 | 2 | 3\nB | '3.500 | '1.500 | 2\nC | '3.500 | '1.500 | '500");
        assertEquals(List.of("READ-NUMBER-STYLE"), codes(none));
        assertEquals(List.of("3500", "1500", "2", "3500", "1500", "500"), numbers(none));
    }

    /** A wrong number such as 1 for 500 is near to the value of the formula in the other style. */
    @Test
    void formulaWhoseValueWouldBeRoundedDoesNotDecide() throws Exception {
        assertEquals(
                List.of("READ-NUMBER-STYLE"), codes(readThree(THREE, "A | 1 | 2 | 3=1-2\nB | '1.500 | '1.000 | 1")));
    }

    @Test
    void threeDecimalsBesideOthersAreReported() throws Exception {
        assertEquals(List.of("READ-NUMBER-STYLE"), codes(read("""
                A | '12,25 | | |
                B | '7,100 | | |
                """)));
    }

    @Test
    void parenthesesAndPercentagesAreNumbers() throws Exception {
        assertEquals(
                List.of("A | -5 = Amount[number=-5] |  |  | ", "B | 0,65 = Amount[number=0.65] |  |  | "),
                rows("A | '(5) | | |\nB | '0,65% | | |"));
    }

    /** Forms that come back say the same in the same words as data files do. */
    @Test
    void textsAreReadAsInDataFiles() throws Exception {
        assertEquals(
                List.of(
                        "A | 65.000.000 = Amount[number=65000000] |  |  | X",
                        "B | -5 = Amount[number=-5] | …/3/2024 = Day[date=…/3/2024] |  | ",
                        "C |  | 05/3/1964 = Day[date=05/3/1964] | Khá | "),
                rows("A | 65.000.000 đồng | | | Có\nB | (-5) | tháng 3/2024 | | Không\nC | | 5.3.64 | kha | -"));
        assertEquals(List.of(), codes(read("A | 65.000.000 đồng | | | Có\nB | | | | Không\nC | | | | 0")));
        assertEquals(List.of("READ-TYPE"), codes(read("A | 2020 2021 | | |\nB | | 4567 | |\nC | | | | *")));
    }

    @Test
    void oneUnambiguousDateDeterminesTheOrderOfAColumn() throws Exception {
        assertEquals(
                List.of(
                        "A |  | 05/4/2025 = Day[date=05/4/2025] |  | ",
                        "B |  | 31/12/2025 = Day[date=31/12/2025] |  | "),
                rows("A | | 04/05/2025 | |\nB | | 12/31/2025 | |"));
    }

    @Test
    void datesInBothOrdersAreReported() throws Exception {
        assertEquals(
                true, codes(read("A | | 31/12/2025 | |\nB | | 12/31/2025 | |")).contains("READ-DATE-STYLE"));
    }

    @Test
    void valueOfAnotherTypeStaysATextAndIsReported() throws Exception {
        var reading = read("A | nhiều | | Giỏi |");

        assertEquals(List.of("READ-TYPE"), codes(reading));
        assertEquals(List.of("ENTRY: A | nhiều |  | Giỏi | "), PrintedRows.of(reading.form()));
    }

    @Test
    void termsAndMarksAreFoundInAnyCase() throws Exception {
        assertEquals(List.of("A |  |  | Tốt | X"), rows("A | | | TỐT | ✓"));
    }
}
