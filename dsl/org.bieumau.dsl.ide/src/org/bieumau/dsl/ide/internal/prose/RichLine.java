/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Line of prose: a paragraph, a row of a table between bars, or the header of conditional or repeated lines, which is
 * atomic.
 *
 * @param lead the source between the previous line and the indentation of this one: a line break and blank lines; null
 *     for a single line break
 * @param indent the indentation
 * @param pieces the text, including the marker at its beginning; adjacent pieces differ in style
 * @param isHead whether the line is the header of conditional or repeated lines
 * @param isLiteral whether text that looks like a marker at the beginning of the line is plain text
 * @param written the source in the file; null if the line has been changed
 */
public record RichLine(
        String lead, String indent, List<Piece> pieces, boolean isHead, boolean isLiteral, String written) {

    /** Returns a new or changed line. */
    static RichLine of(String lead, String indent, List<Piece> pieces, boolean isLiteral) {
        var line = new RichLine(lead, indent, joined(pieces), false, isLiteral, null);
        if (!line.isTableRow()
                || line.text().strip().length() > 1
                        && line.text().stripTrailing().endsWith("|")) {
            return line;
        }
        // Close the last cell.
        var closed = new ArrayList<>(line.pieces());
        closed.add(Piece.of(" |"));
        return line.changed(closed);
    }

    /** Returns this line with another lead. */
    RichLine withLead(String otherLead) {
        return new RichLine(otherLead, indent, pieces, isHead, isLiteral, written);
    }

    /** Returns whether another line is displayed in the same way. */
    public boolean looksLike(RichLine other) {
        return pieces.equals(other.pieces)
                && isHead == other.isHead
                && isLiteral == other.isLiteral
                && indent.equals(other.indent);
    }

    /** Returns the text as displayed. */
    public String text() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    /** Returns the marker at the beginning of the line, if any. */
    public Optional<Marker> marker() {
        return isHead || isLiteral || pieces.isEmpty() || pieces.getFirst().isWhole()
                ? Optional.empty()
                : Marker.of(text())
                        .filter(marker ->
                                marker.length() <= pieces.getFirst().text().length());
    }

    /** Returns whether the line is a row of a table. */
    public boolean isTableRow() {
        return !isHead
                && !pieces.isEmpty()
                && !pieces.getFirst().isWhole()
                && pieces.getFirst().text().startsWith("|");
    }

    /** Returns this line with pieces that are displayed in another way but have the same source. */
    RichLine shown(List<Piece> otherPieces) {
        return new RichLine(lead, indent, otherPieces, isHead, isLiteral, written);
    }

    /** Returns this line with other text. */
    RichLine changed(List<Piece> newPieces) {
        return new RichLine(lead, indent, joined(newPieces), isHead, isLiteral, null);
    }

    /** Returns this line with another marker, or with its first one; null removes the marker. */
    RichLine withMarker(String marker) {
        var old = marker();
        if (old.map(Marker::text).filter(each -> each.equals(marker)).isPresent()) {
            return this;
        }
        var length = old.map(Marker::length).orElse(0);
        var changed = new ArrayList<Piece>();
        if (marker != null) {
            var space = old.map(each -> text().substring(each.text().length(), each.length()))
                    .filter(each -> !each.isEmpty())
                    .orElse(" ");
            changed.add(Piece.of(marker + space));
        }
        changed.addAll(between(length, Integer.MAX_VALUE));
        return new RichLine(lead, indent, joined(changed), isHead, false, null);
    }

    /** Returns the source of the line without its indentation. */
    String source() {
        return written != null ? written : RichWriter.write(this);
    }

    // Parts of the text

    /** Returns the pieces between two offsets in the text. */
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

    /**
     * Moves an offset out of an atomic piece, to the end of the piece if <code>forward</code>, else to its beginning.
     * Other offsets are returned unchanged.
     */
    int outside(int offset, boolean forward) {
        var at = 0;
        for (var piece : pieces) {
            var end = at + piece.text().length();
            if (piece.isWhole() && offset > at && offset < end) {
                return forward ? end : at;
            }
            at = end;
        }
        return offset;
    }

    /** Returns the piece before an offset, whose style applies to text typed there. */
    public Optional<Piece> before(int offset) {
        var at = 0;
        for (var piece : pieces) {
            at += piece.text().length();
            if (at >= offset && offset > 0) {
                return Optional.of(piece);
            }
        }
        return Optional.empty();
    }

    /** Joins adjacent pieces with the same style and drops empty ones. */
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
