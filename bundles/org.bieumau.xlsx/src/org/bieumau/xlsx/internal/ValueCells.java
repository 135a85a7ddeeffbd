/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.sheet.CellNames;
import org.bieumau.core.layout.Block.Amount;
import org.bieumau.core.layout.Block.Cell;
import org.bieumau.core.layout.Block.Day;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.Row;
import org.bieumau.core.layout.Block.RowKind;
import org.bieumau.core.profile.Component;
import org.bieumau.core.text.Span;
import org.bieumau.model.Aggregate;
import org.bieumau.model.ColumnType;
import org.bieumau.ooxml.internal.XString;
import org.bieumau.ooxml.internal.XmlWriter;

/**
 * Writes the cells with which Excel can compute: numbers, dates and formulas. A formula is written with its value, so
 * that programs that do not compute show it, too.
 */
final class ValueCells {

    private final XmlWriter xml;
    private final CellStyles styles;
    private final ResolvedTemplate template;
    private final EntryRows entries;
    private final RowRule.Translation translation;
    private final Totals totals;

    ValueCells(
            XmlWriter xml,
            CellStyles styles,
            ResolvedTemplate template,
            EntryRows entries,
            RowRule.Translation translation,
            Totals totals) {
        this.xml = xml;
        this.styles = styles;
        this.template = template;
        this.entries = entries;
        this.translation = translation;
        this.totals = totals;
    }

    /**
     * Writes a cell with a value, or an empty cell for one.
     *
     * @param sheetRow the row of the sheet, from 1
     * @return false if nothing was written, because the cell contains a text
     */
    boolean write(Row row, Cell cell, int sheetRow) throws IOException {
        var column = template.columns().get(cell.column());
        return switch (row.kind()) {
            case ENTRY, DETAIL ->
                column.type() == ColumnType.COMPUTED
                        ? computed(column, cell, sheetRow)
                        : entered(column, cell, sheetRow);
            case SUBTOTAL, TOTAL -> total(row, column, cell, sheetRow);
            case HEADER, SECTION, COLUMN_NUMBERS -> {
                if (cell.value() != null) {
                    write(cell, sheetRow, NumberFormat.PLAIN, null);
                }
                yield cell.value() != null;
            }
        };
    }

    /**
     * Writes a number or date that was filled in, or an empty cell for one. An empty cell does not have the format
     * «text», so that Excel reads the input as a number or date. A number or date that Excel cannot represent is a
     * text.
     */
    private boolean entered(Leaf column, Cell cell, int sheetRow) throws IOException {
        var format = format(column, cell);
        var isText = switch (cell.value()) {
            case Amount(var number) -> LongNumbers.isTooLong(number, column);
            case Day(var date) -> SerialDay.of(date).isEmpty();
            case null -> false;
        };
        if (isText) {
            entries.addText(cell.column(), sheetRow);
        } else if (cell.value() != null
                || format != NumberFormat.GENERAL && text(cell).isEmpty()) {
            write(cell, sheetRow, format, null);
        } else {
            return false;
        }
        return !isText;
    }

    /**
     * Writes a cell of a computed column: the formula with its value, or the value alone if Excel cannot compute it.
     */
    private boolean computed(Leaf column, Cell cell, int sheetRow) throws IOException {
        var formula = translation.formulas().get(column.index());
        if (formula == null
                || cell.value() instanceof Amount(var number) && LongNumbers.isTooLong(number, column)
                || formula.columns().stream().anyMatch(input -> entries.hasText(input.index(), sheetRow))) {
            return entered(column, cell, sheetRow);
        }
        write(cell, sheetRow, format(column, cell), XString.of(RowFormula.inRow(formula.text(), sheetRow)));
        return true;
    }

    private boolean total(Row row, Leaf column, Cell cell, int sheetRow) throws IOException {
        var isSubtotal = row.kind() == RowKind.SUBTOTAL;
        var aggregate =
                isSubtotal ? column.source().getSubtotal() : column.source().getAggregate();
        if (aggregate == Aggregate.NONE) {
            return false;
        }
        var number = cell.value() instanceof Amount(var shown) ? shown : null;
        if (number != null && LongNumbers.isTooLong(number, column)) {
            entries.addText(cell.column(), sheetRow);
            return false;
        }
        var formula = totals.formula(column, isSubtotal, sheetRow, label(row), number);
        if (formula.isEmpty() && number == null) {
            return false;
        }
        write(
                cell,
                sheetRow,
                aggregate == Aggregate.COUNT ? NumberFormat.WHOLE : NumberFormat.DECIMALS,
                formula.orElse(null));
        return true;
    }

    /** Returns the column with the words «Cộng» or «Tổng cộng»; -1 if there is none. */
    private static int label(Row row) {
        return row.cells().stream()
                .filter(cell -> cell.value() == null && !text(cell).isEmpty())
                .mapToInt(Cell::column)
                .findFirst()
                .orElse(-1);
    }

    /** Returns the format of the empty cells of a column; {@link NumberFormat#GENERAL} if they are for texts. */
    NumberFormat format(Leaf column) {
        return switch (column.type()) {
            case NUMBER, MONEY -> NumberFormat.DECIMALS;
            case ORDINAL -> NumberFormat.PLAIN;
            case DATE -> NumberFormat.DAY;
            case COMPUTED -> {
                var formula = translation.formulas().get(column.index());
                yield formula == null ? NumberFormat.GENERAL : formula.format();
            }
            default -> NumberFormat.GENERAL;
        };
    }

    /** Returns the format of a cell. The cells of a column that Excel cannot compute differ. */
    private NumberFormat format(Leaf column, Cell cell) {
        var format = format(column);
        return format != NumberFormat.GENERAL
                ? format
                : switch (cell.value()) {
                    // A year is printed without separators.
                    case Amount(var number) ->
                        text(cell).equals(number.toPlainString()) ? NumberFormat.PLAIN : NumberFormat.DECIMALS;
                    case Day day -> NumberFormat.DAY;
                    case null -> format;
                };
    }

    private void write(Cell cell, int sheetRow, NumberFormat format, String formula) throws IOException {
        var value = switch (cell.value()) {
            case Amount(var number) -> number.toPlainString();
            case Day(var date) -> {
                var day = SerialDay.of(date);
                yield day.isPresent() ? Long.toString(day.getAsLong()) : null;
            }
            case null -> null;
        };
        var own = format == NumberFormat.DECIMALS && cell.value() instanceof Amount(var number) && isWhole(number)
                ? NumberFormat.WHOLE
                : format;
        xml.start("c")
                .attribute("r", CellNames.column(cell.column()), sheetRow)
                .attribute("s", styles.index(component(cell, format), own, emphasis(cell)));
        if (formula != null) {
            if (value == null) {
                xml.attribute("t", "str");
                value = XString.of(text(cell));
            }
            xml.start("f").text(formula).end();
        }
        if (value != null) {
            xml.start("v").text(value).end();
        }
        xml.end();
    }

    private static boolean isWhole(BigDecimal number) {
        return number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0;
    }

    private static Component component(Cell cell, NumberFormat format) {
        var own = cell.paragraphs().getFirst().component();
        return format == NumberFormat.DECIMALS || format == NumberFormat.WHOLE
                ? Component.FORM_NUMBER
                : CellStyles.isValue(own) ? own : Component.FORM_VALUE;
    }

    private static Span emphasis(Cell cell) {
        var spans = cell.paragraphs().getFirst().spans();
        return spans.isEmpty() ? Span.of("") : spans.getFirst();
    }

    private static String text(Cell cell) {
        return cell.paragraphs().size() == 1
                ? cell.paragraphs().getFirst().text()
                : cell.paragraphs().stream().map(Paragraph::text).collect(Collectors.joining("\n"));
    }
}
