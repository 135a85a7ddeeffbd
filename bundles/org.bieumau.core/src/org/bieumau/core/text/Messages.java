/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.text;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * The texts of a bundle that a user sees: <code>messages.properties</code> in Vietnamese, which every other locale
 * falls back to, and <code>messages_en.properties</code>. Problems have their code as key.
 */
public final class Messages {

    private final Class<?> owner;

    /** @param owner a class of the bundle, in the package that the texts lie in */
    public Messages(Class<?> owner) {
        this.owner = owner;
    }

    /**
     * The text for the default locale, with its <code>{0}</code>, <code>{1}</code> … replaced.
     *
     * @return the key itself where there is no such text: a missing text must not hide what it is about
     */
    public String text(String key, Object... arguments) {
        try {
            return new MessageFormat(bundle(Locale.getDefault()).getString(key), Locale.of("vi", "VN"))
                    .format(arguments);
        } catch (MissingResourceException e) {
            return key;
        }
    }

    /** What a text was made of, for those who mend what it is about. */
    public static String[] data(Object... arguments) {
        return Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
    }

    /** The keys of the texts of a locale, for tests that compare the languages. */
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
