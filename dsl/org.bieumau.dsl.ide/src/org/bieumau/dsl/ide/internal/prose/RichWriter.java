/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.prose;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bieumau.dsl.ide.internal.prose.Piece.Style;
import org.bieumau.dsl.internal.conversion.ProseText;

/** Writes the source of a line: emphasis as markup, and literal markup characters escaped with a backslash. */
final class RichWriter {

    private final StringBuilder out = new StringBuilder();
    private final Deque<Style> open = new ArrayDeque<>();

    private RichWriter() {}

    static String write(RichLine line) {
        if (line.text().isBlank()) {
            return "";
        }
        if (line.isTableRow()) {
            return new RichWriter().pieces(split(line.pieces(), true)).stripTrailing();
        }
        var length = line.marker().map(Marker::length).orElse(0);
        var rest = line.between(length, Integer.MAX_VALUE);
        var text = new RichWriter().pieces(split(rest, false));
        if (length == 0 && !rest.isEmpty() && !rest.getFirst().isWhole()) {
            text = ProseText.atLineStart(text);
        }
        return line.text().substring(0, length) + ProseText.atLineEnd(text);
    }

    /**
     * Splits pieces at leading and trailing whitespace, since a star next to whitespace is a literal star, and at the
     * bars of a table, which emphasis must not span.
     */
    private static List<Piece> split(List<Piece> pieces, boolean atBars) {
        var split = new ArrayList<Piece>();
        for (var piece : pieces) {
            if (piece.isWhole()) {
                split.add(piece);
                continue;
            }
            for (var part : atBars ? piece.text().split("(?<=\\|)|(?=\\|)") : new String[] {piece.text()}) {
                var words = part.strip();
                var start = part.indexOf(words);
                split.add(Piece.of(part.substring(0, start)));
                split.add(atBars && words.equals("|") ? Piece.of(words) : piece.with(words));
                split.add(Piece.of(part.substring(start + words.length())));
            }
        }
        split.removeIf(piece -> piece.text().isEmpty() && !piece.isWhole());
        return split;
    }

    private String pieces(List<Piece> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            // Whitespace between pieces of one style stays within the style: it is invisible and needs less markup.
            var next = pieces.subList(i, pieces.size()).stream()
                    .filter(each -> !isBlank(each))
                    .findFirst();
            while (open.stream().anyMatch(style -> next.isEmpty() || !next.get().has(style))
                    || next.filter(this::beginsWithinSuperscript).isPresent()) {
                close();
            }
            if (isBlank(piece)) {
                out.append(piece.text());
                continue;
            }
            for (var style : Style.values()) {
                if (piece.has(style) && !open.contains(style)) {
                    open(style);
                }
            }
            out.append(piece.isWhole() ? piece.code() : ProseText.write(piece.text()));
        }
        while (!open.isEmpty()) {
            close();
        }
        return out.toString();
    }

    private static boolean isBlank(Piece piece) {
        return !piece.isWhole() && piece.text().isBlank();
    }

    /** Returns whether a piece begins another style within superscript, which must be the innermost style. */
    private boolean beginsWithinSuperscript(Piece piece) {
        return open.contains(Style.SUPERSCRIPT)
                && (piece.bold() && !open.contains(Style.BOLD) || piece.italic() && !open.contains(Style.ITALIC));
    }

    private void open(Style style) {
        open.push(style);
        out.append(
                switch (style) {
                    case BOLD -> "**";
                    case ITALIC -> "*";
                    case SUPERSCRIPT -> "^{";
                });
    }

    private void close() {
        out.append(
                switch (open.pop()) {
                    case BOLD -> "**";
                    case ITALIC -> "*";
                    case SUPERSCRIPT -> "}";
                });
    }
}
