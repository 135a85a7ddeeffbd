/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bieumau.core.layout.Block;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.examples.internal.Examples;
import org.bieumau.model.Form;
import org.bieumau.reading.internal.grid.Texts;
import org.bieumau.testing.ZipParts;
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

    /** A paper serves several mutations until one is possible. */
    @Test
    void impossibleMutationsLeavePapersAsTheyWere() throws Exception {
        Examples.copyTo(folder);
        for (var name : Examples.NAMES) {
            var file = BieuFile.open(folder.resolve(name + ".bieu"));
            var form = file.elements().stream()
                    .filter(element -> element instanceof Form each && !each.isBlank())
                    .findFirst();
            if (form.isPresent()) {
                for (var format : List.of("docx", "xlsx")) {
                    var exported = new Exported(file, (Form) form.get(), format, folder);
                    var paper = exported.paper();
                    for (var mutation : Catalogue.MUTATIONS) {
                        if (!mutation.change(exported.paper(), new Random(1))) {
                            mutation.change(paper, new Random(1));
                        }
                    }

                    assertEquals(texts(exported.paper()), texts(paper), name + " " + format);
                }
            }
        }
    }

    private static Map<String, String> texts(Paper paper) {
        var texts = new TreeMap<String, String>();
        ZipParts.read(paper.bytes()).forEach((name, part) -> texts.put(name, new String(part, StandardCharsets.UTF_8)));
        return texts;
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
