/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.preferences;

import java.util.Optional;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/**
 * The agency of the user and its usual signer, which new documents begin with.
 *
 * @param library the library that defines the agency; blank if the user has typed it
 * @param name the name of the agency in the library
 */
public record OwnAgency(
        String library, String name, String title, String place, String abbreviation, String signer, String position) {

    private static final String NODE = "org.bieumau.rcp/agency";

    /** Returns the agency that was kept; empty if none was. */
    public static Optional<OwnAgency> kept() {
        var node = InstanceScope.INSTANCE.getNode(NODE);
        return node.get("title", "").isBlank()
                ? Optional.empty()
                : Optional.of(new OwnAgency(
                        node.get("library", ""),
                        node.get("name", ""),
                        node.get("title", ""),
                        node.get("place", ""),
                        node.get("abbreviation", ""),
                        node.get("signer", ""),
                        node.get("position", "")));
    }

    /** Keeps the agency for the next documents. */
    public void keep() {
        var node = InstanceScope.INSTANCE.getNode(NODE);
        node.put("library", library);
        node.put("name", name);
        node.put("title", title);
        node.put("place", place);
        node.put("abbreviation", abbreviation);
        node.put("signer", signer);
        node.put("position", position);
        try {
            node.flush();
        } catch (BackingStoreException e) {
            Platform.getLog(OwnAgency.class).error(e.getMessage(), e);
        }
    }
}
