/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.model.Aggregate;

/** Computes sums, counts and averages of columns, row by row. */
final class Tally {

    private final Aggregate[] wanted;
    private final BigDecimal[] sums;
    private final long[] counts;

    Tally(List<Leaf> columns, Function<Leaf, Aggregate> wanted) {
        this.wanted = columns.stream().map(wanted).toArray(Aggregate[]::new);
        sums = new BigDecimal[columns.size()];
        counts = new long[columns.size()];
        clear();
    }

    /** Returns whether any column has an aggregate. */
    boolean isWanted() {
        return Arrays.stream(wanted).anyMatch(aggregate -> aggregate != Aggregate.NONE);
    }

    void clear() {
        Arrays.fill(sums, BigDecimal.ZERO);
        Arrays.fill(counts, 0);
    }

    /** Counts a value. An empty text, such as that of a column that does not apply to the row, is not counted. */
    void count(Leaf column, Optional<Object> value) {
        var index = column.index();
        if (wanted[index] == Aggregate.NONE || value.isEmpty() || value.get().equals("")) {
            return;
        }
        counts[index]++;
        if (value.get() instanceof BigDecimal number) {
            sums[index] = sums[index].add(number);
        }
    }

    /** Returns the result of a column; empty if it has no aggregate, or for the average of no values. */
    Optional<BigDecimal> result(Leaf column) {
        var index = column.index();
        var count = BigDecimal.valueOf(counts[index]);
        return switch (wanted[index]) {
            case NONE -> Optional.empty();
            case SUM -> Optional.of(sums[index]);
            case COUNT -> Optional.of(count);
            case AVERAGE ->
                count.signum() == 0
                        ? Optional.empty()
                        : Optional.of(
                                sums[index].divide(count, MathContext.DECIMAL64).setScale(2, RoundingMode.HALF_UP));
        };
    }
}
