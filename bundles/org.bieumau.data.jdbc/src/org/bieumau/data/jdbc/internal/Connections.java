/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.jdbc.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.bieumau.core.environment.DataAccess.Login;
import org.bieumau.core.form.DataException;
import org.bieumau.core.form.DatabaseQuery;
import org.bieumau.core.internal.data.JdbcUrl;
import org.bieumau.core.internal.value.LabelKey;

/**
 * The connections that the user has set up, in environment variables or in a private file outside of all projects. A
 * form refers to a connection by name, so it cannot make the program send a stored password to another server.
 */
final class Connections {

    /** Environment variable with the path of the file. */
    private static final String FILE = "BIEUMAU_CONNECTIONS";

    private static final EnumSet<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Map<String, String> environment;

    /** @param environment the environment variables */
    Connections(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Returns the settings of the connection of a query.
     *
     * @throws DataException if the connection is not set up, or its URL is refused
     */
    ConnectionSettings settings(DatabaseQuery query) throws DataException {
        return query.isWrittenInForm() ? written(query) : named(query.connection());
    }

    /**
     * Returns the settings for a URL written in a form. The form may come from a stranger, so the URL must not contain
     * a login, or parameters that run code or write files.
     */
    private static ConnectionSettings written(DatabaseQuery query) throws DataException {
        var url = query.connection();
        if (JdbcUrl.hasLogin(url)) {
            throw JdbcMessages.failure(url, "DATA-SETTING", "user, password");
        }
        var settings = new ConnectionSettings(url, Optional.empty(), ConnectionSettings.USUAL_SECONDS);
        if (!settings.isSqlite() && !settings.isPostgresql()) {
            throw JdbcMessages.failure(url, "DATA-DRIVER", url);
        }
        var refused = JdbcUrl.refused(url);
        if (!refused.isEmpty()) {
            throw JdbcMessages.failure(url, "DATA-SETTING", String.join(", ", refused));
        }
        return settings;
    }

    private ConnectionSettings named(String name) throws DataException {
        var file = file();
        var stored = stored(file);
        var url = value(name, "url", stored);
        if (url.isEmpty()) {
            var known = new TreeSet<String>();
            stored.stringPropertyNames().stream()
                    .filter(key -> key.endsWith(".url"))
                    .forEach(key -> known.add(key.substring(0, key.length() - ".url".length())));
            throw JdbcMessages.failure(
                    file.toString(),
                    "DATA-CONNECTION",
                    name,
                    file,
                    known.isEmpty() ? "–" : String.join(", ", known),
                    variable(name, "url"));
        }
        var user = value(name, "user", stored);
        var password = value(name, "password", stored);
        return new ConnectionSettings(
                url.get(),
                user.isEmpty() && password.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Login(user.orElse(""), password.orElse(""))),
                seconds(value(name, "seconds", stored)));
    }

    private static int seconds(Optional<String> written) {
        return written.filter(text -> text.matches("[1-9]\\d{0,5}"))
                .map(Integer::valueOf)
                .orElse(ConnectionSettings.USUAL_SECONDS);
    }

    private Optional<String> value(String name, String key, Properties stored) {
        return Optional.ofNullable(environment.get(variable(name, key)))
                .or(() -> Optional.ofNullable(stored.getProperty(name + "." + key)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** Returns the name of an environment variable, such as <code>BIEUMAU_DB_SOLIEU_PASSWORD</code>. */
    private static String variable(String name, String key) {
        return "BIEUMAU_DB_" + (LabelKey.of(name) + "_" + key).toUpperCase(Locale.ROOT);
    }

    private Path file() {
        var named = environment.get(FILE);
        if (named != null) {
            return Path.of(named).toAbsolutePath();
        }
        var windows = environment.get("APPDATA");
        var linux = environment.get("XDG_CONFIG_HOME");
        var settings = windows != null
                ? Path.of(windows)
                : linux != null ? Path.of(linux) : Path.of(System.getProperty("user.home"), ".config");
        return settings.resolve("bieumau").resolve("connections.properties").toAbsolutePath();
    }

    private static Properties stored(Path file) throws DataException {
        var stored = new Properties();
        if (!Files.exists(file)) {
            return stored;
        }
        try {
            checkOwner(file);
            try (var in = Files.newBufferedReader(file)) {
                stored.load(in);
            }
            return stored;
        } catch (DataException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw JdbcMessages.failure(file.toString(), "DATA-CONNECTIONS", file, e.getMessage());
        }
    }

    private static void checkOwner(Path file) throws IOException {
        try {
            if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw JdbcMessages.failure(file.toString(), "DATA-CONNECTIONS-OPEN", file);
            }
        } catch (UnsupportedOperationException e) {
            // On Windows, other users cannot read the folder with the settings of a user.
        }
    }
}
