/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.util.Collection;
import java.util.List;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.text.TextMeasure;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.layout.Block.Line;
import org.bieumau.core.layout.Block.Stamp;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.ComponentPlace.Region;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.Look.Property;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.text.Span;
import org.bieumau.model.Orientation;
import org.bieumau.model.PaperSize;

/** A document and the profile that determines its layout on the day of the document. */
record DocumentSetting(ResolvedDocument document, LayoutProfile profile) {

    /** Returns the value of a rule on the day of the document. */
    String text(Key key) {
        return profile.text(key, document.day(profile));
    }

    /** Returns the value of a rule as whole percent. */
    int percent(Key key) {
        return (int) profile.number(key, document.day(profile));
    }

    /** Returns whether the number of a rule is greater than 0. */
    boolean holds(Key key) {
        return profile.number(key, document.day(profile)) > 0;
    }

    /** Returns the value of a rule for documents of this type on the day of the document. */
    String textOfType(Key key) {
        return profile.text(key, document.day(profile), document.type());
    }

    PageSetup page(PaperSize paper, Orientation orientation) {
        return profile.page(paper, orientation, document.isTwoSided());
    }

    /** Returns a label with the emphasis that the profile gives to the label alone. */
    List<Span> label(Component component, String text) {
        var emphasis = style(component).labelEmphasis();
        var italic = emphasis.contains(Property.ITALIC);
        if (!emphasis.contains(Property.UNDERLINED)) {
            return List.of(new Span(text, false, italic, false));
        }
        var end = text.endsWith(":") ? text.length() - 1 : text.length();
        return List.of(
                new Span(text.substring(0, end), false, italic, false, true),
                new Span(text.substring(end), false, italic, false));
    }

    boolean isAt(Component component, Region region) {
        return profile.place(component).map(place -> place.region() == region).orElse(false);
    }

    Look style(Component component) {
        return profile.style(component, document.day(profile)).look();
    }

    Stamp stamp(Component component, Key size, String text, Look.Alignment alignment) {
        var measures = profile.numbers(size, document.day(profile));
        var style = style(component);
        var width = Math.max(measures.getFirst(), TextMeasure.width(text, style.size(), style.bold()) + 4);
        return new Stamp(component, text, width, measures.getLast(), alignment, style.colour(), document.document());
    }

    /**
     * Adds a line below a text, unless the profile requires none. The profile gives its length as a fraction of the
     * width of the text, which is at most the given width.
     *
     * @param width width in mm at which the text wraps
     * @param after space after the line in pt
     */
    void addLine(
            Collection<? super Line> blocks, Key key, Component component, String text, double width, double after) {
        var fraction = profile.number(key, document.day(profile));
        var style = style(component);
        if (fraction > 0) {
            var shown = style.capitals() ? VietnameseText.capitals(text) : text;
            blocks.add(new Line(
                    fraction * Math.min(TextMeasure.width(shown, style.size(), style.bold()), width), after));
        }
    }
}
