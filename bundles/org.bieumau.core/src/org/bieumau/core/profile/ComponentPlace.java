/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

/**
 * Where a component belongs in a document and its outline.
 *
 * @param order its place in the order of the components; components that alternate, as those of the text, share one
 * @param box the number of the box (ô số) that the regime gives it, as in ND30, Phụ lục I, mục IV; empty where it has
 *     none
 * @param outlineLevel the level of a heading, from 1 to {@link #OUTLINE_LEVELS}; 0 for a component that is no heading
 */
public record ComponentPlace(Component component, int order, String box, Region region, int outlineLevel) {

    /** The number of outline levels that every format has. */
    public static final int OUTLINE_LEVELS = 3;

    /** The regions of a document's pages. */
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
        PAGE_BOTTOM
    }
}
