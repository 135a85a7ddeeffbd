/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.library;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Knows which files hold which library, for the «dùng» of the files of a resource set. Places are asked in their order:
 * the folder of the file, installed packs, libraries named by the user; the first that has a library of the name gives
 * all its files. Only the head of a file is read for this; the file itself is loaded when something in it is asked for.
 */
public final class LibraryIndex {

    /** So deep are folders searched; a file in a home folder must not mean reading all of it. */
    private static final int DEPTH = 4;

    /** For each place, by its path, the names of the libraries in it, each with its files. */
    private final Map<Path, Map<String, List<URI>>> places = new LinkedHashMap<>();

    private final List<Path> libraries = new ArrayList<>();
    /** The names of the libraries of packs, each with its files. */
    private final Map<String, List<URI>> packs = new LinkedHashMap<>();

    /** The index of a resource set; an empty one the first time. */
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
     * Adds the folder of a file that is read: the first place for the «dùng» of its files.
     *
     * @throws IOException if the folder cannot be read
     */
    public void addFolder(Path folder) throws IOException {
        if (!places.containsKey(folder)) {
            places.put(folder, scan(folder));
        }
    }

    /**
     * Adds a folder or file as the next place to look in for all.
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
     * Adds a pack, whose files are read only.
     *
     * @param resources find the files of the pack by their addresses
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

    /** The files of a pack, none where there is no such pack. */
    List<URI> packFiles(String id) {
        return packs.values().stream()
                .flatMap(List::stream)
                .filter(file -> file.segment(0).equals(id))
                .toList();
    }

    private static Map<String, List<URI>> scan(Path folderOrFile) throws IOException {
        var place = new LinkedHashMap<String, List<URI>>();
        try (var files = Files.walk(folderOrFile, DEPTH)) {
            for (var file : files.filter(f -> f.toString().endsWith(".bieu") && Files.isRegularFile(f))
                    .sorted()
                    .toList()) {
                LibraryHeader.name(file)
                        .ifPresent(name -> place.computeIfAbsent(name, n -> new ArrayList<>())
                                .add(uri(file)));
            }
        }
        return place;
    }

    /** The URI under which a file is loaded. */
    public static URI uri(Path file) {
        return URI.createFileURI(file.toAbsolutePath().normalize().toString());
    }

    /**
     * The files of a library, or none if no place has it.
     *
     * @param from the file that asks
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
     * The names of all libraries that a file can use.
     *
     * @param from the file that asks
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
     * All files in the folder of a file and below it, whether they belong to a library or not: who wants to know where
     * something of the file is used asks them.
     *
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
     * Loads the libraries that a file uses, and those that they use: names in expressions are no references, which
     * would do so.
     *
     * @return the file and all that was loaded
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
