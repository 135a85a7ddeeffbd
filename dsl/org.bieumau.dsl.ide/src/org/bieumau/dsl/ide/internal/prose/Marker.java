/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.prose;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.MarkerText;

/**
 * Marker at the beginning of a line of prose: a number, a letter or a dash.
 *
 * @param text the marker, such as <code>1.</code> or <code>Điều 2.</code>
 * @param length number of UTF-16 code units it takes up in the line, including the whitespace after it
 */
public record Marker(String text, DivisionLevel level, int length) {

    private static final Pattern LINE = Pattern.compile("(?<marker>(?:" + String.join("|", MarkerText.WORDS)
            + ")[ \\t]+[^\\s.]{1,15}(?:\\.|[ \\t]*$)|\\S{1,16})(?:[ \\t]+.*|$)");

    /** Returns the marker of a line without indentation; empty if it has none. */
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

    /** Returns whether the marker is in a line of its own, with its title in the next line. */
    public boolean isAlone() {
        return switch (level) {
            case PART, CHAPTER, SECTION, SUBSECTION -> true;
            default -> false;
        };
    }

    /** Returns the number of the marker, from 1; 0 for a dash and a plus. */
    public int number() {
        return MarkerText.number(text);
    }

    /** Returns the next marker of the same level; empty if the numbering of the level ends here. */
    public Optional<String> next() {
        return numbered(number() + 1);
    }

    /** Returns the marker of the same level with a number from 1; empty if the level has no such number. */
    public Optional<String> numbered(int number) {
        return of(level, number);
    }

    /** Returns the marker of a level with a number from 1; empty if the level has no such number. */
    public static Optional<String> of(DivisionLevel level, int number) {
        try {
            return Optional.of(MarkerText.of(level, number));
        } catch (IllegalArgumentException endOfNumbers) {
            return Optional.empty();
        }
    }
}
