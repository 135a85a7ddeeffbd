/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.typing;

/** Kind of text at an offset, determined from the text before it alone, which may contain syntax errors. */
enum Zone {
    CODE,
    STRING,
    COMMENT,
    PROSE;

    static final String QUOTES = "'''";

    /** Returns the zone of text inserted at an offset. */
    static Zone at(String text, int offset) {
        var quoted = Quoted.in(text).region(0, offset);
        while (quoted.find()) {
            if (Quoted.isOpen(quoted)) {
                return switch (text.charAt(quoted.start())) {
                    case '"' -> STRING;
                    case '/' -> COMMENT;
                    default -> PROSE;
                };
            }
        }
        return CODE;
    }
}
