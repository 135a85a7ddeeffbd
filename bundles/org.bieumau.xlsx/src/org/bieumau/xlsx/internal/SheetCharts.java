/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.internal.sheet.CellNames;
import org.bieumau.core.layout.Block.Chart;
import org.bieumau.core.layout.Block.TableColumn;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.Component;
import org.bieumau.ooxml.internal.ChartCells;
import org.bieumau.ooxml.internal.ChartPart;
import org.bieumau.ooxml.internal.ChartSheet;
import org.bieumau.ooxml.internal.OoxmlPackage;
import org.bieumau.ooxml.internal.XmlWriter;

/**
 * The charts of a sheet. A chart refers to the cells of the table if each row is a category, so that it changes with
 * them; its figures are on a hidden sheet otherwise. Places are known only when the sheet has been written.
 */
final class SheetCharts {

    /** Name of the hidden sheet. */
    static final String SHEET = "Số liệu biểu đồ";

    private static final String DRAWINGS = "/xl/drawings/drawing1.xml";
    private static final String XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final double EMU_PER_MILLIMETRE = 36_000;

    private final List<Chart> charts;
    private final String sheet;
    private final List<ChartSheet> blocks = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    /** Row of the sheet above which each chart begins, from 0. */
    private final List<Integer> rows = new ArrayList<>();

    private List<EntryRows.Run> entries = List.of();

    /** @param sheet name of the sheet of the form */
    SheetCharts(List<Chart> charts, String sheet) {
        this.charts = charts;
        this.sheet = sheet;
        var row = 1;
        for (var chart : charts) {
            var block = new ChartSheet(chart, SHEET, row);
            blocks.add(block);
            row += block.rows() + 1;
        }
    }

    boolean isEmpty() {
        return charts.isEmpty();
    }

    /** Adds the parts of the drawing and the charts. */
    void addParts(OoxmlPackage file, String sheetPart, Layout layout, List<TableColumn> columns) {
        var look = layout.style(Component.CHART_TEXT);
        file.latePart(
                DRAWINGS,
                "application/vnd.openxmlformats-officedocument.drawing+xml",
                xml -> writeDrawings(xml, columns));
        file.relate(sheetPart, "drawing", DRAWINGS);
        for (int i = 0; i < charts.size(); i++) {
            var chart = charts.get(i);
            var block = blocks.get(i);
            var name = "/xl/charts/chart" + (i + 1) + ".xml";
            file.latePart(
                    name, ChartPart.CONTENT_TYPE, xml -> ChartPart.write(xml, chart, cells(chart, block), look, null));
            ids.add(file.relate(DRAWINGS, "chart", name));
        }
    }

    /** Records the rows of the table. */
    void tableEndsWith(EntryRows rowsOfTable) {
        entries = rowsOfTable.runs(0);
    }

    /** Records that the next chart begins below a row, from 1. */
    void below(int row) {
        rows.add(row);
    }

    private ChartCells cells(Chart chart, ChartSheet block) {
        var own = chart.categoryColumn() >= 0
                && entries.size() == 1
                && entries.getFirst().last() - entries.getFirst().first() + 1
                        == chart.categories().size();
        return own ? new TableCells(chart, ChartSheet.reference(sheet), entries.getFirst()) : block;
    }

    /** The cells of the table with the figures of a chart. */
    private record TableCells(Chart chart, String sheet, EntryRows.Run rows) implements ChartCells {

        @Override
        public String categories() {
            return range(chart.categoryColumn());
        }

        @Override
        public Optional<String> title(int series) {
            return Optional.empty();
        }

        @Override
        public String values(int series) {
            return range(chart.series().get(series).column());
        }

        private String range(int column) {
            var letters = "$" + CellNames.column(column) + "$";
            return sheet + letters + rows.first() + ":" + letters + rows.last();
        }
    }

    /** Writes the hidden sheet with the figures of all charts. */
    void writeSheet(XmlWriter xml) throws IOException {
        xml.start("worksheet").attribute("xmlns", CellStyles.MAIN).start("sheetData");
        for (var block : blocks) {
            block.writeRows(xml);
        }
        xml.end().end();
    }

    private void writeDrawings(XmlWriter xml, List<TableColumn> columns) throws IOException {
        xml.start("xdr:wsDr").attribute("xmlns:xdr", XDR).attribute("xmlns:a", ChartPart.DRAWING);
        for (int i = 0; i < charts.size(); i++) {
            writeDrawing(xml, i, columns);
        }
        xml.end();
    }

    private void writeDrawing(XmlWriter xml, int index, List<TableColumn> columns) throws IOException {
        var chart = charts.get(index);
        var table = columns.stream().mapToDouble(TableColumn::width).sum();
        var left = Math.max(0, (table - chart.width()) / 2);
        var column = 0;
        while (column < columns.size() - 1 && left >= columns.get(column).width()) {
            left -= columns.get(column).width();
            column++;
        }
        xml.start("xdr:oneCellAnchor");
        xml.start("xdr:from");
        xml.start("xdr:col").text(Integer.toString(column)).end();
        xml.start("xdr:colOff").text(Long.toString(emu(left))).end();
        xml.start("xdr:row").text(Integer.toString(rows.get(index))).end();
        xml.start("xdr:rowOff").text("0").end();
        xml.end();
        xml.start("xdr:ext")
                .attribute("cx", emu(chart.width()))
                .attribute("cy", emu(chart.height()))
                .end();
        xml.start("xdr:graphicFrame").attribute("macro", "");
        xml.start("xdr:nvGraphicFramePr");
        xml.start("xdr:cNvPr")
                .attribute("id", index + 2L)
                .attribute("name", "Biểu đồ " + (index + 1))
                .attribute("descr", chart.alternative())
                .end();
        xml.empty("xdr:cNvGraphicFramePr").end();
        xml.start("xdr:xfrm");
        xml.start("a:off").attribute("x", "0").attribute("y", "0").end();
        xml.start("a:ext").attribute("cx", "0").attribute("cy", "0").end();
        xml.end();
        xml.start("a:graphic").start("a:graphicData").attribute("uri", ChartPart.CHART);
        xml.start("c:chart")
                .attribute("xmlns:c", ChartPart.CHART)
                .attribute("xmlns:r", RELATIONSHIPS)
                .attribute("r:id", ids.get(index))
                .end();
        xml.end().end().end();
        xml.empty("xdr:clientData");
        xml.end();
    }

    private static long emu(double millimetres) {
        return Math.round(millimetres * EMU_PER_MILLIMETRE);
    }
}
