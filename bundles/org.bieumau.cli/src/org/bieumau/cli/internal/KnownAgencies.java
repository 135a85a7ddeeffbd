/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.dsl.internal.library.LibraryIndex;
import org.bieumau.dsl.internal.reading.LibraryResources;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Agency;
import org.bieumau.model.Document;
import org.bieumau.reading.internal.document.KnownAgency;

/** Finds the agencies of the libraries that a file in the current folder can use. */
final class KnownAgencies {

    private final CommonOptions common;
    private final BieuReader reader;

    /** @param reader the reader whose objects the agencies are */
    KnownAgencies(CommonOptions common, BieuReader reader) {
        this.common = common;
        this.reader = reader;
    }

    List<KnownAgency> find(List<Path> libraries) throws ProblemException {
        var resources = new LibraryResources(libraries, common.registry());
        var here = Path.of("x.bieu").toAbsolutePath();
        resources.lookAround(here);
        var index = LibraryIndex.of(resources.resources());
        var from = LibraryIndex.uri(here);
        var found = new ArrayList<KnownAgency>();
        for (var library : index.names(from)) {
            var names = new ArrayList<String>();
            for (var file : Libraries.readable(index.files(library, from), resources.resources())) {
                Libraries.named(file, Agency.class).forEach(agency -> names.add(agency.getName()));
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
