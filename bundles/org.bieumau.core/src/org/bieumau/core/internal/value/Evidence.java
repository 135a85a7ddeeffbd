/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.value;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/**
 * Determines in which of two styles the texts of a column are written, so that the whole column is read in one style. A
 * text that is valid in only one style decides. A text with different values in both styles is ambiguous.
 *
 * @param <W> the type of the styles, such as {@link NumberStyle}
 */
public final class Evidence<W> {

    private final W usual;
    private final W other;
    private final Function<W, Function<String, ? extends Optional<?>>> reading;
    private long onlyUsual;
    private long onlyOther;
    private long open;
    private String firstOpen;

    private Evidence(W usual, W other, Function<W, Function<String, ? extends Optional<?>>> reading) {
        this.usual = usual;
        this.other = other;
        this.reading = reading;
    }

    /** Returns evidence for the style of numbers. The default is the Vietnamese style. */
    public static Evidence<NumberStyle> ofNumbers() {
        return new Evidence<>(NumberStyle.VIETNAMESE, NumberStyle.ENGLISH, style -> style::read);
    }

    /** Returns evidence for the order of dates. The default begins with the day. */
    public static Evidence<DateOrder> ofDates() {
        return new Evidence<>(DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST, order -> order::read);
    }

    /** Returns evidence for the style of numbers, from all texts of a column. */
    public static Evidence<NumberStyle> ofNumbers(Collection<String> texts) {
        var evidence = ofNumbers();
        texts.forEach(evidence::add);
        return evidence;
    }

    /** Returns evidence for the order of dates, from all texts of a column. */
    public static Evidence<DateOrder> ofDates(Collection<String> texts) {
        var evidence = ofDates();
        texts.forEach(evidence::add);
        return evidence;
    }

    /** Counts a text of the column. */
    public void add(String text) {
        var one = reading.apply(usual).apply(text);
        var two = reading.apply(other).apply(text);
        if (one.isPresent() && two.isPresent()) {
            if (!one.equals(two)) {
                open++;
                firstOpen = firstOpen == null ? text : firstOpen;
            }
        } else if (one.isPresent()) {
            onlyUsual++;
        } else if (two.isPresent()) {
            onlyOther++;
        }
    }

    /** Returns the style that the texts of the column show; empty if they show none, or both. */
    public Optional<W> decided() {
        return onlyUsual > 0 == onlyOther > 0 ? Optional.empty() : Optional.of(onlyUsual > 0 ? usual : other);
    }

    /** Returns whether some texts of the column are valid in one style only, and others only in the other. */
    public boolean isContradictory() {
        return onlyUsual > 0 && onlyOther > 0;
    }

    /** Returns the first text whose value depends on the style; null if there is none. */
    public String firstOpen() {
        return firstOpen;
    }

    /** Returns the style to use if no column of the table decides. */
    public W usual() {
        return usual;
    }
}
