/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.internal;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.profile.Look;
import org.bieumau.core.text.Span;
import org.bieumau.pdf.internal.Fonts.Face;

/**
 * A paragraph broken into lines, as many words to a line as fit. A line breaks at blanks alone; a word wider than the
 * line is broken where it must be.
 */
final class TextLines {

    /** Ascent, descent and gap of Times New Roman together, in parts of the size; and the descent alone. */
    private static final double LINE = 1.149;

    private static final double DESCENT = 0.216;
    private static final double SUPERSCRIPT = 0.65;
    /** A line with so much room left, as a part of the width, is too loose. */
    private static final double MUCH_ROOM = 0.2;

    /** Text in one face. */
    record Piece(String text, Face face, double size, boolean superscript) {

        double width() {
            return face.width(text, size);
        }
    }

    /** What stands between two blanks. */
    private static final class Word {
        final List<Piece> pieces = new ArrayList<>();
        final Face blankFace;
        final boolean breaks;
        /** Whether it is the end of the word before, divided at a hyphen. */
        final boolean joined;

        double width;

        Word(Face blankFace, boolean breaks) {
            this(blankFace, breaks, false);
        }

        Word(Face blankFace, boolean breaks, boolean joined) {
            this.blankFace = blankFace;
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
     * @param indent of the line, in pt
     * @param width of its text, in pt
     * @param gaps how many blanks may stretch
     * @param last whether it ends the paragraph
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

    /** From line to line, in pt. */
    double lineHeight() {
        return style.size() * LINE * style.lineSpacing();
    }

    /** From the lower edge of a line up to its letters' foot, in pt. */
    double descent() {
        return style.size() * DESCENT;
    }

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
                words.getLast()
                        .add(new Piece(face.printable(text.substring(start, i)), face, size, span.superscript()));
                if (i < text.length()) {
                    words.add(new Word(face, c != '\u00A0'));
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
            // What no blank divides that may break goes together.
            var end = i + 1;
            var wide = words.get(i).width;
            while (end < words.size() && !words.get(end).breaks) {
                wide += blank(words.get(end)) + words.get(end).width;
                end++;
            }
            var gap = line.isEmpty() ? 0 : blank(words.get(i));
            var room = width - indent - used - gap;
            if (!line.isEmpty()
                    && wide > room + 0.01
                    && room > width * MUCH_ROOM
                    && divide(words, end - 1, room - (wide - words.get(end - 1).width))) {
                wide = 0;
                for (var word : words.subList(i, end)) {
                    wide += (word == words.get(i) ? 0 : blank(word)) + word.width;
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
     * Divides a word behind its last hyphen that leaves the front short enough, where the line would else be far too
     * loose. The end of the word is put behind it, as one that follows without a blank.
     */
    private static boolean divide(List<Word> words, int at, double room) {
        var word = words.get(at);
        for (int p = word.pieces.size() - 1; p >= 0; p--) {
            var piece = word.pieces.get(p);
            for (int i = piece.text().lastIndexOf('-', piece.text().length() - 2);
                    i > 0;
                    i = piece.text().lastIndexOf('-', i - 1)) {
                var front = new Word(word.blankFace, word.breaks, word.joined);
                word.pieces.subList(0, p).forEach(front::add);
                front.add(new Piece(piece.text().substring(0, i + 1), piece.face(), piece.size(), piece.superscript()));
                if (front.width <= room) {
                    var back = new Word(word.blankFace, true, true);
                    back.add(new Piece(piece.text().substring(i + 1), piece.face(), piece.size(), piece.superscript()));
                    word.pieces.subList(p + 1, word.pieces.size()).forEach(back::add);
                    words.set(at, front);
                    words.add(at + 1, back);
                    return true;
                }
            }
        }
        return false;
    }

    private double blank(Word word) {
        return word.joined ? 0 : word.blankFace.width(' ') * style.size() / 1000;
    }

    /** Breaks what is wider than a line letter by letter; its end stays for the line that follows. */
    private double breakWord(List<Word> wide, double firstIndent, List<Word> rest) {
        var indent = firstIndent;
        var line = new Word(wide.getFirst().blankFace, false);
        for (var word : wide) {
            var pieces = new ArrayList<Piece>();
            if (word != wide.getFirst()) {
                pieces.add(new Piece(" ", word.blankFace, style.size(), false));
            }
            pieces.addAll(word.pieces);
            for (var piece : pieces) {
                var start = 0;
                for (int i = 0; i < piece.text().length(); i++) {
                    var part = new Piece(
                            piece.text().substring(start, i + 1), piece.face(), piece.size(), piece.superscript());
                    if (line.width + part.width() > width - indent && (i > start || !line.pieces.isEmpty())) {
                        line.add(new Piece(
                                piece.text().substring(start, i), piece.face(), piece.size(), piece.superscript()));
                        lines.add(line(List.of(line), indent, true));
                        indent = 0;
                        line = new Word(word.blankFace, false);
                        start = i;
                    }
                }
                line.add(new Piece(piece.text().substring(start), piece.face(), piece.size(), piece.superscript()));
            }
        }
        rest.add(line);
        return indent;
    }

    private Line line(List<Word> words, double indent, boolean last) {
        var pieces = new ArrayList<Piece>();
        var total = 0.0;
        var gaps = 0;
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (i > 0 && !word.joined) {
                append(new Piece(" ", word.blankFace, style.size(), false), pieces);
                total += blank(word);
                gaps++;
            }
            word.pieces.forEach(piece -> append(piece, pieces));
            total += word.width;
        }
        return new Line(pieces, indent, total, gaps, last);
    }

    /** Neighbours in the same face are one piece. */
    private static void append(Piece piece, List<Piece> pieces) {
        var before = pieces.isEmpty() ? null : pieces.getLast();
        if (before != null && before.face() == piece.face() && before.size() == piece.size()) {
            pieces.set(
                    pieces.size() - 1,
                    new Piece(before.text() + piece.text(), piece.face(), piece.size(), piece.superscript()));
        } else {
            pieces.add(piece);
        }
    }
}
