/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.Evidence;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.profile.LayoutRule;
import org.bieumau.core.registry.Registry;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Orientation;
import org.bieumau.model.PaperSize;
import org.bieumau.model.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LayoutProfileTest {

    private static final LocalDate DAY = LocalDate.of(2021, 4, 27);

    private final LayoutProfile nd30 = Registry.installed().profile("nd30").orElseThrow();

    @ParameterizedTest
    @EnumSource(Component.class)
    void everyComponentHasAStyleWithASource(Component component) {
        var style = nd30.style(component, DAY);
        assertTrue(style.id().startsWith("ND30-") == (style.evidence() == Evidence.VERIFIED), style.id());
        var look = style.look();
        assertTrue(style.allowsSize(look.size()), () -> component + " " + look.size());
        assertTrue(look.size() >= 11 && look.size() <= 14, () -> component + " " + look.size());
        assertTrue(look.lineSpacing() >= 1 && look.lineSpacing() <= 1.5);
    }

    @Test
    void rowsAreChosenByDay() {
        var profile = LayoutProfile.read("x", "X", new ByteArrayInputStream("""
                style\tBODY\told\tA\t2020-01-01\t2020-12-31\tV\t13-14\t13\t-\tLEFT\t10\t0\t6\t1
                style\tBODY\tnew\tB\t2021-01-01\t-\tU\t13-14\t14\tBI\tJUSTIFY\t10\t0\t6\t1
                rule\tMOTTO\tr\tA\t2020-01-01\t2020-12-31\tV\ta_b
                rule\tMOTTO\tr\tA\t2021-01-01\t-\tV\t-
                check\tX-Y\tc\tA\t2021-01-01\t-\tP\tWARNING
                """.getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                "old", profile.style(Component.BODY, LocalDate.of(2020, 6, 1)).id());
        assertEquals(
                "new", profile.style(Component.BODY, LocalDate.of(2022, 6, 1)).id());
        assertEquals(
                "old", profile.style(Component.BODY, LocalDate.of(1999, 1, 1)).id());
        assertEquals(Evidence.UNVERIFIED, profile.style(Component.BODY, DAY).evidence());
        assertEquals("a b", profile.text(LayoutRule.Key.MOTTO, LocalDate.of(2020, 6, 1)));
        assertEquals("", profile.text(LayoutRule.Key.MOTTO, DAY));
        assertEquals(Optional.of(Severity.WARNING), profile.severity("X-Y", DAY));
        assertEquals(Optional.empty(), profile.severity("X-Y", LocalDate.of(2020, 6, 1)));
        assertThrows(IllegalArgumentException.class, () -> profile.style(Component.MOTTO, DAY));
    }

    /** Compares sizes and emphasis with the table of ND30, Phụ lục I, mục V, copied from the decree by hand. */
    @ParameterizedTest
    @CsvSource({
        "NATIONAL_NAME, 12, 13, BC",
        "MOTTO, 13, 14, B",
        "SUPERIOR, 12, 13, C",
        "ISSUER, 12, 13, BC",
        "NUMBER_SYMBOL, 13, 13, ''",
        "PLACE_DATE, 13, 14, I",
        "TYPE_NAME, 13, 14, BC",
        "SUBJECT, 13, 14, B",
        "LETTER_SUBJECT, 12, 13, ''",
        "BODY, 13, 14, ''",
        "PART_LABEL, 13, 14, B",
        "PART_TITLE, 13, 14, BC",
        "SECTION_LABEL, 13, 14, B",
        "SECTION_TITLE, 13, 14, BC",
        "ARTICLE_HEADING, 13, 14, B",
        "ROMAN_HEADING, 13, 14, BC",
        "CLAUSE_HEADING, 13, 14, B",
        "CLAUSE, 13, 14, ''",
        "POINT, 13, 14, ''",
        "POSITION, 13, 14, BC",
        "SIGNER, 13, 14, B",
        "ADDRESSEE, 13, 14, ''",
        "RECIPIENTS_LABEL, 12, 12, BI",
        "RECIPIENT, 11, 11, ''",
        "APPENDIX_LABEL, 14, 14, B",
        "APPENDIX_TITLE, 13, 14, BC",
        "URGENCY, 13, 14, BC",
        "DRAFTER, 11, 11, ''",
        "CONTACT, 11, 12, ''",
        "CIRCULATION, 13, 14, BC",
        "PAGE_NUMBER, 13, 14, ''",
        "BASIS, 13, 14, I"
    })
    void typographyMatchesTheDecree(Component component, double from, double to, String emphasis) {
        var style = nd30.style(component, DAY);
        assertEquals(from, style.sizeFrom());
        assertEquals(to, style.sizeTo());
        var look = style.look();
        assertEquals(emphasis, (look.bold() ? "B" : "") + (look.italic() ? "I" : "") + (look.capitals() ? "C" : ""));
    }

    @Test
    void anotherRegimeHasItsOwnProfile() {
        var hd36 = Registry.installed().profile("hd36").orElseThrow();
        assertEquals("ĐẢNG CỘNG SẢN VIỆT NAM", hd36.text(LayoutRule.Key.NATIONAL_NAME, DAY));
        assertEquals(15, hd36.style(Component.NATIONAL_NAME, DAY).look().size());
        assertEquals(
                Evidence.VERIFIED, hd36.style(Component.RECIPIENTS_LABEL, DAY).evidence());
        for (var key : LayoutRule.Key.values()) {
            assertTrue(hd36.rules().stream().anyMatch(rule -> rule.key() == key) || isForChecks(key), key.name());
            assertTrue(nd30.rules().stream().anyMatch(rule -> rule.key() == key), key.name());
        }
    }

    /** Returns whether a rule is a word list for checks, which a regime without these checks does not need. */
    private static boolean isForChecks(LayoutRule.Key key) {
        return key.type() == LayoutRule.ValueType.WORDS || key.type() == LayoutRule.ValueType.DOCUMENT_TYPES;
    }

    @Test
    void landscapePageIsWiderThanHigh() {
        var page = nd30.page(PaperSize.A4, Orientation.LANDSCAPE);
        assertEquals(297, page.width());
        assertEquals(297 - page.left() - page.right(), page.textWidth());
    }

    @Test
    void formWithoutTemplateIsRejected() {
        var form = BieumauFactory.eINSTANCE.createForm();
        assertThrows(IllegalArgumentException.class, () -> Layout.of(form, nd30));
    }

    @Test
    void messagesExistInBothLanguages() {
        assertEquals(CoreMessages.ALL.keys(Locale.ROOT), CoreMessages.ALL.keys(Locale.ENGLISH));
    }
}
