/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.profile.Look;
import org.bieumau.core.text.Span;

/**
 * A paragraph broken into lines, each with as many words as fit. Lines break at spaces. If a line would be too loose,
 * the next word is divided after a hyphen. A word wider than a line is broken between letters.
 */
final class TextLines {

    /** Sum of ascent, descent and line gap of Times New Roman, relative to the font size. */
    private static final double LINE = 1.149;
    /** Descent of Times New Roman, relative to the font size. */
    private static final double DESCENT = 0.216;
    /** Size of superscripts, relative to the font size. */
    private static final double SUPERSCRIPT = 0.65;
    /** Remaining room above which a line is too loose, relative to the width. */
    private static final double LOOSE_LINE = 0.2;

    /**
     * Text in one face.
     *
     * @param size the font size in pt
     */
    record Piece(Face.Run run, double size, boolean superscript, boolean underlined) {

        String text() {
            return run.text();
        }

        Face face() {
            return run.face();
        }

        /** Returns whether this is a combining mark, which takes no room. */
        boolean isMark() {
            return run.mark() != null;
        }

        double width() {
            return isMark() ? 0 : face().width(text(), size);
        }

        /** Returns a part of the text. */
        Piece part(int from, int to) {
            return new Piece(
                    new Face.Run(text().substring(from, to), face(), run.cluster(), run.mark()),
                    size,
                    superscript,
                    underlined);
        }

        /** Returns whether both can be shown as one text. */
        boolean joins(Piece next) {
            return face() == next.face()
                    && size == next.size()
                    && underlined == next.underlined()
                    && run.cluster() == null
                    && next.run().cluster() == null;
        }
    }

    /** The text between two spaces. */
    private static final class Word {
        final List<Piece> pieces = new ArrayList<>();
        /** Face of the space before the word. */
        final Face spaceFace;

        final boolean spaceUnderlined;
        /** Whether a line may break before the word. */
        final boolean breaks;
        /** Whether this is the second part of a word divided at a hyphen, with no space before it. */
        final boolean joined;

        double width;

        Word(Face spaceFace, boolean breaks) {
            this(spaceFace, false, breaks, false);
        }

        Word(Face spaceFace, boolean spaceUnderlined, boolean breaks, boolean joined) {
            this.spaceFace = spaceFace;
            this.spaceUnderlined = spaceUnderlined;
            this.breaks = breaks;
            this.joined = joined;
        }

        void add(Piece piece) {
            if (!piece.text().isEmpty()) {
                pieces.add(piece);
                width += piece.width();
            }
        }
    }

    /**
     * A line.
     *
     * @param indent the indent in pt
     * @param width the width of the text in pt
     * @param gaps the number of spaces that can stretch
     * @param last whether the line is not justified, as at the end of a paragraph
     */
    record Line(List<Piece> pieces, double indent, double width, int gaps, boolean last) {}

    private final Paragraph paragraph;
    private final Look style;
    private final double width;
    private final List<Line> lines = new ArrayList<>();

    /** @param width in pt */
    TextLines(Paragraph paragraph, Look style, Fonts fonts, double width) {
        this.paragraph = paragraph;
        this.style = style;
        this.width = width;
        breakLines(words(fonts));
    }

    /** Returns the footnotes that lines refer to, in order. */
    List<Paragraph> notes(int from, int to) {
        var all = paragraph.notes();
        if (all.isEmpty()) {
            return all;
        }
        var first = 0;
        var next = 0;
        for (int i = 0; i < to; i++) {
            if (i == from) {
                first = next;
            }
            for (var piece : lines.get(i).pieces()) {
                var raised = piece.superscript() ? piece.text() : "";
                while (next < all.size()
                        && raised.startsWith(all.get(next).spans().getFirst().text())) {
                    raised = raised.substring(
                            all.get(next).spans().getFirst().text().length());
                    next++;
                }
            }
        }
        // A number that a change of font or a line break divides is not found: its note is placed at the end of the
        // text.
        return all.subList(first, to == lines.size() ? all.size() : next);
    }

    Paragraph paragraph() {
        return paragraph;
    }

    Look style() {
        return style;
    }

    List<Line> lines() {
        return lines;
    }

    double width() {
        return width;
    }

    /** Returns the distance between baselines, in pt. */
    double lineHeight() {
        return style.leading() > 0 ? style.leading() : style.size() * LINE * style.lineSpacing();
    }

    /**
     * Returns the distance from the lower edge of a line to its baseline, in pt. Word places the additional room of an
     * exact line height four fifths above and one fifth below the text.
     */
    double descent() {
        return style.size() * DESCENT + (style.leading() > 0 ? (style.leading() - style.size() * LINE) / 5 : 0);
    }

    /** Returns the height of all lines, in pt. */
    double height() {
        return lines.size() * lineHeight();
    }

    private List<Word> words(Fonts fonts) {
        var words = new ArrayList<Word>();
        words.add(new Word(fonts.face(style.bold(), style.italic()), false));
        var label = paragraph.label();
        if (label != null) {
            add(new Span(label.text() + "\u00A0", label.bold(), false, false), fonts, words);
        }
        paragraph.spans().forEach(span -> add(span, fonts, words));
        return words;
    }

    private void add(Span span, Fonts fonts, List<Word> words) {
        var face = fonts.face(style.bold() || span.bold(), style.italic() || span.italic());
        var size = span.superscript() ? style.size() * SUPERSCRIPT : style.size();
        var text = style.capitals() ? VietnameseText.capitals(span.text()) : span.text();
        var start = 0;
        for (int i = 0; i <= text.length(); i++) {
            var c = i == text.length() ? 0 : text.charAt(i);
            if (i == text.length() || c == ' ' || c == '\u00A0' || c == '\n' || c == '\t') {
                var word = words.getLast();
                face.split(
                        text.substring(start, i),
                        run -> word.add(new Piece(run, size, span.superscript(), span.underlined())));
                if (i < text.length()) {
                    words.add(new Word(face, span.underlined(), c != '\u00A0', false));
                }
                start = i + 1;
            }
        }
    }

    private void breakLines(List<Word> words) {
        var indent = Points.ofMillimetres(style.firstIndent());
        var line = new ArrayList<Word>();
        var used = 0.0;
        for (int i = 0; i < words.size(); ) {
            // Words joined by no-break spaces are kept together.
            var end = i + 1;
            var wide = words.get(i).width;
            while (end < words.size() && !words.get(end).breaks) {
                wide += spaceBefore(words.get(end)) + words.get(end).width;
                end++;
            }
            var gap = line.isEmpty() ? 0 : spaceBefore(words.get(i));
            var room = width - indent - used - gap;
            if (!line.isEmpty()
                    && wide > room + 0.01
                    && room > width * LOOSE_LINE
                    && divide(words, end - 1, room - (wide - words.get(end - 1).width))) {
                wide = 0;
                for (var word : words.subList(i, end)) {
                    wide += (word == words.get(i) ? 0 : spaceBefore(word)) + word.width;
                }
            }
            if (!line.isEmpty() && used + gap + wide > width - indent + 0.01) {
                lines.add(line(line, indent, false));
                indent = 0;
                line.clear();
                used = 0;
                gap = 0;
            }
            if (line.isEmpty() && wide > width - indent + 0.01) {
                indent = breakWord(words.subList(i, end), indent, line);
                used = line.isEmpty() ? 0 : line.getFirst().width;
            } else {
                line.addAll(words.subList(i, end));
                used += gap + wide;
            }
            i = end;
        }
        lines.add(line(line, indent, true));
    }

    /**
     * Divides a word after the last hyphen whose front part fits, to avoid a line that is too loose. The second part
     * becomes a word of its own without a space before it.
     *
     * @param at the index of the word
     * @param room the room for the front part, in pt
     * @return whether the word was divided
     */
    private static boolean divide(List<Word> words, int at, double room) {
        var word = words.get(at);
        for (int p = word.pieces.size() - 1; p >= 0; p--) {
            var piece = word.pieces.get(p);
            for (int i = piece.text().lastIndexOf('-', piece.text().length() - 2);
                    i > 0;
                    i = piece.text().lastIndexOf('-', i - 1)) {
                var front = new Word(word.spaceFace, word.spaceUnderlined, word.breaks, word.joined);
                word.pieces.subList(0, p).forEach(front::add);
                front.add(piece.part(0, i + 1));
                if (front.width <= room) {
                    var back = new Word(word.spaceFace, word.spaceUnderlined, true, true);
                    back.add(piece.part(i + 1, piece.text().length()));
                    word.pieces.subList(p + 1, word.pieces.size()).forEach(back::add);
                    words.set(at, front);
                    words.add(at + 1, back);
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the width of the space before a word, in pt. */
    private double spaceBefore(Word word) {
        return word.joined ? 0 : word.spaceFace.width(' ') * style.size() / 1000;
    }

    /**
     * Breaks words that are wider than a line between letters. Adds the full lines.
     *
     * @param rest receives the text that remains for the next line
     * @return the indent of that line
     */
    private double breakWord(List<Word> wide, double firstIndent, List<Word> rest) {
        var indent = firstIndent;
        var line = new Word(wide.getFirst().spaceFace, false);
        for (var word : wide) {
            var pieces = new ArrayList<Piece>();
            if (word != wide.getFirst()) {
                pieces.add(space(word));
            }
            pieces.addAll(word.pieces);
            for (var piece : pieces) {
                var start = 0;
                for (int i = 0; i < piece.text().length(); i++) {
                    if (Character.isLowSurrogate(piece.text().charAt(i))) {
                        continue;
                    }
                    var end = Character.isHighSurrogate(piece.text().charAt(i)) ? i + 2 : i + 1;
                    var part = piece.part(start, end);
                    if (line.width + part.width() > width - indent && (i > start || !line.pieces.isEmpty())) {
                        line.add(piece.part(start, i));
                        // Combining marks come before their character and go to the next line with it.
                        var marks = new ArrayDeque<Piece>();
                        while (!line.pieces.isEmpty() && line.pieces.getLast().isMark()) {
                            marks.push(line.pieces.removeLast());
                        }
                        lines.add(line(List.of(line), indent, true));
                        indent = 0;
                        line = new Word(word.spaceFace, false);
                        marks.forEach(line::add);
                        start = i;
                    }
                }
                line.add(piece.part(start, piece.text().length()));
            }
        }
        rest.add(line);
        return indent;
    }

    private Piece space(Word word) {
        return new Piece(new Face.Run(" ", word.spaceFace), style.size(), false, word.spaceUnderlined);
    }

    private Line line(List<Word> words, double indent, boolean last) {
        var pieces = new ArrayList<Piece>();
        var total = 0.0;
        var gaps = 0;
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (i > 0 && !word.joined) {
                append(space(word), pieces);
                total += spaceBefore(word);
                gaps++;
            }
            word.pieces.forEach(piece -> append(piece, pieces));
            total += word.width;
        }
        return new Line(pieces, indent, total, gaps, last);
    }

    /** Appends a piece, merged with the last one if both have the same face and size. */
    private static void append(Piece piece, List<Piece> pieces) {
        var before = pieces.isEmpty() ? null : pieces.getLast();
        if (before != null && before.joins(piece)) {
            var joined = new Face.Run(before.text() + piece.text(), piece.face());
            pieces.set(pieces.size() - 1, new Piece(joined, piece.size(), piece.superscript(), piece.underlined()));
        } else {
            pieces.add(piece);
        }
    }
}
