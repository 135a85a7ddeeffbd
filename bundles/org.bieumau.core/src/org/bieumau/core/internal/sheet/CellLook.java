/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.sheet;

import java.util.EnumSet;
import java.util.Set;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.Look.Alignment;
import org.bieumau.core.profile.Look.Property;
import org.jspecify.annotations.Nullable;

/** Creates looks for texts in cells of spreadsheets, which have neither indents nor paragraph spacing. */
public final class CellLook {

    private static final Set<Property> NOT_IN_CELLS = EnumSet.of(
            Property.FIRST_INDENT,
            Property.SPACE_BEFORE,
            Property.SPACE_AFTER,
            Property.LINE_SPACING,
            Property.LEADING,
            Property.KEEP_WITH_NEXT,
            Property.LABEL_EMPHASIS);

    private CellLook() {}

    /**
     * Returns the look of a text.
     *
     * @param typeface an empty string if it is not known
     * @param size in pt; 0 if it is not known
     * @param colour as 0xRRGGBB; negative if it is not known
     * @param alignment null if it depends on the kind of value
     */
    public static Look of(
            String typeface,
            double size,
            boolean bold,
            boolean italic,
            boolean underlined,
            int colour,
            @Nullable Alignment alignment) {
        var unknown = EnumSet.copyOf(NOT_IN_CELLS);
        if (typeface.isEmpty()) {
            unknown.add(Property.TYPEFACE);
        }
        if (size == 0) {
            unknown.add(Property.SIZE);
        }
        if (colour < 0) {
            unknown.add(Property.COLOUR);
        }
        if (alignment == null) {
            unknown.add(Property.ALIGNMENT);
        }
        return new Look(
                typeface,
                size,
                bold,
                italic,
                underlined,
                false,
                Math.max(colour, 0),
                alignment == null ? Alignment.LEFT : alignment,
                0,
                0,
                0,
                1,
                0,
                false,
                Set.of(),
                unknown);
    }
}
