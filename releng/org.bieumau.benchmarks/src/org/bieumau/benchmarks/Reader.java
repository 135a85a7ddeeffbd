/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.benchmarks;

import java.nio.file.Path;

/**
 * A program that reads the tables of a file.
 *
 * @param name the name and version
 */
record Reader(String name, Action action) {

    /** Reads a file. */
    @FunctionalInterface
    interface Action {

        /** @return a number computed from the content read, so that the compiler cannot remove any reading */
        long read(Path file) throws Exception;
    }
}
