/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.core.source.SourceItem.Merge;
import org.bieumau.legacy.internal.XlsImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads old workbooks made for one property each. */
class XlsImporterTest {

    @TempDir
    private Path folder;

    private ReadFile read(Consumer<HSSFWorkbook> content) throws Exception {
        var file = folder.resolve("a.xls");
        try (var book = new HSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            content.accept(book);
            book.write(out);
        }
        return ReadFile.of(new XlsImporter(), file);
    }

    @Test
    void valuesAreShownWithTheirFormats() throws Exception {
        var file = read(book -> {
            var row = book.createSheet("PL01 ").createRow(0);
            row.createCell(0).setCellValue(7100);
            row.getCell(0).setCellStyle(book.createCellStyle());
            row.getCell(0).getCellStyle().setDataFormat((short) 3);
            row.createCell(1).setCellValue(-3);
            row.getCell(1).setCellStyle(book.createCellStyle());
            row.getCell(1).getCellStyle().setDataFormat(book.createDataFormat().getFormat("#,##0_);(#,##0)"));
            row.createCell(2).setCellValue(44656);
            row.getCell(2).setCellStyle(book.createCellStyle());
            row.getCell(2).getCellStyle().setDataFormat((short) 14);
            row.createCell(3).setCellValue(true);
            row.createCell(4).setCellErrorValue(FormulaError.DIV0.getCode());
            row.createCell(5).setCellFormula("A1*2");
            row.getCell(5).setCellValue(14200);
            row.createCell(6).setCellValue("\u00A0");
            row.createCell(7).setCellValue(44123456789.0);
            row.createCell(8).setCellValue(0.1 + 0.2);
        });
        assertEquals("7.100", file.shown("A1"));
        assertEquals(BigDecimal.valueOf(7100), file.cells().get("A1").stored());
        assertEquals("(3)", file.shown("B1"));
        assertEquals("05/04/2022", file.shown("C1"));
        assertEquals(LocalDateTime.of(2022, 4, 5, 0, 0), file.cells().get("C1").stored());
        assertEquals("TRUE", file.shown("D1"));
        assertEquals("#DIV/0!", file.shown("E1"));
        assertEquals(Kind.ERROR, file.cells().get("E1").kind());
        assertEquals("14200", file.shown("F1"));
        assertEquals(Set.of(Flag.FORMULA), file.cells().get("F1").flags());
        assertEquals(null, file.cells().get("G1"));
        assertEquals("44123456789", file.shown("H1"));
        assertEquals("0.3", file.shown("I1"));
        assertTrue(file.cells().get("A1").place().position().contains("«PL01 »"));
    }

    @Test
    void pageOfEachSheetIsRead() throws Exception {
        var file = read(book -> {
            var wide = book.createSheet("A");
            wide.createRow(0).createCell(0).setCellValue("a");
            wide.getPrintSetup().setPaperSize(PrintSetup.A3_PAPERSIZE);
            wide.getPrintSetup().setLandscape(true);
            wide.setMargin(PageMargin.TOP, 1);
            wide.setMargin(PageMargin.BOTTOM, 2);
            wide.setMargin(PageMargin.LEFT, 0.5);
            wide.setMargin(PageMargin.RIGHT, 0.25);
            wide.getPrintSetup().setHeaderMargin(0);
            var high = book.createSheet("B").getPrintSetup();
            high.setPaperSize(PrintSetup.A4_PAPERSIZE);
            high.setLandscape(false);
            // The flag is fNoPls: the printer decides.
            book.createSheet("C").getPrintSetup().setValidSettings(true);
        });

        assertEquals(2, file.pages().size());
        assertEquals(
                new PageSetup(420, 297, true, 25.4, 50.8, 12.7, 6.35, 0, false),
                file.pages().getFirst());
        assertEquals(210, file.pages().getLast().width());
        assertEquals(297, file.pages().getLast().height());
    }

    @Test
    void mergesAreReadAndHiddenPartsFlagged() throws Exception {
        var file = read(book -> {
            var sheet = book.createSheet("S");
            sheet.createRow(0).createCell(0).setCellValue("TT");
            sheet.getRow(0).createCell(1).setCellValue("Nhóm");
            sheet.createRow(1).createCell(1).setCellValue("x");
            sheet.getRow(1).setZeroHeight(true);
            sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 0));
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 1, 3));
            sheet.setColumnHidden(1, true);
            book.createSheet("Ẩn");
            book.setSheetHidden(1, true);
        });
        assertEquals(Merge.START, file.cells().get("A1").merge());
        assertEquals(Merge.CONTINUED, file.cells().get("A2").merge());
        assertEquals(3, file.cells().get("B1").columnSpan());
        assertEquals(Set.of(Flag.HIDDEN), file.cells().get("B1").flags());
        assertEquals(Set.of(Flag.HIDDEN), file.rows().get(1).flags());
        assertEquals(Set.of(Flag.HIDDEN), file.tables().get(1).flags());
    }

    @Test
    void textsInLegacyFontsAreConverted() throws Exception {
        var file = read(book -> {
            var font = book.createFont();
            font.setFontName(".VnTime");
            var style = book.createCellStyle();
            style.setFont(font);
            var row = book.createSheet("S").createRow(0);
            row.createCell(0).setCellValue("Céng hßa");
            row.getCell(0).setCellStyle(style);
            var mixed = new HSSFRichTextString("Sở Khoa häc");
            mixed.applyFont(3, mixed.length(), font);
            row.createCell(1).setCellValue(mixed);
        });
        assertEquals("Cộng hòa", file.shown("A1"));
        assertEquals(Set.of(Flag.CONVERTED), file.cells().get("A1").flags());
        assertEquals("Sở Khoa học", file.shown("B1"));
        assertEquals(2, file.cells().get("B1").paragraphs().getFirst().runs().size());
    }

    @Test
    void commentsAndDrawingsAreReported() throws Exception {
        var file = read(book -> {
            var sheet = book.createSheet("S");
            var drawings = sheet.createDrawingPatriarch();
            var comment = drawings.createCellComment(new HSSFClientAnchor(0, 0, 0, 0, (short) 1, 1, (short) 3, 3));
            comment.setString(new HSSFRichTextString("kiểm tra lại"));
            sheet.createRow(1).createCell(1).setCellComment(comment);
            var box = drawings.createTextbox(new HSSFClientAnchor(0, 0, 0, 0, (short) 4, 4, (short) 5, 5));
            box.setString(new HSSFRichTextString("Mẫu số 02"));
            sheet.getHeader().setLeft("Biểu 02");
        });
        var all = file.skipped().toString();
        assertTrue(all.contains("«kiểm tra lại»") && all.contains("address=B2"), all);
        assertTrue(all.contains("«Mẫu số 02»") && all.contains("address=E5"), all);
        assertTrue(all.contains("«Biểu 02»"), all);
    }
}
