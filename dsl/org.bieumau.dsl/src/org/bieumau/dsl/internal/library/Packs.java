/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.library;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bieumau.core.internal.resolved.LibraryRules;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.registry.Registry;
import org.bieumau.model.Document;
import org.bieumau.model.Form;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Province;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.XtextSyntaxDiagnostic;

/** Determines which province packs apply to a file. */
public final class Packs {

    private Packs() {}

    /**
     * Returns the ids of the packs that apply to a file: the pack that contains it, the packs whose libraries it uses,
     * and the packs of the provinces of its documents and forms.
     */
    public static Set<String> of(Library library) {
        var ids = new TreeSet<String>();
        var resource = library.eResource();
        if (resource == null) {
            return ids;
        }
        addPack(resource.getURI(), ids);
        if (resource.getResourceSet() != null) {
            var index = LibraryIndex.of(resource.getResourceSet());
            library.getUses().stream()
                    .filter(use -> use.getLibraryName() != null)
                    .forEach(use ->
                            index.files(use.getLibraryName(), resource.getURI()).forEach(file -> addPack(file, ids)));
        }
        library.getElements().forEach(element -> ofProvince(element, ids));
        return ids;
    }

    /** Returns whether a pack that applies to a file accepts no violations. */
    public static boolean areStrict(Library library) {
        if (library.eResource() == null) {
            return false;
        }
        var ids = of(library);
        var registry = Registry.of(library);
        return registry.provinces().stream()
                .anyMatch(pack -> ids.contains(pack.id())
                        && registry.call(pack, pack::strict).orElse(false));
    }

    private static void ofProvince(LibraryElement element, Set<String> ids) {
        var province = province(element);
        if (province != null && province.getCode() != null) {
            Registry.of(element).packsOf(province.getCode()).forEach(pack -> ids.add(pack.id()));
        }
    }

    /** Returns the province of a document or form; null if it has none. */
    public static Province province(LibraryElement element) {
        return switch (element) {
            case Document document -> ResolvedDocument.of(document).province();
            case Form form -> LibraryRules.province(form);
            default -> null;
        };
    }

    /**
     * Loads the libraries of the packs of an element's province, so that their rules apply to it even if its file does
     * not use them.
     */
    public static void loadFor(LibraryElement element) {
        var resource = element.eResource();
        var ids = new TreeSet<String>();
        ofProvince(element, ids);
        if (resource != null && resource.getResourceSet() != null) {
            var index = LibraryIndex.of(resource.getResourceSet());
            ids.forEach(id -> index.packFiles(id)
                    .forEach(file -> index.loadUsed(resource.getResourceSet().getResource(file, true))));
        }
    }

    /**
     * Returns the files with syntax errors among those that a file uses, directly or indirectly, and those of the packs
     * of its provinces.
     */
    public static List<Resource> broken(Library library) {
        var resource = library.eResource();
        if (resource == null || resource.getResourceSet() == null) {
            return List.of();
        }
        var index = LibraryIndex.of(resource.getResourceSet());
        var files = new LinkedHashSet<>(index.loadUsed(resource));
        var ids = new TreeSet<String>();
        library.getElements().forEach(element -> ofProvince(element, ids));
        ids.forEach(id -> index.packFiles(id)
                .forEach(file ->
                        files.addAll(index.loadUsed(resource.getResourceSet().getResource(file, true)))));
        files.remove(resource);
        return files.stream()
                .filter(file -> file.getErrors().stream().anyMatch(XtextSyntaxDiagnostic.class::isInstance))
                .toList();
    }

    private static void addPack(URI file, Set<String> ids) {
        if (file != null && LibraryRules.PACK_SCHEME.equals(file.scheme()) && file.segmentCount() > 1) {
            ids.add(file.segment(0));
        }
    }

    /** Returns the URI of a file of a pack. The name of the file may contain folders, and any characters. */
    static URI uri(String pack, String file) {
        var segments = Stream.concat(
                Stream.of(pack), Arrays.stream(file.split("/")).map(segment -> URI.encodeSegment(segment, false)));
        return URI.createHierarchicalURI(
                LibraryRules.PACK_SCHEME, null, null, segments.toArray(String[]::new), null, null);
    }
}
