/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.plan;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.ColumnGroup;
import org.bieumau.model.MergeFunction;

/** What becomes of the values of each column. Rates and averages are never summed. */
public final class MergeRules {

    private static final Pattern RATE = Pattern.compile(
            "%|\\bt[yi] (?:le|trong|suat)\\b|\\bbinh quan\\b|\\btrung binh\\b|\\bchi so\\b|\\bco cau\\b");

    private final Map<String, MergeFunction> functions = new LinkedHashMap<>();
    private final Set<String> openRates = new HashSet<>();
    private final Set<String> rateRows = new HashSet<>();

    public MergeRules(CampaignPlan plan) {
        for (var leaf : plan.template().columns()) {
            if (leaf.name() != null) {
                functions.put(leaf.name(), function(leaf, plan));
            }
        }
        plan.template().givenRows().all().stream().filter(MergeRules::isRate).forEach(row -> rateRows.add(row.path()));
    }

    private MergeFunction function(Leaf leaf, CampaignPlan plan) {
        var said = plan.campaign().getColumnMerges().stream()
                .filter(merge -> merge.getColumn() == leaf.source())
                .findFirst();
        if (said.isPresent() && said.get().getFunction() != MergeFunction.NONE) {
            return said.get().getFunction();
        }
        return switch (leaf.type()) {
            case NUMBER, MONEY -> {
                if (!isRate(leaf, plan.template())) {
                    yield MergeFunction.SUM;
                }
                if (leaf.source().getExpected() != null) {
                    yield MergeFunction.RECOMPUTE;
                }
                openRates.add(leaf.name());
                yield MergeFunction.NONE;
            }
            case COMPUTED -> MergeFunction.RECOMPUTE;
            case DATE, CHOICE, MARK, CODE, MEASURE -> MergeFunction.EQUAL;
            case TEXT, PROSE -> MergeFunction.JOIN;
            case ORDINAL -> MergeFunction.NONE;
        };
    }

    private static boolean isRate(Leaf leaf, ResolvedTemplate template) {
        var title = new StringBuilder(leaf.title());
        for (var each = leaf.source().eContainer(); each instanceof ColumnGroup group; each = each.eContainer()) {
            title.append('\n').append(group.getTitle());
        }
        return isRate(title.toString()) || isRate(template.measureUnit());
    }

    private static boolean isRate(GivenRow row) {
        var unit = row.source().getMeasureUnit();
        return isRate(row.title()) || unit != null && isRate(unit);
    }

    private static boolean isRate(String text) {
        return RATE.matcher(VietnameseText.fold(text)).find();
    }

    /** Returns the function of a column. */
    public MergeFunction function(String column) {
        return functions.getOrDefault(column, MergeFunction.NONE);
    }

    /** Returns the function of a cell: numbers of a row of rates are kept only if they are equal. */
    public MergeFunction function(String column, String given) {
        var function = function(column);
        return function == MergeFunction.SUM && rateRows.contains(given) ? MergeFunction.EQUAL : function;
    }

    /** Returns whether all values of a cell are needed to merge them. */
    public boolean keepsAll(String column, String given) {
        var function = function(column, given);
        return function == MergeFunction.JOIN || function == MergeFunction.EQUAL;
    }

    /** Returns the columns of rates for which the campaign must say what becomes of them. */
    public List<String> openRates() {
        return openRates.stream().sorted().toList();
    }

    public boolean isRateRow(String given) {
        return rateRows.contains(given);
    }
}
