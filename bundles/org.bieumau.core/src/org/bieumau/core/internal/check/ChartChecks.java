/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.check;

import static org.bieumau.model.BieumauPackage.Literals.CHART_POINT__VALUES;
import static org.bieumau.model.BieumauPackage.Literals.CHART_SERIES__COLUMN;
import static org.bieumau.model.BieumauPackage.Literals.CHART_SERIES__FORM;
import static org.bieumau.model.BieumauPackage.Literals.CHART__FORM;
import static org.bieumau.model.BieumauPackage.Literals.CHART__GROUPING;
import static org.bieumau.model.BieumauPackage.Literals.CHART__HEIGHT;
import static org.bieumau.model.BieumauPackage.Literals.CHART__KIND;
import static org.bieumau.model.BieumauPackage.Literals.CHART__STACKED;
import static org.bieumau.model.BieumauPackage.Literals.CHART__WIDTH;
import static org.bieumau.model.BieumauPackage.Literals.NAMED__NAME;

import java.io.IOException;
import java.util.function.Consumer;
import org.bieumau.core.internal.resolved.ChartFigures;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.problem.Finding;
import org.bieumau.model.Aggregate;
import org.bieumau.model.Chart;
import org.bieumau.model.ChartGrouping;
import org.bieumau.model.ChartKind;
import org.bieumau.model.ChartSeries;
import org.bieumau.model.Form;
import org.bieumau.model.Severity;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Checks charts: where their figures come from, and whether they can be drawn in a way that people can read. */
public final class ChartChecks {

    /** Number of parts above which the shares of a pie cannot be told apart. */
    private static final int READABLE_PARTS = 8;
    /** Smallest and largest width and height in mm. */
    private static final int SMALLEST = 30;

    private static final int LARGEST = 400;

    private final Consumer<Finding> report;

    public ChartChecks(Consumer<Finding> report) {
        this.report = report;
    }

    /** Checks a chart. A check opens no data source, so the rows of one give no finding. */
    public void check(Chart chart) {
        checkSize(chart);
        if (chart.isStacked() && (chart.getKind() == ChartKind.LINE || chart.getKind() == ChartKind.PIE)) {
            warn("CHART-STACKED", chart, CHART__STACKED, chart.getKind().getLiteral());
        }
        if (chart.getPoints().isEmpty() && chart.getSeries().isEmpty()) {
            error("CHART-NO-DATA", chart, NAMED__NAME);
            return;
        }
        if (!chart.getPoints().isEmpty() && (!chart.getSeries().isEmpty() || chart.getForm() != null)) {
            error("CHART-TWO-SOURCES", chart, NAMED__NAME);
            return;
        }
        if (chart.getPoints().isEmpty() ? isSound(chart) : isSoundGiven(chart)) {
            checkFigures(chart);
        }
    }

    private void checkSize(Chart chart) {
        for (var feature : new EStructuralFeature[] {CHART__WIDTH, CHART__HEIGHT}) {
            if (chart.eGet(feature) instanceof Integer size && (size < SMALLEST || size > LARGEST)) {
                error("CHART-SIZE", chart, feature, size, SMALLEST, LARGEST);
            }
        }
    }

    private boolean isSoundGiven(Chart chart) {
        var expected = chart.getSeriesTitles().isEmpty()
                ? chart.getPoints().getFirst().getValues().size()
                : chart.getSeriesTitles().size();
        var sound = true;
        for (var point : chart.getPoints()) {
            if (point.getValues().size() != expected) {
                error(
                        "CHART-VALUES",
                        point,
                        CHART_POINT__VALUES,
                        point.getLabel(),
                        point.getValues().size(),
                        expected);
                sound = false;
            }
        }
        return sound;
    }

    private boolean isSound(Chart chart) {
        var sound = true;
        for (var series : chart.getSeries()) {
            sound &= isSound(series, chart);
        }
        return sound;
    }

    private boolean isSound(ChartSeries series, Chart chart) {
        var form = ChartFigures.form(series, chart);
        if (form == null) {
            // An unknown form or template is reported when names are resolved.
            if (series.getForm() == null && chart.getForm() == null) {
                error("CHART-NO-FORM", series, null);
            }
            return false;
        }
        var template = ResolvedTemplate.of(form.getTemplate());
        var place = series.getForm() != null ? series : chart;
        var feature = series.getForm() != null ? CHART_SERIES__FORM : CHART__FORM;
        if (form.isBlank()) {
            error("CHART-BLANK", place, feature, form.getName());
            return false;
        }
        if (chart.getGrouping() == ChartGrouping.SECTION && template.sections().isEmpty()) {
            error("CHART-SECTIONS", chart, CHART__GROUPING, form.getName());
            return false;
        }
        if (chart.getGrouping() == ChartGrouping.COLUMN
                && ChartFigures.category(chart, template).isEmpty()) {
            // An unknown column is reported when names are resolved.
            if (chart.getCategory() != null && !chart.getCategory().eIsProxy()) {
                error(
                        "CHART-CATEGORY",
                        place,
                        feature,
                        form.getName(),
                        chart.getCategory().getName());
            }
            return false;
        }
        if (series.getColumn() == null) {
            return true;
        }
        var column = ChartFigures.column(series, template);
        if (column.isEmpty()) {
            return false;
        }
        var isNumber = switch (column.get().type()) {
            case NUMBER, MONEY, COMPUTED -> true;
            default -> series.getAggregate() == Aggregate.COUNT;
        };
        if (!isNumber) {
            error(
                    "CHART-NOT-NUMBER",
                    series,
                    CHART_SERIES__COLUMN,
                    column.get().name(),
                    column.get().type().getLiteral());
        }
        return isNumber;
    }

    private void checkFigures(Chart chart) {
        if (chart.getSeries().stream()
                .map(series -> ChartFigures.form(series, chart))
                .anyMatch(ChartChecks::hasData)) {
            return;
        }
        ChartFigures figures;
        try {
            figures = ChartFigures.of(chart);
        } catch (IOException e) {
            // Only rows of a data source cannot be read.
            return;
        }
        var isPie = chart.getKind() == ChartKind.PIE;
        if (figures.isEmpty()) {
            warn("CHART-EMPTY", chart, NAMED__NAME);
            return;
        }
        if (isPie && figures.series().size() > 1) {
            error("CHART-PIE-SERIES", chart, CHART__KIND, figures.series().size());
            return;
        }
        if (isPie) {
            var values = figures.series().getFirst().values();
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) != null && values.get(i).signum() < 0) {
                    error(
                            "CHART-PIE-NEGATIVE",
                            chart,
                            CHART__KIND,
                            figures.categories().get(i),
                            values.get(i));
                    return;
                }
            }
        }
        if (figures.merged()) {
            warn("CHART-MERGED", chart, NAMED__NAME, ChartFigures.MOST);
        } else if (figures.categories().size() > (isPie ? READABLE_PARTS : ChartFigures.READABLE)) {
            warn(
                    isPie ? "CHART-PIE-PARTS" : "CHART-POINTS",
                    chart,
                    NAMED__NAME,
                    figures.categories().size(),
                    isPie ? READABLE_PARTS : ChartFigures.READABLE);
        }
    }

    private static boolean hasData(Form form) {
        return form != null && form.getDataSource() != null;
    }

    private void error(String code, EObject element, EStructuralFeature feature, Object... arguments) {
        report.accept(Finding.of(code, Severity.ERROR, element, feature, arguments));
    }

    private void warn(String code, EObject element, EStructuralFeature feature, Object... arguments) {
        report.accept(Finding.of(code, Severity.WARNING, element, feature, arguments));
    }
}
