/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Merge;
import org.bieumau.core.source.SourceItem.Row;
import org.bieumau.core.source.SourceItem.TableEnd;
import org.bieumau.core.source.SourceItem.TableStart;
import org.bieumau.ooxml.internal.reading.Vocabulary;
import org.bieumau.ooxml.internal.reading.XmlReader;

/** Reads a table row by row. The tables nested in the cells of a row follow the row. */
final class TableReader {

    /** Maximum number of columns. Larger grids only cause overflows; Word has at most 63. */
    static final int MOST_COLUMNS = 16_384;

    private final StoryReader story;
    private final XmlReader xml;
    private final Scope around;
    /** Number of paragraphs above the table in the cell that contains it. */
    private final int above;

    private final Children children;
    private final int number;
    private final List<Integer> grid = new ArrayList<>();
    private final TableFormat format = new TableFormat();
    /** Columns with a vertical merge that continues in the next row. */
    private BitSet merging = new BitSet();

    private int rows;
    private boolean isStarted;

    /** Begins reading the current table. */
    TableReader(StoryReader story, Scope around) {
        this(story, around, 0);
    }

    /** Begins at the start of a table in a cell, below some paragraphs of the cell. */
    TableReader(StoryReader story, Scope around, int above) {
        this.story = story;
        this.around = around;
        this.above = above;
        xml = story.xml();
        children = new Children(xml);
        number = story.file().nextTable();
    }

    /** Passes on the next row, or the end of the table; returns false after the end. */
    boolean next(StoryReader.Sink sink) throws IOException, ProblemException {
        while (children.next()) {
            if (xml.vocabulary() != Vocabulary.WORD) {
                continue;
            }
            switch (xml.name()) {
                case "tblPr" -> format.read(xml);
                case "tblGrid" -> readGrid();
                case "tr" -> {
                    if (row(sink)) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        start(sink);
        sink.add(new TableEnd());
        return false;
    }

    private void start(StoryReader.Sink sink) throws ProblemException {
        if (!isStarted) {
            isStarted = true;
            sink.add(new TableStart(
                    place(0, 0),
                    around.depth(),
                    around.cell(),
                    above,
                    grid.stream().map(Measures::millimetres).toList(),
                    Flags.set(around.flags())));
        }
    }

    private Place place(int row, int column) {
        return new Place.TableCell(story.file().opc().file(), number, row, column);
    }

    private void readGrid() throws IOException, ProblemException {
        var level = xml.depth();
        while (xml.nextChild(level)) {
            if (xml.name().equals("gridCol") && grid.size() < MOST_COLUMNS) {
                grid.add(CharacterFormat.first(Measures.twips(xml.attribute("w")), 0));
            }
        }
    }

    /** Reads a row; returns false if it was deleted. */
    private boolean row(StoryReader.Sink sink) throws IOException, ProblemException {
        var row = new RowFormat();
        var nested = new ArrayList<SourceItem>();
        var cells = new ArrayList<SourceItem.Cell>();
        var goingOn = new BitSet();
        var isFirst = true;
        var column = 0;
        var borders = format.borders(story.file().looks());
        var inRow = new Children(xml);
        while (inRow.next()) {
            switch (xml.name()) {
                case "trPr" -> {
                    row.read(xml);
                    column = row.before();
                    if (row.isDeleted()) {
                        return false;
                    }
                }
                case "tblPrEx" -> borders = Borders.over(TableFormat.exception(xml), borders);
                case "tc" -> {
                    if (isFirst) {
                        start(sink);
                        rows++;
                        isFirst = false;
                    }
                    var cell = new CellReader(story, this, rows, column, row, borders);
                    cell.read(nested::add);
                    if (cell.isCovered() && !cells.isEmpty()) {
                        cells.add(cell.widen(cells.removeLast(), nested::add));
                        column += cell.span();
                    } else if (!cell.isDeleted()) {
                        var merge = cell.merge(merging);
                        if (merge != Merge.NONE) {
                            goingOn.set(column);
                        }
                        cells.add(cell.cell(merge));
                        column += cell.span();
                    }
                }
                default -> {}
            }
        }
        if (isFirst) {
            return false;
        }
        merging = goingOn;
        sink.add(new Row(rows, cells, Flags.set(row.flags() | around.flags())));
        for (var item : nested) {
            sink.add(item);
        }
        return true;
    }

    Scope around() {
        return around;
    }

    Place place(int column) {
        return place(rows, column + 1);
    }

    /** Returns the width of adjacent columns in twips; 0 if the table has no grid. */
    int width(int column, int span) {
        var width = 0;
        for (int i = column; i < Math.min(grid.size(), column + span); i++) {
            width += grid.get(i);
        }
        return width;
    }

    /** Returns the contribution of the table style to a cell. */
    TableLook look(int column, int span, boolean isLastRow) {
        return format.look(story.file().looks(), rows, column, column + span >= grid.size(), isLastRow);
    }

    int cellMargins() {
        return format.cellMargins();
    }
}
