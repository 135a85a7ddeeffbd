/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.value;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import org.bieumau.core.internal.resolved.Entries;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Column;
import org.bieumau.model.ColumnType;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Value;

/**
 * Reads cells as values of a column, with the same rules for data files, Word and Excel files and pasted texts. A cell
 * that does not fit becomes a text.
 *
 * @param column the column
 * @param type what the cells of the column contain
 * @param numbers style of numbers that are stored as text
 * @param dates order of dates that are stored as text
 */
public record CellReader(Column column, ColumnType type, NumberStyle numbers, DateOrder dates) {

    private static final BieumauFactory MODEL = BieumauFactory.eINSTANCE;
    private static final Set<String> YES = Set.of("1", "co", "true", "yes", "dung");
    private static final Set<String> NO = Set.of("0", "khong", "false", "no", "sai");
    private static final Set<String> NOTHING = Set.of("-", "–", "—", "…", "...", "☐");

    /**
     * A cell that was read.
     *
     * @param value the value; null if the cell is empty
     * @param fits whether the value is of the type of the column; else it is the text of the cell
     */
    public record Reading(Value value, boolean fits) {}

    private static final Reading EMPTY = new Reading(null, true);

    /**
     * Reads a cell.
     *
     * @param stored a {@link String}, {@link BigDecimal}, {@link LocalDate}, {@link LocalDateTime} or {@link Boolean};
     *     null for an empty cell
     */
    public Reading read(Object stored) {
        if (stored == null || stored instanceof String text && text.isBlank()) {
            return EMPTY;
        }
        return switch (type) {
            case ORDINAL, COMPUTED -> EMPTY;
            case TEXT, PROSE, MEASURE, CODE -> fitting(Entries.text(text(stored)));
            case NUMBER, MONEY -> number(stored).map(CellReader::fitting).orElseGet(() -> misfit(stored));
            case DATE -> date(stored).map(CellReader::fitting).orElseGet(() -> misfit(stored));
            case CHOICE -> term(stored).map(CellReader::fitting).orElseGet(() -> misfit(stored));
            case MARK -> mark(stored);
        };
    }

    private static Reading fitting(Value value) {
        return new Reading(value, true);
    }

    private static Reading misfit(Object stored) {
        return new Reading(Entries.text(text(stored)), false);
    }

    private Optional<Value> number(Object stored) {
        var number = switch (stored) {
            case BigDecimal known when NumberStyle.isModest(known) -> Optional.of(known);
            case String text -> numbers.read(text);
            default -> Optional.<BigDecimal>empty();
        };
        return number.map(known -> {
            var value = MODEL.createNumberValue();
            value.setNumber(known.scale() < 0 ? known.setScale(0) : known);
            return value;
        });
    }

    private Optional<Value> date(Object stored) {
        var date = switch (stored) {
            case LocalDate day -> Optional.of(PartialDate.of(day));
            case LocalDateTime moment
            when moment.toLocalTime().toSecondOfDay() == 0 -> Optional.of(PartialDate.of(moment.toLocalDate()));
            case String text -> dates.read(text);
            case BigDecimal year -> dates.read(text(year));
            default -> Optional.<PartialDate>empty();
        };
        return date.map(known -> {
            var value = MODEL.createDateValue();
            value.setDate(known);
            return value;
        });
    }

    private Optional<Value> term(Object stored) {
        return Terms.find(column.getVocabulary(), text(stored)).map(term -> {
            var value = MODEL.createTermValue();
            value.setTerm(term);
            return value;
        });
    }

    private static Reading mark(Object stored) {
        var text = Entries.text(text(stored));
        var key = LabelKey.of(text.getText());
        if (Entries.isMark(text) || YES.contains(key)) {
            return fitting(MODEL.createMarkValue());
        }
        return NO.contains(key) || NOTHING.contains(text.getText()) ? EMPTY : new Reading(text, false);
    }

    /**
     * Returns the text of a cell in NFC, without surrounding spaces; numbers without groups, such as those of papers.
     */
    public static String text(Object stored) {
        return switch (stored) {
            case BigDecimal number -> NumberStyle.isModest(number) ? number.toPlainString() : number.toString();
            case LocalDate day -> PartialDate.of(day).toString();
            case LocalDateTime moment
            when moment.toLocalTime().toSecondOfDay() == 0 ->
                PartialDate.of(moment.toLocalDate()).toString();
            default ->
                Normalizer.normalize(stored.toString(), Normalizer.Form.NFC)
                        .replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .strip();
        };
    }
}
