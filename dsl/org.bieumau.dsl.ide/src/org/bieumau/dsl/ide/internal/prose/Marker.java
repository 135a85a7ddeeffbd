/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.prose;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.MarkerText;

/**
 * What a line of prose begins with: a number, a letter, a dash.
 *
 * @param text such as <code>1.</code> or <code>Điều 2.</code>
 * @param length how much of the line it takes, with the blanks behind it
 */
public record Marker(String text, DivisionLevel level, int length) {

    private static final Pattern LINE = Pattern.compile("(?<marker>(?:" + String.join("|", MarkerText.WORDS)
            + ")[ \\t]+[^\\s.]{1,7}(?:\\.|[ \\t]*$)|\\S{1,8})(?:[ \\t]+.*|$)");

    /** The marker of a line without the blanks at its beginning; empty where it has none. */
    public static Optional<Marker> of(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var text = parts.group("marker").strip();
        var level = MarkerText.level(text);
        if (level == null
                || MarkerText.number(text) == 0 && level != DivisionLevel.DASH && level != DivisionLevel.PLUS) {
            return Optional.empty();
        }
        var length = text.length();
        while (length < line.length() && (line.charAt(length) == ' ' || line.charAt(length) == '\t')) {
            length++;
        }
        return Optional.of(new Marker(text, level, length));
    }

    /** Whether it stands in a line of its own, with its title in the next. */
    public boolean isAlone() {
        return switch (level) {
            case PART, CHAPTER, SECTION, SUBSECTION -> true;
            default -> false;
        };
    }

    /** The one that follows it; empty where numbers end. */
    public Optional<String> next() {
        return numbered(MarkerText.number(text) + 1);
    }

    /** The one of the same level with a number from 1, or empty. */
    public Optional<String> numbered(int number) {
        try {
            return Optional.of(MarkerText.of(level, number));
        } catch (IllegalArgumentException endOfNumbers) {
            return Optional.empty();
        }
    }
}
