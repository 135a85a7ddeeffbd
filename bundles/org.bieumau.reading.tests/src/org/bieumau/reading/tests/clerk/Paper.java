/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.util.List;
import org.bieumau.reading.internal.shape.RowKind;

/** An exported form on the desk of a clerk: its table can be changed, and what is around it. */
abstract class Paper {

    final Table table = new Table();
    /** What the form says; changes do not change it. */
    Truth truth;

    /** Returns a new cell with a text. */
    abstract Cell cell(int column, String text);

    /** Returns a row of texts that belongs to no row of the form. Empty texts have no cell. */
    Row row(RowKind kind, String... texts) {
        var row = new Row(kind);
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty()) {
                row.cells.add(cell(i, texts[i]));
            }
        }
        return row;
    }

    /** Writes texts above the table. */
    abstract void writeAbove(List<String> lines);

    /** Writes texts below the table. */
    abstract void writeBelow(List<String> lines);

    /** Adds another table: in a document before or after the form, in a workbook as another sheet. */
    abstract void addTable(boolean isBefore, List<List<String>> texts);

    /** Returns the changed file, and gives each row its place in it. */
    abstract byte[] bytes();
}
