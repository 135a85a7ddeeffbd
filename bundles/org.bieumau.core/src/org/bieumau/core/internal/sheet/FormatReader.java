/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the code of a number format (ECMA-376 part 1, 18.8.31). Every code is valid: text without a meaning is
 * displayed literally.
 */
final class FormatReader {

    /** Maximum number of sections: positive, negative, zero, text. */
    private static final int MOST_SECTIONS = 4;
    /** The longest code that Excel accepts is 255 characters; the rest of a longer one is ignored. */
    private static final int MOST_CHARACTERS = 1000;
    /** The formats of dates and times that follow the settings of the computer. */
    private static final String LONG_DATE = "dd mmmm yyyy";

    private static final String LONG_TIME = "h:mm:ss";
    private static final Set<String> ENGLISH = Set.of("409", "0409", "1000409", "809", "0809", "US", "GB", "EN");

    private final String code;
    private final List<FormatSection> sections = new ArrayList<>();
    private int at;
    private List<FormatToken> tokens = new ArrayList<>();
    private @Nullable FormatCondition condition;
    private boolean inEnglish;

    private FormatReader(String code) {
        this.code = code.substring(0, Math.min(code.length(), MOST_CHARACTERS));
    }

    /** Returns the sections of a code, at least one and at most four. */
    static List<FormatSection> read(String code) {
        var reader = new FormatReader(code);
        reader.read();
        return reader.sections.subList(0, Math.min(reader.sections.size(), MOST_SECTIONS));
    }

    private void read() {
        while (at < code.length()) {
            if (code.charAt(at) == ';') {
                at++;
                endSection();
            } else {
                token(code.charAt(at));
            }
        }
        endSection();
    }

    private void endSection() {
        sections.add(new FormatSection(condition, FormatPattern.of(tokens, inEnglish)));
        tokens = new ArrayList<>();
        condition = null;
        inEnglish = false;
    }

    private void token(char c) {
        switch (Character.toLowerCase(c)) {
            case '"' -> literal(upTo('"'));
            case '[' -> bracket(upTo(']'));
            case '\\' -> literal(following());
            // The width of a character, or a character that fills the cell: neither is shown as text.
            case '_', '*' -> following();
            case '0', '#', '?', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> add(new FormatToken.Digit(c), 1);
            case '.' -> add(new FormatToken.Point(), 1);
            case ',' -> add(new FormatToken.Comma(), 1);
            case '%' -> add(new FormatToken.Percent(), 1);
            case '/' -> add(new FormatToken.Slash(), 1);
            case '@' -> add(new FormatToken.Text(), 1);
            case 'y', 'm', 'd', 'h', 's' -> datePart(Character.toLowerCase(c));
            default -> word(c);
        }
    }

    private void word(char c) {
        if (isNext("E+") || isNext("E-")) {
            add(new FormatToken.Exponent(code.charAt(at + 1) == '+'), 2);
        } else if (isNext("General")) {
            add(new FormatToken.General(), "General".length());
        } else if (isNext("AM/PM") || isNext("A/P")) {
            add(new FormatToken.HalfDay(), isNext("A/P") ? "A/P".length() : "AM/PM".length());
        } else {
            add(new FormatToken.Literal(String.valueOf(c)), 1);
        }
    }

    private boolean isNext(String word) {
        return code.regionMatches(true, at, word, 0, word.length());
    }

    private void add(FormatToken token, int length) {
        tokens.add(token);
        at += length;
    }

    private void literal(String text) {
        tokens.add(new FormatToken.Literal(text));
    }

    /** Returns the text up to a character, and moves past that character. */
    private String upTo(char end) {
        var close = code.indexOf(end, at + 1);
        var text = code.substring(at + 1, close < 0 ? code.length() : close);
        at = close < 0 ? code.length() : close + 1;
        return text;
    }

    /** Returns the character that follows the current one, and moves past it. */
    private String following() {
        var from = at + 1;
        at = Math.min(at + 2, code.length());
        return code.substring(Math.min(from, at), at);
    }

    private void datePart(char letter) {
        var from = at;
        while (at < code.length() && Character.toLowerCase(code.charAt(at)) == letter) {
            at++;
        }
        tokens.add(new FormatToken.DatePart(letter, at - from));
    }

    private void bracket(String text) {
        var first = text.isEmpty() ? ' ' : Character.toLowerCase(text.charAt(0));
        switch (first) {
            case '<', '>', '=' -> condition = FormatCondition.of(text);
            case '$' -> currency(text.substring(1));
            case 'h', 'm', 's' -> {
                if (text.chars().allMatch(c -> Character.toLowerCase(c) == first)) {
                    tokens.add(new FormatToken.Elapsed(first, text.length()));
                }
            }
            default -> {
                // A colour, or digits of another script.
            }
        }
    }

    /** Reads a currency with a language: <code>₫-42A</code>. Each of the two may be absent. */
    private void currency(String text) {
        var dash = text.indexOf('-');
        literal(dash < 0 ? text : text.substring(0, dash));
        var language = dash < 0 ? "" : text.substring(dash + 1).toUpperCase(Locale.ROOT);
        inEnglish |= ENGLISH.contains(language.startsWith("EN-") ? "EN" : language);
        switch (language) {
            case "F800", "X-SYSDATE" -> system(LONG_DATE);
            case "F400", "X-SYSTIME" -> system(LONG_TIME);
            default -> {
                // The language is ignored: readers expect Vietnamese.
            }
        }
    }

    /** Takes a format of the computer in place of the rest of the section. */
    private void system(String format) {
        var reader = new FormatReader(format);
        while (reader.at < format.length()) {
            reader.token(format.charAt(reader.at));
        }
        tokens = reader.tokens;
        var end = code.indexOf(';', at);
        at = end < 0 ? code.length() : end;
    }
}
