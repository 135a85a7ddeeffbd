/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.recovery;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.dsl.internal.edit.Differences;

/**
 * Comparison of two texts line by line, with a few lines around each difference.
 *
 * @param lines the lines in order
 */
public record Comparison(List<Line> lines) {

    /** Number of unchanged lines shown before and after a difference. */
    private static final int AROUND = 2;

    /** The kind of a line. */
    public enum Kind {
        /** In both texts. */
        BOTH(' '),
        /** Only in the first text. */
        FIRST('−'),
        /** Only in the second text. */
        SECOND('+'),
        /** Placeholder for unchanged lines that are left out. */
        SKIPPED('⋯');

        private final char mark;

        Kind(char mark) {
            this.mark = mark;
        }

        /** Returns the character before the line. */
        public char mark() {
            return mark;
        }
    }

    /** Line of a comparison. */
    public record Line(Kind kind, String text) {}

    /** Compares two texts. */
    public static Comparison of(String first, String second) {
        var one = first.lines().toList();
        var other = second.lines().toList();
        var lines = new ArrayList<Line>();
        var at = 0;
        for (var run : Differences.of(one, other, String::equals)) {
            at = after(lines, one, at, run.from());
            var before = Math.max(at, run.from() - AROUND);
            skip(lines, before - at);
            add(lines, Kind.BOTH, one.subList(before, run.from()));
            add(lines, Kind.FIRST, one.subList(run.from(), run.to()));
            add(lines, Kind.SECOND, other.subList(run.otherFrom(), run.otherTo()));
            at = run.to();
        }
        skip(lines, one.size() - after(lines, one, at, one.size()));
        return new Comparison(lines);
    }

    /** Adds unchanged lines after a difference, and returns the index of the next line. */
    private static int after(List<Line> lines, List<String> one, int from, int end) {
        var to = lines.isEmpty() ? from : Math.min(from + AROUND, end);
        add(lines, Kind.BOTH, one.subList(from, to));
        return to;
    }

    private static void add(List<Line> lines, Kind kind, List<String> texts) {
        texts.forEach(text -> lines.add(new Line(kind, text)));
    }

    private static void skip(List<Line> lines, int count) {
        if (count > 0) {
            lines.add(new Line(Kind.SKIPPED, ""));
        }
    }
}
