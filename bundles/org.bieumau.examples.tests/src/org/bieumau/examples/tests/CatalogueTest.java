/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.pack.FolderPack;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.ProvincePack;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Form;
import org.bieumau.model.MarkerText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the catalogue (rules.md): a case that trips it, and one that nearly does. */
class CatalogueTest {

    private static final Path PAGE = Path.of("../org.bieumau.doc/en/reference/rules.md");

    private static final String LETTER = """
            dùng quangngai
            dùng quangngai.danvan
            dùng chung.danvan
            viện dẫn KH38: kế hoạch số 38/KH-UBND ngày 04/3/2021 của "UBND tỉnh" về "dân vận"
            công văn K {
                cơ quan ban hành SKHCN
                đơn vị soạn thảo VP
                ngày 27/4/2021
                trích yếu "đăng ký mô hình, điển hình “Dân vận khéo”"
                kính gửi "Ban Dân vận Tỉnh ủy"
                nội dung '''
                    Nội dung: a (có biểu mẫu số 2 đính kèm)
                '''
                nơi nhận { "Như trên" "Sở Nội vụ" lưu VT, VP }
                ký { quyền hạn KT. "Giám đốc" chức vụ "Phó Giám đốc" họ tên "Trần Công Hòa" }
                kèm theo B
            }
            biểu B lập theo mẫu BiểuSố2 {
                đơn vị lập SKHCN
                kỳ 2021
                lĩnh vực TàiChính {
                    dòng "Tiết kiệm điện" {
                        tậpThể X xâyDựngMới X
                        địaChỉ "202A, đường Trường Chinh"
                        nộiDung '''
                            Vấn đề
                            - Tổ chức, cá nhân thực hiện: công chức
                            - Dự kiến kết quả mô hình đem lại: tốt
                        '''
                    }
                    // thêm
                }
            }
            """;

    private static final String PLAN = """
            dùng quangngai
            viện dẫn KH38: kế hoạch số 38/KH-UBND ngày 04/3/2021 của "UBND tỉnh" về "dân vận"
            kế hoạch K {
                cơ quan ban hành SKHCN
                ngày 22/3/2021
                trích yếu "công tác dân vận năm 2021"
                căn cứ "Luật Đo lường"
                nội dung '''
                    I. MỤC ĐÍCH, YÊU CẦU
                    1. Một
                    II. NỘI DUNG
                    1. Một
                    2. Hai
                    - Gạch
                    III. TỔ CHỨC THỰC HIỆN
                    Văn phòng Sở là đầu mối; có vướng mắc thì báo cáo.
                '''
                nơi nhận { "Sở Nội vụ" lưu VT, VP }
                ký { chức vụ "Giám đốc" họ tên "Trần Công Hòa" }
            }
            """;

    private static final String DECISION = PLAN.replace("kế hoạch K {", "quyết định K { thẩm quyền \"Giám đốc Sở\"");

    private static final String HUNG_YEN = PLAN.replace("dùng quangngai", "dùng hungyen")
            .replace("năm 2021\"", "và mô hình “Dân vận khéo” năm 2021\"")
            .replace("- Gạch", "- Mô hình: một\n- Mô hình: hai")
            .replace("báo cáo.", "báo cáo định kỳ 6 tháng, năm hoặc đột xuất.");

    private static final String REPORT = """
            dùng quangtri
            báo cáo K {
                cơ quan ban hành SKHCN
                ngày …/01/2025
                trích yếu "Kết quả công tác dân vận tháng 01 và nhiệm vụ tháng 02 năm 2025"
                nội dung '''
                    I. KẾT QUẢ THÁNG 01/2025
                    Lãnh đạo, cải cách hành chính, dân chủ, tiếp công dân: 65.000.000 đồng, 12,5%
                    II. NHIỆM VỤ THÁNG 02 NĂM 2025
                    Tiếp tục
                '''
                nơi nhận { SNV lưu VT, VP }
                ký { chức vụ "Giám đốc" họ tên "Nguyễn Hữu Thắng" }
            }
            """;

    private static final String PARTY = """
            cơ quan BaĐình "Đảng uỷ phường Ba Đình" { viết tắt "ĐU" địa danh "Phường Ba Đình" thể thức "đảng" }
            viện dẫn QĐ399: quy định số 399-QĐ/TW ngày 04/3/2026 của "Ban Bí thư" về "hồ sơ"
            công văn K {
                cơ quan ban hành BaĐình
                ngày 10/6/2026
                trích yếu "về chế độ làm việc"
                kính gửi "Các chi bộ"
                nội dung '''
                    I. Quy định chung
                    1. Một
                    2. Hai theo [QĐ399]
                    II. Phụ lục
                    - Gạch (có phụ lục kèm theo)
                '''
                nơi nhận { "Như trên" lưu VP }
                ký { quyền hạn TM. "Đảng uỷ" chức vụ "Bí thư" họ tên "Trần Thị Bình" }
                phụ lục P "Danh sách" '''
                    Một
                '''
            }
            """;

    private static final String ROW = "style\tBODY\tQN\t-\t2020-03-05\t-\tP\t13-14\t%s\t%s\t%s\t%s\t0\t%s\t%s";
    private static final String GOOD_ROW = ROW.formatted("13", "-", "JUSTIFY", "10", "6", "1.5");

    @TempDir
    private Path folder;

    /**
     * A rule with a text that violates it and a similar text that does not.
     *
     * @param id the id of the rule in the catalogue
     * @param code the code of the problem, or the name of the rule of a province
     * @param trips the text that violates the rule
     * @param nearly the text that does not
     * @param layout the layout of the province for the first text; empty for the default layout
     * @param nearlyLayout the layout of the province for the second text; empty for the default layout
     */
    record Case(String id, String code, String trips, String nearly, String layout, String nearlyLayout) {

        static Case of(String id, String code, String base, String find, String trips, String nearly) {
            assertTrue(base.contains(find), id + ": " + find);
            return new Case(id, code, base.replace(find, trips), base.replace(find, nearly), "", "");
        }

        /** Returns this case without a line of the text that violates the rule. */
        Case withoutLast(String line) {
            return new Case(id, code, trips.replace(line, ""), nearly, layout, nearlyLayout);
        }

        static Case layout(String id, String code, String trips, String nearly) {
            return new Case(id, code, PLAN, PLAN, trips, nearly);
        }

        @Override
        public String toString() {
            return id + " " + code;
        }
    }

    private static String points(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "        " + MarkerText.letter(number) + ") Điểm\n")
                .collect(Collectors.joining());
    }

    static Stream<Case> cases() {
        var row = "dòng \"Tiết kiệm điện\"";
        var body = "Nội dung: a";
        return Stream.of(
                        Case.layout(
                                "V-FMT-01",
                                "PROFILE-PAGE",
                                "page\tdọc\t20\t20\t29\t15\t10",
                                "page\tdọc\t25.4\t20\t29.6\t15\t10"),
                        Case.layout(
                                "V-FMT-02",
                                "PROFILE-SIZE",
                                ROW.formatted("12", "-", "JUSTIFY", "10", "6", "1"),
                                GOOD_ROW),
                        Case.layout(
                                "V-FMT-03",
                                "PROFILE-STYLE",
                                ROW.formatted("13", "B", "JUSTIFY", "10", "6", "1"),
                                GOOD_ROW),
                        Case.layout(
                                "V-FMT-04",
                                "PROFILE-STYLE",
                                ROW.formatted("13", "R", "JUSTIFY", "10", "6", "1"),
                                GOOD_ROW),
                        Case.layout(
                                "V-FMT-05",
                                "PROFILE-ALIGNMENT",
                                ROW.formatted("13", "-", "LEFT", "10", "6", "1"),
                                GOOD_ROW),
                        Case.layout(
                                "V-FMT-06",
                                "PROFILE-SPACING",
                                ROW.formatted("13", "-", "JUSTIFY", "10", "6", "1.6"),
                                GOOD_ROW),
                        Case.layout(
                                "V-FMT-07",
                                "PROFILE-SPACING",
                                ROW.formatted("13", "-", "JUSTIFY", "10", "5", "1"),
                                GOOD_ROW),
                        Case.layout(
                                "V-FMT-08",
                                "PROFILE-INDENT",
                                ROW.formatted("13", "-", "JUSTIFY", "11.3", "6", "1"),
                                GOOD_ROW),
                        Case.layout(
                                "V-FMT-10",
                                "PROFILE-TEXT",
                                "rule\tMOTTO\tQN\t-\t2020-03-05\t-\tP\tĐộc_lập_–_Tự_do_–_Hạnh_phúc",
                                "rule\tNATIONAL_NAME\tQN\t-\t2020-03-05\t-\tP\tCỘNG_HOÀ_XÃ_HỘI_CHỦ_NGHĨA_VIỆT_NAM"),
                        Case.of(
                                "V-FMT-11",
                                "SYMBOL-LETTER",
                                LETTER,
                                "ngày 27",
                                "ký hiệu \"CV-SKHCN\" ngày 27",
                                "ký hiệu \"SKHCN-VP\" ngày 27"),
                        Case.of(
                                "V-FMT-11",
                                "SYMBOL-TYPE",
                                PLAN,
                                "ngày 22",
                                "ký hiệu \"QĐ-SKHCN\" ngày 22",
                                "ký hiệu \"KH-SKHCN\" ngày 22"),
                        Case.of(
                                "V-FMT-11",
                                "SYMBOL-AGENCY",
                                PLAN,
                                "ngày 22",
                                "ký hiệu \"KH-SNV\" ngày 22",
                                "ký hiệu \"KH-SKHCN\" ngày 22"),
                        Case.of("V-FMT-11", "SYMBOL-UNIT", LETTER, "đơn vị soạn thảo VP", "", "đơn vị soạn thảo VP"),
                        Case.of("V-FMT-13", "DOCUMENT-DATE", PLAN, "ngày 22/3/2021", "", "ngày …/3/2021"),
                        Case.of(
                                "V-FMT-16",
                                "DIVISION-TITLE",
                                PLAN,
                                "- Gạch",
                                "Chương I\nĐiều 1. a",
                                "Chương I\nTIÊU ĐỀ"),
                        Case.of(
                                "V-FMT-17",
                                "SIGNATURE-MISSING",
                                PLAN,
                                "ký { chức vụ \"Giám đốc\" họ tên \"Trần Công Hòa\" }",
                                "",
                                "ký { chức vụ \"Giám đốc\" }"),
                        Case.of(
                                "V-FMT-23",
                                "VALIDITY",
                                PLAN.replace("nơi nhận {", "nơi nhận { Cũ")
                                        + "cơ quan Cũ \"Sở Cũ\" { viết tắt \"SC\" hiệu lực đến 22/3/2021 }\n",
                                "đến 22/3",
                                "đến 21/3",
                                "đến 22/3"),
                        Case.of(
                                "V-FMT-23",
                                "PROVINCE-MERGED",
                                LETTER.replace("\"Ban Dân vận Tỉnh ủy\"", "\"UBND tỉnh Kon Tum\""),
                                "ngày 27/4/2021",
                                "ngày 01/7/2025",
                                "ngày 30/6/2025"),
                        Case.of(
                                "V-FMT-26",
                                "COPY-PART",
                                LETTER.replace(
                                        "kèm theo B\n",
                                        "kèm theo B\nsao y { cơ quan sao SKHCN số 5 ngày 15/5/2021 nơi nhận { \"UBND tỉnh\" lưu VT } ký { chức vụ \"Giám đốc\" họ tên \"A\" } }\n"),
                                "ngày 15/5/2021",
                                "",
                                "ngày 16/5/2021"),
                        Case.of(
                                "V-FMT-26",
                                "COPY-TIME",
                                LETTER.replace(
                                        "kèm theo B\n",
                                        "kèm theo B\nsao y { cơ quan sao SKHCN ký số \"15/5/2021 08:30:00 +07:00\" }\n"),
                                "08:30:00 +07:00",
                                "08:30",
                                "09:30:00 +07:00"),
                        Case.of(
                                "V-FMT-26",
                                "COPY-UNPRINTED",
                                LETTER.replace(
                                        "kèm theo B\n",
                                        "kèm theo B\nsao y { cơ quan sao SKHCN ký số \"15/5/2021 08:30:00 +07:00\" }\n"),
                                "ký số",
                                "số 5 ký số",
                                "ký số"),
                        Case.of(
                                "V-FMT-12",
                                "NUMBER-PADDING",
                                PLAN,
                                "- Gạch",
                                "- Kế hoạch số 5/KH-UBND",
                                "- Kế hoạch số 05/KH-UBND, Nghị quyết số 5-NQ/TW"),
                        Case.of("V-FMT-13", "DOCUMENT-PLACE", PLAN, "ban hành SKHCN", "ban hành S", "ban hành SKHCN"),
                        Case.of(
                                "V-FMT-13",
                                "PLACE-AGENCY",
                                PLAN,
                                "ngày 22",
                                "địa danh \"Huế\" ngày 22",
                                "địa danh \"Quảng Ngãi\" ngày 22"),
                        Case.of(
                                "V-FMT-13",
                                "DATE-PADDING",
                                PLAN,
                                "- Gạch",
                                "- từ ngày 5/4/2021",
                                "- từ ngày 05/4/2021"),
                        Case.of(
                                "V-FMT-14",
                                "DOCUMENT-SUBJECT",
                                PLAN,
                                "trích yếu \"công tác dân vận năm 2021\"",
                                "",
                                "trích yếu \"x\""),
                        Case.of(
                                "V-FMT-14",
                                "SUBJECT-LABEL",
                                LETTER,
                                "\"đăng ký mô",
                                "\"V/v đăng ký mô",
                                "\"việc đăng ký mô"),
                        Case.of(
                                "V-FMT-15",
                                "BASIS-MARK",
                                PLAN,
                                "\"Luật Đo lường\"",
                                "\"Luật Đo lường;\"",
                                "\"Luật Đo lường; Luật Thanh tra\""),
                        Case.of("V-FMT-16", "NUMBERING", PLAN, "2. Hai", "3. Hai", "2. Ba"),
                        Case.of(
                                "V-FMT-16",
                                "DIVISION-ORDER",
                                PLAN,
                                "1. Một\n        II",
                                "a) Một\n        II",
                                "1. Một\n        a) Một\n        II"),
                        Case.of(
                                "V-FMT-16",
                                "DIVISION-LETTERS",
                                PLAN,
                                "1. Một\n",
                                "1. Một\n" + points(24),
                                "1. Một\n" + points(23)),
                        Case.of("V-FMT-16", "DIVISION-STYLE", PLAN, "2. Hai", "2. **Hai**", "2. Hai **ba**"),
                        Case.of(
                                "V-FMT-17",
                                "SIGNATURE-DEPUTY",
                                LETTER,
                                "\"Phó Giám đốc\"",
                                "\"Giám đốc\"",
                                "\"Phó Giám đốc phụ trách\""),
                        Case.of(
                                "V-FMT-18",
                                "SIGNATURE-HONOUR",
                                LETTER,
                                "\"Trần Công",
                                "\"TS. Trần Công",
                                "\"Tứ Trần Công"),
                        Case.of(
                                "V-FMT-19",
                                "ADDRESSEE-MISSING",
                                LETTER,
                                "kính gửi \"Ban Dân vận Tỉnh ủy\"",
                                "",
                                "kính gửi UBND"),
                        Case.of(
                                "V-FMT-19",
                                "ADDRESSEE-AS-ABOVE",
                                LETTER,
                                "\"Như trên\" \"Sở",
                                "\"Sở",
                                "\"Như trên\" \"Sở"),
                        Case.of(
                                "V-FMT-19",
                                "ADDRESSEE-SUPERIOR",
                                REPORT,
                                "nhận { SNV",
                                "nhận { \"UBND tỉnh Quảng Trị\"",
                                "nhận { \"UBND tỉnh Quảng Ngãi\""),
                        Case.of(
                                "V-FMT-19",
                                "ADDRESSEE-UNEXPECTED",
                                PLAN,
                                "nơi nhận",
                                "kính gửi \"Sở\" nơi nhận",
                                "nơi nhận"),
                        Case.of(
                                "V-FMT-24",
                                "DOCUMENT-AUTHORITY",
                                DECISION,
                                "thẩm quyền \"Giám đốc Sở\"",
                                "",
                                "thẩm quyền \"GĐ\""),
                        Case.of(
                                "V-FMT-24",
                                "DOCUMENT-AUTHORITY",
                                PLAN,
                                "kế hoạch K {",
                                "nghị quyết K {",
                                "chỉ thị K {"),
                        Case.of(
                                "V-FMT-25",
                                "ISSUER-ABBREVIATED",
                                "cơ quan Xã \"Ủy ban nhân dân xã Tân Lập\" { viết tắt \"UBND\" địa danh \"Tân Lập\" }\n"
                                        + PLAN.replace("dùng quangngai\n", "").replace("ban hành SKHCN", "ban hành Xã"),
                                "viết tắt \"UBND\"",
                                "viết tắt \"UBND\" tên trên văn bản \"UBND xã Tân Lập\"",
                                "viết tắt \"UBND\" tên trên văn bản \"Ủy ban nhân dân xã TÂN LẬP\""),
                        Case.of(
                                "V-FMT-20",
                                "RECIPIENT-MARK",
                                PLAN,
                                "\"Sở Nội vụ\"",
                                "\"- Sở Nội vụ;\"",
                                "\"Sở Nội vụ - Thanh tra\""),
                        Case.of("V-FMT-20", "ARCHIVE-MISSING", PLAN, "lưu VT, VP", "", "lưu VT"),
                        Case.of("V-FMT-20", "ARCHIVE-UNIT", LETTER, "lưu VT, VP", "lưu VT, TTra", "lưu VT"),
                        Case.of("V-FMT-21", "END-MARK-TWICE", PLAN, "- Gạch", "- Một./.\n- Hai./.", "- Một./."),
                        Case.of(
                                "V-FMT-22",
                                "APPENDIX-UNMENTIONED",
                                LETTER,
                                "(có biểu mẫu số 2 đính kèm)",
                                "",
                                "(kèm theo biểu)"),
                        Case.of(
                                "V-CV-01",
                                "QN_MỖI_ĐƠN_VỊ_MỘT_MÔ_HÌNH",
                                LETTER,
                                row,
                                "dòng \"Tiết kiệm điện\", áp dụng khi (năm = 2022)",
                                row),
                        Case.of(
                                "V-CV-02",
                                "QN_HẠN_ĐĂNG_KÝ",
                                LETTER,
                                "ngày 27/4/2021",
                                "ngày 12/4/2022",
                                "ngày 11/4/2022"),
                        Case.of(
                                "V-CV-02",
                                "QN_HẠN_ĐĂNG_KÝ",
                                LETTER,
                                "ngày 27/4/2021",
                                "ngày 31/12/2022",
                                "ngày 27/4/2023"),
                        Case.of(
                                "V-CV-02",
                                "DEADLINE-PAST",
                                LETTER,
                                body,
                                "trước ngày 27/4/2021",
                                "trước ngày 28/4/2021"),
                        Case.of(
                                "V-CV-03",
                                "QN_NƠI_NHẬN_ĐĂNG_KÝ",
                                LETTER,
                                body,
                                "qua Văn phòng, trước ngày 12/5/2021",
                                "qua Văn phòng và a@b.vn, trước ngày 12/5/2021"),
                        Case.of("V-CV-04", "ATTACHMENT-LABEL", LETTER, "biểu mẫu số 2", "biểu mẫu số 3", "biểu số 2"),
                        Case.of(
                                "V-CV-05",
                                "QN_XÂY_DỰNG_MỚI",
                                LETTER.replace("xâyDựngMới X", "nhânRộng X"),
                                body,
                                "Sở đăng ký xây dựng mới",
                                "Sở đăng ký nhân rộng"),
                        Case.of("V-BIEU-01", "FORM-EXACTLY-ONE", LETTER, "tậpThể X", "tậpThể X cáNhân X", "cáNhân X"),
                        Case.of("V-BIEU-01", "FORM-EXACTLY-ONE-NONE", LETTER, "tậpThể X", "", "cáNhân X"),
                        Case.of(
                                "V-BIEU-02",
                                "FORM-EXACTLY-ONE",
                                LETTER,
                                "xâyDựngMới X",
                                "xâyDựngMới X nhânRộng X",
                                "nhânRộng X"),
                        Case.of("V-BIEU-02", "FORM-EXACTLY-ONE-NONE", LETTER, "xâyDựngMới X", "", "nhânRộng X"),
                        Case.of("V-BIEU-03", "FORM-MARK", LETTER, "tậpThể X", "tậpThể \"×\"", "tậpThể X"),
                        Case.of("V-BIEU-03", "FORM-TYPE-MARK", LETTER, "tậpThể X", "tậpThể \"có\"", "tậpThể \"x\""),
                        Case.of(
                                "V-BIEU-04",
                                "FORM-PART",
                                LETTER,
                                "- Dự kiến kết quả mô hình",
                                "- Kết quả",
                                "- Dự kiến Kết quả mô hình"),
                        Case.of(
                                        "V-BIEU-04",
                                        "FORM-PART-ORDER",
                                        LETTER,
                                        "Vấn đề\n",
                                        "- Dự kiến kết quả mô hình đem lại: x\n- Vấn đề\n",
                                        "Vấn đề\n- Cách làm\n")
                                .withoutLast("- Dự kiến kết quả mô hình đem lại: tốt"),
                        Case.of(
                                "V-BIEU-05",
                                "FORM-REQUIRED",
                                LETTER,
                                "\"202A, đường Trường Chinh\"",
                                "\" \"",
                                "\"Trường Chinh\""),
                        Case.of(
                                "V-BIEU-05",
                                "QN_ĐỊA_CHỈ_ĐƠN_VỊ",
                                LETTER,
                                "202A, đường Trường Chinh",
                                "12 Hùng Vương",
                                "157 đường Nguyễn Nghiêm"),
                        Case.of(
                                "V-BIEU-07",
                                "FORM-SECTION-EMPTY",
                                LETTER,
                                "// thêm",
                                "} lĩnh vực ThanhTra {",
                                "// hết"),
                        Case.of("V-BIEU-07", "FORM-PLACEHOLDER", LETTER, row, "dòng \"1.....\"", "dòng \"1. Điện...\""),
                        Case.of(
                                "V-BIEU-09",
                                "CÁ_NHÂN_HAY_TẬP_THỂ",
                                LETTER.replace("tậpThể X", "cáNhân X"),
                                "thực hiện: công chức",
                                "thực hiện: Công chức Thanh tra Sở",
                                "thực hiện: bà Nguyễn Thị A"),
                        Case.of(
                                "V-BIEU-10",
                                "FORM-DUPLICATE",
                                LETTER,
                                "// thêm",
                                "dòng \"Tiết  kiệm điện\" { }",
                                "dòng \"Tiết kiệm nước\" { }"),
                        Case.of(
                                "V-BIEU-10",
                                "NHÂN_RỘNG_TỪ_MÔ_HÌNH_CŨ",
                                LETTER.replace("xâyDựngMới X", "nhânRộng X")
                                        + "biểu Cũ lập theo mẫu BiểuSố2 { kỳ 2020 lĩnh vực TàiChính { dòng \"TÊN\" { } } }",
                                "TÊN",
                                "Tiết kiệm nước",
                                "Tiết kiệm điện"),
                        Case.of(
                                "V-KH-01",
                                "HY_SỐ_MÔ_HÌNH",
                                HUNG_YEN,
                                "- Mô hình: hai",
                                "- Mô hình: hai\n- Mô hình: ba",
                                "- Hai"),
                        Case.of(
                                "V-KH-01",
                                "HY_SỐ_MÔ_HÌNH",
                                HUNG_YEN,
                                "- Mô hình: một\n- Mô hình: hai",
                                "- Hai",
                                "- Mô hình: một"),
                        Case.of(
                                "V-KH-02",
                                "QN_HẠN_BÁO_CÁO",
                                PLAN,
                                "- Gạch",
                                "- trước ngày 12/6/2021",
                                "- trước ngày 11/6/2021; trước ngày 11/11/2021"),
                        Case.of(
                                "V-KH-02",
                                "QN_HẠN_BÁO_CÁO",
                                PLAN,
                                "- Gạch",
                                "- trước ngày 11/6/2021; trước ngày 12/11/2021",
                                "- từ ngày 12/11/2021"),
                        Case.of(
                                "V-KH-02",
                                "DEADLINE-PAST",
                                PLAN,
                                "- Gạch",
                                "- trước ngày 11/01/2021",
                                "- trước ngày 23/3/2021"),
                        Case.of("V-KH-03", "PLAN-PARTS", PLAN, "II. NỘI DUNG", "II. KINH PHÍ", "II. NHIỆM VỤ"),
                        Case.of("V-KH-04", "PLAN-YEAR", PLAN, "năm 2021\"", "năm 2023\"", "năm 2020\""),
                        Case.of(
                                "V-KH-05",
                                "PLAN-COORDINATION",
                                PLAN,
                                "có vướng mắc thì báo cáo",
                                "báo cáo",
                                "có phát sinh thì báo cáo"),
                        Case.of(
                                "V-KH-06",
                                "HY_KỲ_BÁO_CÁO",
                                HUNG_YEN,
                                "6 tháng, năm hoặc đột xuất",
                                "năm",
                                "6 tháng và đột xuất"),
                        Case.of(
                                "V-BC-01",
                                "QT_THÁNG_NÀY_THÁNG_SAU",
                                REPORT,
                                "vụ tháng 02 năm",
                                "vụ tháng 3 năm",
                                "vụ tháng 02 năm"),
                        Case.of(
                                "V-BC-01",
                                "QT_THÁNG_NÀY_THÁNG_SAU",
                                REPORT,
                                "tháng 01 và nhiệm vụ tháng 02 năm 2025",
                                "tháng 12 năm 2025 và nhiệm vụ tháng 01 năm 2025",
                                "tháng 12 và nhiệm vụ tháng 01 năm 2025"),
                        Case.of(
                                "V-BC-02",
                                "QT_THÁNG_CÁC_MỤC",
                                REPORT,
                                "VỤ THÁNG 02 NĂM 2025",
                                "VỤ THÁNG 3 NĂM 2025",
                                "VỤ THÁNG 02/2025"),
                        Case.of(
                                "V-BC-02",
                                "MONTH-PADDING",
                                REPORT,
                                "Tiếp tục",
                                "Tiếp tục trong tháng 1/2025",
                                "Tiếp tục trong tháng 01/2025, 6 tháng 5"),
                        Case.of(
                                "V-CAP-01",
                                "CAPITAL-PROVISION",
                                REPORT,
                                "Tiếp tục",
                                "Tiếp tục theo Khoản 3 Điều 63",
                                "Tiếp tục theo khoản 3 Điều 63"),
                        Case.of(
                                "V-CAP-01",
                                "CAPITAL-PROVISION",
                                REPORT,
                                "Tiếp tục",
                                "Tiếp tục theo khoản 3 điều 63",
                                "Tiếp tục theo 63 điều"),
                        Case.of(
                                "V-CAP-02",
                                "CAPITAL-PLACE",
                                REPORT,
                                "Tiếp tục",
                                "Tiếp tục tại Tỉnh Quảng Trị",
                                "Tiếp tục tại Thành phố Hồ Chí Minh"),
                        Case.of(
                                "V-CAP-03",
                                "CAPITAL-LAW",
                                REPORT,
                                "Tiếp tục",
                                "Tiếp tục theo Bộ Luật lao động",
                                "Tiếp tục theo Bộ luật Lao động"),
                        Case.of(
                                "V-CAP-04",
                                "CAPITAL-HOLIDAY",
                                REPORT,
                                "Tiếp tục",
                                "Tiếp tục dịp tết Nguyên Đán",
                                "Tiếp tục dịp tết Nguyên đán"),
                        Case.of("V-CAP-05", "CAPITAL-START", REPORT, "Tiếp tục", "tiếp tục", "Việc tiếp tục"),
                        Case.of(
                                "V-CAP-06",
                                "CAPITAL-SENTENCE",
                                REPORT,
                                "Tiếp tục",
                                "Tiếp tục hoàn thành. các việc v.v. còn lại",
                                "Tiếp tục hoàn thành. Các việc v.v. còn lại"),
                        Case.of(
                                "V-CAP-07",
                                "CAPITAL-AGENCY",
                                REPORT,
                                "Tiếp tục",
                                "Tiếp tục trình ủy ban nhân dân xã",
                                "Tiếp tục trình Ủy ban nhân dân xã"),
                        Case.of(
                                "V-CAP-08",
                                "CAPITAL-DOCUMENT",
                                REPORT,
                                "Tiếp tục",
                                "Tiếp tục theo nghị định số 30/2020/NĐ-CP",
                                "Tiếp tục theo các nghị định số 30/2020/NĐ-CP"),
                        Case.of("V-BC-03", "QT_NGÀY_BÁO_CÁO", REPORT, "…/01/2025", "03/02/2025", "31/01/2025"),
                        Case.of(
                                "V-BC-04",
                                "QT_NỘI_DUNG_BẮT_BUỘC",
                                REPORT,
                                "dân chủ, tiếp",
                                "tiếp",
                                "Quy chế dân chủ, việc tiếp"),
                        Case.of("V-BC-05", "NUMBER-FORMAT", REPORT, "65.000.000 đồng", "65,000,000 đồng", "65 đồng"),
                        Case.of("V-BC-05", "NUMBER-FORMAT", REPORT, "12,5%", "12.5%", "12,50%"),
                        Case.of(
                                "V-CIT-01",
                                "CITATION-TYPE",
                                PLAN,
                                "- Gạch",
                                "- Kế hoạch số 12/QĐ-UBND",
                                "- Quyết định số 12/QĐ-UBND"),
                        Case.of(
                                "V-CIT-01",
                                "CITATION-ABBREVIATION",
                                PLAN,
                                "- Gạch",
                                "- Nghị quyết số 12/ND-HĐND",
                                "- Quy định số 12-QĐi/TW"),
                        Case.of(
                                "V-CIT-01",
                                "CITATION-SEPARATOR",
                                PLAN,
                                "- Gạch",
                                "- Chỉ thị số 12/CT-TW",
                                "- Chỉ thị số 12-CT/TW"),
                        Case.of(
                                "V-CIT-02",
                                "CITATION-INCOMPLETE",
                                PLAN.replace("căn cứ \"Luật Đo lường\"", "căn cứ [KH38]"),
                                " của \"UBND tỉnh\" về",
                                " về",
                                " của \"UBND\" về"),
                        Case.of(
                                "V-CIT-02",
                                "CITATION-REPEATED",
                                PLAN,
                                "- Gạch",
                                "- [KH38]; [KH38, đầy đủ]",
                                "- [KH38]; [KH38]; [KH38, ngắn gọn]"),
                        Case.of(
                                "V-CIT-03",
                                "CITATION-LATER",
                                PLAN,
                                "- Gạch",
                                "- Kế hoạch số 12/KH-UBND ngày 23/3/2021",
                                "- Kế hoạch số 12/KH-UBND ngày 22/3/2021"),
                        Case.of(
                                "V-CIT-03",
                                "CITATION-LATER",
                                PLAN.replace("ngày 22/3", "ngày …/3"),
                                "- Gạch",
                                "- Kế hoạch số 12/KH-UBND ngày 01/4/2021",
                                "- Kế hoạch số 12/KH-UBND ngày 31/3/2021"),
                        Case.of(
                                "V-CIT-04",
                                "CITATION-CONFLICT",
                                PLAN,
                                "- Gạch",
                                "- [KH38]; Kế hoạch số 38/KH-UBND ngày 05/3/2021",
                                "- [KH38]; Kế hoạch số 38/KH-UBND ngày 04/3/2020"),
                        Case.of(
                                "V-CIT-05",
                                "CITATION-ISSUER",
                                PLAN,
                                "- Gạch",
                                "- Kế hoạch số 12/KH-SKHHCN",
                                "- Kế hoạch số 12/KH-SNV, Kế hoạch số 13/KH-SKHCN"),
                        Case.of(
                                "V-CIT-06",
                                "CITATION-REPLACED",
                                PLAN,
                                "- Gạch",
                                "- Nghị định 60/2013/NĐ-CP",
                                "- Nghị định 04/2015/NĐ-CP"),
                        Case.of(
                                "V-CIT-06",
                                "CITATION-REPLACED",
                                PLAN.replace("- Gạch", "- [KH38]"),
                                "về \"dân vận\"",
                                "về \"dân vận\" (hiệu lực đến 21/3/2021)",
                                "về \"dân vận\" (hiệu lực đến 22/3/2021)"),
                        Case.of(
                                "V-CIT-07",
                                "DATE-IMPOSSIBLE",
                                PLAN,
                                "- Gạch",
                                "- trong ngày 31/4/2021",
                                "- trong ngày 30/4/2021"),
                        Case.of(
                                "V-CIT-07",
                                "DATE-PADDING",
                                PLAN,
                                "- Gạch",
                                "- Kế hoạch số 12/KH-UBND ngày 09/03/2021",
                                "- Kế hoạch số 12/KH-UBND ngày 09/3/2021"),
                        Case.of(
                                "V-DANG-01",
                                "SYMBOL-TYPE",
                                PARTY.replace("công văn", "quy định").replace("kính gửi \"Các chi bộ\"", ""),
                                "ngày 10/6",
                                "ký hiệu \"-QĐi/ĐU\" ngày 10/6",
                                "ký hiệu \"-QĐ/ĐU\" ngày 10/6"),
                        Case.of(
                                "V-DANG-04",
                                "COPY-PART",
                                PARTY.replace("10/6/2026", "10/4/2026")
                                        .replace(
                                                "    phụ lục",
                                                "    sao lục { cơ quan sao BaĐình ngày 11/4/2026 nơi nhận { lưu VP }"
                                                        + " ký { chức vụ \"Bí thư\" họ tên \"A\" } }\n    phụ lục"),
                                "nơi nhận { lưu VP }",
                                "",
                                "nơi nhận { \"A\" }"),
                        Case.of("V-DANG-02", "SUBJECT-LABEL", PARTY, "\"về chế", "\"V/v chế", "\"việc chế"),
                        Case.of(
                                "V-DANG-03",
                                "ADDRESSEE-MISSING",
                                PARTY,
                                "kính gửi \"Các chi bộ\"",
                                "",
                                "kính gửi \"A\""),
                        Case.of(
                                "V-DANG-03",
                                "SIGNATURE-MISSING",
                                PARTY,
                                "ký { quyền hạn TM. \"Đảng uỷ\" chức vụ \"Bí thư\" họ tên \"Trần Thị Bình\" }",
                                "",
                                "ký { chức vụ \"Bí thư\" họ tên \"A\" }"),
                        Case.of(
                                "V-DANG-03",
                                "DOCUMENT-PLACE",
                                PARTY,
                                " địa danh \"Phường Ba Đình\"",
                                "",
                                " địa danh \"Hà Nội\""),
                        Case.of("V-DANG-03", "DOCUMENT-DATE", PARTY, "ngày 10/6/2026\n", "\n", "ngày 11/6/2026\n"),
                        Case.of(
                                "V-DANG-03",
                                "CITATION-LATER",
                                PARTY,
                                "ngày 04/3/2026",
                                "ngày 11/6/2026",
                                "ngày 09/6/2026"),
                        Case.of(
                                "V-DANG-03",
                                "CITATION-TYPE",
                                PARTY,
                                "- Gạch",
                                "- Kế hoạch số 12-QĐ/TU",
                                "- Quyết định số 12-QĐ/TU"),
                        Case.of("V-DANG-03", "DIVISION-TITLE", PARTY, "I. Quy định chung", "I.", "I. Chung"),
                        Case.of("V-DANG-03", "DIVISION-STYLE", PARTY, "2. Hai theo [QĐ399]", "2. **Hai**", "2. Ba"),
                        Case.of(
                                "V-DANG-03",
                                "APPENDIX-UNMENTIONED",
                                PARTY.replace("II. Phụ lục", "II. Khác"),
                                " (có phụ lục kèm theo)",
                                "",
                                " (theo Phụ lục)"))
                .map(each -> each.id().equals("V-FMT-13") && each.code().equals("DOCUMENT-PLACE")
                        ? new Case(
                                each.id(),
                                each.code(),
                                "cơ quan S \"S\" { viết tắt \"S\" }\n"
                                        .concat(each.trips().replace("dùng quangngai\n", "")),
                                each.nearly(),
                                "",
                                "")
                        : each);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ruleIsReportedOnlyWhenViolated(Case each) throws Exception {
        assertTrue(found(each.trips(), each.layout()).contains(each.code()), () -> "not tripped: " + each.trips());
        assertFalse(found(each.nearly(), each.nearlyLayout()).contains(each.code()), () -> "tripped: " + each.nearly());
    }

    /** Returns the codes of the problems, and the names of the rules that reported them. */
    private List<String> found(String text, String layout) throws Exception {
        var registry = Registry.load(getClass().getClassLoader());
        if (!layout.isEmpty()) {
            var pack = Files.createDirectories(folder.resolve("thu"));
            Files.writeString(
                    pack.resolve("goi.properties"), "id = a\nversion = 1\nprovince = 51\nlayout = thethuc.tsv\n");
            Files.writeString(pack.resolve("thethuc.tsv"), layout + "\n");
            registry.add(ProvincePack.class, new FolderPack(pack));
        }
        var file = Files.createDirectories(folder.resolve("a")).resolve("a.bieu");
        Files.writeString(file, text);
        var found = new ArrayList<String>();
        for (var problem : new BieuReader(List.of(), registry).read(file).problems()) {
            assertFalse(
                    problem.code().startsWith("SYNTAX") || problem.code().equals("LINK-UNKNOWN"),
                    () -> problem + "\n" + text);
            found.add(problem.code());
            Pattern.compile("\\[([\\p{L}_]+)(?:;.*)?]$")
                    .matcher(problem.message())
                    .results()
                    .forEach(name -> found.add(name.group(1)));
        }
        return found;
    }

    /** The engine numbers columns, sections and rows itself, so V-BIEU-06 and V-BIEU-08 cannot be violated. */
    @Test
    void columnsSectionsAndRowsAreNumberedByTheEngine() throws Exception {
        var text = LETTER.replace("BiểuSố2 {", "Riêng {")
                        .replace("// thêm", "dòng \"Hai\" { }\n} lĩnh vực \"Khác\" { dòng \"Ba\" { }")
                        .replace("lĩnh vực TàiChính", "lĩnh vực \"Một\"")
                + "mẫu biểu Riêng dựa trên BiểuSố2 { bỏ cột địaChỉ lĩnh vực tự đặt, đánh số I, dòng đánh số lại }";
        var file =
                Files.writeString(Files.createDirectories(folder.resolve("b")).resolve("b.bieu"), text);
        var form = new BieuReader(List.of())
                .read(file).library().getElements().stream()
                        .filter(Form.class::isInstance)
                        .findFirst()
                        .orElseThrow();
        var rows = new ArrayList<String>();
        try (var blocks = Layout.of(
                        form,
                        Registry.load(getClass().getClassLoader())
                                .profile("nd30")
                                .orElseThrow())
                .open()) {
            for (var block = blocks.next(); block != null; block = blocks.next()) {
                if (block instanceof Block.Row row && row.kind() != Block.RowKind.HEADER) {
                    rows.add(
                            row.kind() == Block.RowKind.COLUMN_NUMBERS
                                    ? row.cells().stream()
                                            .map(cell ->
                                                    cell.paragraphs().getFirst().text())
                                            .collect(Collectors.joining(" "))
                                    : row.cells()
                                            .getFirst()
                                            .paragraphs()
                                            .getFirst()
                                            .text());
                }
            }
        }
        assertEquals(List.of("1 2 3 4 5 6 7", "I", "1", "2", "II", "1"), rows);
    }

    /**
     * A check of a layout profile that no case trips would be neither tested nor documented. Checks of stored files
     * have tests of their own.
     */
    @Test
    void everyCheckOfAProfileHasACase() {
        var tested = cases().map(Case::code).collect(Collectors.toSet());
        var registry = Registry.load(getClass().getClassLoader());
        for (var id : registry.profileIds()) {
            for (var check : registry.profile(id).orElseThrow().checks()) {
                var isOfFiles = !CoreMessages.ALL.keys(Locale.ENGLISH).contains(check.code());
                assertTrue(isOfFiles || tested.contains(check.code()), id + ": " + check.code());
            }
        }
    }

    @Test
    void pageListsTheTestedRules() throws Exception {
        var rows = Pattern.compile("(?m)^\\| (V-[A-Z]+-\\d+) \\|[^|]*\\| ([^|]*) \\|")
                .matcher(Files.readString(PAGE))
                .results()
                .toList();
        var listed = new TreeSet<String>();
        rows.forEach(row -> Pattern.compile("`([^`]+)`")
                .matcher(row.group(2))
                .results()
                .forEach(code -> listed.add(row.group(1) + " " + code.group(1))));
        var constructed = rows.stream()
                .filter(row -> row.group(2).equals("by construction"))
                .map(row -> row.group(1))
                .toList();
        assertEquals(cases().map(Case::toString).collect(Collectors.toCollection(TreeSet::new)), listed);
        assertEquals(List.of("V-BIEU-06", "V-BIEU-08"), constructed);
    }
}
