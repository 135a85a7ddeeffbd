/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Validator;
import org.bieumau.dsl.internal.library.Packs;
import org.bieumau.model.Library;
import org.bieumau.model.Severity;

/**
 * Runs the validators of plug-ins on a file, each once. A validator that fails, now or for a file before, is reported
 * as an error, since its checks were not made.
 */
final class PluginChecks {

    private final Library library;
    private final Registry registry;

    PluginChecks(Library library) {
        this.library = library;
        this.registry = Registry.of(library);
    }

    List<Finding> findings() {
        var found = new ArrayList<Finding>();
        var provinces = Packs.of(library);
        for (var validator : registry.validators()) {
            var wanted = registry.call(validator, () -> Set.copyOf(validator.provinces()));
            if (wanted.isPresent()
                    && (wanted.get().isEmpty() || wanted.get().stream().anyMatch(provinces::contains))) {
                found.addAll(findings(validator));
            }
        }
        for (var problem : registry.failures(Validator.class)) {
            found.add(new Finding(problem.code(), Severity.ERROR, problem.message(), library, null, List.of()));
        }
        return found;
    }

    private List<Finding> findings(Validator validator) {
        var reported = new ConcurrentLinkedQueue<Finding>();
        var done = registry.call(validator, () -> {
            validator.validate(library, reported::add);
            return Boolean.TRUE;
        });
        return done.isEmpty() ? List.of() : List.copyOf(reported);
    }
}
