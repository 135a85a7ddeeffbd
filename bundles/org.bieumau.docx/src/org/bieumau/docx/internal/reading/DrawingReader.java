/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.io.IOException;
import java.util.regex.Pattern;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Rule;
import org.bieumau.ooxml.internal.reading.Vocabulary;
import org.bieumau.ooxml.internal.reading.XmlReader;

/**
 * Reads a drawing in DrawingML or VML: the paragraphs of text boxes, and lines. Other drawings are reported as skipped.
 */
final class DrawingReader {

    private static final double EMU_PER_MILLIMETRE = 36_000;
    /** Maximum height of a shape that is read as a line, relative to its length. */
    private static final double FLAT = 0.1;

    private static final Pattern WIDTH = Pattern.compile("(?:^|;)\\s*width:\\s*([^;]+)");
    private static final Pattern HEIGHT = Pattern.compile("(?:^|;)\\s*height:\\s*([^;]+)");

    private final StoryReader story;
    private final StoryReader.ParagraphState paragraph;
    private final StoryReader.Sink sink;
    private final XmlReader xml;
    private boolean hasText;
    private boolean isLine;
    /** Whether it is a horizontal line over the whole width of the text. */
    private boolean isAcross;

    private String other;
    private double width;
    private double height;

    DrawingReader(StoryReader story, StoryReader.ParagraphState paragraph, StoryReader.Sink sink) {
        this.story = story;
        this.paragraph = paragraph;
        this.sink = sink;
        xml = story.xml();
    }

    /** Reads the current element. */
    void read() throws IOException, ProblemException {
        if (xml.name().equals("object")) {
            other = "skipped.object";
        }
        descend();
        if (isAcross || isLine && height <= width * FLAT) {
            paragraph.rule(new Rule(Rule.Kind.DRAWN, width));
        } else if (other != null) {
            story.skipped(other, paragraph);
        } else if (!hasText) {
            story.skipped("skipped.drawing", paragraph);
        }
    }

    private void descend() throws IOException, ProblemException {
        var children = new Children(xml);
        while (children.next()) {
            switch (xml.name()) {
                case "txbxContent" -> {
                    hasText = true;
                    story.blocks(paragraph.scope().with(Flags.of(Flag.TEXT_BOX)), sink);
                    continue;
                }
                case "extent" -> {
                    width = emu("cx");
                    height = emu("cy");
                }
                case "prstGeom" -> {
                    var shape = CharacterFormat.first(xml.attribute("prst"), "");
                    isLine |= shape.equals("line") || shape.endsWith("Connector1");
                }
                case "pic", "imagedata" -> found("skipped.picture");
                case "chart" -> found("skipped.chart");
                case "relIds" -> found("skipped.diagram");
                case "OLEObject" -> other = "skipped.object";
                case "line", "shape", "rect" -> vml();
                default -> {}
            }
            descend();
        }
    }

    private void found(String what) {
        other = CharacterFormat.first(other, what);
    }

    private double emu(String attribute) {
        return Measures.number(xml.attribute(attribute), Integer.MAX_VALUE, 0) / EMU_PER_MILLIMETRE;
    }

    private void vml() {
        if (xml.vocabulary() != Vocabulary.VML) {
            return;
        }
        var style = CharacterFormat.first(xml.attribute("style"), "");
        width = size(WIDTH, style);
        height = size(HEIGHT, style);
        if (xml.name().equals("line")) {
            isLine = true;
            var from = CharacterFormat.first(xml.attribute("from"), "0,0").split(",");
            var to = CharacterFormat.first(xml.attribute("to"), "0,0").split(",");
            if (from.length == 2 && to.length == 2) {
                width = Math.abs(length(to[0]) - length(from[0]));
                height = Math.abs(length(to[1]) - length(from[1]));
            }
        } else if (xml.attribute(Vocabulary.OFFICE, "hr") != null) {
            isAcross = true;
        } else if ("#_x0000_t32".equals(xml.attribute("type"))) {
            isLine = true;
        }
    }

    private static double size(Pattern pattern, String style) {
        var match = pattern.matcher(style);
        return match.find() ? length(match.group(1)) : 0;
    }

    /** Returns a length in mm. A number without a unit is in pixels. */
    private static double length(String value) {
        var trimmed = value.strip();
        var twips = trimmed.matches("-?[0-9.]+") ? Measures.twips(trimmed + "pt") : Measures.twips(trimmed);
        return twips == null ? 0 : Measures.millimetres(twips) * (trimmed.matches("-?[0-9.]+") ? 0.75 : 1);
    }
}
