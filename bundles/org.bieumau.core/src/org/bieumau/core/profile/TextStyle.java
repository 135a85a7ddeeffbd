/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

import java.time.LocalDate;

/**
 * How a component is set: a row of a profile's table.
 *
 * @param component the component
 * @param id the id by which reports name the rule, such as <code>ND30-V.5a</code>
 * @param source where the rule stands
 * @param validFrom the first day on which the rule holds
 * @param validTo the last day, or null while it holds
 * @param evidence how sure the row is
 * @param sizeFrom the smallest size allowed, in pt
 * @param sizeTo the largest size allowed, in pt
 * @param size the size used, in pt
 * @param bold whether the text is bold
 * @param italic whether the text is italic
 * @param underlined whether the text is underlined
 * @param capitals whether the text is in capitals
 * @param red whether the text is red, as stamps are, and not black
 * @param alignment how lines are aligned
 * @param firstIndent the indent of the first line in mm
 * @param spaceBefore the space before a paragraph in pt
 * @param spaceAfter the space after a paragraph in pt
 * @param lineSpacing in lines; the decree allows 1 to 1.5
 * @param keepWithNext whether a page may not end behind it
 */
public record TextStyle(
        Component component,
        String id,
        String source,
        LocalDate validFrom,
        LocalDate validTo,
        Evidence evidence,
        double sizeFrom,
        double sizeTo,
        double size,
        boolean bold,
        boolean italic,
        boolean underlined,
        boolean capitals,
        boolean red,
        Alignment alignment,
        double firstIndent,
        double spaceBefore,
        double spaceAfter,
        double lineSpacing,
        boolean keepWithNext)
        implements DatedRow {

    /** How lines are aligned. */
    public enum Alignment {
        LEFT,
        CENTER,
        RIGHT,
        JUSTIFY
    }
}
