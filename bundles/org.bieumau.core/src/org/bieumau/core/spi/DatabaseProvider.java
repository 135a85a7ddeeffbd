/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

import org.bieumau.core.environment.DataAccess;
import org.bieumau.core.form.DatabaseQuery;
import org.bieumau.core.form.RowSource;

/** Reads the rows of forms from databases: <code>dữ liệu từ cơ sở dữ liệu "jdbc:sqlite:a.db" truy vấn "…"</code>. */
public interface DatabaseProvider extends Contribution {

    /**
     * Returns the rows of a query. The connection is opened when rows are first read, and only after the user has
     * agreed. A query must not be able to change the database.
     *
     * @param access gives the login, and tells whether the export was cancelled
     */
    RowSource rows(DatabaseQuery query, DataAccess access);
}
