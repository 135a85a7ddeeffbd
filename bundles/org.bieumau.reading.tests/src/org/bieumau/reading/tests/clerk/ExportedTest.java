/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bieumau.core.layout.Block;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.examples.internal.Examples;
import org.bieumau.model.Form;
import org.bieumau.reading.internal.grid.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of an exported form are marked with the lines that they show. */
class ExportedTest {

    @TempDir
    private static Path folder;

    /** A workbook shows a long text in several rows, so that lines and rows are not numbered alike. */
    @Test
    void headingsAreMarkedBelowTextsOfSeveralRows() throws Exception {
        Examples.copyTo(folder);
        var expected = new ArrayList<String>();
        var marked = new ArrayList<String>();
        for (var name : Examples.NAMES) {
            var file = BieuFile.open(folder.resolve(name + ".bieu"));
            for (var element : file.elements()) {
                if (element instanceof Form form && !form.isBlank()) {
                    var paper = new Exported(file, form, "xlsx", folder).paper();
                    headings(paper).forEach(line -> {
                        expected.add(shown(paper, line));
                        marked.add(text(paper, line));
                    });
                }
            }
        }

        assertEquals(String.join("\n", expected), String.join("\n", marked));
    }

    private static List<Integer> headings(Paper paper) {
        var lines = paper.truth.lines();
        return IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).kind() == Block.RowKind.SECTION)
                .boxed()
                .toList();
    }

    private static String shown(Paper paper, int line) {
        return Texts.line(paper.truth.lines().get(line).shown().stream()
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" ")));
    }

    private static String text(Paper paper, int line) {
        return Texts.line(paper.table.rows.stream()
                .filter(row -> row.line == line)
                .flatMap(row -> row.filled().stream())
                .map(Cell::text)
                .collect(Collectors.joining(" ")));
    }
}
