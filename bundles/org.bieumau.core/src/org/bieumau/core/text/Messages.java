/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.text;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * User-visible texts of a bundle: <code>messages.properties</code> in Vietnamese, the fallback for all other locales,
 * and <code>messages_en.properties</code> in English. The text of a problem has the code of the problem as its key.
 */
public final class Messages {

    private final Class<?> owner;

    /** @param owner class of the bundle, in the package that contains the texts */
    public Messages(Class<?> owner) {
        this.owner = owner;
    }

    /**
     * Returns the text for the default locale, with the arguments in place of <code>{0}</code>, <code>{1}</code> ….
     * Numbers are formatted as in Vietnam in every language.
     *
     * @return the key itself if there is no such text, so that a missing text does not hide a problem
     */
    public String text(String key, Object... arguments) {
        try {
            return new MessageFormat(bundle(Locale.getDefault()).getString(key), Locale.of("vi", "VN"))
                    .format(arguments);
        } catch (MissingResourceException e) {
            return key;
        }
    }

    /** Returns the arguments of a text as strings, for quick fixes. */
    public static String[] data(Object... arguments) {
        return Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
    }

    /** Returns the keys of the texts for a locale, for tests that compare the languages. */
    public Set<String> keys(Locale locale) {
        return bundle(locale).keySet();
    }

    private ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                owner.getPackageName() + ".messages",
                locale,
                owner.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
