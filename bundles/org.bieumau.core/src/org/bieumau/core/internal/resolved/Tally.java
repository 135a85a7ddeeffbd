/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.model.Aggregate;

/** Computes the rows of totals of a form: sums, counts and averages of columns, row by row. */
public final class Tally {

    /** The name of the row of totals. */
    public static final String TOTAL = "Tổng cộng";
    /** The name of the row of totals of a section. */
    public static final String SUBTOTAL = "Cộng";

    /** Number of decimals to which a mean is rounded, if the numbers do not have more. */
    private static final int FEWEST_DECIMALS = 2;
    /** Number of decimals to which a mean is rounded, even if the numbers have more, as thirds do. */
    private static final int MOST_DECIMALS = 6;

    private final ResolvedTemplate template;
    private final Aggregate[] wanted;
    private final BigDecimal[] sums;
    private final long[] counts;
    /** Number of decimals of the mean, by column. */
    private final int[] scales;

    private Tally(ResolvedTemplate template, Function<Leaf, Aggregate> wanted) {
        this.template = template;
        List<Leaf> columns = template.columns();
        this.wanted = columns.stream().map(wanted).toArray(Aggregate[]::new);
        sums = new BigDecimal[columns.size()];
        counts = new long[columns.size()];
        scales = new int[columns.size()];
        clear();
    }

    /** Returns a tally of the whole form. */
    public static Tally ofForm(ResolvedTemplate template) {
        return new Tally(template, column -> column.source().getAggregate());
    }

    /** Returns a tally of a section. */
    public static Tally ofSection(ResolvedTemplate template) {
        return new Tally(template, column -> column.source().getSubtotal());
    }

    /** Returns the column that names the row of totals: the title column, or else the first one without a total. */
    public Leaf label() {
        return Stream.concat(template.titleColumn().stream(), template.columns().stream())
                .filter(column -> !isWanted(column))
                .findFirst()
                .orElseGet(() -> template.columns().getFirst());
    }

    /** Returns whether any column has an aggregate. */
    public boolean isWanted() {
        return Arrays.stream(wanted).anyMatch(aggregate -> aggregate != Aggregate.NONE);
    }

    /** Returns whether a column has an aggregate. */
    public boolean isWanted(Leaf column) {
        return wanted[column.index()] != Aggregate.NONE;
    }

    /** Starts again, for the next section. */
    public void clear() {
        Arrays.fill(sums, BigDecimal.ZERO);
        Arrays.fill(counts, 0);
        Arrays.fill(scales, FEWEST_DECIMALS);
    }

    /** Counts the value of a cell that shows one. */
    public void count(Leaf column, Optional<Object> value) {
        var index = column.index();
        if (wanted[index] == Aggregate.NONE || value.isEmpty()) {
            return;
        }
        counts[index]++;
        if (value.get() instanceof BigDecimal number) {
            sums[index] = sums[index].add(number);
            scales[index] = Math.clamp(number.stripTrailingZeros().scale(), scales[index], MOST_DECIMALS);
        }
    }

    /** Returns the result of a column; empty if it has no aggregate, or for the average of no values. */
    public Optional<BigDecimal> result(Leaf column) {
        var index = column.index();
        var count = BigDecimal.valueOf(counts[index]);
        return switch (wanted[index]) {
            case NONE -> Optional.empty();
            case SUM -> Optional.of(sums[index]);
            case COUNT -> Optional.of(count);
            case AVERAGE ->
                count.signum() == 0
                        ? Optional.empty()
                        : Optional.of(sums[index].divide(count, scales[index], RoundingMode.HALF_UP));
        };
    }
}
