/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.bieumau.consolidation.internal.plan.MergeRules;
import org.bieumau.consolidation.internal.unit.Unit;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.model.Aggregate;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Column;
import org.bieumau.model.ColumnGroup;
import org.bieumau.model.ColumnItem;
import org.bieumau.model.ColumnType;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Indicator;
import org.bieumau.model.MergeFunction;
import org.bieumau.model.Orientation;
import org.bieumau.model.PaperSize;
import org.bieumau.model.Position;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Makes the templates of forms that have a column or a row for each unit. */
final class UnitTemplates {

    /** Name of the column with the names of the units. */
    static final String UNIT = "đơnVị";
    /** Name of the columns with the merged values. */
    static final String TOTAL = "tổngCộng";

    private static final BieumauFactory FACTORY = BieumauFactory.eINSTANCE;

    private final ResolvedTemplate source;
    private final MergeRules rules;
    private final List<Leaf> values;

    UnitTemplates(ResolvedTemplate source, MergeRules rules) {
        this.source = source;
        this.rules = rules;
        values = source.columns().stream()
                .filter(leaf -> leaf.name() != null && isValue(leaf))
                .toList();
    }

    private boolean isValue(Leaf leaf) {
        return switch (leaf.type()) {
            case ORDINAL, MEASURE, CODE, COMPUTED -> false;
            default -> source.titleColumn().filter(leaf::equals).isEmpty();
        };
    }

    /** Returns the name of the column for a value of a unit. */
    String ofUnit(int unit, String column) {
        return "đv" + (unit + 1) + "_" + column;
    }

    /** Returns the name of the column for the merged values of a column. */
    String ofTotal(String column) {
        return TOTAL + "_" + column;
    }

    /** Returns the name of the column for a value of a printed row; the row may be empty. */
    String ofRow(String given, String column) {
        return given.isEmpty() ? column : given.replace('.', '_') + "_" + column;
    }

    private FormTemplate begin(String suffix) {
        var template = FACTORY.createFormTemplate();
        template.setName(source.template().getName() + suffix);
        template.setTitle(source.title());
        template.setPaper(PaperSize.A3);
        template.setOrientation(Orientation.LANDSCAPE);
        if (!source.measureUnit().isEmpty()) {
            template.setMeasureUnit(source.measureUnit());
        }
        return template;
    }

    private static Column column(String name, String title, ColumnType type) {
        var column = FACTORY.createColumn();
        column.setName(name);
        column.setTitle(title);
        column.setType(type);
        return column;
    }

    private Column value(String name, String title, Leaf leaf) {
        var function = rules.function(leaf.name());
        var column = column(name, title, function == MergeFunction.COUNT ? ColumnType.NUMBER : leaf.type());
        column.setVocabulary(leaf.source().getVocabulary());
        return column;
    }

    /** Returns a column, or a group of columns if there are several values. */
    private ColumnItem group(String name, String title, List<Column> columns) {
        if (columns.size() == 1) {
            columns.getFirst().setTitle(title);
            return columns.getFirst();
        }
        var group = FACTORY.createColumnGroup();
        group.setName(name);
        group.setTitle(title);
        group.getItems().addAll(columns);
        return group;
    }

    /** Returns a template with the printed rows of the form and a column, or group of columns, for each unit. */
    FormTemplate columnPerUnit(List<Unit> units) {
        var template = begin("_TheoĐơnVị");
        var labels = new IdentityHashMap<Column, Column>();
        for (var leaf : source.columns()) {
            if (!values.contains(leaf) && leaf.type() != ColumnType.COMPUTED) {
                var copy = column(leaf.name(), leaf.title(), leaf.type());
                copy.setWidth(leaf.source().getWidth());
                labels.put(leaf.source(), copy);
                template.getItems().add(copy);
            }
        }
        for (var unit : units) {
            template.getItems()
                    .add(group(
                            "đv" + (unit.index() + 1),
                            unit.title(),
                            new ArrayList<>(values.stream()
                                    .map(leaf -> value(ofUnit(unit.index(), leaf.name()), leaf.title(), leaf))
                                    .toList())));
        }
        var totals = new ArrayList<>(values.stream()
                .filter(leaf -> rules.function(leaf.name()) == MergeFunction.SUM)
                .map(leaf -> value(ofTotal(leaf.name()), leaf.title(), leaf))
                .toList());
        if (!totals.isEmpty()) {
            template.getItems().add(group(TOTAL, "Tổng cộng", totals));
        }
        source.sections().ifPresent(spec -> template.setSections(EcoreUtil.copy(spec)));
        for (var block : source.givenRows().blocks()) {
            var list = FACTORY.createIndicatorList();
            list.setTerm(block.source().getTerm());
            list.setSectionTitle(block.source().getSectionTitle());
            list.setExtensible(block.source().isExtensible());
            block.rows().forEach(row -> list.getIndicators().add(indicator(row, labels)));
            template.getIndicatorLists().add(list);
        }
        return template;
    }

    private static Indicator indicator(GivenRow row, Map<Column, Column> labels) {
        var indicator = FACTORY.createIndicator();
        indicator.setName(row.source().getName());
        indicator.setOrdinal(row.ordinal().isEmpty() ? null : row.ordinal());
        indicator.setTitle(row.title());
        indicator.setHeading(row.source().isHeading());
        indicator.setExtensible(row.source().isExtensible());
        indicator.setMeasureUnit(row.source().getMeasureUnit());
        indicator.setCode(row.source().getCode());
        row.source().getCells().stream()
                .filter(cell -> labels.containsKey(cell.getColumn()))
                .forEach(cell -> {
                    var copy = EcoreUtil.copy(cell);
                    copy.setColumn(labels.get(cell.getColumn()));
                    indicator.getCells().add(copy);
                });
        row.children().forEach(child -> indicator.getIndicators().add(indicator(child, labels)));
        return indicator;
    }

    /** Returns the form with a column for the name of the unit, after the label of the row. */
    FormTemplate stacked(String unitTitle) {
        var template = FACTORY.createFormTemplate();
        template.setName(source.template().getName() + "_ĐơnVị");
        template.setBase(source.template());
        ColumnItem anchor =
                source.titleColumn().orElseGet(() -> source.columns().getLast()).source();
        while (anchor.eContainer() instanceof ColumnGroup group) {
            anchor = group;
        }
        var added = FACTORY.createAddItem();
        added.setPosition(Position.AFTER);
        added.setAnchor(anchor);
        added.setItem(column(UNIT, unitTitle, ColumnType.TEXT));
        template.getChanges().add(added);
        return template;
    }

    /** Returns a template with a row for each unit; printed rows of the form become groups of columns. */
    FormTemplate rowPerUnit(String unitTitle) {
        var template = begin("_MỗiĐơnVịMộtDòng");
        template.getItems().add(column("stt", "STT", ColumnType.ORDINAL));
        template.getItems().add(column(UNIT, unitTitle, ColumnType.TEXT));
        var given = source.givenRows().all().stream()
                .filter(row -> !row.source().isHeading())
                .toList();
        if (given.isEmpty()) {
            values.forEach(leaf -> template.getItems().add(total(value(leaf.name(), leaf.title(), leaf), "", leaf)));
        }
        for (var row : given) {
            template.getItems()
                    .add(group(
                            row.path().replace('.', '_'),
                            String.join(" / ", row.titles()),
                            new ArrayList<>(values.stream()
                                    .map(leaf -> total(
                                            value(ofRow(row.path(), leaf.name()), leaf.title(), leaf),
                                            row.path(),
                                            leaf))
                                    .toList())));
        }
        return template;
    }

    private Column total(Column column, String given, Leaf leaf) {
        if (rules.function(leaf.name(), given) == MergeFunction.SUM) {
            column.setAggregate(Aggregate.SUM);
        }
        return column;
    }
}
