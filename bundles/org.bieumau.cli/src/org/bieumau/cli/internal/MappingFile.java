/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.bieumau.core.internal.export.WholeFile;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.ide.internal.imports.FoundTemplate;
import org.bieumau.dsl.ide.internal.imports.MappingText;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.dsl.library.ExportRun;
import org.bieumau.model.FormTemplate;
import org.bieumau.reading.internal.match.Decision;
import org.bieumau.reading.internal.match.FormMatch;
import org.bieumau.reading.internal.match.KnownLabels;

/** A .bieu file with the labels that the user assigned to columns (<i>ánh xạ</i>). */
final class MappingFile {

    private final Path file;

    /** @param file the file, which need not exist yet; null for none */
    MappingFile(Path file) {
        this.file = file;
    }

    /** Reads the labels that are assigned to the columns of a template. */
    KnownLabels read(FormTemplate template, BieuReader reader) throws ProblemException {
        var known = new KnownLabels();
        if (file != null && Files.exists(file)) {
            MappingText.read(reader.read(file).elements(), template, known);
        }
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
