/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bieumau.rcp.internal.preferences.Appearance;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Checks what all pages, views, wizards, preference pages and dialogues have in common. */
class TourTest {

    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

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
        if (Boolean.getBoolean("bieumau.tour.dark")) {
            PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(DARK, false);
            Appearance.DARK.prepare();
        }
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
