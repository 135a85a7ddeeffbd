/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.sheet;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.bieumau.core.source.SourceItem.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A number format of a spreadsheet, applied as on a computer in Vietnam: <code>#,##0.00</code> shows 1.234,50. Colours
 * and padding are ignored, since they do not affect the text.
 */
public final class NumberFormat {

    /** The format of cells without a format of their own. */
    public static final NumberFormat GENERAL = of("General");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final int ALL_SECTIONS = 4;

    private final List<FormatSection> numbers;
    private final @Nullable TextPattern text;
    private final boolean isGeneral;

    private NumberFormat(List<FormatSection> numbers, @Nullable TextPattern text, boolean isGeneral) {
        this.numbers = List.copyOf(numbers);
        this.text = text;
        this.isGeneral = isGeneral;
    }

    /** Returns the format of a code such as <code>#,##0_);(#,##0)</code>. Every text is a valid code. */
    public static NumberFormat of(String code) {
        var sections = FormatReader.read(code);
        var last = sections.getLast().pattern();
        var hasText = last instanceof TextPattern || sections.size() == ALL_SECTIONS;
        var text = !hasText ? null : last instanceof TextPattern pattern ? pattern : new TextPattern(List.of());
        return new NumberFormat(
                hasText ? sections.subList(0, sections.size() - 1) : sections,
                text,
                code.isEmpty() || code.equalsIgnoreCase("General"));
    }

    /** Returns the displayed form of a text. */
    public String show(String value) {
        return text == null ? value : text.show(value);
    }

    /** Returns the displayed form of a number. */
    public SheetNumber show(BigDecimal number, DateSystem dates) {
        var section = isGeneral ? -1 : section(number);
        if (section < 0) {
            return plain(number);
        }
        return switch (numbers.get(section).pattern()) {
            case DatePattern pattern -> date(number, pattern, dates);
            case NumberPattern pattern -> {
                var sign = number.signum() < 0 && !isForNegatives(section) && !pattern.roundsToZero(number);
                var shown = pattern.show(number.abs());
                yield number(number, sign ? "-" + shown : shown);
            }
            case FractionPattern pattern ->
                number(
                        number,
                        (number.signum() < 0 && !isForNegatives(section) ? "-" : "") + pattern.show(number.abs()));
            case TextPattern pattern -> plain(number);
        };
    }

    /** Returns the displayed form of a date; day, month and year if this is not a date format. */
    public String show(LocalDateTime moment) {
        return !numbers.isEmpty() && numbers.getFirst().pattern() instanceof DatePattern pattern
                ? pattern.show(moment).strip()
                : DAY.format(moment);
    }

    private static SheetNumber plain(BigDecimal number) {
        return new SheetNumber(Kind.NUMBER, number, GeneralNumber.show(number));
    }

    private static SheetNumber number(BigDecimal number, String shown) {
        return new SheetNumber(Kind.NUMBER, number, shown.strip());
    }

    private static SheetNumber date(BigDecimal number, DatePattern pattern, DateSystem dates) {
        var moment = dates.moment(number);
        if (moment != null && !pattern.isDuration()) {
            return new SheetNumber(Kind.DATE, moment, pattern.show(moment).strip());
        }
        if (pattern.isDuration() && number.signum() >= 0) {
            return number(number, pattern.show(number));
        }
        return plain(number);
    }

    /** Returns the index of the section for a number; -1 if there is none. */
    private int section(BigDecimal number) {
        for (int i = 0; i < numbers.size(); i++) {
            var condition = numbers.get(i).condition();
            if (condition != null ? condition.accepts(number) : acceptsByPlace(i, number)) {
                return i;
            }
        }
        return -1;
    }

    /** The sections are for positive numbers, negative numbers and zero. The last one takes the remaining numbers. */
    private boolean acceptsByPlace(int section, BigDecimal number) {
        if (section == numbers.size() - 1) {
            return true;
        }
        return section == 0 ? number.signum() > (numbers.size() == 2 ? -1 : 0) : number.signum() < 0;
    }

    /** Returns whether a section is for negative numbers only. It then displays them without an automatic sign. */
    private boolean isForNegatives(int section) {
        var condition = numbers.get(section).condition();
        if (condition != null) {
            return condition.acceptsNegativesOnly();
        }
        var first = numbers.getFirst().condition();
        return section == 1 && (first == null || first.leavesNegatives());
    }
}
