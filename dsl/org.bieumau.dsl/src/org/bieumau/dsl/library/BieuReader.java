/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.library;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.internal.DslMessages;
import org.bieumau.dsl.internal.edit.NewText;
import org.bieumau.dsl.internal.library.LibraryIndex;
import org.bieumau.dsl.internal.reading.LibraryResources;
import org.bieumau.model.Library;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.common.util.WrappedException;
import org.eclipse.xtext.parser.ParseException;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;

/**
 * Reads .bieu files that share libraries, packs and plug-ins. Libraries are read once and kept, until {@link #refresh}.
 * A reader and its files serve one thread. For a single file, {@link BieuFile#open} is enough.
 */
public final class BieuReader {

    /** Maximum size of a file in bytes; more rows than that belong in a data source. */
    private static final long LARGEST = 256L << 20;
    /** The path that problems report for a text without a file. */
    private static final Path UNTITLED = Path.of("untitled.bieu");

    private final LibraryResources libraries;
    private final Registry registry;
    private int texts;

    /**
     * Creates a reader with the installed plug-ins, for files that use the libraries of their own folder and of packs.
     */
    public BieuReader() {
        this(List.of());
    }

    /** Creates a reader with the installed plug-ins. */
    public BieuReader(List<Path> libraries) {
        this(libraries, Registry.installed());
    }

    /**
     * Creates a reader.
     *
     * @param libraries files and folders in which used libraries are looked up, after the folder of the file itself and
     *     the packs
     * @param registry plug-ins that check, compute, export, and bring packs
     */
    public BieuReader(List<Path> libraries, Registry registry) {
        this.libraries = new LibraryResources(libraries, registry);
        this.registry = registry;
    }

    /** Returns the plug-ins that this reader uses. */
    public Registry registry() {
        return registry;
    }

    /**
     * Has files read from texts rather than from the disk, such as those of editors that are not saved yet. Called
     * before anything is read.
     *
     * @param texts the texts by their files, as absolute and normalized paths
     */
    public void open(Map<Path, String> texts) {
        libraries.open(texts);
    }

    /**
     * Forgets the files that were read, so that the next call reads their current content. Libraries of packs are kept
     * unless they changed. Files that were read before must not be used any more.
     */
    public void refresh() {
        libraries.refresh();
    }

    /**
     * Reads a file.
     *
     * @throws ProblemException if the file, or a library folder, cannot be read at all
     */
    public BieuFile read(Path file) throws ProblemException {
        checkFile(file);
        if (!Files.isRegularFile(file)) {
            return readStream(file);
        }
        libraries.lookAround(file);
        try {
            var resource = (XtextResource) libraries.resources().getResource(LibraryIndex.uri(file), true);
            LibraryIndex.of(libraries.resources()).loadUsed(resource);
            return new BieuFile(this, file, resource);
        } catch (WrappedException e) {
            throw LibraryResources.unreadable(file, e.exception());
        } catch (ParseException | StackOverflowError e) {
            throw tooDeep(file, e);
        }
    }

    /**
     * Reads what has no fixed content and can be read only once, such as a pipe or standard input. It sees the
     * libraries of the current folder.
     */
    private BieuFile readStream(Path file) throws ProblemException {
        byte[] content;
        try (var in = Files.newInputStream(file)) {
            content = in.readNBytes((int) LARGEST + 1);
        } catch (IOException e) {
            throw LibraryResources.unreadable(file, e);
        }
        if (content.length > LARGEST) {
            throw problem("FILE-TOO-LARGE", file, null, LARGEST >> 20);
        }
        var place = Path.of("").toAbsolutePath().resolve(++texts + "-" + file.getFileName());
        libraries.lookAround(place);
        return read(file, LibraryIndex.uri(place), content);
    }

    /**
     * Reads a text that is not stored in a file. It sees the libraries of packs and those given to this reader.
     *
     * @throws ProblemException if the text is nested too deeply to be parsed, or a library folder cannot be read
     */
    public BieuFile read(String text) throws ProblemException {
        libraries.addLibraries();
        var uri = URI.createURI("untitled:/" + ++texts + ".bieu");
        return read(null, uri, text.getBytes(StandardCharsets.UTF_8));
    }

    private BieuFile read(@Nullable Path file, URI uri, byte[] content) throws ProblemException {
        var told = file == null ? UNTITLED : file;
        var resource = (XtextResource) libraries.resources().createResource(uri);
        try {
            resource.load(
                    new ByteArrayInputStream(content),
                    Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
        } catch (IOException e) {
            throw LibraryResources.unreadable(told, e);
        } catch (ParseException | StackOverflowError e) {
            throw tooDeep(told, e);
        }
        LibraryIndex.of(libraries.resources()).loadUsed(resource);
        return new BieuFile(this, file, resource);
    }

    /**
     * Writes a model as text, formatted, and reads that text. The model itself is not changed.
     *
     * @throws ProblemException if the model cannot be written as text, such as a required name that is missing
     */
    public BieuFile write(Library library) throws ProblemException {
        return read(NewText.of(library, libraries.resources()));
    }

    private static void checkFile(Path file) throws ProblemException {
        if (Files.isDirectory(file)) {
            throw problem("FILE-FOLDER", file, null);
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw problem("FILE-TOO-LARGE", file, null, LARGEST >> 20);
            }
        } catch (NoSuchFileException e) {
            throw problem("FILE-MISSING", file, e);
        } catch (IOException e) {
            throw LibraryResources.unreadable(file, e);
        }
    }

    /** Thousands of nested parentheses need more stack than there is. */
    private static ProblemException tooDeep(Path file, Throwable cause) {
        return problem("FILE-TOO-DEEP", file, cause);
    }

    private static ProblemException problem(String code, Path file, @Nullable Throwable cause, Object... more) {
        var arguments = new Object[1 + more.length];
        arguments[0] = file;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return new ProblemException(Problem.error(DslMessages.ALL, code, Place.of(file.toString()), arguments), cause);
    }
}
