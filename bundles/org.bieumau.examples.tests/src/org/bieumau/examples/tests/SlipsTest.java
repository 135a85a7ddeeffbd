/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that a single slip in an example is reported as one problem, at its place. The number of slips and the seed can
 * be set by the system properties <code>bieumau.slips</code> and <code>bieumau.slips.seed</code>; <code>releng/slips
 * </code> prints the table of 300.
 */
class SlipsTest {

    @Test
    void oneSlipIsOneProblemAtItsPlace(@TempDir Path folder) throws Exception {
        var rows = new SlipTable(folder)
                .rows(Integer.getInteger("bieumau.slips", 120), Long.getLong("bieumau.slips.seed", 1));
        System.out.println(SlipTable.table(rows));
        if (Boolean.getBoolean("bieumau.slips.list")) {
            rows.stream()
                    .filter(row -> !row.hit() || row.problems().size() > 1)
                    .map(SlipTable::describe)
                    .forEach(System.out::println);
        }
        assertEquals(1.0, SlipTable.median(rows));
        assertTrue(SlipTable.hits(rows) >= 95, () -> SlipTable.table(rows));
    }
}
