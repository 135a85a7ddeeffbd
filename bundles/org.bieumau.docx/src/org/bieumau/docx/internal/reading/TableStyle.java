/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a table style, including the properties of text in them (ECMA-376, part 1, 17.7.6).
 *
 * @param borders see {@link Borders}
 * @param bandSize number of rows that are formatted alike
 * @param parts properties of text in some rows, columns and corners, by the name of the condition
 */
record TableStyle(int borders, int bandSize, Map<String, Part> parts) {

    /** Properties of text in a part of a table. */
    record Part(ParagraphFormat paragraph, CharacterFormat characters) {}

    static final TableStyle NONE = new TableStyle(0, 1, Map.of());

    /** The conditions, from the most general to the most specific. Bit masks of conditions use this order. */
    static final List<String> CONDITIONS = List.of(
            "wholeTable",
            "band1Vert",
            "band2Vert",
            "band1Horz",
            "band2Horz",
            "firstCol",
            "lastCol",
            "firstRow",
            "lastRow",
            "neCell",
            "nwCell",
            "seCell",
            "swCell");

    static int bit(String condition) {
        return 1 << CONDITIONS.indexOf(condition);
    }

    TableStyle over(TableStyle base) {
        if (base.parts.isEmpty()) {
            return new TableStyle(borders == 0 ? base.borders : borders, Math.max(bandSize, base.bandSize), parts);
        }
        var merged = new HashMap<>(base.parts);
        parts.forEach((condition, part) -> merged.merge(
                condition,
                part,
                (below, own) -> new Part(
                        own.paragraph().over(below.paragraph()),
                        own.characters().over(below.characters()))));
        return new TableStyle(borders == 0 ? base.borders : borders, Math.max(bandSize, base.bandSize), merged);
    }
}
