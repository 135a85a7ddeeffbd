/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItems;
import org.bieumau.core.spi.Progress;
import org.bieumau.ooxml.internal.reading.OpcPackage;

/** The sheets of a workbook, in the order of their tabs. The other contents of a sheet follow its rows. */
final class WorkbookItems implements SourceItems {

    private final WorkbookParts book;
    private final Progress progress;
    private final Iterator<WorkbookIndex.Sheet> sheets;
    private final Queue<SourceItem> waiting = new ArrayDeque<>();
    private WorkbookIndex.Sheet sheet;
    private SheetOutline outline;
    private RowReader rows;
    private long count;

    private WorkbookItems(WorkbookParts book, Progress progress) {
        this.book = book;
        this.progress = progress;
        sheets = book.index().sheets().iterator();
    }

    static WorkbookItems open(OpcPackage parts, Progress progress) throws IOException, ProblemException {
        var book = WorkbookParts.read(parts);
        var items = new WorkbookItems(book, progress);
        items.waiting.addAll(SheetExtras.ofWorkbook(book));
        return items;
    }

    @Override
    public SourceItem next() throws IOException, ProblemException {
        while (waiting.isEmpty()) {
            if (rows != null) {
                nextRow();
            } else if (sheets.hasNext()) {
                sheet = sheets.next();
                openSheet();
            } else {
                return null;
            }
        }
        return waiting.remove();
    }

    private void openSheet() throws IOException, ProblemException {
        if (!sheet.hasCells()) {
            waiting.add(XlsxReadingMessages.skipped(place(), "skipped.chartSheet"));
            return;
        }
        if (sheet.part() == null) {
            throw XlsxReadingMessages.missing(place());
        }
        outline = SheetOutline.read(book.parts(), sheet.part(), place());
        rows = new RowReader(book, sheet, outline);
        outline.page().ifPresent(page -> waiting.add(new SourceItem.PageStart(page, List.of(), false)));
        waiting.add(new SourceItem.TableStart(
                place(), 0, null, outline.widths(), sheet.isHidden() ? Set.of(Flag.HIDDEN) : Set.of()));
    }

    private Place.Cell place() {
        return new Place.Cell(book.parts().file(), sheet.name(), "");
    }

    private void nextRow() throws IOException, ProblemException {
        var row = rows.next();
        if (row != null) {
            progress.done(++count);
            waiting.add(row);
            rows.moveSkippedTo(waiting);
            return;
        }
        rows.close();
        waiting.add(new SourceItem.TableEnd());
        rows.moveSkippedTo(waiting);
        waiting.addAll(SheetExtras.of(book, sheet, outline));
        rows = null;
    }

    /** Returns the names of other sheets with rows that are not hidden. */
    List<String> otherSheets(String name) throws IOException, ProblemException {
        var others = new ArrayList<String>();
        for (var other : book.index().sheets()) {
            if (!other.name().equals(name) && !other.isHidden() && other.hasCells() && other.part() != null) {
                var place = new Place.Cell(book.parts().file(), other.name(), "");
                var around = SheetOutline.read(book.parts(), other.part(), place);
                try (var first = new RowReader(book, other, around)) {
                    if (first.next() != null) {
                        others.add(other.name());
                    }
                }
            }
        }
        return others;
    }

    @Override
    public void close() throws IOException {
        try {
            if (rows != null) {
                rows.close();
            }
        } finally {
            book.parts().close();
        }
    }
}
