/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.library;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Maps library names to files, to resolve «dùng» in the files of a resource set. A name is looked up in the folder of
 * the file, in the installed packs, and in the libraries named by the user, in this order; the first place that has a
 * library of this name supplies all its files. The index reads only the head of a file; the file is loaded when
 * something in it is needed.
 */
public final class LibraryIndex {

    /** Maximum search depth, so that a file in the home folder does not trigger a scan of all of it. */
    private static final int DEPTH = 4;

    /** For each folder or file, the names of the libraries in it, each with its files. */
    private final Map<Path, Map<String, List<URI>>> places = new LinkedHashMap<>();

    private final List<Path> libraries = new ArrayList<>();
    /** The texts of the files that are open in an editor. */
    private final Map<Path, String> open = new HashMap<>();
    /** The names of the libraries of packs, each with its files. */
    private final Map<String, List<URI>> packs = new LinkedHashMap<>();

    /** Returns the index of a resource set; it is created empty on the first call. */
    public static LibraryIndex of(ResourceSet resources) {
        if (EcoreUtil.getExistingAdapter(resources, LibraryIndex.class) instanceof Holder holder) {
            return holder.index;
        }
        var holder = new Holder();
        resources.eAdapters().add(holder);
        return holder.index;
    }

    private static final class Holder extends AdapterImpl {

        final LibraryIndex index = new LibraryIndex();

        @Override
        public boolean isAdapterForType(Object type) {
            return type == LibraryIndex.class;
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
        return LibraryHeader.name(text);
    }

    /**
     * Adds a folder, in which «dùng» of the files in it is looked up first.
     *
     * @throws IOException if the folder cannot be read
     */
    public void addFolder(Path folder) throws IOException {
        if (!places.containsKey(folder)) {
            places.put(folder, scan(folder));
        }
    }

    /**
     * Adds a folder or file in which «dùng» of all files is looked up last, after those added before.
     *
     * @throws IOException if it cannot be read
     */
    public void addLibrary(Path folderOrFile) throws IOException {
        addFolder(folderOrFile);
        if (!libraries.contains(folderOrFile)) {
            libraries.add(folderOrFile);
        }
    }

    /**
     * Adds a pack.
     *
     * @param files the files of the pack by their names
     * @param resources the resource set, which learns to resolve the URIs of the files
     */
    public void addPack(String id, Map<String, URL> files, ResourceSet resources) {
        files.forEach((file, url) -> {
            var uri = Packs.uri(id, file);
            resources.getURIConverter().getURIMap().put(uri, URI.createURI(url.toString()));
            LibraryHeader.name(url)
                    .ifPresent(name ->
                            packs.computeIfAbsent(name, n -> new ArrayList<>()).add(uri));
        });
    }

    /** Returns the files of a pack; empty if there is no such pack. */
    List<URI> packFiles(String id) {
        return packs.values().stream()
                .flatMap(List::stream)
                .filter(file -> file.segment(0).equals(id))
                .toList();
    }

    private Map<String, List<URI>> scan(Path folderOrFile) throws IOException {
        var found = new TreeSet<Path>();
        try (var files = Files.walk(folderOrFile, DEPTH)) {
            files.filter(f -> f.toString().endsWith(".bieu") && Files.isRegularFile(f))
                    .forEach(found::add);
        }
        open.keySet().stream()
                .filter(file -> file.startsWith(folderOrFile)
                        && folderOrFile.relativize(file).getNameCount() <= DEPTH)
                .forEach(found::add);
        var place = new LinkedHashMap<String, List<URI>>();
        for (var file : found) {
            (open.containsKey(file) ? LibraryHeader.name(open.get(file)) : LibraryHeader.name(file))
                    .ifPresent(name ->
                            place.computeIfAbsent(name, n -> new ArrayList<>()).add(uri(file)));
        }
        return place;
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
        var asked = new ArrayList<Path>();
        if (from != null && from.isFile()) {
            asked.add(Path.of(from.toFileString()).getParent());
        }
        var own = find(library, asked);
        if (!own.isEmpty()) {
            return own;
        }
        return packs.containsKey(library) ? List.copyOf(packs.get(library)) : find(library, libraries);
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
     * @throws IOException if the folder cannot be read
     */
    public static List<URI> beside(URI file) throws IOException {
        if (file == null || !file.isFile()) {
            return List.of();
        }
        try (var files = Files.walk(Path.of(file.toFileString()).getParent(), DEPTH)) {
            return files.filter(each -> each.toString().endsWith(".bieu") && Files.isRegularFile(each))
                    .sorted()
                    .map(LibraryIndex::uri)
                    .toList();
        }
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
                Libraries.library(next)
                        .ifPresent(library -> library.getUses().stream()
                                .filter(use -> use.getLibraryName() != null)
                                .flatMap(use -> files(use.getLibraryName(), next.getURI()).stream())
                                .forEach(file ->
                                        waiting.add(resource.getResourceSet().getResource(file, true))));
            }
        }
        return seen;
    }

    private List<URI> find(String library, List<Path> asked) {
        for (var place : asked) {
            var files = places.getOrDefault(place, Map.of()).get(library);
            if (files != null) {
                return List.copyOf(files);
            }
        }
        return List.of();
    }
}
