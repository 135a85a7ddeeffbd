/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.core.source.SourceItem.Merge;
import org.bieumau.core.source.SourceItems;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.SourceContent;

/**
 * Draws a table as text, one line a row, cells separated by <code>|</code>. <code>&lt;</code> is covered by the cell to
 * the left, <code>^</code> by the cell above, <code>\</code> is a line break. A text of digits is stored as a number,
 * and <code>'</code> before it makes it a text. A line <code>---</code> is a row that is missing in the file. A line
 * that begins with <code>#</code> is a hidden row.
 */
final class Sketch {

    private static final String SHEET = "Sheet1";

    private Sketch() {}

    static Grid grid(String drawing) {
        return content(drawing).grids().getFirst();
    }

    static SourceContent content(String drawing) {
        try (var items = items(drawing)) {
            return SourceContent.read(items);
        } catch (IOException | ProblemException e) {
            throw new AssertionError(e);
        }
    }

    /** Reads a workbook with a drawing on each sheet: Sheet1, Sheet2 … */
    static SourceContent sheets(String... drawings) throws IOException, ProblemException {
        var items = new ArrayList<SourceItem>();
        for (int i = 0; i < drawings.length; i++) {
            items.addAll(sheet("Sheet" + (i + 1), drawings[i]));
        }
        return SourceContent.read(of(items));
    }

    static SourceItems items(String drawing) {
        return of(sheet(SHEET, drawing));
    }

    private static List<SourceItem> sheet(String name, String drawing) {
        var items = new ArrayList<SourceItem>();
        items.add(new SourceItem.TableStart(new Place.Cell("a.xlsx", name, ""), 0, Set.of()));
        var lines = drawing.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).equals("---")) {
                items.add(row(lines, i));
            }
        }
        items.add(new SourceItem.TableEnd());
        return items;
    }

    static SourceItems of(List<SourceItem> items) {
        var rest = items.iterator();
        return new SourceItems() {

            @Override
            public SourceItem next() {
                return rest.hasNext() ? rest.next() : null;
            }

            @Override
            public void close() {}
        };
    }

    private static SourceItem.Row row(List<String> lines, int index) {
        var texts = split(lines.get(index));
        var cells = new ArrayList<SourceItem.Cell>();
        for (int column = 0; column < texts.size(); column++) {
            if (texts.get(column).equals("<")) {
                continue;
            }
            var span = 1;
            while (column + span < texts.size() && texts.get(column + span).equals("<")) {
                span++;
            }
            cells.add(cell(texts.get(column), column, span, index, isContinued(lines, index + 1, column)));
        }
        return new SourceItem.Row(index + 1, cells, lines.get(index).startsWith("#") ? Set.of(Flag.HIDDEN) : Set.of());
    }

    private static List<String> split(String line) {
        return Arrays.stream((line.startsWith("#") ? line.substring(1) : line).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static boolean isContinued(List<String> lines, int index, int column) {
        if (index >= lines.size()) {
            return false;
        }
        var below = split(lines.get(index));
        return column < below.size() && below.get(column).equals("^");
    }

    private static SourceItem.Cell cell(String text, int column, int span, int row, boolean continued) {
        var place = new Place.Cell("a.xlsx", SHEET, (char) ('A' + column) + "" + (row + 1));
        var covered = text.equals("^");
        var merge = covered ? Merge.CONTINUED : continued ? Merge.START : Merge.NONE;
        var shown = covered ? "" : text.replace('\\', '\n');
        if (shown.matches("-?\\d+(\\.\\d+)?")) {
            return new SourceItem.Cell(
                    place, column, span, merge, Kind.NUMBER, shown, new BigDecimal(shown), List.of(), Set.of());
        }
        shown = shown.startsWith("'") ? shown.substring(1) : shown;
        return new SourceItem.Cell(
                place,
                column,
                span,
                merge,
                shown.isEmpty() ? Kind.BLANK : Kind.TEXT,
                shown,
                shown.isEmpty() ? null : shown,
                List.of(),
                Set.of());
    }
}
