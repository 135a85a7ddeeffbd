/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.bieumau.core.pack.FolderPack;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.spi.Contribution;
import org.bieumau.core.spi.DatabaseProvider;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.FunctionProvider;
import org.bieumau.core.spi.Importer;
import org.bieumau.core.spi.LayoutProfileProvider;
import org.bieumau.core.spi.ProvincePack;
import org.bieumau.core.spi.RowSourceProvider;
import org.bieumau.core.spi.Validator;
import org.jspecify.annotations.Nullable;

/**
 * Finds contributions and keeps, for each contract and id, the one with the highest rank. It does not matter whether a
 * contribution was found as a service or at an extension point: the same class counts once.
 */
final class Contributions {

    /** Extension points of this bundle by contract, in the order in which they are read. */
    private static final Map<Class<? extends Contribution>, String> POINTS = points();

    /** What an id may consist of, since it is typed on the command line, and used as a file extension. */
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{M}\\p{N}._-]+");

    private static final Pattern VERSION = Pattern.compile("\\d{1,9}(\\.\\d{1,9})*");

    private final Map<Class<? extends Contribution>, Map<String, Contribution>> found = new ConcurrentHashMap<>();
    /** The class loaders whose services were added. */
    private final List<ClassLoader> loaders = new ArrayList<>();

    private boolean hasExtensions;
    private final Map<Contribution, Integer> ranks = new IdentityHashMap<>();
    private final GuardedCalls calls;
    private final Program program;

    Contributions(GuardedCalls calls, Program program) {
        this.calls = calls;
        this.program = program;
        POINTS.keySet().forEach(contract -> found.put(contract, new TreeMap<>()));
    }

    private static Map<Class<? extends Contribution>, String> points() {
        var points = new LinkedHashMap<Class<? extends Contribution>, String>();
        points.put(Exporter.class, "org.bieumau.core.exporters");
        points.put(Importer.class, "org.bieumau.core.importers");
        points.put(RowSourceProvider.class, "org.bieumau.core.rowSources");
        points.put(DatabaseProvider.class, "org.bieumau.core.databases");
        points.put(LayoutProfileProvider.class, "org.bieumau.core.layoutProfiles");
        points.put(Validator.class, "org.bieumau.core.validators");
        points.put(FunctionProvider.class, "org.bieumau.core.functions");
        points.put(ProvincePack.class, "org.bieumau.core.provinces");
        return Collections.unmodifiableMap(points);
    }

    /** Adds the contributions that a class loader provides as services. */
    void addServices(ClassLoader loader) {
        loaders.add(loader);
        POINTS.keySet().forEach(contract -> addServices(contract, loader));
    }

    private <T extends Contribution> void addServices(Class<T> contract, ClassLoader loader) {
        for (var service : Services.of(contract, loader, calls::reportUnloadable)) {
            try {
                var type = Class.forName(service.className(), false, loader);
                if (!contract.isAssignableFrom(type)) {
                    throw new Failure.ContractException("plugin.contract", contract.getSimpleName());
                }
                calls.create(service.name(), program.contains(type), () -> contract.cast(instance(type)))
                        .ifPresent(created -> add(contract, created));
            } catch (ClassNotFoundException | LinkageError | Failure.ContractException e) {
                calls.reportUnloadable(service.name(), e);
            }
        }
    }

    private static Object instance(Class<?> type) throws ReflectiveOperationException {
        try {
            return type.getConstructor().newInstance();
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new Failure.ContractException("plugin.constructor");
        }
    }

    /** Adds the contributions at the extension points of Eclipse; does nothing in plain Java. */
    void addExtensions() {
        hasExtensions = isEclipseRunning();
        if (hasExtensions) {
            POINTS.forEach((contract, point) -> addExtensions(contract, point));
        }
    }

    private <T extends Contribution> void addExtensions(Class<T> contract, String point) {
        Extensions.read(point, contract)
                .forEach(extension -> calls.create(
                                extension.name(), Program.isBundle(extension.bundle()), extension.maker())
                        .ifPresent(created -> {
                            program.addBundle(
                                    extension.bundle(), created.getClass().getClassLoader());
                            add(contract, created);
                        }));
    }

    /**
     * Adds the contributions to a contract of another bundle, which is known at the first call only.
     *
     * @param point id of the extension point, with that of its bundle
     */
    synchronized void addContract(Class<? extends Contribution> contract, String point) {
        if (found.putIfAbsent(contract, new TreeMap<>()) == null) {
            loaders.forEach(loader -> addServices(contract, loader));
            if (hasExtensions) {
                addExtensions(contract, point);
            }
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
     * @param tooNew whether this version is later than that of the program; then there is no more information
     */
    private record Card(String requires, boolean tooNew, String id, int rank) {

        static Card of(Contribution contribution) {
            var requires = checked("requires", contribution.requires(), VERSION);
            return isLater(requires)
                    ? new Card(requires, true, "", 0)
                    : new Card(requires, false, checked("id", contribution.id(), ID), contribution.rank());
        }

        private static String checked(String method, @Nullable String value, Pattern pattern) {
            if (value == null || !pattern.matcher(value).matches()) {
                throw new Failure.ContractException("plugin.value", method, String.valueOf(value));
            }
            return value;
        }
    }

    /** Adds a contribution, unless one with the same id and an equal or higher rank is known. */
    void add(Class<? extends Contribution> contract, Contribution added) {
        var name = program.name(added);
        calls.create(name, program.contains(added.getClass()), () -> Card.of(added))
                .ifPresent(card -> {
                    if (card.tooNew()) {
                        calls.report("PLUGIN-VERSION", name, card.requires(), Registry.VERSION);
                        return;
                    }
                    found.get(contract).merge(card.id(), added, (known, other) -> {
                        var rank = ranks.getOrDefault(known, 0);
                        if (card.rank() == rank && !isSame(known, other)) {
                            calls.report("PLUGIN-DUPLICATE", name, card.id(), program.name(known));
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

    /** Returns the contributions to a contract that are not switched off, by id. */
    @SuppressWarnings("unchecked")
    <T extends Contribution> List<T> all(Class<T> contract) {
        return ((Collection<T>) found.get(contract).values())
                .stream().filter(each -> !calls.isOff(each)).toList();
    }

    /** Returns why contributions to a contract are switched off. */
    List<Problem> failures(Class<? extends Contribution> contract) {
        return found.get(contract).values().stream()
                .flatMap(each -> calls.failure(each).stream())
                .toList();
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
