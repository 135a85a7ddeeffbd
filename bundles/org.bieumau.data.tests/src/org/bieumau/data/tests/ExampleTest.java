/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.dsl.library.ExportRun;
import org.bieumau.examples.internal.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the example whose rows are in a CSV file. */
class ExampleTest {

    @TempDir
    private Path folder;

    @Test
    void exampleIsExportedWithoutProblems() throws Exception {
        Examples.copyTo(folder);
        var registry = Registry.installed();
        var problems = new ArrayList<Problem>();
        var listener = new ExportRun.Listener() {
            @Override
            public void checked(Path file, List<Problem> found, boolean exported) {
                problems.addAll(found);
            }

            @Override
            public void data(List<Problem> found) {
                problems.addAll(found);
            }

            @Override
            public void failed(Problem problem) {
                problems.add(problem);
            }
        };
        new ExportRun(
                        new BieuReader(List.of(), registry),
                        folder,
                        List.of(registry.exporter("html").orElseThrow()),
                        ExportRun.Options.DEFAULT,
                        listener)
                .run(List.of(folder.resolve("vidu-dulieu.bieu")));
        assertEquals(List.of(), problems);
        var html = Files.readString(folder.resolve("vidu-dulieu.html"));
        for (var text : List.of("Lê Văn \"Tư\" Thử", "001090000001", "12.500.000", "Giống, vốn sản xuất")) {
            assertTrue(html.contains(text), text);
        }
    }
}
