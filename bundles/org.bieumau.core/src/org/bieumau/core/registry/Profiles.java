/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bieumau.core.layout.LayoutProfile;
import org.bieumau.core.spi.LayoutProfileProvider;

/** The layout profiles that are installed, read once. */
public final class Profiles {

    /** The id of the profile of state documents. */
    public static final String DEFAULT = "nd30";

    private static final class Installed {
        static final Registry REGISTRY = Registry.load();
        static final Map<String, Optional<LayoutProfile>> READ = new ConcurrentHashMap<>();
    }

    private Profiles() {
    }

    /** The profile of an id. */
    public static Optional<LayoutProfile> get(String id) {
        return Installed.READ.computeIfAbsent(id, Installed.REGISTRY::profile);
    }

    /** The ids of all profiles. */
    public static List<String> ids() {
        return Installed.REGISTRY.profiles().stream().map(LayoutProfileProvider::id).toList();
    }
}
