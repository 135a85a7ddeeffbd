/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.tests.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.docx.internal.DocxExporter;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.bieumau.model.Document;
import org.bieumau.model.Form;
import org.bieumau.model.LibraryElement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exported documents are read back as they were laid out: pages, words, automatic numbers, looks, rules, tables with
 * spans, and notes. {@link Expectation} describes the blocks of the layout, {@link Description} the items that were
 * read, in the same words.
 */
class RoundTripTest {

    @TempDir
    private Path folder;

    static List<String> examples() {
        return Examples.NAMES;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exportedDocumentsAndFormsAreReadBack(String example) throws Exception {
        Examples.copyTo(folder);
        var registry = Registry.load(getClass().getClassLoader());
        var library = new BieuReader(List.of(), registry)
                .read(folder.resolve(example + ".bieu"))
                .library();
        var checked = new ArrayList<String>();
        for (var element : library.getElements()) {
            if (element instanceof Document document) {
                check(
                        element,
                        Layout.of(
                                document,
                                ResolvedDocument.of(document).profile(registry).orElseThrow()));
                checked.add(element.getName());
            } else if (element instanceof Form) {
                check(element, Layout.of(element, registry.profile("nd30").orElseThrow()));
                checked.add(element.getName());
            }
        }
        if (checked.isEmpty()) {
            throw new AssertionError(example + " has neither documents nor forms");
        }
    }

    private void check(LibraryElement element, Layout layout) throws Exception {
        var out = new ByteArrayOutputStream();
        new DocxExporter().export(layout, out, Progress.NONE);
        var file = Files.write(folder.resolve("bieu.docx"), out.toByteArray());
        assertEquals(
                String.join("\n", Expectation.of(layout)),
                String.join("\n", Description.of(WordFixture.read(file))),
                element::getName);
    }
}
