/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.colouring;

import java.util.Locale;
import org.bieumau.dsl.ide.internal.highlighting.Highlighting.Kind;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;

/** Maps kinds of words to text attributes, with the colours of the preferences. */
final class Colours {

    private static final String PREFIX = "org.bieumau.dsl.ui.";

    private Colours() {}

    static boolean isOurs(String property) {
        return property.startsWith(PREFIX);
    }

    static TextAttribute of(Kind kind) {
        return switch (kind) {
            case PROSE -> new TextAttribute(null);
            case BOLD -> new TextAttribute(null, null, SWT.BOLD);
            case ITALIC -> new TextAttribute(null, null, SWT.ITALIC);
            case BOLD_ITALIC -> new TextAttribute(null, null, SWT.BOLD | SWT.ITALIC);
            case KEYWORD, MARKER -> new TextAttribute(colour(kind), null, SWT.BOLD);
            case DEFINITION -> new TextAttribute(colour(kind), null, SWT.BOLD);
            default -> new TextAttribute(colour(kind));
        };
    }

    private static Color colour(Kind kind) {
        return JFaceResources.getColorRegistry().get(PREFIX + kind.name().toLowerCase(Locale.ROOT));
    }
}
