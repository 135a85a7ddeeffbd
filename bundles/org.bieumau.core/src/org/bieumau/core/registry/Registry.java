/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bieumau.core.environment.DataAccess;
import org.bieumau.core.environment.Environment;
import org.bieumau.core.expression.Function;
import org.bieumau.core.form.DatabaseQuery;
import org.bieumau.core.form.RowSource;
import org.bieumau.core.internal.law.Provinces;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.pack.FolderPack;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.spi.Contribution;
import org.bieumau.core.spi.DatabaseProvider;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.FormatLimitException;
import org.bieumau.core.spi.FunctionProvider;
import org.bieumau.core.spi.Importer;
import org.bieumau.core.spi.LayoutProfileProvider;
import org.bieumau.core.spi.Progress;
import org.bieumau.core.spi.ProvincePack;
import org.bieumau.core.spi.RowSourceProvider;
import org.bieumau.core.spi.Validator;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Province;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.jspecify.annotations.Nullable;

/**
 * The contributions of plug-ins: exporters, importers, row sources, databases, validators, functions, layout profiles
 * and province packs. {@link #installed()} is the registry to use; {@link #load(ClassLoader)} is for programs that
 * bring plug-ins in a class loader of their own, and reads all of them again at each call.
 *
 * <p>A contribution is known by its id. If several have the same id, the one with the highest rank is used. A
 * contribution that cannot be loaded, throws, or does not return in time is reported by {@link #problems()} and not
 * called again.
 */
public final class Registry implements Environment {

    /** Version of the contracts. Contributions that require a later one are not loaded. */
    public static final String VERSION = "0.1.0";

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private static final class Installed {
        static final Registry REGISTRY = load(Registry.class.getClassLoader());
    }

    private final Program program;
    private final GuardedCalls calls;
    private final Contributions contributions;
    private final Profiles profiles;
    private final Functions functions;
    private final Map<ProvincePack, String> provinceCodes;
    private final @Nullable Province assumed;
    private final CollectedData dataAccess;

    private Registry(Duration deadline) {
        program = new Program();
        calls = new GuardedCalls(deadline, program);
        contributions = new Contributions(calls, program);
        profiles = new Profiles(contributions, calls);
        functions = new Functions(contributions, calls, program);
        provinceCodes = new ConcurrentHashMap<>();
        assumed = null;
        dataAccess = new CollectedData(DataAccess.NONE);
    }

    private Registry(Registry shared, @Nullable Province assumed, CollectedData dataAccess) {
        program = shared.program;
        calls = shared.calls;
        contributions = shared.contributions;
        profiles = shared.profiles;
        functions = shared.functions;
        provinceCodes = shared.provinceCodes;
        this.assumed = assumed;
        this.dataAccess = dataAccess;
    }

    /**
     * Returns the registry of the plug-ins on the class path and, in Eclipse, at the extension points. They are read at
     * the first call.
     */
    public static Registry installed() {
        return Installed.REGISTRY;
    }

    /** Returns the registry of the resource set that holds an element; the installed one if there is none. */
    public static Registry of(@Nullable EObject element) {
        return Environment.of(element) instanceof Registry registry ? registry : installed();
    }

    /** Returns the registry attached to a resource set; the installed one if there is none. */
    public static Registry of(@Nullable ResourceSet resources) {
        return Environment.of(resources) instanceof Registry registry ? registry : installed();
    }

    /**
     * Loads plug-ins as services ({@link java.util.ServiceLoader}) and, in Eclipse, from the extension points.
     *
     * @param plugins class loader that finds the plug-ins
     */
    public static Registry load(ClassLoader plugins) {
        return load(plugins, DEADLINE);
    }

    /**
     * Loads plug-ins as {@link #load(ClassLoader)} does.
     *
     * @param deadline time in which a call of a plug-in has to return; does not apply to the classes of the program
     */
    public static Registry load(ClassLoader plugins, Duration deadline) {
        var registry = new Registry(deadline);
        registry.contributions.addServices(plugins);
        registry.contributions.addExtensions();
        return registry;
    }

    /**
     * Loads the installed plug-ins, and those in a folder: jars, and packs without Java, each in a folder of its own.
     * The folder itself may be such a pack. Jars and packs that cannot be read are reported by {@link #problems()}.
     * Classes in the jars cannot end the Java program with {@link System#exit}.
     *
     * @throws IOException if the folder cannot be read
     */
    public static Registry load(Path folder) throws IOException {
        var registry = new Registry(DEADLINE);
        var plugins =
                new PluginFolder(folder, (file, reason) -> registry.calls.reportUnloadable(file.toString(), reason));
        registry.contributions.addServices(plugins.loader());
        registry.contributions.addExtensions();
        plugins.packs().forEach(pack -> registry.add(ProvincePack.class, pack));
        return registry;
    }

    /** Loads plug-ins from the extension points of Eclipse alone. */
    public static Registry ofExtensions() {
        var registry = new Registry(DEADLINE);
        registry.contributions.addExtensions();
        return registry;
    }

    /** Adds a contribution that was found in another way, such as a pack in a folder. */
    public void add(Class<? extends Contribution> contract, Contribution contribution) {
        contributions.add(contract, contribution);
    }

    /** Returns a view of this registry that assigns documents and forms without a province to the given one. */
    public Registry assumingProvince(String code) {
        var province = BieumauFactory.eINSTANCE.createProvince();
        province.setCode(code);
        province.setTitle(Provinces.all().stream()
                .filter(each -> each.code().equals(code))
                .map(Provinces.Province::name)
                .findFirst()
                .orElse(""));
        return new Registry(this, province, dataAccess);
    }

    /** Returns a view of this registry that opens the data sources outside the folder of a form as the user answers. */
    public Registry withDataAccess(DataAccess access) {
        return new Registry(this, assumed, new CollectedData(access));
    }

    @Override
    public DataAccess dataAccess() {
        return dataAccess;
    }

    /**
     * Returns the problems of the rows of data sources that were read since the last call, such as values that do not
     * fit their column.
     */
    public List<Problem> takeDataProblems() {
        return dataAccess.take();
    }

    @Override
    public Optional<Province> assumedProvince() {
        return Optional.ofNullable(assumed);
    }

    /** Returns the exporters, sorted by id. */
    public List<Exporter> exporters() {
        return contributions.all(Exporter.class);
    }

    /** Returns the exporter with an id, such as <code>docx</code>. */
    public Optional<Exporter> exporter(String id) {
        return contributions.find(Exporter.class, id);
    }

    /** Returns the importers, sorted by id. */
    public List<Importer> importers() {
        return contributions.all(Importer.class);
    }

    /** Returns the providers of row sources, sorted by id. */
    public List<RowSourceProvider> rowSources() {
        return contributions.all(RowSourceProvider.class);
    }

    @Override
    public List<String> rowFormats() {
        return rowSources().stream().map(RowSourceProvider::id).toList();
    }

    @Override
    public Optional<RowSource> rows(Path file, @Nullable String format) {
        var name = file.getFileName().toString();
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return rowSources().stream()
                .filter(each -> format != null
                        ? each.id().equals(format)
                        : call(each, () -> Set.copyOf(each.extensions()))
                                .orElse(Set.of())
                                .contains(extension))
                .findFirst()
                .flatMap(each -> call(each, () -> each.rows(file)).map(source -> guarded(each, source)));
    }

    /** Returns the providers of database connections, sorted by id. */
    public List<DatabaseProvider> databases() {
        return contributions.all(DatabaseProvider.class);
    }

    @Override
    public Optional<RowSource> rows(DatabaseQuery query) {
        return databases().stream()
                .findFirst()
                .flatMap(each -> call(each, () -> each.rows(query, dataAccess)).map(source -> guarded(each, source)));
    }

    private RowSource guarded(Contribution provider, RowSource source) {
        return program.contains(provider.getClass()) ? source : new GuardedRows(provider, source, calls);
    }

    /** Returns the layout profiles, sorted by id. */
    public List<LayoutProfileProvider> profiles() {
        return contributions.all(LayoutProfileProvider.class);
    }

    @Override
    public List<String> profileIds() {
        return profiles().stream().map(LayoutProfileProvider::id).toList();
    }

    /** Returns a layout profile, read at the first call; the layout of a pack is a profile with the id of the pack. */
    @Override
    public Optional<LayoutProfile> profile(String id) {
        return profiles.profile(id);
    }

    @Override
    public Optional<String> profileFailure(String id) {
        return profiles.failure(id);
    }

    /** Returns the validators, sorted by id. */
    public List<Validator> validators() {
        return contributions.all(Validator.class);
    }

    /** Returns the province packs, sorted by id. */
    public List<ProvincePack> provinces() {
        return contributions.all(ProvincePack.class);
    }

    /** Returns whether a pack is part of the program. */
    public boolean isOfProgram(ProvincePack pack) {
        return program.contains(pack.getClass()) && !(pack instanceof FolderPack);
    }

    @Override
    public String provinceOfPack(String packId) {
        return contributions
                .find(ProvincePack.class, packId)
                .map(pack -> provinceCodes.computeIfAbsent(
                        pack, each -> call(each, each::province).orElse("")))
                .orElse("");
    }

    /** Returns the packs of a province, by its code; none for an empty code. */
    public List<ProvincePack> packsOf(String provinceCode) {
        return provinces().stream()
                .filter(pack -> !provinceCode.isEmpty() && provinceCode.equals(provinceOfPack(pack.id())))
                .toList();
    }

    @Override
    public Optional<String> profileOfProvince(String provinceCode) {
        return packsOf(provinceCode).stream()
                .filter(pack -> profiles.layout(pack).isPresent())
                .map(ProvincePack::id)
                .findFirst();
    }

    /** Returns the function providers, sorted by id. */
    public List<FunctionProvider> functionProviders() {
        return contributions.all(FunctionProvider.class);
    }

    /** Returns the functions of all providers. If several have the same name, the first is called. */
    public List<Function> functions() {
        return functions.all();
    }

    @Override
    public Optional<Function> function(String name) {
        return functions.find(name);
    }

    /**
     * Returns the contributions to a contract of another bundle, sorted by id. They are read at the first call.
     *
     * @param point id of the extension point, with that of its bundle
     */
    public <T extends Contribution> List<T> contributions(Class<T> contract, String point) {
        contributions.addContract(contract, point);
        return contributions.all(contract);
    }

    /** Returns a problem for each contribution that could not be loaded, failed, or did not return in time. */
    public List<Problem> problems() {
        return calls.problems();
    }

    /** Returns where a contribution is from: the folder of a pack, or the class with its jar. */
    public String origin(Contribution contribution) {
        return Program.origin(contribution);
    }

    /** Returns why contributions to a contract are switched off, such as validators that failed. */
    public List<Problem> failures(Class<? extends Contribution> contract) {
        return contributions.failures(contract);
    }

    /** Returns why a contribution is switched off; empty if it is not. */
    public Optional<Problem> failure(Contribution contribution) {
        return calls.failure(contribution);
    }

    /** Switches off a contribution that failed when it was called in another way, and returns the problem. */
    public Problem fail(Contribution contribution, Throwable cause) {
        return calls.fail(contribution, cause);
    }

    /**
     * Calls a contribution on a thread that can be abandoned. A contribution that throws an exception or does not
     * return in time is reported and switched off.
     *
     * @return what it returned; empty if it returned null, failed, or is switched off
     */
    public <T> Optional<T> call(Contribution contribution, Callable<? extends @Nullable T> action) {
        return calls.call(contribution, action);
    }

    /**
     * Returns an exporter with options given by the user; empty if the plug-in failed.
     *
     * @throws IllegalArgumentException if a value cannot be used; the message tells the user why
     */
    public Optional<Exporter> configured(Exporter exporter, Map<String, String> options) {
        return calls.callWithArgument(exporter, () -> exporter.with(options));
    }

    /** Returns whether an exporter can represent a layout; false if the plug-in failed. */
    public boolean accepts(Exporter exporter, Layout layout) {
        return call(exporter, () -> exporter.accepts(layout)).orElse(false);
    }

    /**
     * Exports a layout. An exporter of the program runs on the calling thread, and its exceptions are errors of the
     * program. Any other exporter is called as by {@link #call}; its deadline counts from the last progress that it
     * reports.
     *
     * @return whether the exporter has written its output; if not, {@link #failure} returns the reason
     * @throws IOException if the rows cannot be read or the stream cannot be written
     * @throws CancellationException if the progress was cancelled
     */
    public boolean export(Exporter exporter, Layout layout, OutputStream out, Progress progress) throws IOException {
        if (program.contains(exporter.getClass())) {
            WatchedStream.export(exporter, layout, out, progress);
            return true;
        }
        var sign = new AtomicLong(System.nanoTime());
        var refusal = new Exception[1];
        var done = calls.call(
                exporter,
                () -> {
                    try {
                        WatchedStream.export(exporter, layout, out, rows -> {
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

    /**
     * Returns what an exporter leaves out of a layout. The exporter is called as by {@link #export}.
     *
     * @return the findings; none if an exporter that is not of the program failed
     * @throws FormatLimitException if the layout exceeds limits of the format
     * @throws IOException if the rows cannot be read
     */
    public List<Finding> leftOut(Exporter exporter, Layout layout) throws IOException {
        if (program.contains(exporter.getClass())) {
            return exporter.leftOut(layout);
        }
        var refusal = new FormatLimitException[1];
        var leftOut = calls.call(exporter, () -> {
            try {
                return exporter.leftOut(layout);
            } catch (FormatLimitException e) {
                refusal[0] = e;
                return List.<Finding>of();
            }
        });
        if (refusal[0] != null) {
            throw refusal[0];
        }
        return leftOut.orElse(List.of());
    }
}
