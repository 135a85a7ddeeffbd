/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.text;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/** Operations on Vietnamese text: normalization to NFC, search without diacritics, dictionary order. */
public final class VietnameseText {

    public static final Locale LOCALE = Locale.of("vi", "VN");

    /** Pairs of vowels with the tone mark on the second vowel. */
    private static final String SECOND_VOWEL = pairs("oàoáoảoãoạoèoéoẻoẽoẹuỳuýuỷuỹuỵ");

    /** The pairs of {@link #SECOND_VOWEL} with the tone mark on the first vowel. */
    private static final String FIRST_VOWEL = pairs("òaóaỏaõaọaòeóeỏeõeọeùyúyủyũyụy");

    /** Stands for a character that a text loses when it is folded. */
    private static final char NOTHING = '\uFFFE';
    /** Stands for a character whose folding is more than one character, or depends on the others. */
    private static final char IN_CONTEXT = '\uFFFF';

    /** What becomes of each character when a text is folded, as far as it was needed; otherwise 0. */
    private static final char[] FOLDED = new char[0x2100];

    private static String pairs(String small) {
        return small + small.toUpperCase(LOCALE);
    }

    private VietnameseText() {}

    /** Returns a text in NFC, the normalization form of all values of the model; null for null. */
    public static String nfc(String text) {
        return text == null || isComposed(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Returns whether a text consists of letters and marks that NFC never changes, whatever stands beside them. */
    private static boolean isComposed(String text) {
        for (int i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter >= '\u0300' && (letter < 'Ạ' || letter > 'ỹ') && (letter < '\u2010' || letter > '\u2027')) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the key of a text for searches: without diacritics, in lower case, with single spaces. <code>đ</code> and
     * its look-alikes, which no Unicode normalization form decomposes, become <code>d</code>. So <code>linh vuc</code>
     * finds <code>Lĩnh vực</code>, and both placements of a tone mark (<code>hòa</code>, <code>hoà</code>) are equal.
     */
    public static String fold(String text) {
        // Readers fold each cell many times; regular expressions and normalization would take most of their time.
        var folded = new StringBuilder(text.length());
        var isSpace = false;
        for (int i = 0; i < text.length(); i++) {
            var letter = folded(text.charAt(i));
            if (letter == IN_CONTEXT) {
                return foldInContext(text);
            }
            if (letter == ' ') {
                isSpace = !folded.isEmpty();
            } else if (letter != NOTHING) {
                if (isSpace) {
                    folded.append(' ');
                    isSpace = false;
                }
                folded.append(letter);
            }
        }
        return folded.toString();
    }

    /** Returns what becomes of a character in any text. */
    private static char folded(char letter) {
        if (letter >= FOLDED.length) {
            return IN_CONTEXT;
        }
        var known = FOLDED[letter];
        if (known == 0) {
            known = foldAlone(letter);
            // Several threads may find the same.
            FOLDED[letter] = known;
        }
        return known;
    }

    private static char foldAlone(char letter) {
        if (letter == ' ' || letter >= '\t' && letter <= '\r' || letter == '\u00A0') {
            return ' ';
        }
        // The end of a word decides how a sigma is written.
        if (Character.isWhitespace(letter) || Character.isSurrogate(letter) || letter == 0 || letter == 'Σ') {
            return IN_CONTEXT;
        }
        var decomposed = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFKD);
        if (decomposed.indexOf(' ') >= 0 || decomposed.indexOf('Σ') >= 0) {
            return IN_CONTEXT;
        }
        var folded = foldInContext(decomposed);
        return folded.isEmpty() ? NOTHING : folded.length() == 1 ? folded.charAt(0) : IN_CONTEXT;
    }

    private static String foldInContext(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var letters = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); ) {
            var letter = decomposed.codePointAt(i);
            i += Character.charCount(letter);
            switch (letter) {
                case 'đ', 'Đ', 'Ð', 'Ɖ' -> letters.append('d');
                case '\u00A0' -> letters.append(' ');
                default -> {
                    if (letter < 0x80 || Character.getType(letter) != Character.NON_SPACING_MARK) {
                        letters.appendCodePoint(letter);
                    }
                }
            }
        }
        return singleSpaces(letters.toString().toLowerCase(Locale.ROOT).strip());
    }

    private static String singleSpaces(String text) {
        var single = new StringBuilder(text.length());
        var isSpace = false;
        for (int i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter != ' ' && (letter < '\t' || letter > '\r')) {
                single.append(letter);
                isSpace = false;
            } else if (!isSpace) {
                single.append(' ');
                isSpace = true;
            }
        }
        return single.toString();
    }

    /** Returns whether two texts differ at most in the placement of tone marks: <code>hòa</code>, <code>hoà</code>. */
    public static boolean spelledAlike(String one, String other) {
        return spelling(one).equals(spelling(other));
    }

    /** Returns the key of a text that is equal for texts that differ at most in the placement of tone marks. */
    public static String spelling(String text) {
        var result = nfc(text);
        for (int i = 0; i + 1 < SECOND_VOWEL.length(); i += 2) {
            result = result.replace(SECOND_VOWEL.substring(i, i + 2), FIRST_VOWEL.substring(i, i + 2));
        }
        return result;
    }

    /** Returns the order of a Vietnamese dictionary, syllable by syllable: Hà Nội before Hải Phòng. */
    public static Comparator<String> order() {
        var collator = Collator.getInstance(ULocale.forLanguageTag("vi")).freeze();
        return collator::compare;
    }

    /** Returns whether a text has all the given words or parts of words, with or without diacritics. */
    public static boolean hasWords(String text, String words) {
        var folded = fold(text);
        return Arrays.stream(fold(words).strip().split("\\s+")).allMatch(folded::contains);
    }

    /** Returns a text with its first letter in upper case. */
    public static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(LOCALE) + text.substring(1);
    }

    /** Returns a text in upper case. */
    public static String capitals(String text) {
        return text.toUpperCase(LOCALE);
    }
}
