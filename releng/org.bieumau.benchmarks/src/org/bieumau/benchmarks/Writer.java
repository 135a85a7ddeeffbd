/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.benchmarks;

import java.io.OutputStream;

/**
 * A program that writes a table.
 *
 * @param name the name and version
 */
record Writer(String name, Action action) {

    /** Writes a table to a stream, which stays open. */
    @FunctionalInterface
    interface Action {
        void write(Table table, OutputStream out) throws Exception;
    }
}
