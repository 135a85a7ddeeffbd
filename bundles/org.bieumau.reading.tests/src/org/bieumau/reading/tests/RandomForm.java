/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes texts of forms with templates: all types of columns, groups, sections, totals, empty and awkward values. */
public final class RandomForm {

    private static final List<String> LABELS = List.of(
            "Số lượng",
            "Diện tích",
            "Cơ cấu",
            "Nam",
            "Nữ",
            "Năm",
            "Kinh phí",
            "Đơn vị",
            "Ghi chú",
            "Tổng số",
            "Địa chỉ",
            "Tỷ lệ (%)",
            "Ngày bắt đầu",
            "Số hộ",
            "Trong đó",
            "Kết quả",
            "Mã số",
            "Người phụ trách");
    private static final List<String> GROUPS =
            List.of("Đất nông nghiệp", "Đất ở", "Năm trước", "Năm nay", "Hình thức", "Trong đó");
    private static final List<String> TITLES = List.of(
            "Xã Hòa Phú",
            "Phường Trần Phú",
            "Thực hiện tiết kiệm điện",
            "Giám đốc Sở",
            "Ghi chú thêm",
            "Tổng đài 1022",
            "Nhà văn hóa",
            "Đường Hoàng Sa - Dốc Sỏi",
            "Chủ tịch UBND xã",
            "(1) Phần một",
            "Nguồn vốn khác");
    private static final List<String> TEXTS = List.of(
            "Đã xong",
            "0123",
            "1.500",
            "x y",
            "Thôn 1\\nThôn 2",
            "12/3",
            "Chưa",
            "5%",
            "Hòa Phú, Quảng Ngãi",
            "-",
            "2021");
    private static final List<String> TERMS = List.of("Tốt", "Khá", "Trung bình", "Yếu");

    private record Column(String name, String type) {}

    private final Random random;
    private final List<Column> columns = new ArrayList<>();
    private final StringBuilder text = new StringBuilder("phiên bản 2\n\n");
    private int names;

    public RandomForm(int seed) {
        random = new Random(seed);
        text.append("danh mục Mức {");
        for (int i = 0; i < TERMS.size(); i++) {
            text.append(" m" + i + " \"" + TERMS.get(i) + "\"");
        }
        text.append(" }\ndanh mục Khu { k0 \"Khu vực thành thị\" k1 \"Khu vực nông thôn\" k2 \"Vùng biển\" }\n\n");
        var sections = random.nextInt(3);
        template(sections);
        form(sections);
    }

    public String text() {
        return text.toString();
    }

    private void template(int sections) {
        text.append("mẫu biểu M \"BIỂU TỔNG HỢP KẾT QUẢ\" {\n    khổ giấy A4 ngang\n");
        if (random.nextBoolean()) {
            text.append("    có dòng đánh số cột\n");
        }
        if (sections > 0) {
            text.append("    lĩnh vực theo Khu")
                    .append(random.nextBoolean() ? ", tiêu đề \"Phần {tên}\"" : "")
                    .append(random.nextBoolean() ? ", đánh số I" : ", đánh số a")
                    .append(random.nextBoolean() ? ", dòng đánh số lại" : "")
                    .append('\n');
        }
        if (random.nextInt(4) > 0) {
            text.append("    cột stt \"STT\": số thứ tự\n");
        }
        text.append("    cột tên \"Tên đơn vị\": chữ, bắt buộc\n");
        var count = 1 + random.nextInt(6);
        var labels = new ArrayList<>(LABELS);
        for (int i = 0; i < count; i++) {
            if (random.nextInt(3) == 0) {
                group(labels, i);
            } else {
                text.append("    ");
                column(labels.remove(random.nextInt(labels.size())));
            }
        }
        text.append("}\n\n");
    }

    private void group(List<String> labels, int number) {
        text.append("    nhóm g" + number + " \"" + GROUPS.get(number % GROUPS.size()) + "\" {\n");
        var inner = new ArrayList<>(LABELS);
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            text.append("        ");
            column(inner.remove(random.nextInt(6)));
        }
        text.append("    }\n");
    }

    private void column(String label) {
        var name = "c" + names++;
        var type = List.of("chữ", "số", "số tiền", "ngày", "đánh dấu", "chọn từ Mức", "nhiều đoạn", "số")
                .get(random.nextInt(8));
        columns.add(new Column(name, type));
        text.append("cột " + name + " \"" + label + "\": " + type);
        if (type.startsWith("số") && random.nextBoolean()) {
            text.append(", dòng tổng tổng");
        }
        text.append('\n');
    }

    private void form(int sections) {
        text.append("biểu F lập theo mẫu M {\n    kỳ 2026\n");
        if (sections == 0) {
            rows("    ");
        }
        for (int i = 0; i < sections; i++) {
            text.append("    lĩnh vực k" + i + " {\n");
            rows("        ");
            text.append("    }\n");
        }
        text.append("}\n");
    }

    private void rows(String indent) {
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            text.append(indent + "dòng \"" + TITLES.get(random.nextInt(TITLES.size())) + "\" {");
            for (var column : columns) {
                if (random.nextInt(4) > 0) {
                    text.append(' ' + column.name() + ' ' + value(column.type(), indent));
                }
            }
            text.append(" }\n");
        }
    }

    private String value(String type, String indent) {
        return switch (type) {
            case "số" ->
                List.of("5", "-12", "0", "1234", "7100", "0,5", "12,25", "-1345,25", "3,0425")
                        .get(random.nextInt(9));
            case "số tiền" -> List.of("1500000", "250000", "7000").get(random.nextInt(3));
            case "ngày" ->
                List.of("05/4/2025", "31/12/2024", "…/8/2025", "…/…/2023").get(random.nextInt(4));
            case "đánh dấu" -> "X";
            case "chọn từ Mức" -> "m" + random.nextInt(TERMS.size());
            case "nhiều đoạn" ->
                "'''\n" + indent + "    Nội dung thực hiện.\n" + indent + "    - Việc một;\n" + indent
                        + "    - Việc hai.\n" + indent + "    '''";
            default -> '"' + TEXTS.get(random.nextInt(TEXTS.size())) + '"';
        };
    }
}
