/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.environment;

import java.util.Optional;
import org.bieumau.core.problem.Problem;

/**
 * The user's answers while forms are exported: which sources outside the folder of a form may be opened, and with which
 * password. Checks, previews and the language server use {@link #NONE}, which opens nothing.
 */
public interface DataAccess {

    /** Permits no source and gives no login. */
    DataAccess NONE = origin -> false;

    /** Returns whether a source may be opened. May ask the user; called on the thread that reads the rows. */
    boolean permits(DataOrigin origin);

    /**
     * Returns the login for a connection that needs one and has none stored; empty if the user gives none. May ask the
     * user.
     *
     * @param connection the connection, for the user
     */
    default Optional<Login> login(String connection) {
        return Optional.empty();
    }

    /** Returns whether the user has cancelled the export. A running query is then cancelled. */
    default boolean isCancelled() {
        return false;
    }

    /**
     * Receives a problem of the rows, such as a value that does not fit its column. Rows are read several times, so the
     * same problem may be received again.
     */
    default void report(Problem problem) {}

    /** User name and password. */
    record Login(String user, String password) {

        /** Does not show the password. */
        @Override
        public String toString() {
            return user;
        }
    }
}
