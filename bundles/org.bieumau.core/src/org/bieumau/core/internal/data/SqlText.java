/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.data;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Examines a query without a database. */
public final class SqlText {

    /** Words that begin a read-only query. */
    private static final Set<String> READING = Set.of("select", "with", "values", "table");

    /** Comments, texts and quoted names, which may contain any words. */
    private static final Pattern QUOTED =
            Pattern.compile("(?s)--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|(\\$[A-Za-z_]*\\$).*?\\1");

    private SqlText() {}

    /** Returns whether a text is a single query that only reads. */
    public static boolean isOneQuery(String text) {
        var plain = QUOTED.matcher(text).replaceAll(" ").strip().replaceFirst("\\s*;$", "");
        var first = plain.split("[\\s(]+", 2)[0].toLowerCase(Locale.ROOT);
        return !plain.contains(";")
                && (READING.contains(first) || plain.startsWith("(") && isOneQuery(plain.substring(1)));
    }
}
