/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.jdbc.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.environment.DataAccess;
import org.bieumau.core.form.DataException;
import org.bieumau.core.form.DatabaseQuery;
import org.bieumau.core.internal.data.DataTable;
import org.bieumau.core.problem.Place;

/** The result of a query, which is read row by row. */
final class QueryTable implements DataTable {

    /** Number of rows that are fetched at a time. */
    private static final int FETCHED = 500;

    private final String place;
    private final Connection connection;
    private final SqlFailures failures;
    private final int seconds;
    private final PreparedStatement statement;
    private final Cancelling cancelling;
    private final ResultSet result;
    private final List<String> labels = new ArrayList<>();
    private long row;

    private QueryTable(
            Connection connection,
            ConnectionSettings settings,
            DatabaseQuery query,
            DataAccess access,
            SqlFailures failures)
            throws SQLException {
        this.connection = connection;
        this.failures = failures;
        this.seconds = settings.seconds();
        place = query.connection();
        statement = connection.prepareStatement(query.text());
        statement.setFetchSize(FETCHED);
        cancelling = new Cancelling(statement, access, seconds);
        try {
            result = statement.executeQuery();
            var columns = result.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                labels.add(columns.getColumnLabel(i));
            }
        } catch (SQLException | RuntimeException e) {
            cancelling.close();
            throw e;
        }
    }

    /** Runs a query. The connection is closed together with the table, or at once if the query fails. */
    static QueryTable of(
            Connection connection,
            ConnectionSettings settings,
            DatabaseQuery query,
            DataAccess access,
            SqlFailures failures)
            throws IOException {
        try {
            return new QueryTable(connection, settings, query, access, failures);
        } catch (SQLException e) {
            var failure = failures.reading(e, 0, settings.seconds());
            close(connection);
            throw failure;
        } catch (RuntimeException e) {
            close(connection);
            throw e;
        }
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public boolean next() throws IOException {
        try {
            if (result.next()) {
                row++;
                return true;
            }
            return false;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public int width() {
        return labels.size();
    }

    @Override
    public Object cell(int column) throws IOException {
        try {
            return value(result.getObject(column + 1), column);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private Object value(Object value, int column) throws SQLException, DataException {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number;
            case Double number when !Double.isFinite(number) -> number.toString();
            case Float number when !Float.isFinite(number) -> number.toString();
            case Number number -> new BigDecimal(number.toString());
            case Boolean truth -> truth;
            case Date day -> day.toLocalDate();
            case Timestamp moment -> moment.toLocalDateTime();
            case LocalDate day -> day;
            case LocalDateTime moment -> moment;
            case OffsetDateTime moment -> moment.toLocalDateTime();
            case Clob text -> text.getSubString(1, (int) Math.min(text.length(), Integer.MAX_VALUE));
            case byte[] bytes -> throw JdbcMessages.failure(place, "DATA-BINARY", labels.get(column), row);
            default -> value.toString();
        };
    }

    private DataException failure(SQLException e) {
        return failures.reading(e, row, seconds);
    }

    @Override
    public Place place() {
        return Place.of(place);
    }

    @Override
    public void close() {
        cancelling.close();
        close(connection);
    }

    private static void close(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The connection is lost. It is closed below.
        }
        try {
            connection.close();
        } catch (SQLException e) {
            // The transaction has no changes.
        }
    }
}
