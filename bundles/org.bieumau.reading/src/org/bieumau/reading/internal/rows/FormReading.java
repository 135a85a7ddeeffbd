/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import java.util.List;
import org.bieumau.core.problem.Problem;
import org.bieumau.model.Form;
import org.bieumau.reading.internal.match.FormMatch;

/**
 * A form that was read from a file.
 *
 * @param form rows, leftovers and sources; not part of a library yet
 * @param matches the tables that the rows were read from
 * @param problems doubts, losses and errors, with their places
 */
public record FormReading(Form form, List<FormMatch> matches, List<Problem> problems, Ledger ledger) {

    public FormReading {
        matches = List.copyOf(matches);
        problems = List.copyOf(problems);
    }
}
