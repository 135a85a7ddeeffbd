/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.reading;

import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 and checks it in one pass. */
final class Utf8 {

    /** The first bytes that begin a character of two, three and four bytes. */
    private static final int TWO = 0xC2;

    private static final int THREE = 0xE0;
    private static final int FOUR = 0xF0;
    /** The end of the characters of one byte, and the first character of three. */
    private static final int ASCII = 0x80;

    private static final int FIRST_OF_THREE = 0x800;
    /** Number of bits in each further byte, and their mask. */
    private static final int BITS = 6;

    private static final int REST = 0x3F;
    private static final char REPLACEMENT = '\uFFFD';

    private char[] decoded = new char[256];

    /** Returns a text; null if the bytes are not valid, or have a character that XML does not allow. */
    String decode(byte[] bytes, int first, int last) {
        if (decoded.length < last - first) {
            decoded = new char[Math.max(2 * decoded.length, last - first)];
        }
        var count = 0;
        for (int i = first; i < last; ) {
            var b = bytes[i++] & 0xFF;
            if (b >= FOUR) {
                return byJdk(bytes, first, last);
            }
            if (b >= ASCII && b < TWO) {
                return null;
            }
            if (b >= TWO) {
                var more = b < THREE ? 1 : 2;
                if (last - i < more || !continues(bytes[i]) || !continues(bytes[i + more - 1])) {
                    return null;
                }
                if (more == 1) {
                    b = (b & 0x1F) << BITS | bytes[i] & REST;
                } else {
                    b = (b & 0xF) << 2 * BITS | (bytes[i] & REST) << BITS | bytes[i + 1] & REST;
                    if (b < FIRST_OF_THREE || b >= REPLACEMENT || Character.isSurrogate((char) b)) {
                        return null;
                    }
                }
                i += more;
            }
            decoded[count++] = (char) b;
        }
        return new String(decoded, 0, count);
    }

    private static boolean continues(byte b) {
        return (b & ~REST) == (byte) ASCII;
    }

    private static String byJdk(byte[] bytes, int first, int last) {
        var text = new String(bytes, first, last - first, StandardCharsets.UTF_8);
        return isValid(text) ? text : null;
    }

    /** The decoder of the JDK puts the replacement character where bytes are not valid. */
    private static boolean isValid(String text) {
        return text.indexOf(REPLACEMENT) < 0 && text.indexOf('\uFFFE') < 0 && text.indexOf('\uFFFF') < 0;
    }
}
