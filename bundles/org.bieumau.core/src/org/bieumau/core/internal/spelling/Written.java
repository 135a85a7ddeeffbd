/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.spelling;

/**
 * A word as it is written, right or wrong.
 *
 * @param letters its letters without tone marks, in lower case
 * @param tone the tone of its first tone mark
 * @param place the index of the letter with this mark; -1 if it has no tone mark
 * @param marks the number of tone marks
 */
record Written(String letters, Tone tone, int place, int marks) {

    /** Reads a word in lower case and NFC. */
    static Written of(String word) {
        var letters = new char[word.length()];
        var tone = Tone.NGANG;
        var place = -1;
        var marks = 0;
        for (int i = 0; i < letters.length; i++) {
            var letter = word.charAt(i);
            letters[i] = Tone.without(letter);
            if (letters[i] != letter) {
                marks++;
                if (place < 0) {
                    place = i;
                    tone = Tone.of(letter);
                }
            }
        }
        return new Written(new String(letters), tone, place, marks);
    }
}
