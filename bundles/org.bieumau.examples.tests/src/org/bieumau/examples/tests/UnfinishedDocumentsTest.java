/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.bieumau.model.Form;
import org.bieumau.model.Library;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports documents that are still being typed: whatever is missing, no exporter fails. */
class UnfinishedDocumentsTest {

    private static final int STEPS = 60;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vidu-quyetdinh",
                "vidu-tonghop",
                "vidu-thongbao",
                "vidu-bienban",
                "quangngai-2022-congvan",
                "vidu-bansao",
                "vidu-vanbandang"
            })
    void everyPrefixIsExported(String example) throws Exception {
        Examples.copyTo(folder);
        var file = folder.resolve(example + ".bieu");
        var text = Files.readString(file);
        for (int step = 1; step < STEPS; step++) {
            var end = text.length() * step / STEPS;
            Files.writeString(file, text.substring(0, end));
            var library = new BieuReader(List.of()).read(file).library();
            assertDoesNotThrow(
                    () -> export(library), () -> example + ": " + text.substring(Math.max(0, end - 60), end));
        }
    }

    private static void export(Library library) throws Exception {
        for (var element : library.getElements()) {
            var hasTemplate = !(element instanceof Form form)
                    || form.getTemplate() != null && !form.getTemplate().eIsProxy();
            if (Layout.supports(element) && hasTemplate) {
                var layout =
                        Layout.of(element, Registry.installed().profile("nd30").orElseThrow());
                for (var exporter : Registry.installed().exporters()) {
                    if (exporter.accepts(layout)) {
                        exporter.export(layout, OutputStream.nullOutputStream(), Progress.NONE);
                    }
                }
            }
        }
    }
}
