/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bieumau.core.expression.Function;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.spi.FunctionProvider;

/** The functions of providers. If several have the same name, the first is called. */
final class Functions {

    private final Contributions contributions;
    private final GuardedCalls calls;
    private final Program program;
    private final Map<FunctionProvider, List<Function>> functions = new ConcurrentHashMap<>();

    Functions(Contributions contributions, GuardedCalls calls, Program program) {
        this.contributions = contributions;
        this.calls = calls;
        this.program = program;
    }

    List<Function> all() {
        return contributions.all(FunctionProvider.class).stream()
                .flatMap(provider -> functions(provider).stream().map(each -> guarded(provider, each)))
                .toList();
    }

    Optional<Function> find(String name) {
        for (var provider : contributions.all(FunctionProvider.class)) {
            var found = functions(provider).stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst();
            if (found.isPresent()) {
                return found.map(function -> guarded(provider, function));
            }
        }
        return Optional.empty();
    }

    private List<Function> functions(FunctionProvider provider) {
        return functions.computeIfAbsent(
                provider,
                key -> calls.call(key, () -> List.copyOf(key.functions())).orElse(List.of()));
    }

    /** Wraps a function. A rejected argument is a mistake of the user; any other failure is one of the plug-in. */
    private Function guarded(FunctionProvider provider, Function function) {
        return new Function(function.name(), function.parameters(), function.help(), arguments -> {
            var value = calls.callWithArgument(provider, () -> function.body().apply(arguments));
            return value.orElseThrow(
                    () -> new IllegalArgumentException(CoreMessages.ALL.text("plugin.off", program.name(provider))));
        });
    }
}
