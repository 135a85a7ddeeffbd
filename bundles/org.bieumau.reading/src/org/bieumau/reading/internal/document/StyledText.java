/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.bieumau.core.internal.text.Unbroken;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.profile.Look;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.bieumau.core.source.SourceItem.Run;
import org.bieumau.reading.internal.grid.Texts;

/**
 * The text of a paragraph with the emphasis that its look does not have, in one line. A footnote is the character
 * {@link #NOTE}, whose text is the next one of the notes.
 */
record StyledText(String text, byte[] styles, List<StyledText> notes) {

    static final char NOTE = '\uFFFC';

    static final int BOLD = 1;
    static final int ITALIC = 2;
    static final int SUPERSCRIPT = 4;

    static final StyledText EMPTY = new StyledText("", new byte[0], List.of());

    /**
     * Returns the text of a paragraph, without its automatic number.
     *
     * @param look the look of its role, whose emphasis is left out
     * @param notes the footnotes that follow; those of the paragraph are taken out
     */
    static StyledText of(Paragraph paragraph, Look look, Queue<StyledText> notes) {
        var text = new StringBuilder();
        var styles = new ArrayList<Byte>();
        var own = new ArrayList<StyledText>();
        for (var run : paragraph.runs()) {
            if (run.flags().contains(Flag.HIDDEN)) {
                continue;
            }
            if (run.flags().contains(Flag.NOTE)) {
                if (!notes.isEmpty()) {
                    own.add(notes.poll());
                    text.append(NOTE);
                    styles.add((byte) 0);
                }
                continue;
            }
            var piece = VietnameseText.nfc(run.text()).replace(NOTE, ' ');
            for (int i = 0; i < piece.length(); i++) {
                text.append(piece.charAt(i));
                styles.add(style(run, look));
            }
        }
        var bytes = new byte[styles.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = styles.get(i);
        }
        return new StyledText(text.toString(), EmphasisOfWords.smooth(text, bytes), own).inOneLine();
    }

    private static byte style(Run run, Look base) {
        var look = run.look();
        var style = 0;
        if (look.bold() && !look.unknown().contains(Look.Property.BOLD) && !base.bold()) {
            style |= BOLD;
        }
        if (look.italic() && !look.unknown().contains(Look.Property.ITALIC) && !base.italic()) {
            style |= ITALIC;
        }
        if (run.flags().contains(Flag.SUPERSCRIPT)) {
            style |= SUPERSCRIPT;
        }
        return (byte) style;
    }

    /**
     * Replaces each run of spaces, tabs and line breaks by a single space. A no-break space becomes a space if the
     * layout prints it again.
     */
    private StyledText inOneLine() {
        var printed = Unbroken.protect(text.replace('\u00A0', ' '));
        var line = new StringBuilder(text.length());
        var kept = new byte[text.length()];
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\u00A0' && printed.charAt(i) != '\u00A0' && isInner(i)) {
                // It stays, since the office put it where the layout would not.
            } else if (Texts.isSpace(c)) {
                if (line.isEmpty() || line.charAt(line.length() - 1) == ' ') {
                    continue;
                }
                c = ' ';
            }
            kept[line.length()] = styles[i];
            line.append(c);
        }
        return new StyledText(line.toString(), Arrays.copyOf(kept, line.length()), notes).strip();
    }

    /** Returns whether a no-break space is the only character between two words. */
    private boolean isInner(int index) {
        return index > 0
                && index + 1 < text.length()
                && !Texts.isSpace(text.charAt(index - 1))
                && !Texts.isSpace(text.charAt(index + 1));
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    StyledText substring(int from, int to) {
        var before =
                (int) text.substring(0, from).chars().filter(c -> c == NOTE).count();
        var within =
                (int) text.substring(from, to).chars().filter(c -> c == NOTE).count();
        return new StyledText(
                text.substring(from, to), Arrays.copyOfRange(styles, from, to), notes.subList(before, before + within));
    }

    StyledText substring(int from) {
        return substring(from, text.length());
    }

    StyledText strip() {
        var from = 0;
        var to = text.length();
        while (from < to && Texts.isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && Texts.isSpace(text.charAt(to - 1))) {
            to--;
        }
        return from == 0 && to == text.length() ? this : substring(from, to);
    }

    /** Returns the text without one of some characters at its end. */
    StyledText withoutEnd(String characters) {
        return !isEmpty() && characters.indexOf(text.charAt(text.length() - 1)) >= 0
                ? substring(0, text.length() - 1).strip()
                : this;
    }

    /** Returns the text without something with which it begins; the text itself if it does not begin with it. */
    StyledText withoutStart(String start) {
        return text.startsWith(start) ? substring(start.length()).strip() : this;
    }

    StyledText append(StyledText other) {
        var all = Arrays.copyOf(styles, styles.length + other.styles.length);
        System.arraycopy(other.styles, 0, all, styles.length, other.styles.length);
        var both = new ArrayList<>(notes);
        both.addAll(other.notes);
        return new StyledText(text + other.text, all, both);
    }

    /** Returns whether the text has emphasis or notes. */
    boolean isStyled() {
        for (int i = 0; i < styles.length; i++) {
            if (styles[i] != 0 && !Character.isWhitespace(text.charAt(i)) || text.charAt(i) == NOTE) {
                return true;
            }
        }
        return false;
    }
}
