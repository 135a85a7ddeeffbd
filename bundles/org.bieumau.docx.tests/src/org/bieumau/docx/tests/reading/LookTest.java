/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.tests.reading;

import static org.bieumau.docx.tests.reading.WordFixture.p;
import static org.bieumau.docx.tests.reading.WordFixture.r;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.Look.Alignment;
import org.bieumau.core.profile.Look.Property;
import org.bieumau.core.source.SourceItem.TabStop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Effective looks: defaults, table style, paragraph style, list, character style and direct formatting. */
class LookTest {

    private static final String DEFAULTS =
            "<w:docDefaults><w:rPrDefault><w:rPr>%s</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>%s</w:pPr></w:pPrDefault></w:docDefaults>";

    /** Returns a style that is based on another one, or on none. */
    private static String style(String type, String id, String base, String properties) {
        return "<w:style w:type='%s' w:styleId='%s'><w:name w:val='Kiểu %s'/>%s%s</w:style>"
                .formatted(type, id, id, base.isEmpty() ? "" : "<w:basedOn w:val='" + base + "'/>", properties);
    }

    private static Look look(WordFixture fixture) throws Exception {
        return fixture.paragraph().look();
    }

    @Test
    void withoutStylesALookHasTheDefaultsOfWord() throws Exception {
        var look = look(WordFixture.of(p("Sở")));
        assertEquals("Times New Roman", look.typeface());
        assertEquals(10, look.size());
        assertEquals(Alignment.LEFT, look.alignment());
        assertEquals(1, look.lineSpacing());
        assertEquals(Set.of(Property.LABEL_EMPHASIS), look.unknown());
    }

    @Test
    void laterLevelsReplaceEarlierOnes() throws Exception {
        var fixture = WordFixture.of(p(
                        "<w:pStyle w:val='con'/><w:jc w:val='both'/>",
                        r("<w:rStyle w:val='chu'/><w:color w:val='FF0000'/>", "Sở")))
                .styles(
                        DEFAULTS.formatted(
                                "<w:rFonts w:ascii='Arial' w:hAnsi='Arial'/><w:sz w:val='22'/>",
                                "<w:spacing w:before='40' w:after='160' w:line='259' w:lineRule='auto'/>"),
                        style(
                                "paragraph",
                                "cha",
                                "",
                                "<w:pPr><w:jc w:val='center'/><w:ind w:firstLine='567'/></w:pPr><w:rPr><w:sz w:val='26'/><w:i/></w:rPr>"),
                        style(
                                "paragraph",
                                "con",
                                "cha",
                                "<w:pPr><w:spacing w:after='120'/></w:pPr><w:rPr><w:sz w:val='28'/></w:rPr>"),
                        style("character", "chu", "", "<w:rPr><w:u w:val='single'/></w:rPr>"));
        var look = look(fixture);
        assertEquals("Arial", look.typeface());
        assertEquals(14, look.size());
        assertTrue(look.italic());
        assertTrue(look.underlined());
        assertEquals(Look.RED, look.colour());
        assertEquals(Alignment.JUSTIFY, look.alignment());
        assertEquals(10, look.firstIndent(), 0.01);
        assertEquals(2, look.spaceBefore());
        assertEquals(6, look.spaceAfter());
        assertEquals(259 / 240.0, look.lineSpacing());
        assertEquals("Kiểu con", fixture.paragraph().setting().style());
    }

    @Test
    void theDefaultStyleAppliesToParagraphsWithoutOne() throws Exception {
        var look = look(
                WordFixture.of(p("Sở"))
                        .styles(
                                "<w:style w:type='paragraph' w:default='1' w:styleId='a'><w:name w:val='Normal'/><w:rPr><w:sz w:val='26'/></w:rPr></w:style>"));
        assertEquals(13, look.size());
    }

    @Test
    void stylesThatAreBasedOnEachOtherEnd() throws Exception {
        var look = look(WordFixture.of(p("<w:pStyle w:val='a'/>", r("Sở")))
                .styles(
                        style("paragraph", "a", "b", "<w:rPr><w:sz w:val='26'/></w:rPr>"),
                        style("paragraph", "b", "c", "<w:rPr><w:b/></w:rPr>"),
                        style("paragraph", "c", "a", "<w:rPr><w:sz w:val='40'/></w:rPr>")));
        assertEquals(13, look.size());
        assertTrue(look.bold());
    }

    /** Bold of two styles is not bold, unless the defaults are; bold of the run always counts. */
    @ParameterizedTest
    @CsvSource({
        "'', '', '', '', false",
        "'', b, '', '', true",
        "'', b, b, '', false",
        "'', '', b, '', true",
        "b, b, b, '', true",
        "'', b, b, b, true",
        "'', b, '', off, false"
    })
    void stylesToggleBold(String inDefaults, String inStyle, String inCharacters, String inRun, boolean isBold)
            throws Exception {
        var look = look(WordFixture.of(p("<w:pStyle w:val='p'/>", r("<w:rStyle w:val='c'/>" + bold(inRun), "Sở")))
                .styles(
                        DEFAULTS.formatted(bold(inDefaults), ""),
                        style("paragraph", "p", "", "<w:rPr>" + bold(inStyle) + "</w:rPr>"),
                        style("character", "c", "", "<w:rPr>" + bold(inCharacters) + "</w:rPr>")));
        assertEquals(isBold, look.bold());
    }

    private static String bold(String value) {
        return value.isEmpty() ? "" : value.equals("off") ? "<w:b w:val='0'/>" : "<w:b/>";
    }

    @Test
    void themeFontsHaveTheirNames() throws Exception {
        var run = r("<w:rFonts w:asciiTheme='majorHAnsi' w:hAnsiTheme='majorHAnsi'/>", "Sở");
        assertEquals(
                "Cambria",
                look(WordFixture.of(p("", run)).theme("Cambria", "Calibri")).typeface());
    }

    @Test
    void lineSpacingIsAMultipleOrADistance() throws Exception {
        assertEquals(1.5, spaced("w:line='360' w:lineRule='auto'").lineSpacing());
        assertEquals(17, spaced("w:line='340' w:lineRule='exact'").leading());
        assertEquals(18, spaced("w:line='360' w:lineRule='atLeast'").leading());
        var single = spaced("w:line='200' w:lineRule='atLeast'");
        assertEquals(0, single.leading());
        assertEquals(1, single.lineSpacing());
        assertEquals(14, spaced("w:before='60' w:beforeAutospacing='1'").spaceBefore());
        assertEquals(6, spaced("w:afterLines='50' w:after='20'").spaceAfter());
    }

    private static Look spaced(String spacing) throws Exception {
        return look(WordFixture.of(p("<w:spacing " + spacing + "/>", r("<w:sz w:val='26'/>", "Sở"))));
    }

    @Test
    void spaceThatDependsOnTheNeighboursIsUnknown() throws Exception {
        var look = look(WordFixture.of(p("<w:spacing w:after='120'/><w:contextualSpacing/>", r("Sở"))));
        assertTrue(look.value(Property.SPACE_AFTER).isEmpty());
        assertTrue(look.value(Property.SPACE_BEFORE).isEmpty());
    }

    @Test
    void hangingIndentsAreNegative() throws Exception {
        var paragraph = WordFixture.of(p("<w:ind w:left='1134' w:right='567' w:hanging='567'/>", r("Sở")))
                .paragraph();
        assertEquals(-10, paragraph.look().firstIndent(), 0.01);
        assertEquals(20, paragraph.setting().leftIndent(), 0.01);
        assertEquals(10, paragraph.setting().rightIndent(), 0.01);
    }

    @Test
    void tabStopsOfStylesAreReplacedAndCleared() throws Exception {
        var paragraph = WordFixture.of(p(
                        "<w:pStyle w:val='a'/><w:tabs><w:tab w:val='clear' w:pos='567'/><w:tab w:val='center' w:pos='1701'/></w:tabs>",
                        r("Sở")))
                .styles(
                        style(
                                "paragraph",
                                "a",
                                "",
                                "<w:pPr><w:tabs><w:tab w:val='left' w:pos='567'/><w:tab w:val='right' w:pos='2835'/></w:tabs></w:pPr>"))
                .paragraph();
        assertEquals(
                List.of(Alignment.CENTER, Alignment.RIGHT),
                paragraph.setting().tabStops().stream().map(TabStop::alignment).toList());
        assertEquals(30, paragraph.setting().tabStops().getFirst().position(), 0.01);
    }

    @Test
    void propertiesThatDifferBetweenRunsAreUnknown() throws Exception {
        var look = look(WordFixture.of(
                p("", r("<w:b/><w:sz w:val='28'/>", "Điều 1.") + r(" ") + r("<w:i/><w:sz w:val='28'/>", "Tên"))));
        assertTrue(look.value(Property.BOLD).isEmpty());
        assertTrue(look.value(Property.ITALIC).isEmpty());
        assertEquals(14.0, look.value(Property.SIZE).orElseThrow());
        assertEquals(false, look.value(Property.CAPITALS).orElseThrow());
    }

    @Test
    void anEmptyParagraphHasTheLookOfItsMark() throws Exception {
        var look = look(WordFixture.of(p("<w:rPr><w:sz w:val='2'/><w:b/></w:rPr>", "")));
        assertEquals(1, look.size());
        assertTrue(look.bold());
    }

    @Test
    void headingsHaveTheirLevels() throws Exception {
        var paragraphs = WordFixture.of(p("<w:pStyle w:val='a'/>", r("I")), p("<w:outlineLvl w:val='9'/>", r("x")))
                .styles(style("paragraph", "a", "", "<w:pPr><w:outlineLvl w:val='0'/><w:keepNext/></w:pPr>"))
                .paragraphs();
        assertEquals(1, paragraphs.get(0).setting().outlineLevel());
        assertTrue(paragraphs.get(0).look().keepWithNext());
        assertEquals(0, paragraphs.get(1).setting().outlineLevel());
        assertFalse(paragraphs.get(1).look().keepWithNext());
    }

    @Test
    void tableStylesApplyToTheirPartsAndYieldToParagraphStyles() throws Exception {
        var part = "<w:tblStylePr w:type='%s'>%s</w:tblStylePr>";
        var cell = "<w:tc>" + p("x") + "</w:tc>";
        var row = "<w:tr>" + cell.repeat(3) + "</w:tr>";
        var rows = WordFixture.rows(WordFixture.of("<w:tbl><w:tblPr><w:tblStyle w:val='t'/>"
                        + "<w:tblLook w:val='04A0' w:firstRow='1' w:firstColumn='1' w:noVBand='1'/></w:tblPr>"
                        + "<w:tblGrid><w:gridCol w:w='900'/><w:gridCol w:w='900'/><w:gridCol w:w='900'/></w:tblGrid>"
                        + row.repeat(3) + "<w:tr><w:tc>" + p("<w:pStyle w:val='p'/>", r("x"))
                        + "</w:tc></w:tr></w:tbl>")
                .styles(
                        style(
                                "table",
                                "t",
                                "",
                                "<w:pPr><w:jc w:val='center'/></w:pPr><w:rPr><w:sz w:val='20'/></w:rPr>"
                                        + part.formatted("firstRow", "<w:rPr><w:b/></w:rPr>")
                                        + part.formatted("firstCol", "<w:rPr><w:i/><w:b w:val='0'/></w:rPr>")
                                        + part.formatted("band1Horz", "<w:rPr><w:sz w:val='22'/></w:rPr>")
                                        + part.formatted("band1Vert", "<w:rPr><w:sz w:val='90'/></w:rPr>")
                                        + part.formatted("nwCell", "<w:rPr><w:sz w:val='30'/></w:rPr>")),
                        style("paragraph", "p", "", "<w:pPr><w:jc w:val='right'/></w:pPr>"))
                .read());
        assertEquals(List.of("15.0 B I", "10.0 B", "10.0 B"), looks(rows.get(0)));
        assertEquals(List.of("11.0 I", "11.0", "11.0"), looks(rows.get(1)));
        assertEquals(List.of("10.0 I", "10.0", "10.0"), looks(rows.get(2)));
        assertEquals(
                Alignment.CENTER,
                rows.get(0).cells().getFirst().paragraphs().getFirst().look().alignment());
        assertEquals(
                Alignment.RIGHT,
                rows.get(3).cells().getFirst().paragraphs().getFirst().look().alignment());
    }

    private static List<String> looks(org.bieumau.core.source.SourceItem.Row row) {
        return row.cells().stream()
                .map(cell -> cell.paragraphs().getFirst().look())
                .map(look -> look.size() + (look.bold() ? " B" : "") + (look.italic() ? " I" : ""))
                .toList();
    }
}
