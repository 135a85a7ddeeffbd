/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.match;

import java.util.Optional;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.reading.internal.shape.ShapeColumn;

/**
 * A decision about a column of the template, of the file, or both.
 *
 * @param leaf column of the template; empty for a column of the file that has none
 * @param column column of the file; empty for a column of the template that was not found
 * @param score likeness from 0 to 1
 * @param reason one sentence for the user
 */
public record Decision(Kind kind, Optional<Leaf> leaf, Optional<ShapeColumn> column, double score, String reason) {

    /** Kinds of decisions. */
    public enum Kind {
        /** Assigned by the user in an earlier run. */
        MAPPED,
        SURE,
        /** Assigned with a warning, because the labels differ. */
        LIKELY,
        /** Left open, because several columns are alike or the likeness is low. */
        AMBIGUOUS,
        /** The file lacks the column of the template. */
        MISSING,
        /** The template lacks the column of the file. */
        ADDED,
        /** Excluded by the user. */
        IGNORED;

        /** Returns whether the column of the file is read into that of the template. */
        public boolean isTaken() {
            return this == MAPPED || this == SURE || this == LIKELY;
        }
    }
}
