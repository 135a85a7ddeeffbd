/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.environment.Environment;
import org.bieumau.core.internal.resolved.ChartFigures;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.internal.text.VietnameseNumbers;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.layout.Block.Series;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.model.Aggregate;
import org.bieumau.model.Chart;
import org.bieumau.model.ChartGrouping;
import org.bieumau.model.ChartKind;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Form;
import org.bieumau.model.Severity;
import org.jspecify.annotations.Nullable;

/** Makes blocks of charts: computes their figures, and chooses size and alternative text where the author does not. */
final class ChartLayout {

    /** Largest width that is not asked for, in mm. */
    private static final double USUAL_WIDTH = 170;

    private static final double USUAL_HEIGHT = 80;
    /** Height of a bar with its gap, and of the rest of a chart of bars, in mm. */
    private static final double BAR_HEIGHT = 9;

    private static final double AROUND_BARS = 25;
    /** Part of the page that a chart can fill, so that its caption fits below. */
    private static final double MOST_OF_PAGE = 0.85;
    /** Number of categories whose figures the alternative text gives. */
    private static final int TOLD = 30;
    /** Number of digits that Excel keeps. */
    private static final int EXCEL_DIGITS = 15;

    private final Chart chart;
    private final LayoutProfile profile;
    private final LocalDate day;

    ChartLayout(Chart chart, LayoutProfile profile, LocalDate day) {
        this.chart = chart;
        this.profile = profile;
        this.day = day;
    }

    /** Returns the blocks of the chart within a text. */
    Blocks blocks(PageSetup page) throws IOException {
        return Parts.one(block(page, null)).open();
    }

    /**
     * Returns the block of the chart.
     *
     * @param above the form whose table is above the chart, or null
     */
    Block.Chart block(PageSetup page, @Nullable Form above) throws IOException {
        var figures = ChartFigures.of(chart);
        if (figures.merged()) {
            reportMerged();
        }
        var categoryColumn = above == null ? -1 : categoryColumn(figures, above);
        var series = new ArrayList<Series>();
        for (int i = 0; i < figures.series().size(); i++) {
            var each = figures.series().get(i);
            series.add(new Series(each.title(), each.values(), categoryColumn < 0 ? -1 : column(i, above)));
        }
        return new Block.Chart(
                1,
                chart.getTitle() == null ? "" : chart.getTitle(),
                chart.getKind(),
                chart.isStacked() && (chart.getKind() == ChartKind.COLUMN || chart.getKind() == ChartKind.BAR),
                figures.categories(),
                List.copyOf(series),
                measureUnit(),
                width(page),
                height(page, figures),
                chart.getDescription() != null ? chart.getDescription() : description(figures),
                categoryColumn,
                chart);
    }

    private void reportMerged() {
        var forms = chart.getSeries().stream()
                .map(series -> ChartFigures.form(series, chart))
                .filter(form -> form != null && form.getDataSource() != null)
                .findFirst();
        // The checks report it for rows of the model.
        forms.ifPresent(form -> Environment.of(form)
                .dataAccess()
                .report(new Problem(
                        "CHART-MERGED",
                        Severity.WARNING,
                        CoreMessages.ALL.text("CHART-MERGED", ChartFigures.MOST),
                        null)));
    }

    private double width(PageSetup page) {
        return Math.min(
                chart.getWidth() == null ? USUAL_WIDTH : chart.getWidth().doubleValue(), page.textWidth());
    }

    private double height(PageSetup page, ChartFigures figures) {
        var bars = chart.isStacked() ? 1 : Math.max(1, figures.series().size() * 2.0 / 3);
        var usual = chart.getKind() == ChartKind.BAR
                ? Math.max(USUAL_HEIGHT / 2, AROUND_BARS + figures.categories().size() * BAR_HEIGHT * bars)
                : USUAL_HEIGHT;
        var wanted = chart.getHeight() == null ? usual : chart.getHeight().doubleValue();
        return Math.min(wanted, page.textHeight() * MOST_OF_PAGE);
    }

    private String measureUnit() {
        if (chart.getMeasureUnit() != null) {
            return chart.getMeasureUnit();
        }
        var form = chart.getForm();
        if (form == null
                || form.eIsProxy()
                || chart.getSeries().stream().anyMatch(series -> series.getAggregate() == Aggregate.COUNT)) {
            return "";
        }
        if (form.getMeasureUnit() != null) {
            return form.getMeasureUnit();
        }
        return form.getTemplate() == null || form.getTemplate().eIsProxy()
                ? ""
                : ResolvedTemplate.of(form.getTemplate()).measureUnit();
    }

    // The table above

    /**
     * Returns the column of a form that names the categories, if each category is a row of the form and each cell of
     * the column shows the name of its category and nothing else; else -1.
     */
    private int categoryColumn(ChartFigures figures, Form form) {
        if (chart.getForm() != form
                || form.getDataSource() != null
                || !chart.getPoints().isEmpty()
                || chart.getGrouping() != ChartGrouping.ROW
                || chart.getParent() != null
                || figures.merged()) {
            return -1;
        }
        var template = ResolvedTemplate.of(form.getTemplate());
        var names = ChartFigures.names(template);
        var own = template.givenRows().isEmpty()
                && form.getSections().isEmpty()
                && template.ordinalIn().isEmpty()
                && names.filter(column -> column.type() == ColumnType.TEXT).isPresent()
                && chart.getSeries().stream()
                        .allMatch(series -> (series.getForm() == null || series.getForm() == form)
                                && series.getAggregate() != Aggregate.COUNT
                                && ChartFigures.column(series, template).isPresent())
                && figures.series().stream()
                        .flatMap(series -> series.values().stream())
                        .allMatch(value -> value == null || value.precision() <= EXCEL_DIGITS);
        return own ? names.map(Leaf::index).orElse(-1) : -1;
    }

    private int column(int series, @Nullable Form form) {
        return form == null
                ? -1
                : ChartFigures.column(chart.getSeries().get(series), ResolvedTemplate.of(form.getTemplate()))
                        .map(Leaf::index)
                        .orElse(-1);
    }

    // The alternative text

    /** Returns a description of the chart with its figures, in Vietnamese as the document. */
    private String description(ChartFigures figures) {
        var text = new StringBuilder("Biểu đồ ").append(chart.getKind().getLiteral());
        if (chart.getTitle() != null) {
            text.append(": ").append(chart.getTitle());
        }
        if (!measureUnit().isEmpty()) {
            text.append(" (")
                    .append(profile.text(Key.FORM_MEASURE_LABEL, day).toLowerCase(VietnameseText.LOCALE))
                    .append(measureUnit())
                    .append(')');
        }
        text.append('.');
        for (var series : figures.series()) {
            text.append(' ');
            if (figures.series().size() > 1) {
                text.append(series.title()).append(" – ");
            }
            text.append(told(figures.categories(), series)).append('.');
        }
        return text.toString();
    }

    private static String told(List<String> categories, ChartFigures.Series series) {
        var told = new ArrayList<String>();
        for (int i = 0; i < Math.min(TOLD, categories.size()); i++) {
            told.add(categories.get(i) + ": "
                    + Optional.<BigDecimal>ofNullable(series.values().get(i))
                            .map(VietnameseNumbers::format)
                            .orElse("không có số liệu"));
        }
        if (categories.size() > TOLD) {
            told.add("và " + (categories.size() - TOLD) + " mục khác");
        }
        return told.isEmpty() ? "Không có số liệu" : String.join("; ", told);
    }
}
