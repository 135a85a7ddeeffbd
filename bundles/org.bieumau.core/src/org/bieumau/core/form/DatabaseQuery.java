/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.form;

import java.nio.file.Path;

/**
 * A query whose result is the rows of a form.
 *
 * @param connection a JDBC URL such as <code>jdbc:sqlite:so-lieu.db</code>, or the name of a connection that the user
 *     has set up
 * @param text the query in SQL
 * @param folder folder of the form; relative paths of the connection are resolved against it
 */
public record DatabaseQuery(String connection, String text, Path folder) {

    /** Returns whether the connection is written in the form itself, so that a stranger may have chosen it. */
    public boolean isWrittenInForm() {
        return connection.regionMatches(true, 0, "jdbc:", 0, "jdbc:".length());
    }
}
