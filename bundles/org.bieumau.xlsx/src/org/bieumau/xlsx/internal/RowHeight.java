/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bieumau.core.internal.text.TextMeasure;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.TableColumn;
import org.bieumau.core.text.Span;

/** Computes the row height that a text needs, because Excel does not adjust the height for merged cells. */
final class RowHeight {

    /** Sum of the left and right inner margins of a cell, in mm. */
    private static final double MARGIN = 2.2;
    /** Part of the remaining width that is used, to allow for fonts wider than the measured one. */
    private static final double SAFETY_FACTOR = 0.94;
    /** Maximum height of the pieces of a cell that is split, in pt: small enough to fill the pages in print. */
    private static final double PIECE_HEIGHT = 200;

    /**
     * Paragraphs in a cell.
     *
     * @param height the height that they need, in pt
     */
    record Piece(List<Paragraph> paragraphs, double height) {

        static final Piece EMPTY = new Piece(List.of(), 0);
    }

    private final CellStyles styles;
    private final List<TableColumn> columns;
    /** The usable width of each single column, in mm. */
    private final double[] widths;

    RowHeight(CellStyles styles, List<TableColumn> columns) {
        this.styles = styles;
        this.columns = columns;
        this.widths = new double[columns.size()];
        Arrays.setAll(widths, column -> usable(column, 1));
    }

    /**
     * Returns the height of paragraphs in a cell, in pt.
     *
     * @param column the first column of the cell, from 0
     * @param span the number of columns that it covers
     */
    double of(List<Paragraph> paragraphs, int column, int span) {
        return height(paragraphs, width(column, span));
    }

    private double width(int column, int span) {
        return span == 1 ? widths[column] : usable(column, span);
    }

    private double usable(int column, int span) {
        var width = -MARGIN;
        for (var each : columns.subList(column, column + span)) {
            width += each.width();
        }
        return Math.max(width * SAFETY_FACTOR, 2);
    }

    private double height(List<Paragraph> paragraphs, double width) {
        var height = 0.0;
        for (int i = 0; i < paragraphs.size(); i++) {
            height += height(paragraphs.get(i), width);
        }
        return height + 2;
    }

    private double height(Paragraph paragraph, double width) {
        var style = styles.style(paragraph.component());
        var text = style.capitals() ? paragraph.text().toUpperCase(Locale.ROOT) : paragraph.text();
        return TextMeasure.lines(text, width, style.size(), style.bold()) * SheetPart.lineHeight(style.size());
    }

    /**
     * Splits the text of a cell into pieces that fit into a row. It is split between paragraphs; only a paragraph that
     * is too high by itself is split between words.
     *
     * @param column the first column of the cell, from 0
     * @param span the number of columns that it covers
     * @param highest the maximum height of a row in pt
     * @param longest the maximum length of the text of a cell, in UTF-16 code units
     * @return at least one piece
     */
    List<Piece> split(List<Paragraph> paragraphs, int column, int span, double highest, int longest) {
        var width = width(column, span);
        var needed = height(paragraphs, width);
        if (needed <= highest && length(paragraphs) <= longest) {
            return List.of(new Piece(paragraphs, needed));
        }
        var pieces = new ArrayList<Piece>();
        var piece = new ArrayList<Paragraph>();
        var height = 2.0;
        for (var whole : paragraphs) {
            for (var paragraph : parts(whole, width, highest - 2)) {
                var more = height(paragraph, width);
                if (!piece.isEmpty()
                        && (height + more > PIECE_HEIGHT || length(piece) + length(List.of(paragraph)) > longest)) {
                    pieces.add(new Piece(List.copyOf(piece), height));
                    piece.clear();
                    height = 2;
                }
                piece.add(paragraph);
                height += more;
            }
        }
        pieces.add(new Piece(List.copyOf(piece), height));
        return pieces;
    }

    /** Returns the number of UTF-16 code units of paragraphs with a line break after each. */
    static int length(List<Paragraph> paragraphs) {
        var length = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            length += paragraphs.get(i).text().length() + 1;
        }
        return length;
    }

    private List<Paragraph> parts(Paragraph paragraph, double width, double highest) {
        if (height(paragraph, width) <= highest) {
            return List.of(paragraph);
        }
        var parts = new ArrayList<Paragraph>();
        var part = new ArrayList<Span>();
        for (var span : paragraph.spans()) {
            for (var word : span.text().split("(?<= )")) {
                var candidate = new ArrayList<>(part);
                append(span.with(word), candidate);
                if (!part.isEmpty() && height(new Paragraph(paragraph.component(), candidate, null), width) > highest) {
                    parts.add(new Paragraph(paragraph.component(), List.copyOf(part), paragraph.source()));
                    part.clear();
                    append(span.with(word), part);
                } else {
                    part = candidate;
                }
            }
        }
        parts.add(new Paragraph(paragraph.component(), List.copyOf(part), paragraph.source()));
        return parts;
    }

    private static void append(Span span, List<Span> spans) {
        if (!spans.isEmpty() && spans.getLast().with("").equals(span.with(""))) {
            spans.add(span.with(spans.removeLast().text() + span.text()));
        } else {
            spans.add(span);
        }
    }
}
