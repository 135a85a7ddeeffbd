/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.internal.returns;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bieumau.examples.internal.returns.SheetFile.Style;
import org.bieumau.examples.internal.returns.WordFile.Cell;
import org.bieumau.examples.internal.returns.WordFile.Look;

/**
 * The returns of the campaign <code>dot-dangky-2021</code>: 40 units register models, with what goes wrong in offices.
 */
public final class RegistrationReturns extends Returns {

    /** Units of the campaign in order: name and title. */
    public static final List<String> UNITS = List.of(
            "SKHCN|Sở Khoa học và Công nghệ",
            "SNV|Sở Nội vụ",
            "sởTC|Sở Tài chính",
            "sởKHĐT|Sở Kế hoạch và Đầu tư",
            "sởCT|Sở Công Thương",
            "sởNN|Sở Nông nghiệp và Phát triển nông thôn",
            "sởGTVT|Sở Giao thông vận tải",
            "sởXD|Sở Xây dựng",
            "sởTNMT|Sở Tài nguyên và Môi trường",
            "sởTTTT|Sở Thông tin và Truyền thông",
            "sởLĐ|Sở Lao động - Thương binh và Xã hội",
            "sởVH|Sở Văn hóa, Thể thao và Du lịch",
            "sởGD|Sở Giáo dục và Đào tạo",
            "sởYT|Sở Y tế",
            "sởTP|Sở Tư pháp",
            "sởNgV|Sở Ngoại vụ",
            "thanhTra|Thanh tra tỉnh",
            "banDT|Ban Dân tộc tỉnh",
            "vănPhòng|Văn phòng UBND tỉnh",
            "côngAn|Công an tỉnh",
            "quânSự|Bộ Chỉ huy Quân sự tỉnh",
            "biênPhòng|Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
            "mặtTrận|Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
            "nôngDân|Hội Nông dân tỉnh",
            "phụNữ|Hội Liên hiệp Phụ nữ tỉnh",
            "cựuChiếnBinh|Hội Cựu chiến binh tỉnh",
            "tỉnhĐoàn|Tỉnh đoàn Quảng Ngãi",
            "tpQuảngNgãi|UBND thành phố Quảng Ngãi",
            "đứcPhổ|UBND thị xã Đức Phổ",
            "bìnhSơn|UBND huyện Bình Sơn",
            "sơnTịnh|UBND huyện Sơn Tịnh",
            "tưNghĩa|UBND huyện Tư Nghĩa",
            "nghĩaHành|UBND huyện Nghĩa Hành",
            "mộĐức|UBND huyện Mộ Đức",
            "baTơ|UBND huyện Ba Tơ",
            "minhLong|UBND huyện Minh Long",
            "sơnHà|UBND huyện Sơn Hà",
            "sơnTây|UBND huyện Sơn Tây",
            "tràBồng|UBND huyện Trà Bồng",
            "lýSơn|UBND huyện Lý Sơn");

    /** Sections of the form in order. */
    public static final List<String> FIELDS =
            List.of("Phát triển kinh tế", "Văn hóa - xã hội", "Quốc phòng - an ninh", "Xây dựng hệ thống chính trị");

    private static final List<List<String>> TITLES = List.of(
            List.of(
                    "Vận động nhân dân hiến đất làm đường",
                    "Liên kết sản xuất và tiêu thụ nông sản",
                    "Thắp sáng đường quê",
                    "Giúp nhau giảm nghèo bền vững"),
            List.of(
                    "Khu dân cư không rác thải",
                    "Tiếp bước cho em đến trường",
                    "Nếp sống văn minh trong việc cưới, việc tang",
                    "Dòng họ hiếu học"),
            List.of(
                    "Tổ tự quản an ninh trật tự",
                    "Camera an ninh ở khu dân cư",
                    "Ngư dân bám biển, giữ chủ quyền",
                    "Cổng trường an toàn giao thông"),
            List.of("Một cửa thân thiện", "Ngày thứ sáu nghe dân nói", "Nụ cười công sở", "Chi bộ bốn tốt"));

    private static final List<String> PEOPLE =
            List.of("Nguyễn Văn An", "Trần Thị Bình", "Lê Minh Châu", "Phạm Thị Dung", "Võ Văn Hải", "Đỗ Thị Lan");

    private static final LocalDate IN_TIME = LocalDate.of(2021, 4, 20);
    private static final LocalDate LATE = LocalDate.of(2021, 5, 4);

    /**
     * A model that a unit registers: a row of the form.
     *
     * @param field index of the section
     * @param collective whether it is the model of a collective, rather than of one person
     * @param marks the marked columns for it
     * @param text the text that replaces the cost
     * @param content lines of the content, with their marks
     * @param money cost in millions of dong; null if the form does not tell it
     * @param isNew whether it is new, rather than taken over from others
     */
    public record Model(
            String unit,
            int field,
            String title,
            boolean collective,
            String address,
            List<String> content,
            BigDecimal money,
            boolean isNew,
            String marks,
            String text) {

        /** Creates a model that is written as it should be. */
        Model(
                String unit,
                int field,
                String title,
                boolean collective,
                String address,
                List<String> content,
                BigDecimal money,
                boolean isNew) {
            this(unit, field, title, collective, address, content, money, isNew, collective ? "tậpThể" : "cáNhân", "");
        }
    }

    /** How a unit writes the form. */
    private static final class Writing {
        private final Map<String, String> labels = new LinkedHashMap<>();
        private final Set<Integer> hidden = new HashSet<>();
        private final Map<String, String> cells = new LinkedHashMap<>();
        /** Cells that a reader must not take. */
        private final Set<String> lost = new HashSet<>();

        private List<String> columns = COLUMNS;
        private boolean hasSample;
        private boolean hasTextNumbers;
        private boolean isDecomposed;
        private int split = -1;
        private BigDecimal total;
        private String below = "";
        private String unitLine;
        private String sampleRow = "";
        /** Places of cells in the file: row of the form and column. */
        private final Map<String, String> places = new LinkedHashMap<>();

        Writing() {
            labels.putAll(LABELS);
        }
    }

    private static final List<String> COLUMNS =
            List.of("stt", "tên", "tậpThể", "cáNhân", "địaChỉ", "nộiDung", "kinhPhí", "xâyDựngMới", "nhânRộng");
    private static final Map<String, String> LABELS = Map.of(
            "stt", "STT",
            "tên", "LĨNH VỰC/TÊN MÔ HÌNH, ĐIỂN HÌNH",
            "tậpThể", "Mô hình tập thể",
            "cáNhân", "Mô hình cá nhân",
            "địaChỉ", "Địa chỉ",
            "nộiDung", "NỘI DUNG CỤ THỂ MÔ HÌNH, ĐIỂN HÌNH",
            "kinhPhí", "Kinh phí (triệu đồng)",
            "xâyDựngMới", "Xây dựng mới",
            "nhânRộng", "Nhân rộng",
            "phụTrách", "Người phụ trách");
    private static final Map<String, String> GROUPS =
            Map.of("tậpThể", "HÌNH THỨC", "cáNhân", "HÌNH THỨC", "xâyDựngMới", "TRONG ĐÓ", "nhânRộng", "TRONG ĐÓ");

    private static final int HEADER = 5;
    private static final String SHEET = "Biểu số 2";

    private final ZipParts archive = new ZipParts();
    private final Random random = new Random(2021);
    private final List<Model> models = new ArrayList<>();

    public RegistrationReturns() {
        for (int i = 0; i < UNITS.size(); i++) {
            send(i);
        }
        others();
    }

    /** Returns the rows of the consolidated form: by section, unit and row. */
    public List<Model> rows() {
        var order = UNITS.stream().map(unit -> unit.split("\\|")[0]).toList();
        return models.stream()
                .sorted(java.util.Comparator.comparingInt(Model::field)
                        .thenComparingInt(model -> order.indexOf(model.unit())))
                .toList();
    }

    private static String key(int unit) {
        return UNITS.get(unit).split("\\|")[0];
    }

    private static String title(int unit) {
        return UNITS.get(unit).split("\\|")[1];
    }

    /** Returns the name without the kind of body, as in running text. */
    private static String brief(int unit) {
        return title(unit).replaceFirst("^UBND ", "");
    }

    private List<Model> invent(int unit) {
        var made = new ArrayList<Model>();
        var count = 1 + random.nextInt(3);
        var first = random.nextInt(FIELDS.size());
        for (int i = 0; i < count; i++) {
            var field = (first + i) % FIELDS.size();
            var titles = TITLES.get(field);
            var name = titles.get(random.nextInt(titles.size()));
            var collective = random.nextInt(4) > 0;
            var person = PEOPLE.get(random.nextInt(PEOPLE.size()));
            made.add(new Model(
                    key(unit),
                    field,
                    name + " - " + brief(unit),
                    collective,
                    "Số " + (1 + random.nextInt(200)) + ", đường Phan Đình Phùng, thành phố Quảng Ngãi",
                    List.of(
                            "Mô hình giải quyết việc còn vướng mắc ở cơ sở, được nhân dân bàn và cùng làm.",
                            "- Tổ chức, cá nhân thực hiện: "
                                    + (collective ? "Tập thể công chức, người lao động " + brief(unit) : person),
                            "- Dự kiến kết quả mô hình đem lại: " + (20 + random.nextInt(400))
                                    + " hộ dân tham gia, được nhân dân đồng tình."),
                    BigDecimal.valueOf(5 + random.nextInt(400)).movePointLeft(random.nextInt(2)),
                    random.nextInt(3) > 0));
        }
        made.sort(java.util.Comparator.comparingInt(Model::field));
        return made;
    }

    private void send(int unit) {
        var own = invent(unit);
        var how = new Writing();
        var isWord = unit % 2 == 0;
        var file = plain(title(unit)) + (isWord ? ".docx" : ".xlsx");
        var day = IN_TIME;
        switch (key(unit)) {
            case "sởTC" -> {
                // Numbers typed as texts.
                isWord = false;
                how.hasTextNumbers = true;
            }
            case "sởKHĐT" ->
                how.columns = List.of(
                        "stt", "tên", "địaChỉ", "tậpThể", "cáNhân", "nộiDung", "xâyDựngMới", "nhânRộng", "kinhPhí");
            case "sởCT" -> how.labels.put("địaChỉ", "Địa chỉ thực hiện mô hình");
            case "sởNN" -> {
                how.columns = new ArrayList<>(COLUMNS);
                how.columns.add("ghiChú");
                how.labels.put("ghiChú", "Ghi chú");
                how.cells.put("0/ghiChú", "Đã báo cáo Tỉnh ủy");
            }
            case "sởGTVT" -> {
                var before = invent(unit);
                receive("so-giao-thong-van-tai-lan-1.docx", word(unit, before, new Writing()), IN_TIME);
                slip("so-giao-thong-van-tai-lan-1.docx", key(unit), "CONS-REPLACED", "");
            }
            case "sởXD" -> {
                receive("so-xay-dung-ban-word.docx", word(unit, own, new Writing()), IN_TIME.plusDays(1));
                slip("so-xay-dung-ban-word.docx", key(unit), "CONS-SAME", "");
            }
            case "sởTNMT" -> {
                receive("so-tai-nguyen-sua.docx", word(unit, invent(unit), new Writing()), IN_TIME.plusDays(2));
                receive(file, word(unit, own, how), day);
                slip("so-tai-nguyen-sua.docx", key(unit), "CONS-TWICE", "");
                state(key(unit), "UNDECIDED");
                return;
            }
            case "sởTTTT" -> {
                lastYear(unit, own, file);
                return;
            }
            case "sởLĐ" -> {
                isWord = false;
                how.total = sum(own).add(BigDecimal.TEN);
            }
            case "sởVH" -> {
                broken(unit, file, new byte[18], "CONS-STUB");
                return;
            }
            case "sởGD" -> {
                broken(unit, "so-giao-duc-va-dao-tao.xlsx", encrypted(), "FILE-ENCRYPTED");
                return;
            }
            case "sởYT" -> {
                var whole = word(unit, own, how);
                broken(unit, "so-y-te.docx", Arrays.copyOf(whole, whole.length / 2), "FILE-DAMAGED");
                return;
            }
            case "sởTP" -> {
                isWord = false;
                how.hasSample = true;
            }
            case "sởNgV" -> {
                // A row of another unit that was left in the file.
                isWord = false;
                how.hidden.add(own.size());
                var last = own.getLast();
                own.add(new Model(
                        last.unit(),
                        last.field(),
                        "Dòng họ hiếu học - Sở Tư pháp",
                        true,
                        last.address(),
                        last.content(),
                        BigDecimal.ONE,
                        true));
                how.total = sum(own.subList(0, own.size() - 1));
            }
            case "thanhTra" -> how.split = 1;
            case "banDT" -> day = late(unit, file);
            case "vănPhòng" -> day = LATE;
            case "côngAn", "quânSự" -> {
                state(key(unit), "MISSING");
                return;
            }
            case "biênPhòng" -> {
                state(key(unit), "EXEMPT");
                return;
            }
            case "nôngDân" -> {
                contrary(unit, own);
                return;
            }
            case "phụNữ" -> {
                shared(unit, own);
                return;
            }
            case "cựuChiếnBinh" -> {
                return;
            }
            case "tỉnhĐoàn" -> {
                how.cells.put("0/tậpThể", "X");
                how.cells.put("0/cáNhân", "X");
            }
            case "nghĩaHành" -> how.cells.put("0/địaChỉ", "");
            case "baTơ" -> {
                isWord = true;
                how.isDecomposed = true;
            }
            case "minhLong" -> {
                how.cells.put("0/kinhPhí", "khoảng 20 triệu");
                how.total = sum(own.subList(1, own.size()));
            }
            case "tràBồng" -> {
                // The label could be that of another column, so that nobody may guess.
                how.labels.put("địaChỉ", "Địa chỉ mô hình");
                for (int i = 0; i < own.size(); i++) {
                    how.lost.add(i + "/địaChỉ");
                }
            }
            case "lýSơn" -> how.labels.put("kinhPhí", "Kinh phí thực hiện");
            case "sơnHà" -> {
                broken(
                        unit,
                        "ubnd-huyen-son-ha.docx",
                        new WordFile(false)
                                .line("ỦY BAN NHÂN DÂN HUYỆN SƠN HÀ", Look.TITLE)
                                .line("Huyện sẽ gửi biểu đăng ký mô hình sau.", Look.INDENTED)
                                .bytes(),
                        "READ-NO-TABLE");
                return;
            }
            case "sơnTây" -> {
                broken(
                        unit,
                        "ubnd-huyen-son-tay.pdf",
                        ("%PDF-1.4\n" + "% bản quét của biểu đăng ký\n".repeat(99)).getBytes(StandardCharsets.UTF_8),
                        "READ-FORMAT");
                return;
            }
            default -> {}
        }
        take(unit, own, how, isWord, file, day);
    }

    private void take(int unit, List<Model> own, Writing how, boolean isWord, String file, LocalDate day) {
        var name = file.replaceFirst("\\.\\w+$", isWord ? ".docx" : ".xlsx");
        var content = isWord ? word(unit, own, how) : sheet(unit, own, how);
        if (List.of("bìnhSơn", "sơnTịnh", "tưNghĩa").contains(key(unit))) {
            archive.with(plain(brief(unit)) + "/dang-ky" + (isWord ? ".docx" : ".xlsx"), content);
        } else {
            receive(name, content, day);
        }
        for (int i = 0; i < own.size(); i++) {
            if (!how.hidden.contains(i)) {
                models.add(asWritten(i, own.get(i), how));
            }
        }
        tell(unit, name, how);
    }

    /** Adds files that are no returns, one of a unit that the campaign does not have, and the archive of districts. */
    private void others() {
        receive("~$so-noi-vu.xlsx", new byte[165], IN_TIME);
        slip("~$so-noi-vu.xlsx", "", "CONS-LOCK", "");
        receive("Thumbs.db", new byte[3000], IN_TIME);
        slip("Thumbs.db", "", "CONS-HIDDEN", "");
        receive("nhap/dang-ky-chua-ky.docx", word(1, invent(1), new Writing()), IN_TIME);
        var stranger = new Writing();
        stranger.unitLine = "Ban Quản lý Khu kinh tế Dung Quất";
        receive("bql-dung-quat.xlsx", sheet(2, invent(2), stranger), IN_TIME);
        slip("bql-dung-quat.xlsx", "", "CONS-UNIT-UNKNOWN", "");
        archive.with("bieu-cu.zip", new ZipParts().with("bieu.txt", "biểu cũ").bytes());
        receive("cac-huyen.zip", archive.bytes(IN_TIME.atTime(8, 30)), IN_TIME);
        slip("cac-huyen.zip/bieu-cu.zip", "", "CONS-ARCHIVE-NESTED", "");
    }

    /** Returns a model as the unit wrote it, which is what a right reader takes. */
    private static Model asWritten(int index, Model model, Writing how) {
        var address = how.lost.contains(index + "/địaChỉ") ? "" : how.cells.get(index + "/địaChỉ");
        var title = how.cells.get(index + "/tên");
        var money = how.cells.get(index + "/kinhPhí");
        return new Model(
                model.unit(),
                model.field(),
                title == null ? model.title() : title,
                model.collective(),
                address == null ? model.address() : address,
                model.content(),
                money == null ? model.money() : null,
                model.isNew(),
                how.cells.containsKey(index + "/cáNhân") ? "tậpThể, cáNhân" : model.marks(),
                money == null ? "" : money);
    }

    /** Tells what must be reported about a file, with its places. */
    private void tell(int unit, String file, Writing how) {
        switch (key(unit)) {
            case "lýSơn" -> slip(file, key(unit), "READ-COLUMN-LIKELY", how.places.get("h/kinhPhí"));
            case "tràBồng" -> {
                slip(file, key(unit), "READ-COLUMN-OPEN", how.places.get("h/địaChỉ"));
                how.lost.forEach(cell ->
                        slip(file, key(unit), "FORM-REQUIRED", how.places.get(cell.replaceFirst("/.*", "/stt"))));
            }
            case "sởNN" -> slip(file, key(unit), "READ-COLUMN-ADDED", how.places.get("h/ghiChú"));
            case "thanhTra" -> slip(file, key(unit), "READ-TABLES", "");
            case "sởLĐ" -> slip(file, key(unit), "READ-TOTAL", how.places.get("t/kinhPhí"));
            case "sởTP" -> slip(file, key(unit), "READ-SAMPLE-ROW", how.sampleRow);
            case "sởNgV" ->
                slip(
                        file,
                        key(unit),
                        "READ-HIDDEN-ROW",
                        how.places.get(how.hidden.iterator().next() + "/stt"));
            case "tỉnhĐoàn" -> slip(file, key(unit), "FORM-EXACTLY-ONE", how.places.get("0/cáNhân"));
            case "nghĩaHành" -> slip(file, key(unit), "FORM-REQUIRED", how.places.get("0/địaChỉ"));
            case "minhLong" -> slip(file, key(unit), "READ-TYPE", how.places.get("0/kinhPhí"));
            default -> {}
        }
    }

    private LocalDate late(int unit, String file) {
        slip(file, key(unit), "CONS-LATE-FILE", "");
        state(key(unit), "LATE");
        return LATE;
    }

    private void broken(int unit, String file, byte[] content, String code) {
        receive(file, content, IN_TIME);
        slip(file, key(unit), code, "");
        state(key(unit), "UNREADABLE");
    }

    /** Uses the form of the year before, which asks for the responsible person and not for the cost. */
    private void lastYear(int unit, List<Model> own, String file) {
        var how = new Writing();
        how.columns =
                List.of("stt", "tên", "tậpThể", "cáNhân", "địaChỉ", "phụTrách", "nộiDung", "xâyDựngMới", "nhânRộng");
        for (int i = 0; i < own.size(); i++) {
            how.cells.put(i + "/phụTrách", PEOPLE.get(i));
            how.cells.put(i + "/kinhPhí", "");
        }
        receive(file, sheet(unit, own, how), IN_TIME);
        for (int i = 0; i < own.size(); i++) {
            models.add(asWritten(i, own.get(i), how));
        }
        slip(file, key(unit), "CONS-EDITION", "");
        slip(file, key(unit), "CONS-EDITION-LOST", "");
    }

    /** The folder names one unit, the form another one. */
    private void contrary(int unit, List<Model> own) {
        var how = new Writing();
        how.unitLine = "Hội Cựu chiến binh tỉnh";
        var file = "hoi-nong-dan-tinh/dang-ky.docx";
        receive(file, word(unit, own, how), IN_TIME);
        models.addAll(own);
        slip(file, key(unit), "CONS-UNIT-CONTRARY", "");
    }

    /** Two units send the very same file. */
    private void shared(int unit, List<Model> own) {
        var how = new Writing();
        var content = sheet(unit, own, how);
        var other = key(unit + 1);
        var file = "hoi-cuu-chien-binh-tinh/bieu.xlsx";
        receive("hoi-lien-hiep-phu-nu-tinh/bieu.xlsx", content, IN_TIME);
        receive(file, content, IN_TIME);
        slip(file, other, "CONS-UNIT-CONTRARY", "");
        slip(file, other, "CONS-SHARED", "");
        for (int i = 0; i < own.size(); i++) {
            var model = own.get(i);
            models.add(model);
            models.add(new Model(
                    other,
                    model.field(),
                    model.title(),
                    model.collective(),
                    model.address(),
                    model.content(),
                    model.money(),
                    model.isNew()));
            slip(file, other, "CONS-KEY", how.places.get(i + "/tên"));
        }
    }

    private static BigDecimal sum(List<Model> own) {
        return own.stream().map(Model::money).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    // Files

    private static String number(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }

    private static Map<String, String> cells(int index, Model model, Writing how) {
        var cells = new LinkedHashMap<String, String>();
        cells.put("tên", model.title());
        cells.put(model.collective() ? "tậpThể" : "cáNhân", "X");
        cells.put("địaChỉ", model.address());
        cells.put("nộiDung", String.join("\n", model.content()));
        cells.put("kinhPhí", number(model.money()));
        cells.put(model.isNew() ? "xâyDựngMới" : "nhânRộng", "X");
        how.cells.forEach((place, text) -> {
            if (place.startsWith(index + "/")) {
                cells.put(place.substring(place.indexOf('/') + 1), text);
            }
        });
        return cells;
    }

    private static String roman(int number) {
        return List.of("I", "II", "III", "IV").get(number - 1);
    }

    private static String typed(String text, Writing how) {
        return how.isDecomposed ? Normalizer.normalize(text, Normalizer.Form.NFD) : text;
    }

    private static byte[] sheet(int unit, List<Model> own, Writing how) {
        var columns = how.columns;
        var file = new SheetFile(
                SHEET,
                columns.stream()
                        .mapToDouble(column -> switch (column) {
                            case "stt" -> 6;
                            case "tên", "địaChỉ" -> 26;
                            case "nộiDung" -> 60;
                            default -> 11;
                        })
                        .toArray());
        file.set(1, 1, "Đơn vị: " + (how.unitLine == null ? title(unit) : how.unitLine), Style.PLAIN);
        file.set(1, columns.size(), "Biểu số 2", Style.TITLE);
        file.set(3, 1, "BIỂU MÔ HÌNH, ĐIỂN HÌNH “DÂN VẬN KHÉO” ĐĂNG KÝ XÂY DỰNG, NHÂN RỘNG", Style.TITLE);
        file.merge(3, 1, 3, columns.size());
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var group = GROUPS.get(column);
            how.places.put("h/" + column, SheetFile.address(group == null ? HEADER : HEADER + 1, i + 1));
            if (group == null) {
                file.set(HEADER, i + 1, how.labels.get(column), Style.HEAD);
                file.set(HEADER + 1, i + 1, "", Style.HEAD);
                file.merge(HEADER, i + 1, HEADER + 1, i + 1);
            } else {
                var isFirst = i == 0 || !group.equals(GROUPS.get(columns.get(i - 1)));
                file.set(HEADER, i + 1, isFirst ? group : "", Style.HEAD);
                file.set(HEADER + 1, i + 1, how.labels.get(column), Style.HEAD);
                if (isFirst) {
                    file.merge(HEADER, i + 1, HEADER, i + 2);
                }
            }
            file.set(HEADER + 2, i + 1, BigDecimal.valueOf(i + 1L), Style.CENTRE);
        }
        var row = HEADER + 3;
        if (how.hasSample) {
            how.sampleRow = SheetFile.address(row, 1);
            file.set(row, columns.indexOf("stt") + 1, "VD", Style.CENTRE);
            file.set(row, columns.indexOf("tên") + 1, "Ví dụ: Dòng họ hiếu học", Style.CELL);
            file.set(row++, columns.indexOf("địaChỉ") + 1, "Ghi số nhà, đường, xã", Style.CELL);
        }
        var field = -1;
        var ordinal = 0;
        var section = 0;
        for (int i = 0; i < own.size(); i++) {
            var model = own.get(i);
            if (model.field() != field) {
                field = model.field();
                ordinal = 0;
                file.set(row, columns.indexOf("stt") + 1, roman(++section), Style.BOLD);
                file.set(row++, columns.indexOf("tên") + 1, "Lĩnh vực " + FIELDS.get(field), Style.BOLD);
            }
            var cells = cells(i, model, how);
            file.set(row, columns.indexOf("stt") + 1, BigDecimal.valueOf(++ordinal), Style.CENTRE);
            for (var column : columns) {
                how.places.put(i + "/" + column, SheetFile.address(row, columns.indexOf(column) + 1));
                var text = cells.getOrDefault(column, "");
                var isNumber = column.equals("kinhPhí") && !how.hasTextNumbers && text.equals(number(model.money()));
                if (!column.equals("stt")) {
                    file.set(
                            row,
                            columns.indexOf(column) + 1,
                            isNumber ? model.money() : typed(text, how),
                            column.equals("nộiDung") || column.equals("tên") || column.equals("địaChỉ")
                                    ? Style.CELL
                                    : Style.CENTRE);
                }
            }
            if (how.hidden.contains(i)) {
                file.hide(row);
            }
            row++;
        }
        if (columns.contains("kinhPhí")) {
            how.places.put("t/kinhPhí", SheetFile.address(row, columns.indexOf("kinhPhí") + 1));
            file.set(row, columns.indexOf("tên") + 1, "Tổng cộng", Style.BOLD);
            file.set(row, columns.indexOf("kinhPhí") + 1, how.total == null ? sum(own) : how.total, Style.BOLD);
        }
        if (!how.below.isEmpty()) {
            file.set(row + 2, 2, how.below, Style.PLAIN);
        }
        return file.bytes();
    }

    private static byte[] word(int unit, List<Model> own, Writing how) {
        var columns = how.columns;
        var file = new WordFile(true)
                .line(typed("Đơn vị: " + (how.unitLine == null ? title(unit) : how.unitLine), how), Look.TEXT)
                .line("Biểu số 2", Look.RIGHT)
                .line(typed("BIỂU MÔ HÌNH, ĐIỂN HÌNH “DÂN VẬN KHÉO” ĐĂNG KÝ XÂY DỰNG, NHÂN RỘNG", how), Look.TITLE);
        var widths = columns.stream()
                .mapToInt(column -> switch (column) {
                    case "stt" -> 11;
                    case "tên", "địaChỉ" -> 42;
                    case "nộiDung" -> 78;
                    default -> 17;
                })
                .toArray();
        for (int i = 0; i < columns.size(); i++) {
            how.places.put("h/" + columns.get(i), "dòng 1, cột " + (i + 1));
        }
        var rows = new ArrayList<>(header(columns, how));
        var field = -1;
        var ordinal = 0;
        var section = 0;
        for (int i = 0; i < own.size(); i++) {
            var model = own.get(i);
            if (i == how.split) {
                file.table(rows, widths);
                rows = new ArrayList<>(header(columns, how));
            }
            if (model.field() != field) {
                field = model.field();
                ordinal = 0;
                rows.add(List.of(
                        Cell.head(roman(++section)),
                        Cell.head(typed("Lĩnh vực " + FIELDS.get(field), how)).span(columns.size() - 1)));
            }
            for (int j = 0; j < columns.size(); j++) {
                how.places.put(i + "/" + columns.get(j), "dòng " + (rows.size() + 1) + ", cột " + (j + 1));
            }
            var cells = cells(i, model, how);
            cells.put("stt", Integer.toString(++ordinal));
            rows.add(columns.stream()
                    .map(column -> Cell.of(typed(cells.getOrDefault(column, ""), how)))
                    .toList());
        }
        var total = how.total == null ? sum(own) : how.total;
        rows.add(columns.stream()
                .map(column -> switch (column) {
                    case "tên" -> Cell.head(typed("Tổng cộng", how));
                    case "kinhPhí" -> Cell.head(number(total));
                    default -> Cell.of("");
                })
                .toList());
        file.table(rows, widths);
        if (!how.below.isEmpty()) {
            file.line(how.below, Look.TEXT);
        }
        return file.beside(List.of("NGƯỜI LẬP BIỂU"), List.of("THỦ TRƯỞNG ĐƠN VỊ"), true)
                .bytes();
    }

    private static List<List<Cell>> header(List<String> columns, Writing how) {
        var upper = new ArrayList<Cell>();
        var lower = new ArrayList<Cell>();
        var numbers = new ArrayList<Cell>();
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var group = GROUPS.get(column);
            var label = typed(how.labels.get(column), how);
            if (group == null) {
                upper.add(Cell.head(label).down());
                lower.add(Cell.below());
            } else {
                if (i == 0 || !group.equals(GROUPS.get(columns.get(i - 1)))) {
                    upper.add(Cell.head(typed(group, how)).span(2));
                }
                lower.add(Cell.head(label));
            }
            numbers.add(Cell.of(Integer.toString(i + 1)));
        }
        return List.of(upper, lower, numbers);
    }
}
