/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests.fuzz;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bieumau.core.internal.text.PrintedText;

/**
 * Reduces texts to their letters and digits, so that what is printed in capitals, broken into lines, numbered or
 * punctuated by the rules of the decree can still be compared.
 */
final class Letters {

    private Letters() {}

    /** Returns the letters and digits of a text, in small letters and in the same form of Unicode. */
    static String of(String text) {
        var letters = new StringBuilder(text.length());
        Normalizer.normalize(PrintedText.print(text), Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(c -> c == 'ς' ? 'σ' : c)
                .forEach(letters::appendCodePoint);
        return Normalizer.normalize(letters, Normalizer.Form.NFKC);
    }

    /** Returns the words of a text, each reduced to its letters and digits. */
    static List<String> words(String text) {
        return Arrays.stream(PrintedText.print(text).split("[^\\p{L}\\p{N}\\p{M}]+"))
                .map(Letters::of)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
