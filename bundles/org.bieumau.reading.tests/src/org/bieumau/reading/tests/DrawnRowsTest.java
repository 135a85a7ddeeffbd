/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Indicator;
import org.bieumau.reading.internal.draw.TemplateDrawing;
import org.bieumau.reading.internal.message.ReadingMessages;
import org.bieumau.reading.internal.shape.ShapeFinder;
import org.bieumau.testing.RealFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A template that was drawn from a form with printed rows has its rows, their ordinals and their hierarchy. */
class DrawnRowsTest {

    private static final String HEADER = "TT | Chỉ tiêu | Đơn vị | Số lượng | Ghi chú\n";

    private static final String LABOUR = """
            # THÔNG TIN CUNG LAO ĐỘNG
            1 Số người từ 15 tuổi trở lên
                a Chia theo khu vực:
                    - Thành thị
                    - Nông thôn
                b Chia theo giới tính:
                    - Nam
                    - Nữ
            2 Số người có việc làm
                a Chia theo khu vực:
                    - Thành thị
                    - Nông thôn
                b Chia theo trình độ chuyên môn kỹ thuật:
                    - Chưa qua đào tạo
                    - CNKT không bằng
                    - Chứng chỉ nghề dưới 3 tháng
                    - Sơ cấp
                    - Trung cấp
                    - Cao đẳng
                    - Đại học
                    - Trên đại học
                c Chia theo vị thế việc làm:
                    Chủ cơ sở sản xuất kinh doanh
                    Tự làm
                    Lao động gia đình
                    Làm công ăn lương
            3 Số người thất nghiệp
                a Chia theo khu vực:
                    - Thành thị
                    - Nông thôn
                b Chia theo trình độ chuyên môn kỹ thuật:
                    - Chưa qua đào tạo
                    - CNKT không bằng
                    - Chứng chỉ nghề dưới 3 tháng
                    - Sơ cấp
                    - Trung cấp
                    - Cao đẳng
                    - Đại học
                    - Trên đại học
                c Chia theo thời gian thất nghiệp:
                    - Dưới 3 tháng
                    - Từ 3 tháng đến 1 năm
                    - Trên 1 năm
            4 Số người không tham gia hoạt động kinh tế
                a Đi học
                b Hưu trí
                c Nội trợ
                d Khuyết tật
                e Khác
            """;

    @TempDir
    private Path folder;

    /**
     * Returns a line for each row: indented below its parent, with its ordinal, and with a colon if it is a heading.
     */
    private static String rows(String template) throws Exception {
        return rows(
                new BieuReader().read(template).element(FormTemplate.class, "M").orElseThrow());
    }

    private static String rows(FormTemplate template) {
        var rows = new StringBuilder();
        for (var list : template.getIndicatorLists()) {
            if (list.getSectionTitle() != null) {
                rows.append("# ").append(list.getSectionTitle()).append('\n');
            }
            list.getIndicators().forEach(each -> add(each, "", rows));
        }
        return rows.toString();
    }

    private static void add(Indicator row, String indent, StringBuilder rows) {
        rows.append(indent)
                .append(row.getOrdinal() == null ? "" : row.getOrdinal() + " ")
                .append(row.getTitle())
                .append(row.isHeading() ? ":\n" : "\n");
        row.getIndicators().forEach(each -> add(each, indent + "    ", rows));
    }

    private static String drawn(String rows) {
        return TemplateDrawing.of(ShapeFinder.find(Sketch.grid(HEADER + rows)).orElseThrow(), "M", "Biểu");
    }

    /** Exports a template as a blank form and draws that. */
    private String drawnAgain(String text, String format) throws Exception {
        var file = new BieuReader().read(text);
        assertEquals(List.of(), file.problems(), text);
        var target = folder.resolve("blank." + format);
        Files.deleteIfExists(target);
        file.export(file.element(FormTemplate.class, "M").orElseThrow(), target);
        var shapes = Import.content(target).grids().stream()
                .flatMap(grid -> ShapeFinder.find(grid).stream())
                .toList();
        return TemplateDrawing.of(shapes.getFirst(), "M", "Biểu");
    }

    private static long doubts(String text, String key) {
        return text.lines()
                .filter(line -> line.contains("// ? ") && line.contains(ReadingMessages.ALL.text(key)))
                .count();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void realFormIsDrawnAndDrawnAgain(int sheet) throws Exception {
        var shapes = Import.content(RealFile.LABOUR_SURVEY.copyTo(folder)).grids().stream()
                .flatMap(grid -> ShapeFinder.find(grid).stream())
                .toList();
        var text = TemplateDrawing.of(shapes.get(sheet), "M", "Biểu");

        assertEquals(LABOUR, rows(text));
        assertEquals(0, doubts(text, "draw.level"), text);
        for (var format : List.of("xlsx", "docx")) {
            var again = drawnAgain(text, format);
            assertEquals(LABOUR, rows(again), format);
            assertEquals(0, doubts(again, "draw.level"), again);
        }
    }

    @Test
    void templateReadsTheUnitsOfRows() throws Exception {
        var template = new BieuReader()
                .read(
                        drawn(
                                "1 | Số người | Người | |\na | Chia theo giới | < | < | <\n | - Nam | Người | |\n2 | Số hộ | Hộ | |\n"))
                .element(FormTemplate.class, "M")
                .orElseThrow();

        var first = template.getIndicatorLists().getFirst().getIndicators().getFirst();
        assertEquals("Người", first.getMeasureUnit());
        assertTrue(first.getIndicators().getFirst().isHeading());
    }

    /** What an exported form shows: rows without ordinals are indented, headings reach to the right. */
    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "docx"})
    void rowsOfAnyLevelAreDrawnAgain(String format) throws Exception {
        var text = """
                mẫu biểu M "BÁO CÁO" {
                    cột tt "TT": số thứ tự
                    cột chỉTiêu "Chỉ tiêu": chữ
                    cột đơnVị "Đơn vị": đơn vị tính
                    cột sốLượng "Số lượng": số
                    chỉ tiêu trong lĩnh vực "Dân số" {
                        dân "1" "Số dân", đơn vị tính "Người" {
                            khu "1.1" "Theo khu vực", đề mục {
                                thị "Thành thị", đơn vị tính "Người" {
                                    nộiThành "Nội thành", đơn vị tính "Người"
                                }
                                nông "Nông thôn", đơn vị tính "Người"
                            }
                            khác "Chưa xếp", đơn vị tính "Người"
                        }
                        hộ "2" "Số hộ", đơn vị tính "Hộ"
                        thôn "Số thôn", đơn vị tính "Thôn"
                    }
                    chỉ tiêu trong lĩnh vực "Lao động" {
                        việc "1" "Có việc làm", đơn vị tính "Người" {
                            nam "-" "Nam", đơn vị tính "Người"
                        }
                        nghỉ "2" "Nghỉ hưu", đơn vị tính "Người"
                    }
                }
                """;
        var drawn = drawnAgain(text, format);

        assertEquals("""
                # Dân số
                1 Số dân
                    1.1 Theo khu vực:
                        Thành thị
                            Nội thành
                        Nông thôn
                    Chưa xếp
                2 Số hộ
                Số thôn
                # Lao động
                1 Có việc làm
                    - Nam
                2 Nghỉ hưu
                """, rows(drawn));
        assertEquals(rows(text), rows(drawn));
        assertEquals(0, doubts(drawn, "draw.level"), drawn);
    }

    @Test
    void numberedHeadingsAreRows() throws Exception {
        assertEquals("""
                # Việc làm
                1 Lao động
                    a Theo giới:
                        - Nam
                    b Theo tuổi:
                        - Dưới 30
                2 Thất nghiệp
                """, rows(drawn("""
                        I | Việc làm | < | < | <
                        1 | Lao động | Người | |
                        a | Theo giới | < | < | <
                         | - Nam | Người | |
                        b | Theo tuổi | < | < | <
                         | - Dưới 30 | Người | |
                        2 | Thất nghiệp | Người | |
                        """)));
    }

    /** A section would be counted I, II, … */
    @Test
    void headingsThatAreNotCountedInOrderAreRows() throws Exception {
        assertEquals("""
                A Thu:
                    1 Thuế
                    2 Phí
                B Chi:
                    1 Lương
                C Dư:
                    1 Năm nay
                D Nợ:
                    1 Trong nước
                """, rows(drawn("""
                        A | Thu | < | < | <
                        1 | Thuế | Đồng | |
                        2 | Phí | Đồng | |
                        B | Chi | < | < | <
                        1 | Lương | Đồng | |
                        C | Dư | < | < | <
                        1 | Năm nay | Đồng | |
                        D | Nợ | < | < | <
                        1 | Trong nước | Đồng | |
                        """)));
    }

    @Test
    void styleOfOrdinalReturnsToItsLevel() throws Exception {
        var text = drawn("""
                I | Dân số | Người | |
                1 | Thành thị | Người | |
                - | Nội thành | Người | |
                II | Lao động | Người | |
                - | Cả năm | Người | |
                1 | Có việc làm | Người | |
                2 | Thất nghiệp | Người | |
                """);

        assertEquals("""
                I Dân số
                    1 Thành thị
                        - Nội thành
                II Lao động
                    - Cả năm
                    1 Có việc làm
                    2 Thất nghiệp
                """, rows(text));
    }

    @Test
    void rowsWithoutOrdinalAreADoubt() throws Exception {
        var text = drawn("""
                1 | Số người | Người | |
                 | Nam | Người | |
                 | Nữ | Người | |
                2 | Số hộ | Hộ | |
                """);

        assertEquals("""
                1 Số người
                    Nam
                    Nữ
                2 Số hộ
                """, rows(text));
        assertEquals(1, doubts(text, "draw.level"), text);
        assertTrue(text.lines().anyMatch(line -> line.contains("nam \"Nam\"") && line.contains("// ? ")), text);
    }

    /** Rows below a heading cannot be anywhere else. */
    @Test
    void rowsWithoutOrdinalBelowAHeadingAreNoDoubt() {
        var text = drawn("""
                1 | Số người | Người | |
                a | Chia theo giới | | |
                 | Nam | Người | |
                 | Nữ | Người | |
                2 | Số hộ | Hộ | |
                """);

        assertEquals(0, doubts(text, "draw.level"), text);
    }

    @Test
    void rowsOfAFilledFormArePrintedRows() throws Exception {
        var text = drawn("""
                LAO ĐỘNG | < | < | < | <
                1 | Số người | Người | 100 |
                a | Chia theo giới | | |
                - | Nam | Người | 40 | tăng
                - | Nữ | Người | 60 |
                2 | Có việc làm | Người | 0 |
                """);

        assertEquals("""
                # LAO ĐỘNG
                1 Số người
                    a Chia theo giới:
                        - Nam
                        - Nữ
                2 Có việc làm
                """, rows(text));
        assertEquals(1, doubts(text, "draw.filled"), text);
        assertEquals(1, doubts(text, "draw.section"), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 | Kim Đồng | Lớp | 40 |\n2 | Nguyễn Du | Lớp | 30 |\n3 | Lê Lợi | Lớp | 20 |\n",
                "1 | Số hộ | UBND xã A | 40 |\na | Hộ nghèo | UBND xã A | 30 |\n2 | Số dân | UBND xã B | 20 |\n"
            })
    void rowsOfAFilledListAreNotPrinted(String rows) {
        assertFalse(drawn(rows).contains("chỉ tiêu {"), () -> drawn(rows));
    }
}
