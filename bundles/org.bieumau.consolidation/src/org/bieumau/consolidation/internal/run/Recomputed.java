/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import org.bieumau.consolidation.internal.plan.MergeRules;
import org.bieumau.core.internal.expression.EvaluationException;
import org.bieumau.core.internal.resolved.Entries;
import org.bieumau.core.internal.resolved.Names;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.MergeFunction;

/** Fills columns that are computed again (<i>tính lại</i>) by the formula of the template (<i>bằng</i>). */
public final class Recomputed {

    /** Number of decimals of a rate. */
    private static final int DECIMALS = 2;

    private final ResolvedTemplate template;
    private final MergeRules rules;

    public Recomputed(ResolvedTemplate template, MergeRules rules) {
        this.template = template;
        this.rules = rules;
    }

    /** Adds the computed numbers to the rows of a form. */
    public void fill(Form form) {
        var names = Names.of(form);
        var entries = new ArrayList<>(form.getEntries());
        form.getSections().forEach(section -> entries.addAll(section.getEntries()));
        for (var leaf : template.columns()) {
            if (leaf.source().getExpected() == null || rules.function(leaf.name()) != MergeFunction.RECOMPUTE) {
                continue;
            }
            for (var entry : entries) {
                try {
                    if (Entries.expected(entry, leaf, template, names) instanceof BigDecimal number) {
                        add(entry, leaf, number);
                    }
                } catch (EvaluationException e) {
                    // A value that the formula needs is missing, so that there is nothing to show.
                }
            }
        }
    }

    private static void add(Entry entry, ResolvedTemplate.Leaf leaf, BigDecimal number) {
        var value = BieumauFactory.eINSTANCE.createNumberValue();
        var rounded = number.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        value.setNumber(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
        entry.getCells().removeIf(cell -> cell.getColumn() == leaf.source());
        var cell = BieumauFactory.eINSTANCE.createCell();
        cell.setColumn(leaf.source());
        cell.setValue(value);
        entry.getCells().add(cell);
    }
}
