/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.reading;

import com.google.inject.Injector;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bieumau.core.internal.resolved.LibraryRules;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.BieuStandaloneSetup;
import org.bieumau.dsl.internal.DslMessages;
import org.bieumau.dsl.internal.library.LibraryIndex;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;

/**
 * A resource set in which a file has access to the libraries in its folder, those of the packs, and those named by the
 * user. Not thread-safe.
 */
public final class LibraryResources {

    private static final class Language {
        static final Injector INJECTOR = new BieuStandaloneSetup().createInjectorAndDoEMFRegistration();
    }

    private final XtextResourceSet resources = service(XtextResourceSet.class);
    private final List<Path> libraries;
    private final Registry registry;
    /** The files of packs in folders, with the times of their last change. Packs in jars do not change. */
    private Map<Path, FileTime> packFiles = Map.of();

    /**
     * Creates a resource set with the libraries of the packs.
     *
     * @param libraries folders and files in which used libraries are looked up, after the folder of the file itself and
     *     the packs
     * @param registry the plug-ins that provide checks, functions and packs
     */
    public LibraryResources(List<Path> libraries, Registry registry) {
        this.libraries = List.copyOf(libraries);
        this.registry = registry;
        resources.addLoadOption(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name());
        // All resources are files of the language, whatever their extension.
        resources
                .getResourceFactoryRegistry()
                .getExtensionToFactoryMap()
                .put(Resource.Factory.Registry.DEFAULT_EXTENSION, service(IResourceFactory.class));
        registry.attachTo(resources);
        addPacks();
    }

    private void addPacks() {
        var changes = new HashMap<Path, FileTime>();
        // Packs of the program come first, so that no other pack can replace their libraries.
        for (var pack : registry.provinces().stream()
                .sorted(Comparator.comparing(each -> !registry.isOfProgram(each)))
                .toList()) {
            registry.call(pack, pack::libraries).ifPresent(files -> {
                LibraryIndex.of(resources).addPack(pack.id(), files, resources);
                files.values().stream()
                        .flatMap(file -> path(file).stream())
                        .forEach(file -> changes.put(file, lastChange(file)));
            });
        }
        packFiles = changes;
    }

    private static Optional<Path> path(URL file) {
        try {
            return file.getProtocol().equals("file") ? Optional.of(Path.of(file.toURI())) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static FileTime lastChange(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    /**
     * Forgets what was read, so that the current files are read next. Libraries of packs are kept if they are the same
     * as before: reading them takes longer than everything else.
     */
    public void refresh() {
        var index = LibraryIndex.of(resources);
        var before = usesOfPacks();
        index.rescan();
        var changed = packFiles.entrySet().stream()
                .anyMatch(file -> !lastChange(file.getKey()).equals(file.getValue()));
        if (changed) {
            index.removePacks();
            addPacks();
        }
        var after = usesOfPacks();
        if (!changed && before.equals(after) && after.values().stream().allMatch(LibraryResources::arePacks)) {
            resources.getResources().removeIf(resource -> !isPack(resource.getURI()));
        } else {
            resources.getResources().clear();
        }
    }

    /** Returns the files that each loaded file of a pack uses. */
    private Map<URI, Set<URI>> usesOfPacks() {
        var uses = new HashMap<URI, Set<URI>>();
        for (var resource : resources.getResources()) {
            if (isPack(resource.getURI())) {
                uses.put(
                        resource.getURI(),
                        LibraryIndex.of(resources).uses(resource).collect(Collectors.toSet()));
            }
        }
        return uses;
    }

    private static boolean arePacks(Set<URI> files) {
        return files.stream().allMatch(LibraryResources::isPack);
    }

    private static boolean isPack(URI file) {
        return LibraryRules.PACK_SCHEME.equals(file.scheme());
    }

    /** Returns a service of the language. */
    public static <T> T service(Class<T> type) {
        return Language.INJECTOR.getInstance(type);
    }

    public XtextResourceSet resources() {
        return resources;
    }

    /** Has files that are open in an editor read from their texts there. See {@link LibraryIndex#open}. */
    public void open(Map<Path, String> texts) {
        if (!texts.isEmpty()) {
            LibraryIndex.of(resources).open(texts, resources);
        }
    }

    /**
     * Adds the libraries that a file has access to, to the index. The file need not exist yet.
     *
     * @throws ProblemException if a folder or file named by the user cannot be read
     */
    public void lookAround(Path file) throws ProblemException {
        var folder = file.toAbsolutePath().normalize().getParent();
        add(folder, () -> LibraryIndex.of(resources).addFolder(folder));
        addLibraries();
    }

    /**
     * Adds the libraries named by the user to the index.
     *
     * @throws ProblemException if a folder or file cannot be read
     */
    public void addLibraries() throws ProblemException {
        for (var library : libraries) {
            add(
                    library,
                    () -> LibraryIndex.of(resources)
                            .addLibrary(library.toAbsolutePath().normalize()));
        }
    }

    private interface Addition {
        void run() throws IOException;
    }

    private static void add(Path place, Addition addition) throws ProblemException {
        try {
            addition.run();
        } catch (NoSuchFileException e) {
            throw new ProblemException(
                    Problem.error(DslMessages.ALL, "FILE-MISSING", Place.of(place.toString()), place), e);
        } catch (IOException e) {
            throw unreadable(place, e);
        }
    }

    /** Returns the problem that a file cannot be read. */
    public static ProblemException unreadable(Path file, Exception e) {
        var reason = e instanceof AccessDeniedException
                ? DslMessages.ALL.text("reason.denied")
                : String.valueOf(e.getMessage());
        return new ProblemException(
                Problem.error(DslMessages.ALL, "FILE-UNREADABLE", Place.of(file.toString()), file, reason), e);
    }
}
