/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItem;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.reading.internal.document.DocumentImport;
import org.bieumau.reading.internal.document.DocumentReading;
import org.bieumau.reading.internal.document.KnownAgency;
import org.bieumau.reading.internal.grid.SourceFile;

/** Reads files of word processors as documents, not as forms. */
final class DocumentChoice {

    private final CommonOptions common;
    private final BieuReader reader;
    private final List<Path> libraries;
    private List<KnownAgency> agencies;

    DocumentChoice(CommonOptions common, BieuReader reader, List<Path> libraries) {
        this.common = common;
        this.reader = reader;
        this.libraries = libraries;
    }

    /** Returns whether the name of a file is that of a workbook, which has no documents. */
    static boolean isWorkbook(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(xlsx?|xlsm|csv)");
    }

    List<SourceItem> items(Path file) throws ProblemException {
        try (var progress = new ConsoleProgress(common.err(), file.getFileName().toString())) {
            return SourceFile.items(file, common.registry(), progress);
        }
    }

    /** Reads a document. */
    DocumentReading read(List<SourceItem> items, Path file, String name) throws ProblemException {
        if (agencies == null) {
            agencies = new KnownAgencies(common, reader).find(libraries);
        }
        return new DocumentImport(common.registry(), agencies).read(items, file.toString(), name);
    }
}
