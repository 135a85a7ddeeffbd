/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import java.util.List;
import org.bieumau.reading.internal.grid.GridCell;
import org.bieumau.reading.internal.rows.Ledger.Use;
import org.bieumau.reading.internal.shape.Ordinal;

/** Reads rows of a table that may be headings of sections. */
final class SectionRows {

    private final MappedTable table;
    private final SectionHeadings headings;
    private final FormFiller filler;
    private final Totals totals;
    private final Ledger ledger;
    private final RowWarnings warnings;

    SectionRows(MappedTable table, FormFiller filler, Totals totals, Ledger ledger, RowWarnings warnings) {
        this.table = table;
        headings = new SectionHeadings(table.template(), table.known());
        this.filler = filler;
        this.totals = totals;
        this.ledger = ledger;
        this.warnings = warnings;
    }

    /** Returns whether a row that looks like a heading is one. An entry with nothing but a title looks the same. */
    boolean isHeading(List<GridCell> cells) {
        var first = cells.getFirst();
        var isAlone = cells.size() == 1;
        var title = table.titleColumn();
        var mayBeTitle = isAlone
                && title.map(column -> first.column() == column.first() && first.columnEnd() <= column.end())
                        // The column of the titles is not decided yet.
                        .orElse(table.shape().columns().stream()
                                        .filter(column ->
                                                column.first() >= first.column() && column.first() < first.columnEnd())
                                        .count()
                                == 1);
        if (!mayBeTitle) {
            return true;
        }
        return headings.areExpected()
                && (headings.isKnown(first.text())
                        || Ordinal.before(first.text())
                                .filter(before -> before.ordinal().style() == Ordinal.Style.ROMAN)
                                .isPresent());
    }

    /**
     * Returns whether a row without merged cells is the heading of a known section: a letter or Roman numeral, and its
     * name.
     */
    boolean isKnownHeading(List<GridCell> cells) {
        if (!headings.areExpected()) {
            return false;
        }
        var number = cells.size() == 1
                ? Ordinal.before(cells.getFirst().text()).map(Ordinal.Before::ordinal)
                : Ordinal.of(cells.getFirst().text());
        return cells.size() <= 2
                && number.filter(ordinal -> ordinal.style() != Ordinal.Style.NUMBER)
                        .isPresent()
                && headings.isKnown(cells.getLast().text());
    }

    /** Begins a section; reports its heading if the template has no sections. */
    void read(List<GridCell> cells) {
        if (!headings.areExpected()) {
            warnings.heading("READ-SECTION", cells);
            return;
        }
        filler.add(headings.section(cells.stream().map(GridCell::text).toList()));
        totals.beginSection();
        cells.forEach(cell -> ledger.use(cell, Use.VALUE));
    }
}
