/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.value;

import java.util.Locale;
import java.util.regex.Pattern;
import org.bieumau.core.internal.text.VietnameseText;

/** Computes keys for comparing the labels of a data file with those of a form. */
public final class LabelKey {

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private LabelKey() {}

    /**
     * Returns the key of a label: letters without diacritics and digits, in lower case. <code>Tên mô hình</code>,
     * <code>tênMôHình</code> and <code>TEN_MO_HINH</code> have the same key.
     */
    public static String of(String label) {
        return NO_LETTERS.matcher(VietnameseText.fold(label)).replaceAll("");
    }

    /** Returns the key of a label with its diacritics. It is compared first. */
    public static String exact(String label) {
        return VietnameseText.nfc(label).strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
