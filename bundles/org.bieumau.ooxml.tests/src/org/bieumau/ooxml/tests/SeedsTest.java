/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.bieumau.testing.Seeds;
import org.junit.jupiter.api.Test;

/** Cases with consecutive numbers begin with different choices, and each can be repeated alone. */
class SeedsTest {

    @Test
    void firstChoicesOfConsecutiveCasesAreEquallyFrequentAndIndependent() {
        // One choice of four, then one of three, as of a file and the kind of its damage.
        var counts = new int[12];
        var repeated = 0;
        var last = -1;
        for (int number = 0; number < 1200; number++) {
            var random = Seeds.random(18, number);
            var choice = random.nextInt(4) * 3 + random.nextInt(3);
            counts[choice]++;
            repeated += choice == last ? 1 : 0;
            last = choice;
        }
        assertTrue(Arrays.stream(counts).allMatch(each -> each > 60 && each < 140), () -> Arrays.toString(counts));
        assertTrue(repeated > 60 && repeated < 140, "repeated choices: " + repeated);
    }

    @Test
    void aCaseDependsOnlyOnSeedAndNumber() {
        assertEquals(Seeds.random(18, 7).nextLong(), Seeds.random(18, 7).nextLong());
    }
}
