/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.dsl.internal.library.LibraryIndex;
import org.bieumau.dsl.internal.reading.LibraryResources;
import org.bieumau.model.Agency;

/** Lists the agencies available to a file: those of the libraries in its folder and of packs. */
public final class AgencyCatalogue {

    /**
     * Agency that can issue a document. Texts that it does not have are empty.
     *
     * @param library the name of the library that defines it, for «dùng»
     * @param name the name of the element
     * @param superior the title of the agency above it
     */
    public record Entry(
            String library,
            String name,
            String title,
            String superior,
            String place,
            String abbreviation,
            List<Unit> units,
            List<Person> signers) {}

    /** Unit of an agency that drafts documents, with its code in symbols. */
    public record Unit(String name, String title, String code) {}

    /** Person who signs for an agency. */
    public record Person(String name, String position) {}

    private AgencyCatalogue() {}

    /**
     * Returns the agencies available to a file, in the order of their titles.
     *
     * @param file the file, which need not exist yet
     * @throws ProblemException if its folder cannot be read
     */
    public static List<Entry> of(Path file, Registry registry) throws ProblemException {
        var resources = new LibraryResources(List.of(), registry);
        resources.lookAround(file);
        var index = LibraryIndex.of(resources.resources());
        var from = LibraryIndex.uri(file);
        var found = new ArrayList<Entry>();
        for (var library : index.names(from)) {
            for (var each : Libraries.readable(index.files(library, from), resources.resources())) {
                Libraries.named(each, Agency.class).stream()
                        .filter(agency -> agency.getTitle() != null)
                        .forEach(agency -> found.add(entry(library, agency)));
            }
        }
        found.sort(Comparator.comparing(Entry::title, VietnameseText.order()).thenComparing(Entry::library));
        return found;
    }

    private static Entry entry(String library, Agency agency) {
        var superior = agency.getSuperior();
        return new Entry(
                library,
                agency.getName(),
                agency.getTitle(),
                superior == null || superior.eIsProxy() ? "" : text(superior.getTitle()),
                text(agency.getPlaceName()),
                text(agency.getAbbreviation()),
                agency.getUnits().stream()
                        .filter(unit -> unit.getName() != null && unit.getTitle() != null)
                        .map(unit -> new Unit(
                                unit.getName(),
                                unit.getTitle(),
                                unit.getAbbreviation() == null ? unit.getName() : unit.getAbbreviation()))
                        .toList(),
                agency.getSigners().stream()
                        .filter(signer -> signer.getPersonName() != null)
                        .map(signer -> new Person(signer.getPersonName(), text(signer.getPosition())))
                        .toList());
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
