/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Checks what all pages, views, wizards, preference pages and dialogues have in common. */
class TourTest {

    @RegisterExtension
    final Studio studio = new Studio();

    /**
     * With <code>-Dbieumau.tour.shots=true</code>, saves a screenshot of each place, and with <code>
     * -Dbieumau.tour.dark=true
     * </code> in the dark theme.
     */
    @Test
    void everythingIsInVietnamese() throws Exception {
        var texts = new Texts();
        var withShots = Boolean.getBoolean("bieumau.tour.shots");
        new Tour(studio, (place, shown) -> {
                    texts.visit(place, shown);
                    if (withShots) {
                        studio.shot("tour-" + place.replaceAll("[^A-Za-z0-9]+", "-"), shown);
                    }
                })
                .all();
        assertTrue(texts.count() > 1000, texts.count() + " texts");
        assertEquals(List.of(), texts.notVietnamese());
    }
}
