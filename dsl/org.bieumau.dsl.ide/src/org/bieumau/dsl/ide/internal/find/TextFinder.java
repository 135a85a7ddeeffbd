/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.find;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.dsl.internal.edit.TextEdit;

/**
 * Finds words in the text of a file and replaces them. Words without diacritics find words with any diacritics; words
 * with diacritics find only themselves. Capitals and the number of spaces make no difference.
 */
public final class TextFinder {

    /** A place that was found. */
    public record Match(int offset, int length) {

        public int end() {
            return offset + length;
        }
    }

    private final String text;
    private final boolean contentOnly;
    /** Whether each character is content: part of a quoted text, of prose, or of a number. */
    private final boolean[] isContent;

    /** Text without diacritics, and the offset in the text of each of its characters. */
    private final StringBuilder folded = new StringBuilder();

    private final List<Integer> offsets = new ArrayList<>();

    /**
     * @param text the text of a file
     * @param contentOnly whether to find only what prints: not the words of the language, names, and comments
     */
    public TextFinder(String text, boolean contentOnly) {
        this.text = text;
        this.contentOnly = contentOnly;
        this.isContent = new boolean[text.length()];
        fold();
        if (contentOnly) {
            markContent();
        }
    }

    private void fold() {
        for (int i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (Character.isWhitespace(letter) || letter == '\u00A0') {
                if (folded.isEmpty() || folded.charAt(folded.length() - 1) != ' ') {
                    folded.append(' ');
                    offsets.add(i);
                }
                continue;
            }
            var plain = VietnameseText.fold(String.valueOf(letter));
            for (int j = 0; j < plain.length(); j++) {
                folded.append(plain.charAt(j));
                offsets.add(i);
            }
        }
    }

    private void markContent() {
        var i = 0;
        while (i < text.length()) {
            if (text.startsWith("//", i)) {
                i = end("\n", i);
            } else if (text.startsWith("/*", i)) {
                i = end("*/", i + 2);
            } else if (text.startsWith("'''", i)) {
                var end = end("'''", i + 3);
                mark(i + 3, end - 3);
                i = end;
            } else if (text.charAt(i) == '"') {
                var end = i + 1;
                while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
                    end += text.charAt(end) == '\\' ? 2 : 1;
                }
                mark(i + 1, Math.min(end, text.length()));
                i = end + 1;
            } else if (Character.isDigit(text.charAt(i))) {
                var end = i + 1;
                while (end < text.length()
                        && (Character.isDigit(text.charAt(end)) || ".,/-".indexOf(text.charAt(end)) >= 0)) {
                    end++;
                }
                mark(i, end);
                i = end;
            } else {
                // A name may contain digits and is no number.
                var end = i + 1;
                while (Character.isLetter(text.charAt(i))
                        && end < text.length()
                        && Character.isLetterOrDigit(text.charAt(end))) {
                    end++;
                }
                i = end;
            }
        }
    }

    private int end(String closing, int from) {
        var at = text.indexOf(closing, from);
        return at < 0 ? text.length() : at + closing.length();
    }

    private void mark(int from, int to) {
        for (int i = from; i < to; i++) {
            isContent[i] = true;
        }
    }

    /** Returns all places of some words, in order. */
    public List<Match> find(String words) {
        var matches = new ArrayList<Match>();
        var wanted = VietnameseText.fold(words.strip());
        var exact = VietnameseText.nfc(words.strip()).toLowerCase(VietnameseText.LOCALE);
        var hasDiacritics = !wanted.equals(exact.replaceAll("\\s+", " "));
        if (wanted.isEmpty()) {
            return matches;
        }
        var at = folded.indexOf(wanted);
        while (at >= 0) {
            var start = offsets.get(at);
            var end = offsets.get(at + wanted.length() - 1) + 1;
            // Combining marks belong to the letter before them.
            while (end < text.length() && Character.getType(text.charAt(end)) == Character.NON_SPACING_MARK) {
                end++;
            }
            if (isContent(start, end) && (!hasDiacritics || shown(start, end).equals(exact))) {
                matches.add(new Match(start, end - start));
                at = folded.indexOf(wanted, at + wanted.length());
            } else {
                at = folded.indexOf(wanted, at + 1);
            }
        }
        return matches;
    }

    private boolean isContent(int start, int end) {
        for (int i = start; contentOnly && i < end; i++) {
            if (!isContent[i]) {
                return false;
            }
        }
        return true;
    }

    private String shown(int start, int end) {
        return VietnameseText.nfc(text.substring(start, end))
                .toLowerCase(VietnameseText.LOCALE)
                .replaceAll("\\s+", " ");
    }

    /**
     * Returns the edits that replace places by a text.
     *
     * @param matches the places, in order
     * @param replacement the text; a quotation mark or backslash in it is written so that it prints
     */
    public List<TextEdit> replace(List<Match> matches, String replacement) {
        return matches.stream()
                .map(match -> new TextEdit(
                        match.offset(),
                        match.length(),
                        isQuoted(match.offset())
                                ? replacement.replace("\\", "\\\\").replace("\"", "\\\"")
                                : replacement))
                .toList();
    }

    /** Returns whether a place is inside a text in quotation marks: they stand before it on its line, unlike prose. */
    private boolean isQuoted(int offset) {
        var line = text.lastIndexOf('\n', offset - 1) + 1;
        var isInside = false;
        for (int i = line; i < offset; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                isInside = !isInside;
            }
        }
        return isInside && !isProse(offset);
    }

    private boolean isProse(int offset) {
        var count = 0;
        for (int at = text.indexOf("'''"); at >= 0 && at < offset; at = text.indexOf("'''", at + 3)) {
            count++;
        }
        return count % 2 == 1;
    }
}
