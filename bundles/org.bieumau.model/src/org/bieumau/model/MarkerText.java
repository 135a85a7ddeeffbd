/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.model;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes the markers at the beginning of paragraphs of an administrative text (ND30, Phụ lục I, II.6c–đ). */
public final class MarkerText {

    /**
     * The letters of a điểm in their order (ND30, Điều 8): without f, j, w, z, and without ă, â, ê, ô, ơ, ư. The decree
     * has no rule for what follows y; here the letters are repeated as in Word's lists: <code>aa</code>, <code>bb
     * </code>.
     */
    public static final String LETTERS = "abcdđeghiklmnopqrstuvxy";

    /** The words that begin a marker. */
    public static final List<String> WORDS = List.of("Phần", "Chương", "Mục", "Tiểu mục", "Điều");

    /** The length of the longest marker of one word, <code>MMMDCCCLXXXVIII.</code> */
    public static final int LONGEST_WORD = 16;

    /** A single C, D or M is a letter, as in the headings A, B, C, D, rather than 100, 500 or 1000. */
    private static final String ROMAN_DIGITS = "[IVXL]|[IVXLCDM]{2,15}";

    private static final int MOST_ROMAN = 3999;
    /** The number of times that a letter is repeated at most, so that a marker is not longer than a Roman number. */
    private static final int MOST_REPEATED = LONGEST_WORD - 1;

    private static final Pattern ROMAN = Pattern.compile("(" + ROMAN_DIGITS + ")\\.");
    private static final Pattern ARABIC = Pattern.compile("(\\d{1,3})\\.");
    private static final Pattern LETTER = Pattern.compile("(([" + LETTERS + "])\\2{0," + (MOST_REPEATED - 1) + "})\\)");
    private static final Pattern NAMED =
            Pattern.compile("(Phần|Chương|Mục|Tiểu mục|Điều)\\s+(\\d{1,3}|" + ROMAN_DIGITS + ")\\.?");
    private static final Pattern SUB_SECTION = Pattern.compile("^(?i)tiểu mục\\b");
    private static final Pattern WHITESPACE = Pattern.compile("\\s+");
    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] DIGITS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};

    private MarkerText() {}

    /**
     * Returns the level of a marker; null if the text is not a marker.
     *
     * @param marker the text; may be null
     */
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

    /**
     * Returns the number of a marker, from 1; 0 for a dash, a plus, and a text that is not a marker.
     *
     * @param marker the text; may be null
     */
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
            return (m.group(1).length() - 1) * LETTERS.length() + LETTERS.indexOf(m.group(2)) + 1;
        }
        if ((m = NAMED.matcher(text)).matches()) {
            var digits = m.group(2);
            return Character.isDigit(digits.charAt(0)) ? Integer.parseInt(digits) : roman(digits);
        }
        return 0;
    }

    /**
     * Returns the marker for a number at a level.
     *
     * @param number the number, from 1; ignored for dash and plus
     * @throws IllegalArgumentException if the level has no such number: Roman numbers end at 3999, letters at 345
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

    /**
     * Returns a number as a Roman numeral.
     *
     * @throws IllegalArgumentException if the number is not between 1 and 3999
     */
    public static String roman(int number) {
        if (number < 1 || number > MOST_ROMAN) {
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

    /**
     * Returns a number as a letter, in the Vietnamese order a, b, c, d, đ, e …, or as a repeated letter: aa, bb … after
     * y, then aaa, bbb ….
     *
     * @throws IllegalArgumentException if the number is not between 1 and 345
     */
    public static String letter(int number) {
        if (number < 1 || number > LETTERS.length() * MOST_REPEATED) {
            throw new IllegalArgumentException(Integer.toString(number));
        }
        var at = (number - 1) % LETTERS.length();
        return LETTERS.substring(at, at + 1).repeat((number - 1) / LETTERS.length() + 1);
    }

    /** Returns the value of a Roman numeral; 0 if malformed, such as <code>IIII</code> and <code>VX</code>. */
    private static int roman(String digits) {
        var value = 0;
        var at = 0;
        for (int i = 0; i < DIGITS.length; i++) {
            for (; digits.startsWith(DIGITS[i], at); at += DIGITS[i].length()) {
                value += VALUES[i];
            }
        }
        return value > 0 && value <= MOST_ROMAN && roman(value).equals(digits) ? value : 0;
    }

    private static String normalised(String marker) {
        return SUB_SECTION
                .matcher(WHITESPACE
                        .matcher(Normalizer.normalize(marker.strip(), Normalizer.Form.NFC))
                        .replaceAll(" "))
                .replaceFirst("Tiểu mục");
    }
}
