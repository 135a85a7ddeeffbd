/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.shape;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.GridCell;

/** Determines, without a template, whether a table has data and which rows and columns it consists of. */
public final class ShapeFinder {

    private static final Pattern GAP = Pattern.compile("(…|\\.{3}|_{3}).*", Pattern.DOTALL);

    private ShapeFinder() {}

    /** Returns the shape of a table; empty if the table only arranges text on the page, such as a letterhead. */
    public static Optional<TableShape> find(Grid grid) {
        return isLayout(grid) ? Optional.empty() : find(grid, HeaderBlock.all(grid));
    }

    /** Returns the shapes of the tables with different headers that stand one below the other, from the top. */
    public static List<TableShape> all(Grid grid) {
        var shape = find(grid).orElse(null);
        if (shape == null) {
            return List.of();
        }
        var cut = cut(shape);
        return cut == 0
                ? List.of(shape)
                : Stream.of(grid.part(0, cut), grid.part(cut, grid.height()))
                        .flatMap(part -> all(part).stream())
                        .toList();
    }

    /** Returns the row at which another table begins, or the table itself below another one; 0 if there is none. */
    private static int cut(TableShape shape) {
        var grid = shape.grid();
        var above = shape.top() == 0
                ? Optional.<TableShape>empty()
                : find(grid.part(0, shape.top()))
                        .filter(each -> !each.rows(RowKind.BODY).isEmpty());
        var first = new OtherHeader(above.orElse(shape), grid);
        if (above.isPresent() && first.isAt(shape.top())) {
            return first.start(shape.top());
        }
        var below = new OtherHeader(shape);
        return below.find().stream().map(below::start).findFirst().orElse(0);
    }

    static Optional<TableShape> find(Grid grid, List<HeaderBlock> blocks) {
        return isLayout(grid)
                ? Optional.empty()
                : new HeaderFinder(grid).find(blocks).flatMap(ShapeFinder::shape);
    }

    /** Returns the shape of a table whose header is known; empty if it has less than two columns. */
    static Optional<TableShape> shape(HeaderBlock header) {
        var grid = header.grid();
        var numbers = HeaderFinder.hasNumberRow(grid, header);
        var columns = new ColumnFinder(header, numbers).find();
        if (columns.size() < 2) {
            return Optional.empty();
        }
        var body = new TableBody(header, columns, numbers);
        var kinds = new RowSorter(body).sort();
        var levels = Outline.of(body, kinds);
        return Optional.of(new TableShape(
                grid,
                header.top(),
                header.bottom(),
                columns,
                kinds,
                Outline.hasLevels(levels) ? levels : Outline.flat(grid.height())));
    }

    private static boolean isLayout(Grid grid) {
        var filled = IntStream.range(0, grid.height())
                .filter(row -> !grid.isEmpty(row))
                .toArray();
        if (grid.isHidden() || grid.height() < 2 || filled.length == 0 || grid.width() < 2) {
            return true;
        }
        var cells = grid.cells();
        var first = cells.stream().filter(cell -> cell.row() < 2).toList();
        if (grid.width() <= 3
                && first.stream().anyMatch(cell -> Phrases.isMotto(cell.text()) || Phrases.isSigned(cell.text()))) {
            return true;
        }
        var gaps = cells.stream().filter(ShapeFinder::isToFillIn).count();
        return gaps * 3 > cells.size();
    }

    /** Returns whether a cell is a label with room for a value, such as <code>Họ và tên: ………</code>. */
    private static boolean isToFillIn(GridCell cell) {
        var text = cell.text();
        var colon = text.indexOf(':');
        return colon > 0
                && (colon == text.length() - 1
                        || GAP.matcher(text.substring(colon + 1).strip()).matches());
    }
}
