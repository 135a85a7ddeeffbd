/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.bieumau.core.layout.Block.Chart;
import org.bieumau.core.layout.Block.Series;
import org.bieumau.core.layout.ChartDrawing;
import org.bieumau.core.profile.Look;
import org.bieumau.model.ChartKind;

/** Writes chart parts: native charts of DrawingML, which Word and Excel draw and let people change. */
public final class ChartPart {

    public static final String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
    public static final String CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    public static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final String CATEGORY_AXIS = "1";
    private static final String VALUE_AXIS = "2";
    /** Number of values above which they are not written beside columns and bars. */
    private static final int MOST_VALUES = 40;
    /** Number of points of a line above which its values are not written. */
    private static final int MOST_POINTS = 12;
    /** Number of decimals that axis and values show at most. */
    private static final int MOST_DECIMALS = 6;
    /** Width of an outline and of a line in EMU. */
    private static final int OUTLINE = 6350;

    private static final int LINE = 19050;

    /** Number format of the shares of a pie. */
    private static final String SHARE = "0.0%";

    private static final List<String> MARKERS = List.of("circle", "square", "triangle", "diamond");
    private static final List<String> DASHES = List.of("solid", "dash", "sysDot", "dashDot");

    private final XmlWriter xml;
    private final Chart chart;
    private final ChartCells cells;
    private final Look look;

    private ChartPart(XmlWriter xml, Chart chart, ChartCells cells, Look look) {
        this.xml = xml;
        this.chart = chart;
        this.cells = cells;
        this.look = look;
    }

    /**
     * Writes a chart.
     *
     * @param cells the cells of a workbook with the figures
     * @param look look of the texts in the chart
     * @param workbook id of the relationship to the embedded workbook; null if the chart is in the workbook itself
     */
    public static void write(XmlWriter xml, Chart chart, ChartCells cells, Look look, String workbook)
            throws IOException {
        new ChartPart(xml, chart, cells, look).write(workbook);
    }

    private void write(String workbook) throws IOException {
        xml.start("c:chartSpace")
                .attribute("xmlns:c", CHART)
                .attribute("xmlns:a", DRAWING)
                .attribute("xmlns:r", RELATIONSHIPS);
        xml.empty("c:date1904", "val", "0");
        xml.empty("c:lang", "val", "vi-VN");
        xml.empty("c:roundedCorners", "val", "0");
        xml.start("c:chart");
        unit();
        xml.empty("c:autoTitleDeleted", "val", chart.measureUnit().isEmpty() ? "1" : "0");
        xml.start("c:plotArea").empty("c:layout");
        switch (chart.kind()) {
            case COLUMN, BAR -> bars();
            case LINE -> lines();
            case PIE -> pie();
        }
        xml.end();
        if (chart.hasLegend()) {
            xml.start("c:legend");
            xml.empty("c:legendPos", "val", chart.kind() == ChartKind.PIE ? "r" : "b");
            xml.empty("c:overlay", "val", "0");
            xml.end();
        }
        // The figures may be on a hidden sheet.
        xml.empty("c:plotVisOnly", "val", "0");
        xml.empty("c:dispBlanksAs", "val", "gap");
        xml.end();
        xml.start("c:spPr")
                .empty("a:noFill")
                .start("a:ln")
                .empty("a:noFill")
                .end()
                .end();
        textLook("c:txPr");
        if (workbook != null) {
            xml.start("c:externalData").attribute("r:id", workbook);
            xml.empty("c:autoUpdate", "val", "0");
            xml.end();
        }
        xml.end();
    }

    /** Writes the unit of measurement in the upper left corner, in place of a title, which is in the caption. */
    private void unit() throws IOException {
        if (chart.measureUnit().isEmpty()) {
            return;
        }
        xml.start("c:title").start("c:tx").start("c:rich");
        xml.empty("a:bodyPr").empty("a:lstStyle");
        xml.start("a:p").start("a:pPr");
        runLook("a:defRPr");
        xml.end();
        xml.start("a:r");
        runLook("a:rPr");
        xml.start("a:t").text("Đơn vị tính: " + chart.measureUnit()).end();
        xml.end().end().end().end();
        xml.start("c:layout").start("c:manualLayout");
        xml.empty("c:xMode", "val", "edge")
                .empty("c:yMode", "val", "edge")
                .empty("c:x", "val", "0")
                .empty("c:y", "val", "0");
        xml.end().end();
        xml.empty("c:overlay", "val", "0");
        xml.end();
    }

    private void runLook(String element) throws IOException {
        xml.start(element);
        if (element.equals("a:rPr")) {
            xml.attribute("lang", "vi-VN");
        }
        xml.attribute("sz", Math.round(look.size() * 100)).attribute("b", "0");
        fill(ChartDrawing.INK);
        for (var script : List.of("a:latin", "a:ea", "a:cs")) {
            xml.empty(script, "typeface", look.typeface());
        }
        xml.end();
    }

    private void textLook(String element) throws IOException {
        xml.start(element).empty("a:bodyPr").empty("a:lstStyle");
        xml.start("a:p").start("a:pPr");
        runLook("a:defRPr");
        xml.end().empty("a:endParaRPr", "lang", "vi-VN").end();
        xml.end();
    }

    private void fill(int colour) throws IOException {
        xml.start("a:solidFill")
                .empty("a:srgbClr", "val", String.format(Locale.ROOT, "%06X", colour))
                .end();
    }

    // Kinds

    private void bars() throws IOException {
        var isBar = chart.kind() == ChartKind.BAR;
        xml.start("c:barChart");
        xml.empty("c:barDir", "val", isBar ? "bar" : "col");
        xml.empty("c:grouping", "val", chart.stacked() ? "stacked" : "clustered");
        xml.empty("c:varyColors", "val", "0");
        var showValues = chart.categories().size() * chart.series().size() <= MOST_VALUES;
        for (int i = 0; i < chart.series().size(); i++) {
            startSeries(i);
            xml.start("c:spPr");
            fill(ChartDrawing.colour(i));
            outline(ChartDrawing.INK, OUTLINE, "solid");
            xml.end();
            xml.empty("c:invertIfNegative", "val", "0");
            if (showValues) {
                labels(chart.stacked() ? "ctr" : "outEnd", false, chart.stacked() ? i : -1);
            }
            endSeries(i);
        }
        xml.empty("c:gapWidth", "val", "43");
        if (chart.stacked()) {
            xml.empty("c:overlap", "val", "100");
        }
        endOfAxes();
        axes(isBar);
    }

    private void lines() throws IOException {
        xml.start("c:lineChart");
        xml.empty("c:grouping", "val", "standard");
        xml.empty("c:varyColors", "val", "0");
        for (int i = 0; i < chart.series().size(); i++) {
            startSeries(i);
            xml.start("c:spPr");
            outline(ChartDrawing.lineColour(i), LINE, DASHES.get(i % DASHES.size()));
            xml.end();
            xml.start("c:marker");
            xml.empty("c:symbol", "val", MARKERS.get(i % MARKERS.size())).empty("c:size", "val", "6");
            xml.start("c:spPr");
            fill(ChartDrawing.colour(i));
            outline(ChartDrawing.INK, OUTLINE, "solid");
            xml.end().end();
            if (chart.series().size() == 1 && chart.categories().size() <= MOST_POINTS) {
                labels("t", false, -1);
            }
            category();
            values(i);
            xml.empty("c:smooth", "val", "0");
            xml.end();
        }
        xml.empty("c:marker", "val", "1");
        endOfAxes();
        axes(false);
    }

    private void pie() throws IOException {
        xml.start("c:pieChart");
        xml.empty("c:varyColors", "val", "1");
        for (int i = 0; i < chart.series().size(); i++) {
            startSeries(i);
            for (int part = 0; part < chart.categories().size(); part++) {
                xml.start("c:dPt").empty("c:idx", "val", Integer.toString(part)).empty("c:bubble3D", "val", "0");
                xml.start("c:spPr");
                fill(ChartDrawing.colour(part));
                outline(0xFFFFFF, OUTLINE, "solid");
                xml.end().end();
            }
            labels("outEnd", true, -1);
            endSeries(i);
        }
        xml.empty("c:firstSliceAng", "val", "0");
        xml.end();
    }

    private void outline(int colour, int width, String dash) throws IOException {
        xml.start("a:ln").attribute("w", width);
        fill(colour);
        xml.empty("a:prstDash", "val", dash);
        xml.end();
    }

    /**
     * @param withShare whether the share of each part is shown instead of its value
     * @param inside the series whose colour the values are written on; -1 if they are written beside it
     */
    private void labels(String position, boolean withShare, int inside) throws IOException {
        xml.start("c:dLbls");
        numberFormat(withShare ? SHARE : format(decimals()));
        xml.start("c:spPr")
                .empty("a:noFill")
                .start("a:ln")
                .empty("a:noFill")
                .end()
                .end();
        if (inside >= 0) {
            xml.start("c:txPr").empty("a:bodyPr").empty("a:lstStyle");
            xml.start("a:p").start("a:pPr").start("a:defRPr");
            fill(ChartDrawing.inkOn(inside));
            xml.end().end().empty("a:endParaRPr", "lang", "vi-VN").end().end();
        }
        xml.empty("c:dLblPos", "val", position);
        xml.empty("c:showLegendKey", "val", "0");
        xml.empty("c:showVal", "val", withShare ? "0" : "1");
        xml.empty("c:showCatName", "val", "0");
        xml.empty("c:showSerName", "val", "0");
        xml.empty("c:showPercent", "val", withShare ? "1" : "0");
        xml.empty("c:showBubbleSize", "val", "0");
        xml.end();
    }

    /** Returns the largest number of decimals of the values. */
    private int decimals() {
        return chart.series().stream()
                .flatMap(series -> series.values().stream())
                .filter(value -> value != null)
                .mapToInt(value -> Math.clamp(value.stripTrailingZeros().scale(), 0, MOST_DECIMALS))
                .max()
                .orElse(0);
    }

    private static String format(int decimals) {
        return decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    }

    private void numberFormat(String format) throws IOException {
        xml.start("c:numFmt")
                .attribute("formatCode", format)
                .attribute("sourceLinked", "0")
                .end();
    }

    // Axes

    private void endOfAxes() throws IOException {
        xml.empty("c:axId", "val", CATEGORY_AXIS).empty("c:axId", "val", VALUE_AXIS);
        xml.end();
    }

    /** @param isBar whether the categories are on the vertical axis, from top to bottom */
    private void axes(boolean isBar) throws IOException {
        xml.start("c:catAx").empty("c:axId", "val", CATEGORY_AXIS);
        xml.start("c:scaling")
                .empty("c:orientation", "val", isBar ? "maxMin" : "minMax")
                .end();
        xml.empty("c:delete", "val", "0").empty("c:axPos", "val", isBar ? "l" : "b");
        xml.start("c:numFmt")
                .attribute("formatCode", "General")
                .attribute("sourceLinked", "0")
                .end();
        marks("low");
        xml.empty("c:crossAx", "val", VALUE_AXIS).empty("c:crosses", "val", "autoZero");
        xml.empty("c:auto", "val", "0")
                .empty("c:lblAlgn", "val", "ctr")
                .empty("c:lblOffset", "val", "100")
                .empty("c:noMultiLvlLbl", "val", "1");
        xml.end();
        xml.start("c:valAx").empty("c:axId", "val", VALUE_AXIS);
        xml.start("c:scaling").empty("c:orientation", "val", "minMax");
        if (ChartDrawing.Scale.of(chart).low().signum() == 0) {
            // Excel begins an axis elsewhere if the values are close together.
            xml.empty("c:min", "val", "0");
        }
        xml.end();
        xml.empty("c:delete", "val", "0").empty("c:axPos", "val", isBar ? "b" : "l");
        xml.start("c:majorGridlines").start("c:spPr");
        outline(ChartDrawing.GRID, OUTLINE, "solid");
        xml.end().end();
        var step = ChartDrawing.Scale.of(chart).step().stripTrailingZeros().scale();
        numberFormat(format(Math.clamp(step, 0, MOST_DECIMALS)));
        marks("nextTo");
        xml.empty("c:crossAx", "val", CATEGORY_AXIS).empty("c:crosses", "val", isBar ? "max" : "autoZero");
        xml.empty("c:crossBetween", "val", "between");
        xml.end();
    }

    private void marks(String labels) throws IOException {
        xml.empty("c:majorTickMark", "val", "none")
                .empty("c:minorTickMark", "val", "none")
                .empty("c:tickLblPos", "val", labels);
        xml.start("c:spPr");
        outline(ChartDrawing.INK, OUTLINE, "solid");
        xml.end();
    }

    // Figures

    private void startSeries(int index) throws IOException {
        var number = Integer.toString(index);
        xml.start("c:ser").empty("c:idx", "val", number).empty("c:order", "val", number);
        xml.start("c:tx");
        var title = chart.series().get(index).title();
        if (cells.title(index).isPresent()) {
            xml.start("c:strRef");
            xml.start("c:f").text(cells.title(index).get()).end();
            xml.start("c:strCache").empty("c:ptCount", "val", "1");
            xml.start("c:pt").attribute("idx", "0");
            xml.start("c:v").text(title).end();
            xml.end().end().end();
        } else {
            xml.start("c:v").text(title).end();
        }
        xml.end();
    }

    private void endSeries(int index) throws IOException {
        category();
        values(index);
        xml.end();
    }

    private void category() throws IOException {
        if (chart.categories().isEmpty()) {
            return;
        }
        xml.start("c:cat").start("c:strRef");
        xml.start("c:f").text(cells.categories()).end();
        xml.start("c:strCache");
        xml.empty("c:ptCount", "val", Integer.toString(chart.categories().size()));
        for (int i = 0; i < chart.categories().size(); i++) {
            point(i, chart.categories().get(i));
        }
        xml.end().end().end();
    }

    private void values(int index) throws IOException {
        if (chart.categories().isEmpty()) {
            return;
        }
        xml.start("c:val").start("c:numRef");
        xml.start("c:f").text(cells.values(index)).end();
        xml.start("c:numCache");
        xml.start("c:formatCode").text("General").end();
        xml.empty("c:ptCount", "val", Integer.toString(chart.categories().size()));
        Series series = chart.series().get(index);
        for (int i = 0; i < series.values().size(); i++) {
            BigDecimal value = series.values().get(i);
            if (value != null) {
                point(i, value.toPlainString());
            }
        }
        xml.end().end().end();
    }

    private void point(int index, String value) throws IOException {
        xml.start("c:pt").attribute("idx", index);
        xml.start("c:v").text(value).end();
        xml.end();
    }
}
