/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import java.util.Locale;

/**
 * A heading of an exported file.
 *
 * @param level the outline level, from 1
 * @param text the text in capitals, since some formats show headings in capitals, with single spaces
 */
record OutlineEntry(int level, String text) {

    static OutlineEntry of(int level, String text) {
        return new OutlineEntry(level, String.join(" ", Words.of(text)).toUpperCase(Locale.of("vi")));
    }
}
