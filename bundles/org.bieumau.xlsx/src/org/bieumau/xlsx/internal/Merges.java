/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.io.IOException;
import java.util.Arrays;
import org.bieumau.core.internal.sheet.CellNames;
import org.bieumau.ooxml.internal.XmlWriter;

/** The merged cells of a sheet. They are written after the rows and therefore kept in memory, four numbers each. */
final class Merges {

    private int[] bounds = new int[64];
    private int size;

    /** Adds a merge. Columns count from 0, rows from 1. */
    void add(int column, int row, int lastColumn, int lastRow) {
        if (size + 4 > bounds.length) {
            bounds = Arrays.copyOf(bounds, bounds.length * 2);
        }
        bounds[size++] = column;
        bounds[size++] = row;
        bounds[size++] = lastColumn;
        bounds[size++] = lastRow;
    }

    void write(XmlWriter xml) throws IOException {
        if (size == 0) {
            return;
        }
        xml.start("mergeCells").attribute("count", size / 4);
        for (int i = 0; i < size; i += 4) {
            xml.empty("mergeCell", "ref", CellNames.range(bounds[i], bounds[i + 1], bounds[i + 2], bounds[i + 3]));
        }
        xml.end();
    }
}
