/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.model.Form;

/** The rows of a form as the resolved model has them: headings, values and marks, with everything that is computed. */
public final class PrintedRows {

    private PrintedRows() {}

    /** Returns a line for each row. */
    static List<String> of(Form form) throws IOException {
        return rows(form).stream()
                .filter(row -> row.kind() != Block.RowKind.HEADER)
                .map(row -> row.kind() + ": "
                        + row.cells().stream().map(PrintedRows::text).collect(Collectors.joining(" | ")))
                .toList();
    }

    /** Returns all rows, from the header to the last total. */
    public static List<Block.Row> rows(Form form) throws IOException {
        var rows = new ArrayList<Block.Row>();
        var profile = Registry.installed().profile("nd30").orElseThrow();
        try (var blocks = Layout.of(form, profile).open()) {
            for (var block = blocks.next(); block != null; block = blocks.next()) {
                if (block instanceof Block.Row row) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    /** Returns the text of a cell, and the number or date that it shows. */
    public static String text(Block.Cell cell) {
        return cell.paragraphs().stream().map(Block.Paragraph::text).collect(Collectors.joining("⏎"))
                + (cell.value() == null ? "" : " = " + cell.value());
    }
}
