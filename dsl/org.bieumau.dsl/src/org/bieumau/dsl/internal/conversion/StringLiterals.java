/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.conversion;

/**
 * Reads and writes string literals: text between double quotes, on one line, with the escapes <code>\"</code>, <code>
 * \\</code>, <code>\n</code> and <code>\t</code>.
 */
public final class StringLiterals {

    private StringLiterals() {}

    static String read(String literal) {
        var text = new StringBuilder(literal.length());
        for (int i = 1; i < literal.length() - 1; i++) {
            var c = literal.charAt(i);
            if (c == '\\' && i < literal.length() - 2) {
                c = unescaped(literal.charAt(++i));
            }
            text.append(c);
        }
        return text.toString();
    }

    private static char unescaped(char letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            default -> letter;
        };
    }

    /** Returns the literal of a text. */
    public static String write(String value) {
        return '"'
                + value.replace("\r", "")
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }
}
