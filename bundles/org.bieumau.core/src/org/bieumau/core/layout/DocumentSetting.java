/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.util.Collection;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.text.TextMeasure;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.layout.Block.Line;
import org.bieumau.core.layout.Block.Stamp;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.core.profile.Look;

/** A document and the rules that it is set by. */
record DocumentSetting(ResolvedDocument document, LayoutProfile profile) {

    /** What a rule of the profile says on the day of the document. */
    String text(Key key) {
        return profile.text(key, document.day(profile));
    }

    /** The part of the width that a side takes, in percent. */
    int percent(Key key) {
        return (int) profile.number(key, document.day(profile));
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

    /** A line below a text, as long as the profile says in relation to it. A text that wraps fills the width. */
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
