/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.registry;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.registry.Contributions.Extension;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.RegistryFactory;

/** Reads extension points of Eclipse. It is the only class that needs Eclipse, and is loaded on demand. */
final class Extensions {

    private Extensions() {}

    /**
     * Returns whether the extension registry is running.
     *
     * @throws LinkageError if the classes of Eclipse are not on the class path
     */
    static boolean available() {
        return RegistryFactory.getRegistry() != null;
    }

    /** Returns the extensions at an extension point, whose id includes that of its bundle. */
    static <T> List<Extension<T>> read(String point, Class<T> contract) {
        var extensions = new ArrayList<Extension<T>>();
        for (var element : RegistryFactory.getRegistry().getConfigurationElementsFor(point)) {
            var bundle = element.getContributor().getName();
            extensions.add(new Extension<>(
                    bundle, bundle + "/" + element.getAttribute("class"), () -> contract.cast(instance(element))));
        }
        return extensions;
    }

    /** Creates the object of an extension. Throws what its class threw, and not the exception of Eclipse around it. */
    private static Object instance(IConfigurationElement element) throws Exception {
        try {
            return element.createExecutableExtension("class");
        } catch (CoreException e) {
            switch (e.getStatus().getException()) {
                case Exception cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw e;
            }
        }
    }
}
