/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.formula;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a column with its formula, such as <code>7=3-6</code> or <code>(5)=(6)+…+(17)</code>.
 *
 * @param number the number as printed, with its parentheses
 * @param formula the formula over column numbers; an empty string if there is none
 */
public record ColumnFormula(String number, String formula) {

    private static final Pattern PARTS = Pattern.compile("(\\(?\\d{1,3}\\)?|[A-Z])\\s*=\\s*(.+)");
    private static final Pattern SUM = Pattern.compile("\\(?(\\d+)\\)?\\+(?:…|\\.{2,3})\\+\\(?(\\d+)\\)?");
    private static final Pattern TOKEN = Pattern.compile("\\d+|[-+*/:x×()]");

    /** Reads the text of a column in the row of column numbers. */
    public static ColumnFormula of(String text) {
        var match = PARTS.matcher(text);
        return match.matches()
                ? new ColumnFormula(match.group(1), match.group(2).strip())
                : new ColumnFormula(text, "");
    }

    /** Returns the number without parentheses. */
    public String digits() {
        return digits(number);
    }

    private static String digits(String number) {
        return number.replaceAll("[()\\s]", "");
    }

    /**
     * Returns the formula as an expression over the names of columns; empty if it cannot be one.
     *
     * @param names names of the columns by their numbers without parentheses
     */
    public Optional<String> expression(Map<String, String> names) {
        var written = formula.replaceAll("\\s+", "").replaceAll("\\((\\d+)\\)", "$1");
        var sum = SUM.matcher(written);
        var expanded = new StringBuilder();
        while (sum.find()) {
            var first = Integer.parseInt(sum.group(1));
            var last = Integer.parseInt(sum.group(2));
            if (last <= first || last - first > 200) {
                return Optional.empty();
            }
            var terms = new StringBuilder().append(first);
            for (int i = first + 1; i <= last; i++) {
                terms.append('+').append(i);
            }
            sum.appendReplacement(expanded, terms.toString());
        }
        sum.appendTail(expanded);
        return named(expanded.toString(), names);
    }

    private static Optional<String> named(String formula, Map<String, String> names) {
        var expression = new StringBuilder();
        var token = TOKEN.matcher(formula);
        var end = 0;
        while (token.lookingAt() || token.find(end) && token.start() == end) {
            var text = token.group();
            var name = names.get(text);
            if (Character.isDigit(text.charAt(0)) && name == null && !text.equals("100")) {
                return Optional.empty();
            }
            expression.append(
                    switch (text) {
                        case "(", ")" -> text;
                        case ":" -> " / ";
                        case "x", "×" -> " * ";
                        case "+", "-", "*", "/" -> " " + text + " ";
                        default -> name == null ? text : name;
                    });
            end = token.end();
            token.region(end, formula.length());
        }
        return end == formula.length() && end > 0 ? Optional.of(expression.toString()) : Optional.empty();
    }
}
