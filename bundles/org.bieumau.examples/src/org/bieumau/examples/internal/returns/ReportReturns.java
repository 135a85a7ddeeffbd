/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.internal.returns;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bieumau.examples.internal.returns.WordFile.Look;

/**
 * The returns of the campaign <code>dot-danvan-2025</code>: reports of twelve communes with the headings of an outline.
 */
public final class ReportReturns extends Returns {

    /** Titles of the communes in the order of the campaign. */
    public static final List<String> UNITS = List.of(
            "UBND xã Cam Lộ",
            "UBND xã Hiếu Giang",
            "UBND xã Gio Linh",
            "UBND xã Cồn Tiên",
            "UBND xã Bến Hải",
            "UBND xã Vĩnh Linh",
            "UBND xã Cửa Tùng",
            "UBND xã Hướng Hóa",
            "UBND xã Khe Sanh",
            "UBND xã Lao Bảo",
            "UBND xã Đakrông",
            "UBND phường Đông Hà");

    /** Headings of the outline: number and words. */
    public static final List<String> HEADINGS = List.of(
            "I.|KẾT QUẢ THỰC HIỆN",
            "1.|Công tác lãnh đạo, chỉ đạo",
            "2.|Cải cách hành chính, giải quyết thủ tục cho người dân",
            "3.|Thực hiện dân chủ ở cơ sở",
            "4.|Phong trào thi đua “Dân vận khéo”",
            "II.|KHÓ KHĂN, VƯỚNG MẮC",
            "III.|ĐỀ XUẤT, KIẾN NGHỊ");

    /** Title of the part of the result with texts that stand below no heading. */
    public static final String OUTSIDE = "Nội dung ngoài các đề mục";

    private static final LocalDate IN_TIME = LocalDate.of(2025, 11, 28);

    private final Random random = new Random(2025);
    private final Map<String, Map<String, List<String>>> texts = new LinkedHashMap<>();

    public ReportReturns() {
        HEADINGS.forEach(heading -> texts.put(heading.split("\\|")[1], new LinkedHashMap<>()));
        texts.put("Công tác tôn giáo", new LinkedHashMap<>());
        texts.put(OUTSIDE, new LinkedHashMap<>());
        for (int i = 0; i < UNITS.size(); i++) {
            send(i);
        }
    }

    /** Returns the lines below each heading of the result: by heading, then by unit, in order. */
    public Map<String, Map<String, List<String>>> texts() {
        return texts;
    }

    /** Returns the name of a commune in the campaign. */
    public static String key(int unit) {
        return "x" + (unit + 1);
    }

    private int some(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Returns what a commune writes below each heading with text. */
    private Map<String, List<String>> invent() {
        var written = new LinkedHashMap<String, List<String>>();
        written.put(
                "Công tác lãnh đạo, chỉ đạo",
                List.of(
                        "Đảng ủy, Ủy ban nhân dân ban hành %02d kế hoạch, %02d công văn về công tác dân vận; tổ chức %02d hội nghị quán triệt."
                                .formatted(some(1, 6), some(3, 12), some(2, 9))));
        written.put(
                "Cải cách hành chính, giải quyết thủ tục cho người dân",
                List.of(
                        "Trung tâm phục vụ hành chính công tiếp nhận %d hồ sơ, trong đó:".formatted(some(400, 3900)),
                        "- Giải quyết đúng hạn và trước hạn: %d%%;".formatted(some(90, 99)),
                        "- Nộp trực tuyến: %d%%.".formatted(some(55, 95))));
        written.put(
                "Thực hiện dân chủ ở cơ sở",
                List.of(
                        "a) Công khai %d nội dung theo Luật Thực hiện dân chủ ở cơ sở.".formatted(some(9, 25)),
                        "b) Tổ chức %02d cuộc đối thoại với %d lượt người dân.".formatted(some(1, 4), some(60, 400))));
        written.put(
                "Phong trào thi đua “Dân vận khéo”",
                List.of(
                        "Xây dựng mới %02d mô hình, duy trì %02d mô hình; nhân dân đóng góp %d triệu đồng và %d ngày công."
                                .formatted(some(1, 5), some(3, 12), some(40, 900), some(80, 700))));
        written.put(
                "KHÓ KHĂN, VƯỚNG MẮC",
                List.of(List.of(
                                "Cán bộ phụ trách dân vận còn kiêm nhiệm nhiều việc.",
                                "Đường truyền ở một số thôn chưa ổn định, ảnh hưởng việc nộp hồ sơ trực tuyến.",
                                "Kinh phí cho các mô hình chủ yếu do nhân dân đóng góp.")
                        .get(random.nextInt(3))));
        written.put(
                "ĐỀ XUẤT, KIẾN NGHỊ",
                List.of(List.of(
                                "Đề nghị mở lớp tập huấn nghiệp vụ dân vận cho cán bộ thôn.",
                                "Đề nghị hỗ trợ máy tính cho tổ công nghệ số cộng đồng.",
                                "Đề nghị có hướng dẫn thống nhất về mẫu báo cáo.")
                        .get(random.nextInt(3))));
        return written;
    }

    private void send(int unit) {
        var written = invent();
        var name = plain(UNITS.get(unit));
        var headings = new ArrayList<>(HEADINGS);
        var opening = "Thực hiện Kế hoạch số 15/KH-UBND, %s báo cáo kết quả công tác dân vận năm 2025 như sau:"
                .formatted(UNITS.get(unit));
        switch (unit) {
            case 2 -> {
                // Another wording of a heading, and its own numbers.
                headings.set(2, "2.|Công tác cải cách hành chính và giải quyết thủ tục");
                written.put(
                        headings.get(2).split("\\|")[1],
                        written.get(HEADINGS.get(2).split("\\|")[1]));
                slip(name + ".docx", key(unit), "CONS-HEADING-LIKELY", "đoạn");
            }
            case 4 -> {
                // A heading that the outline does not have.
                headings.add(5, "5.|Công tác tôn giáo");
                written.put("Công tác tôn giáo", List.of("Trên địa bàn có 02 cơ sở tôn giáo, sinh hoạt ổn định."));
                slip(name + ".docx", key(unit), "CONS-HEADING-UNKNOWN", "đoạn");
            }
            case 5 -> {
                written.put("ĐỀ XUẤT, KIẾN NGHỊ", List.of());
                slip(name + ".docx", key(unit), "CONS-HEADING-EMPTY", "");
            }
            case 7 -> {
                headings.remove(5);
                slip(name + ".docx", key(unit), "CONS-HEADING-EMPTY", "");
            }
            case 8 -> {
                state(key(unit), "MISSING");
                return;
            }
            case 9 -> {
                receive(name + ".docx", "Báo cáo sẽ gửi sau. ".repeat(20).getBytes(StandardCharsets.UTF_8), IN_TIME);
                slip(name + ".docx", key(unit), "FILE-NOT-OFFICE", "");
                state(key(unit), "UNREADABLE");
                return;
            }
            default -> {}
        }
        var day = IN_TIME;
        if (unit == 10) {
            day = LocalDate.of(2025, 12, 9);
            slip(name + ".docx", key(unit), "CONS-LATE-FILE", "");
            state(key(unit), "LATE");
        }
        if (unit == 1) {
            receive(name + ".bieu", text(unit, headings, written, opening), day);
        } else {
            receive(name + ".docx", word(unit, headings, written, opening, unit == 6), day);
        }
        keep(OUTSIDE, unit, List.of(opening));
        for (int i = 0; i < headings.size(); i++) {
            var own = headings.get(i).split("\\|")[1];
            var heading = unit == 2 && i == 2 ? HEADINGS.get(2).split("\\|")[1] : own;
            keep(heading, unit, written.getOrDefault(own, List.of()));
        }
    }

    private void keep(String heading, int unit, List<String> lines) {
        if (!lines.isEmpty()) {
            texts.get(heading).put(UNITS.get(unit), lines);
        }
    }

    /** @param runsIn whether the text goes on in the line of the heading */
    private static byte[] word(
            int unit, List<String> headings, Map<String, List<String>> written, String opening, boolean runsIn) {
        var body = UNITS.get(unit).replace("UBND", "Ủy ban nhân dân");
        var file = new WordFile(false)
                .beside(
                        List.of("TỈNH QUẢNG TRỊ", body.toUpperCase(), "Số: " + (40 + unit) + "/BC-UBND"),
                        List.of(
                                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                                "Độc lập - Tự do - Hạnh phúc",
                                UNITS.get(unit).replaceFirst("UBND (xã|phường) ", "") + ", ngày 27 tháng 11 năm 2025"),
                        false)
                .line("BÁO CÁO", Look.TITLE)
                .line("Kết quả công tác dân vận năm 2025", Look.TITLE)
                .line(opening, Look.INDENTED);
        for (var heading : headings) {
            var parts = heading.split("\\|");
            var lines = new ArrayList<>(written.getOrDefault(parts[1], List.of()));
            if (runsIn && !lines.isEmpty() && !lines.getFirst().startsWith("a)")) {
                file.line(parts[0] + " " + parts[1] + ": " + lines.removeFirst(), Look.INDENTED);
            } else {
                file.line(parts[0] + " " + parts[1], Look.HEADING);
            }
            lines.forEach(line -> file.line(line, Look.INDENTED));
        }
        return file.beside(
                        List.of("Nơi nhận:", "- Như trên;", "- Lưu: VT."),
                        List.of("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Nguyễn Văn Hòa"),
                        false)
                .bytes();
    }

    private static byte[] text(int unit, List<String> headings, Map<String, List<String>> written, String opening) {
        var text = new StringBuilder();
        text.append("        ").append(opening).append('\n');
        for (var heading : headings) {
            var parts = heading.split("\\|");
            text.append("        ")
                    .append(parts[0])
                    .append(' ')
                    .append(parts[1])
                    .append('\n');
            written.getOrDefault(parts[1], List.of())
                    .forEach(line -> text.append("        ").append(line).append('\n'));
        }
        return """
                phiên bản 2
                cơ quan UB "%s" { viết tắt "UBND" địa danh "Hiếu Giang" }
                báo cáo DânVận2025 {
                    cơ quan ban hành UB
                    ngày 27/11/2025
                    trích yếu "Kết quả công tác dân vận năm 2025"
                    nội dung '''
                %s    '''
                    nơi nhận { "Như trên" lưu VT }
                    ký { quyền hạn TM. "Ủy ban nhân dân" chức vụ "Chủ tịch" họ tên "Nguyễn Văn Hòa" }
                }
                """.formatted(UNITS.get(unit).replace("UBND", "Ủy ban nhân dân"), text)
                .getBytes(StandardCharsets.UTF_8);
    }
}
