/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.tests.reading;

import static org.bieumau.docx.tests.reading.WordFixture.p;
import static org.bieumau.docx.tests.reading.WordFixture.r;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.junit.jupiter.api.Test;

/** Automatic numbers as Word counts them. */
class NumberTest {

    private static String level(int level, String format, String text, String more) {
        return "<w:lvl w:ilvl='%d'><w:start w:val='1'/><w:numFmt w:val='%s'/>%s<w:lvlText w:val='%s'/></w:lvl>"
                .formatted(level, format, more, text);
    }

    private static String definition(int id, String... levels) {
        return "<w:abstractNum w:abstractNumId='%d'>%s</w:abstractNum>".formatted(id, String.join("", levels));
    }

    private static String list(int id, int definition, String... overrides) {
        return "<w:num w:numId='%d'><w:abstractNumId w:val='%d'/>%s</w:num>"
                .formatted(id, definition, String.join("", overrides));
    }

    private static String in(int list, int level) {
        return p("<w:numPr><w:ilvl w:val='%d'/><w:numId w:val='%d'/></w:numPr>".formatted(level, list), r("x"));
    }

    private static List<String> labels(WordFixture fixture) throws Exception {
        return fixture.paragraphs().stream().map(Paragraph::label).toList();
    }

    /** Returns the labels of one level that is counted some times. */
    private static List<String> labels(String format, int start, int count) throws Exception {
        var paragraphs = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            paragraphs.add(in(1, 0));
        }
        return labels(WordFixture.of(paragraphs.toArray(String[]::new))
                .numbering(
                        definition(
                                0,
                                level(0, format, "%1", "")
                                        .replace("w:start w:val='1'", "w:start w:val='" + start + "'")),
                        list(1, 0)));
    }

    @Test
    void numbersHaveTheirFormats() throws Exception {
        assertEquals(List.of("8", "9", "10"), labels("decimal", 8, 3));
        assertEquals(List.of("IX", "X"), labels("upperRoman", 9, 2));
        assertEquals(List.of("iv", "v"), labels("lowerRoman", 4, 2));
        assertEquals(List.of("Z", "AA", "BB"), labels("upperLetter", 26, 3));
        assertEquals(List.of("y", "z", "aa"), labels("lowerLetter", 25, 3));
        assertEquals(List.of("09", "10"), labels("decimalZero", 9, 2));
        assertEquals(List.of(""), labels("none", 1, 1));
    }

    @Test
    void lowerLevelsBeginAgainBelowEachHigherOne() throws Exception {
        assertEquals(
                List.of("I.", "1.", "2.", "2.1", "2.2", "II.", "1.", "1.1"),
                labels(WordFixture.of(in(1, 0), in(1, 1), in(1, 1), in(1, 2), in(1, 2), in(1, 0), in(1, 1), in(1, 2))
                        .numbering(
                                definition(
                                        0,
                                        level(0, "upperRoman", "%1.", ""),
                                        level(1, "decimal", "%2.", ""),
                                        level(2, "decimal", "%2.%3", "")),
                                list(1, 0))));
    }

    @Test
    void aLevelMayGoOnCounting() throws Exception {
        assertEquals(
                List.of("Chương I", "Điều 1.", "Điều 2.", "Chương II", "Điều 3."),
                labels(WordFixture.of(in(1, 0), in(1, 1), in(1, 1), in(1, 0), in(1, 1))
                        .numbering(
                                definition(
                                        0,
                                        level(0, "upperRoman", "Chương %1", ""),
                                        level(1, "decimal", "Điều %2.", "<w:lvlRestart w:val='0'/>")),
                                list(1, 0))));
    }

    @Test
    void skippedLevelsCountFromTheirStart() throws Exception {
        assertEquals(
                List.of("1.1.1"),
                labels(WordFixture.of(in(1, 2))
                        .numbering(
                                definition(
                                        0,
                                        level(0, "decimal", "%1", ""),
                                        level(1, "decimal", "%1.%2", ""),
                                        level(2, "decimal", "%1.%2.%3", "")),
                                list(1, 0))));
    }

    @Test
    void legalNumbersAreDecimal() throws Exception {
        assertEquals(
                List.of("I", "1.1"),
                labels(WordFixture.of(in(1, 0), in(1, 1))
                        .numbering(
                                definition(
                                        0,
                                        level(0, "upperRoman", "%1", ""),
                                        level(1, "decimal", "%1.%2", "<w:isLgl/>")),
                                list(1, 0))));
    }

    @Test
    void listsOfOneDefinitionContinueUnlessOneRestarts() throws Exception {
        assertEquals(
                List.of("1", "2", "3", "5", "6", "7"),
                labels(WordFixture.of(in(1, 0), in(1, 0), in(2, 0), in(3, 0), in(3, 0), in(1, 0))
                        .numbering(
                                definition(0, level(0, "decimal", "%1", "")),
                                list(1, 0),
                                list(2, 0),
                                list(3, 0, "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride>"))));
    }

    @Test
    void aListMayReplaceALevel() throws Exception {
        assertEquals(
                List.of("1.", "b)"),
                labels(WordFixture.of(in(1, 0), in(2, 0))
                        .numbering(
                                definition(0, level(0, "decimal", "%1.", "")),
                                list(1, 0),
                                list(
                                        2,
                                        0,
                                        "<w:lvlOverride w:ilvl='0'>" + level(0, "lowerLetter", "%1)", "")
                                                + "</w:lvlOverride>"))));
    }

    @Test
    void bulletsAreShown() throws Exception {
        assertEquals(
                List.of("-", "•", "➢"),
                labels(WordFixture.of(in(1, 0), in(1, 1), in(1, 2))
                        .numbering(
                                definition(
                                        0,
                                        level(0, "bullet", "-", ""),
                                        level(
                                                1,
                                                "bullet",
                                                "\uF0B7",
                                                "<w:rPr><w:rFonts w:ascii='Symbol' w:hAnsi='Symbol'/></w:rPr>"),
                                        level(
                                                2,
                                                "bullet",
                                                "\uF0D8",
                                                "<w:rPr><w:rFonts w:ascii='Wingdings' w:hAnsi='Wingdings'/></w:rPr>")),
                                list(1, 0))));
    }

    @Test
    void stylesAreNumberedAndMayBeExempted() throws Exception {
        var style =
                "<w:style w:type='paragraph' w:styleId='%s'><w:name w:val='%s'/><w:pPr><w:numPr>%s<w:numId w:val='1'/></w:numPr></w:pPr></w:style>";
        var none = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='0'/></w:numPr>";
        assertEquals(
                List.of("1.", "a)", "", "2."),
                labels(WordFixture.of(
                                p("<w:pStyle w:val='k'/>", r("x")),
                                p("<w:pStyle w:val='d'/>", r("x")),
                                p("<w:pStyle w:val='k'/>" + none, r("x")),
                                p("<w:pStyle w:val='k'/>", r("x")))
                        .styles(style.formatted("k", "Khoản", ""), style.formatted("d", "Điểm", ""))
                        .numbering(
                                definition(
                                        0,
                                        level(0, "decimal", "%1.", ""),
                                        level(1, "lowerLetter", "%2)", "<w:pStyle w:val='d'/>")),
                                list(1, 0))));
    }

    @Test
    void definitionsMayBeLinkedByAStyle() throws Exception {
        assertEquals(
                List.of("1)"),
                labels(WordFixture.of(in(1, 0))
                        .numbering(
                                "<w:abstractNum w:abstractNumId='0'><w:numStyleLink w:val='s'/></w:abstractNum>",
                                "<w:abstractNum w:abstractNumId='1'><w:styleLink w:val='s'/>"
                                        + level(0, "decimal", "%1)", "") + "</w:abstractNum>",
                                list(1, 0))));
    }

    @Test
    void levelsIndentTheirParagraphs() throws Exception {
        var indent = "<w:pPr><w:ind w:left='1134' w:hanging='567'/></w:pPr>";
        var paragraphs = WordFixture.of(
                        in(1, 0),
                        p("<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr><w:ind w:left='567'/>", r("x")))
                .numbering(
                        definition(0, level(0, "decimal", "%1.", "").replace("</w:lvl>", indent + "</w:lvl>")),
                        list(1, 0))
                .paragraphs();
        assertEquals(20, paragraphs.get(0).setting().leftIndent(), 0.01);
        assertEquals(-10, paragraphs.get(0).look().firstIndent(), 0.01);
        assertEquals(10, paragraphs.get(1).setting().leftIndent(), 0.01);
    }

    @Test
    void numbersThatAreCellsAreFlagged() throws Exception {
        var row = "<w:tr><w:tc>" + in(1, 0).replace(r("x"), "") + "</w:tc><w:tc>" + in(2, 0) + "</w:tc></w:tr>";
        var rows = WordFixture.rows(WordFixture.of("<w:tbl>" + row.repeat(2) + "</w:tbl>")
                .numbering(
                        definition(0, level(0, "decimal", "%1", "")),
                        definition(1, level(0, "bullet", "-", "")),
                        list(1, 0),
                        list(2, 1))
                .read());
        assertEquals(List.of("0: 2", "1: - x"), WordFixture.cells(rows.get(1)));
        assertTrue(rows.get(1).cells().get(0).flags().contains(Flag.AUTOMATIC_NUMBER));
        assertTrue(!rows.get(1).cells().get(1).flags().contains(Flag.AUTOMATIC_NUMBER));
    }

    @Test
    void brokenListsHaveNoLabel() throws Exception {
        assertEquals(
                List.of("", "", ""),
                labels(WordFixture.of(in(7, 0), in(1, 0), in(2, 5))
                        .numbering(list(1, 99), definition(0, level(0, "decimal", "%1", "")), list(2, 0))));
    }
}
