/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bieumau.core.pack.FolderPack;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.ProvincePack;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Suppression;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Silencing problems with a reason: bỏ qua. */
class SuppressionsTest {

    /**
     * A plan with two wrong citations, in lines of their own; %1$s is the head of the file, %2$s and %3$s are places.
     */
    private static final String PLAN = """
            %1$s
            tỉnh T "tỉnh Quảng Ngãi" { mã "51" }
            cơ quan S "Sở" { viết tắt "S" địa danh "Đ" tỉnh T }
            kế hoạch K {
                cơ quan ban hành S
                ngày 05/01/2026
                %2$s
                trích yếu "x"
                nội dung '''
                    %3$s
                    Kế hoạch số 12/QĐ-UBND.
                    Kế hoạch số 13/QĐ-UBND.
                '''
                nơi nhận { "A" lưu VT }
                ký { chức vụ "Giám đốc" họ tên "A" }
            }
            """;

    private static final String SILENT = "bỏ qua CITATION-TYPE \"Số thật của văn bản\"";

    private static final String FORM = """
            %1$s
            mẫu biểu M "M" {
                cột a "A": chữ, bắt buộc
                cột b "B": số
                kiểm tra LỚN báo lỗi khi b > 5: "Lớn quá"
            }
            biểu F lập theo mẫu M {
                %2$s
                dòng %3$s { a "x" b 6 }
                dòng { a "y" b 7 }
            }
            """;

    @TempDir
    private Path folder;

    private static BieuFile read(String text) throws Exception {
        return new BieuReader().read(text);
    }

    private static List<String> problems(BieuFile file) {
        return file.problems().stream()
                .map(problem ->
                        problem.code() + " " + problem.place().position().replaceAll(":.*", ""))
                .toList();
    }

    private static List<String> silenced(BieuFile file) {
        return file.silenced().stream()
                .map(each -> each.problem().code() + " "
                        + each.problem().place().position().replaceAll(":.*", "") + " " + each.reason())
                .toList();
    }

    @Test
    void nothingIsSilencedUnasked() throws Exception {
        var file = read(PLAN.formatted("", "", ""));
        assertEquals(List.of("CITATION-TYPE 11", "CITATION-TYPE 12"), problems(file));
        assertEquals(List.of(), silenced(file));
    }

    @Test
    void lineOfProseSilencesTheNextLine() throws Exception {
        var file = read(PLAN.formatted("", "", SILENT));
        assertEquals(List.of("CITATION-TYPE 12"), problems(file));
        assertEquals(List.of("CITATION-TYPE 11 Số thật của văn bản"), silenced(file));
    }

    @Test
    void settingSilencesTheDocument() throws Exception {
        var file = read(PLAN.formatted("", SILENT, ""));
        assertEquals(List.of(), problems(file));
        assertEquals(2, file.silenced().size());
        var two = read(PLAN.formatted("", SILENT, "")
                + PLAN.formatted("", "", "").replaceAll("(?s).*?kế hoạch K", "kế hoạch L"));
        assertEquals(2, two.problems().size());
    }

    @Test
    void headSilencesTheFile() throws Exception {
        var file = read(PLAN.formatted(SILENT, "", ""));
        assertEquals(List.of(), problems(file));
        assertEquals(2, file.silenced().size());
    }

    @Test
    void librarySilencesTheFilesThatUseIt() throws Exception {
        Files.writeString(folder.resolve("chung.bieu"), "thư viện chung " + SILENT);
        var file = Files.writeString(folder.resolve("a.bieu"), PLAN.formatted("dùng chung", "", ""));
        assertEquals(2, new BieuReader().read(file).silenced().size());
        Files.writeString(file, PLAN.formatted("", "", ""));
        assertEquals(2, new BieuReader().read(file).problems().size());
        assertEquals(
                List.of(), new BieuReader().read(folder.resolve("chung.bieu")).problems());
    }

    @ParameterizedTest
    @CsvSource({"51, 2", "33, 0"})
    void packSilencesTheDocumentsOfItsProvince(String province, int count) throws Exception {
        var pack = Files.createDirectories(folder.resolve("qn"));
        Files.writeString(pack.resolve("goi.properties"), "id = qn\nversion = 1\nprovince = " + province + "\n");
        Files.writeString(pack.resolve("kiemtra.bieu"), "thư viện qn.kiemtra " + SILENT);
        var registry = Registry.load(getClass().getClassLoader());
        registry.add(ProvincePack.class, new FolderPack(pack));
        var file = Files.createDirectories(folder.resolve("mine")).resolve("a.bieu");
        Files.writeString(file, PLAN.formatted("", "", ""));
        assertEquals(
                count, new BieuReader(List.of(), registry).read(file).silenced().size());
    }

    @Test
    void ruleIsSilencedByItsName() throws Exception {
        assertEquals(List.of("FORM-RULE 9", "FORM-RULE 10"), problems(read(FORM.formatted("", "", ""))));
        var row = read(FORM.formatted("", "", "(bỏ qua LỚN \"đã duyệt\")"));
        assertEquals(List.of("FORM-RULE 10"), problems(row));
        var form = read(FORM.formatted("", "bỏ qua LỚN \"đã duyệt\"", ""));
        assertEquals(List.of(), problems(form));
        assertFalse(form.hasErrors());
        assertEquals(2, form.silenced().size());
    }

    @Test
    void missingReasonIsAProblemAndSilencesNothing() throws Exception {
        for (var text : List.of(
                PLAN.formatted("bỏ qua CITATION-TYPE", "", ""),
                PLAN.formatted("", "bỏ qua CITATION-TYPE \" \"", ""),
                PLAN.formatted("", "", "bỏ qua CITATION-TYPE \"…\""),
                PLAN.formatted("", "", "bỏ qua CITATION-TYPE"))) {
            var file = read(text);
            assertEquals(List.of(), silenced(file));
            assertEquals(3, file.problems().size(), () -> file.problems().toString());
            assertTrue(file.problems().stream().anyMatch(each -> each.code().equals("SUPPRESSION-REASON")));
        }
    }

    @Test
    void unknownAndUselessSuppressionsAreReported() throws Exception {
        assertEquals(
                List.of("SUPPRESSION-UNKNOWN 1", "CITATION-TYPE 11", "CITATION-TYPE 12"),
                problems(read(PLAN.formatted("bỏ qua CITATION-TIPE \"a\"", "", ""))));
        assertEquals(
                List.of("SUPPRESSION-UNUSED 7", "CITATION-TYPE 11", "CITATION-TYPE 12"),
                problems(read(PLAN.formatted("", "bỏ qua SIGNATURE-MISSING \"a\"", ""))));
        assertEquals(
                List.of("SUPPRESSION-UNUSED 10", "CITATION-TYPE 12", "CITATION-TYPE 13"),
                problems(read(PLAN.formatted("", "", SILENT + "\n        Một dòng đúng."))));
    }

    @Test
    void errorThatPreventsPrintingCannotBeSilenced() throws Exception {
        var file = read(PLAN.formatted("bỏ qua DOCUMENT-AGENCY \"a\"", "", "").replace("cơ quan ban hành S", ""));
        assertTrue(file.hasErrors());
        assertTrue(
                problems(file).contains("SUPPRESSION-REFUSED 1"),
                () -> problems(file).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bỏ qua bước này", "Bỏ qua CITATION-TYPE", "bỏ qua TPHCM và Hà Nội", "bỏ qua: A"})
    void textThatBeginsWithTheSameWordsIsText(String line) throws Exception {
        var library = Bieu.parse(PLAN.formatted("", "", line));
        var all = EcoreUtil.getAllContents(library, true);
        while (all.hasNext()) {
            assertFalse(all.next() instanceof Suppression);
        }
        assertEquals(
                2,
                problems(read(PLAN.formatted("", "", line))).stream()
                        .filter(each -> each.startsWith("CITATION-TYPE"))
                        .count());
    }

    /** A file with a word that the check of spelling does not know; %s is its head. */
    private static final String WORD = """
            %s
            danh mục D { a "bột phẹt" b "Phẹtt đỏ" c "kết qủa" }
            """;

    @Test
    void wordIsSilencedByItself() throws Exception {
        assertEquals(List.of("SPELLING 2", "SPELLING-TONE 2"), problems(read(WORD.formatted(""))));
        var file = read(WORD.formatted("bỏ qua phẹtt \"Từ riêng\""));
        assertEquals(List.of("SPELLING-TONE 2"), problems(file));
        assertEquals(List.of(), silenced(file), "a word of the dictionary is right");
        assertEquals(List.of("SPELLING-TONE 2"), problems(read(WORD.formatted("bỏ qua SPELLING \"Toàn từ riêng\""))));
        assertEquals(
                List.of("SUPPRESSION-UNUSED 1", "SPELLING 2", "SPELLING-TONE 2"),
                problems(read(WORD.formatted("bỏ qua phọtt \"Từ riêng\""))));
        assertEquals(
                List.of("SUPPRESSION-UNKNOWN 1", "SPELLING 2", "SPELLING-TONE 2"),
                problems(read(WORD.formatted("bỏ qua phẹt \"Từ riêng\""))));
    }

    @Test
    void libraryHasTheDictionaryOfTheFilesThatUseIt() throws Exception {
        Files.writeString(folder.resolve("chung.bieu"), "thư viện chung bỏ qua phẹtt \"Từ riêng\"");
        var file = Files.writeString(folder.resolve("a.bieu"), WORD.formatted("dùng chung"));
        assertEquals(List.of("SPELLING-TONE 2"), problems(new BieuReader().read(file)));
        assertEquals(
                List.of(), new BieuReader().read(folder.resolve("chung.bieu")).problems());
    }

    @Test
    void suppressionsAreWrittenAndFormatted() throws Exception {
        for (var text :
                List.of(PLAN.formatted(SILENT, SILENT, SILENT), FORM.formatted("", "", "(bỏ qua LỚN \"đã duyệt\")"))) {
            var written = new BieuReader().write(read(text).library());
            assertEquals(read(text).silenced().size(), written.silenced().size(), written::text);
            assertTrue(written.silenced().size() > 0);
        }
    }
}
