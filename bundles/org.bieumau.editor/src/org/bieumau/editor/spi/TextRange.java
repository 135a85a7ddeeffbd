/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.spi;

/**
 * A part of the text of a file.
 *
 * @param offset in UTF-16 code units from the start of the file
 * @param length in UTF-16 code units; 0 for a place between two characters
 */
public record TextRange(int offset, int length) {

    /** @throws IllegalArgumentException if offset or length is negative */
    public TextRange {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("offset " + offset + ", length " + length);
        }
    }

    /** Returns the offset after the last character. */
    public int end() {
        return offset + length;
    }

    /** Returns whether an offset is within this range or at its end. */
    public boolean contains(int place) {
        return place >= offset && place <= end();
    }
}
