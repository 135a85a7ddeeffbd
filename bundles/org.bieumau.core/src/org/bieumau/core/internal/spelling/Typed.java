/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.spelling;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads words with keys of Telex that the input method did not turn into marks: <code>nhaajn</code> for «nhận». */
final class Typed {

    private static final String TONE_KEYS = "frxsj";

    /** Keys that no English word has: <code>see</code> and <code>box</code> are Vietnamese syllables in Telex, too. */
    private static final Pattern KEYS = Pattern.compile("dd.+|.*aa.*|.*uw.*|.{2,}[aeiouy].*j.*|.+[aeiouy]{2}j.*");

    private Typed() {}

    /** Returns whether a word of Latin letters alone is typed in Telex beyond doubt. */
    static boolean isTelex(String word) {
        return KEYS.matcher(word).matches() && syllable(word).isPresent();
    }

    /** Returns the syllable that a word was meant to become; empty if it has no keys of Telex or is no syllable. */
    static Optional<String> syllable(String word) {
        var written = Written.of(word);
        if (written.marks() > 1) {
            return Optional.empty();
        }
        var letters = written.letters();
        var tone = written.tone();
        for (int i = letters.length() - 1; i > 0 && written.marks() == 0; i--) {
            var key = TONE_KEYS.indexOf(letters.charAt(i));
            if (key >= 0 && letters.substring(0, i).chars().anyMatch(c -> Tone.isVowel((char) c))) {
                tone = Tone.values()[key + 1];
                letters = letters.substring(0, i) + letters.substring(i + 1);
                break;
            }
        }
        var shaped = letters.replaceFirst("^dd", "đ")
                .replace("aa", "â")
                .replace("ee", "ê")
                .replace("oo", "ô")
                .replaceFirst("u[ưw]?o[ơw]?w", "ươ")
                .replaceFirst("ươw", "ươ")
                .replaceFirst("a[ưw]", "ă")
                .replaceFirst("o[ưw]", "ơ")
                .replaceFirst("u?w", "ư");
        if (letters.equals(written.letters()) && shaped.equals(letters)) {
            return Optional.empty();
        }
        var right = tone;
        return Syllables.of(shaped).filter(shape -> shape.hasTone(right)).map(shape -> shape.with(right, true));
    }
}
