/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.spelling;

import org.jspecify.annotations.Nullable;

/** The two right places of the tone mark in open syllables with oa, oe and uy. */
public enum ToneStyle {
    /** hòa, thủy. */
    OLD,
    /** hoà, thuỷ. */
    NEW;

    public ToneStyle other() {
        return this == OLD ? NEW : OLD;
    }

    /** Returns whether a text may have a word with a style. Most have none, and need not be divided into words. */
    public static boolean mayBeIn(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (isPair(text, i) && (i + 1 == text.length() || !Character.isLetter(text.charAt(i + 1)))) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a letter ends oa, oe or uy with a tone mark. */
    private static boolean isPair(String text, int end) {
        var first = text.charAt(end - 1);
        var second = text.charAt(end);
        return (first >= 0x80 || second >= 0x80)
                && switch (Tone.without(second)) {
                    case 'a', 'e' -> Tone.without(first) == 'o';
                    case 'y' -> Tone.without(first) == 'u';
                    default -> false;
                };
    }

    /** Returns the style of a word of a text; null if it has capitals, or is the same in both styles. */
    public static @Nullable ToneStyle of(String text, int start, int end) {
        if (end - start < 2 || !isPair(text, end - 1)) {
            return null;
        }
        var written = Written.of(text.substring(start, end));
        var shape = Syllables.of(written.letters()).orElse(null);
        if (shape == null || !shape.hasTwoPlaces() || written.marks() != 1) {
            return null;
        }
        return written.place() == shape.oldPlace() ? OLD : written.place() == shape.place() ? NEW : null;
    }

    /** Returns a word that has a style, written in this one. */
    public String write(String word) {
        var written = Written.of(word);
        return Syllables.of(written.letters()).orElseThrow().with(written.tone(), this == OLD);
    }
}
