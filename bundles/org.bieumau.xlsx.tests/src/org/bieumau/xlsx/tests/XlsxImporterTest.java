/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.core.source.SourceItem.Merge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads workbooks made for one property each. */
class XlsxImporterTest {

    @TempDir
    private Path folder;

    private ReadWorkbook read(SheetFile file) throws Exception {
        return ReadWorkbook.of(file.file().write(folder.resolve("a.xlsx")));
    }

    private static String inline(String cell, String text) {
        return "<c r='%s' t='inlineStr'><is><t>%s</t></is></c>".formatted(cell, text);
    }

    @Test
    void hiddenSheetsRowsAndColumnsAreFlagged() throws Exception {
        var book = read(new SheetFile()
                .sheet("S", "", """
                        <cols><col min='2' max='3' width='9' hidden='1'/></cols>
                        <sheetData><row r='1'>%s%s</row><row r='2' hidden='1'>%s</row></sheetData>
                        """.formatted(inline("A1", "a"), inline("C1", "c"), inline("A2", "b")))
                .sheet("H", "state='hidden'", "<sheetData/>")
                .sheet(
                        "V",
                        "state='veryHidden'",
                        "<sheetFormatPr zeroHeight='1'/><sheetData><row r='1'>" + inline("A1", "a")
                                + "</row><row r='2' hidden='0'>" + inline("A2", "b") + "</row></sheetData>"));
        assertEquals(
                List.of(Set.of(), Set.of(Flag.HIDDEN), Set.of(Flag.HIDDEN)),
                book.sheets().stream().map(sheet -> sheet.flags()).toList());
        assertEquals(Set.of(), book.cell("A1").flags());
        assertEquals(Set.of(Flag.HIDDEN), book.cell("C1").flags());
        assertEquals(
                List.of(Set.of(), Set.of(Flag.HIDDEN), Set.of(Flag.HIDDEN), Set.of()),
                book.rows().stream().map(row -> row.flags()).toList());
    }

    @Test
    void mergedRangesBecomeSpansAndVerticalMerges() throws Exception {
        var book = read(new SheetFile().sheet("S", "", """
                <sheetData><row r='1'>%s%s</row><row r='2'><c r='A2' s='0'/>%s</row><row r='3'>%s</row></sheetData>
                <mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='B1:D1'/><mergeCell ref='E2:F3'/></mergeCells>
                """.formatted(
                        inline("A1", "TT"), inline("B1", "Nhóm"), inline("B2", "x"), inline("A3", "y"))));
        assertEquals(Merge.START, book.cell("A1").merge());
        assertEquals(Merge.CONTINUED, book.cell("A2").merge());
        assertEquals(Kind.BLANK, book.cell("A2").kind());
        assertEquals(3, book.cell("B1").columnSpan());
        assertEquals(Merge.NONE, book.cell("B1").merge());
        assertEquals(2, book.cell("E2").columnSpan(), "an empty merged range");
        assertEquals(Merge.START, book.cell("E2").merge());
        assertEquals(2, book.cell("E3").columnSpan());
        assertEquals(Merge.CONTINUED, book.cell("E3").merge());
        assertEquals(
                Set.of("S!A1", "S!B1", "S!A2", "S!B2", "S!E2", "S!A3", "S!E3"),
                book.cells().keySet());
    }

    private static String page(String setup) {
        return "<sheetData/><pageMargins left='0.5' right='0.25' top='1' bottom='2' header='0' footer='0'/>" + setup;
    }

    @Test
    void pageOfEachSheetIsRead() throws Exception {
        var book = read(new SheetFile()
                .sheet("S", "", page("<pageSetup paperSize='8' orientation='landscape'/>"))
                .sheet("T", "", page("<pageSetup paperHeight='297mm' paperWidth='21cm' orientation='portrait'/>"))
                .sheet("U", "", page("<pageSetup orientation='landscape'/>")));

        assertEquals(
                List.of(
                        new PageSetup(420, 297, true, 25.4, 50.8, 12.7, 6.35, 0, false),
                        new PageSetup(210, 297, false, 25.4, 50.8, 12.7, 6.35, 0, false),
                        new PageSetup(297, 210, true, 25.4, 50.8, 12.7, 6.35, 0, false)),
                book.pages());
    }

    @Test
    void pageThatASheetLeavesToThePrinterIsUnknown() throws Exception {
        var book = read(new SheetFile()
                .sheet("S", "", page(""))
                .sheet("T", "", page("<pageSetup fitToHeight='0'/>"))
                .sheet("U", "", page("<pageSetup paperSize='1' orientation='default' paperWidth='wide'/>"))
                .sheet("V", "", page("<pageSetup orientation='portrait'/>")));

        assertEquals(List.of(), book.pages());
    }

    /** Programs write such cells, and Excel does not show them. */
    /** Sheets are read a first time without their rows, which are found by the tags around them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- <sheetData> --> ROWS MERGES",
                "<!-- </sheetData> --> ROWS MERGES",
                "<!-- <sheetData/> --> ROWS MERGES <!-- hết -->",
                "<?x <sheetData>?> ROWS MERGES <?y ?>",
                "<extLst><ext><![CDATA[<sheetData>]]></ext></extLst> ROWS MERGES <extLst><ext><![CDATA[x]]></ext></extLst>",
                "<sheetData a='/>'>CELLS</sheetData> MERGES",
                "<sheetData><!-- </sheetData> --> CELLS</sheetData> MERGES",
                "<sheetData><!-- </sheetData><mergeCells><mergeCell ref='A1:C3'/></mergeCells><sheetData> --> CELLS</sheetData> MERGES",
                "<sheetData>CELLS<row r='9'><c r='A9' t='str'><v><![CDATA[<sheetData></sheetData>]]></v></c></row></sheetData> MERGES",
                "<x:sheetData xmlns:x='urn:x'/> ROWS MERGES",
                "ROWS MERGES <!-- <sheetData></sheetData> -->",
                "PAD<!-- <sheetData> --> ROWS MERGES",
                "<sheetData>PAD<!-- </sheetData> -->PAD CELLS</sheetData> MERGES PAD",
            })
    void tagsOfRowsInCommentsAreNotTakenForThem(String content) throws Exception {
        var book = read(new SheetFile()
                .sheet(
                        "S",
                        "",
                        content.replace("ROWS", "<sheetData>CELLS</sheetData>")
                                .replace("CELLS", "<row r='1'>" + inline("A1", "TT") + "</row>")
                                .replace("MERGES", "<mergeCells><mergeCell ref='A1:B1'/></mergeCells>")
                                .replace("PAD", " ".repeat(70_000))));
        assertEquals("TT", book.shown("A1"));
        assertEquals(2, book.cell("A1").columnSpan());
        assertEquals(Merge.NONE, book.cell("A1").merge());
    }

    @Test
    void damageAfterTheRowsIsReportedAtItsLine() throws Exception {
        // The declaration of XML is on line 1.
        var file = new SheetFile().sheet("S", "", """
                <sheetData>
                <row r='1'><c r='A1'><v>1</v></c></row>
                </sheetData>
                <mergeCells><mergeCell></mergeCells>
                """);
        var problem = assertThrows(ProblemException.class, () -> read(file)).problem();
        assertEquals("FILE-XML", problem.code());
        assertTrue(problem.message().contains(" 5,"), problem::message);
    }

    @Test
    void textCoveredByAMergedRangeIsReported() throws Exception {
        var book = read(new SheetFile()
                .sheet("S", "", """
                <sheetData><row r='1'>%s%s</row><row r='2'>%s</row></sheetData>
                <mergeCells><mergeCell ref='A1:B2'/></mergeCells>
                """.formatted(inline("A1", "thấy"), inline("B1", "che 1"), inline("A2", "che 2"))));
        assertEquals("thấy", book.shown("A1"));
        assertEquals(
                List.of("B1", "A2"),
                book.skipped().stream()
                        .map(each -> ((org.bieumau.core.problem.Place.Cell) each.place()).address())
                        .toList());
        assertTrue(book.skipped().getFirst().what().contains("«che 1»"));
    }

    @Test
    void rangesThatOverlapOrHaveWrongNamesAreIgnored() throws Exception {
        var book = read(
                new SheetFile().sheet("S", "", """
                <sheetData><row r='1'>%s%s</row><row r='2'>%s</row></sheetData>
                <mergeCells><mergeCell ref='A1:B1'/><mergeCell ref='B1:C2'/><mergeCell ref='C1'/><mergeCell ref='C2:A1'/>
                <mergeCell ref='A1:ZZZZ9'/><mergeCell ref=''/><mergeCell/></mergeCells>
                """.formatted(inline("A1", "a"), inline("C1", "c"), inline("A2", "b"))));
        assertEquals(2, book.cell("A1").columnSpan());
        assertEquals("c", book.shown("C1"));
        assertEquals(3, book.cells().size());
    }

    @Test
    void richTextHasRuns() throws Exception {
        var book = read(new SheetFile().texts("""
                <r><t>Diện tích</t></r><r><rPr><b/><vertAlign val='superscript'/></rPr><t>(1)</t></r>\
                <rPh sb='0' eb='1'><t>đọc</t></rPh>""").rows("S", "<row r='1'><c r='A1' t='s'><v>0</v></c></row>"));
        var runs = book.cell("A1").paragraphs().getFirst().runs();
        assertEquals("Diện tích(1)", book.shown("A1"));
        assertEquals("(1)", runs.get(1).text());
        assertTrue(runs.get(1).look().bold());
        assertEquals(Set.of(Flag.SUPERSCRIPT), runs.get(1).flags());
    }

    @Test
    void runsInLegacyFontsAreConverted() throws Exception {
        var book = read(new SheetFile()
                .styles("""
                        <fonts><font><name val='Arial'/></font><font><name val='.VnTimeH'/></font>
                        <font><name val='VNI-Times'/><strike/></font></fonts>
                        <cellXfs><xf fontId='0'/><xf fontId='1'/><xf fontId='2'/></cellXfs>
                        """)
                .texts(
                        "<r><t>Sở </t></r><r><rPr><rFont val='.VnTime'/></rPr><t>Khoa häc</t></r>",
                        "<t>Céng hßa</t>",
                        "<t>Coäng hoøa</t>",
                        "<t>Cộng hòa</t>")
                .rows("S", """
                        <row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1' t='s'><v>1</v></c>
                        <c r='C1' s='2' t='s'><v>2</v></c><c r='D1' s='1' t='s'><v>3</v></c></row>
                        """));
        assertEquals("Sở Khoa học", book.shown("A1"));
        assertEquals(Set.of(Flag.CONVERTED), book.cell("A1").flags());
        assertEquals("CỘNG HÒA", book.shown("B1"));
        assertEquals("Cộng hòa", book.shown("C1"));
        assertEquals(Set.of(Flag.CONVERTED, Flag.STRUCK_OUT), book.cell("C1").flags());
        assertEquals("Cộng hòa", book.shown("D1"), "typed in Unicode, whatever its font");
        assertEquals(Set.of(), book.cell("D1").flags());
    }

    @Test
    void textsAreInNfcAlsoAcrossRuns() throws Exception {
        var book = read(new SheetFile()
                .texts("<r><t>Hoa\u0300</t></r><r><t>ng Hoa</t></r><r><rPr><b/></rPr><t>\u0300</t></r>")
                .rows(
                        "S\u006F\u0302\u0301 ",
                        "<row r='1'><c r='A1' t='s'><v>0</v></c>" + inline("B1", "Ti\u00EA\u0301n") + "</row>"));
        assertEquals("Hoàng Hoà", book.cells().get("Số !A1").shown());
        assertEquals("Tiến", book.cells().get("Số !B1").shown());
    }

    @Test
    void escapedCharactersAndLineBreaksAreRead() throws Exception {
        var book = read(new SheetFile()
                .rows(
                        "S",
                        "<row r='1'>" + inline("A1", "a_x000D_\nb_x005F_x0041_ _x0041_ _xZZ_")
                                + inline("B1", "một&#10;hai") + "</row>"));
        assertEquals("a\nb_x0041_ A _xZZ_", book.shown("A1"));
        assertEquals("một\nhai", book.shown("B1"));
    }

    @Test
    void valuesHaveTheirKindAndStoredValue() throws Exception {
        var book =
                read(new SheetFile().formats("dd/mm/yyyy", "#,##0", "@", ";;;").rows("S", """
                <row r='1'>
                <c r='A1'><v>7100</v></c><c r='B1' s='2'><v>7100</v></c><c r='C1' s='1'><v>44656</v></c>
                <c r='D1' t='b'><v>1</v></c><c r='E1' t='e'><v>#DIV/0!</v></c>
                <c r='F1' t='d'><v>2022-04-05T12:00:00Z</v></c><c r='G1' t='str'><f>A1</f><v>chữ</v></c>
                <c r='H1' s='2'><f>A1*2</f><v>14200</v></c><c r='I1' s='3' t='inlineStr'><is><t>012</t></is></c>
                <c r='J1' s='4' t='inlineStr'><is><t>ẩn</t></is></c><c r='K1'><v>không phải số</v></c>
                </row>
                """));
        assertEquals(new BigDecimal(7100), book.cell("A1").stored());
        assertEquals("7100", book.shown("A1"));
        assertEquals("7.100", book.shown("B1"));
        assertEquals(new BigDecimal(7100), book.cell("B1").stored());
        assertEquals(Kind.DATE, book.cell("C1").kind());
        assertEquals(LocalDateTime.of(2022, 4, 5, 0, 0), book.cell("C1").stored());
        assertEquals("05/04/2022", book.shown("C1"));
        assertEquals(Boolean.TRUE, book.cell("D1").stored());
        assertEquals("TRUE", book.shown("D1"));
        assertEquals(Kind.ERROR, book.cell("E1").kind());
        assertEquals(LocalDateTime.of(2022, 4, 5, 12, 0), book.cell("F1").stored());
        assertEquals("chữ", book.shown("G1"));
        assertEquals(Set.of(Flag.FORMULA), book.cell("G1").flags());
        assertEquals("14.200", book.shown("H1"));
        assertEquals(Set.of(Flag.FORMULA), book.cell("H1").flags());
        assertEquals(Kind.TEXT, book.cell("I1").kind());
        assertEquals("012", book.shown("I1"));
        assertEquals("", book.shown("J1"));
        assertEquals("ẩn", book.cell("J1").stored());
        assertEquals(Set.of(Flag.HIDDEN), book.cell("J1").flags());
        assertEquals(Kind.TEXT, book.cell("K1").kind());
    }

    /** A citizen's number has twelve digits; as a number it has lost its zero, but no other digit. */
    @Test
    void identityNumbersKeepTheirDigits() throws Exception {
        var book = read(new SheetFile()
                .rows(
                        "S",
                        "<row r='1'><c r='A1'><v>44123456789</v></c>"
                                + "<c r='B1'><v>123456789012345678</v></c><c r='C1'><v>1.23456789012E+11</v></c>"
                                + inline("D1", "'044123456789") + "</row>"));
        assertEquals("44123456789", book.shown("A1"));
        assertEquals("123456789012345678", book.shown("B1"));
        assertEquals("123456789012", book.shown("C1"));
        assertEquals("'044123456789", book.shown("D1"));
    }

    @Test
    void formulasWithoutResultsAreReported() throws Exception {
        var book = read(new SheetFile()
                .rows(
                        "S",
                        "<row r='1'><c r='A1'><f>1+1</f></c><c r='B1'><f>2+2</f></c>" + inline("C1", "x") + "</row>"));
        assertEquals(Kind.BLANK, book.cell("A1").kind());
        assertEquals(Set.of(Flag.FORMULA), book.cell("A1").flags());
        assertEquals(1, book.skipped().size());
        assertTrue(book.skipped().getFirst().place().position().contains("A1"));
        assertTrue(book.skipped().getFirst().what().startsWith("2 "));
    }

    @Test
    void datesCountFrom1904IfTheWorkbookSaysSo() throws Exception {
        var book = read(new SheetFile()
                .from1904()
                .formats("d/m/yyyy")
                .rows("S", "<row r='1'><c r='A1' s='1'><v>43194</v></c></row>"));
        assertEquals("5/4/2022", book.shown("A1"));
    }

    @Test
    void textsOfSpacesAreEmptyCells() throws Exception {
        var book = read(new SheetFile()
                .rows(
                        "S",
                        "<row r='1'>" + inline("A1", "\u00A0") + inline("B1", "x") + inline("C1", "")
                                + "</row><row r='2'>" + "<c r='A2' s='3'/><c r='CV2' s='3'/></row>"));
        assertEquals(Kind.BLANK, book.cell("A1").kind());
        assertEquals("", book.shown("A1"));
        assertEquals("\u00A0", book.cell("A1").stored());
        assertNull(book.cell("C1"));
        assertEquals(1, book.rows().size(), "formats alone make no row");
    }

    @Test
    void placesHaveTheNamesThatExcelShows() throws Exception {
        var book = read(new SheetFile().rows("PL01 ", "<row r='14'>" + inline("D14", "x") + "</row>"));
        var place = book.cells().get("PL01 !D14").place();
        assertTrue(place.position().contains("«PL01 »") && place.position().endsWith("D14"), place::position);
        assertEquals(14, book.rows().getFirst().number());
    }

    @Test
    void namesOfRowsAndCellsMayBeMissing() throws Exception {
        var book = read(new SheetFile().rows("S", """
                <row><c><v>1</v></c><c/><c><v>3</v></c></row><row r='5'><c><v>5</v></c></row><row><c r='B6'><v>6</v></c>
                <c r='???'><v>7</v></c></row>
                """));
        assertEquals(
                Set.of("S!A1", "S!C1", "S!A5", "S!B6", "S!C6"), book.cells().keySet());
    }

    @Test
    void cellsOutOfOrderAreSortedAndDoubleOnesReported() throws Exception {
        var book = read(new SheetFile()
                .rows("S", "<row r='1'><c r='C1'><v>3</v></c><c r='A1'><v>1</v></c><c r='C1'><v>33</v></c></row>"));
        assertEquals(List.of("S!A1", "S!C1"), List.copyOf(book.cells().keySet()));
        assertEquals("3", book.shown("C1"));
        assertTrue(book.skipped().getFirst().what().contains("«33»"));
    }

    @Test
    void prefixesAndStrictNamespacesAreUnderstood() throws Exception {
        var name = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        var file = new SheetFile().rows("S", "").file();
        file.part(
                "/xl/worksheets/sheet1.xml",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
                ("<x:worksheet xmlns:x='%s'><x:sheetData ><x:row r='1'><x:c r='A1'><x:v>5</x:v></x:c></x:row></x:sheetData>"
                                + "<x:mergeCells><x:mergeCell ref='A1:B1'/></x:mergeCells></x:worksheet>")
                        .formatted(name));
        var book = ReadWorkbook.of(file.write(folder.resolve("a.xlsx")));
        assertEquals("5", book.shown("A1"));
        assertEquals(2, book.cell("A1").columnSpan());
    }

    @Test
    void columnsHaveWidthsAsFarAsTheSheetIsUsed() throws Exception {
        var book = read(new SheetFile()
                .sheet(
                        "S",
                        "",
                        "<dimension ref='A1:C9'/><cols><col min='2' max='16384' width='20'/></cols><sheetData/>"));
        assertEquals(3, book.sheets().getFirst().widths().size());
        assertEquals(38.4, book.sheets().getFirst().widths().get(1), 0.1);
    }

    @Test
    void settingsFarBeyondTheContentAreIgnored() throws Exception {
        var book = read(new SheetFile().sheet("S", "", """
                <dimension ref='A1:XFD1048576'/><sheetData><row r='1'>%s</row></sheetData>
                <mergeCells><mergeCell ref='A2:XFD1048576'/></mergeCells>
                <dataValidations><dataValidation sqref='A1:AMJ1048576' type='list'/></dataValidations>
                """.formatted(inline("A1", "x"))));
        assertEquals(Set.of("S!A1"), book.cells().keySet());
    }

    @Test
    void lookOfTextIsRead() throws Exception {
        var book = read(new SheetFile().styles("""
                <fonts><font><b/><i val='0'/><sz val='13'/><color rgb='FFFF0000'/><name val='Times New Roman'/></font></fonts>
                <cellXfs><xf fontId='0'><alignment horizontal='center'/></xf></cellXfs>
                """).rows("S", "<row r='1'>" + inline("A1", "x") + "</row>"));
        var look = book.cell("A1").paragraphs().getFirst().look();
        assertTrue(look.bold() && !look.italic() && look.size() == 13 && look.colour() == 0xFF0000, look::toString);
        assertEquals("Times New Roman", look.typeface());
        assertEquals(org.bieumau.core.profile.Look.Alignment.CENTER, look.alignment());
    }
}
