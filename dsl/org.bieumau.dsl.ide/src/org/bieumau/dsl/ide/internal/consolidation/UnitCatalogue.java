/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.consolidation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.bieumau.core.internal.value.Terms;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.dsl.internal.library.LibraryIndex;
import org.bieumau.dsl.internal.reading.LibraryResources;
import org.bieumau.model.Agency;
import org.bieumau.model.Term;
import org.bieumau.model.Vocabulary;

/** Lists of units that a campaign can use: vocabularies, and the agencies below an agency. */
public final class UnitCatalogue {

    /**
     * A list of units.
     *
     * @param library the name of the library that defines it, for «dùng»
     * @param name the name of the vocabulary; an empty string for agencies
     * @param title the vocabulary, or the agency above
     * @param names the names of the agencies; none for a vocabulary
     * @param titles the units as printed
     */
    public record UnitList(String library, String name, String title, List<String> names, List<String> titles) {}

    private UnitCatalogue() {}

    /**
     * Returns the lists available to a file: those of its folder and of packs.
     *
     * @param file the file, which need not exist yet
     * @throws ProblemException if its folder cannot be read
     */
    public static List<UnitList> of(Path file, Registry registry) throws ProblemException {
        var resources = new LibraryResources(List.of(), registry);
        resources.lookAround(file);
        var index = LibraryIndex.of(resources.resources());
        var from = LibraryIndex.uri(file);
        var found = new ArrayList<UnitList>();
        for (var library : index.names(from)) {
            for (var each : Libraries.readable(index.files(library, from), resources.resources())) {
                Libraries.named(each, Vocabulary.class).forEach(list -> add(library, list, found));
                addAgencies(library, Libraries.named(each, Agency.class), found);
            }
        }
        return found;
    }

    private static void add(String library, Vocabulary list, List<UnitList> found) {
        var titles = Terms.of(list).stream()
                .filter(term -> term.getName() != null && term.getTitle() != null)
                .map(Term::getTitle)
                .toList();
        if (!titles.isEmpty()) {
            found.add(new UnitList(
                    library,
                    list.getName(),
                    list.getTitle() == null ? list.getName() : list.getTitle(),
                    List.of(),
                    titles));
        }
    }

    /** Agencies below the same agency are a list. */
    private static void addAgencies(String library, List<Agency> agencies, List<UnitList> found) {
        var byParent = new LinkedHashMap<String, List<Agency>>();
        for (var agency : agencies) {
            if (agency.getSuperior() != null && !agency.getSuperior().eIsProxy() && agency.getTitle() != null) {
                byParent.computeIfAbsent(agency.getSuperior().getTitle(), key -> new ArrayList<>())
                        .add(agency);
            }
        }
        byParent.forEach((parent, below) -> {
            if (below.size() > 1) {
                found.add(new UnitList(
                        library,
                        "",
                        parent,
                        below.stream().map(Agency::getName).toList(),
                        below.stream().map(Agency::getTitle).toList()));
            }
        });
    }
}
