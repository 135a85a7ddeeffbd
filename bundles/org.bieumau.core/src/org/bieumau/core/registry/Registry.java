/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.bieumau.core.layout.LayoutProfile;
import org.bieumau.core.problem.CoreMessages;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.LayoutProfileProvider;
import org.bieumau.model.Severity;

/**
 * What plug-ins bring. A contribution is known by its id and taken once, the one with the highest rank; it does not
 * matter whether it was found by {@link ServiceLoader} or at an extension point. One that fails to load is left out and
 * reported.
 */
public final class Registry {

    private final Map<String, Exporter> exporters = new TreeMap<>();
    private final Map<String, LayoutProfileProvider> profiles = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Registry() {
    }

    /** What the class path brings; and the extension points too, where Eclipse runs. */
    public static Registry load() {
        return load(Registry.class.getClassLoader());
    }

    /** As {@link #load()}, with the services of a class loader that sees plug-ins. */
    public static Registry load(ClassLoader plugins) {
        var registry = new Registry();
        registry.takeServices(plugins);
        registry.takeExtensions();
        return registry;
    }

    /** What the extension points alone bring. */
    public static Registry ofExtensions() {
        var registry = new Registry();
        registry.takeExtensions();
        return registry;
    }

    private void takeServices(ClassLoader plugins) {
        services(Exporter.class, plugins).forEach(this::take);
        services(LayoutProfileProvider.class, plugins).forEach(this::take);
    }

    private <T> List<T> services(Class<T> contract, ClassLoader plugins) {
        var found = new ArrayList<T>();
        for (var each = ServiceLoader.load(contract, plugins).iterator();;) {
            try {
                if (!each.hasNext()) {
                    return found;
                }
                found.add(each.next());
            } catch (ServiceConfigurationError | LinkageError e) {
                report(contract.getSimpleName(), e);
            }
        }
    }

    private void takeExtensions() {
        if (isEclipseRunning()) {
            Extensions.read("exporters", Exporter.class, this::report).forEach(this::take);
            Extensions.read("layoutProfiles", LayoutProfileProvider.class, this::report).forEach(this::take);
        }
    }

    /** Without the classes of Eclipse the class that asks for them does not even load. */
    private static boolean isEclipseRunning() {
        try {
            return Extensions.available();
        } catch (LinkageError e) {
            return false;
        }
    }

    private void report(String name, Throwable cause) {
        problems.add(new Problem("PLUGIN-FAILED", Severity.WARNING,
                CoreMessages.ALL.text("PLUGIN-FAILED", name, String.valueOf(cause.getMessage())), null));
    }

    private void take(Exporter exporter) {
        take(exporter, exporters, Exporter::id, Exporter::rank);
    }

    private void take(LayoutProfileProvider profile) {
        take(profile, profiles, LayoutProfileProvider::id, LayoutProfileProvider::rank);
    }

    private static <T> void take(T found, Map<String, T> known, Function<T, String> id, ToIntFunction<T> rank) {
        known.merge(id.apply(found), found, (a, b) -> rank.applyAsInt(b) > rank.applyAsInt(a) ? b : a);
    }

    /** The exporters, by id. */
    public List<Exporter> exporters() {
        return List.copyOf(exporters.values());
    }

    public Optional<Exporter> exporter(String id) {
        return Optional.ofNullable(exporters.get(id));
    }

    /** The profiles, by id. */
    public List<LayoutProfileProvider> profiles() {
        return List.copyOf(profiles.values());
    }

    public Optional<LayoutProfile> profile(String id) {
        return Optional.ofNullable(profiles.get(id)).map(LayoutProfileProvider::profile);
    }

    /** What could not be loaded. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
