/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.tests;

import java.util.Map;
import org.bieumau.core.environment.DataAccess;
import org.bieumau.core.form.DatabaseQuery;
import org.bieumau.core.form.RowSource;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.DatabaseProvider;
import org.bieumau.data.jdbc.internal.JdbcRows;

/** The databases of the program, with other environment variables. */
record TestDatabases(Map<String, String> environment) implements DatabaseProvider {

    /** Returns a registry whose databases have these environment variables. */
    static Registry registry(Map<String, String> environment) {
        var registry = Registry.load(TestDatabases.class.getClassLoader());
        registry.add(DatabaseProvider.class, new TestDatabases(environment));
        return registry;
    }

    @Override
    public String id() {
        return "jdbc";
    }

    @Override
    public int rank() {
        return 1;
    }

    @Override
    public RowSource rows(DatabaseQuery query, DataAccess access) {
        return new JdbcRows(environment).rows(query, access);
    }
}
