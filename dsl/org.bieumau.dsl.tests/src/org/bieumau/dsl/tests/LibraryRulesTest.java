/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.pack.FolderPack;
import org.bieumau.core.profile.Component;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.ProvincePack;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Document;
import org.eclipse.xtext.validation.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests top-level rules of a library: the documents and forms they apply to, and the values they can use. */
class LibraryRulesTest {

    private static final String DOCUMENT = """
            tỉnh T "tỉnh Quảng Ngãi" { mã "51" }
            cơ quan Sở "Sở Khoa học" { viết tắt "SKH" địa danh "Quảng Ngãi" tỉnh T đơn vị VP "Văn phòng" }
            kiểm tra R cho %s: "m"
            thông báo K {
                cơ quan ban hành Sở   ngày 05/4/2022
                trích yếu "công tác tháng 12 và nhiệm vụ tháng 01 năm 2023"
                căn cứ "Luật Đo lường"
                nội dung '''
                    I. MỤC ĐÍCH
                    1. Báo cáo trước ngày 11/6/2022, *chậm nhất ngày 11/11/2022*.
                    II. NỘI DUNG
                    - Mô hình: một
                    - Mô hình: hai
                '''
                nơi nhận { "Sở Nội vụ" "Công an tỉnh" lưu VT, VP }
                ký { chức vụ "Giám đốc" họ tên "Nguyễn Văn A" }
            }
            """;

    @TempDir
    private Path folder;

    private static List<String> codes(String rule) {
        return Bieu.issues(DOCUMENT.formatted(rule)).stream()
                .map(Issue::getCode)
                .toList();
    }

    /** A condition that holds is reported; a condition that fails narrowly is not. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tên loại = \"thông báo\" | true",
                "số = \"\" | true",
                "ngày = 05/4/2022 | true",
                "ngày > 05/4/2022 | false",
                "năm = 2022 | true",
                "địa danh = \"Quảng Ngãi\" | true",
                "tỉnh = \"tỉnh Quảng Ngãi\" | true",
                "cơ quan.viết tắt = \"SKH\" | true",
                "chứa(nội dung, \"mô hình: hai\") | true",
                "chứa(nội dung, \"mô hình: ba\") | false",
                "đếm(đoạn) = 5 | true",
                "đếm(đoạn, bắt đầu bằng(chữ, \"Mô hình:\")) = 2 | true",
                "đếm(đoạn, dấu = \"-\") = 2 | true",
                "đếm(mục) = 2 | true",
                "có(mục, tên = \"NỘI DUNG\" và đếm(đoạn) = 2) | true",
                "có(mục, chứa(chữ, \"lạ\")) | false",
                "đếm(thời hạn) = 2 | true",
                "lớn nhất(thời hạn) = 11/11/2022 | true",
                "nhỏ nhất(thời hạn) = 11/6/2022 | true",
                "mọi(thời hạn, giá trị > 10/6/2022) | true",
                "mọi(thời hạn, giá trị > 11/6/2022) | false",
                "ngày(11, 6, năm) thuộc thời hạn | true",
                "đếm(nơi nhận) = 2 | true",
                "\"Sở Nội vụ\" thuộc nơi nhận | true",
                "đếm(kính gửi) = 0 | true",
                "đếm(kèm theo.dòng) > 0 | false",
                "chứa(căn cứ, \"Đo lường\") | true",
                "đếm(người ký) = 1 | true",
                "đếm(phụ lục) = 0 | true",
                "đếm(các tháng(trích yếu)) = 2 | true",
                "tháng sau(nhỏ nhất(các tháng(trích yếu))) = lớn nhất(các tháng(trích yếu)) | true",
                "khớp(trích yếu, \"công tác*năm ????\") | true",
                "khớp(trích yếu, \"công tác*năm ???\") | false",
                "kết thúc bằng(trích yếu, \"2023\") | true",
                "nếu(năm > 2000, 1, 1 / 0) = 1 | true",
                "làm tròn(10 / 3, 2) = 3,33 | true",
                "khác nhau(nơi nhận) | true",
                "đếm(lọc(đoạn, dấu = \"-\")) = 2 | true"
            })
    void ruleReadsTheContentOfADocument(String condition, boolean holds) {
        assertEquals(holds ? List.of("DOCUMENT-RULE") : List.of(), codes("văn bản báo lỗi khi " + condition));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "văn bản báo lỗi khi trích yếu > 3 | EXPRESSION-COMPARE",
                        "văn bản báo lỗi khi đếm(nội dung) = 1 | EXPRESSION-TYPE",
                "văn bản báo lỗi khi mọi(đoạn, lạ) | EXPRESSION-NAME",
                        "văn bản báo lỗi khi kèm theo.dòng.lạ = 1 | EXPRESSION-NAME",
                "văn bản báo lỗi khi ngày | EXPRESSION-TYPE",
                        "văn bản báo lỗi khi làm tròn(1, 99) = 1 | EXPRESSION-TYPE"
            })
    void typeErrorIsReportedInTheRule(String rule, String code) {
        assertTrue(codes(rule).contains(code), () -> codes(rule).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "thông báo báo lỗi khi đúng | 1",
                "báo cáo báo lỗi khi đúng | 0",
                "báo cáo, thông báo báo lỗi khi đúng | 1",
                "văn bản báo lỗi khi sai | 0"
            })
    void ruleAppliesToItsDocumentTypesOnly(String rule, int findings) {
        assertEquals(findings, codes(rule).size());
    }

    /** A document of 2022 is checked by the rules that were valid in 2022. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(hiệu lực từ 05/4/2022) | 1",
                "(hiệu lực từ 06/4/2022) | 0",
                "(hiệu lực đến 05/4/2022) | 1",
                "(hiệu lực từ 01/01/2021 đến 04/4/2022) | 0",
                "(hiệu lực từ 01/01/2022) (nguồn \"Kế hoạch 1\") | 1"
            })
    void ruleAppliesDuringItsValidityOnly(String validity, int findings) {
        var issues =
                Bieu.issues(DOCUMENT.formatted("văn bản báo lỗi khi đúng").replace(": \"m\"", ": \"m\" " + validity));
        assertEquals(findings, issues.size());
        assertTrue(issues.stream()
                .allMatch(issue ->
                        issue.getMessage().equals(validity.contains("nguồn") ? "m [R; Kế hoạch 1]" : "m [R]")));
    }

    @Test
    void ruleWithADateIsSkippedForAnUndatedDocument() {
        var text = DOCUMENT.formatted("văn bản báo lỗi khi ngày > 01/01/2000 hoặc năm > 0")
                .replace("ngày 05/4/2022", "");
        assertEquals(
                List.of("DOCUMENT-DATE"),
                Bieu.issues(text).stream().map(Issue::getCode).toList());
    }

    /** A rule sees the document that attaches the form, the agency, earlier forms, and the named parts of a cell. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chứa(văn bản.nội dung, \"biểu kèm\") | 1",
                "văn bản.ngày > 05/4/2022 | 0",
                "cơ quan.địa chỉ = \"12 Hùng Vương\" | 1",
                "đơn vị lập = \"Sở Khoa học\" | 1",
                "đếm(biểu trước) = 1 | 1",
                "tên thuộc biểu trước.dòng.tên | 1",
                "không (tên thuộc biểu trước.dòng.tên) | 1",
                "chứa(nộiDung.làm, \"thanh tra\") | 1",
                "nộiDung.làm = \"Thanh tra Sở\" | 1",
                "nộiDung.được = \"tốt\" | 1",
                "bắt đầu bằng(nộiDung.chung, \"vấn đề\") | 1",
                "nộiDung.làm = \"\" | 1"
            })
    void formRuleSeesDocumentAgencyAndEarlierForms(String condition, int times) {
        var text = """
                cơ quan Sở "Sở Khoa học" { viết tắt "SKH" địa danh "Q" địa chỉ "12 Hùng Vương" đơn vị VP "Văn phòng" }
                mẫu biểu M {
                    cột tên: chữ
                    cột nộiDung: nhiều đoạn { ý chung ý làm "Thực hiện", tùy chọn ý được "Kết quả", tùy chọn }
                }
                mẫu biểu N dựa trên M { }
                kiểm tra R cho biểu theo mẫu M báo cảnh báo khi %s: "m"
                biểu Trước lập theo mẫu M { kỳ 2021 dòng "An" }
                biểu Sau lập theo mẫu M { kỳ 2023 dòng "Bình" }
                biểu B lập theo mẫu N {
                    đơn vị lập Sở kỳ 2022
                    dòng "An" { nộiDung '''
                        vấn đề
                        - Thực hiện: Thanh tra Sở
                        - Kết quả: tốt
                    ''' }
                    dòng "Chi" { nộiDung '''
                        khác
                    ''' }
                }
                công văn C {
                    cơ quan ban hành Sở đơn vị soạn thảo VP ngày 05/4/2022 trích yếu "x" kính gửi "Sở Nội vụ"
                    nội dung '''
                        Có biểu kèm theo.
                    '''
                    nơi nhận { "Như trên" lưu VT, VP } ký { chức vụ "Giám đốc" họ tên "A" } kèm theo B
                }
                """.formatted(condition);
        var found = Bieu.issues(text).stream()
                .filter(issue -> issue.getLineNumber() > 9 && issue.getLineNumber() < 21)
                .toList();
        assertEquals(times, found.size(), found::toString);
    }

    // Packs

    private static final String PACK = """
            thư viện qn.kiemtra
            kiểm tra QN cho văn bản báo lỗi khi đúng: "Quảng Ngãi"
            """;

    private BieuFile read(String header, String text, String... layout) throws Exception {
        var pack = Files.createDirectories(folder.resolve("packs/qn"));
        Files.writeString(pack.resolve("goi.properties"), "id = qn\nversion = 1\n" + header);
        Files.writeString(pack.resolve("kiemtra.bieu"), PACK);
        Files.writeString(pack.resolve("thethuc.tsv"), String.join("\n", layout) + "\n");
        var registry = Registry.load(getClass().getClassLoader());
        registry.add(ProvincePack.class, new FolderPack(pack));
        var file = Files.createDirectories(folder.resolve("mine")).resolve("a.bieu");
        Files.writeString(file, text);
        return new BieuReader(List.of(), registry).read(file);
    }

    private static List<String> codes(BieuFile result) {
        return result.problems().stream().map(problem -> problem.code()).toList();
    }

    /**
     * The province is that of the document or of its agency. Rules of a pack of another province do not apply, even if
     * the file uses the pack.
     */
    @Test
    void rulesOfTheProvincePackApplyToADocument() throws Exception {
        var text = DOCUMENT.formatted("văn bản báo lỗi khi sai");
        assertEquals(List.of("DOCUMENT-RULE"), codes(read("province = 51", text)));
        assertEquals(List.of(), codes(read("province = 33", text)));
        assertEquals(List.of(), codes(read("province = 33", "dùng qn.kiemtra\n" + text)));
        assertEquals(List.of("DOCUMENT-RULE"), codes(read("", "dùng qn.kiemtra\n" + text)));
        var own = text.replace("tỉnh T đơn vị", "đơn vị").replace("cơ quan ban hành Sở", "cơ quan ban hành Sở tỉnh T");
        assertEquals(List.of("DOCUMENT-RULE"), codes(read("province = 51", own)));
        assertEquals(List.of(), codes(read("province = 51", own.replace("ban hành Sở tỉnh T", "ban hành Sở"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "style\tBODY\tQN\t-\t2020-03-05\t-\tP\t13-14\t13\t-\tJUSTIFY\t10\t0\t6\t1.2",
                "style\tcomponent\tsize (pt)\nstyle\tBODY\t13"
            })
    void layoutOfTheProvincePackAppliesToADocument(String rows) throws Exception {
        var text = DOCUMENT.formatted("văn bản báo lỗi khi sai");
        var result = read("province = 51\nlayout = thethuc.tsv", text, rows);
        assertEquals(List.of("DOCUMENT-RULE"), codes(result));
        var document =
                ResolvedDocument.of((Document) result.library().getElements().getLast());
        assertEquals("qn", document.profileId());
        var profile = Registry.of(document.document()).profile("qn").orElseThrow();
        assertEquals(
                13, profile.style(Component.BODY, document.day(profile)).look().size());
        assertEquals(
                14,
                profile.style(Component.SIGNER, document.day(profile)).look().size());
        assertEquals(
                "nd30",
                ResolvedDocument.of((Document) read("province = 51", text)
                                .library()
                                .getElements()
                                .getLast())
                        .profileId());
    }

    @Test
    void layoutOfAPackCanChangeTheWordsOfACheck() throws Exception {
        var text = DOCUMENT.formatted("văn bản báo lỗi khi sai").replace("họ tên \"", "họ tên \"Trung tá ");
        assertTrue(text.contains("Trung tá"));
        var header = "province = 51\nlayout = thethuc.tsv";
        assertFalse(codes(read(header, text, "# nothing")).contains("SIGNATURE-HONOUR"));
        assertTrue(codes(read(header, text, "rule\tkey\tvalue", "rule\tHONOURS\ttrung tá; đại tá"))
                .contains("SIGNATURE-HONOUR"));
    }

    @Test
    void invalidLayoutIsReportedWithItsPlace() throws Exception {
        var result = read(
                "province = 51\nlayout = thethuc.tsv", DOCUMENT.formatted("văn bản báo lỗi khi sai"), "style\tBODY");
        var problem = result.problems().stream()
                .filter(each -> !each.code().equals("DOCUMENT-RULE"))
                .toList();
        assertEquals(1, problem.size(), problem::toString);
        assertEquals("PROFILE-MALFORMED", problem.getFirst().code());
        // The words for line and column depend on the locale.
        var place = Pattern.quote(folder.resolve("packs/qn/thethuc.tsv").toString()) + ": \\D+ 1, \\D+ 11 ";
        assertTrue(Pattern.compile(place).matcher(problem.getFirst().message()).find(), problem::toString);
    }
}
