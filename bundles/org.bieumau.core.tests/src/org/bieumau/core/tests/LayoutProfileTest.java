/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.bieumau.core.layout.Component;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.layout.LayoutProfile;
import org.bieumau.core.problem.CoreMessages;
import org.bieumau.core.registry.Registry;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Orientation;
import org.bieumau.model.PaperSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LayoutProfileTest {

    private static final LocalDate DAY = LocalDate.of(2021, 4, 27);

    private final LayoutProfile nd30 = Registry.load().profile("nd30").orElseThrow();

    @ParameterizedTest
    @EnumSource(Component.class)
    void everyComponentHasARowWithASource(Component component) {
        var style = nd30.style(component, DAY);
        assertTrue(style.source().startsWith("ND30-") || style.source().equals("practice"), style.source());
        assertTrue(style.size() >= 11 && style.size() <= 14, () -> component + " " + style.size());
        assertTrue(style.lineSpacing() >= 1 && style.lineSpacing() <= 1.5);
    }

    @Test
    void theRowOfTheDayIsTaken() {
        var profile = LayoutProfile.read("x", "X", new ByteArrayInputStream("""
                style\tBODY\told\t2020-01-01\t2020-12-31\t13\t-\tLEFT\t10\t0\t6\t1
                style\tBODY\tnew\t2021-01-01\t-\t14\tBI\tJUSTIFY\t10\t0\t6\t1
                """.getBytes(StandardCharsets.UTF_8)));
        assertEquals("old", profile.style(Component.BODY, LocalDate.of(2020, 6, 1)).source());
        assertEquals("new", profile.style(Component.BODY, LocalDate.of(2022, 6, 1)).source());
        assertEquals("old", profile.style(Component.BODY, LocalDate.of(1999, 1, 1)).source());
        assertThrows(IllegalArgumentException.class, () -> profile.style(Component.MOTTO, DAY));
    }

    @Test
    void aLandscapePageLiesOnItsLongSide() {
        var page = nd30.page(PaperSize.A4, Orientation.LANDSCAPE);
        assertEquals(297, page.width());
        assertEquals(297 - page.left() - page.right(), page.textWidth());
    }

    @Test
    void aFormWithoutATemplateIsRefused() {
        var form = BieumauFactory.eINSTANCE.createForm();
        assertThrows(IllegalArgumentException.class, () -> Layout.of(form, nd30));
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertEquals(CoreMessages.ALL.keys(Locale.ROOT), CoreMessages.ALL.keys(Locale.ENGLISH));
    }
}
