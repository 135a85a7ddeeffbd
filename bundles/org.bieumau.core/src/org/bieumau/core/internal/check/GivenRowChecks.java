/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.check;

import static org.bieumau.model.BieumauPackage.Literals.ENTRY__INDICATOR;
import static org.bieumau.model.BieumauPackage.Literals.ENTRY__PARENT;
import static org.bieumau.model.BieumauPackage.Literals.ENTRY__TITLE;
import static org.bieumau.model.BieumauPackage.Literals.INDICATOR__CODE;
import static org.bieumau.model.BieumauPackage.Literals.INDICATOR__MEASURE_UNIT;
import static org.bieumau.model.BieumauPackage.Literals.NAMED__NAME;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bieumau.core.internal.resolved.Applicable;
import org.bieumau.core.internal.resolved.Entries;
import org.bieumau.core.internal.resolved.FormRows;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.resolved.MissingRows;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.problem.Finding;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Indicator;
import org.bieumau.model.IndicatorList;
import org.bieumau.model.Section;
import org.bieumau.model.Severity;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Checks the rows that are printed with a form: in its template, and as they are filled in. */
public final class GivenRowChecks {

    /** Maximum number of rows that a message lists. */
    private static final int NAMED = 5;

    private final ResolvedTemplate template;
    private final Consumer<Finding> report;

    public GivenRowChecks(ResolvedTemplate template, Consumer<Finding> report) {
        this.template = template;
        this.report = report;
    }

    // The template

    /** Checks the rows that a template declares itself; those of its bases are checked there. */
    public void checkTemplate() {
        var own = template.template();
        var rows = template.givenRows().all().stream()
                .filter(row -> container(row.source()) == own)
                .toList();
        if (!rows.isEmpty() && template.titleColumn().isEmpty()) {
            error("INDICATOR-LABEL", rows.getFirst().source(), NAMED__NAME, own.getName());
        }
        if (own.getBase() == null && !own.getIndicatorChanges().isEmpty()) {
            error("INDICATOR-NO-BASE", own.getIndicatorChanges().getFirst(), null);
        }
        var columns = template.columns().stream().map(Leaf::name).collect(Collectors.toSet());
        var paths = new HashSet<String>();
        template.givenRows().all().stream()
                .filter(row -> container(row.source()) != own)
                .forEach(row -> paths.add(row.path()));
        for (var row : rows) {
            if (!paths.add(row.path())) {
                error("INDICATOR-DUPLICATE", row.source(), NAMED__NAME, row.path());
            }
            if (columns.contains(row.source().getName())) {
                error(
                        "INDICATOR-COLUMN",
                        row.source(),
                        NAMED__NAME,
                        row.source().getName());
            }
            checkColumn(row, ColumnType.MEASURE, INDICATOR__MEASURE_UNIT);
            checkColumn(row, ColumnType.CODE, INDICATOR__CODE);
        }
    }

    /** Warns about a unit or code that no column prints. */
    private void checkColumn(GivenRow row, ColumnType type, EStructuralFeature feature) {
        if (row.source().eIsSet(feature) && template.columns().stream().noneMatch(column -> column.type() == type)) {
            report.accept(Finding.of(
                    "INDICATOR-NO-COLUMN",
                    Severity.WARNING,
                    row.source(),
                    feature,
                    row.source().eGet(feature),
                    type.getLiteral()));
        }
    }

    private static FormTemplate container(EObject element) {
        var each = element;
        while (each != null && !(each instanceof FormTemplate)) {
            each = each.eContainer();
        }
        return (FormTemplate) each;
    }

    // The form

    /** Checks which rows a form fills in and adds. */
    void checkForm(Form form) {
        if (form.getDataSource() != null) {
            if (!template.givenRows().isEmpty()) {
                error("INDICATOR-DATA", form.getDataSource(), null);
            }
            return;
        }
        var filled = new HashSet<Indicator>();
        checkTwice(Applicable.plainEntries(form), filled);
        var sections = Applicable.sections(form);
        for (var section : sections) {
            checkTwice(Applicable.entries(section), new HashSet<>(filled));
        }
        MissingRows.of(form, template).forEach(missing -> tellMissing(missing, form));
    }

    private void checkTwice(List<Entry> entries, Set<Indicator> filled) {
        for (var entry : entries) {
            var indicator = entry.getIndicator();
            if (indicator != null && !indicator.eIsProxy() && !filled.add(indicator)) {
                error("FORM-INDICATOR-TWICE", entry, ENTRY__INDICATOR, path(indicator));
            }
        }
    }

    /** Reports, in one finding, all rows with required columns that the form does not fill in. */
    private void tellMissing(MissingRows missing, Form form) {
        var section = missing.place() instanceof Section each ? each : null;
        var paths = missing.rows().stream().limit(NAMED).map(GivenRow::path).collect(Collectors.joining(", "));
        error(
                "FORM-INDICATOR-MISSING",
                missing.place(),
                section == null ? NAMED__NAME : null,
                missing.rows().size(),
                missing.rows().size() > NAMED ? paths + ", …" : paths,
                section == null ? form.getName() : FormRows.name(section));
    }

    // Its rows

    /** Checks the place and the cells of a row, as far as printed rows determine them. */
    void check(Entry entry) {
        if (entry.getIndicator() != null) {
            template.givenRows().row(entry.getIndicator()).ifPresent(row -> checkCells(entry, row));
        } else if (!isAllowed(entry)) {
            var parent = entry.getParent();
            error(
                    "FORM-ROW-ADDED",
                    entry,
                    parent != null ? ENTRY__PARENT : ENTRY__TITLE,
                    parent != null ? path(parent) : template.template().getName());
        }
    }

    private void checkCells(Entry entry, GivenRow row) {
        for (var cell : entry.getCells()) {
            var column = cell.getColumn() == null
                    ? null
                    : template.column(cell.getColumn()).orElse(null);
            if (column == null) {
                continue;
            }
            if (row.source().isHeading()) {
                error("FORM-HEADING", cell, null, row.title());
            } else if (Entries.printed(row, column, template).isPresent()) {
                error("FORM-PRINTED", cell, null, column.title(), row.title());
            }
        }
    }

    /** Returns whether the template allows a row of the form at its place. */
    private boolean isAllowed(Entry entry) {
        var rows = template.givenRows();
        if (entry.getParent() != null) {
            return entry.getParent().eIsProxy() || entry.getParent().isExtensible();
        }
        return rows.isEmpty()
                || rows.blocks().stream().map(block -> block.source()).anyMatch(IndicatorList::isExtensible)
                || entry.eContainer() instanceof Section section
                        && rows.blocks().stream()
                                .allMatch(block -> block.section().isPresent()
                                        && block.source().getTerm() != section.getTerm());
    }

    private String path(Indicator indicator) {
        return template.givenRows()
                .row(indicator)
                .map(GivenRow::path)
                .orElse(indicator.getName() == null ? "" : indicator.getName());
    }

    private void error(String code, EObject element, EStructuralFeature feature, Object... arguments) {
        report.accept(Finding.of(code, Severity.ERROR, element, feature, arguments));
    }
}
