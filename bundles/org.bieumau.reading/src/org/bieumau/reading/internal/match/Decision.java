/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.match;

import java.util.Optional;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.reading.internal.shape.ShapeColumn;

/**
 * What was decided about a column of the template or of the file.
 *
 * @param leaf column of the template; empty for a column of the file that has none
 * @param column column of the file; empty for a column of the template that was not found
 * @param score likeness from 0 to 1
 * @param reason one sentence for the user
 */
public record Decision(Kind kind, Optional<Leaf> leaf, Optional<ShapeColumn> column, double score, String reason) {

    /** Kinds of decisions. */
    public enum Kind {
        /** The user decided it before. */
        MAPPED,
        SURE,
        /** Taken with a warning: the label was changed. */
        LIKELY,
        /** Nothing is read, since several columns are alike or the likeness is low. */
        AMBIGUOUS,
        /** The template has the column, the file does not. */
        MISSING,
        /** The file has the column, the template does not. */
        ADDED,
        /** The user decided not to read it. */
        IGNORED;

        /** Whether the column of the file is read into that of the template. */
        public boolean isTaken() {
            return this == MAPPED || this == SURE || this == LIKELY;
        }
    }
}
