/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
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
import org.bieumau.model.DocumentType;
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
        var least = component == Component.COPY_SIGNATURE ? 10 : 11;
        assertTrue(look.size() >= least && look.size() <= 14, () -> component + " " + look.size());
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

    /**
     * Compares sizes and emphasis with Phụ lục 3 of Hướng dẫn 36-HD/VPTW, copied by hand. Those of Hướng dẫn 05-HD/VPTW
     * are the same as far as known.
     */
    @ParameterizedTest
    @CsvSource({
        "NATIONAL_NAME, 15, 15, BC",
        "SUPERIOR, 14, 14, C",
        "ISSUER, 14, 14, BC",
        "NUMBER_SYMBOL, 14, 14, ''",
        "PLACE_DATE, 14, 14, I",
        "DRAFT_NOTE, 14, 14, I",
        "TYPE_NAME, 15, 16, BC",
        "SUBJECT, 14, 15, B",
        "LETTER_SUBJECT, 12, 12, I",
        "BODY, 14, 15, ''",
        "PART_LABEL, 14, 15, B",
        "PART_TITLE, 14, 15, BC",
        "SECTION_LABEL, 14, 15, B",
        "SECTION_TITLE, 14, 15, BC",
        "ARTICLE_HEADING, 14, 15, B",
        "CLAUSE, 14, 15, ''",
        "POINT, 14, 15, ''",
        "POSITION, 14, 14, BC",
        "POSITION_BELOW_AUTHORITY, 14, 14, C",
        "SIGNER, 14, 14, B",
        "ADDRESSEE_ITEM, 14, 14, ''",
        "RECIPIENTS_LABEL, 14, 14, ''",
        "RECIPIENT, 12, 12, ''",
        "URGENCY, 14, 14, BC",
        "CIRCULATION, 12, 12, BC",
        "DRAFTER, 8, 8, C",
        "CONTACT, 10, 10, ''",
        "PAGE_NUMBER, 14, 14, ''"
    })
    void typographyMatchesTheGuidelines(Component component, double from, double to, String emphasis) {
        for (var id : List.of("hd36", "hd05")) {
            var profile = Registry.installed().profile(id).orElseThrow();
            var style = profile.style(component, profile.firstDay());
            assertEquals(id.equals("hd36") ? Evidence.VERIFIED : Evidence.UNVERIFIED, style.evidence(), id);
            assertEquals(from, style.sizeFrom(), id);
            assertEquals(to, style.sizeTo(), id);
            assertTrue(style.allowsSize(style.look().size()), id);
            var look = style.look();
            assertEquals(
                    emphasis, (look.bold() ? "B" : "") + (look.italic() ? "I" : "") + (look.capitals() ? "C" : ""), id);
        }
    }

    /** The texts of the guidelines, copied by hand. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FIRST_DAY | 2018-04-03 | 2026-05-27",
                "NUMBER_LABEL | 'Số ' | 'Số '",
                "NUMBER_DIGITS | 2 | 2",
                "ISSUER_MARK | * | *",
                "SUBJECT_MARK | ----- | -----",
                "LETTER_SUBJECT_LABEL | '' | 'về việc '",
                "ADDRESSEE_ITEM_END | , | ;",
                "BASIS_END | ; | ;",
                "BASIS_LAST_END | , | .",
                "END_MARK | . | .",
                "AUTHORITY_END | / | /",
                "RECIPIENT_END | , | ;",
                "ARCHIVE_LABEL | '- Lưu ' | '- Lưu '",
                "APPENDIX_NUMBER | 1 | 1",
                "LEADING_LEAST | 18 | 18",
                "LEADING_MOST | '' | 22",
                "PARAGRAPH_GAP_LEAST | 6 | 6",
                "FIRST_INDENTS | 10 | 10",
                "MARGIN_TOP | 20 | 20",
                "MARGIN_BOTTOM | 20 | 20",
                "MARGIN_LEFT | 30 | 30",
                "MARGIN_RIGHT | 15 | 15"
            })
    void textsMatchTheGuidelines(LayoutRule.Key key, String before, String since) {
        for (var id : List.of("hd36", "hd05")) {
            var profile = Registry.installed().profile(id).orElseThrow();
            assertEquals(id.equals("hd36") ? before : since, profile.text(key, profile.firstDay()), id);
            assertTrue(
                    profile.rules().stream()
                            .filter(rule -> rule.key() == key)
                            .allMatch(rule -> rule.evidence() == Evidence.VERIFIED),
                    id);
        }
    }

    /** What was not found in the text of the guideline stays marked. */
    @Test
    void unknownRowsOfTheGuidelinesAreMarked() {
        for (var id : List.of("hd36", "hd05")) {
            var profile = Registry.installed().profile(id).orElseThrow();
            assertTrue(
                    profile.rules().stream()
                            .filter(rule -> rule.key().name().startsWith("STAMP_"))
                            .allMatch(rule -> rule.evidence() == Evidence.UNVERIFIED),
                    id);
            assertTrue(
                    profile.types().stream()
                            .filter(rule -> rule.type() == DocumentType.DECLARATION)
                            .allMatch(rule -> rule.evidence() == Evidence.UNVERIFIED),
                    id);
        }
        var hd05 = Registry.installed().profile("hd05").orElseThrow();
        assertTrue(hd05.styles().stream().noneMatch(style -> style.evidence() == Evidence.VERIFIED));
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
