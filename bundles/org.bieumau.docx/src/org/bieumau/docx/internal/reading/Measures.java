/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.util.regex.Pattern;

/** Reads values of attributes. Values that cannot be read count as absent, as in Word. */
final class Measures {

    /** The largest measure that Word accepts is 22 inches; larger ones only cause overflows. */
    private static final double LARGEST = 100_000;

    private static final Pattern WITH_UNIT = Pattern.compile("(-?[0-9.]+)(mm|cm|in|pt|pc|pi)");

    private Measures() {}

    /** Returns a measure in twips (1/20 pt); null if there is none. In strict files the value has a unit. */
    static Integer twips(String value) {
        return measure(value, 20);
    }

    /** Returns a font size in half points; null if there is none. In strict files the value has a unit. */
    static Integer halfPoints(String value) {
        return measure(value, 2);
    }

    /** @param perPoint number of units in a point, if the value has no unit of its own */
    private static Integer measure(String value, int perPoint) {
        if (value == null) {
            return null;
        }
        var plain = digits(value);
        if (plain >= 0) {
            return plain;
        }
        var unit = WITH_UNIT.matcher(value);
        try {
            var number = unit.matches()
                    ? Double.parseDouble(unit.group(1))
                            * perPoint
                            * switch (unit.group(2)) {
                                case "mm" -> 72 / 25.4;
                                case "cm" -> 72 / 2.54;
                                case "in" -> 72;
                                case "pt" -> 1;
                                default -> 12;
                            }
                    : Double.parseDouble(value);
            return Math.abs(number) <= LARGEST ? (int) Math.round(number) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Returns a number of at most five digits, as nearly all measures are; -1 for any other text. */
    private static int digits(String value) {
        var length = value.length();
        var number = length == 0 || length > 5 ? -1 : 0;
        for (int i = 0; i < length && number >= 0; i++) {
            var digit = value.charAt(i) - '0';
            number = digit < 0 || digit > 9 ? -1 : number * 10 + digit;
        }
        return number;
    }

    /**
     * Returns a whole number between 0 and a limit. A number outside becomes the nearer bound, any other text the
     * default.
     */
    static int number(String value, int limit, int otherwise) {
        try {
            return value == null ? otherwise : (int) Math.clamp(Long.parseLong(value), 0, limit);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** Returns the value of a switch, such as <code>w:b</code>, which is on if it has no value. */
    static boolean isOn(String value) {
        return value == null || !(value.equals("0") || value.equals("false") || value.equals("off"));
    }

    static double millimetres(int twips) {
        return twips * 25.4 / 1440;
    }
}
