/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.internal;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.bieumau.core.internal.sheet.CellNames;
import org.bieumau.core.internal.sheet.DateSystem;
import org.bieumau.core.internal.sheet.SheetNumber;
import org.bieumau.core.problem.Place;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.core.source.SourceItem.Merge;
import org.bieumau.core.source.SourceItem.Run;

/** Reads the cells of an old workbook. */
final class XlsCells {

    /** Limit up to which a double can represent every whole number. */
    private static final double MOST_WHOLE = 1e15;

    private final HSSFWorkbook book;
    private final DateSystem dates;
    private final Map<Short, XlsStyle> styles = new HashMap<>();

    XlsCells(HSSFWorkbook book) {
        this.book = book;
        dates = book.getInternalWorkbook().isUsing1904DateWindowing() ? DateSystem.FROM_1904 : DateSystem.FROM_1900;
    }

    /**
     * Returns a cell; null if it has no content.
     *
     * @param isHidden whether its column is hidden
     */
    SourceItem.Cell read(Cell cell, Place.Cell sheet, boolean isHidden) {
        var name = CellNames.cell(cell.getColumnIndex(), cell.getRowIndex() + 1);
        var place = new Place.Cell(sheet.file(), sheet.table(), name);
        var style =
                styles.computeIfAbsent(cell.getCellStyle().getIndex(), index -> XlsStyle.of(book, cell.getCellStyle()));
        var flags = EnumSet.noneOf(Flag.class);
        if (isHidden) {
            flags.add(Flag.HIDDEN);
        }
        var type = cell.getCellType();
        if (type == CellType.FORMULA) {
            flags.add(Flag.FORMULA);
            type = cell.getCachedFormulaResultType();
        }
        return switch (type) {
            case NUMERIC -> number(cell, place, style, flags);
            case STRING -> text((HSSFRichTextString) cell.getRichStringCellValue(), cell, place, style, flags);
            case BOOLEAN -> {
                var isTrue = cell.getBooleanCellValue();
                yield cell(cell, place, Kind.BOOLEAN, isTrue ? "TRUE" : "FALSE", isTrue, style, flags);
            }
            case ERROR -> {
                var error = FormulaError.forInt(cell.getErrorCellValue()).getString();
                yield cell(cell, place, Kind.ERROR, error, error, style, flags);
            }
            default -> null;
        };
    }

    private SourceItem.Cell number(Cell cell, Place.Cell place, XlsStyle style, Set<Flag> flags) {
        var value = cell.getNumericCellValue();
        var number = value == Math.rint(value) && Math.abs(value) < MOST_WHOLE
                ? BigDecimal.valueOf((long) value)
                : SheetNumber.parse(Double.toString(value));
        if (number == null) {
            var error = FormulaError.NUM.getString();
            return cell(cell, place, Kind.ERROR, error, error, style, flags);
        }
        var shown = style.format().show(number, dates);
        return cell(cell, place, shown.kind(), shown.shown(), shown.stored(), style, flags);
    }

    private SourceItem.Cell text(
            HSSFRichTextString value, Cell cell, Place.Cell place, XlsStyle style, Set<Flag> flags) {
        var text = XlsText.of(value, book, style);
        if (text.isBlank()) {
            return null;
        }
        flags.addAll(text.flags());
        var shown = style.format().show(text.text());
        if (shown.isEmpty()) {
            flags.add(Flag.HIDDEN);
        }
        return cell(cell, place, Kind.TEXT, shown, text.text(), text.runs(), style, flags);
    }

    private static SourceItem.Cell cell(
            Cell cell, Place.Cell place, Kind kind, String shown, Object stored, XlsStyle style, Set<Flag> flags) {
        flags.addAll(style.flags());
        var run = new Run(shown, style.look(), style.flags());
        return cell(cell, place, kind, shown, stored, List.of(run), style, flags);
    }

    private static SourceItem.Cell cell(
            Cell cell,
            Place.Cell place,
            Kind kind,
            String shown,
            Object stored,
            List<Run> runs,
            XlsStyle style,
            Set<Flag> flags) {
        return new SourceItem.Cell(
                place,
                cell.getColumnIndex(),
                1,
                Merge.NONE,
                kind,
                shown,
                stored,
                List.of(new SourceItem.Paragraph(place, "", runs, style.look())),
                flags);
    }
}
