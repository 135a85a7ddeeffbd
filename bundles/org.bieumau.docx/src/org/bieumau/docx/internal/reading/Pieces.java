/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Run;
import org.bieumau.core.text.LegacyEncoding;

/**
 * The pieces in which a file stores the text of a paragraph. Word often begins a piece at every word, so adjacent
 * pieces with the same look become one run.
 */
final class Pieces {

    /** Is not shown unless a line ends there. In fonts of TCVN3 the same code is the letter ư. */
    static final String SOFT_HYPHEN = "\u00AD";

    private record Piece(String text, CharacterFormat format, int flags) {}

    private final List<Piece> pieces = new ArrayList<>();

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    void add(String text, CharacterFormat format, int flags) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, format, flags));
        }
    }

    /** Adds the pieces of the previous paragraph, whose end was deleted. */
    void addFirst(Pieces before) {
        pieces.addAll(0, before.pieces);
    }

    /** Returns the runs of a paragraph with a look. */
    List<Run> runs(ParagraphLook paragraph) {
        var runs = new ArrayList<Run>();
        for (int from = 0, to; from < pieces.size(); from = to) {
            var first = pieces.get(from);
            var look = paragraph.run(first.format());
            to = from + 1;
            while (to < pieces.size()
                    && pieces.get(to).flags() == first.flags()
                    && paragraph.run(pieces.get(to).format()) == look) {
                to++;
            }
            add(runs, text(from, to), look, first.flags());
        }
        return runs;
    }

    private String text(int from, int to) {
        if (to == from + 1) {
            return pieces.get(from).text();
        }
        var text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(pieces.get(i).text());
        }
        return text.toString();
    }

    private static void add(List<Run> runs, String stored, RunLook look, int flags) {
        var all = flags | look.flags();
        var text = stored;
        if (!look.legacyFont().isEmpty()) {
            var decoded = LegacyEncoding.decode(stored, look.legacyFont());
            all |= Flags.of(Flag.CONVERTED, !decoded.equals(stored));
            text = decoded;
        } else if (Symbols.hasPrivate(stored) || !look.symbolFont().isEmpty()) {
            text = Symbols.shown(stored, look.symbolFont());
        }
        text = text.contains(SOFT_HYPHEN) ? text.replace(SOFT_HYPHEN, "") : text;
        var composed = composed(text);
        if (composed.length() != text.length()) {
            all |= Flags.of(Flag.DECOMPOSED);
        }
        text = composed;
        var marks = runs.isEmpty() ? 0 : marks(text);
        if (marks > 0) {
            var letter = runs.removeLast();
            runs.add(new Run(
                    Normalizer.normalize(letter.text() + text.substring(0, marks), Normalizer.Form.NFC),
                    letter.look(),
                    letter.flags()));
            text = text.substring(marks);
        }
        if (!text.isEmpty()) {
            runs.add(new Run(text, look.look(), Flags.set(all)));
        }
    }

    /** Returns a text in NFC. Vietnamese text without combining marks is in NFC already. */
    private static String composed(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= '\u0300' && (c < '\u1E00' || c > '\u1EFF') && (c < '\u2010' || c > '\u2027')) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    /** Returns the number of combining marks at the beginning of a text, which belong to the letter before it. */
    private static int marks(String text) {
        var marks = 0;
        while (marks < text.length() && text.charAt(marks) >= '\u0300' && text.charAt(marks) <= '\u036F') {
            marks++;
        }
        return marks;
    }
}
