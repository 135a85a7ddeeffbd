/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.reading;

import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.text.Messages;

/** User-visible texts about files that cannot be read. */
public final class ReadingMessages {

    public static final Messages ALL = new Messages(ReadingMessages.class);

    private ReadingMessages() {}

    /**
     * Returns an exception for a problem of a whole file.
     *
     * @param file the path as the user gave it
     * @param code the code of the problem, which is the key of its text
     */
    static ProblemException problem(String file, String code, Object... arguments) {
        return new ProblemException(Problem.error(ALL, code, Place.of(file), arguments));
    }
}
