/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.template;

import java.util.regex.Pattern;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.MarkerText;

/** Continues the ordinals of rows that are printed with a form. */
final class RowOrdinals {

    /** The part that counts, between what stays: <code>1.</code>, <code>2</code> and nothing in <code>1.2</code>. */
    private static final Pattern COUNTER = Pattern.compile("(\\(?(?:\\d+\\.)*)(\\d{1,6}|\\p{L}{1,16})([.)/:]{0,2})");

    private static final int MOST_ROMAN = 3999;
    /** Number after which letters would be repeated. */
    private static final int MOST_LETTERS = MarkerText.LETTERS.length();

    private RowOrdinals() {}

    /**
     * Returns the ordinal after another one: <code>2</code> after <code>1</code>, <code>đ</code> after <code>d</code>,
     * and the same for a bullet. An ordinal that does not count is followed by an empty string.
     */
    static String next(String ordinal) {
        var counter = COUNTER.matcher(ordinal);
        if (counter.matches()) {
            var next = following(counter.group(2));
            return next.isEmpty() ? "" : counter.group(1) + next + counter.group(3);
        }
        return ordinal.chars().anyMatch(Character::isLetterOrDigit) ? "" : ordinal;
    }

    /** Returns an empty string if a text does not count, or is the last one of its kind. */
    private static String following(String counter) {
        if (counter.chars().allMatch(Character::isDigit)) {
            return Integer.toString(Integer.parseInt(counter) + 1);
        }
        var roman = MarkerText.number(counter + ".");
        if (roman > 0) {
            return roman == MOST_ROMAN ? "" : MarkerText.roman(roman + 1);
        }
        var letter = MarkerText.number(counter.toLowerCase(VietnameseText.LOCALE) + ")");
        if (letter == 0 || letter >= MOST_LETTERS) {
            return "";
        }
        var next = MarkerText.letter(letter + 1);
        return Character.isUpperCase(counter.charAt(0)) ? next.toUpperCase(VietnameseText.LOCALE) : next;
    }
}
