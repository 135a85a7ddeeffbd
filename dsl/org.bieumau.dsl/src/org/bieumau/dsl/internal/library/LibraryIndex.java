/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.library;

import java.io.IOException;
import java.net.URL;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bieumau.core.internal.resolved.LibraryFiles;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Maps library names to files, to resolve «dùng» in the files of a resource set. A library has one origin: a pack, the
 * folder of the file that uses it or one of its subfolders, or a place named by the user. If several have a library of
 * this name, the first of this order is used; but one whose head says that it replaces others comes before all. The
 * index reads only the head of a file; the file is loaded when something in it is needed.
 */
public final class LibraryIndex {

    /** Maximum search depth, so that a file in the home folder does not trigger a scan of all of it. */
    private static final int DEPTH = 4;

    /** For each folder or file, the names of the libraries in it, each with its files. */
    private final Map<Path, Map<String, List<URI>>> places = new LinkedHashMap<>();

    private final List<Path> libraries = new ArrayList<>();
    /** The texts of the files that are open in an editor. */
    private final Map<Path, String> open = new HashMap<>();
    /** The names of the libraries of packs, each with its files by the URIs of the packs. */
    private final Map<String, Map<URI, List<URI>>> packs = new LinkedHashMap<>();

    /** The files whose head says that they replace others. */
    private final Set<URI> replacing = new HashSet<>();

    private final Set<Path> unreadable = new LinkedHashSet<>();

    /** Returns the index of a resource set; it is created empty on the first call. */
    public static LibraryIndex of(ResourceSet resources) {
        if (EcoreUtil.getExistingAdapter(resources, LibraryIndex.class) instanceof Holder holder) {
            return holder.index;
        }
        var holder = new Holder();
        resources.eAdapters().add(holder);
        return holder.index;
    }

    private static final class Holder extends AdapterImpl implements LibraryFiles {

        final LibraryIndex index = new LibraryIndex();

        @Override
        public boolean isAdapterForType(Object type) {
            return type == LibraryIndex.class;
        }

        @Override
        public List<URI> files(String library, URI from) {
            return index.files(library, from);
        }
    }

    /**
     * Sets the texts of the files that are open in an editor; they take precedence over the files on disk. Called
     * before folders are added.
     *
     * @param texts the texts by their files, as absolute and normalized paths; files need not exist
     * @param resources the resource set, which learns to load these texts
     */
    public void open(Map<Path, String> texts, ResourceSet resources) {
        open.putAll(texts);
        resources.getURIConverter().getURIHandlers().add(0, new OpenTexts(texts));
    }

    /** Returns the name of the library of a text; empty if it belongs to none. */
    public static Optional<String> libraryName(String text) {
        return LibraryHeader.of(text).map(LibraryHeader::name);
    }

    /**
     * Adds a folder, in which «dùng» of the files in it is looked up. Folders and files that cannot be read are left
     * out, see {@link #unreadable}.
     */
    public void addFolder(Path folder) {
        places.computeIfAbsent(folder, this::scan);
    }

    /**
     * Adds a folder or file in which «dùng» of all files is looked up last, after those added before.
     *
     * @throws IOException if it cannot be read
     */
    public void addLibrary(Path folderOrFile) throws IOException {
        Files.readAttributes(folderOrFile, BasicFileAttributes.class);
        addFolder(folderOrFile);
        if (unreadable.contains(folderOrFile)) {
            throw new AccessDeniedException(folderOrFile.toString());
        }
        if (!libraries.contains(folderOrFile)) {
            libraries.add(folderOrFile);
        }
    }

    /**
     * Adds a pack. Of packs that have a library of the same name, the one added first is used.
     *
     * @param files the files of the pack by their names
     * @param resources the resource set, which learns to resolve the URIs of the files
     */
    public void addPack(String id, Map<String, URL> files, ResourceSet resources) {
        files.forEach((file, url) -> {
            var uri = Packs.uri(id, file);
            resources.getURIConverter().getURIMap().put(uri, URI.createURI(url.toString()));
            LibraryHeader.of(url).ifPresent(head -> {
                packs.computeIfAbsent(head.name(), name -> new LinkedHashMap<>())
                        .computeIfAbsent(uri.trimSegments(1), pack -> new ArrayList<>())
                        .add(uri);
                note(head, uri);
            });
        });
    }

    /** Removes all packs. */
    public void removePacks() {
        packs.clear();
        replacing.removeIf(file -> !file.isFile());
    }

    /** Looks again which libraries are in the folders and files that were added. */
    public void rescan() {
        unreadable.clear();
        replacing.removeIf(URI::isFile);
        places.replaceAll((place, old) -> scan(place));
    }

    private void note(LibraryHeader head, URI file) {
        if (head.replacing()) {
            replacing.add(file);
        }
    }

    /** Returns the files of a pack; empty if there is no such pack. */
    List<URI> packFiles(String id) {
        return packs.values().stream()
                .flatMap(each -> each.values().stream())
                .flatMap(List::stream)
                .filter(file -> file.segment(0).equals(id))
                .toList();
    }

    private Map<String, List<URI>> scan(Path folderOrFile) {
        var found = new TreeSet<>(walk(folderOrFile, unreadable));
        open.keySet().stream()
                .filter(file -> file.startsWith(folderOrFile)
                        && folderOrFile.relativize(file).getNameCount() <= DEPTH)
                .forEach(found::add);
        var place = new LinkedHashMap<String, List<URI>>();
        for (var file : found) {
            (open.containsKey(file) ? LibraryHeader.of(open.get(file)) : LibraryHeader.of(file)).ifPresent(head -> {
                place.computeIfAbsent(head.name(), n -> new ArrayList<>()).add(uri(file));
                note(head, uri(file));
            });
        }
        return place;
    }

    /** Returns the .bieu files in a folder and its subfolders, sorted. */
    private static List<Path> walk(Path folderOrFile, Set<Path> unreadable) {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(folderOrFile, EnumSet.noneOf(FileVisitOption.class), DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isBieu(file) && Files.isRegularFile(file)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    unreadable.add(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            unreadable.add(folderOrFile);
        }
        found.sort(null);
        return found;
    }

    /** Returns the folders and files that could not be read, and so were not searched. */
    public Set<Path> unreadable() {
        return Set.copyOf(unreadable);
    }

    private static boolean isBieu(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".bieu");
    }

    /** Returns the URI under which a file is loaded. */
    public static URI uri(Path file) {
        return URI.createFileURI(file.toAbsolutePath().normalize().toString());
    }

    /**
     * Returns the files of a library; empty if it is not found.
     *
     * @param from the file that uses the library; null if there is none
     */
    public List<URI> files(String library, URI from) {
        var origins = origins(library, from);
        return origins.isEmpty() ? List.of() : origins.getFirst().files();
    }

    /**
     * Returns the places that have a library; the first one is used.
     *
     * @param from the file that uses the library, or belongs to it; null if there is none
     */
    public List<LibraryOrigin> origins(String library, URI from) {
        var origins = new ArrayList<LibraryOrigin>();
        packs.getOrDefault(library, Map.of()).forEach((pack, files) -> origins.add(origin(pack, files)));
        if (from != null && from.isFile()) {
            origins.addAll(inFolder(library, Path.of(from.toFileString()).getParent()));
        }
        for (var place : libraries) {
            inFolder(library, place).stream()
                    .filter(each ->
                            origins.stream().noneMatch(other -> other.place().equals(each.place())))
                    .forEach(origins::add);
        }
        // The sort is stable: the order of the origins decides between equals.
        origins.sort(Comparator.comparing((LibraryOrigin origin) -> !isAt(origin, from))
                .thenComparing(origin -> !origin.replacing()));
        return origins;
    }

    /** Returns whether a file belongs to a library, or to the pack that has it. */
    private static boolean isAt(LibraryOrigin origin, URI file) {
        return file != null
                && (origin.files().contains(file)
                        || !file.isFile()
                                && file.segmentCount() > 0
                                && origin.place().equals(file.trimSegments(1)));
    }

    private LibraryOrigin origin(URI place, List<URI> files) {
        return new LibraryOrigin(place, files, files.stream().anyMatch(replacing::contains));
    }

    /** Returns the folders within a folder that have a library, the nearest first. */
    private List<LibraryOrigin> inFolder(String library, Path folderOrFile) {
        var folders = new LinkedHashMap<URI, List<URI>>();
        for (var file : places.getOrDefault(folderOrFile, Map.of()).getOrDefault(library, List.of())) {
            folders.computeIfAbsent(file.trimSegments(1), folder -> new ArrayList<>())
                    .add(file);
        }
        return folders.entrySet().stream()
                .map(folder -> origin(folder.getKey(), folder.getValue()))
                .sorted(Comparator.comparing(origin -> origin.place().segmentCount()))
                .toList();
    }

    /**
     * Returns the names of all libraries that a file can use.
     *
     * @param from the file; null if there is none
     */
    public Set<String> names(URI from) {
        var names = new TreeSet<String>();
        if (from != null && from.isFile()) {
            names.addAll(places.getOrDefault(Path.of(from.toFileString()).getParent(), Map.of())
                    .keySet());
        }
        names.addAll(packs.keySet());
        libraries.forEach(
                library -> names.addAll(places.getOrDefault(library, Map.of()).keySet()));
        return names;
    }

    /**
     * Returns all .bieu files in the folder of a file and its subfolders, in a library or not. They are searched for
     * uses of the elements of the file.
     *
     * @param file the file; null if there is none
     */
    public static List<URI> beside(URI file) {
        return file == null || !file.isFile()
                ? List.of()
                : walk(Path.of(file.toFileString()).getParent(), new HashSet<>()).stream()
                        .map(LibraryIndex::uri)
                        .toList();
    }

    /**
     * Loads the libraries that a file uses, directly or through other libraries. This is necessary because names in
     * expressions are not references, which would load them.
     *
     * @return the file and all files of these libraries
     */
    public Set<Resource> loadUsed(Resource resource) {
        var waiting = new ArrayDeque<Resource>();
        var seen = new LinkedHashSet<Resource>();
        waiting.add(resource);
        while (!waiting.isEmpty()) {
            var next = waiting.poll();
            if (seen.add(next)) {
                uses(next).forEach(file -> waiting.add(resource.getResourceSet().getResource(file, true)));
            }
        }
        return seen;
    }

    /** Returns the files of the libraries that a file uses directly. */
    public Stream<URI> uses(Resource resource) {
        return Libraries.library(resource).stream()
                .flatMap(library -> library.getUses().stream())
                .filter(use -> use.getLibraryName() != null)
                .flatMap(use -> files(use.getLibraryName(), resource.getURI()).stream());
    }
}
