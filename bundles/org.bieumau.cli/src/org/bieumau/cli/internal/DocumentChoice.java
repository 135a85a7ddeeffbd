/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItem;
import org.bieumau.dsl.ide.internal.imports.ElementName;
import org.bieumau.dsl.ide.internal.imports.FoundTemplate;
import org.bieumau.dsl.ide.internal.imports.KnownAgencies;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.FormTemplate;
import org.bieumau.reading.internal.document.DocumentImport;
import org.bieumau.reading.internal.document.DocumentReading;
import org.bieumau.reading.internal.document.KnownAgency;
import org.bieumau.reading.internal.document.KnownForms;
import org.bieumau.reading.internal.grid.SourceFile;

/** Reads files of word processors as documents, not as forms. */
final class DocumentChoice {

    private final CommonOptions common;
    private final BieuReader reader;
    private final Path here;
    private final List<Path> libraries;
    private final KnownForms forms;
    private List<KnownAgency> agencies;

    /** @param here the file that receives the documents, which need not exist yet */
    DocumentChoice(
            CommonOptions common, BieuReader reader, Path here, List<Path> libraries, List<FoundTemplate> templates) {
        this.common = common;
        this.reader = reader;
        this.here = here;
        this.libraries = libraries;
        var known = new LinkedHashMap<FormTemplate, String>();
        templates.forEach(each -> known.put(each.template(), each.library()));
        forms = new KnownForms(known, this::template);
    }

    List<SourceItem> items(Path file) throws ProblemException {
        try (var progress = new ConsoleProgress(common.err(), file.getFileName().toString())) {
            return SourceFile.items(file, common.registry(), progress);
        }
    }

    private FormTemplate template(String text, String name) throws ProblemException {
        return reader.read("phiên bản 2\n\n" + text)
                .element(FormTemplate.class, name)
                .orElseThrow();
    }

    /**
     * Reads a document.
     *
     * @param names names of elements that are taken; receives the new ones
     */
    DocumentReading read(List<SourceItem> items, Path file, Set<String> names) throws ProblemException {
        if (agencies == null) {
            agencies = new KnownAgencies(common.registry(), reader).find(here, libraries);
        }
        return new DocumentImport(common.registry(), agencies, forms)
                .read(items, file.toString(), ElementName.of(file, names), names);
    }
}
