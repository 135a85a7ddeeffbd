/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.util.Arrays;

/** The outcome of a command. Scripts rely on the numbers, which the help lists. */
public enum ExitCode {
    /** Everything was done. */
    DONE(0),
    /** The input has problems of severity error. */
    PROBLEMS(1),
    /** The command, an option or an argument is not valid. */
    USAGE(2),
    /** Something could not be read, written or continued. */
    FAILED(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** Returns the exit code of the process. */
    public int number() {
        return number;
    }

    static ExitCode of(int number) {
        return Arrays.stream(values())
                .filter(code -> code.number == number)
                .findFirst()
                .orElseThrow();
    }
}
