/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.reading;

import com.google.inject.Injector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.BieuStandaloneSetup;
import org.bieumau.dsl.internal.DslMessages;
import org.bieumau.dsl.internal.library.LibraryIndex;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;

/**
 * Resources in which a file sees the libraries beside it, those of the packs, and those that the user names. They serve
 * one thread.
 */
public final class LibraryResources {

    private static final class Language {
        static final Injector INJECTOR = new BieuStandaloneSetup().createInjectorAndDoEMFRegistration();
    }

    private final XtextResourceSet resources = service(XtextResourceSet.class);
    private final List<Path> libraries;

    /**
     * @param libraries folders and files to look for used libraries in, after the folder of a file itself and the packs
     * @param registry the plug-ins that check, compute and bring packs
     */
    public LibraryResources(List<Path> libraries, Registry registry) {
        this.libraries = List.copyOf(libraries);
        resources.addLoadOption(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name());
        registry.attachTo(resources);
        for (var pack : registry.provinces()) {
            registry.call(pack, pack::libraries)
                    .ifPresent(files -> LibraryIndex.of(resources).addPack(pack.id(), files, resources));
        }
    }

    /** A service of the language. */
    public static <T> T service(Class<T> type) {
        return Language.INJECTOR.getInstance(type);
    }

    /** The resources themselves. */
    public XtextResourceSet resources() {
        return resources;
    }

    /**
     * Learns which libraries a file sees. It need not exist yet; its folder must.
     *
     * @throws ProblemException if its folder, or a place that the user names, cannot be read
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
        } catch (IOException | UncheckedIOException e) {
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
