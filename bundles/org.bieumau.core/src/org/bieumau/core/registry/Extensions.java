/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.registry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.eclipse.core.runtime.RegistryFactory;

/** The Eclipse extension points of this bundle; the only class that knows Eclipse, loaded only where it is there. */
final class Extensions {

    private static final String BUNDLE = "org.bieumau.core";

    private Extensions() {}

    /**
     * Whether an extension registry runs: not so in plain Java. @throws LinkageError where Eclipse is not even there
     */
    static boolean available() {
        return RegistryFactory.getRegistry() != null;
    }

    /** What makes the contributions of a point, by their names: bundle and class. */
    static <T> Map<String, Callable<T>> read(String point, Class<T> contract) {
        var found = new LinkedHashMap<String, Callable<T>>();
        for (var element : RegistryFactory.getRegistry().getConfigurationElementsFor(BUNDLE, point)) {
            found.put(
                    element.getContributor().getName() + "/" + element.getAttribute("class"),
                    () -> contract.cast(element.createExecutableExtension("class")));
        }
        return found;
    }
}
