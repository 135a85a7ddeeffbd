/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.ide.internal.consolidation.NewCampaign;
import org.bieumau.dsl.ide.internal.consolidation.ReturnFolder;
import org.bieumau.dsl.ide.internal.consolidation.UnitCatalogue;
import org.bieumau.dsl.ide.internal.consolidation.UnitCatalogue.UnitList;
import org.bieumau.dsl.ide.internal.consolidation.UnitLines;
import org.bieumau.dsl.ide.internal.consolidation.UnitSheet;
import org.bieumau.dsl.ide.internal.template.TemplateCatalogue;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Campaign;
import org.bieumau.model.Form;
import org.bieumau.model.MergeMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New campaigns: lists of units, the text, and files that are added to the returns. */
class NewCampaignTest {

    private static final String LIBRARY = """
            phiên bản 2
            thư viện thử.chung

            cơ quan UBND "Ủy ban nhân dân tỉnh" {}
            cơ quan SNV "Sở Nội vụ" { trực thuộc UBND }
            cơ quan STC "Sở Tài chính" { trực thuộc UBND }
            danh mục Xã "Các xã" { tânThủy "UBND xã Tân Thủy"   hòaBình "UBND xã Hòa Bình" }
            mẫu biểu M "BIỂU \\"M\\"" { cột tên "Tên": chữ   cột số "Số": số }
            """;

    @TempDir
    Path folder;

    private static List<String> texts(String text) {
        return UnitLines.of(text).stream()
                .map(line -> line.name() + "|" + line.title() + "|" + line.code() + "|" + line.contact())
                .toList();
    }

    @Test
    void linesAreUnitsWithCodeAndContact() {
        assertEquals(
                List.of(
                        "tânThủy|UBND xã Tân Thủy|19273|Lê Thị B, 0912 345 678",
                        "hòaBình|Xã Hòa Bình||",
                        "phường1|Phường 1||",
                        "sởNộiVụ|Sở Nội vụ||Trần C",
                        "hòaBình_2|Phường Hòa Bình|0123|"),
                texts("""
                        1. UBND xã Tân Thủy\t19273\tLê Thị B\t0912 345 678

                        2) Xã Hòa Bình
                        3\tPhường 1
                        Sở Nội vụ; Trần C
                        xã hòa bình
                        Phường Hòa Bình\t0123
                        45
                        """));
    }

    @Test
    void csvIsReadWithItsSeparator() throws Exception {
        var file = folder.resolve("xa.csv");
        Files.writeString(
                file, "\ufeffTT;Tên đơn vị;Mã\r\n1;\"UBND xã \"\"A\"\" B\";001\r\n2;UBND xã C;002\r\n;Cộng;\r\n");
        var sheet = UnitSheet.read(file, Registry.installed(), Progress.NONE).getFirst();
        assertEquals(List.of("A", "B", "C"), sheet.columns());
        assertEquals(1, sheet.nameColumn());
        assertEquals("UBND xã \"A\" B\t001\nUBND xã C\t002\n", sheet.lines(1, 2, -1));
    }

    @Test
    void rowsAboveTheHeadingAreNoUnits() throws Exception {
        var file = folder.resolve("cskcb.csv");
        Files.writeString(file, "ma_cskcb,ten_cskcb\nMã,Tên CSKCB\n10001,Bvđk Bảo Thắng\n10002,Bvđk Bảo Yên\n");
        var sheet = UnitSheet.read(file, Registry.installed(), Progress.NONE).getFirst();
        assertEquals("Bvđk Bảo Thắng\t10001\nBvđk Bảo Yên\t10002\n", sheet.lines(sheet.nameColumn(), 0, -1));
    }

    @Test
    void workbookIsReadBelowItsHeading() throws Exception {
        var reader = new BieuReader();
        var read = reader.read("""
                phiên bản 2
                mẫu biểu M "DANH SÁCH ĐƠN VỊ" { cột stt "STT": số thứ tự   cột tên "Tên đơn vị": chữ   cột mã "Mã": chữ }
                biểu B lập theo mẫu M {
                    dòng "UBND xã Tân Thủy" { mã "19273" }
                    dòng "UBND xã Hòa Bình" { mã "19276" }
                }
                """);
        var file = folder.resolve("xa.xlsx");
        read.export(read.element(Form.class, "B").orElseThrow(), file);
        var sheet = UnitSheet.read(file, Registry.installed(), Progress.NONE).getFirst();
        assertEquals(1, sheet.nameColumn());
        assertEquals("UBND xã Tân Thủy\t19273\nUBND xã Hòa Bình\t19276\n", sheet.lines(1, 2, -1));
    }

    private void assertIsValid(NewCampaign campaign) throws Exception {
        var file = folder.resolve("dot.bieu");
        Files.writeString(file, campaign.text());
        var read = new BieuReader().read(file);
        assertEquals(List.of(), read.problems().stream().map(Problem::message).toList(), campaign::text);
        var model = read.element(Campaign.class, campaign.name()).orElseThrow();
        assertEquals("M", model.getTemplates().getFirst().getName());
        assertEquals("BIỂU \"M\"", model.getTitle());
        assertEquals("nop-ve", model.getFolder());
        assertEquals(campaign.merge(), model.getMerge());
        assertEquals(LocalDate.of(2026, 12, 5), model.getDeadline().latest());
    }

    private NewCampaign campaign(MergeMode merge, Optional<UnitList> list, String lines) throws Exception {
        Files.writeString(folder.resolve("chung.bieu"), LIBRARY);
        var template = TemplateCatalogue.of(folder.resolve("dot.bieu"), Registry.installed()).stream()
                .filter(each -> each.library().equals("thử.chung"))
                .findFirst()
                .orElseThrow();
        return new NewCampaign(
                template, "", "2026", LocalDate.of(2026, 12, 5), "nop-ve", merge, list, UnitLines.of(lines));
    }

    @Test
    void textHasNoProblems() throws Exception {
        assertIsValid(campaign(MergeMode.NONE, Optional.empty(), "UBND xã \"A\" \\ B; 001; Lê C\nSở Nội vụ\nXã Biểu"));
        assertIsValid(campaign(MergeMode.STACK, Optional.empty(), "Một\nHai"));
        for (var list : UnitCatalogue.of(folder.resolve("dot.bieu"), Registry.installed())) {
            if (list.library().equals("thử.chung")) {
                assertIsValid(campaign(MergeMode.ROW_PER_UNIT, Optional.of(list), ""));
            }
        }
    }

    @Test
    void listsOfALibraryAreVocabulariesAndAgenciesBelowAnother() throws Exception {
        Files.writeString(folder.resolve("chung.bieu"), LIBRARY);
        var lists = UnitCatalogue.of(folder.resolve("dot.bieu"), Registry.installed()).stream()
                .filter(each -> each.library().equals("thử.chung"))
                .toList();
        assertEquals(
                List.of("Các xã", "Ủy ban nhân dân tỉnh"),
                lists.stream().map(UnitList::title).toList());
        assertEquals(List.of("SNV", "STC"), lists.get(1).names());
        assertEquals(
                List.of("UBND xã Tân Thủy", "UBND xã Hòa Bình"),
                lists.getFirst().titles());
    }

    @Test
    void addedFilesReplaceNothingAndKeepTheirTime() throws Exception {
        var returns = folder.resolve("nop-ve");
        var sent = Files.createDirectories(folder.resolve("gui/con"));
        var time = FileTime.from(Instant.parse("2022-12-10T03:00:00Z"));
        Files.setLastModifiedTime(Files.writeString(folder.resolve("gui/a.docx"), "một"), time);
        Files.writeString(sent.resolve("b.docx"), "hai");
        var first = new ReturnFolder(returns, () -> false);
        first.add(List.of(folder.resolve("gui/a.docx"), folder.resolve("gui")));
        assertEquals(
                List.of("a.docx", "gui/a.docx", "gui/con/b.docx"),
                first.added().stream()
                        .map(file -> returns.relativize(file).toString().replace('\\', '/'))
                        .sorted()
                        .toList());
        assertEquals(time, Files.getLastModifiedTime(returns.resolve("a.docx")));
        Files.writeString(folder.resolve("gui/a.docx"), "khác");
        var second = new ReturnFolder(returns, () -> false);
        second.add(List.of(folder.resolve("gui/a.docx")));
        assertEquals(List.of(returns.resolve("a (2).docx")), second.added());
        assertEquals("một", Files.readString(returns.resolve("a.docx")));
        var third = new ReturnFolder(returns, () -> false);
        third.add(List.of(folder.resolve("gui/a.docx"), returns.resolve("a.docx")));
        assertEquals(List.of(), third.added());
        assertEquals(2, third.known().size());
        assertTrue(Files.exists(returns.resolve("a (2).docx")));
    }
}
