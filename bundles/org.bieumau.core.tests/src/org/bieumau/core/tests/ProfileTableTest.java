/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.ComponentPlace;
import org.bieumau.core.profile.Evidence;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.Look.Alignment;
import org.bieumau.core.profile.Look.Property;
import org.bieumau.core.profile.ProfileChecks;
import org.bieumau.core.profile.ProfileFormatException;
import org.bieumau.core.profile.ProfileFormatException.Expected;
import org.bieumau.core.registry.Registry;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.DocumentType;
import org.bieumau.model.Orientation;
import org.bieumau.model.PaperSize;
import org.bieumau.model.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of a profile, with and without headers. A vertical bar represents a tab. */
class ProfileTableTest {

    private static final LocalDate DAY = LocalDate.of(2021, 4, 27);

    private final LayoutProfile nd30 = Registry.installed().profile("nd30").orElseThrow();

    private static LayoutProfile read(String table, LayoutProfile base) {
        return LayoutProfile.read(
                "x", "X", new ByteArrayInputStream(table.replace('|', '\t').getBytes(StandardCharsets.UTF_8)), base);
    }

    @Test
    void bothFormsGiveTheSameProfile() {
        var positional = read("""
                page|dọc|20|21|30|15|10
                style|URGENCY|u|A|2020-01-01|2020-12-31|V|13-14|13|BIUCRK|CENTER|10|1|6|1.1
                rule|RECIPIENT_ITEM|r|A|2020-01-01|-|U|-_
                rule|ROMAN_END|r|A|2020-01-01|-|U|\\-
                check|X-Y|c|A|2021-01-01|-|P|ERROR
                """, null);
        var headed = read("""
                # A comment
                page|left (mm)|right (mm)|top (mm)|bottom (mm)|header (mm)|orientation
                page|30|15|20|21|10|dọc
                style|size (pt)|sizes (pt)|component|id|source|from|to|evidence|alignment|colour|emphasis\
                |keep with next|first indent (mm)|before (pt)|after (pt)|line spacing (lines)
                style|13|13-14|URGENCY|u|A|2020-01-01|2020-12-31|V|CENTER|red|bold; italic; underlined; capitals|yes|10|1|6|1.1
                rule|value|key|id|source|from|evidence
                rule|"- "|RECIPIENT_ITEM|r|A|2020-01-01|U
                rule|"-"|ROMAN_END|r|A|2020-01-01|U
                check|severity|code|id|source|from
                check|ERROR|X-Y|c|A|2021-01-01
                """, null);
        assertEquals(positional.styles(), headed.styles());
        assertEquals(positional.rules(), headed.rules());
        assertEquals(positional.checks(), headed.checks());
        assertEquals(
                new Look(
                        "",
                        13,
                        true,
                        true,
                        true,
                        true,
                        Look.RED,
                        Alignment.CENTER,
                        10,
                        1,
                        6,
                        1.1,
                        0,
                        true,
                        Set.of(),
                        Set.of(Property.TYPEFACE)),
                headed.styles().getFirst().look());
        assertEquals("- ", headed.text(Key.RECIPIENT_ITEM, DAY));
        assertEquals("-", headed.text(Key.ROMAN_END, DAY));
        assertEquals(Optional.of(Severity.ERROR), headed.severity("X-Y", DAY));
    }

    @Test
    void aColumnThatIsLeftOutHasTheValueOfTheProfileBelow() {
        var table = """
                style|component|size (pt)|colour
                style|BODY|13|0000FF
                """;
        var over = read(table, nd30).style(Component.BODY, DAY);
        var below = nd30.style(Component.BODY, DAY);
        assertEquals(EnumSet.of(Property.SIZE, Property.COLOUR), over.look().differences(below.look()));
        assertEquals("Times New Roman", over.look().typeface());
        assertEquals(0x0000FF, over.look().colour());
        assertEquals(14, over.sizeTo());
        assertEquals(Evidence.PRACTICE, over.evidence());
        assertTrue(over.holdsOn(LocalDate.of(1999, 1, 1)));
        var alone = read(table, null).style(Component.BODY, DAY);
        assertEquals(13, alone.sizeTo());
        assertEquals(Alignment.LEFT, alone.look().alignment());
        assertEquals(Optional.empty(), alone.look().value(Property.TYPEFACE));
    }

    @Test
    void papersPlacesAndWordsAreRows() {
        var profile = read("""
                page|dọc|20|20|30|15|10
                page|ngang|20|20|20|15|10
                paper|paper|height (mm)|width (mm)
                paper|A4|300|200
                component|component|order|outline level|region
                component|SUBJECT|3|2|TITLE
                component|BODY|4
                rule|key|value
                rule|FIRST_DAY|2018-04-03
                rule|PAPER|A3
                rule|TYPEFACE|Arial
                rule|PLAN_PARTS|mục đích, yêu cầu; nội dung
                rule|UNADDRESSED_TYPES|kế hoạch; quyết định
                rule|STAMP_URGENT|20x8
                style|component
                style|BODY
                """, null);
        assertEquals(300, profile.page(PaperSize.A4, Orientation.LANDSCAPE).width());
        assertThrows(IllegalArgumentException.class, () -> profile.page(PaperSize.A3, Orientation.PORTRAIT));
        assertEquals(PaperSize.A3, profile.paper(DAY));
        assertEquals(LocalDate.of(2018, 4, 3), profile.firstDay());
        assertEquals("Arial", profile.style(Component.BODY, DAY).look().typeface());
        assertEquals(
                Optional.of(new ComponentPlace(Component.SUBJECT, 3, "", ComponentPlace.Region.TITLE, 2)),
                profile.place(Component.SUBJECT));
        assertEquals(2, profile.outlineLevel(Component.SUBJECT));
        assertEquals(0, profile.outlineLevel(Component.BODY));
        assertEquals(0, profile.outlineLevel(Component.TYPE_NAME));
        assertEquals(
                List.of(List.of("mục đích", "yêu cầu"), List.of("nội dung")),
                profile.alternatives(Key.PLAN_PARTS, DAY));
        assertEquals(
                Set.of(DocumentType.PLAN, DocumentType.DECISION), profile.documentTypes(Key.UNADDRESSED_TYPES, DAY));
        assertEquals(List.of(20.0, 8.0), profile.numbers(Key.STAMP_URGENT, DAY));
        assertEquals(List.of(), profile.words(Key.HONOURS, DAY));
    }

    @Test
    void valuesThatATableOmitsComeFromTheProfileBelow() {
        var over = read("component|component|order|outline level\ncomponent|SUBJECT|12|1\n", nd30);
        assertEquals(1, over.outlineLevel(Component.SUBJECT));
        assertEquals(nd30.place(Component.BODY), over.place(Component.BODY));
        assertEquals(nd30.firstDay(), over.firstDay());
        assertEquals(nd30.page(PaperSize.A3, Orientation.PORTRAIT), over.page(PaperSize.A3, Orientation.PORTRAIT));
    }

    /** The table, the line and the character where the value begins, and what is expected there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "stile|BODY ! 1 ! 1 ! KIND",
                "paper|A4|210|297 ! 1 ! 17 ! HEADER",
                "style|component|sise (pt) ! 1 ! 17 ! COLUMN",
                "style|component|size (mm) ! 1 ! 17 ! COLUMN",
                "style|component|component ! 1 ! 17 ! COLUMN",
                "style|component;style|BODIE ! 2 ! 7 ! CHOICE",
                "style|component|size (pt);style|BODY|large ! 2 ! 12 ! NUMBER",
                "style|component|size (pt);style|BODY|14|13 ! 2 ! 15 ! END",
                "style|component|sizes (pt);style|BODY|12-13-14 ! 2 ! 12 ! RANGE",
                "style|component|emphasis;style|BODY|BI ! 2 ! 12 ! CHOICE",
                "style|component|colour;style|BODY|blue ! 2 ! 12 ! CHOICE",
                "style|component|keep with next;style|BODY|no ! 2 ! 12 ! CHOICE",
                "style|component|alignment;style|BODY|left ! 2 ! 12 ! CHOICE",
                "style|component|evidence;style|BODY|X ! 2 ! 12 ! CHOICE",
                "style|component|from;style|BODY|05/03/2020 ! 2 ! 12 ! DATE",
                "style|component|to;style|BODY|2020-02-30 ! 2 ! 12 ! DATE",
                "style|size (pt);style|14 ! 2 ! 9 ! CHOICE",
                "style|BODY|a|A|2020-01-01 ! 1 ! 26 ! TEXT",
                "style|BODY|a|A|2020-01-01|-|V|13|13|X|LEFT|0|0|0|1 ! 1 ! 37 ! CHOICE",
                "page|portrait|20|20|30|15|10 ! 1 ! 6 ! CHOICE",
                "page|dọc|20|20|30|15 ! 1 ! 21 ! NUMBER",
                "component|component|order;component|BODY|first ! 2 ! 16 ! WHOLE_NUMBER",
                "component|component|order|outline level;component|BODY|1|4 ! 2 ! 18 ! WHOLE_NUMBER",
                "component|component;component|BODY ! 2 ! 15 ! WHOLE_NUMBER",
                "rule|key|value;rule|MOTTOS|a ! 2 ! 6 ! CHOICE",
                "rule|key;rule|MOTTO ! 2 ! 11 ! TEXT",
                "rule|key|value;rule|MOTTO_LINE|long ! 2 ! 17 ! NUMBER",
                "rule|key|value;rule|MARGIN_TOP|20 to 25 ! 2 ! 17 ! RANGE",
                "rule|key|value;rule|FIRST_DAY|today ! 2 ! 16 ! DATE",
                "rule|key|value;rule|PAPER|A5 ! 2 ! 12 ! CHOICE",
                "rule|key|value;rule|ADDRESSED_TYPES|thư tay ! 2 ! 22 ! CHOICE",
                "check|code|severity;check|X|BAD ! 2 ! 9 ! CHOICE",
                "page|orientation|top (mm)|bottom (mm)|left (mm)|right (mm)|header (mm)|back;page|dọc|20|20|30|15|10|swapped ! 2 ! 25 ! CHOICE",
                "style|component|leading (pt);style|BODY|exact ! 2 ! 12 ! NUMBER",
                "rule|key|value|types;rule|MOTTO|a|thư tay ! 2 ! 14 ! CHOICE",
                "type|quy định ! 1 ! 14 ! HEADER",
                "type|type|codes;type|thư tay|TT ! 2 ! 6 ! CHOICE"
            })
    void aMalformedValueIsReportedWithItsPlace(String table, int line, int column, Expected expected) {
        var problem = assertThrows(ProfileFormatException.class, () -> read(table.replace(';', '\n'), null));
        assertEquals(
                line + ":" + column + " " + expected,
                problem.line() + ":" + problem.column() + " " + problem.expected());
        assertTrue(problem.getMessage().contains(problem.written()), problem.getMessage());
        assertEquals(
                expected == Expected.CHOICE || expected == Expected.COLUMN, hasChoices(problem), problem::toString);
    }

    private static boolean hasChoices(ProfileFormatException problem) {
        return switch (problem.expected()) {
            case KIND, HEADER, WHOLE_NUMBER -> false;
            default -> !problem.choices().isEmpty();
        };
    }

    @Test
    void aRegimeOfThePartyCanBeWritten() {
        var profile = read("""
                page|orientation|top (mm)|bottom (mm)|left (mm)|right (mm)|header (mm)|back
                page|dọc|20|20|30|15|10|mirrored
                page|ngang|20|20|20|15|10|-
                paper|paper|width (mm)|height (mm)
                paper|A4|210|297
                style|component|emphasis|leading (pt)
                style|BODY|-|18.5
                style|RECIPIENTS_LABEL|underlined label|-
                style|ADDRESSEE|bold; italic label|-
                type|type|from|to|codes
                type|quy định|2018-04-03|2026-05-26|QĐi; QĐ
                type|quy định|2026-05-27|-|QĐ
                type|giấy mời|2018-04-03|-|-
                rule|key|value|types
                rule|REGIME|đảng
                rule|ADDRESSEE_LABEL|Kính trình:|tờ trình
                rule|ADDRESSEE_LABEL|Kính gửi:|-
                """, null);
        var body = profile.style(Component.BODY, DAY).look();
        assertEquals(18.5, body.leading());
        assertEquals(Set.of(), body.labelEmphasis());
        var label = profile.style(Component.RECIPIENTS_LABEL, DAY).look();
        assertEquals(Set.of(Property.UNDERLINED), label.labelEmphasis());
        assertFalse(label.underlined(), "the rest is not underlined");
        var addressee = profile.style(Component.ADDRESSEE, DAY).look();
        assertEquals(Set.of(Property.ITALIC), addressee.labelEmphasis());
        assertTrue(addressee.bold());
        assertEquals(
                Optional.of(List.of("QĐi", "QĐ")), profile.codes(DocumentType.REGULATION, LocalDate.of(2026, 5, 26)));
        assertEquals(Optional.of(List.of("QĐ")), profile.codes(DocumentType.REGULATION, LocalDate.of(2026, 5, 27)));
        assertEquals(Optional.of(List.of()), profile.codes(DocumentType.INVITATION, DAY));
        assertEquals(Optional.empty(), profile.codes(DocumentType.CONTRACT, DAY));
        assertEquals("Kính trình:", profile.text(Key.ADDRESSEE_LABEL, DAY, DocumentType.SUBMISSION));
        assertEquals("Kính gửi:", profile.text(Key.ADDRESSEE_LABEL, DAY, DocumentType.OFFICIAL_LETTER));
        assertEquals("Kính gửi:", profile.text(Key.ADDRESSEE_LABEL, DAY));
        assertEquals(Optional.of("đảng"), profile.regime());
        assertEquals(Optional.empty(), read("", profile).regime(), "a profile of an office is no regime of its own");
        var twoSided = profile.page(PaperSize.A4, Orientation.PORTRAIT, true);
        assertEquals(30, twoSided.left(1));
        assertEquals(15, twoSided.left(2));
        assertEquals(30, profile.page(PaperSize.A4, Orientation.PORTRAIT).left(2));
        assertEquals(20, profile.page(PaperSize.A4, Orientation.LANDSCAPE, true).left(2));
    }

    @ParameterizedTest
    @CsvSource({"18, true", "22, true", "17.5, false", "22.5, false", "-, false"})
    void leadingIsCheckedAgainstTheLimits(String leading, boolean allowed) {
        var hd05 = Registry.installed().profile("hd05").orElseThrow();
        var over = read("style|component|leading (pt)\nstyle|BODY|" + leading + "\n", hd05);
        var day = LocalDate.of(2026, 6, 1);
        assertEquals(
                allowed,
                ProfileChecks.of(over, day).stream()
                        .noneMatch(each -> each.code().equals("PROFILE-SPACING")));
    }

    @Test
    void listsOfWordsHaveNoEmptyWord() {
        var problem =
                assertThrows(ProfileFormatException.class, () -> read("rule|key|value\nrule|HONOURS|ông;;bà\n", null));
        assertEquals(Expected.TEXT, problem.expected());
        assertEquals("ông;;bà", problem.written());
        assertEquals("value", problem.columnName());
    }

    /** A reader of a foreign file need not know all of a paragraph's look. */
    @Test
    void anUnknownPropertyDiffersFromNothing() {
        var body = nd30.style(Component.BODY, DAY).look();
        var observed = new Look(
                "Arial",
                13,
                true,
                false,
                false,
                false,
                Look.BLACK,
                Alignment.JUSTIFY,
                12.7,
                0,
                0,
                1,
                0,
                false,
                Set.of(),
                EnumSet.of(Property.BOLD, Property.SPACE_AFTER, Property.LINE_SPACING));
        assertEquals(EnumSet.of(Property.TYPEFACE, Property.SIZE), observed.differences(body));
        assertEquals(EnumSet.of(Property.TYPEFACE, Property.SIZE), body.differences(observed));
        assertEquals(Optional.empty(), observed.value(Property.BOLD));
        assertEquals(Optional.of(13.0), observed.value(Property.SIZE));
    }

    @Test
    void withoutADateTheFirstDayOfTheRegimeHolds() {
        var template = BieumauFactory.eINSTANCE.createFormTemplate();
        assertEquals(LocalDate.of(2020, 3, 5), Layout.of(template, nd30).day());
        var hd36 = Registry.installed().profile("hd36").orElseThrow();
        assertEquals(LocalDate.of(2018, 4, 3), Layout.of(template, hd36).day());
    }
}
