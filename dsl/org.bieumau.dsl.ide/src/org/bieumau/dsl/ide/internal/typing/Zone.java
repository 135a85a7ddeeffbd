/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.typing;

/** What a place in a text belongs to, told from the letters before it alone: the text need not be right. */
enum Zone {
    CODE,
    STRING,
    COMMENT,
    PROSE;

    static final String QUOTES = "'''";

    /** The zone of what is put in at an offset. */
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
