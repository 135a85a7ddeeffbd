/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bieumau.reading.internal.shape.RowKind;
import org.bieumau.reading.internal.shape.ShapeColumn;
import org.bieumau.reading.internal.shape.ShapeFinder;
import org.bieumau.reading.internal.shape.TableShape;
import org.junit.jupiter.api.Test;

/** Headers are found without a template, however their labels are merged. */
class HeaderTest {

    private static TableShape shape(String drawing) {
        return ShapeFinder.find(Sketch.grid(drawing)).orElseThrow();
    }

    private static List<String> paths(TableShape shape) {
        return shape.columns().stream()
                .map(column -> String.join(" / ", column.path()))
                .toList();
    }

    private static List<String> numbers(TableShape shape) {
        return shape.columns().stream().map(ShapeColumn::number).toList();
    }

    @Test
    void headerMayBeTheFirstRow() {
        var shape = shape("""
                Mã | Tên xã | Số hộ | Ghi chú
                '01 | Hòa Phú | 120 |
                '02 | Bình An | 98 |
                """);

        assertEquals(List.of("Mã", "Tên xã", "Số hộ", "Ghi chú"), paths(shape));
        assertEquals(List.of(0), shape.rows(RowKind.HEADER));
        assertEquals(List.of(1, 2), shape.rows(RowKind.BODY));
    }

    @Test
    void labelsMergedDownBelongToOneColumn() {
        var shape = shape("""
                TT | Nội dung | Số lượng | < | Ghi chú
                ^ | ^ | Nam | Nữ | ^
                1 | Cán bộ | 3 | 4 |
                """);

        assertEquals(List.of("TT", "Nội dung", "Số lượng / Nam", "Số lượng / Nữ", "Ghi chú"), paths(shape));
    }

    @Test
    void labelsInTheUpperRowNeedNoMerge() {
        var shape = shape("""
                TT | Nội dung | Số lượng | < | Ghi chú
                 |  | Nam | Nữ |
                1 | Cán bộ | 3 | 4 |
                2 | Công chức | 5 | 6 |
                """);

        assertEquals(List.of("TT", "Nội dung", "Số lượng / Nam", "Số lượng / Nữ", "Ghi chú"), paths(shape));
        assertEquals(List.of(0, 1), shape.rows(RowKind.HEADER));
    }

    @Test
    void labelsInTheLowerRowNeedNoMerge() {
        var shape = shape("""
                 |  | Số lượng | <
                TT | Nội dung | Nam | Nữ
                1 | Cán bộ | 3 | 4
                """);

        assertEquals(List.of("TT", "Nội dung", "Số lượng / Nam", "Số lượng / Nữ"), paths(shape));
    }

    @Test
    void groupsNeedNoMerge() {
        var shape = shape("""
                TT | Nội dung | Số lượng |  | Kinh phí |  | Ghi chú
                 |  | Nam | Nữ | Tỉnh | Xã |
                1 | Cán bộ | 3 | 4 | 10 | 20 |
                """);

        assertEquals(
                List.of(
                        "TT",
                        "Nội dung",
                        "Số lượng / Nam",
                        "Số lượng / Nữ",
                        "Kinh phí / Tỉnh",
                        "Kinh phí / Xã",
                        "Ghi chú"),
                paths(shape));
    }

    @Test
    void groupMayCoverTwoLevels() {
        var shape = shape("""
                TT | Tên | Đất | < | < | Rừng | <
                ^ | ^ | Nông nghiệp | < | Khác | ^ | ^
                ^ | ^ | Lúa | Màu | ^ | Trồng | Tự nhiên
                1 | Hòa Phú | 1 | 2 | 3 | 4 | 5
                """);

        assertEquals(
                List.of(
                        "TT",
                        "Tên",
                        "Đất / Nông nghiệp / Lúa",
                        "Đất / Nông nghiệp / Màu",
                        "Đất / Khác",
                        "Rừng / Trồng",
                        "Rừng / Tự nhiên"),
                paths(shape));
    }

    @Test
    void titleInsideTheTableIsNotAHeader() {
        var shape = shape("""
                DANH SÁCH HỘ NGHÈO | < | < | <
                TT | Họ và tên | Địa chỉ | Số khẩu
                1 | Nguyễn Văn An | Thôn 1 | 4
                2 | Trần Thị Bình | Thôn 2 | 3
                """);

        assertEquals(List.of(1), shape.rows(RowKind.HEADER));
        assertEquals(List.of(2, 3), shape.rows(RowKind.BODY));
    }

    @Test
    void parametersAboveTheTableAreNotAHeader() {
        var shape = shape("""
                ma_tinh | tu_thang | den_thang
                10 | 1 | 5
                ---
                Mã | Tên cơ sở | Số lượt | Tổng chi
                '10003 | Bệnh viện Bảo Thắng | 27794 | 23962
                '10004 | Bệnh viện Bảo Yên | 14883 | 13097
                """);

        assertEquals(List.of("Mã", "Tên cơ sở", "Số lượt", "Tổng chi"), paths(shape));
    }

    @Test
    void unitOfMeasureAboveAGroupIsNotALabel() {
        var shape = shape("""
                 |  |  | Đơn vị tính: ha | <
                TT | Loại đất | Mã | Diện tích | <
                ^ | ^ | ^ | Tổng | Đã giao
                1 | Đất lúa | LUA | 10 | 5
                """);

        assertEquals(List.of(1, 2), shape.rows(RowKind.HEADER));
    }

    @Test
    void numberRowMayHaveFormulas() {
        var shape = shape("""
                Mã | Tên | Năm nay | Năm trước | Tăng, giảm | Tỷ lệ
                A | B | (1) | (2) | (3)=(1)-(2) | 4 (1:2)
                '1 | Hòa Phú | 5 | 4 | 1 | 125
                """);

        assertEquals(List.of("A", "B", "(1)", "(2)", "(3)=(1)-(2)", "4 (1:2)"), numbers(shape));
        assertEquals(List.of(1), shape.rows(RowKind.NUMBERS));
        assertEquals(List.of(2), shape.rows(RowKind.BODY));
    }

    @Test
    void numberRowSurvivesOneGarbledNumber() {
        var shape = shape("""
                Tên | Một | Hai | Ba | Bốn | Năm | Sáu
                A | 1 | 2 | 3=l+2? | 4 | 5 | 6
                Hòa Phú | 1 | 2 | 3 | 4 | 5 | 6
                """);

        assertEquals(List.of(1), shape.rows(RowKind.NUMBERS));
    }

    @Test
    void unitsMayBeColumns() {
        var shape = shape("""
                TT | Chỉ tiêu | Tổng số | Chia theo xã | < | <
                ^ | ^ | ^ | Hòa Phú | Bình An | Tịnh Hà
                1 | Số hộ | 30 | 10 | 10 | 10
                """);

        assertEquals("Chia theo xã / Bình An", paths(shape).get(4));
        assertEquals(6, shape.columns().size());
    }

    @Test
    void twoColumnsMayShareALabel() {
        var shape = shape("""
                TT | Họ và tên | < | Năm sinh
                1 | Nguyễn Văn | An | 1980
                2 | Trần Thị | Bình | 1985
                """);

        assertEquals(List.of("TT", "Họ và tên", "Họ và tên", "Năm sinh"), paths(shape));
    }

    @Test
    void finerGridOfAWordTableDoesNotDivideColumns() {
        var shape = shape("""
                TT | < | Họ và tên | < | < | Năm sinh
                1 | < | Nguyễn Văn An | < | < | 1980
                2 | < | Trần Thị Bình | < | < | 1985
                """);

        assertEquals(List.of("TT", "Họ và tên", "Năm sinh"), paths(shape));
    }

    @Test
    void layoutTablesHaveNoShape() {
        for (var layout : List.of(
                "UBND TỈNH\\\\SỞ NỘI VỤ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/SNV | Độc lập - Tự do - Hạnh phúc",
                "Nơi nhận:\\\\- Như trên | GIÁM ĐỐC",
                "Họ và tên: ……… | Giới tính: ………\nNgày sinh: ……… | Nơi sinh: ………",
                "A | B")) {
            assertTrue(ShapeFinder.find(Sketch.grid(layout)).isEmpty(), layout);
        }
    }
}
