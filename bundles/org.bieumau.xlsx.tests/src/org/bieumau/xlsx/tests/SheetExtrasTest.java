/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.bieumau.core.problem.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contents of a sheet other than its cells are reported with their places and texts. */
class SheetExtrasTest {

    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    private static final String TEXT = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    @TempDir
    private Path folder;

    /** Returns the address and the words of each thing that was not read. */
    private List<String> skipped(SheetFile file) throws Exception {
        return ReadWorkbook.of(file.file().write(folder.resolve("a.xlsx"))).skipped().stream()
                .map(each ->
                        (each.place() instanceof Place.Cell cell ? cell.address() : "") + " " + quoted(each.what()))
                .toList();
    }

    /** Returns what a phrase quotes, which is the same in both languages. */
    private static String quoted(String what) {
        return what.contains("«") ? what.substring(what.indexOf('«')) : "";
    }

    @Test
    void commentsAreReported() throws Exception {
        assertEquals(
                List.of("B2 «Xã: kiểm tra lại»"),
                skipped(new SheetFile().rows("S", "").attached("comments", "/xl/comments1.xml", """
                        <comments xmlns='%s'><authors><author>Xã</author></authors><commentList>
                        <comment ref='B2' authorId='0'><text><r><rPr><b/></rPr><t>Xã:</t></r><r><t xml:space='preserve'>
                        kiểm tra lại</t></r></text></comment></commentList></comments>
                        """.formatted(MAIN))));
    }

    @Test
    void drawingsAreReportedWithTheirTexts() throws Exception {
        var anchor = "<x:twoCellAnchor><x:from><x:col>%d</x:col><x:row>%d</x:row></x:from>%s</x:twoCellAnchor>";
        var text = "<a:p><a:r><a:t>Mẫu số</a:t></a:r><a:r><a:t> 02</a:t></a:r></a:p><a:p><a:r><a:t>A</a:t></a:r></a:p>";
        var all = skipped(new SheetFile()
                .rows("S", "")
                .attached(
                        "drawing",
                        "/xl/drawings/drawing1.xml",
                        "<x:wsDr xmlns:x='%s' xmlns:a='%s' xmlns:mc='urn:x'>".formatted(DRAWING, TEXT)
                                + anchor.formatted(2, 4, "<x:pic/>")
                                + anchor.formatted(0, 0, "<x:sp><x:txBody>" + text + "</x:txBody></x:sp>")
                                + anchor.formatted(
                                        1,
                                        1,
                                        "<mc:AlternateContent><mc:Choice><x:graphicFrame/></mc:Choice></mc:AlternateContent>")
                                + anchor.formatted(99999, 1, "<x:cxnSp/>")
                                + "</x:wsDr>"));
        assertEquals(List.of("C5 ", "A1 «Mẫu số 02 A»", "B2 ", " "), all);
    }

    @Test
    void headersAndFootersOfPagesAreReported() throws Exception {
        assertEquals(List.of(" «Biểu 02-KH & ĐT»", " «Trang /»"), skipped(new SheetFile().sheet("S", "", """
                        <sheetData/><headerFooter><oddHeader>&amp;L&amp;"Times,Bold"&amp;12Biểu 02-KH &amp;&amp; ĐT</oddHeader>
                        <oddFooter>&amp;CTrang &amp;P/&amp;N</oddFooter><evenHeader>&amp;P</evenHeader></headerFooter>
                        """)));
    }

    @Test
    void macrosAreReported() throws Exception {
        var file = new SheetFile().rows("S", "").file();
        file.relate("/xl/workbook.xml", "macros", "vbaProject", "/xl/vbaProject.bin");
        assertEquals(
                1,
                ReadWorkbook.of(file.write(folder.resolve("a.xlsx"))).skipped().size());
    }

    @Test
    void chartSheetsAreReportedAndNotRead() throws Exception {
        var file = new SheetFile().rows("Biểu đồ", "").rows("S", "").file();
        file.relate("/xl/workbook.xml", "rId1", "chartsheet", "/xl/chartsheets/sheet1.xml");
        var book = ReadWorkbook.of(file.write(folder.resolve("a.xlsx")));
        assertEquals(1, book.sheets().size());
        assertTrue(book.skipped().getFirst().place().position().contains("Biểu đồ"));
    }

    @Test
    void controlsAreCounted() throws Exception {
        var file = new SheetFile().rows("S", "").attached("ctrlProp", "/xl/ctrlProps/ctrlProp1.xml", "<x/>");
        var book = ReadWorkbook.of(file.file().write(folder.resolve("b.xlsx")));
        assertTrue(book.skipped().getFirst().what().startsWith("1 "));
    }
}
