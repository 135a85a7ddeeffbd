/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.tests.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.bieumau.core.spi.Progress;
import org.bieumau.docx.internal.reading.DocxImporter;
import org.bieumau.testing.OfficeMutator;
import org.bieumau.testing.RealFile;
import org.bieumau.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads damaged documents: each is read, or ends with a problem. The system properties <code>bieumau.fuzz.docx.count
 * </code>, <code>.seed</code> and <code>.first</code> set the run; a document depends only on the seed and its number.
 */
class DocxFuzzTest {

    private static final long SEED = Long.getLong("bieumau.fuzz.docx.seed", 18);
    private static final long FIRST = Long.getLong("bieumau.fuzz.docx.first", 0);
    private static final long COUNT = Long.getLong("bieumau.fuzz.docx.count", 400);

    @TempDir
    private Path folder;

    private List<byte[]> documents() throws IOException {
        var documents = new ArrayList<byte[]>();
        for (var file : List.of(RealFile.MONTHLY_REPORT, RealFile.CURRICULUM_VITAE)) {
            try (var in = file.open()) {
                documents.add(in.readAllBytes());
            }
        }
        documents.add(Constructs.document().bytes());
        return documents;
    }

    /** The limit only ends a test that hangs; long runs print the longest time of a document. */
    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void damagedDocumentsAreReadOrEndWithAProblem() throws Exception {
        var documents = documents();
        var outcomes = new TreeMap<String, Integer>();
        var slowest = 0L;
        var slowestNumber = 0L;
        for (long number = FIRST; number < FIRST + COUNT; number++) {
            var random = Seeds.random(SEED, number);
            var mutant = new OfficeMutator(random).mutate(documents.get(random.nextInt(documents.size())));
            var file = Files.write(folder.resolve("hong.docx"), mutant.bytes());
            var start = System.nanoTime();
            var outcome = OfficeMutator.outcome(
                    () -> new DocxImporter().open(file, Progress.NONE), "seed " + SEED + ", number " + number);
            outcomes.merge(mutant.kind() + " " + outcome, 1, Integer::sum);
            var time = System.nanoTime() - start;
            if (time > slowest) {
                slowest = time;
                slowestNumber = number;
            }
        }
        if (COUNT > 1000) {
            System.out.printf("%s%nslowest: %d ms, number %d%n", outcomes, slowest / 1_000_000, slowestNumber);
        }
        assertEquals(COUNT, outcomes.values().stream().mapToInt(each -> each).sum());
    }
}
