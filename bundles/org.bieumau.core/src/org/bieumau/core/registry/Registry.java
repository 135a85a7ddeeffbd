/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.layout.LayoutProfile;
import org.bieumau.core.problem.CoreMessages;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.spi.Contribution;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.FolderPack;
import org.bieumau.core.spi.FunctionProvider;
import org.bieumau.core.spi.Importer;
import org.bieumau.core.spi.LayoutProfileProvider;
import org.bieumau.core.spi.Progress;
import org.bieumau.core.spi.ProvincePack;
import org.bieumau.core.spi.Validator;
import org.bieumau.core.text.Provinces;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Province;
import org.bieumau.model.Severity;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * What plug-ins bring. A contribution is known by its id and taken once, the one with the highest rank; it does not
 * matter whether it was found by {@link ServiceLoader} or at an extension point. One that cannot be loaded, fails or
 * does not return in time is reported by name and not asked again.
 */
public final class Registry {

    /** The version of the contracts; what requires a later one is left out. */
    public static final String VERSION = "0.1.0";

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    /** The extension points, by contract. */
    private static final Map<Class<? extends Contribution>, String> POINTS = Map.of(
            Exporter.class,
            "exporters",
            Importer.class,
            "importers",
            LayoutProfileProvider.class,
            "layoutProfiles",
            Validator.class,
            "validators",
            FunctionProvider.class,
            "functions",
            ProvincePack.class,
            "provinces");

    private static final class Installed {
        static final Registry REGISTRY = load();
    }

    private final Map<Class<? extends Contribution>, Map<String, Contribution>> contributions = new HashMap<>();
    private final Map<String, Optional<LayoutProfile>> profiles = new ConcurrentHashMap<>();
    private final Map<FunctionProvider, List<FunctionProvider.Function>> functions = new ConcurrentHashMap<>();
    private final Map<ProvincePack, String> provinceCodes = new ConcurrentHashMap<>();
    private final Map<Contribution, Integer> ranks = new IdentityHashMap<>();
    /** What is switched off, and why. */
    private final Map<Contribution, Problem> off = Collections.synchronizedMap(new IdentityHashMap<>());

    private final List<Problem> problems = new CopyOnWriteArrayList<>();
    private final Guard guard;
    private Province assumed;

    private Registry(Duration deadline) {
        guard = new Guard(deadline);
        POINTS.keySet().forEach(contract -> contributions.put(contract, new TreeMap<>()));
    }

    /** What the class path and, where Eclipse runs, the extension points bring; found once. */
    public static Registry installed() {
        return Installed.REGISTRY;
    }

    /** The registry that goes with the resources of an element, else that of what is installed. */
    public static Registry of(EObject element) {
        var resource = element == null ? null : element.eResource();
        return resource == null ? installed() : of(resource.getResourceSet());
    }

    /** The registry that goes with resources, else that of what is installed. */
    public static Registry of(ResourceSet resources) {
        return resources != null && EcoreUtil.getExistingAdapter(resources, Registry.class) instanceof Holder holder
                ? holder.registry
                : installed();
    }

    /** Makes this the registry of resources. */
    public void attachTo(ResourceSet resources) {
        resources.eAdapters().removeIf(Holder.class::isInstance);
        resources.eAdapters().add(new Holder(this));
    }

    private static final class Holder extends AdapterImpl {

        final Registry registry;

        Holder(Registry registry) {
            this.registry = registry;
        }

        @Override
        public boolean isAdapterForType(Object type) {
            return type == Registry.class;
        }
    }

    /** What the class path brings; and the extension points too, where Eclipse runs. */
    public static Registry load() {
        return load(Registry.class.getClassLoader());
    }

    /** As {@link #load()}, with the services of a class loader that sees plug-ins. */
    public static Registry load(ClassLoader plugins) {
        return load(plugins, DEADLINE);
    }

    /** As {@link #load(ClassLoader)}, with another time in which a check or function has to return. */
    public static Registry load(ClassLoader plugins, Duration deadline) {
        var registry = new Registry(deadline);
        POINTS.keySet().forEach(contract -> registry.takeServices(contract, plugins));
        registry.takeExtensions();
        return registry;
    }

    /** What the extension points alone bring. */
    public static Registry ofExtensions() {
        var registry = new Registry(DEADLINE);
        registry.takeExtensions();
        return registry;
    }

    private <T extends Contribution> void takeServices(Class<T> contract, ClassLoader plugins) {
        var found = ServiceLoader.load(contract, plugins).stream().iterator();
        while (true) {
            try {
                if (!found.hasNext()) {
                    return;
                }
                var provider = found.next();
                make(provider.type().getName(), provider::get).ifPresent(made -> add(contract, made));
            } catch (ServiceConfigurationError | LinkageError e) {
                report(contract.getSimpleName(), e);
            }
        }
    }

    /** Asks what is not known as a contribution yet; what throws or does not return in time is reported. */
    private <T> Optional<T> make(String name, Callable<T> question) {
        try {
            return Optional.of(guard.call(question));
        } catch (Guard.TooSlowException e) {
            problems.add(problem("PLUGIN-SLOW", name, guard.deadline().toSeconds()));
        } catch (Throwable e) {
            report(name, e);
        }
        return Optional.empty();
    }

    private void takeExtensions() {
        if (isEclipseRunning()) {
            POINTS.forEach((contract, point) -> Extensions.read(point, contract)
                    .forEach((name, maker) -> make(name, maker).ifPresent(made -> add(contract, made))));
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

    /** Adds a contribution, as if it had been found. */
    public void add(Class<? extends Contribution> contract, Contribution found) {
        make(name(found), () -> new Card(found.requires(), found.id(), found.rank(), isLater(found.requires())))
                .ifPresent(card -> {
                    if (card.isLater()) {
                        problems.add(problem("PLUGIN-VERSION", name(found), card.requires(), VERSION));
                        return;
                    }
                    contributions.get(contract).merge(card.id(), found, (known, other) -> {
                        var rank = ranks.getOrDefault(known, 0);
                        if (card.rank() == rank && !isSame(known, other)) {
                            problems.add(problem("PLUGIN-DUPLICATE", name(other), card.id(), name(known)));
                        }
                        return card.rank() > rank ? other : known;
                    });
                    ranks.put(found, card.rank());
                });
    }

    /** What a contribution says of itself. */
    private record Card(String requires, String id, int rank, boolean isLater) {}

    /** Whether a contribution was found twice: as a service and as an extension. */
    private static boolean isSame(Contribution one, Contribution other) {
        return one.getClass().getName().equals(other.getClass().getName())
                && !(one instanceof FolderPack pack
                        && other instanceof FolderPack another
                        && !pack.folder().equals(another.folder()));
    }

    private static boolean isLater(String required) {
        var wanted = required.split("\\.");
        var own = VERSION.split("\\.");
        for (int i = 0; i < wanted.length; i++) {
            var have = i < own.length ? Integer.parseInt(own[i]) : 0;
            var want = Integer.parseInt(wanted[i]);
            if (want != have) {
                return want > have;
            }
        }
        return false;
    }

    private static String name(Object contribution) {
        return contribution instanceof FolderPack pack
                ? pack.folder().toString()
                : contribution.getClass().getName();
    }

    private static Problem problem(String code, Object... arguments) {
        return new Problem(code, Severity.WARNING, CoreMessages.ALL.text(code, arguments), null);
    }

    private void report(String name, Throwable cause) {
        var reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        problems.add(problem("PLUGIN-FAILED", name, reason));
    }

    // What there is

    @SuppressWarnings("unchecked")
    private <T extends Contribution> Collection<T> all(Class<T> contract) {
        return (Collection<T>) contributions.get(contract).values().stream()
                .filter(each -> !off.containsKey(each))
                .toList();
    }

    private <T extends Contribution> Optional<T> find(Class<T> contract, String id) {
        return Optional.ofNullable(contributions.get(contract).get(id))
                .filter(each -> !off.containsKey(each))
                .map(contract::cast);
    }

    /** The exporters, by id. */
    public List<Exporter> exporters() {
        return List.copyOf(all(Exporter.class));
    }

    public Optional<Exporter> exporter(String id) {
        return find(Exporter.class, id);
    }

    /** The importers, by id. */
    public List<Importer> importers() {
        return List.copyOf(all(Importer.class));
    }

    /** The profiles, by id. */
    public List<LayoutProfileProvider> profiles() {
        return List.copyOf(all(LayoutProfileProvider.class));
    }

    /** A profile, read once; empty where there is none of the id, or where it cannot be read. */
    public Optional<LayoutProfile> profile(String id) {
        var known = profiles.get(id);
        if (known == null) {
            known = find(LayoutProfileProvider.class, id)
                    .flatMap(provider -> call(provider, provider::profile))
                    .or(() -> layout(id));
            profiles.put(id, known);
        }
        return known;
    }

    /** The layout of a pack, which is a profile with the id of the pack. */
    private Optional<LayoutProfile> layout(String pack) {
        return find(ProvincePack.class, pack)
                .flatMap(found -> call(found, () -> {
                    var layout = found.layout();
                    if (layout.isEmpty()) {
                        return null;
                    }
                    try (var rows = layout.get().openStream()) {
                        return LayoutProfile.read(
                                found.id(),
                                found.title(),
                                rows,
                                profile(LayoutProfile.DEFAULT).orElseThrow());
                    }
                }));
    }

    /** The validators, by id. */
    public List<Validator> validators() {
        return List.copyOf(all(Validator.class));
    }

    /** The packs of provinces, by id. */
    public List<ProvincePack> provinces() {
        return List.copyOf(all(ProvincePack.class));
    }

    /** Judges documents and forms that name no province as those of one, by its code. */
    public void assumeProvince(String code) {
        assumed = BieumauFactory.eINSTANCE.createProvince();
        assumed.setCode(code);
        assumed.setTitle(Provinces.all().stream()
                .filter(each -> each.code().equals(code))
                .map(Provinces.Province::name)
                .findFirst()
                .orElse(""));
    }

    /** The province of those that name none; null where none is assumed. */
    public Province assumedProvince() {
        return assumed;
    }

    /** The code of the province of a pack, empty where there is no such pack or it is of none. */
    public String provinceCode(String pack) {
        return find(ProvincePack.class, pack)
                .map(found -> provinceCodes.computeIfAbsent(
                        found, each -> call(each, each::province).orElse("")))
                .orElse("");
    }

    /** The packs of a province, by its code. */
    public List<ProvincePack> packsOf(String provinceCode) {
        return provinces().stream()
                .filter(pack -> !provinceCode.isEmpty() && provinceCode.equals(provinceCode(pack.id())))
                .toList();
    }

    /** Those who bring functions, by id. */
    public List<FunctionProvider> functionProviders() {
        return List.copyOf(all(FunctionProvider.class));
    }

    /** The functions that plug-ins bring, by provider; of two with one name the first counts. */
    public List<FunctionProvider.Function> functions() {
        return all(FunctionProvider.class).stream()
                .flatMap(provider -> functions(provider).stream().map(each -> guarded(provider, each)))
                .toList();
    }

    /** A function that a plug-in brings. */
    public Optional<FunctionProvider.Function> function(String name) {
        for (var provider : all(FunctionProvider.class)) {
            var found = functions(provider).stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst();
            if (found.isPresent()) {
                return found.map(function -> guarded(provider, function));
            }
        }
        return Optional.empty();
    }

    private List<FunctionProvider.Function> functions(FunctionProvider provider) {
        return functions.computeIfAbsent(
                provider, key -> call(key, key::functions).orElse(List.of()));
    }

    /** A refused argument is the user's to mend; any other failure is the plug-in's. */
    private FunctionProvider.Function guarded(FunctionProvider provider, FunctionProvider.Function function) {
        return new FunctionProvider.Function(function.name(), function.parameters(), function.help(), arguments -> {
            var refusal = new IllegalArgumentException[1];
            var value = call(provider, () -> {
                try {
                    return function.body().apply(arguments);
                } catch (IllegalArgumentException e) {
                    refusal[0] = e;
                    return null;
                }
            });
            if (refusal[0] != null) {
                throw refusal[0];
            }
            return value.orElseThrow(
                    () -> new IllegalArgumentException(CoreMessages.ALL.text("plugin.off", name(provider))));
        });
    }

    /** What could not be loaded, failed, or was too slow. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Why a contribution is switched off; empty while it is not. */
    public Optional<Problem> failure(Contribution contribution) {
        return Optional.ofNullable(off.get(contribution));
    }

    // Calling them

    /**
     * Asks a contribution for something, on a thread that can be left behind. One that throws or does not return in
     * time is reported and switched off.
     *
     * @return what it gave; empty if it gave nothing, failed, or is off
     */
    public <T> Optional<T> call(Contribution contribution, Callable<T> question) {
        return call(contribution, question, new AtomicLong(System.nanoTime()));
    }

    /**
     * Lets an exporter write, as {@link #call}; the time in which it has to return counts anew from each progress that
     * it tells of.
     *
     * @return whether it has; if not, {@link #problems()} says why
     * @throws IOException if the rows cannot be read or the stream not be written
     * @throws java.util.concurrent.CancellationException if the progress was cancelled
     */
    public boolean export(Exporter exporter, Layout layout, OutputStream out, Progress progress) throws IOException {
        var sign = new AtomicLong(System.nanoTime());
        var refusal = new Exception[1];
        var done = call(
                exporter,
                () -> {
                    try {
                        exporter.export(layout, out, rows -> {
                            sign.set(System.nanoTime());
                            return progress.goesOn(rows);
                        });
                    } catch (IOException | CancellationException e) {
                        refusal[0] = e;
                    }
                    return Boolean.TRUE;
                },
                sign);
        switch (refusal[0]) {
            case IOException e -> throw e;
            case CancellationException e -> throw e;
            case null, default -> {}
        }
        return done.isPresent();
    }

    private <T> Optional<T> call(Contribution contribution, Callable<T> question, AtomicLong sign) {
        if (off.containsKey(contribution)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(guard.call(question, sign));
        } catch (Guard.TooSlowException e) {
            switchOff(
                    contribution,
                    problem("PLUGIN-SLOW", name(contribution), guard.deadline().toSeconds()));
        } catch (Throwable e) {
            var reason = e.getMessage() == null
                    ? e.getClass().getSimpleName()
                    : e.getClass().getSimpleName() + ": " + e.getMessage();
            switchOff(contribution, problem("PLUGIN-FAILED", name(contribution), reason));
        }
        return Optional.empty();
    }

    private void switchOff(Contribution contribution, Problem reason) {
        if (off.putIfAbsent(contribution, reason) == null) {
            problems.add(reason);
        }
    }
}
