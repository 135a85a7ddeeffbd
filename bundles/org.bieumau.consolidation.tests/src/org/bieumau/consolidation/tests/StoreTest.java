/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.bieumau.consolidation.internal.record.Datum;
import org.bieumau.consolidation.internal.record.ReturnContent;
import org.bieumau.consolidation.internal.record.ReturnProblem;
import org.bieumau.consolidation.internal.record.ReturnRow;
import org.bieumau.consolidation.internal.record.ReturnTable;
import org.bieumau.consolidation.internal.record.Spot;
import org.bieumau.consolidation.internal.run.DeferredDifferences;
import org.bieumau.consolidation.internal.status.Difference;
import org.bieumau.consolidation.internal.store.LineSort;
import org.bieumau.consolidation.internal.store.ResultStore;
import org.bieumau.model.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept in files comes back unchanged, or not at all. */
class StoreTest {

    private static final String KEY = "ab0123";

    @TempDir
    private Path folder;

    private static ReturnContent content() {
        var sheet = new Spot(Spot.Kind.SHEET, "Biểu 2", 0, 0, "");
        var cells = new LinkedHashMap<String, Datum>();
        cells.put("tên", new Datum(Datum.Kind.PROSE, "một\nhai \\ ba\r\u001f"));
        cells.put("số", new Datum(Datum.Kind.DECIMAL, "-12.5"));
        cells.put("có", new Datum(Datum.Kind.MARK, ""));
        return new ReturnContent(
                2,
                "UBND xã Tân Thủy",
                List.of("UBND xã Tân Thủy", ""),
                "năm 2022",
                "ha",
                List.of(new ReturnTable(sheet, 3, 300, Map.of("tên", "B", "số", "AA"))),
                List.of(
                        new ReturnRow("I", "", "a.b", "Lúa", 0, 70_000, cells),
                        new ReturnRow("", "tổng", "", "", -1, 0, Map.of())),
                List.of("ô C9: ?"),
                List.of(new ReturnProblem("READ-X", "ERROR", "…", sheet.cell(9, "C"), -1, "")));
    }

    @Test
    void storedResultComesBackUnchanged() throws IOException {
        var store = new ResultStore(folder.resolve("kho"));
        assertEquals(Optional.empty(), store.get(KEY));
        store.put(KEY, content());

        assertEquals(Optional.of(content()), store.get(KEY));
        var cells = store.get(KEY).orElseThrow().rows().getFirst().cells();
        assertEquals(List.of("tên", "số", "có"), List.copyOf(cells.keySet()));
    }

    @Test
    void damagedResultIsReadAgain() throws IOException {
        var store = new ResultStore(folder.resolve("kho"));
        store.put(KEY, content());
        var file = folder.resolve("kho/ab/0123");
        var bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertEquals(Optional.empty(), store.get(KEY), "length " + length);
        }
        var random = new Random(4);
        for (int i = 0; i < 2000; i++) {
            var changed = bytes.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
            Files.write(file, changed);
            var read = store.get(KEY);
            assertTrue(read.isEmpty() || read.get().equals(content()), read::toString);
        }
    }

    @Test
    void linesAreSortedWhateverPartIsInMemory() throws IOException {
        var random = new Random(5);
        var lines = new ArrayList<String>();
        for (int i = 0; i < 30_000; i++) {
            lines.add("%05d %s".formatted(random.nextInt(100_000), "đỗ\ud83d\ude00".repeat(random.nextInt(4))));
        }
        var sorted = new ArrayList<>(lines);
        Collections.sort(sorted);
        for (var most : List.of(2_000L, 100_000L, 100_000_000L)) {
            var found = new ArrayList<String>();
            try (var sort = new LineSort(folder, most)) {
                for (var line : lines) {
                    sort.add(line);
                }
                sort.sorted(found::add);
            }
            assertEquals(sorted, found);
            try (var left = Files.list(folder)) {
                assertEquals(0, left.count());
            }
        }
    }

    @Test
    void differencesBeyondTheMemoryKeepTheirOrder() throws Exception {
        var all = IntStream.range(0, 25)
                .mapToObj(i -> Difference.of("X", Severity.WARNING, "số " + i, i % 3, "tệp " + i))
                .toList();
        var passed = new ArrayList<Difference>();
        try (var deferred = new DeferredDifferences(folder, 4)) {
            for (var each : all) {
                deferred.add(each);
            }
            deferred.pass(passed::add);
        }

        assertEquals(all, passed);
        try (var left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }
}
