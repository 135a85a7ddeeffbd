/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.Row;
import org.bieumau.core.internal.sheet.MergedCells;
import org.bieumau.core.internal.sheet.MergedRange;
import org.bieumau.core.internal.sheet.SheetPaper;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItems;
import org.bieumau.core.spi.Progress;

/** The sheets of an old workbook, row by row. The other contents of a sheet follow its rows. */
final class XlsItems implements SourceItems {

    private static final double MM_PER_PIXEL = 25.4 / 96;

    private final Path file;
    private final HSSFWorkbook book;
    private final Progress progress;
    private final XlsCells cells;
    private final Queue<SourceItem> waiting = new ArrayDeque<>();
    private int nextSheet;
    private Place.Cell place;
    private HSSFSheet sheet;
    private Iterator<Row> rows;
    private MergedCells merged;
    private long count;

    XlsItems(Path file, HSSFWorkbook book, Progress progress) {
        this.file = file;
        this.book = book;
        this.progress = progress;
        cells = new XlsCells(book);
        if (book.getDirectory() != null && book.getDirectory().hasEntry("_VBA_PROJECT_CUR")) {
            waiting.add(LegacyMessages.skipped(Place.of(file.toString()), "skipped.macros"));
        }
    }

    @Override
    public SourceItem next() throws ProblemException {
        try {
            while (waiting.isEmpty()) {
                if (rows != null) {
                    nextRow();
                } else if (nextSheet < book.getNumberOfSheets()) {
                    openSheet(nextSheet++);
                } else {
                    return null;
                }
            }
            return waiting.remove();
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // POI throws exceptions of all kinds for a damaged file.
            throw CompoundFile.damaged(file);
        }
    }

    private void openSheet(int index) {
        sheet = book.getSheetAt(index);
        place = new Place.Cell(file.toString(), VietnameseText.nfc(book.getSheetName(index)), "");
        rows = sheet.rowIterator();
        merged = new MergedCells(
                merges(),
                place,
                cell -> waiting.add(LegacyMessages.skipped(cell.place(), "skipped.covered", cell.shown())),
                () -> LegacyMessages.limit(place, "limit.merged", MergedCells.MOST));
        page().ifPresent(page -> waiting.add(new SourceItem.PageStart(page, List.of(), false)));
        var isHidden = book.isSheetHidden(index) || book.isSheetVeryHidden(index);
        waiting.add(new SourceItem.TableStart(place, 0, null, widths(), isHidden ? Set.of(Flag.HIDDEN) : Set.of()));
    }

    /** Returns the page on which the sheet is printed; empty if the sheet leaves it to the printer. */
    private Optional<PageSetup> page() {
        var setup = sheet.getSheet().getPageSettings().getPrintSetup();
        // The flag that POI calls «valid settings» says that they are not (fNoPls in [MS-XLS], Setup).
        if (setup == null || setup.getValidSettings() || setup.getNoOrientation()) {
            return Optional.empty();
        }
        var margins = new SheetPaper.Margins(
                sheet.getMargin(PageMargin.TOP),
                sheet.getMargin(PageMargin.BOTTOM),
                sheet.getMargin(PageMargin.LEFT),
                sheet.getMargin(PageMargin.RIGHT),
                setup.getHeaderMargin());
        return Optional.of(SheetPaper.of(setup.getPaperSize()).page(!setup.getLandscape(), margins));
    }

    private List<MergedRange> merges() {
        return sheet.getMergedRegions().stream()
                .map(range -> new MergedRange(
                        range.getFirstColumn(), range.getFirstRow() + 1, range.getLastColumn(), range.getLastRow() + 1))
                .toList();
    }

    private List<Double> widths() {
        var columns = 0;
        for (var row : sheet) {
            columns = Math.max(columns, row.getLastCellNum());
        }
        var widths = new ArrayList<Double>();
        for (int i = 0; i < columns; i++) {
            widths.add(sheet.getColumnWidthInPixels(i) * MM_PER_PIXEL);
        }
        return widths;
    }

    private void nextRow() throws ProblemException {
        if (!rows.hasNext()) {
            rows = null;
            waiting.add(new SourceItem.TableEnd());
            waiting.addAll(new XlsExtras(sheet, place).skipped());
            return;
        }
        var row = rows.next();
        var number = row.getRowNum() + 1;
        var read = new ArrayList<SourceItem.Cell>();
        for (var cell : row) {
            var result = cells.read(cell, place, sheet.isColumnHidden(cell.getColumnIndex()));
            if (result != null) {
                read.add(result);
            }
        }
        if (!read.isEmpty()) {
            progress.done(++count);
            var flags = row.getZeroHeight() ? Set.of(Flag.HIDDEN) : Set.<Flag>of();
            waiting.add(new SourceItem.Row(number, merged.of(number, read), flags));
        }
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
