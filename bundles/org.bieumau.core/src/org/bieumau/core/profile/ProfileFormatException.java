/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

import java.util.List;
import org.bieumau.core.internal.text.CoreMessages;

/** Thrown for a value in the table of a profile that cannot be read, with its place and what was expected. */
public final class ProfileFormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final String columnName;
    private final String written;
    private final Expected expected;
    private final List<String> choices;

    /** What was expected in the table. */
    public enum Expected {
        /** One of the kinds of rows, listed in {@link ProfileFormatException#choices}. */
        KIND,
        /** A header row, since this kind of row has no default order of columns. */
        HEADER,
        /** The name of a column that the header does not contain yet. */
        COLUMN,
        /** One of the values listed in {@link ProfileFormatException#choices}. */
        CHOICE,
        TEXT,
        /** A whole number. */
        WHOLE_NUMBER,
        NUMBER,
        /** A number, or two numbers separated by a dash. */
        RANGE,
        /** A date such as 2020-03-05. */
        DATE,
        /** No further value. */
        END
    }

    ProfileFormatException(
            int line, int column, String columnName, String written, Expected expected, List<String> choices) {
        super(CoreMessages.ALL.text(
                "profile.malformed",
                line,
                column,
                columnName,
                CoreMessages.ALL.text("profile.expected." + expected, String.join(", ", choices)),
                written));
        this.line = line;
        this.column = column;
        this.columnName = columnName;
        this.written = written;
        this.expected = expected;
        this.choices = List.copyOf(choices);
    }

    /** Returns the line number, from 1. */
    public int line() {
        return line;
    }

    /**
     * Returns the position in the line at which the value begins, in UTF-16 code units from 1; for a missing value, the
     * position after the end of the line.
     */
    public int column() {
        return column;
    }

    /** Returns the name of the column; the kind of the row if the column is not known. */
    public String columnName() {
        return columnName;
    }

    /** Returns the value in the file; an empty string if it is missing. */
    public String written() {
        return written;
    }

    public Expected expected() {
        return expected;
    }

    /** Returns the allowed values; an empty list if any value of the expected type is allowed. */
    public List<String> choices() {
        return choices;
    }
}
