/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.Amender;
import org.bieumau.core.source.SourceItems;
import org.bieumau.core.spi.Importer;
import org.bieumau.core.spi.Progress;
import org.bieumau.docx.internal.amending.DocxAmender;
import org.bieumau.ooxml.internal.reading.Limits;
import org.bieumau.ooxml.internal.reading.OpcPackage;

/** Reads Word documents (DOCX, and DOCM without its macros), transitional or strict. */
public final class DocxImporter implements Importer {

    @Override
    public String id() {
        return "docx";
    }

    @Override
    public String title() {
        return "Microsoft Word (DOCX)";
    }

    @Override
    public Set<String> extensions() {
        return Set.of("docx", "docm");
    }

    @Override
    public SourceItems open(Path file, Progress progress) throws IOException, ProblemException {
        var opc = OpcPackage.open(file, Limits.DEFAULT);
        try {
            return new DocxItems(new WordFile(opc), progress);
        } catch (IOException | ProblemException | RuntimeException e) {
            opc.close();
            throw e;
        }
    }

    @Override
    public Optional<Amender> amender() {
        return Optional.of(new DocxAmender());
    }
}
