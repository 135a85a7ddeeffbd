/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.shape;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a row, as it is printed in an ordinal column or before a text.
 *
 * @param style the numbering style
 * @param text the ordinal as in the file, without the closing mark
 */
public record Ordinal(Style style, String text) {

    /** The numbering styles of rows. */
    public enum Style {
        ROMAN("[IVXLC]+"),
        CAPITAL("[A-HĐ]"),
        NUMBER("\\d{1,6}"),
        /** Such as <code>1.2</code>. */
        DOTTED("\\d{1,3}(\\.\\d{1,3})+"),
        LETTER("[a-zđ]"),
        /** A bullet. */
        DASH("[-–—•*]"),
        PLUS("\\+");

        private final Pattern alone;
        private final Pattern before;

        Style(String pattern) {
            alone = Pattern.compile("\\(?(" + pattern + ")[.)/:]{0,2}");
            before = isBullet()
                    ? Pattern.compile("(" + pattern + ")\\s*(\\S.*)", Pattern.DOTALL)
                    : Pattern.compile("\\(?(" + pattern + ")(?:[.)/:]+\\s*|\\s+-\\s+)(\\D.*)", Pattern.DOTALL);
        }

        private boolean isBullet() {
            return name().equals("DASH") || name().equals("PLUS");
        }
    }

    /** An ordinal and the text that follows it. */
    public record Before(Ordinal ordinal, String rest) {}

    /** Reads a text that is an ordinal and nothing else, in one line. */
    public static Optional<Ordinal> of(String text) {
        for (var style : Style.values()) {
            var match = style.alone.matcher(text);
            if (match.matches()) {
                return Optional.of(new Ordinal(style, match.group(1)));
            }
        }
        return Optional.empty();
    }

    /** Reads an ordinal at the beginning of a text in one line, such as <code>I. Thu</code> or <code>- Nam</code>. */
    public static Optional<Before> before(String text) {
        for (var style : Style.values()) {
            var match = style.before.matcher(text);
            if (match.matches()) {
                return Optional.of(new Before(new Ordinal(style, match.group(1)), match.group(2)));
            }
        }
        return Optional.empty();
    }
}
