/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.internal.returns;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.bieumau.examples.internal.returns.SheetFile.Style;
import org.bieumau.examples.internal.returns.WordFile.Cell;
import org.bieumau.examples.internal.returns.WordFile.Look;

/**
 * The returns of the campaign <code>dot-cunglaodong-2022</code>: a statistics form with printed rows, filled in by 60
 * communes.
 */
public final class LabourReturns extends Returns {

    /** Titles of the communes in the order of the campaign. */
    public static final List<String> UNITS = units(
            "xã",
            "Tân Thủy, Mai Thủy, Phú Thủy, Sơn Thủy, Hoa Thủy, An Thủy, Phong Thủy, Lộc Thủy, Liên Thủy, Xuân Thủy, "
                    + "Mỹ Thủy, Dương Thủy, Thái Thủy, Kim Thủy, Lâm Thủy, Ngân Thủy, Trường Thủy, Văn Thủy, "
                    + "Thanh Thủy, Cam Thủy, Hưng Thủy, Sen Thủy, Ngư Thủy, Ngư Thủy Bắc, Hồng Thủy, An Ninh, "
                    + "Vạn Ninh, Tân Ninh, Hiền Ninh, Xuân Ninh, Duy Ninh, Hàm Ninh, Võ Ninh, Gia Ninh, Hải Ninh, "
                    + "Lương Ninh, Vĩnh Ninh, Trường Sơn, Trường Xuân, Lộc Ninh, Quang Phú, Bảo Ninh, Nghĩa Ninh, "
                    + "Thuận Đức, Đức Ninh, Nhân Trạch, Lý Trạch, Nam Trạch",
            "phường",
            "Đồng Hải, Đồng Phú, Bắc Lý, Nam Lý, Đồng Sơn, Phú Hải, Hải Thành, Đức Ninh Đông, Bắc Nghĩa",
            "thị trấn",
            "Kiến Giang, Quán Hàu, Nông trường Lệ Ninh");

    private static final String REGION = "khuVực|a|Chia theo khu vực";
    private static final String TRAINING = "trìnhĐộ|b|Chia theo trình độ chuyên môn kỹ thuật";
    private static final List<String> TRAININGS = List.of(
            "chưaQuaĐàoTạo|-|Chưa qua đào tạo",
            "khôngBằng|-|CNKT không bằng",
            "chứngChỉ|-|Chứng chỉ nghề dưới 3 tháng",
            "sơCấp|-|Sơ cấp",
            "trungCấp|-|Trung cấp",
            "caoĐẳng|-|Cao đẳng",
            "đạiHọc|-|Đại học",
            "trênĐạiHọc|-|Trên đại học");
    private static final List<String> REGIONS = List.of("thànhThị|-|Thành thị", "nôngThôn|-|Nông thôn");

    /** A row that is printed with the form; one without a value is a heading. */
    private record Printed(String path, String ordinal, String title, boolean hasValue) {}

    private static final List<Printed> PRINTED = printed();

    private static final LocalDate IN_TIME = LocalDate.of(2022, 12, 10);

    /** How a commune writes the form. */
    private static final class Writing {
        private boolean isWord;
        private boolean hasTextNumbers;
        /** Whether only the numbers of main rows have a point before the thousands. */
        private boolean isMixed;

        private boolean isMoved;
        private final Map<String, String> values = new LinkedHashMap<>();
        private final Map<String, String> titles = new LinkedHashMap<>();
        private final Map<String, String> notes = new LinkedHashMap<>();
        private String added = "";
        private String period = "Năm 2022";
        private String hidden = "";
        private String left = "";
        private final Map<String, String> measures = new LinkedHashMap<>();
    }

    private final Random random = new Random(2022);
    private final Map<String, BigDecimal> sums = new TreeMap<>();
    private final Map<String, List<String>> notes = new TreeMap<>();

    public LabourReturns() {
        for (int unit = 0; unit < UNITS.size(); unit++) {
            send(unit);
        }
    }

    private static List<String> units(String... names) {
        var units = new ArrayList<String>();
        for (int i = 0; i < names.length; i += 2) {
            for (var name : names[i + 1].split(", ")) {
                units.add("UBND " + names[i] + " " + name);
            }
        }
        return List.copyOf(units);
    }

    private static List<Printed> printed() {
        var rows = new ArrayList<Printed>();
        add(rows, "", "tổng|1|Số người từ 15 tuổi trở lên", true);
        group(rows, "tổng", REGION, REGIONS);
        group(rows, "tổng", "giớiTính|b|Chia theo giới tính", List.of("nam|-|Nam", "nữ|-|Nữ"));
        add(rows, "", "cóViệcLàm|2|Số người có việc làm", true);
        group(rows, "cóViệcLàm", REGION, REGIONS);
        group(rows, "cóViệcLàm", TRAINING, TRAININGS);
        group(
                rows,
                "cóViệcLàm",
                "vịThế|c|Chia theo vị thế việc làm",
                List.of(
                        "chủ||Chủ cơ sở sản xuất kinh doanh",
                        "tựLàm||Tự làm",
                        "giaĐình||Lao động gia đình",
                        "ănLương||Làm công ăn lương"));
        add(rows, "", "thấtNghiệp|3|Số người thất nghiệp", true);
        group(rows, "thấtNghiệp", REGION, REGIONS);
        group(rows, "thấtNghiệp", TRAINING, TRAININGS);
        group(
                rows,
                "thấtNghiệp",
                "thờiGian|c|Chia theo thời gian thất nghiệp",
                List.of("dưới3Tháng|-|Dưới 3 tháng", "đến1Năm|-|Từ 3 tháng đến 1 năm", "trên1Năm|-|Trên 1 năm"));
        add(rows, "", "khôngThamGia|4|Số người không tham gia hoạt động kinh tế", true);
        List.of("điHọc|a|Đi học", "hưuTrí|b|Hưu trí", "nộiTrợ|c|Nội trợ", "khuyếtTật|d|Khuyết tật", "khác|e|Khác")
                .forEach(row -> add(rows, "khôngThamGia.", row, true));
        return List.copyOf(rows);
    }

    private static void group(List<Printed> rows, String parent, String heading, List<String> children) {
        add(rows, parent + ".", heading, false);
        children.forEach(child -> add(rows, parent + "." + heading.split("\\|")[0] + ".", child, true));
    }

    private static void add(List<Printed> rows, String parent, String row, boolean hasValue) {
        var parts = row.split("\\|");
        rows.add(new Printed(parent + parts[0], parts[1], parts[2], hasValue));
    }

    /** Returns the sums of the consolidated form by the path of the row. */
    public Map<String, BigDecimal> sums() {
        return sums;
    }

    /** Returns the notes of the consolidated form by the path of the row, in the order of the units. */
    public Map<String, List<String>> notes() {
        return notes;
    }

    /** Returns the name of a commune in the campaign. */
    public static String key(int unit) {
        return "x" + (unit + 1);
    }

    private int part(int of) {
        return of == 0 ? 0 : random.nextInt(of + 1);
    }

    private void split(Map<String, Integer> values, String path, List<String> children) {
        var rest = values.get(path.substring(0, path.indexOf('.') < 0 ? path.length() : path.lastIndexOf('.')));
        for (int i = 0; i < children.size(); i++) {
            var share = i == children.size() - 1 ? rest : part(rest);
            values.put(path + "." + children.get(i).split("\\|")[0], share);
            rest -= share;
        }
    }

    /** Returns numbers whose sums are right. */
    private Map<String, Integer> invent() {
        var values = new LinkedHashMap<String, Integer>();
        var total = 2000 + random.nextInt(6000);
        values.put("tổng", total);
        values.put("cóViệcLàm", total * 6 / 10 + random.nextInt(total / 10));
        values.put("thấtNghiệp", 20 + random.nextInt(80));
        values.put("khôngThamGia", total - values.get("cóViệcLàm") - values.get("thấtNghiệp"));
        split(values, "tổng.khuVực", REGIONS);
        split(values, "tổng.giớiTính", List.of("nam", "nữ"));
        split(values, "cóViệcLàm.khuVực", REGIONS);
        split(values, "cóViệcLàm.trìnhĐộ", TRAININGS);
        split(values, "cóViệcLàm.vịThế", List.of("chủ", "tựLàm", "giaĐình", "ănLương"));
        split(values, "thấtNghiệp.khuVực", REGIONS);
        split(values, "thấtNghiệp.trìnhĐộ", TRAININGS);
        split(values, "thấtNghiệp.thờiGian", List.of("dưới3Tháng", "đến1Năm", "trên1Năm"));
        var rest = values.get("khôngThamGia");
        for (var child : List.of("điHọc", "hưuTrí", "nộiTrợ", "khuyếtTật", "khác")) {
            var share = 10 + random.nextInt(40);
            values.put("khôngThamGia." + child, child.equals("điHọc") ? rest - 4 * 30 : share);
        }
        return values;
    }

    private void send(int unit) {
        var values = invent();
        var how = new Writing();
        how.isWord = unit % 3 == 2;
        var file = plain(UNITS.get(unit)) + (how.isWord ? ".docx" : ".xlsx");
        var day = IN_TIME;
        switch (unit) {
            // «4.215» is four thousand, since nothing in the file says otherwise.
            case 2 -> how.hasTextNumbers = true;
            case 3 -> {
                // «4.215» may be four thousand or four, since other thousands have no point.
                how.hasTextNumbers = true;
                how.isMixed = true;
                slip(file, key(unit), "READ-NUMBER-STYLE", place(0, 4, how));
            }
            case 5 -> {
                how.added = "Học nghề";
                slip(file, key(unit), "READ-ROW-UNKNOWN", place(PRINTED.size(), 1, how));
            }
            case 7 -> {
                how.left = "khôngThamGia.khuyếtTật";
                slip(file, key(unit), "READ-ROW-MISSING", "");
            }
            // The campaign knows this label.
            case 9 -> how.titles.put("tổng.khuVực.thànhThị", "Đô thị");
            case 10 -> how.isMoved = true;
            case 12 -> {
                how.values.put("tổng.khuVực.thànhThị", values.get("tổng.khuVực.thànhThị") + 5 + "");
                slip(file, key(unit), "FORM-RULE", "");
            }
            case 15 -> {
                how.values.put("khôngThamGia.khác", "4900");
                slip(file, key(unit), "CONS-MAGNITUDE", place(index("khôngThamGia.khác"), 4, how));
            }
            case 18 -> {
                how.measures.put("tổng", "Nghìn người");
                slip(file, key(unit), "READ-PRINTED", place(0, 3, how));
            }
            case 20, 30 ->
                how.notes.put(
                        "cóViệcLàm.trìnhĐộ.đạiHọc", unit == 20 ? "Giáo viên, cán bộ y tế" : "Chủ yếu là giáo viên");
            case 25 -> {
                how.isWord = false;
                how.hidden = "khôngThamGia.khác";
                file = file.replace(".docx", ".xlsx");
                slip(file, key(unit), "READ-HIDDEN-ROW", place(index(how.hidden), 1, how));
                slip(file, key(unit), "READ-ROW-MISSING", "");
            }
            case 28 -> {
                day = LocalDate.of(2022, 12, 20);
                slip(file, key(unit), "CONS-LATE-FILE", "");
                state(key(unit), "LATE");
            }
            case 33, 34 -> {
                state(key(unit), "MISSING");
                return;
            }
            case 36 -> {
                how.period = "Năm 2021";
                slip(file, key(unit), "CONS-PERIOD", "");
                state(key(unit), "OTHER_PERIOD");
                receive(file, how.isWord ? word(unit, values, how) : sheet(unit, values, how), day);
                return;
            }
            case 40 -> {
                var copy = "gui-lai/" + file;
                receive(copy, how.isWord ? word(unit, values, how) : sheet(unit, values, how), day.plusDays(2));
                slip(copy, key(unit), "CONS-SAME", "");
            }
            case 44 -> {
                var whole = word(unit, values, how);
                receive(file, Arrays.copyOf(whole, whole.length / 3), day);
                slip(file, key(unit), "FILE-DAMAGED", "");
                state(key(unit), "UNREADABLE");
                return;
            }
            case 47 -> {
                var first = "lan-1/" + file;
                receive(first, word(unit, invent(), how), day.minusDays(3));
                slip(first, key(unit), "CONS-REPLACED", "");
            }
            case 50 -> {
                how.values.put("thấtNghiệp.trìnhĐộ.trênĐạiHọc", "không có");
                slip(file, key(unit), "READ-TYPE", place(index("thấtNghiệp.trìnhĐộ.trênĐạiHọc"), 4, how));
                slip("", "", "CONS-TEXT", "");
            }
            default -> {}
        }
        receive(file, how.isWord ? word(unit, values, how) : sheet(unit, values, how), day);
        count(unit, values, how);
    }

    private static int index(String path) {
        return PRINTED.stream().map(Printed::path).toList().indexOf(path);
    }

    /** Returns the place of a cell as it is told to users. */
    private static String place(int index, int column, Writing how) {
        return how.isWord ? "dòng " + (index + 4) + ", cột " + column : SheetFile.address(index + 8, column);
    }

    private void count(int unit, Map<String, Integer> values, Writing how) {
        for (var row : PRINTED) {
            var typed = how.values.get(row.path());
            if (row.hasValue() && !row.path().equals(how.left) && !row.path().equals(how.hidden)) {
                if (typed == null || typed.matches("\\d+")) {
                    var number = typed == null ? BigDecimal.valueOf(values.get(row.path())) : new BigDecimal(typed);
                    sums.merge(row.path(), number, BigDecimal::add);
                }
            }
            if (how.notes.containsKey(row.path())) {
                notes.computeIfAbsent(row.path(), key -> new ArrayList<>())
                        .add(UNITS.get(unit) + ": " + how.notes.get(row.path()));
            }
        }
    }

    private static final List<String> LABELS = List.of("TT", "Chỉ tiêu", "Đơn vị", "Số lượng", "Ghi chú");

    private static List<List<String>> rows(Map<String, Integer> values, Writing how) {
        var rows = new ArrayList<List<String>>();
        for (var row : PRINTED) {
            if (row.path().equals(how.left)) {
                continue;
            }
            var number = !row.hasValue()
                    ? ""
                    : how.values.getOrDefault(row.path(), Integer.toString(values.get(row.path())));
            rows.add(List.of(
                    row.ordinal(),
                    how.titles.getOrDefault(row.path(), row.title()),
                    row.hasValue() ? how.measures.getOrDefault(row.path(), "Người") : "",
                    number,
                    how.notes.getOrDefault(row.path(), ""),
                    row.path()));
        }
        if (!how.added.isEmpty()) {
            rows.add(List.of("g", how.added, "Người", "12", "", "+"));
        }
        return rows;
    }

    private static String grouped(List<String> cells, Writing how) {
        var number = cells.get(3);
        var isGrouped = !how.isMixed || cells.get(0).matches("\\d+");
        return isGrouped && number.matches("\\d{4,}") ? number.replaceFirst("(\\d{3})$", ".$1") : number;
    }

    private static byte[] sheet(int unit, Map<String, Integer> values, Writing how) {
        var order = how.isMoved ? List.of(0, 1, 3, 2, 4) : List.of(0, 1, 2, 3, 4);
        var file = new SheetFile("Mẫu BC Xã", 6, 48, 12, 14, 24);
        file.set(1, 1, "Mẫu số 03", Style.PLAIN);
        file.set(2, 1, "BÁO CÁO VỀ THÔNG TIN CUNG LAO ĐỘNG", Style.TITLE).merge(2, 1, 2, 5);
        file.set(4, 1, how.period, Style.PLAIN);
        file.set(3, 1, "Xã, phường, thị trấn: " + UNITS.get(unit).replace("UBND ", ""), Style.PLAIN);
        for (int i = 0; i < 5; i++) {
            var label = LABELS.get(order.get(i));
            file.set(5, i + 1, label, Style.HEAD);
            file.set(6, i + 1, String.valueOf((char) ('A' + i)), Style.CENTRE);
        }
        file.set(7, 1, "THÔNG TIN CUNG LAO ĐỘNG", Style.BOLD).merge(7, 1, 7, 5);
        var row = 8;
        for (var cells : rows(values, how)) {
            for (int i = 0; i < 5; i++) {
                var text = cells.get(order.get(i));
                var isNumber = order.get(i) == 3 && text.matches("-?\\d+");
                Object value = isNumber ? how.hasTextNumbers ? grouped(cells, how) : new BigDecimal(text) : text;
                file.set(row, i + 1, value, order.get(i) == 3 ? Style.CENTRE : Style.CELL);
            }
            if (cells.get(5).equals(how.hidden)) {
                file.hide(row);
            }
            row++;
        }
        return file.bytes();
    }

    private static byte[] word(int unit, Map<String, Integer> values, Writing how) {
        var table = new ArrayList<List<Cell>>();
        table.add(LABELS.stream().map(Cell::head).toList());
        table.add(List.of(Cell.of("A"), Cell.of("B"), Cell.of("C"), Cell.of("D"), Cell.of("E")));
        table.add(List.of(Cell.head("THÔNG TIN CUNG LAO ĐỘNG").span(5)));
        for (var cells : rows(values, how)) {
            table.add(List.of(
                    Cell.of(cells.get(0)),
                    Cell.of(cells.get(1)),
                    Cell.of(cells.get(2)),
                    Cell.of(how.hasTextNumbers ? grouped(cells, how) : cells.get(3)),
                    Cell.of(cells.get(4))));
        }
        return new WordFile(false)
                .line("Mẫu số 03", Look.RIGHT)
                .line("BÁO CÁO VỀ THÔNG TIN CUNG LAO ĐỘNG", Look.TITLE)
                .line(how.period, Look.CENTRE)
                .line("Xã, phường, thị trấn: " + UNITS.get(unit).replace("UBND ", ""), Look.CENTRE)
                .table(table, 12, 76, 20, 26, 30)
                .bytes();
    }
}
