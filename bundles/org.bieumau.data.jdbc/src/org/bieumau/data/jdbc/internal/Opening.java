/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.jdbc.internal;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bieumau.core.environment.DataAccess;
import org.bieumau.core.environment.DataAccess.Login;
import org.bieumau.core.form.DataException;
import org.bieumau.core.form.DatabaseQuery;
import org.sqlite.SQLiteConfig;

/** Opens read-only connections. */
final class Opening {

    /** Time to reach a server, in seconds. */
    private static final String REACH_SECONDS = "15";

    /** Time added to the time limit of a query until a server that does not answer is given up, in seconds. */
    private static final int GRACE_SECONDS = 30;

    private final ConnectionSettings settings;
    private final DatabaseQuery query;
    private final DataAccess access;
    private final SqlFailures failures;

    Opening(ConnectionSettings settings, DatabaseQuery query, DataAccess access, SqlFailures failures) {
        this.settings = settings;
        this.query = query;
        this.access = access;
        this.failures = failures;
    }

    /**
     * Returns an open connection with a read-only transaction.
     *
     * @throws DataException if there is no driver, or the connection cannot be opened
     */
    Connection open() throws DataException {
        var url = settings.isSqlite() ? sqliteUrl() : settings.url();
        var driver = driver(url);
        try {
            return reading(connect(driver, url, settings.login()));
        } catch (SQLException e) {
            if (!SqlFailures.isLogin(e) || settings.isSqlite()) {
                throw failures.opening(e);
            }
            var login = access.login(query.connection());
            if (login.isEmpty()) {
                throw failures.opening(e);
            }
            try {
                return reading(connect(driver, url, login));
            } catch (SQLException again) {
                throw failures.opening(again);
            }
        }
    }

    private Connection connect(Driver driver, String url, Optional<Login> login) throws SQLException {
        var connection = driver.connect(url, properties(login));
        if (connection == null) {
            throw new SQLException(url);
        }
        return connection;
    }

    private Properties properties(Optional<Login> login) {
        var properties = new Properties();
        if (settings.isSqlite()) {
            var config = new SQLiteConfig();
            config.setReadOnly(true);
            config.enableLoadExtension(false);
            properties.putAll(config.toProperties());
        } else if (settings.isPostgresql()) {
            properties.setProperty("connectTimeout", REACH_SECONDS);
            properties.setProperty("loginTimeout", REACH_SECONDS);
            properties.setProperty("socketTimeout", Integer.toString(settings.seconds() + GRACE_SECONDS));
            properties.setProperty("tcpKeepAlive", "true");
            properties.setProperty("ApplicationName", "Biểu Mẫu");
        }
        login.ifPresent(known -> {
            if (!known.user().isEmpty()) {
                properties.setProperty("user", known.user());
            }
            properties.setProperty("password", known.password());
        });
        return properties;
    }

    private static Connection reading(Connection connection) throws SQLException {
        try {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Returns the URL of an SQLite file, relative to the folder of the form. Other forms of SQLite URLs are refused.
     */
    private String sqliteUrl() throws DataException {
        var written = settings.url().substring(ConnectionSettings.SQLITE.length());
        if (written.isBlank() || written.startsWith(":") || written.regionMatches(true, 0, "file:", 0, 5)) {
            throw JdbcMessages.failure(query.connection(), "DATA-SETTING", written);
        }
        try {
            var end = written.indexOf('?');
            Path file = query.folder().resolve(end < 0 ? written : written.substring(0, end));
            if (!Files.isRegularFile(file)) {
                throw JdbcMessages.failure(query.connection(), "DATA-DATABASE-MISSING", file);
            }
            return ConnectionSettings.SQLITE + file + (end < 0 ? "" : written.substring(end));
        } catch (InvalidPathException e) {
            throw JdbcMessages.failure(query.connection(), "DATA-DATABASE-MISSING", written);
        }
    }

    private Driver driver(String url) throws DataException {
        if (settings.isSqlite()) {
            return new org.sqlite.JDBC();
        }
        if (settings.isPostgresql()) {
            return new org.postgresql.Driver();
        }
        return Stream.concat(
                        StreamSupport.stream(ServiceLoader.load(Driver.class).spliterator(), false),
                        DriverManager.drivers())
                .filter(driver -> accepts(driver, url))
                .findFirst()
                .orElseThrow(() -> JdbcMessages.failure(query.connection(), "DATA-DRIVER", url));
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException e) {
            return false;
        }
    }
}
