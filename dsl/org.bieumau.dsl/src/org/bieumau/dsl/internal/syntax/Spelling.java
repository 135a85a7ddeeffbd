/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.syntax;

import java.util.Arrays;
import org.bieumau.core.internal.text.Similar;
import org.bieumau.core.internal.text.Telex;
import org.bieumau.core.internal.text.VietnameseText;

/** Compares a typed word with a keyword. */
final class Spelling {

    /** The cost of a word that differs too much. */
    static final int OTHER_WORD = 1000;

    private static final int DIACRITICS = 4;
    private static final int LETTER = 5;

    private Spelling() {}

    /** Returns how unlikely it is that a keyword was meant. */
    static int cost(String typed, String keyword) {
        if (typed.equals(keyword) || typed.length() < 2 && keyword.length() > 2) {
            return OTHER_WORD;
        }
        var plain = VietnameseText.fold(typed);
        var other = VietnameseText.fold(keyword);
        if (plain.equals(other) || Telex.isLeftOver(typed, keyword)) {
            return DIACRITICS;
        }
        var distance = isSwapped(plain, other) ? 1 : Similar.distance(plain, other);
        return distance <= Math.max(1, Math.min(plain.length(), other.length()) / 3)
                ? LETTER + LETTER * distance + Similar.distance(typed, keyword) - distance
                : OTHER_WORD;
    }

    private static boolean isSwapped(String one, String other) {
        return one.length() == other.length()
                && Similar.distance(one, other) == 2
                && sorted(one).equals(sorted(other));
    }

    private static String sorted(String text) {
        var letters = text.toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }
}
