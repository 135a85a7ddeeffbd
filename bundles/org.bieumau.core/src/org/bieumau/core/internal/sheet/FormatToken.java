/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.sheet;

/** A part of a section of a number format. */
sealed interface FormatToken {

    /** Literal text. */
    record Literal(String text) implements FormatToken {}

    /**
     * A placeholder for a digit: <code>0</code>, <code>#</code> or <code>?</code>; 1 to 9 are fixed digits of a
     * fraction.
     */
    record Digit(char place) implements FormatToken {}

    /** The sign of percent, which multiplies the number by 100. */
    record Percent() implements FormatToken {}

    /** The decimal point of the code. */
    record Point() implements FormatToken {}

    /** A comma, which asks for groups of three digits or divides the number by 1000. */
    record Comma() implements FormatToken {}

    /** The line of a fraction, or of a date. */
    record Slash() implements FormatToken {}

    /**
     * The exponent.
     *
     * @param plus whether a positive exponent has a sign
     */
    record Exponent(boolean plus) implements FormatToken {}

    /** The number in the format <code>General</code>. */
    record General() implements FormatToken {}

    /** The text of the cell. */
    record Text() implements FormatToken {}

    /**
     * A part of a date or time.
     *
     * @param letter one of y, m, d, h, s, or n for minutes
     * @param count number of letters
     */
    record DatePart(char letter, int count) implements FormatToken {}

    /** Hours, minutes or seconds that do not start again at 24 or 60. */
    record Elapsed(char letter, int count) implements FormatToken {}

    /** Before or after noon. */
    record HalfDay() implements FormatToken {}

    /** Decimals of seconds. */
    record SecondDecimals(int count) implements FormatToken {}
}
