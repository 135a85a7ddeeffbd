/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.core.source.SourceItem.Merge;
import org.bieumau.legacy.internal.DocImporter;
import org.bieumau.legacy.internal.HtmlImporter;
import org.bieumau.legacy.internal.XlsImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads web pages, under the names of Office files, too. */
class HtmlImporterTest {

    @TempDir
    private Path folder;

    private ReadFile read(String page) throws Exception {
        return ReadFile.of(new HtmlImporter(), Files.writeString(folder.resolve("a.html"), page));
    }

    @Test
    void pageUnderTheNameOfAnOfficeFileIsRead() throws Exception {
        var page =
                "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><table><tr><td>Cộng</td></tr></table></html>";
        assertEquals(
                "Cộng",
                ReadFile.of(new XlsImporter(), Files.writeString(folder.resolve("a.xls"), page))
                        .shown("1.1.1"));
        assertEquals(
                "Cộng",
                ReadFile.of(new DocImporter(), Files.writeString(folder.resolve("a.doc"), page))
                        .shown("1.1.1"));
    }

    @Test
    void pageInUtf16IsRead() throws Exception {
        var page = "\uFEFF<html><table><tr><td>Cộng</td></tr></table></html>";
        var file = Files.write(folder.resolve("a.xls"), page.getBytes(StandardCharsets.UTF_16LE));
        assertEquals("Cộng", ReadFile.of(new XlsImporter(), file).shown("1.1.1"));
    }

    @Test
    void pageInAnotherEncodingIsReadAsItSays() throws Exception {
        var page = "<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1258'></head>"
                + "<body><p>Đăng ky\u0301</p></body></html>";
        var file = Files.write(folder.resolve("a.doc"), page.getBytes(Charset.forName("windows-1258")));
        assertEquals(List.of("Đăng ký"), ReadFile.of(new DocImporter(), file).paragraphs());
    }

    @Test
    void cellsAreInTheSameColumnsAsInABrowser() throws Exception {
        var file = read("""
                <table><thead><tr><th rowspan=2>TT</th><th colspan=2>Nhóm</th></tr><tr><th>a</th><th>b</th></tr></thead>
                <tbody><tr><td>1</td><td rowspan=9>x<br>y</td><td>z</td></tr><tr><td>2</td><td>w</td></tr></tbody></table>
                """);
        assertEquals(Merge.START, file.cells().get("1.1.1").merge());
        assertEquals(2, file.cells().get("1.1.2").columnSpan());
        assertEquals(Merge.CONTINUED, file.cells().get("1.2.1").merge());
        assertEquals("a", file.shown("1.2.2"));
        assertEquals("x\ny", file.shown("1.3.2"));
        assertEquals(Merge.CONTINUED, file.cells().get("1.4.2").merge());
        assertEquals("w", file.shown("1.4.3"));
        assertTrue(file.cells()
                .get("1.1.1")
                .paragraphs()
                .getFirst()
                .runs()
                .getFirst()
                .look()
                .bold());
    }

    @Test
    void paragraphsAndNestedTablesKeepTheirOrder() throws Exception {
        var file = read("""
                <title>Không phải nội dung</title><style>p { color: red }</style><div>Kính gửi:  Sở<p>A <b>b</b></p>c</div>
                <table><tr><td>ngoài<table><tr><td>trong</td></tr></table></td></tr></table><script>x()</script>d
                """);
        assertEquals(List.of("Kính gửi: Sở", "A b", "c", "d"), file.paragraphs());
        assertEquals("ngoài", file.shown("1.1.1"));
        assertEquals("trong", file.shown("2.1.1"));
        assertEquals(1, file.tables().get(1).depth());
        assertEquals(file.cells().get("1.1.1").place(), file.tables().get(1).within());
    }

    @Test
    void numbersThatExcelSavedKeepTheirValue() throws Exception {
        var file = read("<table><tr><td x:num='7100.5'>7.100,5</td><td x:num>12</td><td>'012</td></tr></table>");
        assertEquals(new BigDecimal("7100.5"), file.cells().get("1.1.1").stored());
        assertEquals("7.100,5", file.shown("1.1.1"));
        assertEquals(Kind.NUMBER, file.cells().get("1.1.2").kind());
        assertEquals(Kind.TEXT, file.cells().get("1.1.3").kind());
    }

    @Test
    void legacyFontsAndHiddenRowsAreFlagged() throws Exception {
        var file = read("<table><tr style='display:none'><td><font face='.VnTime'>Céng hßa</font></td>"
                + "<td style='font-family:\".VnTimeH\"'>Céng</td><td>&nbsp;</td></tr></table>");
        assertEquals("Cộng hòa", file.shown("1.1.1"));
        assertTrue(file.cells().get("1.1.1").flags().contains(Flag.CONVERTED));
        assertEquals("CỘNG", file.shown("1.1.2"));
        assertEquals(Kind.BLANK, file.cells().get("1.1.3").kind());
        assertEquals(Set.of(Flag.HIDDEN), file.rows().getFirst().flags());
    }
}
