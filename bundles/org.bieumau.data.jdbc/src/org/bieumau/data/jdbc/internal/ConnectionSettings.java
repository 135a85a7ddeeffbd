/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.jdbc.internal;

import java.util.Optional;
import org.bieumau.core.environment.DataAccess.Login;

/**
 * The settings of a connection.
 *
 * @param url the JDBC URL, without a login
 * @param login user and password; empty if none are stored
 * @param seconds time after which a query is cancelled, in seconds
 */
record ConnectionSettings(String url, Optional<Login> login, int seconds) {

    static final String SQLITE = "jdbc:sqlite:";
    static final String POSTGRESQL = "jdbc:postgresql:";

    /** Default time limit of a query, in seconds. */
    static final int USUAL_SECONDS = 600;

    boolean isSqlite() {
        return url.startsWith(SQLITE);
    }

    boolean isPostgresql() {
        return url.startsWith(POSTGRESQL);
    }
}
