/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.environment;

import java.nio.file.Path;

/**
 * A source of rows that a form may read only if the user agrees, since the form may come from a stranger: a file
 * outside the form's own folder, or a database.
 *
 * @param form file of the form
 * @param kind kind of the source
 * @param location path of the file, or the connection of the database
 * @param query query for the database; an empty string for a file
 */
public record DataOrigin(Path form, Kind kind, String location, String query) {

    /** Kind of a source. */
    public enum Kind {
        /** A file outside the folder of the form, or reached by a symbolic link. */
        FILE,
        DATABASE
    }
}
