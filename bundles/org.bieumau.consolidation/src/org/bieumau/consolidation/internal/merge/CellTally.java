/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.merge;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bieumau.consolidation.internal.record.Datum;
import org.bieumau.model.MergeFunction;
import org.bieumau.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** The values of one cell in all returns. Merging is associative and commutative, since decimals are exact. */
public final class CellTally implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A number and where it is; of equal numbers the first one counts. */
    record Ranked(BigDecimal number, Order order) implements Serializable {}

    /** A date or number and where it is. */
    record Extreme(Datum value, Order order) implements Serializable {}

    private final boolean keepsAll;
    private BigDecimal sum = BigDecimal.ZERO;
    private int numbers;
    private int nonZero;
    private int filled;
    private @Nullable Ranked largest;
    private @Nullable Ranked second;
    private @Nullable Extreme least;
    private @Nullable Extreme greatest;
    private final TreeMap<Order, Datum> all = new TreeMap<>();
    private final TreeMap<String, Order> distinct = new TreeMap<>();

    /** @param keepsAll whether all values are needed, as for texts that are joined */
    CellTally(boolean keepsAll) {
        this.keepsAll = keepsAll;
    }

    void add(Datum value, Order order) {
        filled++;
        if (value.isNumber()) {
            var number = value.number();
            sum = sum.add(number);
            numbers++;
            nonZero += number.signum() == 0 ? 0 : 1;
            rank(new Ranked(number.abs(), order));
        }
        if (value.isNumber() || value.kind() == Datum.Kind.DATE) {
            extreme(new Extreme(value, order));
        }
        if (keepsAll) {
            all.put(order, value);
            distinct.merge(value.kind() + "\t" + value.text(), order, Order::first);
        }
    }

    private void rank(@Nullable Ranked ranked) {
        if (ranked == null) {
            return;
        }
        if (largest == null || isBefore(ranked, largest)) {
            second = largest;
            largest = ranked;
        } else if (second == null || isBefore(ranked, second)) {
            second = ranked;
        }
    }

    private static boolean isBefore(Ranked one, Ranked other) {
        var order = one.number().compareTo(other.number());
        return order != 0 ? order > 0 : one.order().compareTo(other.order()) < 0;
    }

    private void extreme(@Nullable Extreme each) {
        if (each == null) {
            return;
        }
        if (least == null || compare(each, least) < 0) {
            least = each;
        }
        if (greatest == null || compare(each, greatest) > 0) {
            greatest = each;
        }
    }

    /** Numbers and dates do not mix in one column, but must be ordered all the same. */
    private static int compare(Extreme one, Extreme other) {
        var kind = one.value().kind().compareTo(other.value().kind());
        if (kind != 0) {
            return kind;
        }
        var order = one.value().isNumber()
                ? one.value().number().compareTo(other.value().number())
                : PartialDate.valueOf(one.value().text())
                        .earliest()
                        .compareTo(PartialDate.valueOf(other.value().text()).earliest());
        return order != 0 ? order : one.value().text().compareTo(other.value().text());
    }

    void merge(CellTally other) {
        sum = sum.add(other.sum);
        numbers += other.numbers;
        nonZero += other.nonZero;
        filled += other.filled;
        rank(other.largest);
        rank(other.second);
        extreme(other.least);
        extreme(other.greatest);
        all.putAll(other.all);
        other.distinct.forEach((value, order) -> distinct.merge(value, order, Order::first));
    }

    /** Returns the merged value; empty if there is none, or the values differ and must be equal. */
    public Optional<Datum> result(MergeFunction function, TextJoiner joiner) {
        return switch (function) {
            case SUM -> numbers == 0 ? Optional.empty() : Optional.of(Datum.of(sum));
            case MINIMUM -> Optional.ofNullable(valueOf(least));
            case MAXIMUM -> Optional.ofNullable(valueOf(greatest));
            case COUNT -> filled == 0 ? Optional.empty() : Optional.of(Datum.of(BigDecimal.valueOf(filled)));
            case EQUAL -> distinct.size() == 1 ? Optional.of(all.firstEntry().getValue()) : Optional.empty();
            case JOIN -> all.isEmpty() ? Optional.empty() : Optional.of(joiner.join(all));
            case RECOMPUTE, NONE -> Optional.empty();
        };
    }

    /** Joins the texts of several units. */
    @FunctionalInterface
    public interface TextJoiner {

        Datum join(SortedMap<Order, Datum> texts);
    }

    /** Returns all values, if they were kept. */
    public Map<Order, Datum> all() {
        return Collections.unmodifiableMap(all);
    }

    /** Returns whether several different values were kept. */
    public boolean differs() {
        return distinct.size() > 1;
    }

    /** Returns the value that differs from the first one, with its place. */
    public Optional<Map.Entry<Order, Datum>> firstOther() {
        return all.entrySet().stream()
                .filter(each -> !each.getValue().equals(all.firstEntry().getValue()))
                .findFirst();
    }

    public BigDecimal sum() {
        return sum;
    }

    /** Returns whether there are values without numbers among them. */
    public boolean hasTexts() {
        return filled > numbers;
    }

    /** Returns the number of numbers other than 0. */
    public int nonZero() {
        return nonZero;
    }

    /** Returns the place of the number with the greatest absolute value if it is more than so many times all others. */
    public Optional<Order> outlier(BigDecimal times) {
        return largest != null
                        && second != null
                        && second.number().signum() > 0
                        && largest.number().compareTo(second.number().multiply(times)) >= 0
                ? Optional.of(largest.order())
                : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CellTally tally
                && sum.compareTo(tally.sum) == 0
                && numbers == tally.numbers
                && nonZero == tally.nonZero
                && filled == tally.filled
                && Objects.equals(largest, tally.largest)
                && Objects.equals(second, tally.second)
                && Objects.equals(valueOf(least), valueOf(tally.least))
                && Objects.equals(valueOf(greatest), valueOf(tally.greatest))
                && all.equals(tally.all)
                && distinct.equals(tally.distinct);
    }

    private static @Nullable Datum valueOf(@Nullable Extreme extreme) {
        return extreme == null ? null : extreme.value();
    }

    @Override
    public int hashCode() {
        return Objects.hash(numbers, nonZero, filled);
    }
}
