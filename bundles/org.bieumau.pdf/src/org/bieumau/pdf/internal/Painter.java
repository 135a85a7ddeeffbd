/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.internal;

import java.awt.Color;
import org.bieumau.core.profile.Look;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfTextArray;

/** Draws on the current page. Coordinates and lengths are in pt, from the lower left corner of the page. */
final class Painter {

    /** Width of lines and frames, in pt. */
    private static final float LINE_WIDTH = 0.75f;
    /** Width of cell borders, underlines and braces, in pt. */
    private static final double BORDER = 0.5;
    /** Depth of a brace and height of its curved ends, in pt. */
    private static final double BRACE = 4;

    /** Distance of superscripts from the baseline, relative to the font size. */
    private static final double SUPERSCRIPT_RISE = 0.35;

    private final PdfFile file;

    Painter(PdfFile file) {
        this.file = file;
    }

    /** Draws the content of an element of the tag tree. */
    void marked(PdfStructureElement tag, Runnable drawing) {
        file.content().beginMarkedContentSequence(tag);
        drawing.run();
        file.content().endMarkedContentSequence();
    }

    /**
     * Draws lines of a paragraph.
     *
     * @param from the first line, from 0
     * @param to the line after the last
     * @param top the upper edge of the first of these lines
     */
    void lines(TextLines text, int from, int to, double left, double top) {
        var content = file.content();
        var coloured = text.style().colour() != Look.BLACK;
        if (coloured) {
            content.setColorFill(new Color(text.style().colour()));
        }
        content.beginText();
        for (int i = from; i < to; i++) {
            line(content, text, text.lines().get(i), left, top - (i - from + 1) * text.lineHeight() + text.descent());
        }
        content.endText();
        underline(content, text, from, to, left, top);
        if (coloured) {
            content.setColorFill(Color.BLACK);
        }
    }

    private static void underline(PdfContentByte content, TextLines text, int from, int to, double left, double top) {
        content.setLineWidth((float) BORDER);
        for (int i = from; i < to; i++) {
            var line = text.lines().get(i);
            var y = top - (i - from + 1) * text.lineHeight() + text.descent() / 2;
            var x = start(text, line, left);
            for (var piece : line.pieces()) {
                var width = piece.width() + stretch(text, line) * spaces(piece.text());
                if (text.style().underlined() || piece.underlined()) {
                    content.moveTo((float) x, (float) y);
                    content.lineTo((float) (x + width), (float) y);
                    content.stroke();
                }
                x += width;
            }
        }
    }

    /** Returns the left edge of the text of a line. */
    private static double start(TextLines text, TextLines.Line line, double left) {
        var rest = text.width() - line.indent() - line.width();
        return left
                + line.indent()
                + switch (text.style().alignment()) {
                    case CENTER -> rest / 2;
                    case RIGHT -> rest;
                    default -> 0.0;
                };
    }

    /** Returns the additional width of each space in a justified line, in pt. */
    private static double stretch(TextLines text, TextLines.Line line) {
        var rest = text.width() - line.indent() - line.width();
        return text.style().alignment() == Look.Alignment.JUSTIFY && !line.last() && line.gaps() > 0
                ? rest / line.gaps()
                : 0;
    }

    private static long spaces(String text) {
        return text.chars().filter(c -> c == ' ').count();
    }

    private static void line(
            PdfContentByte content, TextLines text, TextLines.Line line, double left, double baseline) {
        var x = start(text, line, left);
        var stretch = stretch(text, line);
        content.setTextMatrix((float) x, (float) baseline);
        for (var piece : line.pieces()) {
            if (piece.run().cluster() != null) {
                beginActualText(content, piece.isMark() ? "" : piece.run().cluster());
            }
            content.setFontAndSize(piece.face().font(), (float) piece.size());
            var rise = (piece.superscript() ? text.style().size() * SUPERSCRIPT_RISE : 0)
                    + (piece.isMark() ? piece.run().mark().rise() * piece.size() / 1000 : 0);
            if (rise != 0) {
                content.setTextRise((float) rise);
            }
            if (piece.isMark()) {
                showMark(content, piece);
            } else {
                show(content, piece, stretch);
            }
            if (rise != 0) {
                content.setTextRise(0);
            }
            if (piece.run().cluster() != null) {
                content.endMarkedContentSequence();
            }
        }
    }

    /**
     * Begins content with a replacement text for extraction. The replacement of a character includes its combining
     * marks, so that they are extracted in the right order and within the word; that of the marks is empty.
     */
    private static void beginActualText(PdfContentByte content, String text) {
        var properties = new PdfDictionary();
        properties.put(new PdfName("ActualText"), new PdfString(text, PdfObject.TEXT_UNICODE));
        content.beginMarkedContentSequence(new PdfName("Span"), properties, true);
    }

    private static void showMark(PdfContentByte content, TextLines.Piece piece) {
        var shift = piece.run().mark().shift();
        var array = new PdfTextArray();
        array.add(-shift);
        array.add(piece.text());
        array.add((float) (shift + piece.face().width(piece.text(), 1000)));
        content.showText(array);
    }

    /**
     * Shows text with each space as a character of its own.
     *
     * @param stretch the additional width of each space in a justified line, in pt
     */
    private static void show(PdfContentByte content, TextLines.Piece piece, double stretch) {
        if (stretch == 0) {
            content.showText(piece.text());
            return;
        }
        var array = new PdfTextArray();
        var wider = (float) (-stretch * 1000 / piece.size());
        var start = 0;
        for (int i = 0; i < piece.text().length(); i++) {
            if (piece.text().charAt(i) == ' ') {
                array.add(piece.text().substring(start, i + 1));
                array.add(wider);
                start = i + 1;
            }
        }
        if (start < piece.text().length()) {
            array.add(piece.text().substring(start));
        }
        content.showText(array);
    }

    /** Draws a horizontal line. */
    void line(double left, double y, double length) {
        file.artifact(() -> {
            var content = file.content();
            content.setLineWidth(LINE_WIDTH);
            content.moveTo((float) left, (float) y);
            content.lineTo((float) (left + length), (float) y);
            content.stroke();
        });
    }

    /**
     * Draws a frame.
     *
     * @param colour as 0xRRGGBB
     */
    void frame(double left, double top, double width, double height, int colour) {
        file.artifact(() -> {
            var content = file.content();
            if (colour != Look.BLACK) {
                content.setColorStroke(new Color(colour));
            }
            content.setLineWidth(LINE_WIDTH);
            content.rectangle((float) left, (float) (top - height), (float) width, (float) height);
            content.stroke();
            if (colour != Look.BLACK) {
                content.setColorStroke(Color.BLACK);
            }
        });
    }

    /** Draws the borders of all cells of a row. */
    void borders(double[] lefts, double[] widths, double height, double top) {
        file.artifact(() -> {
            var content = file.content();
            content.setLineWidth((float) BORDER);
            for (int i = 0; i < lefts.length; i++) {
                content.rectangle((float) lefts[i], (float) (top - height), (float) widths[i], (float) height);
            }
            content.stroke();
        });
    }

    /** Draws a brace that opens to the left. */
    void brace(double left, double top, double height) {
        file.artifact(() -> {
            var content = file.content();
            content.setLineWidth((float) BORDER);
            var x = left + BRACE / 2;
            var middle = top - height / 2;
            content.moveTo((float) left, (float) top);
            content.curveTo((float) x, (float) top, (float) x, (float) top, (float) x, (float) (top - BRACE));
            content.lineTo((float) x, (float) (middle + BRACE));
            content.curveTo(
                    (float) x, (float) middle, (float) x, (float) middle, (float) (left + BRACE), (float) middle);
            content.curveTo((float) x, (float) middle, (float) x, (float) middle, (float) x, (float) (middle - BRACE));
            content.lineTo((float) x, (float) (top - height + BRACE));
            content.curveTo((float) x, (float) (top - height), (float) x, (float) (top - height), (float) left, (float)
                    (top - height));
            content.stroke();
        });
    }
}
