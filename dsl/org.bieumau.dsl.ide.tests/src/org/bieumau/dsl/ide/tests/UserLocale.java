/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import java.util.Locale;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Sets the default locale for each test of a class and restores it afterwards. */
record UserLocale(Locale locale, Locale before) implements BeforeEachCallback, AfterEachCallback {

    UserLocale(Locale locale) {
        this(locale, Locale.getDefault());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Locale.setDefault(locale);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Locale.setDefault(before);
    }
}
