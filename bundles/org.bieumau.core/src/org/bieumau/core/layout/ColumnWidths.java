/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.util.List;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.TextMeasure;
import org.bieumau.core.profile.Look;
import org.bieumau.model.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * Divides the text width of a page among the columns of a table. Each column gets the width fixed by the template or,
 * if there is none, the width of its longest word and a share of the rest according to the length of its texts,
 * measured in a sample of the rows. If there is no rest to share, or no column for it, all widths are scaled to the
 * text width.
 */
final class ColumnWidths {

    /** Left and right inner margin of a cell together, in mm. */
    static final double PADDING = 3.8;

    /** Minimum width of a column, in mm. */
    private static final double SMALLEST = 8;
    /**
     * Number of characters above which a text gets no more width: it fills several pages anyway, and the width is of
     * more use to the other columns.
     */
    private static final int LONG_TEXT = 900;

    private ColumnWidths() {}

    /**
     * Returns the widths of the columns of a form.
     *
     * @param samples texts of some cells, for each column
     * @param textWidth text width of the page in mm
     * @return widths in mm, whose sum is the text width
     */
    static double[] of(List<Leaf> columns, List<List<String>> samples, double textWidth, Look header, Look cell) {
        return share(columns.stream().map(Wish::of).toList(), samples, textWidth, header, cell);
    }

    /** Returns the widths of the columns of a table in a text, given the texts of each column. */
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

    /**
     * The requirements of a column.
     *
     * @param fixed width in mm that the template fixes, or null
     * @param narrow whether the column needs no more width than its longest word
     * @param expected expected number of characters of a text
     */
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

    /** Returns the weight of a column in the division of the rest; it grows less than in proportion to the text. */
    private static double want(Wish column, List<String> sample) {
        if (column.narrow()) {
            return 0;
        }
        var longest = column.expected();
        for (var text : sample) {
            longest = Math.max(longest, text.length());
        }
        return Math.pow(Math.min(longest, LONG_TEXT), 0.6);
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
