/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.compare;

import java.util.List;
import org.bieumau.consolidation.internal.compare.Wording.Piece;

/**
 * A difference between an earlier and a later version.
 *
 * @param group the outermost division, or the section of the form, that it belongs to; empty if there is none
 * @param place where it stands: numbers of divisions, or the titles of a row; that of the later version, if it is there
 * @param earlier the lines of the earlier version; words that changed differ
 * @param later the lines of the later version
 * @param note what a reader should know besides, such as the former place; empty if there is nothing
 */
record Change(Kind kind, String group, String place, List<List<Piece>> earlier, List<List<Piece>> later, String note) {

    /** The kind of a difference. */
    enum Kind {
        ADDED,
        DROPPED,
        CHANGED,
        MOVED,
        RENAMED
    }

    Change {
        earlier = List.copyOf(earlier);
        later = List.copyOf(later);
    }

    static List<List<Piece>> lines(List<String> lines) {
        return lines.stream().map(line -> List.of(new Piece(line, false))).toList();
    }
}
