/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.values;

/** A decision about something that the file leaves open. */
public sealed interface Answer {

    /** Answers that do not depend on the column. */
    enum Fixed implements Answer {
        /** The numbers of a column are written as <code>1.234,5</code>. */
        VIETNAMESE,
        /** The numbers of a column are written as <code>1,234.5</code>. */
        ENGLISH,
        DAY_FIRST,
        MONTH_FIRST,
        /** The text or row is read as it is. */
        TAKE,
        /** The text or row is not read, and stays among the leftovers. */
        LEAVE
    }

    /**
     * The text means a term of the vocabulary of its column.
     *
     * @param title title of the term
     */
    record TermOf(String title) implements Answer {}
}
