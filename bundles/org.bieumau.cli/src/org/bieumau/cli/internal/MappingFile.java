/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.bieumau.core.internal.export.WholeFile;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.ide.internal.imports.FoundTemplate;
import org.bieumau.dsl.ide.internal.imports.MappingText;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.dsl.library.ExportRun;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Mapping;
import org.bieumau.model.Severity;
import org.bieumau.reading.internal.match.Decision;
import org.bieumau.reading.internal.match.FormMatch;
import org.bieumau.reading.internal.match.KnownLabels;

/** A .bieu file with the labels that the user assigned to columns (<i>ánh xạ</i>). */
final class MappingFile {

    private final Path file;
    private final List<LibraryElement> elements = new ArrayList<>();

    /**
     * Reads the file.
     *
     * @param file the file, which need not exist yet; null for none
     * @param templates the templates that it may be for
     * @param problems receives the problems of its text
     * @throws ProblemException if it cannot be read at all
     */
    MappingFile(Path file, BieuReader reader, List<FoundTemplate> templates, Consumer<Problem> problems)
            throws ProblemException {
        this.file = file;
        if (file == null || !Files.exists(file)) {
            return;
        }
        var text = reader.read(file);
        text.problems().forEach(problems);
        elements.addAll(text.elements());
        if (!text.hasErrors() && !isFor(templates)) {
            var name = templates.size() == 1 ? templates.getFirst().template().getName() : "…";
            problems.accept(new Problem(
                    "MAP-NOTHING",
                    Severity.WARNING,
                    CliMessages.ALL.text("MAP-NOTHING", name),
                    Place.of(file.toString())));
        }
    }

    /** Returns whether the file has a mapping for one of the templates. */
    private boolean isFor(List<FoundTemplate> templates) {
        return templates.stream()
                .anyMatch(each -> elements.stream()
                        .anyMatch(element -> element instanceof Mapping mapping
                                && MappingText.isSame(mapping.getTemplate(), each.template())));
    }

    /** Returns the labels that are assigned to the columns of a template. */
    KnownLabels of(FormTemplate template) {
        var known = new KnownLabels();
        MappingText.read(elements, template, known);
        return known;
    }

    /**
     * Writes the decisions about the columns of tables. Open decisions become comments to complete. An existing file is
     * not changed, since the user may have edited it.
     */
    void write(FoundTemplate chosen, List<FormMatch> tables) throws ProblemException {
        if (file == null || Files.exists(file)) {
            return;
        }
        var name = "ÁnhXạ" + chosen.template().getName();
        var mapping = MappingText.of(name, chosen.template(), tables, EnumSet.allOf(Decision.Kind.class))
                .orElse("");
        try {
            WholeFile.write(file, "phiên bản 2\n\ndùng " + chosen.library() + "\n\n" + mapping);
        } catch (IOException e) {
            throw new ProblemException(ExportRun.unwritable(file, e), e);
        }
    }
}
