/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bieumau.core.layout.Block.Label;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.Component;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.MarkerText;
import org.bieumau.ooxml.internal.XmlWriter;

/**
 * Word's automatic numbering for the markers that Word can count, so that a khoản added in Word gets the right number.
 * The layout determines the numbers: if Word would count differently, a new list starts at the right number. Letters
 * are written as text, because Word's letter sequence has no đ. The numbers of phần, chương and mục are written as
 * text, too, because they are centred on a separate line.
 */
final class Lists {

    private static final List<DivisionLevel> LEVELS = List.of(
            DivisionLevel.ARTICLE, DivisionLevel.ROMAN, DivisionLevel.CLAUSE, DivisionLevel.DASH, DivisionLevel.PLUS);

    /** Start number of each level, by list. */
    private final List<int[]> starts = new ArrayList<>();
    /** Character after a Roman number, by list. */
    private final List<String> romanEnds = new ArrayList<>();

    private int[] counters;
    private boolean written;

    /** Returns the list level of a division level, from 0, or -1 if its markers are written as text. */
    static int level(DivisionLevel level) {
        return LEVELS.indexOf(level);
    }

    /**
     * Returns the list that numbers the next paragraph, and counts that paragraph.
     *
     * @return the list, from 1, or 0 if the marker is written as text
     * @throws IllegalStateException if the numbering part is already written
     */
    int next(Label label) {
        if (written) {
            throw new IllegalStateException("the numbering part is already written");
        }
        var level = level(label.level());
        if (level < 0) {
            return 0;
        }
        var counted = label.level() != DivisionLevel.DASH && label.level() != DivisionLevel.PLUS;
        var number = counted ? MarkerText.number(label.text().replaceFirst("-$", ".")) : 1;
        var romanEnd = label.level() == DivisionLevel.ROMAN
                ? label.text().substring(label.text().length() - 1)
                : ".";
        if (number == 0 || counted && !label.text().equals(text(label.level(), number, romanEnd))) {
            return 0;
        }
        var expected = counters == null ? 1 : counters[level] + 1;
        if (counters == null || counted && expected != number) {
            counters = new int[LEVELS.size()];
            var start = new int[LEVELS.size()];
            Arrays.fill(start, 1);
            start[level] = number;
            starts.add(start);
            romanEnds.add(romanEnd);
            counters[level] = number;
        } else {
            counters[level]++;
        }
        for (int below = level + 1; below < counters.length; below++) {
            counters[below] = starts.getLast()[below] - 1;
        }
        return starts.size();
    }

    private static String text(DivisionLevel level, int number, String romanEnd) {
        return level == DivisionLevel.ROMAN ? MarkerText.roman(number) + romanEnd : MarkerText.of(level, number);
    }

    /**
     * Writes the numbering part. All paragraphs must have been counted before.
     *
     * @param layout supplies the first-line indents of the numbered paragraphs
     */
    void write(XmlWriter xml, Layout layout) throws IOException {
        written = true;
        xml.start("w:numbering").attribute("xmlns:w", Ooxml.W);
        for (int list = 0; list < starts.size(); list++) {
            xml.start("w:abstractNum").attribute("w:abstractNumId", list);
            xml.empty("w:multiLevelType", "w:val", "multilevel");
            for (int level = 0; level < LEVELS.size(); level++) {
                level(xml, level, starts.get(list)[level], romanEnds.get(list), layout);
            }
            xml.end();
        }
        for (int list = 1; list <= starts.size(); list++) {
            xml.start("w:num")
                    .attribute("w:numId", list)
                    .empty("w:abstractNumId", "w:val", Integer.toString(list - 1))
                    .end();
        }
        xml.end();
    }

    private static void level(XmlWriter xml, int level, int start, String romanEnd, Layout layout) throws IOException {
        var number = "%" + (level + 1);
        xml.start("w:lvl").attribute("w:ilvl", level);
        xml.empty("w:start", "w:val", Integer.toString(start));
        xml.empty(
                "w:numFmt",
                "w:val",
                switch (LEVELS.get(level)) {
                    case ROMAN -> "upperRoman";
                    case DASH, PLUS -> "bullet";
                    default -> "decimal";
                });
        xml.empty("w:suff", "w:val", "space");
        xml.empty(
                "w:lvlText",
                "w:val",
                switch (LEVELS.get(level)) {
                    case ARTICLE -> "Điều " + number + ".";
                    case ROMAN -> number + romanEnd;
                    case DASH -> "-";
                    case PLUS -> "+";
                    default -> number + ".";
                });
        xml.empty("w:lvlJc", "w:val", "left");
        var indent = layout.style(
                        switch (LEVELS.get(level)) {
                            case ARTICLE -> Component.ARTICLE;
                            case ROMAN -> Component.ROMAN_HEADING;
                            case DASH -> Component.DASH;
                            case PLUS -> Component.PLUS;
                            default -> Component.CLAUSE;
                        })
                .firstIndent();
        xml.start("w:pPr")
                .start("w:ind")
                .attribute("w:left", 0)
                .attribute("w:firstLine", Ooxml.twips(indent))
                .end()
                .end();
        xml.end();
    }
}
