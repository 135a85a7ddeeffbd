/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.values;

import java.util.List;
import org.bieumau.core.problem.Place;

/**
 * A question that a file leaves open. It is asked each time the file is read.
 *
 * @param column title of the column; empty if the question is about a row
 * @param text text of the cell or row, shortened
 * @param answers possible answers; the first one is used unless the user chooses another
 */
public record Question(Kind kind, String column, Place place, String text, List<Answer> answers) {

    /** Kinds of questions. */
    public enum Kind {
        /** How the numbers of a column are written. */
        NUMBER_STYLE,
        /** The order of day and month in a column. */
        DATE_STYLE,
        /** A text does not fit the type of its column. */
        VALUE,
        STRUCK_OUT,
        HIDDEN_ROW,
        SAMPLE_ROW
    }

    public Question {
        answers = List.copyOf(answers);
    }

    /** Returns what identifies the question when the same file is read again. */
    public Key key() {
        return new Key(kind, column, place);
    }

    /** What identifies a question in a file. */
    public record Key(Kind kind, String column, Place place) {}
}
