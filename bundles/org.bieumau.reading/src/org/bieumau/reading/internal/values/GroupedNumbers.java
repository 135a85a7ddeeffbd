/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.values;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.internal.value.NumberStyle;
import org.bieumau.reading.internal.grid.GridCell;
import org.jspecify.annotations.Nullable;

/**
 * Finds what contradicts the Vietnamese style of numbers such as <code>2.465</code>, which would be two and a fraction
 * in the other style. A table in which nothing contradicts it is the usual one of an office.
 */
final class GroupedNumbers {

    private static final Pattern UNGROUPED = Pattern.compile("\\d{4,}");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");

    private final Map<Leaf, List<GridCell>> values;
    private final Map<Leaf, List<GridCell>> totals;
    private final StyleEvidence formulas;
    /** Whether some column contradicts the style; null until it is asked for. */
    private @Nullable Boolean isTableContradictory;

    GroupedNumbers(Map<Leaf, List<GridCell>> values, Map<Leaf, List<GridCell>> totals, StyleEvidence formulas) {
        this.values = values;
        this.totals = totals;
        this.formulas = formulas;
    }

    private boolean isTableContradictory() {
        if (isTableContradictory == null) {
            isTableContradictory = values.keySet().stream()
                    .filter(leaf -> !ColumnStyles.isDate(leaf))
                    .anyMatch(leaf -> areOtherwise(ColumnStyles.texts(ColumnStyles.all(values, totals, leaf))));
        }
        return isTableContradictory;
    }

    /** Returns whether something contradicts the Vietnamese style of the numbers of a column. */
    boolean isContradicted(Leaf leaf) {
        var cells = ColumnStyles.all(values, totals, leaf);
        return isTableContradictory()
                || isRate(leaf, cells)
                || cells.stream().anyMatch(GroupedNumbers::hasFraction)
                || isSumWrong(values.get(leaf), totals.getOrDefault(leaf, List.of()))
                || formulas.contradicts(leaf, NumberStyle.VIETNAMESE);
    }

    /** Returns whether a column has numbers of the other style, or writes thousands without groups. */
    private static boolean areOtherwise(List<String> texts) {
        return texts.stream().anyMatch(GroupedNumbers::isForeign)
                || texts.stream().anyMatch(UNGROUPED.asMatchPredicate())
                        && !texts.stream().allMatch(YEAR.asMatchPredicate());
    }

    private static boolean isForeign(String text) {
        return NumberStyle.ENGLISH.read(text).isPresent()
                && (NumberStyle.VIETNAMESE.read(text).isEmpty()
                        || ColumnStyles.isOpen(text) && ColumnStyles.hasThreeDecimals(NumberStyle.VIETNAMESE, text));
    }

    /** Returns whether a column has percentages, which do not reach thousands. */
    private static boolean isRate(Leaf leaf, List<GridCell> cells) {
        var title = VietnameseText.fold(leaf.title());
        return title.contains("%")
                || title.matches("t[yi] le\\b.*")
                || cells.stream().anyMatch(cell -> cell.text().endsWith("%"));
    }

    /** Returns whether the file stores a number with decimals, which a column of thousands rarely has. */
    private static boolean hasFraction(GridCell cell) {
        return cell.stored() instanceof BigDecimal number
                && number.stripTrailingZeros().scale() > 0;
    }

    /** Returns whether a column has totals but neither one of the whole column nor those of its sections are right. */
    private static boolean isSumWrong(List<GridCell> values, List<GridCell> totals) {
        var sum = ColumnStyles.sum(values, NumberStyle.VIETNAMESE);
        Predicate<BigDecimal> isSum =
                number -> sum.filter(each -> each.compareTo(number) == 0).isPresent();
        return !totals.isEmpty()
                && Stream.concat(
                                totals.stream().flatMap(total -> total.number(NumberStyle.VIETNAMESE).stream()),
                                ColumnStyles.sum(totals, NumberStyle.VIETNAMESE).stream())
                        .noneMatch(isSum);
    }
}
