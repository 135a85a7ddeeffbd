/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.typing;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.dsl.internal.edit.TextEdit;

/** Comments and uncomments whole lines. */
public final class LineComments {

    private static final String PREFIX = "//";

    private LineComments() {}

    /**
     * Comments out the lines of a region, or uncomments them if all of them are comments. Blank lines stay as they are.
     *
     * @return an empty list if the region begins or ends within prose or a block comment, whose content would change
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
        if (lines.stream().allMatch(line -> lineAt(text, line).strip().startsWith(PREFIX))) {
            return lines.stream()
                    .map(line -> line + indentation(text, line))
                    .map(at -> new TextEdit(at, text.startsWith(PREFIX + " ", at) ? 3 : 2, ""))
                    .toList();
        }
        var column =
                lines.stream().mapToInt(line -> indentation(text, line)).min().orElse(0);
        return lines.stream()
                .map(line -> new TextEdit(line + column, 0, PREFIX + " "))
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
