/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.template;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.dsl.internal.edit.Differences;
import org.bieumau.dsl.internal.edit.TextEdit;

/** Turns one text into another by edits of single lines. */
final class LineEdits {

    private LineEdits() {}

    /** Returns the edits, in the order of the text. */
    static List<TextEdit> between(String before, String after) {
        var lines = lines(before);
        var otherLines = lines(after);
        var edits = new ArrayList<TextEdit>();
        for (var run : Differences.of(lines, otherLines, String::equals)) {
            var isSameNumber = run.to() - run.from() == run.otherTo() - run.otherFrom();
            for (int i = 0; i < (isSameNumber ? run.to() - run.from() : 1); i++) {
                var from = run.from() + i;
                var to = isSameNumber ? from + 1 : run.to();
                var otherFrom = run.otherFrom() + i;
                var otherTo = isSameNumber ? otherFrom + 1 : run.otherTo();
                var edit = TextEdit.between(
                        String.join("", lines.subList(from, to)),
                        String.join("", otherLines.subList(otherFrom, otherTo)));
                edits.add(edit.moved(offset(lines, from)));
            }
        }
        return edits;
    }

    /** Returns the lines with their line breaks. */
    private static List<String> lines(String text) {
        return List.of(text.split("(?<=\n)"));
    }

    private static int offset(List<String> lines, int line) {
        return lines.subList(0, line).stream().mapToInt(String::length).sum();
    }
}
