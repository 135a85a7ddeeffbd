/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.problem;

/**
 * Where a problem stands.
 *
 * @param file the path as the user gave it, or null when the problem belongs to no file
 * @param line from 1, or 0 when the whole file is meant
 * @param column from 1, in UTF-16 units, or 0 when the whole line is meant
 * @param offset from 0, in UTF-16 units from the start of the file
 * @param length in UTF-16 units
 */
public record Place(String file, int line, int column, int offset, int length) {

    /** A whole file. */
    public static Place of(String file) {
        return new Place(file, 0, 0, 0, 0);
    }
}
