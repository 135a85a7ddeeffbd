/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.dsl.internal.library.LibraryIndex;
import org.bieumau.dsl.internal.reading.LibraryResources;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Agency;
import org.bieumau.model.Document;
import org.bieumau.reading.internal.document.KnownAgency;

/** Finds the agencies of the libraries that a file can use. */
public final class KnownAgencies {

    private final Registry registry;
    private final BieuReader reader;

    /** @param reader the reader whose objects the agencies are */
    public KnownAgencies(Registry registry, BieuReader reader) {
        this.registry = registry;
        this.reader = reader;
    }

    /**
     * Returns the agencies of the libraries around a file and of the given ones.
     *
     * @param file the file that will refer to the agencies, which need not exist yet
     */
    public List<KnownAgency> find(Path file, List<Path> libraries) throws ProblemException {
        var resources = new LibraryResources(libraries, registry);
        resources.lookAround(file);
        var index = LibraryIndex.of(resources.resources());
        var from = LibraryIndex.uri(file);
        var found = new ArrayList<KnownAgency>();
        for (var library : index.names(from)) {
            var names = new ArrayList<String>();
            for (var each : Libraries.readable(index.files(library, from), resources.resources())) {
                Libraries.named(each, Agency.class).forEach(agency -> names.add(agency.getName()));
            }
            load(library, names, found);
        }
        return found;
    }

    /** Loads agencies by the references of documents to them. */
    private void load(String library, List<String> names, List<KnownAgency> found) throws ProblemException {
        if (names.isEmpty()) {
            return;
        }
        var text = new StringBuilder("phiên bản 2\n\ndùng " + library + "\n\n");
        for (int i = 0; i < names.size(); i++) {
            text.append("công văn n" + i + " { cơ quan ban hành " + names.get(i) + " }\n");
        }
        for (var element : reader.read(text.toString()).elements()) {
            if (element instanceof Document document
                    && document.getAgency() != null
                    && !document.getAgency().eIsProxy()) {
                found.add(new KnownAgency(library, document.getAgency()));
            }
        }
    }
}
