/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.time.LocalDate;

/**
 * How a component is set: a row of a profile's table.
 *
 * @param component    the component
 * @param source       the rule that says so, such as <code>ND30-V.5a</code>; <code>practice</code> where no rule does
 * @param validFrom    the first day on which the rule holds
 * @param validTo      the last day, or null while it holds
 * @param size         in pt
 * @param bold         whether the text is bold
 * @param italic       whether the text is italic
 * @param capitals     whether the text is in capitals
 * @param alignment    how lines are aligned
 * @param firstIndent  the indent of the first line in mm
 * @param spaceBefore  the space before a paragraph in pt
 * @param spaceAfter   the space after a paragraph in pt
 * @param lineSpacing  in lines; the decree allows 1 to 1.5
 * @param keepWithNext whether a page may not end behind it
 */
public record TextStyle(Component component, String source, LocalDate validFrom, LocalDate validTo, double size, boolean bold,
        boolean italic, boolean capitals, Alignment alignment, double firstIndent, double spaceBefore, double spaceAfter,
        double lineSpacing, boolean keepWithNext) {

    /** How lines are aligned. */
    public enum Alignment {
        LEFT, CENTER, RIGHT, JUSTIFY
    }

    /** Whether the rule holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
