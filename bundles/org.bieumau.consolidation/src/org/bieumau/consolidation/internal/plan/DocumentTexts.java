/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.plan;

import java.util.List;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.model.Document;

/** Reads documents from texts in the language. */
@FunctionalInterface
public interface DocumentTexts {

    /**
     * A document with the problems of its text.
     *
     * @param document the only document of the text
     * @param problems its errors; what a document that is issued would lack does not matter here
     */
    record Text(Document document, List<Problem> problems) {}

    /**
     * Reads the text of a .bieu file. It may be called by several threads at once.
     *
     * @throws ProblemException if the text has no document, or several
     */
    Text read(String text, String file) throws ProblemException;
}
