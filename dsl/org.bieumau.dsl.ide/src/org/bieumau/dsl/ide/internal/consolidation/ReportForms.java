/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.consolidation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bieumau.consolidation.internal.message.ConsolidationMessages;
import org.bieumau.consolidation.internal.record.Datum;
import org.bieumau.consolidation.internal.run.Merged;
import org.bieumau.consolidation.internal.run.Returns;
import org.bieumau.consolidation.internal.run.Taken;
import org.bieumau.consolidation.internal.run.UnitSums;
import org.bieumau.consolidation.internal.status.UnitStatus.State;
import org.bieumau.core.internal.resolved.CampaignFact;
import org.bieumau.core.internal.resolved.ChartFigures;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.Aggregate;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Campaign;
import org.bieumau.model.Chart;
import org.bieumau.model.ChartGrouping;
import org.bieumau.model.ChartKind;
import org.bieumau.model.Column;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;

/** The figures of each unit, and the charts of a campaign, which reports take as arguments. */
final class ReportForms {

    private static final BieumauFactory MODEL = BieumauFactory.eINSTANCE;
    /** Largest number of numbers that a chart shows for each unit. */
    private static final int MOST_SERIES = 2;
    /** Name of the column with the number of rows of a unit. */
    private static final String ROWS = "sốDòng";

    private static final String ROWS_TITLE = "Số dòng";

    private final Campaign campaign;
    private final Library library;
    /** What the numbers of the units are: a printed row, or rows. */
    private String subject = ROWS_TITLE;

    private final Map<CampaignFact, LibraryElement> facts = new EnumMap<>(CampaignFact.class);

    ReportForms(Campaign campaign, Library library) {
        this.campaign = campaign;
        this.library = library;
    }

    /** Adds a form of the result that reports may show. */
    void put(CampaignFact fact, LibraryElement element) {
        facts.put(fact, element);
    }

    /** Returns the forms and charts by what they show. */
    Map<CampaignFact, LibraryElement> facts() {
        return facts;
    }

    /**
     * Adds the template of the form with a row for each unit.
     *
     * @param template the template without the columns of the numbers, which is changed
     */
    void addUnitTemplate(Merged merged, FormTemplate template) {
        var row = merged.totalRow();
        subject = row.map(GivenRow::title).orElse(ROWS_TITLE);
        template.setTitle(template.getTitle() + ": " + subject.toUpperCase(VietnameseText.LOCALE));
        if (row.isEmpty()) {
            template.getItems().add(column(ROWS, ROWS_TITLE, ColumnType.NUMBER));
        }
        merged.plan().template().columns().stream()
                .filter(CampaignFact::isNumber)
                .forEach(leaf -> template.getItems().add(column(leaf.name(), leaf.title(), leaf.type())));
        library.getElements().add(template);
    }

    /**
     * Returns the cells of the row of a unit.
     *
     * @param sums the numbers of the units
     */
    static Map<String, Datum> cells(Taken taken, Merged merged, UnitSums sums) {
        var cells = new LinkedHashMap<String, Datum>();
        cells.put("đơnVị", Datum.text(merged.returns().units().get(taken.unit()).title()));
        sums.of(taken.unit()).forEach((column, number) -> cells.put(column, Datum.of(number)));
        if (merged.totalRow().isEmpty()) {
            cells.put(ROWS, Datum.of(BigDecimal.valueOf(sums.rows(taken.unit()))));
        }
        return cells;
    }

    private static Column column(String name, String title, ColumnType type) {
        var column = MODEL.createColumn();
        column.setName(name);
        column.setTitle(title);
        column.setType(type);
        column.setAggregate(Aggregate.SUM);
        return column;
    }

    /** Adds the chart of the units by the state of their return. */
    void addStatusChart(Returns returns) {
        var counts = new EnumMap<State, Long>(State.class);
        returns.statuses().forEach(unit -> counts.merge(unit.state(), 1L, Long::sum));
        var chart = MODEL.createChart();
        chart.setName(campaign.getName() + "_BĐTìnhHình");
        chart.setTitle("Đơn vị theo tình hình nộp");
        chart.setKind(ChartKind.PIE);
        chart.getSeriesTitles().add("Số đơn vị");
        counts.forEach((state, count) -> {
            var point = MODEL.createChartPoint();
            point.setLabel(ConsolidationMessages.ALL.text("unit." + state));
            point.getValues().add(BigDecimal.valueOf(count));
            chart.getPoints().add(point);
        });
        library.getElements().add(chart);
        put(CampaignFact.STATUS_CHART, chart);
    }

    /** Adds the charts of the forms that were put before. */
    void addCharts() {
        if (!(facts.get(CampaignFact.BY_UNIT) instanceof Form units)
                || !(facts.get(CampaignFact.RESULT) instanceof Form result)) {
            return;
        }
        var resolved = ResolvedTemplate.of(result.getTemplate());
        var isGiven = !resolved.givenRows().isEmpty();
        var number = isGiven ? numbers(result).stream().findFirst() : Optional.<Column>empty();
        if (isGiven && number.isEmpty()) {
            return;
        }
        var byUnit = chart(CampaignFact.UNIT_CHART, units, "BĐTheoĐơnVị", subject + " theo đơn vị", ChartKind.BAR);
        numbers(units).stream()
                .limit(isGiven ? MOST_SERIES : 1)
                .forEach(column -> addSeries(byUnit, Optional.of(column), null, column.getTitle()));
        if (units.getEntries().size() > ChartFigures.READABLE) {
            var suppression = MODEL.createSuppression();
            suppression.setCode("CHART-POINTS");
            suppression.setReason("mỗi đơn vị một thanh");
            byUnit.getSuppressions().add(suppression);
        }
        var hasSections = resolved.sections().isPresent();
        var what = number.map(Column::getTitle).orElse(ROWS_TITLE);
        if (hasSections) {
            var chart =
                    chart(CampaignFact.SECTION_CHART, result, "BĐTheoLĩnhVực", what + " theo lĩnh vực", ChartKind.PIE);
            chart.setGrouping(ChartGrouping.SECTION);
            addSeries(chart, number, null, null);
        }
        if (facts.get(CampaignFact.PREVIOUS) instanceof Form previous) {
            var chart = chart(
                    CampaignFact.PREVIOUS_CHART, result, "BĐKỳTrước", what + " so với kỳ trước", ChartKind.COLUMN);
            chart.setGrouping(hasSections ? ChartGrouping.SECTION : ChartGrouping.ROW);
            addSeries(chart, number, previous, period(previous, "Kỳ trước"));
            addSeries(chart, number, null, period(result, "Kỳ này"));
        }
    }

    private static String period(Form form, String otherwise) {
        return form.getPeriod() == null ? otherwise : form.getPeriod();
    }

    private Chart chart(CampaignFact fact, Form form, String suffix, String title, ChartKind kind) {
        var chart = MODEL.createChart();
        chart.setName(campaign.getName() + "_" + suffix);
        chart.setTitle(title);
        chart.setKind(kind);
        chart.setForm(form);
        library.getElements().add(chart);
        put(fact, chart);
        return chart;
    }

    /** @param column the column with the numbers; empty for the number of rows */
    private static void addSeries(Chart chart, Optional<Column> column, Form form, String title) {
        var series = MODEL.createChartSeries();
        column.ifPresentOrElse(series::setColumn, () -> series.setAggregate(Aggregate.COUNT));
        series.setForm(form);
        series.setTitle(title);
        chart.getSeries().add(series);
    }

    private static List<Column> numbers(Form form) {
        var columns = new ArrayList<Column>();
        ResolvedTemplate.of(form.getTemplate()).columns().stream()
                .filter(CampaignFact::isNumber)
                .forEach(leaf -> columns.add(leaf.source()));
        return columns;
    }
}
