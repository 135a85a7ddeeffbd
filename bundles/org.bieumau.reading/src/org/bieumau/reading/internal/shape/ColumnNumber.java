/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.shape;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a column in a row of column numbers.
 *
 * @param main the number before an equals sign: from 1, or a capital letter
 * @param isLetter whether <code>main</code> is the position of a letter in the alphabet
 */
record ColumnNumber(int main, boolean isLetter) {

    private static final Pattern LETTER = Pattern.compile("\\(?([A-ZĐa-zđ])\\)?");
    private static final Pattern NUMBER = Pattern.compile("[(\\[-]?\\s*(\\d{1,3})[a-z]?\\s*[)\\]]?\\.?");
    private static final Pattern SUBNUMBER = Pattern.compile("\\(?(\\d{1,2})\\.\\d{1,2}\\)?");
    /** <code>7=3-6</code>, <code>(4)=(5)+(18)</code>, <code>(5)=(6)+…+(17)</code>, <code>7 (6:3)</code>. */
    private static final Pattern FORMULA =
            Pattern.compile("\\(?\\s*(\\d{1,3})[a-z]?\\s*\\)?\\s*(?:=|\\()[\\d()\\[\\]+\\-–−*×x/:.,…%=\\sA-Ha-h]*");

    /** Reads the number of a column, in one line. */
    static Optional<ColumnNumber> of(String text) {
        var letter = LETTER.matcher(text);
        if (letter.matches()) {
            return Optional.of(
                    new ColumnNumber(Character.toUpperCase(letter.group(1).charAt(0)) - 'A' + 1, true));
        }
        for (var pattern : List.of(NUMBER, FORMULA, SUBNUMBER)) {
            var match = pattern.matcher(text);
            if (match.matches()) {
                return Optional.of(new ColumnNumber(Integer.parseInt(match.group(1)), false));
            }
        }
        return Optional.empty();
    }

    /**
     * Returns whether texts from left to right are the numbers of columns. A few may be unreadable, or be placeholders
     * of a program that fills in templates.
     *
     * @param texts in one line each, none empty
     * @param columns number of columns that could have a number
     */
    static boolean areNumbers(List<String> texts, int columns) {
        var numbers = texts.stream().flatMap(text -> of(text).stream()).toList();
        var open = texts.stream()
                .filter(text -> Phrases.isTag(text) || Phrases.isPunctuation(text))
                .count();
        if (numbers.size() < 2
                || texts.size() * 2 < columns
                || (numbers.size() + open) * 20 < texts.size() * 17
                || !numbers.getFirst().isFirst()) {
            return false;
        }
        var steps = 0;
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i - 1).isBefore(numbers.get(i))) {
                steps++;
            }
        }
        return steps * 5 >= (numbers.size() - 1) * 4;
    }

    private boolean isFirst() {
        return main <= 1;
    }

    private boolean isBefore(ColumnNumber next) {
        return isLetter == next.isLetter
                ? next.main == main + 1 || next.main == main && !isLetter
                : isLetter && next.main <= 1;
    }
}
