/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.bieumau.examples.tests.fuzz.Fuzzing.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Gives changed and generated files to the program: each must be reported or exported, well-formed and without loss.
 * System properties set the run: <code>bieumau.fuzz.seed</code>, <code>.count</code>, <code>.first</code> (the number
 * of the first input), <code>.seconds</code> (of the clock, after which no input is begun), <code>.threads</code> and
 * <code>.keep</code>, a folder for the inputs that show a fault. <code>releng/fuzz</code> sets them.
 */
class FuzzTest {

    @Test
    void eachInputIsReportedOrExportedWithoutLoss(@TempDir Path folder) throws Exception {
        var seed = Long.getLong("bieumau.fuzz.seed", 1);
        var fuzzing = new Fuzzing(
                folder,
                seed,
                Long.getLong("bieumau.fuzz.first", 0),
                Long.getLong("bieumau.fuzz.count", 1000),
                Duration.ofSeconds(Long.getLong("bieumau.fuzz.seconds", 600)),
                new Progress(Duration.ofMinutes(1), System.out::println));
        var failures = fuzzing.run(
                Integer.getInteger("bieumau.fuzz.threads", Runtime.getRuntime().availableProcessors()));
        System.out.println("releng/fuzz --seed " + seed + "\n" + fuzzing.table() + fuzzing.list());
        var keep = System.getProperty("bieumau.fuzz.keep");
        if (keep != null) {
            for (var failure : failures) {
                Files.write(
                        Files.createDirectories(Path.of(keep))
                                .resolve(failure.input().number() + ".bieu"),
                        failure.input().bytes());
            }
        }
        assertTrue(failures.isEmpty(), () -> "releng/fuzz --seed " + seed + "\n" + fuzzing.list());
    }

    @Test
    void longRunsReportTheirProgress(@TempDir Path folder) throws Exception {
        var lines = new ArrayList<String>();
        new Fuzzing(folder, 1, 0, 2, Duration.ofMinutes(5), new Progress(Duration.ZERO, lines::add)).run(1);

        assertEquals(2, lines.size());
        assertTrue(lines.getFirst().startsWith("1 of 2 inputs tried"), lines::toString);
    }
}
