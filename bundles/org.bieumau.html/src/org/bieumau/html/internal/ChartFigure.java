/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.html.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.bieumau.core.layout.Block.Chart;
import org.bieumau.core.layout.ChartDrawing;
import org.bieumau.core.layout.ChartDrawing.Area;
import org.bieumau.core.layout.ChartDrawing.Label;
import org.bieumau.core.layout.ChartDrawing.Point;
import org.bieumau.core.layout.ChartDrawing.Stroke;

/** Writes charts as SVG within the page. */
final class ChartFigure {

    private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

    private final XMLStreamWriter xml;

    ChartFigure(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * Writes a chart without its caption.
     *
     * @param size font size of its labels in pt
     * @param number number of the chart in the page, from 1
     */
    void write(Chart chart, double size, int number) throws XMLStreamException {
        var drawing = ChartDrawing.of(chart, size);
        xml.writeStartElement("svg");
        xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
        xml.writeAttribute("role", "img");
        xml.writeAttribute("aria-labelledby", "chart-" + number + "-title chart-" + number + "-desc");
        xml.writeAttribute("viewBox", "0 0 " + number(drawing.width()) + " " + number(drawing.height()));
        xml.writeAttribute("style", "width:" + number(drawing.width() / POINTS_PER_MILLIMETRE) + "mm");
        text("title", "chart-" + number + "-title", chart.caption().text());
        text("desc", "chart-" + number + "-desc", chart.alternative());
        for (var shape : drawing.shapes()) {
            switch (shape) {
                case Area area -> {
                    xml.writeEmptyElement("polygon");
                    xml.writeAttribute("points", points(area.points()));
                    xml.writeAttribute("fill", colour(area.fill()));
                    xml.writeAttribute("stroke", colour(area.outline()));
                    xml.writeAttribute("stroke-width", "0.5");
                }
                case Stroke stroke -> {
                    xml.writeEmptyElement("polyline");
                    xml.writeAttribute("points", points(stroke.points()));
                    xml.writeAttribute("fill", "none");
                    xml.writeAttribute("stroke", colour(stroke.colour()));
                    xml.writeAttribute("stroke-width", number(stroke.width()));
                    if (!stroke.dashes().isEmpty()) {
                        xml.writeAttribute(
                                "stroke-dasharray",
                                stroke.dashes().stream()
                                        .map(ChartFigure::number)
                                        .collect(Collectors.joining(" ")));
                    }
                }
                case Label label -> label(label);
            }
        }
        xml.writeEndElement();
    }

    private void text(String element, String id, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("id", id);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void label(Label label) throws XMLStreamException {
        xml.writeStartElement("text");
        xml.writeAttribute("x", number(label.x()));
        xml.writeAttribute("y", number(label.y()));
        xml.writeAttribute("font-size", number(label.size()));
        xml.writeAttribute("fill", colour(label.colour()));
        switch (label.anchor()) {
            case START -> {}
            case MIDDLE -> xml.writeAttribute("text-anchor", "middle");
            case END -> xml.writeAttribute("text-anchor", "end");
        }
        if (label.upright()) {
            xml.writeAttribute("transform", "rotate(-90 " + number(label.x()) + " " + number(label.y()) + ")");
        }
        xml.writeCharacters(label.text());
        xml.writeEndElement();
    }

    private static String points(List<Point> points) {
        return points.stream()
                .map(point -> number(point.x()) + "," + number(point.y()))
                .collect(Collectors.joining(" "));
    }

    private static String colour(int colour) {
        return String.format(Locale.ROOT, "#%06x", colour);
    }

    /** Returns a number with at most two decimals. */
    private static String number(double number) {
        var rounded = Math.round(number * 100) / 100.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
