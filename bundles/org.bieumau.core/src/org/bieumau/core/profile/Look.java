/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The look of a paragraph, either prescribed by a profile or observed in a file. Properties that a reader could not
 * determine, or that have several values in the paragraph, are listed in <code>unknown</code>; their values have no
 * meaning. A look of a profile is fully known, except for the typeface if the profile names none.
 *
 * @param typeface name of the font family
 * @param size font size in pt
 * @param capitals whether the text is shown in capitals
 * @param colour colour of the text, as 0xRRGGBB
 * @param firstIndent indent of the first line in mm
 * @param spaceBefore space before the paragraph in pt
 * @param spaceAfter space after the paragraph in pt
 * @param lineSpacing line spacing in lines; has no meaning if <code>leading</code> is set
 * @param leading exact distance between baselines in pt; 0 if <code>lineSpacing</code> applies
 * @param keepWithNext whether the paragraph is kept on one page with the next one
 * @param labelEmphasis emphasis of the label at the beginning only: {@link Property#ITALIC},
 *     {@link Property#UNDERLINED}, or both. An underline does not include the colon
 * @param unknown properties whose value is not known
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
        double leading,
        boolean keepWithNext,
        Set<Property> labelEmphasis,
        Set<Property> unknown) {

    public static final int BLACK = 0x000000;
    public static final int RED = 0xFF0000;

    public Look {
        labelEmphasis = Set.copyOf(labelEmphasis);
        unknown = Set.copyOf(unknown);
    }

    /** The alignment of lines. */
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
        LEADING(Look::leading),
        KEEP_WITH_NEXT(Look::keepWithNext),
        LABEL_EMPHASIS(Look::labelEmphasis);

        private final Function<Look, Object> value;

        Property(Function<Look, Object> value) {
            this.value = value;
        }
    }

    /** Returns the value of a property; empty if it is unknown. */
    public Optional<Object> value(Property property) {
        return unknown.contains(property) ? Optional.empty() : Optional.of(property.value.apply(this));
    }

    /** Returns the properties that are known in both looks and differ. */
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

    /**
     * Returns what several looks have in common: properties that differ are unknown.
     *
     * @param looks one look or more
     */
    public static Look common(List<Look> looks) {
        var first = looks.getFirst();
        var different = EnumSet.noneOf(Property.class);
        for (var look : looks) {
            if (look != first) {
                different.addAll(first.differences(look));
            }
        }
        if (different.isEmpty()) {
            return first;
        }
        different.addAll(first.unknown);
        return new Look(
                first.typeface,
                first.size,
                first.bold,
                first.italic,
                first.underlined,
                first.capitals,
                first.colour,
                first.alignment,
                first.firstIndent,
                first.spaceBefore,
                first.spaceAfter,
                first.lineSpacing,
                first.leading,
                first.keepWithNext,
                first.labelEmphasis,
                different);
    }

    /** Returns this look in another size, rounded to half points. */
    public Look scaled(double factor) {
        return factor == 1
                ? this
                : new Look(
                        typeface,
                        Math.round(size * factor * 2) / 2.0,
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
                        leading * factor,
                        keepWithNext,
                        labelEmphasis,
                        unknown);
    }

    /** Returns this look with another typeface; an empty name makes the typeface unknown. */
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
                leading,
                keepWithNext,
                labelEmphasis,
                others);
    }
}
