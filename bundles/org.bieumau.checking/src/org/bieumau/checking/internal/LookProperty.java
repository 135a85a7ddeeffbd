/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.internal;

import java.util.EnumSet;
import java.util.Set;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.StyleRule;

/** A property of the look of a component for which the decree has a column (Phụ lục I, mục V), or a sentence. */
enum LookProperty {
    SIZE("size"),
    BOLD("weight"),
    ITALIC("slant"),
    CAPITALS("case"),
    COLOUR("colour"),
    ALIGNMENT("alignment");

    /** Components of which writers emphasise words or whole paragraphs, so that emphasis breaks no rule. */
    private static final Set<Component> EMPHASISED = EnumSet.of(
            Component.ARTICLE,
            Component.BODY,
            Component.CLAUSE,
            Component.CONTACT,
            Component.DASH,
            Component.PLUS,
            Component.POINT);

    /** Components in lower case, which capitals would change into another one. */
    private static final Set<Component> LOWER_CASE = EnumSet.of(
            Component.ADDRESSEE,
            Component.APPENDIX_LABEL,
            Component.ARTICLE_HEADING,
            Component.CLAUSE_HEADING,
            Component.LETTER_SUBJECT,
            Component.MOTTO,
            Component.PART_LABEL,
            Component.PLACE_DATE,
            Component.RECIPIENTS_LABEL,
            Component.SECTION_LABEL,
            Component.SIGNER,
            Component.SUBJECT);

    /** Components at the left margin, in lines of their own (mục II.9d). */
    private static final Set<Component> FLUSH_LEFT = EnumSet.of(Component.RECIPIENT, Component.RECIPIENTS_LABEL);

    private final String id;

    LookProperty(String id) {
        this.id = id;
    }

    /** Returns the id of the rule for a component. */
    String rule(StyleRule style) {
        return style.id() + "." + id;
    }

    /** Returns the code of the problems about this property. */
    String code() {
        return "LOOK-" + name();
    }

    /** Returns whether a style prescribes this property. */
    boolean isPrescribed(StyleRule style) {
        var component = style.component();
        var look = style.look();
        return switch (this) {
            case SIZE -> true;
            case BOLD -> !EMPHASISED.contains(component);
            case ITALIC ->
                !EMPHASISED.contains(component) && !look.labelEmphasis().contains(Look.Property.ITALIC);
            case CAPITALS -> look.capitals() || LOWER_CASE.contains(component);
            case COLOUR -> look.colour() != Look.BLACK;
            case ALIGNMENT ->
                look.alignment() == Look.Alignment.CENTER && component != Component.ADDRESSEE
                        || FLUSH_LEFT.contains(component);
        };
    }
}
