/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

/**
 * The place of a component in a document and its outline.
 *
 * @param order position among the components; components that alternate, such as those of the text, have the same
 * @param box number of the box (ô số) that the regime assigns to the component, as in ND30, Phụ lục I, mục IV; an empty
 *     string if there is none
 * @param outlineLevel outline level of a heading, from 1 to {@link #OUTLINE_LEVELS}; 0 if the component is not a
 *     heading
 */
public record ComponentPlace(Component component, int order, String box, Region region, int outlineLevel) {

    /** Number of outline levels that every format supports. */
    public static final int OUTLINE_LEVELS = 3;

    /** The regions of the pages of a document. */
    public enum Region {
        PAGE_TOP,
        /** The left side of the letterhead. */
        HEAD_LEFT,
        /** The right side of the letterhead. */
        HEAD_RIGHT,
        TITLE,
        TEXT,
        TABLE,
        /** The left side below the text. */
        FOOT_LEFT,
        /** The right side below the text. */
        FOOT_RIGHT,
        /** Below both sides of the foot. */
        BELOW_FOOT,
        /** The foot of the first page. */
        PAGE_BOTTOM,
        /** The foot of the last page. */
        LAST_PAGE_BOTTOM
    }
}
