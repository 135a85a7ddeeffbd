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

    /** Returns the style of a word of a text; null if it has capitals, or is the same in both styles. */
    public static @Nullable ToneStyle of(String text, int start, int end) {
        // Few words end so, and a document has many words.
        if (end - start < 2 || Tone.of(text.charAt(end - 1)) == Tone.of(text.charAt(end - 2))) {
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
