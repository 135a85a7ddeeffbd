/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItem.Cell;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.core.source.SourceItem.Merge;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.bieumau.core.source.SourceItem.Skipped;
import org.bieumau.core.source.SourceItem.TableEnd;
import org.bieumau.core.source.SourceItem.TableStart;
import org.bieumau.ooxml.internal.reading.XmlReader;

/** Reads a cell. */
final class CellReader {

    private final StoryReader story;
    private final TableReader table;
    private final XmlReader xml;
    private final int column;
    private final RowFormat row;
    private final int tableBorders;
    private final Place place;
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private int nesting;
    private int span = 1;
    private int width;
    private int borders;
    private int flags;
    private boolean isDeleted;
    private boolean isCovered;
    private boolean startsMerge;
    private boolean continuesMerge;

    CellReader(StoryReader story, TableReader table, int rowNumber, int column, RowFormat row, int tableBorders) {
        this.story = story;
        this.table = table;
        this.column = column;
        this.row = row;
        this.tableBorders = tableBorders;
        xml = story.xml();
        place = table.place(column);
    }

    /** Reads the current cell. Content other than its paragraphs goes to the sink. */
    void read(StoryReader.Sink sink) throws IOException, ProblemException {
        var children = new Children(xml);
        Scope scope = null;
        StoryReader.Sink own = item -> {
            switch (item) {
                case Paragraph paragraph when nesting == 0 -> paragraphs.add(paragraph);
                case TableStart start -> {
                    nesting++;
                    sink.add(start);
                }
                case TableEnd end -> {
                    nesting--;
                    sink.add(end);
                }
                default -> sink.add(item);
            }
        };
        while (children.next()) {
            if (xml.name().equals("tcPr")) {
                properties();
                continue;
            }
            if (isDeleted) {
                continue;
            }
            scope = scope == null ? scope() : scope;
            if (xml.name().equals("tbl")) {
                var nested = new TableReader(story, scope, paragraphs.size());
                while (nested.next(own)) {
                    // Each row goes to the sink.
                }
            } else {
                story.block(children, scope, own);
            }
        }
        if (scope != null) {
            story.finish(scope, own);
        }
    }

    private Scope scope() {
        var available = table.width(column, span);
        var around = table.around();
        return new Scope(
                place,
                table.look(column, span, row.isLast()),
                Math.max(0, (available > 0 ? available : width) - table.cellMargins()),
                around.depth() + 1,
                around.flags());
    }

    private void properties() throws IOException, ProblemException {
        var level = xml.depth();
        while (xml.nextChild(level)) {
            var value = xml.attribute("val");
            switch (xml.name()) {
                case "gridSpan" -> span = Math.max(1, Measures.number(value, TableReader.MOST_COLUMNS, 1));
                case "tcW" -> width = CharacterFormat.first(Measures.twips(xml.attribute("w")), 0);
                case "vMerge" -> {
                    startsMerge = "restart".equals(value);
                    continuesMerge = !startsMerge;
                }
                case "hMerge" -> isCovered = !"restart".equals(value);
                case "tcBorders" -> borders = Borders.read(xml);
                case "cellIns" -> flags |= Flags.of(Flag.INSERTED);
                case "cellDel" -> isDeleted = true;
                default -> {}
            }
        }
    }

    int span() {
        return span;
    }

    boolean isDeleted() {
        return isDeleted;
    }

    /** Returns whether the cell is merged into the cell to its left. */
    boolean isCovered() {
        return isCovered;
    }

    /**
     * Returns the vertical merge of the cell.
     *
     * @param merging columns with a merge in the row above
     */
    Merge merge(BitSet merging) {
        if (startsMerge) {
            return Merge.START;
        }
        return continuesMerge && merging.get(column) ? Merge.CONTINUED : Merge.NONE;
    }

    /** Returns the cell to the left, extended by the columns of this one, whose text is hidden. */
    Cell widen(Cell left, StoryReader.Sink sink) throws ProblemException {
        var text = shown();
        if (!text.isBlank()) {
            sink.add(new Skipped(left.place(), DocxMessages.ALL.text("skipped.covered", text)));
        }
        return new Cell(
                left.place(),
                left.column(),
                left.columnSpan() + span,
                left.merge(),
                left.kind(),
                left.shown(),
                left.stored(),
                left.paragraphs(),
                left.flags());
    }

    private String shown() {
        if (paragraphs.size() == 1 && paragraphs.getFirst().label().isEmpty()) {
            return paragraphs.getFirst().text();
        }
        var shown = new StringBuilder();
        for (var paragraph : paragraphs) {
            if (paragraph != paragraphs.getFirst()) {
                shown.append('\n');
            }
            var text = paragraph.text();
            shown.append(paragraph.label());
            if (!paragraph.label().isEmpty() && !text.isEmpty()) {
                shown.append(' ');
            }
            shown.append(text);
        }
        return shown.toString();
    }

    Cell cell(Merge merge) {
        var shown = shown();
        var isBlank = shown.isBlank();
        return new Cell(
                place,
                column,
                span,
                merge,
                isBlank ? Kind.BLANK : Kind.TEXT,
                shown,
                isBlank ? null : shown,
                List.copyOf(paragraphs),
                Flags.set(flags | content(isBlank) | covered(merge, isBlank) | border()));
    }

    private static int covered(Merge merge, boolean isBlank) {
        return Flags.of(Flag.HIDDEN, merge == Merge.CONTINUED && !isBlank);
    }

    private int border() {
        return Flags.of(Flag.BORDERED, Borders.isVisible(borders, tableBorders));
    }

    /** Returns the flags that follow from the text. */
    private int content(boolean isBlank) {
        if (isBlank) {
            return 0;
        }
        var any = 0;
        var all = -1;
        var hasRuns = false;
        for (var paragraph : paragraphs) {
            for (var run : paragraph.runs()) {
                hasRuns |= !run.text().isBlank();
                var mask = 0;
                for (var flag : run.flags()) {
                    mask |= Flags.of(flag);
                }
                any |= mask;
                all &= run.text().isBlank() ? -1 : mask;
            }
        }
        return any & Flags.of(Flag.CONVERTED)
                | (hasRuns
                        ? all & (Flags.of(Flag.STRUCK_OUT) | Flags.of(Flag.INSERTED) | Flags.of(Flag.PLACEHOLDER))
                        : 0)
                | Flags.of(Flag.AUTOMATIC_NUMBER, !hasRuns);
    }
}
