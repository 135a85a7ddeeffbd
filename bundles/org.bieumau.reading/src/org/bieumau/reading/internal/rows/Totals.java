/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.model.Aggregate;

/**
 * Sums, averages and counts of the columns, to check the totals in a file. A table that continues another one may end
 * with the total of both.
 */
final class Totals {

    /** The values of a column so far. */
    private static final class Tally {

        private BigDecimal sum = BigDecimal.ZERO;
        private int numbers;
        private int filled;

        void count(BigDecimal number) {
            filled++;
            if (number != null) {
                sum = sum.add(number);
                numbers++;
            }
        }

        /** Returns the values of two tables. */
        Tally with(Tally other) {
            var both = new Tally();
            both.sum = sum.add(other.sum);
            both.numbers = numbers + other.numbers;
            both.filled = filled + other.filled;
            return both;
        }

        BigDecimal result(Aggregate aggregate) {
            return switch (aggregate) {
                case NONE, SUM -> sum;
                case COUNT -> BigDecimal.valueOf(filled);
                case AVERAGE ->
                    numbers == 0 ? BigDecimal.ZERO : sum.divide(BigDecimal.valueOf(numbers), MathContext.DECIMAL64);
            };
        }
    }

    private final Map<Leaf, Tally> all = new HashMap<>();
    private final Map<Leaf, Tally> ofSection = new HashMap<>();
    private final Map<Leaf, Tally> before = new HashMap<>();

    /** Begins the next table of the same form. */
    void beginTable() {
        all.forEach((leaf, tally) -> before.merge(leaf, tally, Tally::with));
        all.clear();
        ofSection.clear();
    }

    void beginSection() {
        ofSection.clear();
    }

    /**
     * Counts a filled cell.
     *
     * @param number its number; null if it has none
     */
    void count(Leaf leaf, BigDecimal number) {
        all.computeIfAbsent(leaf, key -> new Tally()).count(number);
        ofSection.computeIfAbsent(leaf, key -> new Tally()).count(number);
    }

    /** Returns the total of a column: the sum, unless the template asks for another aggregate. */
    BigDecimal expected(Leaf leaf) {
        return all.getOrDefault(leaf, new Tally()).result(leaf.source().getAggregate());
    }

    /** Returns whether a number is the total of a column, in the section, in the table, or in all tables so far. */
    boolean isExpected(Leaf leaf, BigDecimal number) {
        return results(leaf).stream()
                .anyMatch(result -> result.setScale(Math.max(number.scale(), 0), RoundingMode.HALF_UP)
                                .compareTo(number)
                        == 0);
    }

    private List<BigDecimal> results(Leaf leaf) {
        var results = new ArrayList<BigDecimal>();
        var table = all.getOrDefault(leaf, new Tally());
        var earlier = before.get(leaf);
        Stream.of(table, ofSection.getOrDefault(leaf, new Tally()), earlier == null ? table : earlier.with(table))
                .forEach(tally -> {
                    results.add(tally.result(leaf.source().getAggregate()));
                    results.add(tally.result(leaf.source().getSubtotal()));
                });
        return results;
    }
}
