/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.TextMeasure;
import org.bieumau.core.internal.text.Unbroken;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.profile.Look;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Severity;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.jspecify.annotations.Nullable;

/**
 * Divides the text width of a page among the columns of a table.
 *
 * <p>Each column gets the width fixed by the template or, if there is none, the width of its longest word and a share
 * of the rest according to the length of its texts, but no more than they need on one line. What is left then goes to
 * the columns with text. If the longest words do not fit, the text is made smaller, down to a limit. If they still do
 * not fit, the columns with numbers get their width first, since a number must not be broken.
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
    /** Step by which the text is made smaller, in pt. */
    private static final double STEP = 0.5;
    /** Measured widths are estimates: formats get a little more. */
    private static final double SAFETY = 1.03;
    /** Average width of a character, relative to the font size. */
    private static final double AVERAGE = 0.45;

    private static final double POINT_IN_MM = 25.4 / 72;
    /** Tolerance for comparisons, in mm. */
    private static final double TOLERANCE = 0.01;
    /** Longest title of a column of ordinals, such as TT or STT, in characters. */
    private static final int SHORT_TITLE = 5;
    /** Share of what is left for columns of numbers, compared with columns of text of the same length. */
    private static final double NUMBER_SHARE = 0.35;

    private static final Pattern BREAKS = Pattern.compile("[\\s&&[^\\u00A0]]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern ORDINAL = Pattern.compile("(\\d{1,4}|[IVXLCDM]{1,9}|\\p{Ll})?[.)]?");
    /** Longer words are not numbers, such as a number before a line of dots to write on. */
    private static final Pattern NUMBER = Pattern.compile("[^\\p{L}]{0,30}\\d[^\\p{L}]{0,30}");

    /**
     * The widths of the columns of a table.
     *
     * @param millimetres the widths in mm, whose sum is the text width
     * @param scale size of the text relative to its look, at most 1
     * @param broken the first number or word that is wider than its column; empty if there is none
     */
    record Division(double[] millimetres, double scale, String broken) {

        /** Returns the finding that a number or word is broken; empty if none is. */
        Optional<Finding> finding(EObject table, @Nullable EStructuralFeature feature) {
            return broken.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            Finding.of("TABLE-WIDTH", Severity.WARNING, table, feature, millimetres.length, broken));
        }
    }

    /**
     * The requirements of a column.
     *
     * @param title the text of its header cell
     * @param fixed width in mm that the template fixes, or null
     * @param narrow whether the column needs no more width than its longest word
     * @param expected expected number of characters of a text
     * @param texts texts of its cells
     */
    private record Wish(
            String title, @Nullable Integer fixed, boolean mark, boolean narrow, int expected, List<String> texts) {

        static Wish of(Leaf column, List<String> texts) {
            var mark = column.type() == ColumnType.MARK;
            return new Wish(
                    column.title(),
                    column.source().getWidth(),
                    mark,
                    mark || column.type() == ColumnType.ORDINAL,
                    column.type() == ColumnType.PROSE ? 400 : 20,
                    texts);
        }

        static Wish of(String title, List<String> texts) {
            var hasOrdinals = title.length() <= SHORT_TITLE
                    && !texts.isEmpty()
                    && texts.stream().allMatch(text -> ORDINAL.matcher(text).matches());
            return new Wish(title, null, false, hasOrdinals, 0, texts);
        }

        boolean isFixed() {
            return fixed != null && fixed > 0;
        }

        boolean hasNumbersOnly() {
            return texts.stream().anyMatch(text -> !text.isBlank())
                    && texts.stream()
                            .allMatch(text ->
                                    text.isBlank() || NUMBER.matcher(text).matches());
        }
    }

    /**
     * The widest words of a column, each empty if there is none. They are the same in every size.
     *
     * @param titleNumber the widest number in the title
     * @param titleWord the widest other word of the title
     * @param number the widest number in the cells
     * @param word the widest other word in the cells
     */
    private record Widest(String titleNumber, String titleWord, String number, String word) {}

    private final List<Wish> columns;
    /** The widest words by the spaces between them. */
    private final Map<Pattern, Map<Wish, Widest>> widest =
            Map.of(BREAKS, new IdentityHashMap<>(), SPACES, new IdentityHashMap<>());

    private final double textWidth;
    private final Look header;
    private final Look cell;

    private ColumnWidths(List<Wish> columns, double textWidth, Look header, Look cell) {
        this.columns = columns;
        this.textWidth = textWidth;
        this.header = header;
        this.cell = cell;
    }

    /**
     * Divides the width among the columns of a form.
     *
     * @param samples texts of some cells, for each column
     * @param textWidth text width of the page in mm
     * @param smallest the size in pt down to which the text of cells may be made smaller
     */
    static Division of(
            List<Leaf> columns, List<List<String>> samples, double textWidth, Look header, Look cell, double smallest) {
        return new ColumnWidths(
                        columns.stream()
                                .map(column -> Wish.of(column, samples.get(column.index())))
                                .toList(),
                        textWidth,
                        header,
                        cell)
                .divide(smallest);
    }

    /**
     * Divides the width among the columns of a table in a text.
     *
     * @param texts the texts of each column
     * @param hasHeader whether the first text of each column is its header
     */
    static Division ofText(
            List<List<String>> texts, boolean hasHeader, double textWidth, Look header, Look cell, double smallest) {
        return new ColumnWidths(
                        texts.stream()
                                .map(column -> hasHeader
                                        ? Wish.of(column.getFirst(), column.subList(1, column.size()))
                                        : Wish.of("", column))
                                .toList(),
                        textWidth,
                        header,
                        cell)
                .divide(smallest);
    }

    private Division divide(double smallest) {
        for (var size = cell.size(); size > Math.min(smallest, cell.size()) - STEP; size -= STEP) {
            var scale = Math.max(size, Math.min(smallest, cell.size())) / cell.size();
            for (var separator : List.of(BREAKS, SPACES)) {
                var least = each(column -> column.isFixed() ? fixed(column) : least(column, separator, scale));
                if (fits(least, scale)) {
                    return division(shared(least, scale), scale);
                }
            }
        }
        var scale = Math.min(smallest, cell.size()) / cell.size();
        var wanted = each(column ->
                column.isFixed() ? Math.max(fixed(column), number(column, scale)) : least(column, SPACES, scale));
        var numbers = each(column -> Math.max(number(column, scale), SMALLEST));
        if (columns.stream().allMatch(Wish::isFixed) && Arrays.stream(numbers).sum() <= textWidth) {
            return division(squeezed(numbers, wanted), 1);
        }
        return division(squeezed(numbers, wanted), scale);
    }

    private boolean fits(double[] widths, double scale) {
        for (int i = 0; i < widths.length; i++) {
            if (number(columns.get(i), scale) > widths[i] + TOLERANCE) {
                return false;
            }
        }
        return Arrays.stream(widths).sum() <= textWidth + TOLERANCE;
    }

    private interface Width {
        double of(Wish column);
    }

    private double[] each(Width width) {
        return columns.stream().mapToDouble(width::of).toArray();
    }

    private static double fixed(Wish column) {
        return column.fixed() == null ? 0 : column.fixed();
    }

    /** Shares the rest of the width beyond the least widths. */
    private double[] shared(double[] least, double scale) {
        var widths = least.clone();
        var most = each(column -> column.isFixed() || column.narrow() ? 0 : natural(column, scale));
        var weights = each(column -> column.isFixed() ? 0 : weight(column));
        grow(widths, weights, most);
        var rest = textWidth - Arrays.stream(widths).sum();
        if (rest > TOLERANCE) {
            var hasText = columns.stream().anyMatch(column -> !column.narrow() && !column.hasNumbersOnly());
            var shares = each(column -> column.isFixed() || column.narrow()
                    ? 0
                    : natural(column, scale) * (hasText && column.hasNumbersOnly() ? NUMBER_SHARE : 1));
            var sum = Arrays.stream(shares).sum();
            if (sum > 0) {
                for (int i = 0; i < widths.length; i++) {
                    widths[i] += rest * shares[i] / sum;
                }
            } else {
                scale(widths);
            }
        }
        return widths;
    }

    /** Lets columns grow by their weights, each up to its limit, until the text width is used up. */
    private void grow(double[] widths, double[] weights, double[] most) {
        while (true) {
            var free = textWidth - Arrays.stream(widths).sum();
            var wanted = 0.0;
            for (int i = 0; i < widths.length; i++) {
                wanted += widths[i] < most[i] - TOLERANCE ? weights[i] : 0;
            }
            if (free <= TOLERANCE || wanted <= 0) {
                return;
            }
            for (int i = 0; i < widths.length; i++) {
                if (widths[i] < most[i] - TOLERANCE) {
                    widths[i] = Math.min(most[i], widths[i] + free * weights[i] / wanted);
                }
            }
        }
    }

    /** Shrinks the wanted widths to the text width, but none below the width of its numbers as long as they fit. */
    private double[] squeezed(double[] numbers, double[] wanted) {
        var widths = numbers.clone();
        var free = textWidth - Arrays.stream(numbers).sum();
        var beyond = 0.0;
        for (int i = 0; i < widths.length; i++) {
            beyond += Math.max(0, wanted[i] - numbers[i]);
        }
        if (free <= 0 || beyond <= 0) {
            scale(widths);
            return widths;
        }
        for (int i = 0; i < widths.length; i++) {
            widths[i] += free * Math.max(0, wanted[i] - numbers[i]) / beyond;
        }
        return widths;
    }

    private void scale(double[] widths) {
        var sum = Arrays.stream(widths).sum();
        for (int i = 0; sum > 0 && i < widths.length; i++) {
            widths[i] *= textWidth / sum;
        }
    }

    private Division division(double[] widths, double scale) {
        for (int i = 0; i < widths.length; i++) {
            var room = widths[i] - PADDING + TOLERANCE;
            var column = columns.get(i);
            DoublePredicate isWide = width -> width * SAFETY > room;
            var broken = Stream.concat(
                            words(column.title(), SPACES)
                                    .filter(word -> isWide.test(width(word, header, scale)) && !isLong(word)),
                            column.texts().stream()
                                    .flatMap(text -> words(text, SPACES))
                                    .filter(word -> isWide.test(width(word, cell, scale)) && !isLong(word)))
                    .findFirst();
            if (broken.isPresent()) {
                return new Division(widths, scale, broken.get());
            }
        }
        return new Division(widths, scale, "");
    }

    // Measures of a column, in mm

    /**
     * Returns the width of the longest word.
     *
     * @param separator the spaces between words: with or without those between a number and its unit
     */
    private double least(Wish column, Pattern separator, double scale) {
        var widest = widest(column, separator);
        var least = Math.max(
                Math.max(width(widest.titleNumber(), header, scale), bounded(width(widest.titleWord(), header, scale))),
                Math.max(width(widest.number(), cell, scale), bounded(width(widest.word(), cell, scale))));
        if (column.mark()) {
            least = Math.max(least, width(column.title(), header, scale) * 0.6);
        }
        return Math.max(SMALLEST, least * SAFETY + PADDING);
    }

    /** Limits the width of a word that may be broken, such as an address on the web. */
    private double bounded(double width) {
        return Math.min(width, textWidth / 3);
    }

    private boolean isLong(String word) {
        return !NUMBER.matcher(word).matches() && width(word, cell, 1) > textWidth / 3;
    }

    /** Returns the width of the longest number; 0 if there is none. */
    private double number(Wish column, double scale) {
        var widest = widest(column, SPACES);
        var longest = Math.max(width(widest.titleNumber(), header, scale), width(widest.number(), cell, scale));
        return longest == 0 ? 0 : longest * SAFETY + PADDING;
    }

    private Widest widest(Wish column, Pattern separator) {
        return widest.get(separator).computeIfAbsent(column, each -> {
            var title = words(each.title(), separator).toList();
            var texts = each.texts().stream()
                    .flatMap(text -> words(Unbroken.protect(text), separator))
                    .distinct()
                    .toList();
            return new Widest(
                    widest(title, header, true),
                    widest(title, header, false),
                    widest(texts, cell, true),
                    widest(texts, cell, false));
        });
    }

    private static String widest(List<String> words, Look look, boolean isNumber) {
        return words.stream()
                .filter(word -> NUMBER.matcher(word).matches() == isNumber)
                .max(Comparator.comparingDouble(word -> width(word, look, 1)))
                .orElse("");
    }

    /** Returns the width of the longest text on one line; a header may take two lines. */
    private double natural(Wish column, double scale) {
        var natural = Math.max(
                width(column.title(), header, scale) * 0.6,
                column.expected() * AVERAGE * cell.size() * scale * POINT_IN_MM);
        for (var text : column.texts()) {
            natural = Math.max(natural, width(text, cell, scale));
        }
        return Math.min(natural * SAFETY + PADDING, textWidth);
    }

    /** Returns the weight of a column in the division of the rest; it grows less than in proportion to the text. */
    private static double weight(Wish column) {
        if (column.narrow()) {
            return 0;
        }
        var longest = Math.max(column.expected(), column.title().length() / 2);
        for (var text : column.texts()) {
            longest = Math.max(longest, text.length());
        }
        return Math.pow(Math.min(longest, LONG_TEXT), 0.6);
    }

    private static double width(String text, Look look, double scale) {
        return TextMeasure.width(
                look.capitals() ? VietnameseText.capitals(text) : text, look.size() * scale, look.bold());
    }

    private static Stream<String> words(String text, Pattern separator) {
        return separator.splitAsStream(text).filter(word -> !word.isEmpty());
    }
}
