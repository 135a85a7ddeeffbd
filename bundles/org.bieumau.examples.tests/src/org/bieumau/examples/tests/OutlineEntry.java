/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import java.util.Locale;

/**
 * A heading of an exported file.
 *
 * @param level from 1
 * @param text in capitals, as some formats show headings, with single spaces
 */
record OutlineEntry(int level, String text) {

    static OutlineEntry of(int level, String text) {
        return new OutlineEntry(level, String.join(" ", Words.of(text)).toUpperCase(Locale.of("vi")));
    }
}
