/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.layout.Block.PageStart;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.TableStart;
import org.bieumau.core.layout.Blocks;
import org.bieumau.core.profile.PageSetup;

/** The blocks before the first table row: the page setup, the paragraphs above the table, and the table's columns. */
record Heading(PageSetup page, List<Paragraph> paragraphs, TableStart table) {

    /**
     * Reads the blocks up to and including the start of the table, so that the next block is its first row.
     *
     * @throws IOException if the blocks cannot be read or contain no table
     */
    static Heading read(Blocks blocks) throws IOException {
        PageSetup page = null;
        var paragraphs = new ArrayList<Paragraph>();
        for (var block = blocks.next(); block != null; block = blocks.next()) {
            switch (block) {
                case PageStart start -> page = start.page();
                case Paragraph paragraph -> paragraphs.add(paragraph);
                case TableStart table -> {
                    return new Heading(page, List.copyOf(paragraphs), table.enlarged());
                }
                default -> {}
            }
        }
        throw new IOException("the layout has no table");
    }

    /** Returns the number of sheet rows above the table: one per paragraph. */
    int rowsAbove() {
        return paragraphs.size();
    }

    /** Returns the number of sheet rows up to the end of the repeated header rows. */
    int frozenRows() {
        return rowsAbove() + table.headerRows();
    }
}
