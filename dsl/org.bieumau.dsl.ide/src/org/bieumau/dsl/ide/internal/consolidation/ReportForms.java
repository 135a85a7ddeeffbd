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
import org.bieumau.consolidation.internal.record.ReturnRow;
import org.bieumau.consolidation.internal.run.Merged;
import org.bieumau.consolidation.internal.run.Returns;
import org.bieumau.consolidation.internal.run.RowBuilder;
import org.bieumau.consolidation.internal.run.UnitSums;
import org.bieumau.consolidation.internal.status.UnitStatus.State;
import org.bieumau.core.internal.resolved.CampaignFact;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.Aggregate;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Campaign;
import org.bieumau.model.Chart;
import org.bieumau.model.ChartGrouping;
import org.bieumau.model.ChartKind;
import org.bieumau.model.Column;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;

/** The figures of each unit, and the charts of a campaign, which reports take as arguments. */
final class ReportForms {

    private static final BieumauFactory MODEL = BieumauFactory.eINSTANCE;
    /** Largest number of numbers that a chart shows for each unit. */
    private static final int MOST_SERIES = 2;

    private final Campaign campaign;
    private final Library library;
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
     * Adds the form with a row for each unit.
     *
     * @param sums the numbers of the units
     * @param template the template without the columns of the numbers, which is changed
     */
    void addUnits(Merged merged, UnitSums sums, FormTemplate template) {
        var numbers = merged.plan().template().columns().stream()
                .filter(CampaignFact::isNumber)
                .toList();
        if (numbers.isEmpty()) {
            return;
        }
        merged.totalRow()
                .ifPresent(row -> template.setTitle(
                        template.getTitle() + ": " + row.title().toUpperCase(VietnameseText.LOCALE)));
        numbers.forEach(leaf -> template.getItems().add(column(leaf)));
        library.getElements().add(template);
        var form = MODEL.createForm();
        form.setName(campaign.getName() + "_TheoĐơnVị");
        form.setTemplate(template);
        var rows = new RowBuilder(ResolvedTemplate.of(template));
        for (var taken : merged.returns().taken()) {
            var cells = new LinkedHashMap<String, Datum>();
            cells.put(
                    "đơnVị",
                    Datum.text(merged.returns().units().get(taken.unit()).title()));
            sums.of(taken.unit()).forEach((column, number) -> cells.put(column, Datum.of(number)));
            rows.add(form, "", new ReturnRow("", "", "", "", -1, 0, cells));
        }
        library.getElements().add(form);
        put(CampaignFact.BY_UNIT, form);
    }

    private static Column column(Leaf leaf) {
        var column = MODEL.createColumn();
        column.setName(leaf.name());
        column.setTitle(leaf.title());
        column.setType(leaf.type());
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
        chart(CampaignFact.UNIT_CHART, CampaignFact.BY_UNIT, "BĐTheoĐơnVị", "Số liệu theo đơn vị", ChartKind.BAR)
                .ifPresent(chart -> numbers(chart.getForm()).stream()
                        .limit(MOST_SERIES)
                        .forEach(column -> addSeries(chart, column, null, column.getTitle())));
        if (!(facts.get(CampaignFact.RESULT) instanceof Form result)) {
            return;
        }
        var number = numbers(result).stream().findFirst();
        var hasSections = ResolvedTemplate.of(result.getTemplate()).sections().isPresent();
        if (number.isPresent() && hasSections) {
            chart(
                            CampaignFact.SECTION_CHART,
                            CampaignFact.RESULT,
                            "BĐTheoLĩnhVực",
                            "Cơ cấu theo lĩnh vực",
                            ChartKind.PIE)
                    .ifPresent(chart -> {
                        chart.setGrouping(ChartGrouping.SECTION);
                        addSeries(chart, number.get(), null, null);
                    });
        }
        if (number.isPresent() && facts.get(CampaignFact.PREVIOUS) instanceof Form previous) {
            chart(CampaignFact.PREVIOUS_CHART, CampaignFact.RESULT, "BĐKỳTrước", "So với kỳ trước", ChartKind.COLUMN)
                    .ifPresent(chart -> {
                        chart.setGrouping(hasSections ? ChartGrouping.SECTION : ChartGrouping.ROW);
                        addSeries(chart, number.get(), previous, period(previous, "Kỳ trước"));
                        addSeries(chart, number.get(), null, period(result, "Kỳ này"));
                    });
        }
    }

    private static String period(Form form, String otherwise) {
        return form.getPeriod() == null ? otherwise : form.getPeriod();
    }

    private Optional<Chart> chart(CampaignFact fact, CampaignFact of, String suffix, String title, ChartKind kind) {
        if (!(facts.get(of) instanceof Form form)) {
            return Optional.empty();
        }
        var chart = MODEL.createChart();
        chart.setName(campaign.getName() + "_" + suffix);
        chart.setTitle(title);
        chart.setKind(kind);
        chart.setForm(form);
        library.getElements().add(chart);
        put(fact, chart);
        return Optional.of(chart);
    }

    private static void addSeries(Chart chart, Column column, Form form, String title) {
        var series = MODEL.createChartSeries();
        series.setColumn(column);
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
