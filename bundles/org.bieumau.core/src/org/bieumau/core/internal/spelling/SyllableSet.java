/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.spelling;

/**
 * A set of syllables that is asked for a part of a text without a new string, since a file may have a million words. A
 * syllable of at most seven letters is a number with seven bits for each.
 */
final class SyllableSet {

    /** Number of letters of the longest syllable, «nghiêng». */
    static final int LONGEST = 7;

    private static final int BITS = 7;

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzđ";

    /** The number of each letter in lower case, the same but negative for its capital; 0 for other characters. */
    private static final byte[] CODES = new byte[0x1F00];

    /** Logarithm of the number of places: about twice as many as there are syllables. */
    private static final int SIZE = 16;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    static {
        byte code = 0;
        for (int i = 0; i < LETTERS.length(); i++) {
            CODES[LETTERS.charAt(i)] = ++code;
        }
        for (char letter = 0; letter < CODES.length; letter++) {
            if (CODES[letter] == 0 && Tone.isVowel(letter)) {
                CODES[letter] = ++code;
            }
        }
        for (char letter = 0; letter < CODES.length; letter++) {
            var small = Character.toLowerCase(letter);
            if (small != letter && small < CODES.length) {
                CODES[letter] = (byte) -CODES[small];
            }
        }
    }

    private final long[] places = new long[1 << SIZE];

    void add(String syllable) {
        var key = key(syllable, 0, syllable.length());
        if (key == 0) {
            throw new IllegalArgumentException(syllable);
        }
        places[place(key)] = key;
    }

    /** Returns whether a part of a text is a syllable of the set, in lower case. */
    boolean contains(CharSequence text, int start, int end) {
        var key = key(text, start, end);
        return key != 0 && places[place(key)] == key;
    }

    /**
     * Returns whether all words of a text are syllables of the set, except those with capitals after the first letter.
     */
    boolean hasAllWords(String text) {
        var length = text.length();
        for (int i = 0; i < length; i++) {
            var key = 0L;
            var start = i;
            var capitals = false;
            for (; i < length; i++) {
                var code = code(text.charAt(i));
                if (code == 0) {
                    break;
                }
                capitals |= code < 0 && i > start;
                key = key << BITS | Math.abs(code);
            }
            if (i < length && Character.isLetter(text.charAt(i))
                    || i > start && !capitals && (i - start > LONGEST || places[place(key)] != key)) {
                return false;
            }
        }
        return true;
    }

    private static int code(char letter) {
        return letter < CODES.length ? CODES[letter] : 0;
    }

    /** Returns the place of a key, or the free place for it. */
    private int place(long key) {
        var place = (int) (key * SPREAD >>> Long.SIZE - SIZE);
        while (places[place] != 0 && places[place] != key) {
            place = place + 1 & places.length - 1;
        }
        return place;
    }

    /** Returns the number of a word; 0 if it has other characters or is too long. */
    private static long key(CharSequence text, int start, int end) {
        if (end - start > LONGEST) {
            return 0;
        }
        var key = 0L;
        for (int i = start; i < end; i++) {
            var code = code(text.charAt(i));
            if (code <= 0) {
                return 0;
            }
            key = key << BITS | code;
        }
        return key;
    }
}
