/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes valid files at random: agencies, vocabularies, templates, forms with rows, and documents with prose, tables
 * and appendices. Each text has words that occur nowhere else, which must be found in each output of its element.
 */
final class Generator {

    private static final List<String> SYLLABLES = List.of(
            "thủ", "tục", "hành", "chính", "công", "khai", "minh", "bạch", "kết", "quả", "thực", "hiện", "nhiệm", "vụ",
            "đơn", "vị", "báo", "cáo", "tổng", "hợp", "số", "liệu", "quý", "năm", "đề", "nghị", "phối", "kiểm", "tra",
            "giải", "quyết", "hồ", "sơ");

    private static final List<String> TYPES = List.of(
            "nghị quyết",
            "quyết định",
            "chỉ thị",
            "quy chế",
            "quy định",
            "thông cáo",
            "thông báo",
            "hướng dẫn",
            "chương trình",
            "kế hoạch",
            "phương án",
            "đề án",
            "dự án",
            "báo cáo",
            "biên bản",
            "tờ trình",
            "hợp đồng",
            "công văn",
            "giấy mời",
            "giấy giới thiệu",
            "phiếu gửi",
            "phiếu chuyển",
            "phiếu báo");

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, List<String>> printed = new HashMap<>();
    private List<String> words = new ArrayList<>();
    private int number;

    Generator(Random random) {
        this.random = random;
    }

    /** A file and the words that each of its elements prints, by its name. */
    record Generated(String text, Map<String, List<String>> printed) {}

    Generated generate() {
        text.append("phiên bản 2\nthư viện sinh.mẫu\n\n");
        agency("CQ1", "CQ2");
        agency("CQ2", null);
        vocabulary();
        var forms = new ArrayList<String>();
        for (int i = 0; i <= random.nextInt(5) / 4; i++) {
            form(i);
            forms.add("B" + i);
        }
        for (int i = 0; i <= random.nextInt(4) / 3; i++) {
            document("V" + i, random.nextInt(3) == 0 ? Mutation.one(forms, random) : null);
        }
        return new Generated(text.toString(), printed);
    }

    private boolean maybe() {
        return random.nextBoolean();
    }

    private String syllables(int most) {
        var phrase = new ArrayList<String>();
        for (int i = random.nextInt(most); i >= 0; i--) {
            phrase.add(Mutation.one(SYLLABLES, random));
        }
        return String.join(" ", phrase);
    }

    /** Returns a phrase with a word that occurs nowhere else. */
    private String phrase(int most) {
        var word = "mục" + (1000 + number++);
        words.add(word);
        var phrase = syllables(most) + " " + word + (maybe() ? " " + syllables(most) : "");
        return phrase.substring(0, 1).toUpperCase() + phrase.substring(1);
    }

    private void agency(String name, String superior) {
        text.append("cơ quan %s \"Sở %s\" {%n".formatted(name, syllables(4)));
        text.append("    viết tắt \"S%s\"   địa danh \"Quảng Ngãi\"%n".formatted(name));
        if (superior != null) {
            text.append("    trực thuộc ").append(superior).append('\n');
        }
        text.append("    đơn vị P%s \"Phòng %s\"%n".formatted(name, syllables(3)));
        text.append("    người ký N%s \"Nguyễn Văn An\" chức vụ \"Giám đốc\"%n}%n%n".formatted(name));
    }

    private void vocabulary() {
        text.append("danh mục DM {\n");
        for (int i = 0; i < 4; i++) {
            text.append("    t%d \"Loại %s\"%n".formatted(i, syllables(2)));
        }
        text.append("}\n\n");
    }

    private void form(int index) {
        var template = "M" + index;
        words = new ArrayList<>();
        var columns = new ArrayList<String[]>();
        text.append("mẫu biểu %s \"%s\" {%n".formatted(template, phrase(6)));
        var common = words;
        words = new ArrayList<>();
        if (maybe()) {
            text.append("    số hiệu biểu \"Biểu số %d\"%n".formatted(index + 1));
        }
        if (maybe()) {
            text.append("    khổ giấy %s %s%n".formatted(maybe() ? "A4" : "A3", maybe() ? "ngang" : "dọc"));
        }
        if (maybe()) {
            text.append("    có dòng đánh số cột\n");
        }
        if (maybe()) {
            text.append("    cột tt \"TT\": số thứ tự\n");
        }
        text.append("    cột tên \"%s\": chữ, bắt buộc%n".formatted(phrase(3)));
        for (int i = random.nextInt(4); i >= 0; i--) {
            var group = random.nextInt(4) == 0;
            if (group) {
                text.append("    nhóm n%d \"%s\" {%n".formatted(i, phrase(2)));
            }
            for (int j = group ? random.nextInt(3) + 1 : 0; j >= 0; j--) {
                var type = Mutation.one(
                        List.of("chữ", "nhiều đoạn", "số", "số tiền", "ngày", "đánh dấu", "chọn từ DM"), random);
                var name = "c" + i + "x" + j;
                columns.add(new String[] {name, type});
                var total = type.startsWith("số") && random.nextInt(3) == 0 ? ", dòng tổng tổng" : "";
                text.append("        cột %s \"%s\": %s%s%n".formatted(name, phrase(2), type, total));
            }
            if (group) {
                text.append("    }\n");
            }
        }
        common.addAll(words);
        var sections = random.nextInt(3) == 0;
        if (sections) {
            text.append("    lĩnh vực theo DM, tiêu đề \"Lĩnh vực {tên}\", đánh số I\n");
        }
        text.append("}\n\n");
        printed.put(template, common);

        words = new ArrayList<>(common);
        text.append("biểu B%d lập theo mẫu %s {%n    đơn vị lập CQ1   kỳ 2025%n".formatted(index, template));
        if (sections) {
            for (int i = 0; i <= random.nextInt(4); i++) {
                text.append("    lĩnh vực t").append(i).append(" {\n");
                rows(columns);
                text.append("    }\n");
            }
        } else {
            rows(columns);
        }
        text.append("}\n\n");
        printed.put("B" + index, words);
    }

    private void rows(List<String[]> columns) {
        for (int i = random.nextInt(3); i >= 0; i--) {
            text.append("        dòng \"%s\" {".formatted(phrase(5)));
            for (var column : columns) {
                if (random.nextInt(4) == 0) {
                    continue;
                }
                text.append(' ')
                        .append(column[0])
                        .append(' ')
                        .append(
                                switch (column[1]) {
                                    case "chữ" -> '"' + phrase(8) + '"';
                                    case "nhiều đoạn" ->
                                        "'''\n            " + phrase(10) + "\n            - " + phrase(10)
                                                + "\n        '''";
                                    case "số" -> maybe() ? Integer.toString(random.nextInt(1000)) : "1.250,5";
                                    case "số tiền" -> "12.000.000";
                                    case "ngày" -> "0%d/4/2026".formatted(1 + random.nextInt(9));
                                    case "đánh dấu" -> "X";
                                    default -> "t" + random.nextInt(4);
                                });
            }
            text.append(" }\n");
        }
    }

    private void document(String name, String form) {
        words = new ArrayList<>();
        var type = Mutation.one(TYPES, random);
        text.append("%s %s {%n    cơ quan ban hành CQ1   ngày %s%n".formatted(type, name, date()));
        if (maybe()) {
            text.append("    số %d%n".formatted(1 + random.nextInt(500)));
        }
        text.append("    trích yếu \"%s\"%n".formatted(phrase(8)));
        if (type.equals("công văn") || type.equals("tờ trình")) {
            text.append("    kính gửi \"%s\"%n".formatted(phrase(3)));
        }
        if (type.equals("quyết định") || type.equals("nghị quyết")) {
            text.append("    căn cứ \"%s\"%n".formatted(phrase(6)));
        }
        text.append("    nội dung '''\n");
        prose(1 + random.nextInt(6));
        text.append("    '''\n");
        text.append("    nơi nhận { \"%s\" lưu VT, PCQ1 }%n".formatted(phrase(2)));
        text.append("    ký { chức vụ \"Giám đốc\" họ tên \"Nguyễn Văn An\" }\n");
        if (random.nextInt(3) == 0) {
            text.append("    phụ lục PL \"%s\"%s '''%n".formatted(phrase(4), maybe() ? " khổ giấy ngang" : ""));
            prose(1 + random.nextInt(2));
            text.append("    '''\n");
        }
        if (form != null) {
            text.append("    kèm theo ").append(form).append('\n');
            words.addAll(printed.get(form));
        }
        text.append("}\n\n");
        printed.put(name, words);
    }

    private String date() {
        return "%02d/%s/%d".formatted(1 + random.nextInt(28), maybe() ? "4" : "11", 2021 + random.nextInt(6));
    }

    private void prose(int lines) {
        var numbered = random.nextInt(4) == 0;
        var afterTable = false;
        for (int i = 1; i <= lines; i++) {
            text.append("        ");
            var kind = random.nextInt(8);
            // Consecutive rows would be one table.
            if (kind == 0 && !afterTable) {
                table();
                afterTable = true;
                continue;
            }
            afterTable = false;
            text.append(
                    switch (kind) {
                        case 1 -> "**%s** %s\n".formatted(phrase(3), phrase(12));
                        case 2 -> "%s *%s*\n".formatted(phrase(3), phrase(12));
                        case 3 -> "%s^[%s.] %s\n".formatted(phrase(6), phrase(4), phrase(3));
                        case 4 -> "- %s;\n".formatted(phrase(10));
                        case 5 -> "%s m^{2}, {1 + 2} %s.\n".formatted(phrase(6), phrase(3));
                        default -> "%s%s.\n".formatted(numbered ? i + ". " : "", phrase(15));
                    });
        }
    }

    private void table() {
        var columns = 1 + random.nextInt(5);
        for (int row = random.nextInt(4); row >= 0; row--) {
            text.append('|');
            for (int i = 0; i < columns; i++) {
                text.append(' ').append(phrase(4)).append(" |");
            }
            text.append(row == 0 ? "\n" : "\n        ");
        }
    }
}
