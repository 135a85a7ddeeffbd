/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Optional;
import org.bieumau.core.internal.sheet.CellNames;
import org.bieumau.core.layout.Block.Chart;

/**
 * A block of a sheet with the figures of a chart: the names of the series in the first row, the names of the categories
 * in the first column.
 *
 * @param sheet name of the sheet
 * @param row first row of the block, from 1
 */
public record ChartSheet(Chart chart, String sheet, int row) implements ChartCells {

    public static final String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String WORKBOOK = "/xl/workbook.xml";
    private static final String SHEET = "/xl/worksheets/sheet1.xml";
    private static final String STYLES = "/xl/styles.xml";
    private static final String NAME = "Số liệu";

    /** Returns the block of the workbook that is embedded with a chart. */
    public static ChartSheet embedded(Chart chart) {
        return new ChartSheet(chart, NAME, 1);
    }

    /** Returns the number of rows of the block. */
    public int rows() {
        return chart.categories().size() + 1;
    }

    @Override
    public String categories() {
        return range(0);
    }

    @Override
    public Optional<String> title(int series) {
        return Optional.of(reference() + "$" + CellNames.column(series + 1) + "$" + row);
    }

    @Override
    public String values(int series) {
        return range(series + 1);
    }

    private String range(int column) {
        var letters = "$" + CellNames.column(column) + "$";
        return reference() + letters + (row + 1) + ":" + letters
                + (row + chart.categories().size());
    }

    private String reference() {
        return reference(sheet);
    }

    /** Returns the part of a reference that names a sheet. */
    public static String reference(String sheet) {
        return "'" + sheet.replace("'", "''") + "'!";
    }

    /** Writes the rows of the block. */
    public void writeRows(XmlWriter xml) throws IOException {
        xml.start("row").attribute("r", row);
        for (int i = 0; i < chart.series().size(); i++) {
            text(xml, i + 1, row, chart.series().get(i).title());
        }
        xml.end();
        for (int i = 0; i < chart.categories().size(); i++) {
            var at = row + 1 + i;
            xml.start("row").attribute("r", at);
            text(xml, 0, at, chart.categories().get(i));
            for (int s = 0; s < chart.series().size(); s++) {
                var value = chart.series().get(s).values().get(i);
                if (value != null) {
                    xml.start("c").attribute("r", CellNames.cell(s + 1, at));
                    xml.start("v").text(value.toPlainString()).end();
                    xml.end();
                }
            }
            xml.end();
        }
    }

    private static void text(XmlWriter xml, int column, int row, String text) throws IOException {
        xml.start("c").attribute("r", CellNames.cell(column, row)).attribute("t", "inlineStr");
        xml.start("is")
                .start("t")
                .attribute("xml:space", "preserve")
                .text(XString.of(text))
                .end()
                .end();
        xml.end();
    }

    /** Writes a workbook that contains only this block. */
    public void writeWorkbook(OutputStream out, LocalDate day) throws IOException {
        var file = new OoxmlPackage(chart.caption().text(), "", day);
        file.part(WORKBOOK, TYPE + "sheet.main+xml", xml -> {
            xml.start("workbook")
                    .attribute("xmlns", MAIN)
                    .attribute("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
            xml.start("sheets")
                    .start("sheet")
                    .attribute("name", sheet)
                    .attribute("sheetId", "1")
                    .attribute("r:id", "rId1")
                    .end()
                    .end();
            xml.end();
        });
        file.part(SHEET, TYPE + "worksheet+xml", xml -> {
            xml.start("worksheet").attribute("xmlns", MAIN);
            xml.start("sheetData");
            writeRows(xml);
            xml.end().end();
        });
        file.part(STYLES, TYPE + "styles+xml", ChartSheet::styles);
        file.relate(null, "officeDocument", WORKBOOK);
        file.relate(WORKBOOK, "worksheet", SHEET);
        file.relate(WORKBOOK, "styles", STYLES);
        file.save(out);
    }

    /** Writes the styles that Excel requires. */
    private static void styles(XmlWriter xml) throws IOException {
        xml.start("styleSheet").attribute("xmlns", MAIN);
        xml.start("fonts").attribute("count", "1").start("font");
        xml.empty("sz", "val", "11").empty("name", "val", "Times New Roman");
        xml.end().end();
        xml.start("fills").attribute("count", "2");
        for (var pattern : new String[] {"none", "gray125"}) {
            xml.start("fill").empty("patternFill", "patternType", pattern).end();
        }
        xml.end();
        xml.start("borders").attribute("count", "1").start("border");
        for (var side : new String[] {"left", "right", "top", "bottom", "diagonal"}) {
            xml.empty(side);
        }
        xml.end().end();
        xml.start("cellStyleXfs").attribute("count", "1").start("xf").end().end();
        xml.start("cellXfs")
                .attribute("count", "1")
                .start("xf")
                .attribute("xfId", "0")
                .end()
                .end();
        xml.end();
    }
}
