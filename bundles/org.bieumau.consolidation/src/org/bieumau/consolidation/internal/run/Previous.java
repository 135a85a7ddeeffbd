/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bieumau.consolidation.internal.merge.RowKey;
import org.bieumau.consolidation.internal.message.ConsolidationMessages;
import org.bieumau.consolidation.internal.plan.CampaignPlan;
import org.bieumau.consolidation.internal.plan.MergeRules;
import org.bieumau.consolidation.internal.status.Difference;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.text.VietnameseNumbers;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.Entry;
import org.bieumau.model.MergeFunction;
import org.bieumau.model.NumberValue;
import org.bieumau.model.Severity;

/** Compares consolidated figures with those of the last period (<i>so với</i>). */
final class Previous {

    private final CampaignPlan plan;
    private final MergeRules rules;
    private final Map<String, BigDecimal> before = new HashMap<>();

    Previous(CampaignPlan plan, MergeRules rules) {
        this.plan = plan;
        this.rules = rules;
        var form = plan.campaign().getPrevious();
        if (form == null
                || form.eIsProxy()
                || form.getTemplate() == null
                || form.getTemplate().eIsProxy()) {
            return;
        }
        var template = ResolvedTemplate.of(form.getTemplate());
        form.getEntries().forEach(entry -> add("", entry, template));
        form.getSections().forEach(section -> {
            var title = section.getTerm() != null ? section.getTerm().getTitle() : section.getTitle();
            section.getEntries().forEach(entry -> add(title == null ? "" : title, entry, template));
        });
    }

    private void add(String section, Entry entry, ResolvedTemplate template) {
        if (entry.getIndicator() == null) {
            return;
        }
        template.givenRows()
                .row(entry.getIndicator())
                .ifPresent(row -> entry.getCells().forEach(cell -> {
                    var leaf = template.column(cell.getColumn());
                    if (leaf.isPresent()
                            && cell.getValue() instanceof NumberValue number
                            && number.getNumber() != null) {
                        before.put(key(section, row.path(), leaf.get().name()), number.getNumber());
                    }
                }));
    }

    private static String key(String section, String path, String column) {
        return VietnameseText.fold(section) + "\t" + path + "\t" + column;
    }

    /** The rows of the consolidated form. */
    @FunctionalInterface
    interface Rows {

        void pass(Sink<MergedRow> sink) throws IOException;
    }

    void check(Rows rows, List<Difference> found) throws IOException {
        if (before.isEmpty()) {
            return;
        }
        rows.pass(merged -> {
            var row = merged.row();
            row.cells().forEach((column, value) -> {
                var old = before.get(key(row.section(), RowKey.of(row).given(), column));
                if (value.isNumber()
                        && old != null
                        && rules.function(column, row.given()) == MergeFunction.SUM
                        && isFar(old.abs(), value.number().abs())) {
                    found.add(Difference.of(
                            "CONS-PREVIOUS",
                            Severity.WARNING,
                            ConsolidationMessages.ALL.text(
                                    "CONS-PREVIOUS",
                                    row.title(),
                                    plan.template().columns().stream()
                                            .filter(leaf -> column.equals(leaf.name()))
                                            .map(leaf -> leaf.title())
                                            .findFirst()
                                            .orElse(column),
                                    VietnameseNumbers.format(value.number()),
                                    VietnameseNumbers.format(old)),
                            -1,
                            ""));
                }
            });
        });
    }

    private static boolean isFar(BigDecimal old, BigDecimal now) {
        return old.signum() != 0
                && (now.compareTo(old.multiply(BigDecimal.TEN)) >= 0
                        || now.multiply(BigDecimal.TEN).compareTo(old) <= 0);
    }
}
