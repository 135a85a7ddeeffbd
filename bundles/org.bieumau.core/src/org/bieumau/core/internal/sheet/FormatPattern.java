/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.sheet;

import java.util.List;

/** How a section of a number format shows a value. */
sealed interface FormatPattern permits NumberPattern, FractionPattern, DatePattern, TextPattern {

    /**
     * Returns the pattern of a sequence of tokens.
     *
     * @param inEnglish whether the names of months and days are English
     */
    static FormatPattern of(List<FormatToken> tokens, boolean inEnglish) {
        var hasPlaces = tokens.stream().anyMatch(each -> each instanceof FormatToken.Digit(char c) && c != '0');
        var hasDate = tokens.stream()
                .anyMatch(each -> each instanceof FormatToken.DatePart
                        || each instanceof FormatToken.Elapsed
                        || each instanceof FormatToken.HalfDay);
        if (hasDate && !hasPlaces) {
            return DatePattern.of(tokens, inEnglish);
        }
        if (tokens.contains(new FormatToken.Text())) {
            return new TextPattern(tokens);
        }
        return FractionPattern.isFraction(tokens) ? FractionPattern.of(tokens) : new NumberPattern(tokens);
    }

    /** Returns a date part among digit placeholders as literal letters: <code>#,##0 d</code>. */
    static String letters(FormatToken.DatePart part) {
        return String.valueOf(part.letter()).repeat(part.count());
    }
}
