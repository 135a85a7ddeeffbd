/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.jdbc.internal;

import java.util.Map;
import org.bieumau.core.environment.DataAccess;
import org.bieumau.core.form.DatabaseQuery;
import org.bieumau.core.form.RowSource;
import org.bieumau.core.internal.data.DataRows;
import org.bieumau.core.spi.DatabaseProvider;

/** Reads rows from databases by JDBC: SQLite, PostgreSQL, and others whose drivers are plug-ins. */
public final class JdbcRows implements DatabaseProvider {

    private final Map<String, String> environment;

    public JdbcRows() {
        this(System.getenv());
    }

    /** @param environment environment variables, which may contain the path of the file of connections, and logins */
    public JdbcRows(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public String id() {
        return "jdbc";
    }

    @Override
    public String title() {
        return JdbcMessages.ALL.text("jdbc");
    }

    @Override
    public RowSource rows(DatabaseQuery query, DataAccess access) {
        return DataRows.ofTypedSource(() -> {
            var settings = new Connections(environment).settings(query);
            var failures = new SqlFailures(query.connection(), access);
            var connection = new Opening(settings, query, access, failures).open();
            return QueryTable.of(connection, settings, query, access, failures);
        });
    }
}
