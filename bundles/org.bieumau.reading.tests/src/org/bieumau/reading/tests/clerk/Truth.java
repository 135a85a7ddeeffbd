/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.layout.Block;
import org.bieumau.model.Form;
import org.bieumau.reading.tests.PrintedRows;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;

/**
 * What a form says: a line for each row of its table, with everything that is computed.
 *
 * @param lines lines from the header to the last total
 */
record Truth(Form form, ResolvedTemplate template, List<Line> lines) {

    /**
     * A row of a form.
     *
     * @param section heading of the section of the row; an empty string if there is none
     * @param texts for each column its text and value; null for a column without a cell
     * @param shown for each column the text alone
     * @param source entry, printed row or section; null for other rows
     */
    record Line(
            Block.RowKind kind,
            String section,
            List<@Nullable String> texts,
            List<@Nullable String> shown,
            @Nullable EObject source) {

        boolean isEntry() {
            return kind.isEntry();
        }
    }

    static Truth of(Form form) throws IOException {
        var template = ResolvedTemplate.of(form.getTemplate());
        var lines = new ArrayList<Line>();
        var section = "";
        for (var row : PrintedRows.rows(form)) {
            var texts = new String[template.columns().size()];
            var shown = new String[template.columns().size()];
            for (var cell : row.cells()) {
                texts[cell.column()] = PrintedRows.text(cell);
                shown[cell.column()] =
                        cell.paragraphs().stream().map(Block.Paragraph::text).collect(Collectors.joining("\n"));
            }
            if (row.kind() == Block.RowKind.SECTION) {
                section = Arrays.stream(texts).filter(text -> text != null).collect(Collectors.joining(" "));
            }
            lines.add(new Line(row.kind(), section, Arrays.asList(texts), Arrays.asList(shown), row.source()));
        }
        return new Truth(form, template, lines);
    }
}
