/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.GridCell;
import org.bieumau.reading.internal.grid.SourceContent;
import org.bieumau.reading.internal.grid.SourceContent.Part;
import org.bieumau.reading.internal.grid.SourceContent.TablePart;
import org.bieumau.reading.internal.grid.SourceContent.TextPart;
import org.bieumau.reading.internal.grid.Texts;
import org.bieumau.reading.internal.match.FormMatch;
import org.bieumau.reading.internal.rows.Ledger.Use;
import org.bieumau.reading.internal.shape.RowKind;
import org.bieumau.reading.internal.shape.TableShape;

/**
 * The texts around the table of a form, in the order of the file.
 *
 * @param above texts between the table before and this one, such as unit and title
 * @param below texts up to the next table of data, such as place, date, and signatures
 */
record Surroundings(List<Item> above, List<Item> below) {

    /** Maximum number of rows of a table without data, which only arranges date and signatures. */
    private static final int ARRANGED = 8;

    /** A text outside of the rows of the form. */
    sealed interface Item {

        /** Returns the text as the file shows it. */
        String shown();

        /** Says what became of the text. */
        void use(Ledger ledger, Use use);

        /** Returns the text in one line. */
        default String text() {
            return Texts.line(shown());
        }
    }

    record CellItem(Grid grid, GridCell cell) implements Item {

        @Override
        public String shown() {
            return cell.shown();
        }

        @Override
        public void use(Ledger ledger, Use use) {
            ledger.use(cell, use);
        }
    }

    record LineItem(Paragraph paragraph) implements Item {

        @Override
        public String shown() {
            return paragraph.label() + paragraph.text();
        }

        @Override
        public void use(Ledger ledger, Use use) {
            ledger.use(paragraph, use);
        }
    }

    /** Returns the texts around the tables of a form. */
    static Surroundings of(List<FormMatch> matches, SourceContent content) {
        var first = matches.getFirst().shape();
        var last = matches.getLast().shape();
        var above = new ArrayList<Item>();
        var before = content.parts().subList(0, position(first, content));
        var start = before.size();
        while (start > 0 && before.get(start - 1) instanceof TextPart) {
            start--;
        }
        before.subList(start, before.size()).forEach(part -> add(part, above));
        IntStream.range(0, first.top()).forEach(row -> add(first.grid(), row, above));
        var below = new ArrayList<Item>();
        last.rows(RowKind.BELOW).forEach(row -> add(last.grid(), row, below));
        if (!last.grid().isSheet()) {
            for (var part : content.parts()
                    .subList(position(last, content) + 1, content.parts().size())) {
                if (part instanceof TablePart(var grid) && grid.height() > ARRANGED) {
                    break;
                }
                add(part, below);
            }
        }
        return new Surroundings(above, below);
    }

    private static int position(TableShape shape, SourceContent content) {
        return IntStream.range(0, content.parts().size())
                .filter(index -> content.parts().get(index) instanceof TablePart(var grid) && grid == shape.grid())
                .findFirst()
                .orElseThrow();
    }

    private static void add(Part part, List<Item> items) {
        switch (part) {
            case TextPart(var paragraph) -> {
                if (!Texts.line(paragraph.text()).isEmpty()) {
                    items.add(new LineItem(paragraph));
                }
            }
            case TablePart(var grid) -> IntStream.range(0, grid.height()).forEach(row -> add(grid, row, items));
        }
    }

    private static void add(Grid grid, int row, List<Item> items) {
        grid.cells(row).stream().filter(cell -> !cell.isBlank()).forEach(cell -> items.add(new CellItem(grid, cell)));
    }
}
