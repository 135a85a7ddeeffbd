/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A line of prose: a paragraph, a row of a table between bars, or the head of lines with a condition, which can only be
 * taken or left as a whole.
 *
 * @param lead what is written between the line before it and its indentation: a line break, blank lines; null for a
 *     line break
 * @param indent the blanks that it is written behind
 * @param pieces its text, the marker at the beginning of it; neighbours differ in style
 * @param isHead whether it is such a head
 * @param isLiteral whether what looks like a marker at its beginning is text
 * @param written how it is written in the file; null where it has been changed
 */
public record RichLine(
        String lead, String indent, List<Piece> pieces, boolean isHead, boolean isLiteral, String written) {

    /** A line that is new, or not as it was. */
    static RichLine of(String lead, String indent, List<Piece> pieces, boolean isLiteral) {
        var line = new RichLine(lead, indent, joined(pieces), false, isLiteral, null);
        if (!line.isTableRow()
                || line.text().strip().length() > 1
                        && line.text().stripTrailing().endsWith("|")) {
            return line;
        }
        // The last cell is closed.
        var closed = new ArrayList<>(line.pieces());
        closed.add(Piece.of(" |"));
        return line.changed(closed);
    }

    /** This line behind other blank lines. */
    RichLine behind(String otherLead) {
        return new RichLine(otherLead, indent, pieces, isHead, isLiteral, written);
    }

    /** What a person sees of it. */
    public String text() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    /** What it begins with. */
    public Optional<Marker> marker() {
        return isHead || isLiteral || pieces.isEmpty() || pieces.getFirst().isWhole()
                ? Optional.empty()
                : Marker.of(text())
                        .filter(marker ->
                                marker.length() <= pieces.getFirst().text().length());
    }

    boolean isTableRow() {
        return !isHead
                && !pieces.isEmpty()
                && !pieces.getFirst().isWhole()
                && pieces.getFirst().text().startsWith("|");
    }

    /** The same line with other text. */
    RichLine changed(List<Piece> newPieces) {
        return new RichLine(lead, indent, joined(newPieces), isHead, isLiteral, null);
    }

    /** How it is written, without its indentation. */
    String source() {
        return written != null ? written : RichWriter.write(this);
    }

    // Parts of its text

    /** What lies between two places of its text. */
    List<Piece> between(int from, int to) {
        var part = new ArrayList<Piece>();
        var at = 0;
        for (var piece : pieces) {
            var end = at + piece.text().length();
            if (end > from && at < to) {
                part.add(
                        piece.isWhole()
                                ? piece
                                : piece.with(piece.text().substring(Math.max(0, from - at), Math.min(end, to) - at)));
            }
            at = end;
        }
        return part;
    }

    /** A place that lies in no whole piece: that one, or the end of the piece it lies in, or its beginning. */
    int outside(int place, boolean forward) {
        var at = 0;
        for (var piece : pieces) {
            var end = at + piece.text().length();
            if (piece.isWhole() && place > at && place < end) {
                return forward ? end : at;
            }
            at = end;
        }
        return place;
    }

    /** The piece that a letter typed at a place has the style of: the one before it. */
    public Optional<Piece> before(int place) {
        var at = 0;
        for (var piece : pieces) {
            at += piece.text().length();
            if (at >= place && place > 0) {
                return Optional.of(piece);
            }
        }
        return Optional.empty();
    }

    /** Pieces in which neighbours of one style are one, and none is empty. */
    private static List<Piece> joined(List<Piece> pieces) {
        var joined = new ArrayList<Piece>();
        for (var piece : pieces) {
            if (piece.text().isEmpty() && !piece.isWhole()) {
                continue;
            }
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && !last.isWhole() && !piece.isWhole() && last.sameStyle(piece)) {
                joined.set(joined.size() - 1, last.with(last.text() + piece.text()));
            } else {
                joined.add(piece);
            }
        }
        return List.copyOf(joined);
    }
}
