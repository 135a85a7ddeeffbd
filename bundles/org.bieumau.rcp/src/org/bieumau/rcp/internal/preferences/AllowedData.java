/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.preferences;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.bieumau.core.environment.DataOrigin;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/**
 * The data sources that the user has allowed permanently. A form, its source and its query are remembered together: if
 * one of them changes, the user is asked again.
 */
public final class AllowedData {

    private static final String NODE = "org.bieumau.rcp/allowedData";

    private AllowedData() {}

    private static IEclipsePreferences node() {
        return InstanceScope.INSTANCE.getNode(NODE);
    }

    /** Returns whether the user has allowed a source permanently. */
    public static boolean contains(DataOrigin origin) {
        return node().get(key(origin), null) != null;
    }

    /** Stores that the user allows a source. */
    public static void add(DataOrigin origin) {
        node().put(key(origin), origin.location() + " ← " + origin.form());
        store();
    }

    /** Removes a source, so that the user is asked again. */
    public static void revoke(String key) {
        node().remove(key);
        store();
    }

    /** Returns the sources by their keys: where the data is, and which form reads it. */
    public static Map<String, String> all() {
        var all = new TreeMap<String, String>();
        try {
            for (var key : node().keys()) {
                all.put(key, node().get(key, ""));
            }
        } catch (BackingStoreException e) {
            // The stored answers cannot be read, so the user is asked.
        }
        return all;
    }

    private static void store() {
        try {
            node().flush();
        } catch (BackingStoreException e) {
            // The preferences are stored again when the Studio ends.
        }
    }

    private static String key(DataOrigin origin) {
        try {
            var text = String.join(
                    "\0", origin.form().toString(), origin.kind().name(), origin.location(), origin.query());
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
