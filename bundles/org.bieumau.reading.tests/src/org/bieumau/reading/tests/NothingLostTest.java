/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Leftover;
import org.bieumau.model.TextValue;
import org.bieumau.reading.internal.draw.TemplateDrawing;
import org.bieumau.reading.internal.grid.Texts;
import org.bieumau.reading.internal.rows.FormReading;
import org.bieumau.reading.internal.rows.Ledger.Use;
import org.bieumau.reading.internal.shape.ShapeFinder;
import org.bieumau.testing.RealFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each character of a file becomes part of a value, a label of the template or a leftover. */
class NothingLostTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("org.bieumau.testing.RealFile#officeOpenXml")
    void charactersOfRealFilesAreKept(RealFile real) throws Exception {
        var file = real.copyTo(folder);
        var open = 0;
        for (var grid : Import.content(file).grids()) {
            var shape = ShapeFinder.find(grid);
            if (shape.isPresent()) {
                var template = new BieuReader()
                        .read(TemplateDrawing.of(shape.get(), "M", "Biểu"))
                        .element(FormTemplate.class, "M")
                        .orElseThrow();
                try {
                    check(file, template);
                } catch (ProblemException refused) {
                    assertEquals("READ-TABLE-OPEN", refused.problem().code());
                    open++;
                }
            }
        }
        // The sheets of the commune and of the district have the same rows, number and title.
        assertEquals(real == RealFile.LABOUR_SURVEY ? 2 : 0, open);
    }

    @Test
    void charactersOfExportsAreKept() throws Exception {
        Examples.copyTo(folder);
        for (var name : Examples.NAMES) {
            var source = BieuFile.open(folder.resolve(name + ".bieu"));
            for (var element : source.elements()) {
                if (element instanceof Form form && !form.isBlank()) {
                    for (var format : List.of("docx", "xlsx")) {
                        var target = folder.resolve(name + "." + format);
                        source.export(form, target);
                        check(target, form.getTemplate());
                    }
                }
            }
        }
    }

    private static void check(Path file, FormTemplate template) throws Exception {
        var content = Import.content(file);

        var reading = Import.read(content, template);

        var uses = reading.ledger().characters(content);
        assertEquals(
                characters(file),
                uses.values().stream().mapToLong(Long::longValue).sum());
        assertEquals(uses.getOrDefault(Use.LEFTOVER, 0L), leftovers(reading));
        assertTrue(uses.getOrDefault(Use.LABEL, 0L) > 0, "no label was found");
    }

    /** Returns the number of characters that the reader of the format gives. */
    private static long characters(Path file) throws Exception {
        var name = file.getFileName().toString();
        var importer = Registry.installed().importers().stream()
                .filter(each -> each.extensions().contains(name.substring(name.lastIndexOf('.') + 1)))
                .findFirst()
                .orElseThrow();
        var texts = new ArrayList<String>();
        try (var items = importer.open(file, Progress.NONE)) {
            for (var item = items.next(); item != null; item = items.next()) {
                switch (item) {
                    case SourceItem.Paragraph paragraph -> texts.add(paragraph.label() + paragraph.text());
                    case SourceItem.Row row -> row.cells().forEach(cell -> texts.add(cell.shown()));
                    case SourceItem.PageStart page ->
                        Stream.of(page.header(), page.footer(), page.firstPage())
                                .flatMap(List::stream)
                                .forEach(each -> texts.add(each.label() + each.text()));
                    default -> {}
                }
            }
        }
        return texts.stream().mapToLong(Texts::characters).sum();
    }

    private static long leftovers(FormReading reading) {
        return reading.form().getLeftovers().stream()
                .map(Leftover::getValue)
                .mapToLong(value -> Texts.characters(((TextValue) value).getText()))
                .sum();
    }
}
