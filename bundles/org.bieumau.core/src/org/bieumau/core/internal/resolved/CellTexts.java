/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.eclipse.emf.ecore.EObject;

/** Formats the cells of a row as text. */
public final class CellTexts {

    private CellTexts() {}

    /**
     * Returns the text shown in a cell; an empty string for an empty cell.
     *
     * @throws IllegalArgumentException if the row does not belong to a form with a template, or there is no such column
     */
    public static String text(Entry row, String column) {
        EObject form = row;
        while (form != null && !(form instanceof Form)) {
            form = form.eContainer();
        }
        if (!(form instanceof Form owner)
                || owner.getTemplate() == null
                || owner.getTemplate().eIsProxy()) {
            throw new IllegalArgumentException("The row does not belong to a form with a template.");
        }
        var template = ResolvedTemplate.of(owner.getTemplate());
        var leaf = template.columns().stream()
                .filter(each -> column.equals(each.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no column " + column + "."));
        return text(row, leaf, template, owner);
    }

    private static String text(Entry row, Leaf column, ResolvedTemplate template, Form form) {
        var value = column.type() == ColumnType.COMPUTED
                ? Entries.shown(row, column, template, Names.of(form))
                : Entries.value(row, column, template).filter(Entries::isFilled).map(Entries::plain);
        return value.map(Evaluator::print).orElse("");
    }
}
