/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.library;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Transformations of the text of a file that preserve its meaning. */
public final class Fixes {

    /** The language version that this bundle reads. */
    public static final String LANGUAGE_VERSION = "2";

    private static final Pattern VERSION = Pattern.compile("(?m)^(\\h*phiên\\h+bản\\h+)(\\d+)");
    /** Comments and strings, in which <code>'''</code> does not begin prose; or prose, as the first group. */
    private static final Pattern PROSE =
            Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|\"(?:\\\\.|[^\"\\\\\\n])*\"|('''.*?''')");

    private static final Pattern BAR = Pattern.compile("(?m)^(\\h*(?:'''\\h*)?)\\|");

    private Fixes() {}

    /** Returns whether {@link #migrate} can migrate files of a language version. */
    public static boolean isOlder(String version) {
        return version.equals("1");
    }

    /**
     * Migrates a text to the current language version. Since version 2, a line of prose that begins with a bar is a row
     * of a table; in version 1 it was text, so the bar is escaped with a backslash. A text that names no version is
     * unchanged, since it is of the current one.
     *
     * @param text the text in NFC, see {@link #compose}
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

    /** Returns the text in NFC. */
    public static String compose(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Returns the offset of the first decomposed letter in UTF-16 code units; -1 if the text is in NFC. */
    public static int decomposed(String text) {
        if (Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            return -1;
        }
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return Arrays.mismatch(text.toCharArray(), composed.toCharArray());
    }
}
