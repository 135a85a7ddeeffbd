/* SPDX-License-Identifier: EPL-2.0 */
package org.example;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.Row;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.Progress;
import org.bieumau.model.Form;

/** Writes the rows of a form as comma-separated values. */
public final class CsvExporter implements Exporter {

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public String title() {
        return "CSV";
    }

    @Override
    public boolean accepts(Layout layout) {
        return layout.element() instanceof Form;
    }

    @Override
    public void export(Layout layout, OutputStream out, Progress progress) throws IOException {
        try (var blocks = layout.open()) {
            for (var block = blocks.next(); block != null; block = blocks.next()) {
                if (block instanceof Row row) {
                    var line = row.cells().stream()
                            .map(cell -> cell.paragraphs().stream()
                                    .map(Paragraph::text)
                                    .collect(Collectors.joining("\n", "\"", "\""))
                                    .replace("\"\"", ""))
                            .collect(Collectors.joining(","));
                    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }
}
