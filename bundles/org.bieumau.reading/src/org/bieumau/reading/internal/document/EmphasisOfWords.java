/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

/** Mends emphasis that begins or ends within a word or at a blank, as word processors leave it behind. */
final class EmphasisOfWords {

    private EmphasisOfWords() {}

    /**
     * Gives all letters of a word the emphasis of its first letter, and blanks the emphasis that both neighbours have.
     * Superscript may begin within a word.
     */
    static byte[] smooth(CharSequence text, byte[] styles) {
        var smooth = styles.clone();
        for (int i = 1; i < smooth.length; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))
                    && Character.isLetterOrDigit(text.charAt(i - 1))
                    && ((smooth[i] | smooth[i - 1]) & StyledText.SUPERSCRIPT) == 0) {
                smooth[i] = smooth[i - 1];
            }
        }
        for (int i = 0; i < smooth.length; i++) {
            if (isBlank(text.charAt(i))) {
                smooth[i] = (byte) (before(text, smooth, i) & after(text, smooth, i));
            }
        }
        return smooth;
    }

    private static byte before(CharSequence text, byte[] styles, int index) {
        for (int i = index - 1; i >= 0; i--) {
            if (!isBlank(text.charAt(i))) {
                return styles[i];
            }
        }
        return 0;
    }

    private static byte after(CharSequence text, byte[] styles, int index) {
        for (int i = index + 1; i < text.length(); i++) {
            if (!isBlank(text.charAt(i))) {
                return styles[i];
            }
        }
        return 0;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00A0';
    }
}
