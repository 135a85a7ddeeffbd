/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.internal;

import java.awt.Color;
import java.util.List;
import org.bieumau.core.layout.Block.Chart;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.ChartDrawing;
import org.bieumau.core.layout.ChartDrawing.Area;
import org.bieumau.core.layout.ChartDrawing.Label;
import org.bieumau.core.layout.ChartDrawing.Point;
import org.bieumau.core.layout.ChartDrawing.Stroke;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.Component;
import org.openpdf.text.pdf.PdfContentByte;

/** Draws charts on the current page. Coordinates of the page are in pt, from its lower left corner. */
final class ChartPainter {

    /** Width in pt that no label reaches. */
    private static final double UNLIMITED = 10_000;

    private static final float OUTLINE = 0.5f;

    private final PdfFile file;
    private final Painter painter;
    private final Layout layout;
    private final Fonts fonts;

    ChartPainter(PdfFile file, Painter painter, Layout layout, Fonts fonts) {
        this.file = file;
        this.painter = painter;
        this.layout = layout;
        this.fonts = fonts;
    }

    /** Returns the shapes of a chart. */
    ChartDrawing drawing(Chart chart) {
        return ChartDrawing.of(chart, layout.style(Component.CHART_TEXT).size());
    }

    /** Draws the shapes with their upper left corner at a position. */
    void draw(ChartDrawing drawing, double left, double top) {
        var content = file.content();
        content.saveState();
        for (var shape : drawing.shapes()) {
            switch (shape) {
                case Area area -> {
                    content.setColorFill(new Color(area.fill()));
                    content.setColorStroke(new Color(area.outline()));
                    content.setLineWidth(OUTLINE);
                    path(content, area.points(), left, top);
                    content.closePathFillStroke();
                }
                case Stroke stroke -> {
                    content.setColorStroke(new Color(stroke.colour()));
                    content.setLineWidth((float) stroke.width());
                    dashes(content, stroke.dashes());
                    path(content, stroke.points(), left, top);
                    content.stroke();
                    dashes(content, List.of());
                }
                case Label label -> label(label, left, top);
            }
        }
        content.restoreState();
    }

    private static void dashes(PdfContentByte content, List<Double> lengths) {
        var array = new float[lengths.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = lengths.get(i).floatValue();
        }
        content.setLineDash(array, 0);
    }

    private static void path(PdfContentByte content, List<Point> points, double left, double top) {
        for (int i = 0; i < points.size(); i++) {
            var x = (float) (left + points.get(i).x());
            var y = (float) (top - points.get(i).y());
            if (i == 0) {
                content.moveTo(x, y);
            } else {
                content.lineTo(x, y);
            }
        }
    }

    /** Returns a label as text with the fonts of the layout. */
    private TextLines text(Label label) {
        var style = layout.style(Component.CHART_TEXT);
        return new TextLines(
                Paragraph.of(Component.CHART_TEXT, label.text(), null),
                style.scaled(label.size() / style.size()),
                fonts,
                UNLIMITED);
    }

    private void label(Label label, double left, double top) {
        if (label.text().isEmpty()) {
            return;
        }
        var text = text(label);
        var width = text.lines().getFirst().width();
        var before = switch (label.anchor()) {
            case START -> 0.0;
            case MIDDLE -> width / 2;
            case END -> width;
        };
        var content = file.content();
        content.setColorFill(new Color(label.colour()));
        // The baseline of the first line is at 0.
        var up = text.lineHeight() - text.descent();
        if (label.upright()) {
            content.saveState();
            content.concatCTM(0, 1, -1, 0, (float) (left + label.x()), (float) (top - label.y()));
            painter.lines(text, 0, 1, -before, up);
            content.restoreState();
        } else {
            painter.lines(text, 0, 1, left + label.x() - before, top - label.y() + up);
        }
    }
}
