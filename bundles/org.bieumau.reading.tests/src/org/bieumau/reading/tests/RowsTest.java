/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.bieumau.reading.internal.shape.RowKind;
import org.bieumau.reading.internal.shape.ShapeFinder;
import org.junit.jupiter.api.Test;

/** Rows below a header are told apart without a template. */
class RowsTest {

    private static final String HEADER = "TT | Nội dung | Đơn vị | Số lượng | Ghi chú\n";

    private static List<RowKind> kinds(String rows) {
        return kindsBelow(HEADER, rows);
    }

    private static List<RowKind> kindsBelow(String header, String rows) {
        var kinds = ShapeFinder.find(Sketch.grid(header + rows)).orElseThrow().kinds();
        return kinds.subList((int) header.lines().count(), kinds.size());
    }

    @Test
    void sectionsAreMergedOrAlone() {
        assertEquals(
                List.of(RowKind.SECTION, RowKind.BODY, RowKind.SECTION, RowKind.BODY, RowKind.SECTION, RowKind.BODY),
                kinds("""
                        I. Dân số | < | < | < | <
                        1 | Số hộ | hộ | 5 |
                        II | Lao động | | |
                        1 | Số người | người | 7 |
                         | Nhà ở | | |
                        1 | Số nhà | nhà | 9 |
                        """));
    }

    @Test
    void totalsAreRecognisedByTheirLabels() {
        assertEquals(List.of(RowKind.TOTAL, RowKind.BODY, RowKind.BODY, RowKind.TOTAL), kinds("""
                         | Tổng số | | 12 |
                        1 | Số hộ | hộ | 5 |
                        2 | Tổng số người cao tuổi | người | 7 |
                        Cộng | < | < | 12 |
                        """));
    }

    @Test
    void rowsWithOnlyOrdinalsOrDotsAreNotData() {
        assertEquals(List.of(RowKind.BODY, RowKind.ORDINAL_ONLY, RowKind.AND_SO_ON, RowKind.EMPTY), kinds("""
                        1 | Số hộ | hộ | 5 |
                        2 | | | |
                        ,,,, | … | | |
                         | | | |
                        """));
    }

    @Test
    void instructionsAreFoundBelowTheHeader() {
        assertEquals(List.of(RowKind.INSTRUCTION, RowKind.BODY), kinds("""
                         | (ghi rõ nội dung) | (ghi theo mã) | Lấy từ B02 |
                        1 | Số hộ | hộ | 5 |
                        """));
    }

    @Test
    void exampleIsNamedInItsTitleAndMayFollowASection() {
        assertEquals(List.of(RowKind.SECTION, RowKind.SAMPLE, RowKind.BODY), kinds("""
                I. Dân số | < | < | < | <
                1 | Ví dụ: Nguyễn Văn A | hộ | 5 |
                1 | Số hộ | hộ | 5 |
                """));
    }

    @Test
    void entryNamedLikeARemarkIsNoInstruction() {
        assertEquals(List.of(RowKind.BODY, RowKind.BODY), kinds("""
                 | Ghi chú thêm | hộ | | Chưa
                 | Số hộ | hộ | 5 |
                """));
    }

    @Test
    void dateBesideATitleIsNoDateOfSigning() {
        assertEquals(List.of(RowKind.BODY, RowKind.BODY), kinds("""
                 | Số hộ | hộ | 5 |
                 | Số nhà | | | ngày 05 tháng 4 năm 2025
                """));
    }

    @Test
    void instructionsMayFollowASection() {
        assertEquals(List.of(RowKind.SECTION, RowKind.INSTRUCTION, RowKind.BODY), kinds("""
                I. Dân số | < | < | < | <
                 | Ghi rõ | (Ghi theo mẫu) | Chọn trong danh sách | Ghi rõ
                1 | Số hộ | hộ | 5 |
                """));
    }

    @Test
    void headerIsRepeatedOnTheNextPage() {
        assertEquals(
                List.of(RowKind.BODY, RowKind.HEADER_AGAIN, RowKind.BODY),
                kinds("1 | Số hộ | hộ | 5 |\n" + HEADER + "2 | Số người | người | 7 |"));
    }

    @Test
    void everyRowOfAMergedHeaderIsRepeated() {
        var header = """
                TT | Tên | Đất | < | < | Ghi chú
                ^ | ^ | Nông nghiệp | < | Khác | ^
                ^ | ^ | Lúa | Màu | ^ | ^
                1 | 2 | 3 | 4 | 5 | 6
                """;

        assertEquals(
                List.of(
                        RowKind.BODY,
                        RowKind.HEADER_AGAIN,
                        RowKind.HEADER_AGAIN,
                        RowKind.HEADER_AGAIN,
                        RowKind.HEADER_AGAIN,
                        RowKind.BODY),
                kindsBelow(header, "1 | Hòa Phú | 5 | 6 | 7 |\n" + header + "2 | Bình An | 8 | 9 | 10 |\n"));
    }

    @Test
    void rowOfARepeatedHeaderMayHaveOneLabel() {
        var header = """
                 |  | Số lượng | <
                TT | Nội dung | Nam | Nữ
                """;

        assertEquals(
                List.of(RowKind.BODY, RowKind.HEADER_AGAIN, RowKind.HEADER_AGAIN, RowKind.BODY),
                kindsBelow(header, "1 | Cán bộ | 3 | 4\n" + header + "2 | Công chức | 5 | 6\n"));
    }

    @Test
    void rowHeldByAMergedCellIsNoRepeatedHeader() {
        assertEquals(List.of(RowKind.BODY, RowKind.BODY), kindsBelow("""
                TT | Tên | Kết quả | <
                ^ | ^ | Nam | Nữ
                """, """
                1 | Hòa Phú | Tốt | Khá
                ^ | ^ | Nam | Nữ
                """));
    }

    @Test
    void tableEndsAtSignaturesAndNotes() {
        assertEquals(List.of(RowKind.BODY, RowKind.BELOW, RowKind.BELOW, RowKind.BELOW), kinds("""
                        1 | Số hộ | hộ | 5 |
                         | | Ngày 5 tháng 4 năm 2023 | < | <
                         | Người lập biểu | | GIÁM ĐỐC |
                        Ghi chú: số liệu đến 31/12 | < | < | < | <
                        """));
    }

    /** Found by change 73822: a name and a date look like a signature. */
    @Test
    void tableDoesNotEndAtAPositionAboveFurtherRows() {
        var header = "Tên đơn vị | Ngày\n";
        assertEquals(List.of(RowKind.BODY, RowKind.BODY, RowKind.BODY), kindsBelow(header, """
                        Phường Hòa Phú | 31/12/2024
                        Chủ tịch UBND xã | Ngày 05 tháng 4 năm 2025
                        Nguồn vốn khác | Tháng 8 năm 2025
                        """));
        for (var below : List.of("II. Vùng biển | <", "Tổng cộng | 5", "Xã Lý Sơn | 31/12/2024", "Xã Lý Sơn | 5")) {
            assertEquals(
                    RowKind.BODY,
                    kindsBelow(header, "Hòa Phú | 31/12/2024\nChủ tịch UBND xã | Ngày 05 tháng 4 năm 2025\n" + below)
                            .get(1),
                    below);
        }
        assertEquals(List.of(RowKind.BODY, RowKind.BELOW, RowKind.BELOW, RowKind.BELOW), kindsBelow(header, """
                        Phường Hòa Phú | 31/12/2024
                         | Ngày 05 tháng 4 năm 2025
                        Nơi nhận: | Chủ tịch
                        - Như trên; | Nguyễn Văn A
                        """));
    }

    @Test
    void sumsWithoutLabelBelowTheLastRowAreNotData() {
        assertEquals(List.of(RowKind.BODY, RowKind.BODY, RowKind.BELOW), kinds("""
                        1 | Số hộ | hộ | 5 |
                        2 | Số nhà | nhà | 6 |
                         | | | 11 |
                        """));
    }

    @Test
    void hiddenRowsAreNotData() {
        assertEquals(List.of(RowKind.BODY, RowKind.HIDDEN), kinds("""
                        1 | Số hộ | hộ | 5 |
                        #2 | Số nhà | nhà | 6 |
                        """));
    }

    @Test
    void levelsFollowTheStylesOfOrdinals() {
        var levels = ShapeFinder.find(Sketch.grid(HEADER + """
                        1 | Dân số | người | |
                        a | Theo khu vực | | |
                         | - Thành thị | người | |
                         | - Nông thôn | người | |
                        b | Theo giới | | |
                         | Nam | người | |
                        2 | Lao động | người | |
                        """)).orElseThrow().levels();

        assertEquals(
                List.of("1", "1/a", "1/a/-", "1/a/-", "1/b", "1/b/", "2"),
                levels.subList(1, levels.size()).stream()
                        .map(path -> String.join("/", path))
                        .toList());
    }
}
