/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.internal;

import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.text.Messages;
import org.bieumau.ooxml.internal.reading.ReadingMessages;

/** User-visible texts about files of old Office formats. */
final class LegacyMessages {

    static final Messages ALL = new Messages(LegacyMessages.class);

    private static final int LONGEST = 200;

    private LegacyMessages() {}

    /** Returns an exception for a problem that occurs only in old files. */
    static ProblemException own(Place place, String code, Object... arguments) {
        return new ProblemException(Problem.error(ALL, code, place, arguments));
    }

    /** Returns an exception for a problem that also occurs in new files, such as a password. */
    static ProblemException common(Place place, String code, Object... arguments) {
        return new ProblemException(Problem.error(ReadingMessages.ALL, code, place, arguments));
    }

    /** @param what the key of the limit */
    static ProblemException limit(Place place, String what, Object... arguments) {
        return common(place, "FILE-LIMIT", ALL.text(what, arguments));
    }

    /** Returns an item for skipped content. */
    static SourceItem.Skipped skipped(Place place, String what) {
        return new SourceItem.Skipped(place, ALL.text(what));
    }

    /** Returns an item for a skipped text. */
    static SourceItem.Skipped skipped(Place place, String what, String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        var end = Math.min(line.length(), LONGEST);
        return new SourceItem.Skipped(place, ALL.text(what, end < line.length() ? line.substring(0, end) + "…" : line));
    }
}
