/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests.fuzz;

/**
 * A fault in the program's answer to an input.
 *
 * @param kind the kind of the fault
 * @param message what happened, the same for all inputs that show the same fault
 * @param detail what it was in this input
 */
record Fault(Kind kind, String message, String detail) {

    /** A kind of faults; a column of the table. */
    enum Kind {
        /** An exception that is not reported as a problem. */
        CRASH("crashes"),
        /** More CPU time than {@link Trial#LIMIT}. */
        HANG("hangs"),
        /** A file that its readers reject. */
        MALFORMED("not well-formed"),
        /** Text of the input that is not in a file. */
        LOST("words lost"),
        /** An error that is only logged or printed. */
        SILENT("silent errors"),
        /** Two exports of the same input with different bytes. */
        DIFFERENT("different bytes"),
        /** An input that is valid, or that the check accepts, but the export does not. */
        REFUSED("refused"),
        /** A formatted or fixed text with another model. */
        CHANGED("model changed");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }
}
