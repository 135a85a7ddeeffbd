/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How a paragraph looks: one that a profile asks for, or one observed in a file. A reader that could not tell a
 * property, or found several values in one paragraph, names it in <code>unknown</code>; its value then means nothing.
 * Looks of a profile are known in full, except for the typeface where the profile names none.
 *
 * @param typeface the name of the font family
 * @param size in pt
 * @param capitals whether the text is shown in capitals
 * @param colour of the text, as 0xRRGGBB
 * @param firstIndent the indent of the first line in mm
 * @param spaceBefore the space before the paragraph in pt
 * @param spaceAfter the space after the paragraph in pt
 * @param lineSpacing in lines
 * @param keepWithNext whether the paragraph stays on one page with the next
 * @param unknown the properties that could not be read
 */
public record Look(
        String typeface,
        double size,
        boolean bold,
        boolean italic,
        boolean underlined,
        boolean capitals,
        int colour,
        Alignment alignment,
        double firstIndent,
        double spaceBefore,
        double spaceAfter,
        double lineSpacing,
        boolean keepWithNext,
        Set<Property> unknown) {

    public static final int BLACK = 0x000000;
    public static final int RED = 0xFF0000;

    public Look {
        unknown = Set.copyOf(unknown);
    }

    /** How lines are aligned. */
    public enum Alignment {
        LEFT,
        CENTER,
        RIGHT,
        JUSTIFY
    }

    /** The properties of a look. */
    public enum Property {
        TYPEFACE(Look::typeface),
        SIZE(Look::size),
        BOLD(Look::bold),
        ITALIC(Look::italic),
        UNDERLINED(Look::underlined),
        CAPITALS(Look::capitals),
        COLOUR(Look::colour),
        ALIGNMENT(Look::alignment),
        FIRST_INDENT(Look::firstIndent),
        SPACE_BEFORE(Look::spaceBefore),
        SPACE_AFTER(Look::spaceAfter),
        LINE_SPACING(Look::lineSpacing),
        KEEP_WITH_NEXT(Look::keepWithNext);

        private final Function<Look, Object> value;

        Property(Function<Look, Object> value) {
            this.value = value;
        }
    }

    /** Returns the value of a property; empty if it is unknown. */
    public Optional<Object> value(Property property) {
        return unknown.contains(property) ? Optional.empty() : Optional.of(property.value.apply(this));
    }

    /** Returns the properties that are known in both looks and not equal. */
    public Set<Property> differences(Look other) {
        var different = EnumSet.noneOf(Property.class);
        for (var property : Property.values()) {
            var own = value(property);
            var others = other.value(property);
            if (own.isPresent() && others.isPresent() && !own.equals(others)) {
                different.add(property);
            }
        }
        return different;
    }

    /** Returns the same look in a typeface; an empty name leaves it unknown. */
    Look withTypeface(String name) {
        var others = new HashSet<>(unknown);
        others.remove(Property.TYPEFACE);
        if (name.isEmpty()) {
            others.add(Property.TYPEFACE);
        }
        return new Look(
                name,
                size,
                bold,
                italic,
                underlined,
                capitals,
                colour,
                alignment,
                firstIndent,
                spaceBefore,
                spaceAfter,
                lineSpacing,
                keepWithNext,
                others);
    }
}
