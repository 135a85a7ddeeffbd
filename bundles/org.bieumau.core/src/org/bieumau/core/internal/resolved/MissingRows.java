/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.Indicator;
import org.eclipse.emf.ecore.EObject;

/**
 * Rows of one list that are printed with a form and have required columns, but are not filled in.
 *
 * @param place the form, or the section of a template whose rows are printed in each section
 * @param rows the rows, in the order of the template
 */
public record MissingRows(EObject place, List<GivenRow> rows) {

    /** Returns the missing rows of a form, without lists that are complete. */
    public static List<MissingRows> of(Form form, ResolvedTemplate template) {
        var found = new ArrayList<MissingRows>();
        var sections = Applicable.sections(form);
        for (var block : template.givenRows().blocks()) {
            if (block.section().isEmpty()
                    && !sections.isEmpty()
                    && template.sections().isPresent()) {
                sections.forEach(
                        section -> found.add(of(section, block.rows(), filled(Applicable.entries(section)), template)));
            } else {
                found.add(of(form, block.rows(), filled(Applicable.entries(form)), template));
            }
        }
        return found.stream().filter(missing -> !missing.rows().isEmpty()).toList();
    }

    private static MissingRows of(
            EObject place, List<GivenRow> rows, Set<Indicator> filled, ResolvedTemplate template) {
        var missing = new ArrayList<GivenRow>();
        collect(rows, filled, template, missing);
        return new MissingRows(place, missing);
    }

    private static Set<Indicator> filled(List<Entry> entries) {
        return entries.stream().map(Entry::getIndicator).collect(Collectors.toSet());
    }

    private static void collect(
            List<GivenRow> rows, Set<Indicator> filled, ResolvedTemplate template, List<GivenRow> missing) {
        for (var row : rows) {
            if (!row.source().isHeading() && !filled.contains(row.source()) && isRequired(row, template)) {
                missing.add(row);
            }
            collect(row.children(), filled, template, missing);
        }
    }

    private static boolean isRequired(GivenRow row, ResolvedTemplate template) {
        return template.columns().stream()
                .anyMatch(column -> column.source().isRequired()
                        && column.source().getCondition() == null
                        && column.source().getDefaultValue() == null
                        && column.type() != ColumnType.ORDINAL
                        && column.type() != ColumnType.COMPUTED
                        && Entries.printed(row, column, template).isEmpty());
    }
}
