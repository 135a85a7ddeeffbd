/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.jdbc.internal;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.concurrent.CancellationException;
import org.bieumau.core.environment.DataAccess;
import org.bieumau.core.form.DataException;

/** Converts failures of a database to problems. */
final class SqlFailures {

    /** SQLSTATE of PostgreSQL for a query that was cancelled or exceeded its time limit. */
    private static final String CANCELLED = "57014";

    private static final String NO_RIGHT = "42501";
    private static final String READ_ONLY = "25006";

    private final String connection;
    private final DataAccess access;

    SqlFailures(String connection, DataAccess access) {
        this.connection = connection;
        this.access = access;
    }

    /** Returns whether a login is missing or wrong. */
    static boolean isLogin(SQLException e) {
        // If the password is missing, the driver of PostgreSQL reports a code of lost connections.
        return state(e).startsWith("28") || state(e).startsWith("08") && text(e).contains("password");
    }

    /** Returns the exception for a connection that cannot be opened. */
    DataException opening(SQLException e) {
        if (isLogin(e)) {
            return failure(e, "DATA-LOGIN", connection);
        }
        return failure(e, "DATA-CONNECT", connection, text(e));
    }

    /**
     * Returns the exception for a query that fails.
     *
     * @param row number of the row that was read last; 0 before the first
     * @param seconds time limit of the query
     * @throws CancellationException if the user cancelled
     */
    DataException reading(SQLException e, long row, int seconds) {
        if (access.isCancelled()) {
            throw new CancellationException();
        }
        if (e instanceof SQLTimeoutException || state(e).equals(CANCELLED) || text(e).contains("SQLITE_INTERRUPT")) {
            return failure(e, "DATA-TIMEOUT", seconds);
        }
        if (state(e).startsWith("08") || state(e).startsWith("57P")) {
            return failure(e, "DATA-LOST", connection, row);
        }
        if (state(e).equals(NO_RIGHT)) {
            return failure(e, "DATA-RIGHTS", text(e));
        }
        if (state(e).equals(READ_ONLY) || text(e).contains("SQLITE_READONLY")) {
            return failure(e, "DATA-READONLY");
        }
        return failure(e, "DATA-SQL", text(e));
    }

    private DataException failure(SQLException e, String code, Object... arguments) {
        var failure = JdbcMessages.failure(connection, code, arguments);
        failure.addSuppressed(e);
        return failure;
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    /** Returns the message of a database on one line. */
    private static String text(SQLException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
    }
}
