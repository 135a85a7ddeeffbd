/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.imports;

import org.bieumau.reading.internal.match.Decision;
import org.eclipse.swt.graphics.Color;

/** Colours of the decisions about columns. The text on them is dark in any theme, and each colour goes with a word. */
final class DecisionColours {

    private static final Color SURE = new Color(222, 242, 217);
    private static final Color DOUBTFUL = new Color(255, 236, 179);
    private static final Color OPEN = new Color(250, 214, 210);
    private static final Color UNREAD = new Color(232, 232, 232);
    private static final Color TEXT = new Color(0, 0, 0);

    private DecisionColours() {}

    static Color of(Decision.Kind kind) {
        return switch (kind) {
            case MAPPED, SURE -> SURE;
            case LIKELY -> DOUBTFUL;
            case AMBIGUOUS, MISSING -> OPEN;
            case ADDED, IGNORED -> UNREAD;
        };
    }

    static Color text() {
        return TEXT;
    }
}
