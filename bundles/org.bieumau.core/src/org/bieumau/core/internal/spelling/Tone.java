/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.spelling;

/** The tones of Vietnamese. */
enum Tone {
    NGANG,
    HUYEN,
    HOI,
    NGA,
    SAC,
    NANG;

    /** Each vowel with the marks of all tones, in the order of the constants. */
    private static final String VOWELS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ";

    /** All tones in one array, since {@link #values()} returns a new one each time. */
    private static final Tone[] ALL = values();

    /** Index in {@link #VOWELS} of each letter plus 1; 0 for other letters. */
    private static final byte[] INDEX = new byte[0x1F00];

    static {
        for (int i = 0; i < VOWELS.length(); i++) {
            INDEX[VOWELS.charAt(i)] = (byte) (i + 1);
        }
    }

    /** Returns the tone of a letter in lower case; {@link #NGANG} for a letter without a tone mark. */
    static Tone of(char letter) {
        return isVowel(letter) ? ALL[(INDEX[letter] - 1) % ALL.length] : NGANG;
    }

    /** Returns a letter without its tone mark. */
    static char without(char letter) {
        return isVowel(letter) ? VOWELS.charAt((INDEX[letter] - 1) / ALL.length * ALL.length) : letter;
    }

    static boolean isVowel(char letter) {
        return letter < INDEX.length && INDEX[letter] > 0;
    }

    /** Returns a vowel without a tone mark with the mark of this tone. */
    char on(char vowel) {
        return VOWELS.charAt(INDEX[vowel] - 1 + ordinal());
    }
}
