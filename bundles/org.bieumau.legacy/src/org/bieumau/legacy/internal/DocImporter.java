/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.poi.hwpf.HWPFDocument;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItems;
import org.bieumau.core.spi.Importer;
import org.bieumau.core.spi.Progress;

/** Reads documents of Word 97 to 2003, and web pages under their names. */
public final class DocImporter implements Importer {

    @Override
    public String id() {
        return "doc";
    }

    @Override
    public String title() {
        return LegacyMessages.ALL.text("title.doc");
    }

    @Override
    public Set<String> extensions() {
        return Set.of("doc", "dot");
    }

    @Override
    public SourceItems open(Path file, Progress progress) throws IOException, ProblemException {
        PoiLog.silence();
        if (FileKind.of(file) == FileKind.HTML) {
            return HtmlItems.open(file, progress);
        }
        return CompoundFile.document(
                file, files -> ListedItems.of(new DocReader(file, new HWPFDocument(files), progress).read()));
    }
}
