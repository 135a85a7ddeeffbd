/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.bieumau.core.internal.sheet.CellNames;
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
        merged = new MergedCells(outline, new Place.Cell(file, sheet.name(), ""), skipped);
        xml = book.parts().read(sheet.part());
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
        var column = -1;
        while (xml.nextChild(3)) {
            if (!xml.name().equals("c")) {
                continue;
            }
            reader.read();
            var named = CellNames.columnOf(reader.name());
            column = named >= 0 ? named : column + 1;
            if (column >= CellNames.COLUMNS || cells.size() >= CellNames.COLUMNS) {
                throw XlsxReadingMessages.limit(
                        new Place.Cell(file, sheet, "A" + number), "limit.columns", CellNames.COLUMNS);
            }
            var name = named >= 0 && CellNames.rowOf(reader.name()) == number
                    ? reader.name()
                    : CellNames.cell(column, number);
            var place = new Place.Cell(file, sheet, name);
            var cell = reader.cell(place, column, outline.isHidden(column));
            if (reader.isUncomputed()) {
                firstUncomputed = uncomputed++ == 0 ? place : firstUncomputed;
            }
            if (cell != null && (isBehind(cells, column) || fits(cells, cell))) {
                cells.add(position(cells, column), cell);
            }
        }
        return cells;
    }

    private static boolean isBehind(List<SourceItem.Cell> cells, int column) {
        return cells.isEmpty() || cells.getLast().column() < column;
    }

    /** Returns whether a cell that is not behind the others has a place of its own. */
    private boolean fits(List<SourceItem.Cell> cells, SourceItem.Cell cell) {
        var isFree = cells.stream().noneMatch(each -> each.column() == cell.column());
        if (!isFree) {
            skip(cell.place(), "skipped.twice", cell.shown());
        }
        return isFree;
    }

    private static int position(List<SourceItem.Cell> cells, int column) {
        var at = cells.size();
        while (at > 0 && cells.get(at - 1).column() > column) {
            at--;
        }
        return at;
    }

    private void skip(Place place, String what, Object... arguments) {
        skipped.add(XlsxReadingMessages.skipped(place, what, arguments));
    }

    /** Gives out what was not read in the rows so far. */
    void moveSkippedTo(Queue<? super SourceItem.Skipped> others) {
        others.addAll(skipped);
        skipped.clear();
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
