/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.text.Messages;
import org.bieumau.ooxml.internal.reading.ReadingMessages;

/** User-visible texts about reading workbooks. */
final class XlsxReadingMessages {

    static final Messages ALL = new Messages(XlsxReadingMessages.class);

    private XlsxReadingMessages() {}

    /**
     * Returns an exception for a limit that a sheet exceeds.
     *
     * @param what the key of the limit
     */
    static ProblemException limit(Place place, String what, Object... arguments) {
        return new ProblemException(Problem.error(ReadingMessages.ALL, "FILE-LIMIT", place, ALL.text(what, arguments)));
    }

    /** Returns an exception for a sheet whose part is not in the file. */
    static ProblemException missing(Place.Cell sheet) {
        return new ProblemException(Problem.error(ReadingMessages.ALL, "FILE-PART-MISSING", sheet, sheet.table()));
    }

    /** Returns an item for skipped content, with an excerpt of its text. */
    static SourceItem.Skipped skipped(Place place, String what, Object... arguments) {
        return new SourceItem.Skipped(place, ALL.text(what, arguments));
    }
}
