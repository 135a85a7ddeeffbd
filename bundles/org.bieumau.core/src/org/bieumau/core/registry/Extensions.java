/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.RegistryFactory;

/** The Eclipse extension points of this bundle; the only class that knows Eclipse, loaded only where it is there. */
final class Extensions {

    private static final String BUNDLE = "org.bieumau.core";

    private Extensions() {
    }

    /** Whether an extension registry runs: not so in plain Java. @throws LinkageError where Eclipse is not even there */
    static boolean available() {
        return RegistryFactory.getRegistry() != null;
    }

    static <T> List<T> read(String point, Class<T> contract, BiConsumer<String, Throwable> report) {
        var found = new ArrayList<T>();
        for (var element : RegistryFactory.getRegistry().getConfigurationElementsFor(BUNDLE, point)) {
            var name = element.getContributor().getName() + "/" + element.getAttribute("class");
            try {
                found.add(contract.cast(element.createExecutableExtension("class")));
            } catch (CoreException | ClassCastException | LinkageError e) {
                report.accept(name, e);
            }
        }
        return found;
    }
}
