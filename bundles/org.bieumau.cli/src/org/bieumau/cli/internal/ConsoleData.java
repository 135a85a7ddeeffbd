/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bieumau.core.environment.DataAccess;
import org.bieumau.core.environment.DataOrigin;

/** Opens data sources outside the folder of a form with <code>--allow-data</code>; asks for logins on a terminal. */
final class ConsoleData implements DataAccess {

    private final boolean isAllowed;
    private final Map<String, Optional<Login>> logins = new HashMap<>();

    ConsoleData(boolean isAllowed) {
        this.isAllowed = isAllowed;
    }

    @Override
    public boolean permits(DataOrigin origin) {
        return isAllowed;
    }

    /** Asks once for each connection, since rows are read several times. */
    @Override
    public Optional<Login> login(String connection) {
        return logins.computeIfAbsent(connection, ConsoleData::ask);
    }

    private static Optional<Login> ask(String connection) {
        var console = System.console();
        if (console == null || !ConsoleProgress.isTerminal()) {
            return Optional.empty();
        }
        var user = console.readLine("%s ", CliMessages.ALL.text("login.user", connection));
        var password = user == null ? null : console.readPassword("%s ", CliMessages.ALL.text("login.password"));
        return password == null ? Optional.empty() : Optional.of(new Login(user, new String(password)));
    }
}
