/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.util.List;
import java.util.Random;
import org.bieumau.reading.internal.shape.RowKind;

/** Changes the texts around the table, and splits tables. */
enum SurroundingMutation implements Mutation {
    LETTERHEAD_ABOVE {
        @Override
        public boolean change(Paper paper, Random random) {
            paper.writeAbove(List.of(
                    "UBND HUYỆN BA TƠ||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                    "PHÒNG NỘI VỤ||Độc lập - Tự do - Hạnh phúc",
                    "Số: 12/BC-PNV||Ba Tơ, ngày 5 tháng 4 năm 2026"));
            return true;
        }
    },
    /** Names in a row and values below, which look like a header. */
    PARAMETERS_ABOVE {
        @Override
        public boolean change(Paper paper, Random random) {
            paper.writeAbove(List.of("Đơn vị báo cáo|Kỳ báo cáo|Người lập", "Xã Ba Vì|Quý II/2026|Nguyễn Văn A"));
            return true;
        }
    },
    /** The texts above the table are others. */
    TITLE_CHANGED {
        @Override
        public boolean change(Paper paper, Random random) {
            var above = paper.table.rows(RowKind.ABOVE);
            above.stream().flatMap(row -> row.filled().stream()).forEach(cell -> cell.text("BÁO CÁO THÁNG 6"));
            return !above.isEmpty();
        }
    },
    SIGNATURES_BELOW {
        @Override
        public boolean change(Paper paper, Random random) {
            paper.writeBelow(List.of(
                    "||Ngày 5 tháng 4 năm 2026",
                    "Người lập biểu||GIÁM ĐỐC",
                    "(Ký, ghi rõ họ tên)||",
                    "Lê Thị B||Trần C"));
            return true;
        }
    },
    NOTES_BELOW {
        @Override
        public boolean change(Paper paper, Random random) {
            paper.writeBelow(List.of(
                    "Ghi chú: Số liệu tính đến ngày 15/6/2026.", "- Cột 3: chỉ ghi số hộ.", "(*) Chưa kể hộ mới."));
            return true;
        }
    },
    TABLE_BEFORE {
        @Override
        public boolean change(Paper paper, Random random) {
            paper.addTable(true, Other.TEXTS);
            return true;
        }
    },
    TABLE_AFTER {
        @Override
        public boolean change(Paper paper, Random random) {
            paper.addTable(false, Other.TEXTS);
            return true;
        }
    },
    /** The table goes on in a second one, below a copy of the header. */
    SPLIT_WITH_HEADER {
        @Override
        public boolean change(Paper paper, Random random) {
            return split(paper, random, true);
        }
    },
    /** The table goes on in a second one without a header. */
    SPLIT_WITHOUT_HEADER {
        @Override
        public boolean change(Paper paper, Random random) {
            return split(paper, random, false);
        }
    };

    /** A table that belongs to no form. */
    private interface Other {

        List<List<String>> TEXTS = List.of(
                List.of("Tháng", "Nhiệt độ", "Lượng mưa"),
                List.of("1", "21", "120"),
                List.of("2", "22", "80"),
                List.of("3", "24", "40"));
    }

    private static boolean split(Paper paper, Random random, boolean withHeader) {
        var table = paper.table;
        var places = table.body().stream()
                .skip(1)
                .filter(row -> !table.isContinued(row))
                .toList();
        if (places.isEmpty()) {
            return false;
        }
        var place = Mutation.any(places, random);
        if (withHeader) {
            var header = table.headerCopy();
            header.getFirst().beginsTable = true;
            table.insert(table.rows.indexOf(place), header);
        } else {
            place.beginsTable = true;
        }
        return true;
    }
}
