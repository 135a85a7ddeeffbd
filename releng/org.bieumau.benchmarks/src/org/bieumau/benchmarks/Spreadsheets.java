/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a table as XLSX with other libraries: a title, a header, and cells with borders and number formats. */
final class Spreadsheets {

    private static final String TYPEFACE = "Times New Roman";
    private static final String FORMAT = "#,##0.###";

    private Spreadsheets() {}

    static void fastexcel(Table table, OutputStream out) throws IOException {
        try (var book = new Workbook(new Uncloseable(out), "Biểu Mẫu", "1.0")) {
            var sheet = book.newWorksheet("Biểu");
            sheet.value(0, 0, table.title());
            sheet.style(0, 0).bold().fontName(TYPEFACE).fontSize(14).set();
            var columns = table.columns();
            for (int c = 0; c < columns.size(); c++) {
                sheet.width(c, columns.get(c).millimetres() / 2.0);
                sheet.value(1, c, columns.get(c).title());
                sheet.style(1, c)
                        .bold()
                        .fontName(TYPEFACE)
                        .fontSize(12)
                        .wrapText(true)
                        .borderStyle("thin")
                        .set();
            }
            for (int r = 0; r < table.count(); r++) {
                for (int c = 0; c < columns.size(); c++) {
                    cell(sheet, r, c, columns.get(c).kind(), table.value(r, c));
                }
                if (r % 1000 == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static void cell(Worksheet sheet, int row, int column, Table.Kind kind, Object value) {
        var style = sheet.style(row + 2, column).fontName(TYPEFACE).fontSize(12).borderStyle("thin");
        if (kind == Table.Kind.ORDINAL) {
            sheet.value(row + 2, column, row + 1);
            style.set();
        } else if (value instanceof BigDecimal number) {
            sheet.value(row + 2, column, number);
            style.format(FORMAT).set();
        } else {
            sheet.inlineString(row + 2, column, (String) value);
            style.wrapText(true).set();
        }
    }

    static void poi(Table table, OutputStream out) throws IOException {
        poi(table, out, table.count());
    }

    /** Merges three cells of the first column in each 50 rows. */
    static void poiMerged(Table table, OutputStream out) throws IOException {
        poi(table, out, 50);
    }

    private static void poi(Table table, OutputStream out, int merged) throws IOException {
        try (var book = new SXSSFWorkbook(100)) {
            var sheet = book.createSheet("Biểu");
            var head = style(book, true, false);
            var text = style(book, false, false);
            var number = style(book, false, true);
            var title = sheet.createRow(0).createCell(0);
            title.setCellValue(table.title());
            title.setCellStyle(head);
            var columns = table.columns();
            var header = sheet.createRow(1);
            for (int c = 0; c < columns.size(); c++) {
                sheet.setColumnWidth(c, columns.get(c).millimetres() * 128);
                var cell = header.createCell(c);
                cell.setCellValue(columns.get(c).title());
                cell.setCellStyle(head);
            }
            for (int r = 0; r < table.count(); r++) {
                var row = sheet.createRow(r + 2);
                for (int c = 0; c < columns.size(); c++) {
                    var cell = row.createCell(c);
                    if (columns.get(c).kind() == Table.Kind.ORDINAL) {
                        cell.setCellValue(r + 1.0);
                        cell.setCellStyle(text);
                    } else if (table.value(r, c) instanceof BigDecimal value) {
                        cell.setCellValue(value.doubleValue());
                        cell.setCellStyle(number);
                    } else {
                        cell.setCellValue((String) table.value(r, c));
                        cell.setCellStyle(text);
                    }
                }
            }
            for (int r = 2; r + merged <= table.count(); r += merged) {
                sheet.addMergedRegionUnsafe(new CellRangeAddress(r, r + 2, 0, 0));
            }
            book.write(out);
        }
    }

    private static CellStyle style(SXSSFWorkbook book, boolean bold, boolean number) {
        var font = book.createFont();
        font.setFontName(TYPEFACE);
        font.setFontHeightInPoints((short) 12);
        font.setBold(bold);
        var style = book.createCellStyle();
        style.setFont(font);
        style.setWrapText(!number);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        if (number) {
            style.setDataFormat(book.createDataFormat().getFormat(FORMAT));
        }
        return style;
    }
}
