/* SPDX-License-Identifier: EPL-2.0 */
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.DependencyCollectionContext;
import org.eclipse.aether.collection.DependencySelector;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.util.graph.selector.AndDependencySelector;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;
import org.eclipse.aether.util.graph.transformer.ConflictResolver.ConflictContext;
import org.eclipse.aether.util.graph.transformer.ConflictResolver.ConflictItem;
import org.eclipse.aether.util.graph.transformer.ConflictResolver.VersionSelector;
import org.eclipse.aether.util.graph.transformer.JavaScopeDeriver;
import org.eclipse.aether.util.graph.transformer.JavaScopeSelector;
import org.eclipse.aether.util.graph.transformer.SimpleOptionalitySelector;
import org.eclipse.aether.util.graph.visitor.PreorderNodeListGenerator;

/**
 * Compares the libraries that consumers get: as Maven resolves them with and without the bill of materials, and with
 * the highest version of each, as Gradle selects them. Checks that the bill of materials manages all libraries, with
 * the versions of the target platform, and that no version comes from a range, since a range selects other versions
 * when new ones are published.
 *
 * <p>Reads only the local repository. A file that is missing there was not resolved by Maven and is reported.
 */
public final class Versions {

    /** Selects the highest version, regardless of its depth in the dependency graph. */
    private static final class HighestVersion extends VersionSelector {

        @Override
        public void selectVersion(ConflictContext context) {
            context.setWinner(context.getItems().stream()
                    .max(Comparator.comparing(
                            (ConflictItem item) -> item.getNode().getVersion()))
                    .orElseThrow());
        }
    }

    /** Collects dependencies with a version range for the report and excludes them. */
    private static final class Ranges implements DependencySelector {

        final Set<String> found = new LinkedHashSet<>();

        @Override
        public boolean selectDependency(Dependency dependency) {
            var isRange = Pattern.matches("[\\[(].*", dependency.getArtifact().getVersion());
            if (isRange) {
                found.add(dependency.getArtifact().toString());
            }
            return !isRange;
        }

        @Override
        public DependencySelector deriveChildSelector(DependencyCollectionContext context) {
            return this;
        }
    }

    private static final String GROUP = "org.bieumau";

    private final Set<String> problems = new LinkedHashSet<>();
    private final RepositorySystem system = new RepositorySystemSupplier().get();
    private final Ranges ranges = new Ranges();
    private final Path repository;
    private final RepositorySystemSession session;

    private Versions(Path repository) {
        this.repository = repository;
        var newSession = MavenRepositorySystemUtils.newSession();
        newSession.setSystemProperties(System.getProperties());
        newSession.setOffline(true);
        newSession.setLocalRepositoryManager(
                system.newLocalRepositoryManager(newSession, new LocalRepository(repository.toFile(), "simple")));
        newSession.setDependencyManager(null);
        newSession.setDependencySelector(new AndDependencySelector(newSession.getDependencySelector(), ranges));
        newSession.setDependencyGraphTransformer(new ConflictResolver(
                new HighestVersion(),
                new JavaScopeSelector(),
                new SimpleOptionalitySelector(),
                new JavaScopeDeriver()));
        session = newSession;
    }

    /**
     * @param arguments the folder of the resolved projects, the version of the artifacts, the table, the target file
     */
    public static void main(String[] arguments) throws Exception {
        var work = Path.of(arguments[0]);
        var version = arguments[1];
        var table = Files.readAllLines(Path.of(arguments[2])).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
        var resolver = classPath(work, "resolver").getFirst().toString();
        var repository = Path.of(resolver.substring(0, resolver.indexOf("/org/apache/maven/")));
        var versions = new Versions(repository);
        var managed = versions.managed(version);
        versions.checkTable(managed, table);
        versions.checkTarget(managed, Files.readString(Path.of(arguments[3])));
        for (var name : table) {
            versions.checkProject(work, name, version, managed);
        }
        versions.problems.forEach(problem -> System.err.println("consumers: " + problem));
        System.exit(versions.problems.isEmpty() ? 0 : 1);
    }

    private static List<Path> classPath(Path work, String project) throws IOException {
        return Stream.of(Files.readString(work.resolve(project).resolve("classpath"))
                        .strip()
                        .split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    /** Returns the versions that the bill of materials manages, by <code>group:artifact</code>. */
    private Map<String, String> managed(String version) throws RepositoryException {
        var bom = new DefaultArtifact(GROUP, GROUP + ".bom", "pom", version);
        return system
                .readArtifactDescriptor(session, new ArtifactDescriptorRequest(bom, List.of(), null))
                .getManagedDependencies()
                .stream()
                .map(Dependency::getArtifact)
                .collect(Collectors.toMap(Versions::key, Artifact::getVersion, (first, second) -> first, TreeMap::new));
    }

    private static String key(Artifact artifact) {
        return artifact.getGroupId() + ":" + artifact.getArtifactId();
    }

    /** Checks that the table has a line for each published artifact alone. */
    private void checkTable(Map<String, String> managed, List<String> table) {
        managed.keySet().stream()
                .filter(key -> key.startsWith(GROUP + ":"))
                .map(key -> key.substring(2 * GROUP.length() + 2))
                .filter(artifact -> !table.contains(artifact))
                .forEach(artifact -> problems.add("the table has no line for " + artifact));
    }

    /** Checks that the target platform has the versions of the bill of materials. */
    private void checkTarget(Map<String, String> managed, String target) {
        var dependency = Pattern.compile(
                "<groupId>(.*?)</groupId>\\s*<artifactId>(.*?)</artifactId>\\s*" + "<version>(.*?)</version>");
        dependency.matcher(target).results().forEach(found -> {
            var key = found.group(1) + ":" + found.group(2);
            var version = managed.getOrDefault(key, found.group(3));
            if (!version.equals(found.group(3))) {
                problems.add("the BOM has " + key + " " + version + ", the target platform " + found.group(3));
            }
        });
    }

    private void checkProject(Path work, String name, String version, Map<String, String> managed)
            throws IOException, RepositoryException {
        var request = new CollectRequest();
        for (var artifact : name.split("-")) {
            request.addDependency(
                    new Dependency(new DefaultArtifact(GROUP, GROUP + "." + artifact, "jar", version), "runtime"));
        }
        ranges.found.clear();
        var highest = new PreorderNodeListGenerator();
        system.collectDependencies(session, request).getRoot().accept(highest);
        var libraries = highest.getDependencies(true).stream()
                .map(Dependency::getArtifact)
                .toList();

        for (var range : ranges.found) {
            problems.add(name + ": a range of versions: " + range);
        }
        var byHighest = libraries.stream()
                .map(artifact ->
                        repository.resolve(session.getLocalRepositoryManager().getPathForLocalArtifact(artifact)))
                .toList();
        var byMaven = classPath(work, name);
        compare(name + ": without the BOM", byMaven, "with the BOM", classPath(work, name + "-bom"));
        compare(name + ": by nearest version", byMaven, "by highest version", byHighest);
        for (var library : libraries) {
            if (!managed.containsKey(key(library))) {
                problems.add("the BOM does not manage " + library);
            }
        }
    }

    private void compare(String firstName, List<Path> first, String secondName, List<Path> second) {
        var onlyFirst = names(first, second);
        var onlySecond = names(second, first);
        if (!onlyFirst.isEmpty() || !onlySecond.isEmpty()) {
            problems.add(firstName + " " + onlyFirst + ", " + secondName + " " + onlySecond);
        }
    }

    private static Set<String> names(List<Path> files, List<Path> without) {
        return files.stream()
                .filter(file -> !without.contains(file))
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
