/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.text;

import java.text.Normalizer;

/** Recognizes words that were typed by Telex while no input method was active: <code>nhaajn</code> for «nhận». */
public final class Telex {

    private static final String TONE_MARKS = "\u0301\u0300\u0309\u0303\u0323";
    private static final String TONE_KEYS = "sfrxj";

    private Telex() {}

    /** Returns whether a word is typed with the Telex keys of another one, in any order of the keys for its marks. */
    public static boolean isLeftOver(String typed, String word) {
        var letters = VietnameseText.fold(word);
        var plain = VietnameseText.fold(typed);
        return !plain.equals(letters)
                && (isWithin(letters, plain) || isWithin(letters, plain.replace('w', 'u')))
                && keys(typed).equals(keys(word));
    }

    /** Returns whether a text has the letters of another one in their order. */
    private static boolean isWithin(String letters, String text) {
        var at = 0;
        for (var letter : letters.toCharArray()) {
            at = text.indexOf(letter, at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the keys of a word in alphabetical order; «ư» may be typed as <code>w</code>, «ươ» as <code>uow</code>.
     */
    private static String keys(String word) {
        var keys = new StringBuilder();
        var letter = ' ';
        for (var c : Normalizer.normalize(word, Normalizer.Form.NFD)
                .toLowerCase(VietnameseText.LOCALE)
                .toCharArray()) {
            var tone = TONE_MARKS.indexOf(c);
            if (tone >= 0) {
                keys.append(TONE_KEYS.charAt(tone));
            } else if (c == '\u0302') {
                keys.append(letter);
            } else if (c == '\u0306' || c == '\u031B') {
                keys.append('w');
            } else if (c == 'đ') {
                keys.append("dd");
            } else {
                letter = c;
                keys.append(c);
            }
        }
        return keys.toString()
                .replace("uow", "ow")
                .replace("uw", "w")
                .chars()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll("w+", "w");
    }
}
