/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Number and symbol as a letterhead prints them.
 *
 * @param digits the number with its leading zeros; empty if it is left open
 * @param symbol the symbol with the character before it, without spaces; empty if there is none
 */
record PrintedNumber(String digits, String symbol) {

    private static final Pattern LINE =
            Pattern.compile("[Ss]ố\\s*:?\\s*(\\d{0,7})[\\s.…_]*([/-]?\\S.*?)?\\s*", Pattern.DOTALL);

    /** Returns number and symbol of a line; empty if it has none. */
    static Optional<PrintedNumber> of(String line) {
        var printed = LINE.matcher(line);
        return printed.matches()
                ? Optional.of(new PrintedNumber(
                        printed.group(1),
                        printed.group(2) == null ? "" : printed.group(2).replaceAll("\\s+", "")))
                : Optional.empty();
    }

    /** Returns the number without leading zeros. */
    String number() {
        return digits.replaceFirst("^0+(?=\\d)", "");
    }
}
