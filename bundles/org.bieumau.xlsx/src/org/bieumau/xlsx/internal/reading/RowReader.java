/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.bieumau.core.internal.sheet.CellNames;
import org.bieumau.core.internal.sheet.MergedCells;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.ooxml.internal.reading.Vocabulary;
import org.bieumau.ooxml.internal.reading.XmlReader;

/** Reads the rows of a sheet that have content, from top to bottom. */
final class RowReader implements Closeable {

    private static final Set<Flag> HIDDEN = Set.of(Flag.HIDDEN);

    private final String file;
    private final String sheet;
    private final SheetOutline outline;
    private final MergedCells merged;
    private final XmlReader xml;
    private final CellReader reader;
    private final Queue<SourceItem.Skipped> skipped = new ArrayDeque<>();
    private boolean isOpen;
    private int number;
    private int uncomputed;
    private Place.Cell firstUncomputed;

    RowReader(WorkbookParts book, WorkbookIndex.Sheet sheet, SheetOutline outline)
            throws IOException, ProblemException {
        file = book.parts().file();
        this.sheet = sheet.name();
        this.outline = outline;
        var place = new Place.Cell(file, sheet.name(), "");
        merged = new MergedCells(
                outline.merges(),
                place,
                cell -> skip(cell.place(), "skipped.covered", cell.shown()),
                () -> XlsxReadingMessages.limit(place, "limit.merged", MergedCells.MOST));
        xml = outline.readRows(book.parts(), sheet.part());
        reader = new CellReader(book, xml);
        openRows();
    }

    private void openRows() throws IOException, ProblemException {
        xml.root();
        while (!isOpen && xml.nextChild(1)) {
            isOpen = xml.is(Vocabulary.SHEET, "sheetData");
        }
    }

    /** Returns the next row with content; null after the last one. */
    SourceItem.Row next() throws IOException, ProblemException {
        while (isOpen) {
            isOpen = xml.nextChild(2);
            if (isOpen && xml.name().equals("row")) {
                var row = row();
                if (row != null) {
                    return row;
                }
            }
        }
        if (uncomputed > 0) {
            skip(firstUncomputed, "skipped.uncomputed", uncomputed);
            uncomputed = 0;
        }
        return null;
    }

    private SourceItem.Row row() throws IOException, ProblemException {
        var own = XmlValues.number(xml.attribute("r"), 0);
        var isInOrder = own == 0 || own > number;
        number = own > 0 && own <= CellNames.ROWS ? own : number + 1;
        var hidden = xml.attribute("hidden");
        var flags = (hidden == null ? outline.hidesRows() : XmlValues.isTrue(hidden)) ? HIDDEN : Set.<Flag>of();
        var cells = cells();
        if (cells.isEmpty()) {
            return null;
        }
        if (isInOrder) {
            cells = merged.of(number, cells);
        }
        return new SourceItem.Row(number, cells, flags);
    }

    /** Returns the cells with content, from left to right. */
    private List<SourceItem.Cell> cells() throws IOException, ProblemException {
        var cells = new ArrayList<SourceItem.Cell>();
        var isInOrder = true;
        var column = -1;
        while (xml.nextChild(3)) {
            if (!xml.name().equals("c")) {
                continue;
            }
            reader.read();
            var named = CellNames.parse(reader.name());
            column = named >= 0 ? (int) (named % CellNames.COLUMNS) : column + 1;
            if (column >= CellNames.COLUMNS || cells.size() >= CellNames.COLUMNS) {
                throw XlsxReadingMessages.limit(
                        new Place.Cell(file, sheet, "A" + number), "limit.columns", CellNames.COLUMNS);
            }
            var isNamed = named / CellNames.COLUMNS == number;
            var place = new Place.Cell(file, sheet, isNamed ? reader.name() : CellNames.cell(column, number));
            var cell = reader.cell(place, column, outline.isHidden(column));
            if (reader.isUncomputed()) {
                firstUncomputed = uncomputed++ == 0 ? place : firstUncomputed;
            }
            if (cell != null) {
                isInOrder &= cells.isEmpty() || cells.getLast().column() < column;
                cells.add(cell);
            }
        }
        return isInOrder ? cells : sorted(cells);
    }

    /** Excel writes cells in order, but other programs may not. Of cells with the same name, the first one is kept. */
    private List<SourceItem.Cell> sorted(List<SourceItem.Cell> cells) {
        cells.sort(Comparator.comparingInt(SourceItem.Cell::column));
        var sorted = new ArrayList<SourceItem.Cell>();
        for (var cell : cells) {
            if (!sorted.isEmpty() && sorted.getLast().column() == cell.column()) {
                skip(cell.place(), "skipped.twice", cell.shown());
            } else {
                sorted.add(cell);
            }
        }
        return sorted;
    }

    private void skip(Place place, String what, Object... arguments) {
        skipped.add(XlsxReadingMessages.skipped(place, what, arguments));
    }

    /** Returns the items skipped in the rows so far. */
    void moveSkippedTo(Queue<? super SourceItem.Skipped> others) {
        others.addAll(skipped);
        skipped.clear();
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
