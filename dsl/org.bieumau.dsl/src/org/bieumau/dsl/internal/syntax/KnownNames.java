/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bieumau.model.Entry;
import org.bieumau.model.Named;
import org.bieumau.model.Prose;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** The names of the elements of a file and of the libraries that are loaded with it, by their classes. */
final class KnownNames {

    private final Map<EClass, Set<String>> names = new HashMap<>();

    KnownNames(Resource file) {
        var resources = file.getResourceSet() == null
                ? List.of(file)
                : new ArrayList<>(file.getResourceSet().getResources());
        for (var each : resources) {
            var all = EcoreUtil.<EObject>getAllProperContents(each, false);
            while (all.hasNext()) {
                var element = all.next();
                if (element instanceof Entry || element instanceof Prose) {
                    all.prune();
                } else if (element instanceof Named named && named.getName() != null) {
                    add(named.eClass(), named.getName());
                }
            }
        }
    }

    void add(EClass type, String name) {
        names.computeIfAbsent(type, t -> new HashSet<>()).add(name);
    }

    /** Returns the names of the elements that a reference of a type can be to. */
    List<String> of(EClass type) {
        return names.entrySet().stream()
                .filter(entry -> type.isSuperTypeOf(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .sorted()
                .toList();
    }

    /** Returns the cost of reading a name; that of a reference to an unknown name is higher. */
    int cost(Expected read, String name) {
        var reference = read.reference();
        return reference == null
                        || name.isEmpty()
                        || !(reference.getType().getClassifier() instanceof EClass type)
                        || contains(type, name)
                ? 0
                : Reading.UNKNOWN_NAME;
    }

    boolean contains(EClass type, String name) {
        return names.entrySet().stream()
                .anyMatch(entry ->
                        type.isSuperTypeOf(entry.getKey()) && entry.getValue().contains(name));
    }
}
