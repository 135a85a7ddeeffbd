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
import org.bieumau.core.profile.TextStyle;

/** A document and the rules that it is set by. */
record DocumentSetting(ResolvedDocument document, LayoutProfile profile) {

    /** What a rule of the profile says on the day of the document. */
    String text(Key key) {
        return profile.text(key, document.day());
    }

    TextStyle style(Component component) {
        return profile.style(component, document.day());
    }

    Stamp stamp(Component component, Key size, String text, TextStyle.Alignment alignment) {
        var measures = text(size).split("x");
        var style = style(component);
        var width = Math.max(Double.parseDouble(measures[0]), TextMeasure.width(text, style.size(), style.bold()) + 4);
        return new Stamp(
                component, text, width, Double.parseDouble(measures[1]), alignment, style.red(), document.document());
    }

    /** A line below a text, as long as the profile says in relation to it. A text that wraps fills the width. */
    void addLine(
            Collection<? super Line> blocks, Key key, Component component, String text, double width, double after) {
        var fraction = profile.number(key, document.day());
        var style = style(component);
        if (fraction > 0) {
            var shown = style.capitals() ? VietnameseText.capitals(text) : text;
            blocks.add(new Line(
                    fraction * Math.min(TextMeasure.width(shown, style.size(), style.bold()), width), after));
        }
    }
}
