/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.model.Document;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.ProseLine;
import org.bieumau.reading.internal.role.RoledText;

/**
 * A document that was read from a file.
 *
 * @param elements the document and what it refers to, in the order of a library; not in a library yet
 * @param uses the libraries that define other elements it refers to
 * @param text the file with the roles that were found
 * @param places where the lines of its text and appendices are in the file
 * @param problems what is doubtful, lost or wrong, with its places
 */
public record DocumentReading(
        Document document,
        List<LibraryElement> elements,
        Set<String> uses,
        RoledText text,
        Map<ProseLine, Place> places,
        List<Problem> problems) {

    public DocumentReading {
        elements = List.copyOf(elements);
        uses = Set.copyOf(uses);
        problems = List.copyOf(problems);
    }
}
