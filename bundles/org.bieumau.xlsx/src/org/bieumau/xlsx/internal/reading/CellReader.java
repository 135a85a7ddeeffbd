/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.bieumau.core.internal.sheet.SheetNumber;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.core.source.SourceItem.Merge;
import org.bieumau.ooxml.internal.XString;
import org.bieumau.ooxml.internal.reading.XmlLeaf;
import org.bieumau.ooxml.internal.reading.XmlReader;

/** Reads the cells of a sheet: values with their number formats, and texts with their fonts. */
final class CellReader {

    private static final XmlLeaf VALUE = XmlLeaf.of("v");

    private final WorkbookParts book;
    private final XmlReader xml;

    /** The attributes and children of the current cell. */
    private String name;

    private String type;
    private int style;
    private boolean hasFormula;
    private String value;
    private Object inline;

    CellReader(WorkbookParts book, XmlReader xml) {
        this.book = book;
        this.xml = xml;
    }

    /** Reads the current element, <code>c</code>, and its children. */
    void read() throws IOException, ProblemException {
        name = null;
        type = "n";
        style = 0;
        for (int i = 0, count = xml.attributeCount(); i < count; i++) {
            switch (xml.attributeName(i)) {
                case "r" -> name = xml.attributeValue(i);
                case "t" -> type = xml.attributeValue(i);
                case "s" -> style = XmlValues.number(xml.attributeValue(i), 0);
                default -> {
                    // Other children do not affect the value.
                }
            }
        }
        hasFormula = false;
        value = xml.leaf(VALUE);
        inline = null;
        var depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "v" -> value = xml.text();
                case "f" -> hasFormula = true;
                case "is" -> inline = StringItemReader.read(xml);
                default -> {
                    // Skips extensions.
                }
            }
        }
    }

    /** Returns the name of the current cell; null if the file leaves it out. */
    String name() {
        return name;
    }

    /** Returns whether the current cell has a formula without a result. */
    boolean isUncomputed() {
        return hasFormula && value == null && inline == null;
    }

    /**
     * Returns the current cell; null if it has neither content nor a formula.
     *
     * @param isHidden whether its column is hidden
     * @throws ProblemException if it refers to a text that is not in the file
     */
    SourceItem.Cell cell(Place.Cell place, int column, boolean isHidden) throws ProblemException {
        var format = book.styles().get(style);
        var flags = new CellFlags(hasFormula, isHidden);
        if (value == null && inline == null) {
            return hasFormula ? blank(place, column, null, flags) : null;
        }
        return switch (type) {
            case "s" -> text(place, column, shared(place), format, flags);
            case "inlineStr" ->
                text(place, column, inline == null ? CellText.nfc(XString.read(value)) : inline, format, flags);
            case "str" -> text(place, column, CellText.nfc(XString.read(value)), format, flags);
            case "b" -> {
                var isTrue = XmlValues.isTrue(value);
                yield cell(place, column, Kind.BOOLEAN, isTrue ? "TRUE" : "FALSE", isTrue, format, flags);
            }
            case "e" -> cell(place, column, Kind.ERROR, value, value, format, flags);
            case "d" -> date(place, column, format, flags);
            default -> number(place, column, format, flags);
        };
    }

    private Object shared(Place.Cell place) throws ProblemException {
        var text = book.strings().get(XmlValues.number(value, -1));
        if (text == null) {
            throw new ProblemException(Problem.error(XlsxReadingMessages.ALL, "WORKBOOK-STRING", place, value));
        }
        return text;
    }

    private SourceItem.Cell number(Place.Cell place, int column, CellStyle format, CellFlags flags) {
        var number = SheetNumber.parse(value);
        if (number == null) {
            return text(place, column, value, format, flags);
        }
        var shown = format.format().show(number, book.index().dates());
        return cell(place, column, shown.kind(), shown.shown(), shown.stored(), format, flags);
    }

    /** Reads a date in ISO 8601. Excel writes such dates only into strict files. */
    private SourceItem.Cell date(Place.Cell place, int column, CellStyle format, CellFlags flags) {
        try {
            var moment = value.contains("T")
                    ? LocalDateTime.parse(value.endsWith("Z") ? value.substring(0, value.length() - 1) : value)
                    : LocalDate.parse(value).atStartOfDay();
            return cell(place, column, Kind.DATE, format.format().show(moment), moment, format, flags);
        } catch (DateTimeParseException e) {
            return text(place, column, value, format, flags);
        }
    }

    private static SourceItem.Cell text(Place.Cell place, int column, Object item, CellStyle format, CellFlags flags) {
        if (item instanceof String plain && !format.font().isLegacy() && !isBlank(plain)) {
            var shown = format.format().show(plain);
            return cell(place, column, Kind.TEXT, shown, plain, format, shown.isEmpty() ? flags.hidden() : flags);
        }
        var text = CellText.of(item, format);
        if (isBlank(text.text())) {
            return text.text().isEmpty() && !flags.isFormula() ? null : blank(place, column, text.text(), flags);
        }
        var shown = format.format().show(text.text());
        return new SourceItem.Cell(
                place,
                column,
                1,
                Merge.NONE,
                Kind.TEXT,
                shown,
                text.text(),
                List.of(new SourceItem.Paragraph(place, "", text.runs(), format.look())),
                shown.isEmpty() ? flags.hidden().with(text.flags()) : flags.with(text.flags()));
    }

    /**
     * Returns whether a text consists of spaces. Some programs and people empty cells by writing spaces or no-break
     * spaces.
     */
    private static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i)) && !Character.isSpaceChar(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static SourceItem.Cell blank(Place.Cell place, int column, String stored, CellFlags flags) {
        return new SourceItem.Cell(
                place, column, 1, Merge.NONE, Kind.BLANK, "", stored, List.of(), flags.with(Set.of()));
    }

    private static SourceItem.Cell cell(
            Place.Cell place, int column, Kind kind, String shown, Object stored, CellStyle format, CellFlags flags) {
        return new SourceItem.Cell(
                place,
                column,
                1,
                Merge.NONE,
                kind,
                shown,
                stored,
                new CellParagraph(place, shown, format),
                flags.with(format.font().flags()));
    }
}
