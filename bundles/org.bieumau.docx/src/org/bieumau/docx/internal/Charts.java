/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.layout.Block.Chart;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.Component;
import org.bieumau.ooxml.internal.ChartPart;
import org.bieumau.ooxml.internal.ChartSheet;
import org.bieumau.ooxml.internal.OoxmlPackage;
import org.bieumau.ooxml.internal.XmlWriter;

/** The charts of a document: a part for each, with a workbook that has its figures, and a drawing in the text. */
final class Charts {

    private static final String WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static final double EMU_PER_MILLIMETRE = 36_000;

    /** Ids of the relationships to the chart parts, in order. */
    private final List<String> ids = new ArrayList<>();

    private int next;

    /** Adds the parts of all charts of a layout, which are related to a part. */
    static Charts add(OoxmlPackage file, String document, Layout layout) throws IOException {
        var charts = new Charts();
        var look = layout.style(Component.CHART_TEXT);
        for (var chart : layout.charts()) {
            var number = charts.ids.size() + 1;
            var name = "/word/charts/chart" + number + ".xml";
            var workbook = "/word/embeddings/workbook" + number + ".xlsx";
            var sheet = ChartSheet.embedded(chart);
            file.binaryPart(workbook, ChartSheet.CONTENT_TYPE, out -> sheet.writeWorkbook(out, layout.day()));
            var id = file.relate(name, "package", workbook);
            file.part(name, ChartPart.CONTENT_TYPE, xml -> ChartPart.write(xml, chart, sheet, look, id));
            charts.ids.add(file.relate(document, "chart", name));
        }
        return charts;
    }

    /** Writes the drawing of the next chart into a paragraph. */
    void drawing(XmlWriter xml, Chart chart) throws IOException {
        var id = ids.get(next++);
        xml.start("w:r").start("w:drawing").start("wp:inline").attribute("xmlns:wp", WP);
        for (var side : List.of("distT", "distB", "distL", "distR")) {
            xml.attribute(side, "0");
        }
        xml.start("wp:extent")
                .attribute("cx", Math.round(chart.width() * EMU_PER_MILLIMETRE))
                .attribute("cy", Math.round(chart.height() * EMU_PER_MILLIMETRE))
                .end();
        xml.start("wp:docPr")
                .attribute("id", next)
                .attribute("name", "Biểu đồ " + next)
                .attribute("descr", chart.alternative())
                .end();
        xml.empty("wp:cNvGraphicFramePr");
        xml.start("a:graphic").attribute("xmlns:a", ChartPart.DRAWING);
        xml.start("a:graphicData").attribute("uri", ChartPart.CHART);
        xml.start("c:chart")
                .attribute("xmlns:c", ChartPart.CHART)
                .attribute("r:id", id)
                .end();
        xml.end().end().end().end().end();
    }
}
