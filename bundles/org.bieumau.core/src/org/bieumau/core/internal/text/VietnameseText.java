/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.text;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/** What Vietnamese text asks for: one Unicode form, search without diacritics, the dictionary's order. */
public final class VietnameseText {

    public static final Locale LOCALE = Locale.of("vi", "VN");

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    /** Pairs of vowels with the tone mark on the second one, and the same with it on the first one. */
    private static final String SECOND_VOWEL = pairs("oàoáoảoãoạoèoéoẻoẽoẹuỳuýuỷuỹuỵ");

    private static final String FIRST_VOWEL = pairs("òaóaỏaõaọaòeóeỏeõeọeùyúyủyũyụy");

    private static String pairs(String small) {
        return small + small.toUpperCase(LOCALE);
    }

    private VietnameseText() {}

    /** The text in NFC, the form that all values of the model are in. */
    public static String nfc(String text) {
        return text == null ? null : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /**
     * The text as it is compared in a search: without diacritics, in lower case, with single blanks; <code>đ</code> and
     * look-alikes, which no Unicode form takes apart, become <code>d</code>. So <code>linh vuc</code> finds <code>
     * Lĩnh vực</code>, and both ways to place a tone mark (<code>hòa</code>, <code>hoà</code>) are the same.
     */
    public static String fold(String text) {
        var marksOff =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return marksOff.replace('đ', 'd')
                .replace('Đ', 'd')
                .replace('Ð', 'd')
                .replace('Ɖ', 'd')
                .replace('\u00A0', ' ')
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }

    /** Whether two texts are the same but for where tone marks stand: <code>hòa</code>, <code>hoà</code>. */
    public static boolean spelledAlike(String one, String other) {
        return onFirstVowel(one).equals(onFirstVowel(other));
    }

    private static String onFirstVowel(String text) {
        var result = nfc(text);
        for (int i = 0; i + 1 < SECOND_VOWEL.length(); i += 2) {
            result = result.replace(SECOND_VOWEL.substring(i, i + 2), FIRST_VOWEL.substring(i, i + 2));
        }
        return result;
    }

    /** The order of a Vietnamese dictionary, syllable by syllable: Hà Nội before Hải Phòng. */
    public static Comparator<String> order() {
        var collator = Collator.getInstance(ULocale.forLanguageTag("vi")).freeze();
        return collator::compare;
    }

    /** The text with its first letter as a capital. */
    public static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(LOCALE) + text.substring(1);
    }

    /** The text in capitals. */
    public static String capitals(String text) {
        return text.toUpperCase(LOCALE);
    }
}
