/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.data;

import java.io.IOException;
import org.bieumau.core.form.RowSource;
import org.bieumau.core.form.RowTarget;
import org.jspecify.annotations.NonNull;

/**
 * Rows of one form from the table of a data source. A file is read twice: first to determine how its numbers and dates
 * are written. This is not needed for a database, whose values have types.
 */
public final class DataRows implements RowSource {

    /** Opens a table. */
    @FunctionalInterface
    public interface Opener {

        /** Opens the table before its first row. */
        DataTable open() throws IOException;
    }

    private final Opener opener;
    private final boolean readTwice;
    /** The styles of numbers and dates, known after the first reading. */
    private Habits habits;

    private DataRows(Opener opener, boolean readTwice) {
        this.opener = opener;
        this.readTwice = readTwice;
    }

    /** Returns the rows of a file. */
    public static DataRows ofFile(Opener opener) {
        return new DataRows(opener, true);
    }

    /**
     * Returns the rows of a source that seldom stores numbers and dates as texts. Such texts are read in the Vietnamese
     * style.
     */
    public static DataRows ofTypedSource(Opener opener) {
        return new DataRows(opener, false);
    }

    @Override
    public @NonNull Rows open(RowTarget target) throws IOException {
        if (habits == null) {
            habits = habits(target);
        }
        var table = opener.open();
        try {
            return new TableRows(table, new DataColumns(table.labels(), target, table.place()), target, habits);
        } catch (IOException | RuntimeException e) {
            table.close();
            throw e;
        }
    }

    private Habits habits(RowTarget target) throws IOException {
        var found = new Habits(target.columns());
        if (readTwice) {
            try (var table = opener.open()) {
                var columns = new DataColumns(table.labels(), target, table.place());
                while (table.next()) {
                    found.add(table, columns);
                }
            }
        }
        return found;
    }
}
