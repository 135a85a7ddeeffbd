/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A file that is given to the program.
 *
 * @param number the number of the input in its run
 * @param kind how it was made; a row of the table
 * @param origin the example that was changed, or an empty string
 * @param bytes the content of the file
 * @param printed for a generated file, which is valid, the words that each element prints, by its name
 */
record Input(long number, String kind, String origin, byte[] bytes, Map<String, List<String>> printed) {

    /** Returns whether the input must be accepted without errors. */
    boolean isValid() {
        return !printed.isEmpty();
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
