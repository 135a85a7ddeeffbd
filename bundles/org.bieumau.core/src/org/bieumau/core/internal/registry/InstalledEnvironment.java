/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.registry;

import org.bieumau.core.environment.Environment;
import org.bieumau.core.registry.Registry;

/** Supplies the registry of installed plug-ins to code below the registry. */
public final class InstalledEnvironment implements Environment.Supplier {

    @Override
    public Environment get() {
        return Registry.installed();
    }
}
