/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.typing;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.dsl.ide.edit.TextEdit;

/** Whole lines made comments, and back. */
public final class LineComments {

    private static final String SIGN = "//";

    private LineComments() {
    }

    /**
     * Makes the lines of a region comments; if all of them are, makes them none. Blank lines stay.
     *
     * @return nothing where lines begin or end within prose or a comment of several lines: what they hold would change
     */
    public static List<TextEdit> toggle(String text, int offset, int length) {
        var first = text.lastIndexOf('\n', offset - 1) + 1;
        var last = text.indexOf('\n', Math.max(offset, offset + length - 1));
        var end = last < 0 ? text.length() : last;
        if (Zone.at(text, first) != Zone.CODE || last >= 0 && Zone.at(text, last + 1) != Zone.CODE) {
            return List.of();
        }
        var lines = new ArrayList<Integer>();
        for (int line = first; line < end || line == first; line = text.indexOf('\n', line) + 1) {
            if (!lineAt(text, line).isBlank()) {
                lines.add(line);
            }
            if (text.indexOf('\n', line) < 0) {
                break;
            }
        }
        if (lines.stream().allMatch(line -> lineAt(text, line).strip().startsWith(SIGN))) {
            return lines.stream().map(line -> line + indentation(text, line))
                    .map(at -> new TextEdit(at, text.startsWith(SIGN + " ", at) ? 3 : 2, "")).toList();
        }
        var column = lines.stream().mapToInt(line -> indentation(text, line)).min().orElse(0);
        return lines.stream().map(line -> new TextEdit(line + column, 0, SIGN + " ")).toList();
    }

    private static String lineAt(String text, int start) {
        var end = text.indexOf('\n', start);
        return end < 0 ? text.substring(start) : text.substring(start, end);
    }

    private static int indentation(String text, int start) {
        var line = lineAt(text, start);
        return line.length() - line.stripLeading().length();
    }
}
