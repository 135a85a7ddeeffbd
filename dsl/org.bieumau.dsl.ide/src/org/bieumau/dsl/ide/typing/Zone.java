/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.typing;

/** What a place in a text belongs to, told from the letters before it alone: the text need not be right. */
enum Zone {
    CODE, STRING, COMMENT, PROSE;

    static final String QUOTES = "'''";

    /** The zone of what is put in at an offset. */
    static Zone at(String text, int offset) {
        var zone = CODE;
        String end = null;
        for (int at = 0; at < offset; at++) {
            if (end == null) {
                var begins = begin(text, at);
                if (begins != null) {
                    zone = begins;
                    end = begins == PROSE ? QUOTES : begins == STRING ? "\"" : text.charAt(at + 1) == '*' ? "*/" : "\n";
                    at += (zone == STRING ? 1 : zone == PROSE ? 3 : 2) - 1;
                    if (at >= offset) {
                        return CODE;
                    }
                }
            } else if (zone == STRING && text.charAt(at) == '\\') {
                at++;
            } else if (text.startsWith(end, at) && at + end.length() <= offset || zone == STRING && text.charAt(at) == '\n') {
                at += text.startsWith(end, at) ? end.length() - 1 : 0;
                zone = CODE;
                end = null;
            }
        }
        return zone;
    }

    private static Zone begin(String text, int at) {
        return text.charAt(at) == '"' ? STRING : text.startsWith(QUOTES, at) ? PROSE
                : text.startsWith("//", at) || text.startsWith("/*", at) ? COMMENT : null;
    }
}
