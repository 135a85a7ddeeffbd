/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.problem;

/**
 * A part of the text that a feature of an element has as its value.
 *
 * @param start the offset of its first character, in UTF-16 code units
 * @param end the offset after its last character
 */
public record TextRange(int start, int end) {

    /** @throws IllegalArgumentException if the range ends before it starts, or starts before the text */
    public TextRange {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException(start + "–" + end);
        }
    }
}
