/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strings of SpreadsheetML, in which <code>_xHHHH_</code> represents a character (ECMA-376 part 1, 22.9.2.19). */
public final class XString {

    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private XString() {}

    /** Returns a text whose characters are escaped where Excel would read them as an escape sequence. */
    public static String of(String text) {
        return text.indexOf("_x") < 0 ? text : ESCAPE.matcher(text).replaceAll("_x005F_");
    }

    /** Returns the text of a string with its escape sequences resolved. A line ends with <code>\n</code>. */
    public static String read(String string) {
        if (string.indexOf("_x") < 0) {
            return string;
        }
        var text = ESCAPED.matcher(string)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
