/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.library;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes to the text of a file that leave what it means as it is. */
public final class Fixes {

    /** The version of the language that this bundle reads. */
    public static final String LANGUAGE_VERSION = "2";

    private static final Pattern VERSION = Pattern.compile("(?m)^(\\h*phiên\\h+bản\\h+)(\\d+)");
    /** What may hold quotes without beginning prose: comments and texts; or prose itself, as the first group. */
    private static final Pattern PROSE =
            Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|\"(?:\\\\.|[^\"\\\\\\n])*\"|('''.*?''')");

    private static final Pattern BAR = Pattern.compile("(?m)^(\\h*(?:'''\\h*)?)\\|");

    private Fixes() {}

    /** Whether a version is one that {@link #migrate} knows to bring up to date. */
    public static boolean isOlder(String version) {
        return version.equals("1");
    }

    /**
     * The text for the current version of the language. Since version 2 a line of prose that begins with a bar is a row
     * of a table; in files of version 1 it was text, and gets a backslash. A file that names no version is of the
     * current one.
     *
     * @param text in NFC, see {@link #compose}
     */
    public static String migrate(String text) {
        var version = VERSION.matcher(text);
        if (!version.find() || !isOlder(version.group(2))) {
            return text;
        }
        var current = text.substring(0, version.start(2)) + LANGUAGE_VERSION + text.substring(version.end(2));
        return PROSE.matcher(current)
                .replaceAll(found -> found.group(1) == null
                        ? quote(found.group())
                        : quote(BAR.matcher(found.group(1)).replaceAll("$1\\\\|")));
    }

    private static String quote(String text) {
        return Matcher.quoteReplacement(text);
    }

    /** The text with composed letters (NFC). */
    public static String compose(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /**
     * Where the first letter stands that is written with marks of its own, as no file should be; -1 if there is none.
     */
    public static int decomposed(String text) {
        if (Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            return -1;
        }
        var at = 0;
        while (at < text.length() && Character.getType(text.charAt(at)) != Character.NON_SPACING_MARK) {
            at++;
        }
        return at == text.length() ? 0 : Math.max(0, at - 1);
    }
}
