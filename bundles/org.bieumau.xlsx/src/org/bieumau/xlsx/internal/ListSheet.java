/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.io.IOException;
import java.util.List;
import org.bieumau.core.layout.Blocks;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.spi.Progress;
import org.bieumau.ooxml.internal.XmlWriter;

/** A further sheet of a workbook: a list that goes with its form. */
record ListSheet(Layout layout, Blocks blocks, Heading heading, String name) implements AutoCloseable {

    /** @param taken the names of the sheets so far */
    static ListSheet open(Layout layout, List<String> taken) throws IOException {
        var blocks = layout.open();
        try {
            var heading = Heading.read(blocks);
            return new ListSheet(layout, blocks, heading, WorkbookPart.sheetName(heading, taken));
        } catch (IOException | RuntimeException e) {
            blocks.close();
            throw e;
        }
    }

    /** @param styles the cell formats of the workbook */
    void write(XmlWriter xml, CellStyles styles, Progress progress) throws IOException {
        // The number of rows is told for the form alone.
        new SheetPart(
                        xml,
                        layout,
                        styles,
                        heading,
                        ChoiceLists.NONE,
                        new SheetCharts(List.of(), name),
                        rows -> progress.goesOn(0))
                .write(blocks);
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }
}
