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

/** What a sheet must know before its first row: the page, the paragraphs above the table, and the table's columns. */
record Heading(PageSetup page, List<Paragraph> paragraphs, TableStart table) {

    /** Reads up to the start of the table; its rows come next. */
    static Heading read(Blocks blocks) throws IOException {
        PageSetup page = null;
        var paragraphs = new ArrayList<Paragraph>();
        for (var block = blocks.next(); block != null; block = blocks.next()) {
            switch (block) {
                case PageStart start -> page = start.page();
                case Paragraph paragraph -> paragraphs.add(paragraph);
                case TableStart table -> {
                    return new Heading(page, List.copyOf(paragraphs), table);
                }
                default -> {}
            }
        }
        throw new IOException("no table");
    }

    /** The rows above the table: one for each paragraph. */
    int rowsAbove() {
        return paragraphs.size();
    }

    /** The rows up to the end of the repeated header. */
    int frozenRows() {
        return rowsAbove() + table.headerRows();
    }
}
