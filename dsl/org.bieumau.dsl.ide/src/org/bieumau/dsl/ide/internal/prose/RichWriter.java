/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.prose;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.bieumau.core.internal.text.PlainProse;
import org.bieumau.core.text.Emphasis;
import org.bieumau.dsl.ide.internal.prose.Piece.Style;
import org.bieumau.dsl.internal.conversion.ProseText;

/** Writes the source of a line: emphasis as markup, and literal markup characters escaped with a backslash. */
final class RichWriter {

    /** Part of the source. */
    private sealed interface Part {
        String source();

        /** A mark that begins or ends a style. */
        record Mark(String source, boolean opens) implements Part {
            boolean isStars() {
                return source.startsWith("*");
            }
        }

        record Text(String source) implements Part {}

        /** A citation or an interpolation. */
        record Whole(String source) implements Part {}
    }

    private final List<Part> parts = new ArrayList<>();
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
                parts.add(new Part.Text(piece.text()));
                continue;
            }
            for (var style : Style.values()) {
                if (piece.has(style) && !open.contains(style)) {
                    open(style);
                }
            }
            parts.add(piece.isWhole() ? new Part.Whole(piece.code()) : new Part.Text(ProseText.write(piece.text())));
        }
        while (!open.isEmpty()) {
            close();
        }
        for (int i = 1; i < parts.size(); i++) {
            // A citation after a caret would be a footnote, an interpolation would be superscript.
            if (parts.get(i) instanceof Part.Whole && before(i) == '^') {
                escapeLast(i - 1);
            }
        }
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (isStars(i) && !isStars(i - 1)) {
                escapeAround(i);
            }
        }
        return parts.stream().map(Part::source).collect(Collectors.joining());
    }

    private boolean isStars(int part) {
        return part >= 0 && part < parts.size() && parts.get(part) instanceof Part.Mark mark && mark.isStars();
    }

    /** Escapes the text next to stars that would not be marks there, as within a word. */
    private void escapeAround(int first) {
        var last = first;
        var closes = false;
        var opens = 0;
        for (; isStars(last); last++) {
            var mark = (Part.Mark) parts.get(last);
            closes |= !mark.opens();
            opens += mark.opens() ? mark.source().length() : 0;
        }
        if (closes && !Emphasis.canEnd(before(first), after(last)) && !escapeLast(first - 1)) {
            escapeFirst(last);
        }
        if (opens > 0 && isPunctuation(last)) {
            escapeFirst(last);
        }
        if (opens > 0
                && !Emphasis.canBegin(before(first), after(last), opens)
                && !escapeFirst(last)
                && !escapeLast(first - 1)) {
            parts.add(first, new Part.Whole(ProseText.NOTHING));
        }
    }

    private boolean isPunctuation(int part) {
        return part < parts.size()
                && parts.get(part) instanceof Part.Text text
                && PlainProse.isPunctuation(text.source());
    }

    private char before(int part) {
        if (part == 0) {
            return ' ';
        }
        var source = parts.get(part - 1).source();
        var last = source.length() - 1;
        return source.equals(ProseText.NOTHING)
                        || parts.get(part - 1) instanceof Part.Text && ProseText.isEscaped(source, last)
                ? Emphasis.ESCAPED
                : source.charAt(last);
    }

    private char after(int part) {
        if (part == parts.size()) {
            return ' ';
        }
        var first = parts.get(part).source().charAt(0);
        return first == '\\' ? Emphasis.ESCAPED : first;
    }

    private boolean escapeFirst(int part) {
        if (part == parts.size() || !(parts.get(part) instanceof Part.Text text)) {
            return false;
        }
        parts.set(part, new Part.Text(ProseText.firstEscaped(text.source())));
        return true;
    }

    private boolean escapeLast(int part) {
        if (part < 0 || !(parts.get(part) instanceof Part.Text text)) {
            return false;
        }
        parts.set(part, new Part.Text(ProseText.lastEscaped(text.source())));
        return true;
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
        parts.add(new Part.Mark(
                switch (style) {
                    case BOLD -> "**";
                    case ITALIC -> "*";
                    case SUPERSCRIPT -> "^{";
                },
                true));
    }

    private void close() {
        parts.add(new Part.Mark(
                switch (open.pop()) {
                    case BOLD -> "**";
                    case ITALIC -> "*";
                    case SUPERSCRIPT -> "}";
                },
                false));
    }
}
