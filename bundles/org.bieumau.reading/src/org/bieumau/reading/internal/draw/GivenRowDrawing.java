/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bieumau.reading.internal.grid.GridCell;
import org.bieumau.reading.internal.shape.Ordinal;
import org.bieumau.reading.internal.shape.ShapeColumn;
import org.bieumau.reading.internal.shape.TableShape;

/** Writes the rows that are printed with a form. */
final class GivenRowDrawing {

    private record Row(String ordinal, String title, String unit, String code, int level) {}

    private final TableShape shape;
    private final Map<ShapeColumn, ColumnKind> kinds;
    private final StringBuilder text;
    private final ItemNames names = new ItemNames();

    GivenRowDrawing(TableShape shape, Map<ShapeColumn, ColumnKind> kinds, StringBuilder text) {
        this.shape = shape;
        this.kinds = kinds;
        this.text = text;
    }

    void draw() {
        var rows = new ArrayList<Row>();
        String section = null;
        for (int row = shape.bottom() + 1; row < shape.kinds().size(); row++) {
            switch (shape.kinds().get(row)) {
                case SECTION -> {
                    list(section, rows);
                    rows.clear();
                    section = section(row);
                }
                case BODY, TOTAL -> rows.add(row(row));
                default -> {}
            }
        }
        list(section, rows);
    }

    private String section(int row) {
        var cells = shape.grid().cells(row).stream().map(GridCell::text).toList();
        return String.join(" ", cells);
    }

    private Row row(int row) {
        var ordinal = cell(row, "số thứ tự").map(GridCell::text).orElse("");
        var label = shape.columns().stream()
                .filter(column -> !kinds.get(column).type().equals("số thứ tự"))
                .flatMap(column -> shape.cells(row, column).stream())
                .map(GridCell::text)
                .findFirst()
                .orElse("");
        var before = ordinal.isEmpty() ? Ordinal.before(label) : Optional.<Ordinal.Before>empty();
        var path = shape.levels().get(row);
        return new Row(
                before.map(each -> each.ordinal().text()).orElse(ordinal),
                before.map(Ordinal.Before::rest).orElse(label),
                cell(row, "đơn vị tính").map(GridCell::text).orElse(""),
                cell(row, "mã số").map(GridCell::text).orElse(""),
                path == null ? 0 : path.size() - 1);
    }

    private Optional<GridCell> cell(int row, String type) {
        return shape.columns().stream()
                .filter(column -> kinds.get(column).type().equals(type))
                .flatMap(column -> shape.cells(row, column).stream())
                .findFirst();
    }

    private void list(String section, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        text.append("    chỉ tiêu");
        if (section != null) {
            text.append(" trong lĩnh vực ").append(TemplateDrawing.quoted(section));
        }
        text.append(" {\n");
        var open = 0;
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var below = i + 1 < rows.size() ? rows.get(i + 1).level() : 0;
            text.append("    ".repeat(2 + open)).append(line(row, below > row.level()));
            if (below > row.level()) {
                text.append(" {\n");
                open++;
            } else {
                text.append('\n');
                for (var level = row.level(); level > below && open > 0; level--) {
                    open--;
                    text.append("    ".repeat(2 + open)).append("}\n");
                }
            }
        }
        for (; open > 0; open--) {
            text.append("    ".repeat(1 + open)).append("}\n");
        }
        text.append("    }\n");
    }

    private String line(Row row, boolean hasChildren) {
        var line = new StringBuilder(names.of(row.title(), "dòng"));
        line.append(row.ordinal().isEmpty() ? "" : ' ' + TemplateDrawing.quoted(row.ordinal()))
                .append(' ')
                .append(TemplateDrawing.quoted(row.title()));
        if (hasChildren
                && row.unit().isEmpty()
                && kinds.values().stream().anyMatch(kind -> kind.type().equals("đơn vị tính"))) {
            line.append(", đề mục");
        }
        if (!row.unit().isEmpty()) {
            line.append(", đơn vị tính ").append(TemplateDrawing.quoted(row.unit()));
        }
        if (!row.code().isEmpty()) {
            line.append(", mã số ").append(TemplateDrawing.quoted(row.code()));
        }
        return line.toString();
    }
}
