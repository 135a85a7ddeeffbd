/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.typing;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.dsl.internal.edit.TextEdit;

/** Whole lines made comments, and back. */
public final class LineComments {

    private static final String SIGN = "//";

    private LineComments() {}

    /**
     * Makes the lines of a region comments; if all of them are, makes them none. Blank lines stay.
     *
     * @return nothing where lines begin or end within prose or a comment of several lines: what they hold would change
     */
    public static List<TextEdit> toggle(String text, int offset, int length) {
        var first = text.lastIndexOf('\n', offset - 1) + 1;
        var end = lineEnd(text, Math.max(offset, offset + length - 1));
        if (Zone.at(text, first) != Zone.CODE || end < text.length() && Zone.at(text, end + 1) != Zone.CODE) {
            return List.of();
        }
        var lines = new ArrayList<Integer>();
        for (int line = first; line < end; line = lineEnd(text, line) + 1) {
            if (!lineAt(text, line).isBlank()) {
                lines.add(line);
            }
        }
        if (lines.stream().allMatch(line -> lineAt(text, line).strip().startsWith(SIGN))) {
            return lines.stream()
                    .map(line -> line + indentation(text, line))
                    .map(at -> new TextEdit(at, text.startsWith(SIGN + " ", at) ? 3 : 2, ""))
                    .toList();
        }
        var column =
                lines.stream().mapToInt(line -> indentation(text, line)).min().orElse(0);
        return lines.stream()
                .map(line -> new TextEdit(line + column, 0, SIGN + " "))
                .toList();
    }

    private static int lineEnd(String text, int offset) {
        var end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end;
    }

    private static String lineAt(String text, int start) {
        return text.substring(start, lineEnd(text, start));
    }

    private static int indentation(String text, int start) {
        var line = lineAt(text, start);
        return line.length() - line.stripLeading().length();
    }
}
