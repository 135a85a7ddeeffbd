/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import java.util.List;
import org.bieumau.core.problem.Problem;
import org.bieumau.model.Form;
import org.bieumau.reading.internal.match.FormMatch;
import org.bieumau.reading.internal.values.Question;

/**
 * A form that was read from a file.
 *
 * @param form rows, leftovers and sources; not part of a library yet
 * @param matches the tables that the rows were read from
 * @param problems doubts, losses and errors, with their places
 * @param questions what the file leaves open, answered or not
 */
public record FormReading(
        Form form, List<FormMatch> matches, List<Problem> problems, List<Question> questions, Ledger ledger) {

    public FormReading {
        matches = List.copyOf(matches);
        problems = List.copyOf(problems);
        questions = List.copyOf(questions);
    }
}
