/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.shape;

import java.util.List;
import java.util.Optional;
import org.bieumau.reading.internal.grid.GridCell;

/** Recognises headings of sections: one text over several columns, or alone in its row. */
final class SectionRule {

    private final TableBody body;
    private final List<ShapeColumn> columns;

    SectionRule(TableBody body) {
        this.body = body;
        columns = body.columns();
    }

    /** @param cells the cells of the row with letters or digits, at least one */
    boolean isSection(List<GridCell> cells) {
        return switch (cells.size()) {
            case 1 -> isAlone(cells.getFirst());
            case 2 -> isNumbered(cells.getFirst(), cells.get(1));
            default -> false;
        };
    }

    private boolean isAlone(GridCell cell) {
        if (HeaderFinder.isNumeric(cell)) {
            return false;
        }
        var width = columns.stream()
                .filter(column -> column.first() >= cell.column() && column.first() < cell.columnEnd())
                .count();
        if (width > 1 && (cell.column() <= columns.getFirst().first() || width * 2 >= columns.size())) {
            return true;
        }
        if (cell.column() >= body.labels().end()) {
            return false;
        }
        return body.usual() > 2 && !isBullet(cell.text())
                || isMajor(Ordinal.before(cell.text()).map(Ordinal.Before::ordinal));
    }

    private boolean isNumbered(GridCell number, GridCell heading) {
        var ordinal = Ordinal.of(number.text());
        return ordinal.isPresent()
                && heading.column() <= body.labels().first()
                && !HeaderFinder.isNumeric(heading)
                && (isMajor(ordinal) && hasMinorOrdinals() || coversRest(heading));
    }

    /** Whether a cell covers more than one column, up to the last one. */
    private boolean coversRest(GridCell cell) {
        return cell.columnEnd() >= columns.getLast().end()
                && cell.column() < columns.getLast().first();
    }

    private static boolean isBullet(String text) {
        return Ordinal.before(text)
                .filter(before -> before.ordinal().style() == Ordinal.Style.DASH
                        || before.ordinal().style() == Ordinal.Style.PLUS)
                .isPresent();
    }

    private static boolean isMajor(Optional<Ordinal> ordinal) {
        return ordinal.filter(each -> each.style() == Ordinal.Style.ROMAN || each.style() == Ordinal.Style.CAPITAL)
                .isPresent();
    }

    private boolean hasMinorOrdinals() {
        for (int row = body.first(); row < body.grid().height(); row++) {
            if (body.grid().at(row, columns.getFirst().first()) instanceof GridCell cell
                    && Ordinal.of(cell.text())
                            .filter(ordinal -> ordinal.style() == Ordinal.Style.NUMBER)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }
}
