/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.registry;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.bieumau.core.pack.FolderPack;
import org.bieumau.core.spi.Contribution;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.FunctionProvider;
import org.bieumau.core.spi.Importer;
import org.bieumau.core.spi.LayoutProfileProvider;
import org.bieumau.core.spi.ProvincePack;
import org.bieumau.core.spi.RowSourceProvider;
import org.bieumau.core.spi.Validator;

/**
 * Finds contributions and keeps, for each contract and id, the one with the highest rank. It does not matter whether a
 * contribution was found as a service or at an extension point: the same class counts once.
 */
final class Contributions {

    /** Extension points by contract, in the order in which they are read. */
    private static final Map<Class<? extends Contribution>, String> POINTS = points();

    /** Prefix of the bundle ids of the project: their contributions are trusted in Eclipse. */
    private static final String OWN_BUNDLES = "org.bieumau.";

    private final Map<Class<? extends Contribution>, Map<String, Contribution>> found = new HashMap<>();
    private final Map<Contribution, Integer> ranks = new IdentityHashMap<>();
    /** Class loaders of the program. */
    private final Set<ClassLoader> trusted = new HashSet<>();

    private final GuardedCalls calls;

    Contributions(GuardedCalls calls) {
        this.calls = calls;
        POINTS.keySet().forEach(contract -> found.put(contract, new TreeMap<>()));
        for (var loader = Registry.class.getClassLoader(); loader != null; loader = loader.getParent()) {
            trusted.add(loader);
        }
    }

    private static Map<Class<? extends Contribution>, String> points() {
        var points = new LinkedHashMap<Class<? extends Contribution>, String>();
        points.put(Exporter.class, "exporters");
        points.put(Importer.class, "importers");
        points.put(RowSourceProvider.class, "rowSources");
        points.put(LayoutProfileProvider.class, "layoutProfiles");
        points.put(Validator.class, "validators");
        points.put(FunctionProvider.class, "functions");
        points.put(ProvincePack.class, "provinces");
        return Collections.unmodifiableMap(points);
    }

    /** Adds the contributions that a class loader provides as services. */
    void addServices(ClassLoader loader) {
        POINTS.keySet().forEach(contract -> addServices(contract, loader));
    }

    private <T extends Contribution> void addServices(Class<T> contract, ClassLoader loader) {
        var services = ServiceLoader.load(contract, loader).stream().iterator();
        while (true) {
            try {
                if (!services.hasNext()) {
                    return;
                }
                var provider = services.next();
                calls.create(provider.type().getName(), provider::get).ifPresent(created -> add(contract, created));
            } catch (ServiceConfigurationError | LinkageError e) {
                calls.reportFailure(contract.getSimpleName(), e);
            }
        }
    }

    /** Adds the contributions at the extension points of Eclipse; does nothing in plain Java. */
    void addExtensions() {
        if (isEclipseRunning()) {
            POINTS.forEach((contract, point) -> Extensions.read(point, contract)
                    .forEach(extension -> calls.create(extension.name(), extension.maker())
                            .ifPresent(created -> {
                                if (extension.bundle().startsWith(OWN_BUNDLES)) {
                                    trusted.add(created.getClass().getClassLoader());
                                }
                                add(contract, created);
                            })));
        }
    }

    /**
     * Returns whether the extension registry is running. {@link Extensions} cannot be loaded without the Eclipse
     * classes.
     */
    private static boolean isEclipseRunning() {
        try {
            return Extensions.available();
        } catch (LinkageError e) {
            return false;
        }
    }

    /**
     * The self-description of a contribution.
     *
     * @param requires version of the contracts that it requires
     * @param isLater whether this version is later than that of the program
     */
    private record Card(String requires, String id, int rank, boolean isLater) {}

    /** Adds a contribution, unless one with the same id and an equal or higher rank is known. */
    void add(Class<? extends Contribution> contract, Contribution added) {
        calls.create(
                        GuardedCalls.name(added),
                        () -> new Card(added.requires(), added.id(), added.rank(), isLater(added.requires())))
                .ifPresent(card -> {
                    if (card.isLater()) {
                        calls.report("PLUGIN-VERSION", GuardedCalls.name(added), card.requires(), Registry.VERSION);
                        return;
                    }
                    found.get(contract).merge(card.id(), added, (known, other) -> {
                        var rank = ranks.getOrDefault(known, 0);
                        if (card.rank() == rank && !isSame(known, other)) {
                            calls.report(
                                    "PLUGIN-DUPLICATE", GuardedCalls.name(other), card.id(), GuardedCalls.name(known));
                        }
                        return card.rank() > rank ? other : known;
                    });
                    ranks.put(added, card.rank());
                });
    }

    /** Returns whether two objects are the same contribution, found as a service and as an extension. */
    private static boolean isSame(Contribution one, Contribution other) {
        return one.getClass().getName().equals(other.getClass().getName())
                && !(one instanceof FolderPack pack
                        && other instanceof FolderPack another
                        && !pack.folder().equals(another.folder()));
    }

    private static boolean isLater(String required) {
        var wanted = required.split("\\.");
        var own = Registry.VERSION.split("\\.");
        for (int i = 0; i < wanted.length; i++) {
            var have = i < own.length ? Integer.parseInt(own[i]) : 0;
            var want = Integer.parseInt(wanted[i]);
            if (want != have) {
                return want > have;
            }
        }
        return false;
    }

    /**
     * Returns whether a contribution is part of the program: its class loader is one of the program or belongs to a
     * bundle of the project.
     */
    boolean isTrusted(Contribution contribution) {
        return trusted.contains(contribution.getClass().getClassLoader());
    }

    /** Returns the contributions to a contract that are not switched off, by id. */
    @SuppressWarnings("unchecked")
    <T extends Contribution> List<T> all(Class<T> contract) {
        return ((Collection<T>) found.get(contract).values())
                .stream().filter(each -> !calls.isOff(each)).toList();
    }

    /** Returns the contribution with an id, unless it is switched off. */
    <T extends Contribution> Optional<T> find(Class<T> contract, String id) {
        return Optional.ofNullable(found.get(contract).get(id))
                .filter(each -> !calls.isOff(each))
                .map(contract::cast);
    }

    /**
     * An extension.
     *
     * @param bundle id of the bundle that contains it
     * @param name bundle and class, for messages
     * @param maker creates the contribution
     */
    record Extension<T>(String bundle, String name, Callable<T> maker) {}
}
