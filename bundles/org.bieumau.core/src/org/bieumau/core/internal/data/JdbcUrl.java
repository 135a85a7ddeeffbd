/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Examines a JDBC URL without its driver. */
public final class JdbcUrl {

    /** A user before the host, as in <code>jdbc:x://user:password@host</code>. */
    private static final Pattern USER = Pattern.compile("(?i)jdbc:[^/]*//[^/?#;]*@.*");

    /** The name of a parameter, after a question mark, an ampersand or a semicolon. */
    private static final Pattern PARAMETER = Pattern.compile("[?&;]([^=?&;]+)");

    /** Parts of the names of parameters whose values are secret or identify the user. */
    private static final Set<String> SECRETS = Set.of("user", "password", "passwd", "pwd", "secret", "token");

    /** The permitted parameters: they let no driver run code, write files, or weaken the security of the connection. */
    private static final Set<String> HARMLESS = Set.of(
            "sslmode", "ssl", "currentschema", "applicationname", "connecttimeout", "targetservertype", "tcpkeepalive");

    private JdbcUrl() {}

    /**
     * Returns whether a URL contains a user name or a password. A form must not contain either, since forms are passed
     * on.
     */
    public static boolean hasLogin(String url) {
        return USER.matcher(url).matches()
                || parameters(url).stream()
                        .anyMatch(name -> SECRETS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::contains));
    }

    /** Returns the parameters of a URL that only the user's own settings may contain, such as classes to load. */
    public static List<String> refused(String url) {
        return parameters(url).stream()
                .filter(name -> !HARMLESS.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static List<String> parameters(String url) {
        var names = new ArrayList<String>();
        var found = PARAMETER.matcher(url);
        while (found.find()) {
            names.add(found.group(1).strip());
        }
        return names;
    }
}
