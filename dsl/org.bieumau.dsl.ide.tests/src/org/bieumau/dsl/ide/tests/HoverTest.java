/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.bieumau.core.pack.FolderPack;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.ProvincePack;
import org.bieumau.dsl.ide.internal.hover.Hover;
import org.bieumau.dsl.ide.internal.hover.Keywords;
import org.bieumau.dsl.internal.reading.LibraryResources;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.TerminalRule;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the hover texts at the position marked with ^. */
class HoverTest {

    private static final String TEXT = """
            cơ quan S "Sở Khoa học" { viết tắt "SKH" hiệu lực từ 01/7/2025 }
            viện dẫn NĐ: nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của "Chính phủ" về "công tác văn thư"
            danh mục LV { Tài "Tài chính" }
            mẫu biểu M "MẪU" {
                cột tên "Họ và tên": chữ
                cột tiền "Tiền": số tiền
                lĩnh vực theo LV
                kiểm tra R báo lỗi khi tổng(dòng.tiền) > 1 và tiền > trung bình(dòng, tiền): "m"
            }
            kiểm tra Q cho kế hoạch báo lỗi khi đếm(thời hạn) = 0 và không có(mục, tên = ""): "m"
            biểu B lập theo mẫu M { đơn vị lập S lĩnh vực Tài { dòng "An" { tiền 5 } } }
            kế hoạch K {
                cơ quan ban hành S
                nội dung '''
                    Theo [NĐ].
                '''
            }
            """;

    @RegisterExtension
    final UserLocale locale = new UserLocale(Locale.of("vi", "VN"));

    private static String at(String marked) {
        var start = TEXT.indexOf(marked.replace("^", ""));
        return Hover.at(Files.right(TEXT), start + marked.indexOf('^'))
                .map(Hover::text)
                .orElse("")
                .replace("\n", " / ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "khi t^ổng( | tổng(danh sách số) hoặc tổng(danh sách, giá trị): tổng các số",
                "trung bì^nh( | trung bình(danh sách số) hoặc trung bình(danh sách, giá trị): trung bình cộng",
                "thời h^ạn) | thời hạn: các ngày sau «trước ngày», «chậm nhất ngày»",
                "và tiề^n > | Tiền / tiền: số tiền",
                "mẫu ^M { đơn | MẪU",
                "lập ^S | Sở Khoa học / SKH / hiệu lực từ 01/7/2025",
                "lĩnh vực T^ài { | Tài chính",
                "{ t^iền 5 | Tiền / tiền: số tiền",
                "[N^Đ] | NĐ / Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư",
                "Th^eo | ''",
                "hoạch ^K { | Kế hoạch K",
                "danh mục L^V | LV / Tài chính",
                "k^ế hoạch K | kế hoạch / Kế hoạch là loại văn bản của Nghị định 30; trong ký hiệu viết tắt là KH.",
                "nghị đ^ịnh | nghị định / Nghị định là văn bản chỉ dùng để viện dẫn.",
                "số ti^ền | số tiền / Số tiền bằng đồng, in có dấu chấm phân nhóm.",
                "đơn vị l^ập S | đơn vị lập / Cơ quan hay đơn vị lập biểu.",
                "biểu ^B lập | B / MẪU",
                "bi^ểu B | biểu / Một biểu đã điền, hoặc «biểu trống» để in ra điền tay.",
                "lĩnh v^ực Tài | lĩnh vực / Một lĩnh vực của biểu, đánh số La Mã, gồm các dòng bên trong."
            })
    void wordHasHoverText(String marked, String text) {
        assertEquals(text, at(marked));
    }

    @Test
    void usedLibraryHasItsPlaces(@TempDir Path folder) throws Exception {
        var registry = Registry.load(getClass().getClassLoader());
        for (var id : List.of("goi", "goi2")) {
            var pack = java.nio.file.Files.createDirectories(folder.resolve(id));
            java.nio.file.Files.writeString(pack.resolve("goi.properties"), "id = " + id + "\nversion = 1\n");
            java.nio.file.Files.writeString(pack.resolve("a.bieu"), "thư viện chung\n");
            registry.add(ProvincePack.class, new FolderPack(pack));
        }
        var resources = new LibraryResources(List.of(), registry).resources();
        var file = (XtextResource) resources.createResource(URI.createURI("memory:/x.bieu"));
        file.load(new ByteArrayInputStream("dùng chung\n".getBytes(StandardCharsets.UTF_8)), null);
        assertEquals(
                "chung\nbieumau:/goi\nbieumau:/goi2 (không dùng)",
                Hover.at(file, 6).map(Hover::text).orElse(""));
    }

    @Test
    void hoverOfAFunctionCoversItsWholeName() {
        var hover =
                Hover.at(Files.right(TEXT), TEXT.indexOf("trung bình(dòng") + 8).orElseThrow();
        assertEquals("trung bình", TEXT.substring(hover.offset(), hover.offset() + hover.length()));
    }

    @Test
    void hoverIncludesTheCommentBeforeTheDefinition() {
        var text =
                "/* Dùng cho các sở. */\ncơ quan A \"Á\"\nmẫu văn bản M(năm: năm): báo cáo { cơ quan ban hành A }\nbáo cáo B theo mẫu M(năm = 2026) { }\n";
        var file = Files.right(text);
        assertEquals(
                "Á\nDùng cho các sở.",
                Hover.at(file, text.indexOf("A }")).orElseThrow().text());
        assertEquals(
                "báo cáo M\nnăm: năm",
                Hover.at(file, text.indexOf("M(năm ="))
                        .orElseThrow()
                        .text()
                        .toLowerCase()
                        .replace("báo cáo m", "báo cáo M"));
    }

    /** Each keyword has help in both languages, and its English text differs from the Vietnamese one. */
    @Test
    void everyKeywordHasHelpInBothLanguages() {
        var keywords = new ArrayList<Keyword>();
        LibraryResources.service(IGrammarAccess.class).getGrammar().getRules().stream()
                .filter(rule ->
                        !(rule instanceof TerminalRule) && !rule.getName().equals("Name"))
                .forEach(rule -> EcoreUtil2.getAllContentsOfType(rule, Keyword.class).stream()
                        .filter(Keywords::isWord)
                        .forEach(keywords::add));
        assertEquals(
                List.of(),
                keywords.stream()
                        .filter(keyword -> Keywords.help(keyword).isEmpty())
                        .map(HoverTest::label)
                        .toList());
        var vietnamese = keywords.stream()
                .map(keyword -> Keywords.help(keyword).orElseThrow())
                .toList();
        Locale.setDefault(Locale.ENGLISH);
        assertEquals(
                List.of(),
                IntStream.range(0, keywords.size())
                        .filter(i ->
                                Keywords.help(keywords.get(i)).orElseThrow().equals(vietnamese.get(i)))
                        .mapToObj(i -> label(keywords.get(i)))
                        .toList());
        assertEquals(Keywords.TEXTS.keys(Locale.ENGLISH), Keywords.TEXTS.keys(Locale.of("vi")));
    }

    private static String label(Keyword keyword) {
        return GrammarUtil.containingRule(keyword).getName() + " " + keyword.getValue();
    }

    @Test
    void hoverOfAKeywordCoversItsWholePhrase() {
        var hover = Hover.at(Files.right(TEXT), TEXT.indexOf("ban hành")).orElseThrow();
        assertEquals("cơ quan ban hành", TEXT.substring(hover.offset(), hover.offset() + hover.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"phiên", "  phiên bản", "phiên bản \n", "// a\nphiên /* b */ bản // c", "phiên bản 2\n"})
    void hoverCoversAPhraseAtTheEndsOfTheText(String text) {
        var hover = Hover.at(Files.any(text), text.indexOf("phiên") + 1).orElseThrow();
        assertEquals(text.indexOf("phiên"), hover.offset());
        assertEquals(text.contains("bản") ? text.indexOf("bản") + 3 : text.length(), hover.offset() + hover.length());
    }
}
