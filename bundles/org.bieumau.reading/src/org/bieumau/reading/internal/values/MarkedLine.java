/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.values;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.MarkerText;

/**
 * A line that begins with the marker of a division.
 *
 * @param marker the marker as the language writes it
 * @param rest the text after it; may be empty
 * @param length number of characters of the line up to the rest
 */
public record MarkedLine(String marker, String rest, int length) {

    private static final Pattern MARKED = Pattern.compile(
            "((?:Phần|Chương|Mục|Tiểu mục|Điều)\\s+[\\dIVXLCDM]{1,15}[.:]?|[IVXLCDM]{1,15}[.-]|\\d{1,3}\\.|(\\p{Ll})\\2*\\)|[-–+])"
                    + "(?:\\s+(\\S.*)|\\s*)",
            Pattern.DOTALL);

    /** Returns the marker of a line; empty if it has none. */
    public static Optional<MarkedLine> of(String line) {
        var marked = MARKED.matcher(line);
        if (!marked.matches()) {
            return Optional.empty();
        }
        var marker = marked.group(1).replace('–', '-').replaceFirst(":$", ".").replaceFirst("^([IVXLCDM]+)-$", "$1.");
        var rest = marked.group(3) == null ? "" : marked.group(3);
        return MarkerText.level(marker) == null
                ? Optional.empty()
                : Optional.of(new MarkedLine(marker, rest, line.length() - rest.length()));
    }

    public DivisionLevel level() {
        return MarkerText.level(marker);
    }
}
