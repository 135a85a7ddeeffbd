/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes texts of forms with templates: all types of columns, nested groups, sections, printed rows with levels, units
 * and codes, subtotals and totals, defaults, empty and awkward values.
 */
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
    private static final List<String> NESTED = List.of("Thành phần", "Khu vực", "Giới tính");
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

    private static final List<String> INDICATORS = List.of(
            "Số người từ 15 tuổi trở lên",
            "Có việc làm",
            "Thất nghiệp",
            "Hộ nghèo",
            "Trường mầm non",
            "Thành thị",
            "Nông thôn",
            "Nam",
            "Nữ");
    private static final List<String> UNITS = List.of("người", "hộ", "ha", "triệu đồng", "%");

    private record Column(String name, String type) {}

    private final Random random;
    private final List<Column> columns = new ArrayList<>();
    private final StringBuilder text = new StringBuilder("phiên bản 2\n\n");
    /** Paths of the printed rows that can be filled in. */
    private final List<String> indicators = new ArrayList<>();

    private int names;

    public RandomForm(int seed) {
        // Consecutive small seeds differ too little: the first choices would be the same in thousands of forms.
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        text.append("danh mục Mức {");
        for (int i = 0; i < TERMS.size(); i++) {
            text.append(" m" + i + " \"" + TERMS.get(i) + "\"");
        }
        text.append(" }\ndanh mục Khu { k0 \"Khu vực thành thị\" k1 \"Khu vực nông thôn\" k2 \"Vùng biển\" }\n\n");
        var isPrinted = random.nextInt(4) == 0;
        var sections = isPrinted ? 0 : random.nextInt(3);
        template(sections, isPrinted);
        form(sections);
    }

    public String text() {
        return text.toString();
    }

    private void template(int sections, boolean isPrinted) {
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
        text.append("    cột tên \"Tên đơn vị\": chữ" + (isPrinted ? "" : ", bắt buộc") + "\n");
        if (isPrinted && random.nextBoolean()) {
            text.append("    cột đv \"ĐVT\": đơn vị tính\n");
        }
        if (isPrinted && random.nextBoolean()) {
            text.append("    cột mã \"Mã chỉ tiêu\": mã số\n");
        }
        var count = 1 + random.nextInt(6);
        var labels = new ArrayList<>(LABELS);
        for (int i = 0; i < count; i++) {
            if (random.nextInt(3) == 0) {
                group("    ", "g" + i, GROUPS.get(i % GROUPS.size()), true);
            } else {
                text.append("    ");
                column(labels.remove(random.nextInt(labels.size())));
            }
        }
        if (random.nextInt(3) == 0) {
            computed();
        }
        if (isPrinted) {
            text.append("    chỉ tiêu {\n");
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                indicator("        ", "", Integer.toString(i + 1), 0);
            }
            text.append("    }\n");
        }
        text.append("}\n\n");
    }

    private void group(String indent, String name, String title, boolean isOuter) {
        text.append(indent + "nhóm " + name + " \"" + title + "\" {\n");
        var inner = new ArrayList<>(LABELS);
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            if (isOuter && random.nextInt(5) == 0) {
                group(indent + "    ", name + "n" + i, NESTED.get(i), false);
            } else {
                text.append(indent + "    ");
                column(inner.remove(random.nextInt(6)));
            }
        }
        text.append(indent + "}\n");
    }

    /** Adds a column that adds up columns of numbers, if there are any. */
    private void computed() {
        var numbers = columns.stream()
                .filter(column -> column.type().startsWith("số"))
                .map(Column::name)
                .toList();
        if (!numbers.isEmpty()) {
            text.append("    cột cộng \"Tính chung\": tính (" + String.join(" + ", numbers) + ")");
            totals();
        }
    }

    private void totals() {
        if (random.nextBoolean()) {
            text.append(", dòng cộng tổng");
        }
        if (random.nextBoolean()) {
            text.append(", dòng tổng tổng");
        }
        text.append('\n');
    }

    /** Adds a printed row and those below it. A row with others below may be a heading. */
    private void indicator(String indent, String path, String ordinal, int level) {
        var name = "i" + names++;
        text.append(
                indent + name + " \"" + ordinal + "\" \"" + INDICATORS.get(random.nextInt(INDICATORS.size())) + '"');
        var children = level < 2 ? random.nextInt(3) : 0;
        if (children > 0 && random.nextInt(3) == 0) {
            text.append(", đề mục");
        } else {
            indicators.add(path + name);
            if (random.nextInt(3) > 0) {
                text.append(", đơn vị tính \"" + UNITS.get(random.nextInt(UNITS.size())) + '"');
            }
            if (random.nextBoolean()) {
                text.append(", mã số \"" + (10 + names) + '"');
            }
        }
        text.append(children > 0 ? " {\n" : "\n");
        for (int i = 0; i < children; i++) {
            indicator(indent + "    ", path + name + ".", level == 0 ? Character.toString('a' + i) : "-", level + 1);
        }
        text.append(children > 0 ? indent + "}\n" : "");
    }

    private void column(String label) {
        var name = "c" + names++;
        var type = List.of("chữ", "số", "số tiền", "ngày", "đánh dấu", "chọn từ Mức", "nhiều đoạn", "số")
                .get(random.nextInt(8));
        columns.add(new Column(name, type));
        text.append("cột " + name + " \"" + label + "\": " + type);
        if (!type.equals("nhiều đoạn") && random.nextInt(8) == 0) {
            text.append(", mặc định " + value(type, ""));
        }
        if (type.startsWith("số")) {
            totals();
        } else {
            text.append('\n');
        }
    }

    private void form(int sections) {
        text.append("biểu F lập theo mẫu M {\n    kỳ 2026\n");
        if (!indicators.isEmpty()) {
            printedRows();
        } else if (sections == 0) {
            rows("    ");
        }
        for (int i = 0; i < sections; i++) {
            text.append("    lĩnh vực k" + i + " {\n");
            rows("        ");
            text.append("    }\n");
        }
        text.append("}\n");
    }

    private void printedRows() {
        for (var indicator : indicators) {
            if (random.nextInt(5) > 0) {
                text.append("    chỉ tiêu " + indicator + " {");
                cells("    ");
            }
        }
    }

    private void rows(String indent) {
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            text.append(indent + "dòng \"" + TITLES.get(random.nextInt(TITLES.size())) + "\" {");
            cells(indent);
        }
    }

    private void cells(String indent) {
        for (var column : columns) {
            if (random.nextInt(4) > 0) {
                text.append(' ' + column.name() + ' ' + value(column.type(), indent));
            }
        }
        text.append(" }\n");
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
