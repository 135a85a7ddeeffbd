/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import org.jspecify.annotations.Nullable;
import java.util.List;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.TextMeasure;
import org.bieumau.core.profile.Look;
import org.bieumau.model.ColumnType;

/**
 * Shares the width of the page among the columns: what the template fixes stays; the others get the width of their
 * longest word, and the rest goes by how much they have to say, judged by a sample of the rows.
 */
final class ColumnWidths {

    /** The inner margins of a cell, both together, in mm. */
    static final double PADDING = 3.8;

    private static final double SMALLEST = 8;
    /** Texts longer than this go over several pages anyway; more width helps them less than it costs the others. */
    private static final int MUCH = 900;

    private ColumnWidths() {}

    /**
     * @param samples for each column the texts of some cells
     * @return in mm; together the width of the text
     */
    static double[] of(List<Leaf> columns, List<List<String>> samples, double textWidth, Look header, Look cell) {
        return share(columns.stream().map(Wish::of).toList(), samples, textWidth, header, cell);
    }

    /** The same for a table in a text, whose columns have no more than texts. */
    static double[] of(List<List<String>> texts, double textWidth, Look header, Look cell) {
        return share(
                texts.stream()
                        .map(column -> new Wish("", null, false, false, 0))
                        .toList(),
                texts,
                textWidth,
                header,
                cell);
    }

    /** What a column asks for. */
    private record Wish(String title, @Nullable Integer fixed, boolean mark, boolean narrow, int expected) {

        static Wish of(Leaf column) {
            var mark = column.type() == ColumnType.MARK;
            return new Wish(
                    column.title(),
                    column.source().getWidth(),
                    mark,
                    mark || column.type() == ColumnType.ORDINAL,
                    column.type() == ColumnType.PROSE ? 400 : 20);
        }
    }

    private static double[] share(
            List<Wish> columns, List<List<String>> samples, double textWidth, Look header, Look cell) {
        var widths = new double[columns.size()];
        var wants = new double[columns.size()];
        var free = textWidth;
        for (int i = 0; i < widths.length; i++) {
            var column = columns.get(i);
            var fixed = column.fixed();
            if (fixed != null && fixed > 0) {
                widths[i] = fixed;
            } else {
                widths[i] = least(column, samples.get(i), textWidth / 3, header, cell);
                wants[i] = want(column, samples.get(i));
            }
            free -= widths[i];
        }
        var wanted = 0.0;
        for (var want : wants) {
            wanted += want;
        }
        if (free > 0 && wanted > 0) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] += free * wants[i] / wanted;
            }
        } else {
            scale(widths, textWidth);
        }
        return widths;
    }

    private static double least(Wish column, List<String> sample, double most, Look header, Look cell) {
        var least = Math.max(SMALLEST, TextMeasure.widestWord(column.title(), header.size(), header.bold()) + PADDING);
        if (column.mark()) {
            least = Math.max(least, TextMeasure.width(column.title(), header.size(), header.bold()) * 0.6 + PADDING);
        }
        for (var text : sample) {
            least = Math.max(least, TextMeasure.widestWord(text, cell.size(), false) + PADDING);
        }
        return Math.min(least, most);
    }

    /** Narrow columns want nothing more; in the others twice the text wants less than twice the width. */
    private static double want(Wish column, List<String> sample) {
        if (column.narrow()) {
            return 0;
        }
        var longest = column.expected();
        for (var text : sample) {
            longest = Math.max(longest, text.length());
        }
        return Math.pow(Math.min(longest, MUCH), 0.6);
    }

    private static void scale(double[] widths, double textWidth) {
        var sum = 0.0;
        for (var width : widths) {
            sum += width;
        }
        for (int i = 0; sum > 0 && i < widths.length; i++) {
            widths[i] *= textWidth / sum;
        }
    }
}
