/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.reading;

import com.google.inject.Injector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.BieuStandaloneSetup;
import org.bieumau.dsl.internal.DslMessages;
import org.bieumau.dsl.internal.library.LibraryIndex;
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

    /**
     * Creates a resource set with the libraries of the packs.
     *
     * @param libraries folders and files in which used libraries are looked up, after the folder of the file itself and
     *     the packs
     * @param registry the plug-ins that provide checks, functions and packs
     */
    public LibraryResources(List<Path> libraries, Registry registry) {
        this.libraries = List.copyOf(libraries);
        resources.addLoadOption(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name());
        // All resources are files of the language, whatever their extension.
        resources
                .getResourceFactoryRegistry()
                .getExtensionToFactoryMap()
                .put(Resource.Factory.Registry.DEFAULT_EXTENSION, service(IResourceFactory.class));
        registry.attachTo(resources);
        // Packs of the program come first, so that no other pack can replace their libraries.
        for (var pack : registry.provinces().stream()
                .sorted(Comparator.comparing(each -> !registry.isOfProgram(each)))
                .toList()) {
            registry.call(pack, pack::libraries)
                    .ifPresent(files -> LibraryIndex.of(resources).addPack(pack.id(), files, resources));
        }
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
        var index = LibraryIndex.of(resources);
        var place = file.toAbsolutePath().normalize().getParent();
        try {
            index.addFolder(place);
            for (var library : libraries) {
                place = library;
                index.addLibrary(library.toAbsolutePath().normalize());
            }
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
