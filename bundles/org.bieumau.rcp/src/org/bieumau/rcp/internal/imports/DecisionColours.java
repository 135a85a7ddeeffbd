/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.imports;

import org.bieumau.dsl.ui.internal.theme.Palette;
import org.bieumau.reading.internal.match.Decision;
import org.eclipse.swt.graphics.Color;

/** Colours of the decisions about columns. Each colour goes with a word. */
final class DecisionColours {

    private DecisionColours() {}

    static Color of(Decision.Kind kind) {
        return switch (kind) {
            case MAPPED, SURE -> Palette.SURE.colour();
            case LIKELY -> Palette.DOUBTFUL.colour();
            case AMBIGUOUS, MISSING -> Palette.OPEN.colour();
            case ADDED, IGNORED -> Palette.UNUSED.colour();
        };
    }
}
