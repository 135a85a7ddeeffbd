/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bieumau.core.internal.text.TextMeasure;
import org.bieumau.core.internal.text.VietnameseNumbers;
import org.bieumau.core.layout.Block.Chart;
import org.bieumau.core.layout.Block.Series;
import org.bieumau.model.ChartKind;

/**
 * A chart as shapes, for formats without charts of their own. All lengths are in pt; the origin is the upper left
 * corner, and y grows downwards. The look of the labels is {@link org.bieumau.core.profile.Component#CHART_TEXT}.
 *
 * @param width width of the drawing
 * @param height height of the drawing
 * @param shapes what is drawn, each over the previous ones
 */
public record ChartDrawing(double width, double height, List<Shape> shapes) {

    /** Colour of axes, outlines and labels on light ground, as 0xRRGGBB. */
    public static final int INK = 0x262626;
    /** Colour of the lines across the chart. */
    public static final int GRID = 0xD0D0D0;

    private static final int WHITE = 0xFFFFFF;
    /** Colour of the lines of series whose own colour is too light for a line. */
    private static final int OCHRE = 0x8A6D1B;

    private static final double LIGHTEST_LINE = 0.75;

    /**
     * Colours of series and parts. They differ in lightness (L* 22, 72, 47, 91, 36, 62, 79, 0), so that they can be
     * told apart in black and white and by people who do not see all colours.
     */
    private static final int[] COLOURS = {0x14375E, 0xF0A04B, 0x1F7F78, 0xFBE3A2, 0x6A4A8C, 0x62A0CB, 0xBFC5CC, 0x000000
    };

    /** Lengths of dashes and gaps of lines in pt, by series. */
    private static final List<List<Double>> DASHES =
            List.of(List.of(), List.of(6.0, 3.0), List.of(2.0, 2.0), List.of(8.0, 3.0, 2.0, 3.0));

    /** A shape. */
    public sealed interface Shape permits Area, Stroke, Label {}

    /** A point. */
    public record Point(double x, double y) {}

    /**
     * A filled polygon with a thin outline.
     *
     * @param fill as 0xRRGGBB
     * @param outline as 0xRRGGBB
     */
    public record Area(List<Point> points, int fill, int outline) implements Shape {}

    /**
     * A line through points.
     *
     * @param width width in pt
     * @param colour as 0xRRGGBB
     * @param dashes lengths of dashes and gaps in pt; empty for a solid line
     */
    public record Stroke(List<Point> points, double width, int colour, List<Double> dashes) implements Shape {}

    /**
     * A line of text.
     *
     * @param x position of the anchor
     * @param y baseline; for an upright text the position of the anchor
     * @param size font size in pt
     * @param colour as 0xRRGGBB
     * @param upright whether the text reads from bottom to top, with its baseline at <code>x</code>
     */
    public record Label(double x, double y, String text, Anchor anchor, double size, int colour, boolean upright)
            implements Shape {}

    /** The part of a text that is at its position. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    /**
     * Draws a chart.
     *
     * @param size font size of its labels in pt
     */
    public static ChartDrawing of(Chart chart, double size) {
        return new Drawer(chart, size).draw();
    }

    /** Returns the colour of a series or part, counted from 0, as 0xRRGGBB. */
    public static int colour(int index) {
        return COLOURS[index % COLOURS.length];
    }

    /** Returns the colour of the line of a series, counted from 0, as 0xRRGGBB. It is visible on white ground. */
    public static int lineColour(int index) {
        return lightness(colour(index)) > LIGHTEST_LINE ? OCHRE : colour(index);
    }

    /** Returns the colour of text on the colour of a series or part, counted from 0, as 0xRRGGBB. */
    public static int inkOn(int index) {
        return lightness(colour(index)) < 0.5 ? WHITE : INK;
    }

    /** Returns the lightness of a colour as seen in black and white, from 0 to 1. */
    private static double lightness(int colour) {
        return (0.299 * (colour >> 16 & 255) + 0.587 * (colour >> 8 & 255) + 0.114 * (colour & 255)) / 255;
    }

    /** Returns the lengths of dashes and gaps of the line of a series in pt; empty for a solid line. */
    public static List<Double> dashes(int series) {
        return DASHES.get(series % DASHES.size());
    }

    /**
     * The scale of an axis, whose marks are at round numbers.
     *
     * @param low the lowest mark, at most 0
     * @param high the highest mark, at least 0
     * @param step distance between marks, greater than 0
     */
    public record Scale(BigDecimal low, BigDecimal high, BigDecimal step) {

        private static final int MARKS = 5;
        private static final int MOST_MARKS = 12;

        /** Returns a scale that contains all values that a chart draws. */
        public static Scale of(Chart chart) {
            var low = BigDecimal.ZERO;
            var high = BigDecimal.ZERO;
            var whole = true;
            for (int i = 0; i < chart.categories().size(); i++) {
                var below = BigDecimal.ZERO;
                var above = BigDecimal.ZERO;
                for (var series : chart.series()) {
                    var value = series.values().get(i);
                    if (value == null) {
                        continue;
                    }
                    whole &= value.stripTrailingZeros().scale() <= 0;
                    if (value.signum() < 0) {
                        below = chart.stacked() ? below.add(value) : below.min(value);
                    } else {
                        above = chart.stacked() ? above.add(value) : above.max(value);
                    }
                }
                low = low.min(below);
                high = high.max(above);
            }
            return of(low, high, whole);
        }

        private static Scale of(BigDecimal low, BigDecimal high, boolean whole) {
            var range = high.subtract(low);
            if (range.signum() == 0) {
                return new Scale(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ONE);
            }
            var step = step(range.divide(BigDecimal.valueOf(MARKS), MathContext.DECIMAL64));
            if (whole && step.compareTo(BigDecimal.ONE) < 0) {
                step = BigDecimal.ONE;
            }
            step = step.setScale(Math.max(0, step.stripTrailingZeros().scale()));
            return new Scale(
                    low.divide(step, 0, RoundingMode.FLOOR).multiply(step),
                    high.divide(step, 0, RoundingMode.CEILING).multiply(step),
                    step);
        }

        /** Returns the next of the numbers 1, 2, 5, 10, 20 … that is not below a number. */
        private static BigDecimal step(BigDecimal least) {
            var power = BigDecimal.ONE.scaleByPowerOfTen(least.precision() - least.scale() - 1);
            for (var factor : new int[] {1, 2, 5}) {
                var step = power.multiply(BigDecimal.valueOf(factor));
                if (step.compareTo(least) >= 0) {
                    return step;
                }
            }
            return power.multiply(BigDecimal.TEN);
        }

        /** Returns the marks from the lowest to the highest. */
        public List<BigDecimal> marks() {
            var marks = new ArrayList<BigDecimal>();
            for (var mark = low; mark.compareTo(high) <= 0 && marks.size() <= MOST_MARKS; mark = mark.add(step)) {
                marks.add(mark);
            }
            return marks;
        }

        /** Returns the place of a value on the axis, from 0 at the lowest mark to 1 at the highest. */
        double place(BigDecimal value) {
            return value.subtract(low)
                    .divide(high.subtract(low), MathContext.DECIMAL64)
                    .doubleValue();
        }
    }

    /** The sides of an area. */
    private record Frame(double left, double top, double right, double bottom) {

        double width() {
            return right - left;
        }

        double height() {
            return bottom - top;
        }
    }

    private static final class Drawer {

        private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;
        private static final double GAP = 4;
        private static final double THIN = 0.5;
        /** Part of the place of a category that its columns take. */
        private static final double FILLED = 0.7;
        /** Largest part of the drawing for the names of categories. */
        private static final double MOST_FOR_NAMES = 0.4;
        /** Most lines of the name of a category below a column. */
        private static final int MOST_LINES = 4;
        /** Number of values above which they are not written into the drawing. */
        private static final int MOST_VALUES = 40;
        /** Number of points of a line above which its values are not written. */
        private static final int MOST_POINTS = 12;
        /** Angle between the points of a circle, in degrees. */
        private static final double ARC = 2;
        /** Smallest part of a pie, relative to the whole, whose share is written beside it. */
        private static final double SMALLEST_SHARE = 0.02;

        private static final double SMALLER = 0.9;
        private static final String NO_DATA = "Không có số liệu";

        private final Chart chart;
        private final double size;
        private final double line;
        private final double width;
        private final double height;
        private final List<Shape> shapes = new ArrayList<>();

        Drawer(Chart chart, double size) {
            this.chart = chart;
            this.size = size;
            this.line = size * 1.2;
            this.width = chart.width() * POINTS_PER_MILLIMETRE;
            this.height = chart.height() * POINTS_PER_MILLIMETRE;
        }

        ChartDrawing draw() {
            if (chart.series().stream()
                    .allMatch(series -> series.values().stream().allMatch(v -> v == null))) {
                text(width / 2, height / 2, NO_DATA, Anchor.MIDDLE);
            } else {
                switch (chart.kind()) {
                    case PIE -> pie();
                    case BAR -> bars();
                    case COLUMN, LINE -> columns();
                }
            }
            return new ChartDrawing(width, height, List.copyOf(shapes));
        }

        // Text

        private void text(double x, double y, String text, Anchor anchor) {
            shapes.add(new Label(x, y, text, anchor, size, INK, false));
        }

        /** Adds a text whose middle is at a height. */
        private void textAt(double x, double middle, String text, Anchor anchor) {
            text(x, middle + size * 0.35, text, anchor);
        }

        private double textWidth(String text) {
            return TextMeasure.width(text, size, false) * POINTS_PER_MILLIMETRE;
        }

        /**
         * Returns the lines of a text in a width. A word that is wider, and what exceeds the last line, is shortened.
         */
        private List<String> lines(String text, double available, int most) {
            var lines = new ArrayList<String>();
            var current = "";
            for (var word : text.strip().split("\\s+")) {
                var longer = current.isEmpty() ? word : current + " " + word;
                if (current.isEmpty() || textWidth(longer) <= available) {
                    current = longer;
                } else {
                    lines.add(current);
                    current = word;
                }
            }
            lines.add(current);
            if (lines.size() > most) {
                lines.set(most - 1, String.join(" ", lines.subList(most - 1, lines.size())));
            }
            return lines.stream()
                    .limit(most)
                    .map(each -> shortened(each, available))
                    .toList();
        }

        private String shortened(String text, double available) {
            if (textWidth(text) <= available) {
                return text;
            }
            var end = text.length();
            while (end > 0 && textWidth(text.substring(0, end) + "…") > available) {
                end--;
            }
            return text.substring(0, end).stripTrailing() + "…";
        }

        private boolean fits(String text, double available) {
            return Arrays.stream(text.strip().split("\\s+")).allMatch(word -> textWidth(word) <= available)
                    && unlimited(text, available) <= MOST_LINES;
        }

        private int unlimited(String text, double available) {
            return lines(text, available, Integer.MAX_VALUE).size();
        }

        private static String printed(BigDecimal value) {
            return VietnameseNumbers.format(value);
        }

        // Legend, unit

        /** Writes the unit of measurement, and returns the height that it takes. */
        private double unit() {
            if (chart.measureUnit().isEmpty()) {
                return line * 0.8;
            }
            text(0, size, shortened("Đơn vị tính: " + chart.measureUnit(), width), Anchor.START);
            return 2 * line;
        }

        /** Draws the legend of the series at the bottom, and returns its height. */
        private double legend() {
            if (!chart.hasLegend()) {
                return 0;
            }
            var rows = new ArrayList<List<Integer>>();
            var used = width;
            for (int i = 0; i < chart.series().size(); i++) {
                var entry = entryWidth(i);
                if (used + entry > width) {
                    rows.add(new ArrayList<>());
                    used = 0;
                }
                rows.getLast().add(i);
                used += entry;
            }
            var total = rows.size() * line + GAP;
            var y = height - total + GAP;
            for (var row : rows) {
                var x = (width - row.stream().mapToDouble(this::entryWidth).sum()) / 2;
                for (var i : row) {
                    key(i, x, y + line / 2);
                    textAt(x + keyWidth() + GAP, y + line / 2, entryText(i), Anchor.START);
                    x += entryWidth(i);
                }
                y += line;
            }
            return total;
        }

        private String entryText(int series) {
            return shortened(chart.series().get(series).title(), width - keyWidth() - 4 * GAP);
        }

        private double entryWidth(int series) {
            return keyWidth() + GAP + textWidth(entryText(series)) + 3 * GAP;
        }

        private double keyWidth() {
            return chart.kind() == ChartKind.LINE ? size * 2 : size * 0.8;
        }

        private void key(int index, double x, double middle) {
            if (chart.kind() == ChartKind.LINE) {
                stroke(
                        List.of(new Point(x, middle), new Point(x + keyWidth(), middle)),
                        1.5,
                        lineColour(index),
                        dashes(index));
                marker(index, x + keyWidth() / 2, middle);
            } else {
                box(x, middle - size * 0.4, keyWidth(), size * 0.8, colour(index));
            }
        }

        // Shapes

        private void box(double x, double y, double wide, double high, int fill) {
            shapes.add(new Area(
                    List.of(
                            new Point(x, y),
                            new Point(x + wide, y),
                            new Point(x + wide, y + high),
                            new Point(x, y + high)),
                    fill,
                    INK));
        }

        private void stroke(List<Point> points, double wide, int colour, List<Double> dashes) {
            shapes.add(new Stroke(List.copyOf(points), wide, colour, dashes));
        }

        private void line(double x1, double y1, double x2, double y2, int colour) {
            stroke(List.of(new Point(x1, y1), new Point(x2, y2)), THIN, colour, List.of());
        }

        private void marker(int series, double x, double y) {
            var r = 2.5;
            var points = switch (series % 4) {
                case 0 -> circle(x, y, r);
                case 1 ->
                    List.of(
                            new Point(x - r, y - r),
                            new Point(x + r, y - r),
                            new Point(x + r, y + r),
                            new Point(x - r, y + r));
                case 2 -> List.of(new Point(x, y - r - 1), new Point(x + r + 1, y + r), new Point(x - r - 1, y + r));
                default ->
                    List.of(
                            new Point(x, y - r - 1),
                            new Point(x + r + 1, y),
                            new Point(x, y + r + 1),
                            new Point(x - r - 1, y));
            };
            shapes.add(new Area(points, colour(series), INK));
        }

        private static List<Point> circle(double x, double y, double r) {
            var points = new ArrayList<Point>();
            for (double angle = 0; angle < 360; angle += 30) {
                points.add(new Point(x + r * Math.cos(Math.toRadians(angle)), y + r * Math.sin(Math.toRadians(angle))));
            }
            return points;
        }

        // Columns and lines

        private void columns() {
            var top = unit();
            var below = legend();
            var scale = Scale.of(chart);
            var marks = scale.marks();
            var left = marks.stream()
                            .mapToDouble(mark -> textWidth(printed(mark)))
                            .max()
                            .orElse(0)
                    + GAP;
            var count = chart.categories().size();
            var slot = (width - left) / count;
            var upright = !chart.categories().stream().allMatch(name -> fits(name, slot - GAP));
            var names = upright
                    ? Math.min(
                                    height * MOST_FOR_NAMES,
                                    chart.categories().stream()
                                            .mapToDouble(this::textWidth)
                                            .max()
                                            .orElse(0))
                            + GAP
                    : chart.categories().stream()
                                            .mapToInt(name -> lines(name, slot - GAP, MOST_LINES)
                                                    .size())
                                            .max()
                                            .orElse(1)
                                    * line
                            + GAP;
            var frame = new Frame(left, top, width, height - below - names);
            for (var mark : marks) {
                var y = y(frame, scale, mark);
                line(frame.left(), y, frame.right(), y, mark.signum() == 0 ? INK : GRID);
                textAt(frame.left() - GAP, y, printed(mark), Anchor.END);
            }
            line(frame.left(), frame.top(), frame.left(), frame.bottom(), INK);
            // Names that would overlap are left out; the figures are in the alternative text.
            var each = upright ? (int) Math.max(1, Math.ceil(line / slot)) : 1;
            for (int i = 0; i < count; i += each) {
                var x = frame.left() + (i + 0.5) * slot;
                if (upright) {
                    shapes.add(new Label(
                            x + size * 0.35,
                            frame.bottom() + GAP,
                            shortened(chart.categories().get(i), names - GAP),
                            Anchor.END,
                            size,
                            INK,
                            true));
                } else {
                    var y = frame.bottom() + GAP / 2;
                    for (var text : lines(chart.categories().get(i), slot - GAP, MOST_LINES)) {
                        y += line;
                        text(x, y - line + size, text, Anchor.MIDDLE);
                    }
                }
            }
            if (chart.kind() == ChartKind.LINE) {
                drawLines(frame, scale, slot);
            } else {
                drawColumns(frame, scale, slot);
            }
        }

        private static double y(Frame frame, Scale scale, BigDecimal value) {
            return frame.bottom() - scale.place(value) * frame.height();
        }

        private void drawColumns(Frame frame, Scale scale, double slot) {
            var parts = chart.stacked() ? 1 : chart.series().size();
            var wide = slot * FILLED / parts;
            for (int i = 0; i < chart.categories().size(); i++) {
                var below = BigDecimal.ZERO;
                var above = BigDecimal.ZERO;
                for (int s = 0; s < chart.series().size(); s++) {
                    var value = chart.series().get(s).values().get(i);
                    if (value == null) {
                        continue;
                    }
                    var base = !chart.stacked() ? BigDecimal.ZERO : value.signum() < 0 ? below : above;
                    var x = frame.left() + i * slot + slot * (1 - FILLED) / 2 + (chart.stacked() ? 0 : s) * wide;
                    var from = y(frame, scale, base);
                    var to = y(frame, scale, base.add(value));
                    if (value.signum() != 0) {
                        box(x, Math.min(from, to), wide, Math.abs(from - to), colour(s));
                    }
                    if (valuesFit() && textWidth(printed(value)) <= (chart.stacked() ? wide : wide + slot * 0.1)) {
                        if (!chart.stacked()) {
                            var y = value.signum() < 0 ? to + size : to - 2;
                            text(x + wide / 2, y, printed(value), Anchor.MIDDLE);
                        } else if (Math.abs(from - to) > size) {
                            inside(x + wide / 2, (from + to) / 2, printed(value), s);
                        }
                    }
                    below = value.signum() < 0 ? below.add(value) : below;
                    above = value.signum() < 0 ? above : above.add(value);
                }
            }
        }

        private boolean valuesFit() {
            return chart.categories().size() * chart.series().size() <= MOST_VALUES;
        }

        /** Writes a value into its own part, in a colour that is readable there. */
        private void inside(double x, double middle, String text, int series) {
            shapes.add(new Label(x, middle + size * 0.35, text, Anchor.MIDDLE, size, inkOn(series), false));
        }

        private void drawLines(Frame frame, Scale scale, double slot) {
            for (int s = 0; s < chart.series().size(); s++) {
                var values = chart.series().get(s).values();
                var points = new ArrayList<Point>();
                for (int i = 0; i <= values.size(); i++) {
                    var value = i < values.size() ? values.get(i) : null;
                    if (value != null) {
                        points.add(new Point(frame.left() + (i + 0.5) * slot, y(frame, scale, value)));
                    } else if (!points.isEmpty()) {
                        // A value that is missing divides the line.
                        stroke(points, 1.5, lineColour(s), dashes(s));
                        for (var point : points) {
                            marker(s, point.x(), point.y());
                        }
                        points.clear();
                    }
                }
                if (chart.series().size() == 1 && values.size() <= MOST_POINTS) {
                    for (int i = 0; i < values.size(); i++) {
                        var value = values.get(i);
                        if (value != null) {
                            text(
                                    frame.left() + (i + 0.5) * slot,
                                    y(frame, scale, value) - GAP - 1,
                                    printed(value),
                                    Anchor.MIDDLE);
                        }
                    }
                }
            }
        }

        // Bars

        private void bars() {
            var top = unit();
            var below = legend() + line + GAP;
            var scale = Scale.of(chart);
            var count = chart.categories().size();
            var most = width * MOST_FOR_NAMES;
            var names = Math.min(
                            most,
                            chart.categories().stream()
                                    .mapToDouble(this::textWidth)
                                    .max()
                                    .orElse(0))
                    + GAP;
            // Room for half of the last mark, and for values beyond the longest bar.
            var right = width - textWidth(printed(scale.high())) / 2 - GAP;
            var frame = new Frame(names, top, right, height - below);
            var slot = frame.height() / count;
            for (var mark : scale.marks()) {
                var x = x(frame, scale, mark);
                line(x, frame.top(), x, frame.bottom(), mark.signum() == 0 ? INK : GRID);
                text(x, frame.bottom() + GAP + size, printed(mark), Anchor.MIDDLE);
            }
            var each = (int) Math.max(1, Math.ceil(line / slot));
            for (int i = 0; i < count; i += each) {
                var fit = Math.max(1, (int) (slot / line));
                var lines = lines(chart.categories().get(i), names - GAP, fit);
                var y = frame.top() + (i + 0.5) * slot - (lines.size() - 1) * line / 2;
                for (var text : lines) {
                    textAt(frame.left() - GAP, y, text, Anchor.END);
                    y += line;
                }
            }
            for (int i = 0; i < count; i++) {
                drawBars(i, frame, scale, slot);
            }
        }

        private static double x(Frame frame, Scale scale, BigDecimal value) {
            return frame.left() + scale.place(value) * frame.width();
        }

        private void drawBars(int category, Frame frame, Scale scale, double slot) {
            var parts = chart.stacked() ? 1 : chart.series().size();
            var high = slot * FILLED / parts;
            var below = BigDecimal.ZERO;
            var above = BigDecimal.ZERO;
            for (int s = 0; s < chart.series().size(); s++) {
                var value = chart.series().get(s).values().get(category);
                if (value == null) {
                    continue;
                }
                var base = !chart.stacked() ? BigDecimal.ZERO : value.signum() < 0 ? below : above;
                var y = frame.top() + category * slot + slot * (1 - FILLED) / 2 + (chart.stacked() ? 0 : s) * high;
                var from = x(frame, scale, base);
                var to = x(frame, scale, base.add(value));
                if (value.signum() != 0) {
                    box(Math.min(from, to), y, Math.abs(from - to), high, colour(s));
                }
                var text = printed(value);
                if (valuesFit() && high >= size * SMALLER) {
                    if (chart.stacked()) {
                        if (textWidth(text) < Math.abs(from - to)) {
                            inside((from + to) / 2, y + high / 2, text, s);
                        }
                    } else if (to + GAP + textWidth(text) <= width && value.signum() >= 0) {
                        textAt(to + GAP / 2, y + high / 2, text, Anchor.START);
                    } else if (textWidth(text) + GAP < Math.abs(from - to)) {
                        inside((from + to) / 2, y + high / 2, text, s);
                    }
                }
                below = value.signum() < 0 ? below.add(value) : below;
                above = value.signum() < 0 ? above : above.add(value);
            }
        }

        // Pie

        private void pie() {
            var top = unit();
            var series = chart.series().getFirst();
            var total = total(series);
            if (total.signum() == 0) {
                text(width / 2, height / 2, NO_DATA, Anchor.MIDDLE);
                return;
            }
            var percents = textWidth("100,0%") + GAP;
            var radius = Math.min((height - top - line) / 2 - line, width / 4 - percents);
            var x = percents + radius;
            var y = (top + height) / 2;
            var angle = -90.0;
            for (int i = 0; i < series.values().size(); i++) {
                var value = series.values().get(i);
                if (value == null || value.signum() <= 0) {
                    continue;
                }
                var share = value.divide(total, MathContext.DECIMAL64).doubleValue();
                var end = angle + share * 360;
                shapes.add(new Area(sector(x, y, radius, angle, end), colour(i), WHITE));
                if (share >= SMALLEST_SHARE) {
                    var middle = Math.toRadians((angle + end) / 2);
                    var cos = Math.cos(middle);
                    textAt(
                            x + (radius + GAP) * cos,
                            y + (radius + GAP + size * 0.35) * Math.sin(middle),
                            percent(value, total),
                            cos > 0.3 ? Anchor.START : cos < -0.3 ? Anchor.END : Anchor.MIDDLE);
                }
                angle = end;
            }
            partsLegend(series, total, x + radius + percents + GAP, (top + height) / 2);
        }

        private static BigDecimal total(Series series) {
            var total = BigDecimal.ZERO;
            for (var value : series.values()) {
                if (value != null && value.signum() > 0) {
                    total = total.add(value);
                }
            }
            return total;
        }

        private static String percent(BigDecimal value, BigDecimal total) {
            return printed(value.multiply(BigDecimal.valueOf(100)).divide(total, 1, RoundingMode.HALF_UP)) + "%";
        }

        private static List<Point> sector(double x, double y, double radius, double from, double to) {
            var points = new ArrayList<Point>();
            if (to - from < 360 - ARC / 2) {
                points.add(new Point(x, y));
            }
            for (double angle = from; angle < to; angle += ARC) {
                points.add(at(x, y, radius, angle));
            }
            points.add(at(x, y, radius, to));
            return points;
        }

        private static Point at(double x, double y, double radius, double degrees) {
            return new Point(
                    x + radius * Math.cos(Math.toRadians(degrees)), y + radius * Math.sin(Math.toRadians(degrees)));
        }

        /** Draws the legend of the parts: name, value and share of each. */
        private void partsLegend(Series series, BigDecimal total, double left, double middle) {
            var available = width - left - keyWidth() - GAP;
            var count = series.values().size();
            var room = Math.max(1, (int) (height / line));
            var most = Math.max(1, room / Math.max(1, count));
            var entries = new ArrayList<List<String>>();
            for (int i = 0; i < Math.min(count, room); i++) {
                var value = series.values().get(i);
                var figure = value == null
                        ? ": –"
                        : ": " + printed(value) + (value.signum() > 0 ? " (" + percent(value, total) + ")" : "");
                entries.add(lines(chart.categories().get(i) + figure, available, Math.max(1, Math.min(3, most))));
            }
            var y = middle - entries.stream().mapToInt(List::size).sum() * line / 2;
            for (int i = 0; i < entries.size(); i++) {
                key(i, left, y + line / 2);
                for (var text : entries.get(i)) {
                    textAt(left + keyWidth() + GAP, y + line / 2, text, Anchor.START);
                    y += line;
                }
            }
        }
    }
}
