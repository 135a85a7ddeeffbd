/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.sheet;

import java.util.List;

/** Displays the text of a cell between literals. */
record TextPattern(List<FormatToken> tokens) implements FormatPattern {

    String show(String text) {
        if (tokens.size() == 1) {
            return text;
        }
        var shown = new StringBuilder();
        for (var token : tokens) {
            switch (token) {
                case FormatToken.Text() -> shown.append(text);
                case FormatToken.Literal(String literal) -> shown.append(literal);
                default -> {
                    // Other tokens have no meaning for text.
                }
            }
        }
        return shown.toString();
    }
}
