/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

import java.util.List;
import org.bieumau.core.internal.text.CoreMessages;

/** A value in the table of a profile that cannot be read, with its place and what was expected there. */
public final class ProfileFormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final String columnName;
    private final String written;
    private final Expected expected;
    private final List<String> choices;

    /** What a place of a table can hold. */
    public enum Expected {
        /** One of the kinds of rows, listed in {@link ProfileFormatException#choices}. */
        KIND,
        /** A row that names the columns, since the kind of row has no order of its own. */
        HEADER,
        /** The name of a column that is not named yet. */
        COLUMN,
        /** One of the values listed in {@link ProfileFormatException#choices}. */
        CHOICE,
        TEXT,
        /** A whole number. */
        WHOLE_NUMBER,
        NUMBER,
        /** A number, or two with a dash between them. */
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

    /** Returns the line, from 1. */
    public int line() {
        return line;
    }

    /** Returns the character of the line at which the value begins, from 1; that after the last if it is missing. */
    public int column() {
        return column;
    }

    /** Returns the name of the table's column; that of the kind of row where the column is not known. */
    public String columnName() {
        return columnName;
    }

    /** Returns the value as it is written; empty if it is missing. */
    public String written() {
        return written;
    }

    public Expected expected() {
        return expected;
    }

    /** Returns the values to choose from; empty where any value of the type would do. */
    public List<String> choices() {
        return choices;
    }
}
