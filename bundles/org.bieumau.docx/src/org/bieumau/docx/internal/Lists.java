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
 * Word's own numbering for the markers it can count: an office that adds a khoản gets the right number. The numbers are
 * those of the engine: where Word would count otherwise, a new list begins at the right one. Letters are typed, since
 * Word has no đ among its own, and so are the numbers of phần, chương and mục, which stand alone in the middle of a
 * line.
 */
final class Lists {

    private static final List<DivisionLevel> LEVELS = List.of(
            DivisionLevel.ARTICLE, DivisionLevel.ROMAN, DivisionLevel.CLAUSE, DivisionLevel.DASH, DivisionLevel.PLUS);

    /** For each list the number that each of its levels begins with. */
    private final List<int[]> starts = new ArrayList<>();
    /** What stands behind the Roman number, by list. */
    private final List<String> romanEnds = new ArrayList<>();

    private int[] counters;
    private boolean written;

    /** The level of a list that a level of the text is, or -1 if it is typed. */
    static int level(DivisionLevel level) {
        return LEVELS.indexOf(level);
    }

    /** The list that gives a paragraph its marker, from 1; 0 if the marker is typed. */
    int next(Label label) {
        if (written) {
            throw new IllegalStateException("the numbering is written before the text");
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

    /** @param layout says how far the first line of a marked paragraph is indented */
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
