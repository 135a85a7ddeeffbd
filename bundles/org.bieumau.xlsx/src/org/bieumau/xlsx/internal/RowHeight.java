/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bieumau.core.internal.text.TextMeasure;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.TableColumn;
import org.bieumau.core.text.Span;

/** How high a row must be for its text to show, since Excel does not find out by itself in merged cells. */
final class RowHeight {

    /** What a cell loses to its margins, in mm, and some room for fonts that are wider than those measured. */
    private static final double MARGIN = 2.2;

    private static final double CAUTION = 0.94;
    /** How high the pieces of a cell are that is too high for a row: small enough to fill the pages in print. */
    private static final double PIECE = 200;

    private final CellStyles styles;
    private final List<TableColumn> columns;

    RowHeight(CellStyles styles, List<TableColumn> columns) {
        this.styles = styles;
        this.columns = columns;
    }

    /** The height in pt of paragraphs in a cell. */
    double of(List<Paragraph> paragraphs, int column, int span) {
        var height = 0.0;
        for (var paragraph : paragraphs) {
            height += height(paragraph, width(column, span));
        }
        return height + 2;
    }

    private double width(int column, int span) {
        var width = -MARGIN;
        for (var each : columns.subList(column, column + span)) {
            width += each.width();
        }
        return Math.max(width * CAUTION, 2);
    }

    private double height(Paragraph paragraph, double width) {
        var style = styles.style(paragraph.component());
        var text = style.capitals() ? paragraph.text().toUpperCase(Locale.ROOT) : paragraph.text();
        return TextMeasure.lines(text, width, style.size(), style.bold()) * SheetPart.lineHeight(style.size());
    }

    /**
     * Cuts the text of a cell into pieces that a row can show: between paragraphs, and within one only where it alone
     * is too high, between words.
     *
     * @return at least one piece
     */
    List<List<Paragraph>> split(List<Paragraph> paragraphs, int column, int span, double highest, int longest) {
        if (of(paragraphs, column, span) <= highest && length(paragraphs) <= longest) {
            return List.of(paragraphs);
        }
        var width = width(column, span);
        var pieces = new ArrayList<List<Paragraph>>();
        var piece = new ArrayList<Paragraph>();
        var height = 2.0;
        for (var whole : paragraphs) {
            for (var paragraph : parts(whole, width, highest - 2)) {
                var more = height(paragraph, width);
                if (!piece.isEmpty()
                        && (height + more > PIECE || length(piece) + length(List.of(paragraph)) > longest)) {
                    pieces.add(List.copyOf(piece));
                    piece.clear();
                    height = 2;
                }
                piece.add(paragraph);
                height += more;
            }
        }
        pieces.add(List.copyOf(piece));
        return pieces;
    }

    private static int length(List<Paragraph> paragraphs) {
        return paragraphs.stream()
                .mapToInt(paragraph -> paragraph.text().length() + 1)
                .sum();
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
