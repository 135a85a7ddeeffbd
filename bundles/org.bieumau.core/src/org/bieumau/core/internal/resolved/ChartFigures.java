/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.core.internal.prose.ProseParagraph;
import org.bieumau.core.internal.prose.ProseReader;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.text.Span;
import org.bieumau.model.Aggregate;
import org.bieumau.model.Chart;
import org.bieumau.model.ChartGrouping;
import org.bieumau.model.ChartSeries;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Form;
import org.bieumau.model.Prose;

/**
 * The figures of a chart: one for each category and series. Forms are read row by row, so that a large data source
 * needs no more memory than its categories.
 *
 * @param categories names of the categories, in order
 * @param series the series, each with one value for each category
 * @param merged whether there were more categories than {@link #MOST}, so that the last one has the sum of all further
 *     rows
 */
public record ChartFigures(List<String> categories, List<Series> series, boolean merged) {

    /** Largest number of categories with figures of their own. */
    public static final int MOST = 500;

    /** Number of categories above which their names and values cannot be read. */
    public static final int READABLE = 50;

    /** Name of the category for all rows beyond {@link #MOST}. */
    private static final String OTHERS = "Còn lại";
    /** Name of the category for rows with an empty cell. */
    private static final String NOT_GIVEN = "Không ghi";
    /** Name of the category for rows outside sections. */
    private static final String NO_SECTION = "Không theo lĩnh vực";

    private static final String ROWS = "Số dòng";
    private static final String GIVEN = "Số liệu";

    /** Bounds of the number of decimals to which a mean is rounded. */
    private static final int FEWEST_DECIMALS = 2;

    private static final int MOST_DECIMALS = 6;

    /**
     * A series.
     *
     * @param title name in the legend
     * @param values a value for each category; null if there is none
     */
    public record Series(String title, List<BigDecimal> values) {}

    /** Returns whether no series has a value. */
    public boolean isEmpty() {
        return series.stream().allMatch(each -> each.values().stream().allMatch(value -> value == null));
    }

    /**
     * Computes the figures. Series without a form or column that can be read have no values; the checks report them.
     *
     * @throws IOException if the rows of a form cannot be read
     */
    public static ChartFigures of(Chart chart) throws IOException {
        return chart.getPoints().isEmpty() ? new Reader(chart).read() : given(chart);
    }

    private static ChartFigures given(Chart chart) {
        var points = chart.getPoints();
        var titles = chart.getSeriesTitles();
        var count = Math.max(
                Math.max(1, titles.size()),
                points.stream()
                        .mapToInt(point -> point.getValues().size())
                        .max()
                        .orElse(0));
        var series = new ArrayList<Series>();
        for (int i = 0; i < count; i++) {
            var index = i;
            var values = new ArrayList<BigDecimal>();
            points.forEach(point -> values.add(
                    index < point.getValues().size() ? point.getValues().get(index) : null));
            var title = i < titles.size() ? titles.get(i) : count == 1 ? GIVEN : GIVEN + " " + (i + 1);
            series.add(new Series(title, Collections.unmodifiableList(values)));
        }
        return new ChartFigures(
                points.stream()
                        .map(point -> point.getLabel() == null ? "" : point.getLabel())
                        .toList(),
                List.copyOf(series),
                false);
    }

    /** Returns the form of a series; null if there is none that has a template. */
    public static Form form(ChartSeries series, Chart chart) {
        var form = series.getForm() != null ? series.getForm() : chart.getForm();
        return form == null
                        || form.eIsProxy()
                        || form.getTemplate() == null
                        || form.getTemplate().eIsProxy()
                ? null
                : form;
    }

    /** Returns the column of a template that a series shows; empty if it counts rows. */
    public static Optional<Leaf> column(ChartSeries series, ResolvedTemplate template) {
        return series.getColumn() == null || series.getColumn().eIsProxy()
                ? Optional.empty()
                : template.column(series.getColumn());
    }

    /** Returns the column of a template whose values are the categories: that of the chart, or one of the same name. */
    public static Optional<Leaf> category(Chart chart, ResolvedTemplate template) {
        var column = chart.getCategory();
        return column == null || column.eIsProxy()
                ? Optional.empty()
                : template.column(column)
                        .or(() -> template.columns().stream()
                                .filter(each -> column.getName() != null
                                        && column.getName().equals(each.name()))
                                .findFirst());
    }

    /** Returns the column with the names of rows: the title column, or else the first one with texts. */
    public static Optional<Leaf> names(ResolvedTemplate template) {
        return template.titleColumn()
                .or(() -> template.columns().stream()
                        .filter(column -> column.type() == ColumnType.TEXT || column.type() == ColumnType.CHOICE)
                        .findFirst());
    }

    /** Adds up the values of a category. */
    private static final class Sum {

        private BigDecimal sum = BigDecimal.ZERO;
        private long count;
        private int scale = FEWEST_DECIMALS;

        void add(Object value) {
            count++;
            if (value instanceof BigDecimal number) {
                sum = sum.add(number);
                scale = Math.clamp(number.stripTrailingZeros().scale(), scale, MOST_DECIMALS);
            }
        }

        BigDecimal result(Aggregate aggregate) {
            return switch (aggregate) {
                case COUNT -> BigDecimal.valueOf(count);
                case AVERAGE -> sum.divide(BigDecimal.valueOf(count), scale, RoundingMode.HALF_UP);
                case SUM, NONE -> sum;
            };
        }
    }

    private static final class Reader {

        private final Chart chart;
        private final Map<String, Integer> index = new LinkedHashMap<>();
        private final List<String> categories = new ArrayList<>();
        private final List<Map<Integer, Sum>> sums = new ArrayList<>();
        private boolean merged;

        Reader(Chart chart) {
            this.chart = chart;
        }

        ChartFigures read() throws IOException {
            var all = chart.getSeries();
            var forms = new LinkedHashSet<Form>();
            for (var series : all) {
                sums.add(new HashMap<>());
                var form = form(series, chart);
                if (form != null) {
                    forms.add(form);
                }
            }
            for (var form : forms) {
                read(form);
            }
            var result = new ArrayList<Series>();
            for (int i = 0; i < all.size(); i++) {
                var values = new ArrayList<BigDecimal>();
                var form = form(all.get(i), chart);
                for (int category = 0; category < categories.size(); category++) {
                    var sum = sums.get(i).get(category);
                    values.add(
                            sum != null
                                    ? sum.result(all.get(i).getAggregate())
                                    : form != null && all.get(i).getAggregate() == Aggregate.COUNT
                                            ? BigDecimal.ZERO
                                            : null);
                }
                result.add(new Series(title(all.get(i), form), Collections.unmodifiableList(values)));
            }
            return new ChartFigures(List.copyOf(categories), List.copyOf(result), merged);
        }

        /** Returns the name of a series: its own, or the period of its form if series differ by form, or the column. */
        private String title(ChartSeries series, Form form) {
            if (series.getTitle() != null) {
                return series.getTitle();
            }
            if (form != null && chart.getSeries().stream().anyMatch(each -> each.getForm() != null)) {
                var period = Names.period(form);
                if (period != null) {
                    return period instanceof Year ? "Năm " + period : form.getPeriod();
                }
            }
            if (form == null || series.getColumn() == null) {
                return ROWS;
            }
            var template = ResolvedTemplate.of(form.getTemplate());
            return column(series, template)
                    .map(column -> Span.unmarked(column.title()))
                    .orElse(ROWS);
        }

        private void read(Form form) throws IOException {
            var template = ResolvedTemplate.of(form.getTemplate());
            var names = Names.of(form);
            var labels = new ProseReader(names);
            var occurrences = new HashMap<String, Integer>();
            var section = NO_SECTION;
            try (var lines = FormRows.open(form, template, FormData.rows(form))) {
                for (var line = lines.next(); line != null; line = lines.next()) {
                    switch (line) {
                        case FormRows.Heading heading -> section = heading.name();
                        case FormRows.Row row
                        when !row.blank() && isShown(row) -> {
                            var label = label(row, section, template, names, labels);
                            var ordinal = chart.getGrouping() == ChartGrouping.ROW
                                    ? occurrences.merge(label, 1, Integer::sum)
                                    : 1;
                            count(row, category(label, ordinal), form, template, names);
                        }
                        case FormRows.Row row -> {}
                    }
                }
            }
        }

        private boolean isShown(FormRows.Row row) {
            var parent = chart.getParent();
            if (chart.getGrouping() != ChartGrouping.ROW || parent == null || parent.eIsProxy()) {
                return row.isCounted();
            }
            return row.given() != null
                    ? row.given()
                            .parent()
                            .filter(above -> above.source() == parent)
                            .isPresent()
                    : row.entry().getParent() == parent;
        }

        private String label(
                FormRows.Row row,
                String section,
                ResolvedTemplate template,
                Evaluator.Scope names,
                ProseReader reader) {
            return switch (chart.getGrouping()) {
                case SECTION -> section.isBlank() ? NO_SECTION : section.strip();
                case COLUMN ->
                    ChartFigures.category(chart, template)
                            .map(column -> text(row, column, template, names, reader))
                            .filter(text -> !text.isEmpty())
                            .orElse(NOT_GIVEN);
                case ROW ->
                    row.given() != null
                            ? row.given().title().strip()
                            : names(template)
                                    .map(column -> text(row, column, template, names, reader))
                                    .filter(text -> !text.isEmpty())
                                    .orElseGet(() -> Integer.toString(row.ordinal()));
            };
        }

        private static String text(
                FormRows.Row row, Leaf column, ResolvedTemplate template, Evaluator.Scope names, ProseReader reader) {
            var text = column.type() == ColumnType.COMPUTED
                    ? Entries.shown(row.entry(), column, template, names).map(Evaluator::print)
                    : Entries.value(row.entry(), column, template)
                            .filter(Entries::isFilled)
                            .map(value -> value instanceof Prose prose
                                    ? String.join(
                                            " ",
                                            reader.readParagraphs(prose).stream()
                                                    .map(ProseParagraph::text)
                                                    .toList())
                                    : Evaluator.print(Entries.plain(value)));
            return Span.unmarked(text.orElse("")).replaceAll("\\s+", " ").strip();
        }

        private int category(String label, int ordinal) {
            var key = ordinal + "\n" + label;
            var known = index.get(key);
            if (known != null) {
                return known;
            }
            if (categories.size() >= MOST) {
                if (!merged) {
                    merged = true;
                    categories.add(OTHERS);
                }
                return MOST;
            }
            index.put(key, categories.size());
            categories.add(label);
            return categories.size() - 1;
        }

        private void count(
                FormRows.Row row, int category, Form form, ResolvedTemplate template, Evaluator.Scope names) {
            for (int i = 0; i < sums.size(); i++) {
                var series = chart.getSeries().get(i);
                if (form(series, chart) == form) {
                    var values = sums.get(i);
                    value(row, series, template, names)
                            .ifPresent(value -> values.computeIfAbsent(category, key -> new Sum())
                                    .add(value));
                }
            }
        }

        /** Returns the value of a row; any object if only the number of rows or filled cells matters. */
        private static Optional<?> value(
                FormRows.Row row, ChartSeries series, ResolvedTemplate template, Evaluator.Scope names) {
            if (series.getColumn() == null) {
                return series.getAggregate() == Aggregate.COUNT ? Optional.of(row) : Optional.empty();
            }
            var column = column(series, template);
            if (column.isEmpty()) {
                return Optional.empty();
            }
            var value = column.get().type() == ColumnType.COMPUTED
                    ? Entries.shown(row.entry(), column.get(), template, names)
                    : Entries.value(row.entry(), column.get(), template)
                            .filter(Entries::isFilled)
                            .map(Entries::plain);
            return series.getAggregate() == Aggregate.COUNT ? value : value.filter(BigDecimal.class::isInstance);
        }
    }
}
