/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bieumau.core.internal.export.ExportPlan;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are written at the same time have the same bytes as files written one after the other. */
class SimultaneousExportsTest {

    private static final int THREADS = 2;

    /** A page that is written so fast that the threads often finish files in the same moment. */
    private static final String SMALL = """
            mẫu biểu M "KHẢO SÁT ḷ ∞ ☐" { cột tên "TÊN": chữ   cột số "SỐ": số }
            biểu B lập theo mẫu M { dòng { tên "**Một** *hai* ***ba***"   số 1 } }
            """;

    @TempDir
    private Path folder;

    private final Registry registry = Registry.load(getClass().getClassLoader());

    @Test
    void smallFilesHaveTheSameBytes() throws Exception {
        compare(List.of(Files.writeString(folder.resolve("a.bieu"), SMALL)), 50);
    }

    @Test
    void examplesHaveTheSameBytes() throws Exception {
        compare(Examples.copyTo(folder), 1);
    }

    private void compare(List<Path> files, int rounds) throws Exception {
        var expected = new TreeMap<String, Integer>();
        for (var export : exports(files)) {
            expected.putAll(export.call());
        }
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var others = new ArrayList<Callable<List<String>>>();
            for (int i = 0; i < THREADS; i++) {
                var random = new Random(i);
                others.add(() -> {
                    var exports = exports(files);
                    var different = new ArrayList<String>();
                    for (int round = 0; round < rounds; round++) {
                        Collections.shuffle(exports, random);
                        for (var export : exports) {
                            export.call().forEach((name, hash) -> {
                                if (!hash.equals(expected.get(name))) {
                                    different.add(name);
                                }
                            });
                        }
                    }
                    return different;
                });
            }
            for (var different : threads.invokeAll(others)) {
                assertEquals(List.of(), different.get());
            }
        }
    }

    /**
     * Returns an export of each element in each format, which returns a hash of the bytes by the name of the output.
     */
    private List<Callable<Map<String, Integer>>> exports(List<Path> files) throws Exception {
        var reader = new BieuReader(List.of(), registry);
        var exports = new ArrayList<Callable<Map<String, Integer>>>();
        for (var file : files) {
            var plan = new ExportPlan(registry, file.getFileName().toString(), null);
            for (var element : ExportPlan.all(reader.read(file).library())) {
                for (var output : plan.outputs(element, exporters(), false)) {
                    exports.add(() -> {
                        var out = new ByteArrayOutputStream();
                        plan.write(output, out, Progress.NONE);
                        var text = out.toString(StandardCharsets.ISO_8859_1);
                        return Map.of(output.name() + "." + output.exporter().id(), text.hashCode());
                    });
                }
            }
        }
        return exports;
    }

    private List<Exporter> exporters() {
        return List.of("docx", "xlsx", "pdf", "html").stream()
                .map(format -> registry.exporter(format).orElseThrow())
                .toList();
    }
}
