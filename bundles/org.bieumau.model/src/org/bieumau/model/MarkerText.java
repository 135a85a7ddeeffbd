/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.model;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the beginning of a paragraph stands for: the markers of an administrative text (ND30, Phụ lục I, II.6c–đ). */
public final class MarkerText {

    /** The letters of điểm in their order (ND30, Điều 8): no f, j, w, z and none with a hat or a horn. */
    public static final String LETTERS = "abcdđeghiklmnopqrstuvxy";

    /** The words that begin a marker. */
    public static final List<String> WORDS = List.of("Phần", "Chương", "Mục", "Tiểu mục", "Điều");

    private static final Pattern ROMAN = Pattern.compile("([IVXL]{1,7})\\.");
    private static final Pattern ARABIC = Pattern.compile("(\\d{1,3})\\.");
    private static final Pattern LETTER = Pattern.compile("([" + LETTERS + "])\\)");
    private static final Pattern NAMED =
            Pattern.compile("(Phần|Chương|Mục|Tiểu mục|Điều)\\s+(\\d{1,3}|[IVXL]{1,7})\\.?");
    private static final Pattern SUB_SECTION = Pattern.compile("^(?i)tiểu mục\\b");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int[] VALUES = {50, 40, 10, 9, 5, 4, 1};
    private static final String[] DIGITS = {"L", "XL", "X", "IX", "V", "IV", "I"};

    private MarkerText() {}

    /** The level that a marker stands for, or null if the text is no marker. */
    public static DivisionLevel level(String marker) {
        if (marker == null) {
            return null;
        }
        var text = normalised(marker);
        if (text.equals("-")) {
            return DivisionLevel.DASH;
        }
        if (text.equals("+")) {
            return DivisionLevel.PLUS;
        }
        if (ROMAN.matcher(text).matches()) {
            return DivisionLevel.ROMAN;
        }
        if (ARABIC.matcher(text).matches()) {
            return DivisionLevel.CLAUSE;
        }
        if (LETTER.matcher(text).matches()) {
            return DivisionLevel.POINT;
        }
        var named = NAMED.matcher(text);
        return named.matches() ? DivisionLevel.get(named.group(1)) : null;
    }

    /** The number that a marker stands for, from 1; 0 for a dash, a plus and what is no marker. */
    public static int number(String marker) {
        if (marker == null) {
            return 0;
        }
        var text = normalised(marker);
        Matcher m;
        if ((m = ROMAN.matcher(text)).matches()) {
            return roman(m.group(1));
        }
        if ((m = ARABIC.matcher(text)).matches()) {
            return Integer.parseInt(m.group(1));
        }
        if ((m = LETTER.matcher(text)).matches()) {
            return LETTERS.indexOf(m.group(1)) + 1;
        }
        if ((m = NAMED.matcher(text)).matches()) {
            var digits = m.group(2);
            return Character.isDigit(digits.charAt(0)) ? Integer.parseInt(digits) : roman(digits);
        }
        return 0;
    }

    /**
     * The marker for a number at a level.
     *
     * @param number from 1; without meaning for dash and plus
     * @throws IllegalArgumentException if the level has no such number: Roman numbers end at 89, letters at 23
     */
    public static String of(DivisionLevel level, int number) {
        return switch (level) {
            case DASH -> "-";
            case PLUS -> "+";
            case ROMAN -> roman(number) + ".";
            case CLAUSE -> number + ".";
            case POINT -> letter(number) + ")";
            case PART, CHAPTER -> level.getLiteral() + " " + roman(number);
            case SECTION, SUBSECTION -> level.getLiteral() + " " + number;
            case ARTICLE -> level.getLiteral() + " " + number + ".";
        };
    }

    /** The Roman number, for 1 to 89. */
    public static String roman(int number) {
        if (number < 1 || number > 89) {
            throw new IllegalArgumentException(Integer.toString(number));
        }
        var roman = new StringBuilder();
        var rest = number;
        for (int i = 0; i < VALUES.length; i++) {
            for (; rest >= VALUES[i]; rest -= VALUES[i]) {
                roman.append(DIGITS[i]);
            }
        }
        return roman.toString();
    }

    /** The letter of the Vietnamese order a, b, c, d, đ, e …, for 1 to 23. */
    public static String letter(int number) {
        if (number < 1 || number > LETTERS.length()) {
            throw new IllegalArgumentException(Integer.toString(number));
        }
        return LETTERS.substring(number - 1, number);
    }

    /** The value of a well-formed Roman number up to 89, else 0: <code>IIII</code> and <code>VX</code> are none. */
    private static int roman(String digits) {
        var value = 0;
        var at = 0;
        for (int i = 0; i < DIGITS.length; i++) {
            for (; digits.startsWith(DIGITS[i], at); at += DIGITS[i].length()) {
                value += VALUES[i];
            }
        }
        return value > 0 && value < 90 && roman(value).equals(digits) ? value : 0;
    }

    private static String normalised(String marker) {
        return SUB_SECTION
                .matcher(BLANKS.matcher(Normalizer.normalize(marker.strip(), Normalizer.Form.NFC))
                        .replaceAll(" "))
                .replaceFirst("Tiểu mục");
    }
}
