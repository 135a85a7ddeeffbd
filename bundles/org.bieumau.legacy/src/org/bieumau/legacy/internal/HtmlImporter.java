/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItems;
import org.bieumau.core.spi.Importer;
import org.bieumau.core.spi.Progress;

/** Reads web pages saved by Word, Excel and other programs. */
public final class HtmlImporter implements Importer {

    @Override
    public String id() {
        return "html";
    }

    @Override
    public String title() {
        return LegacyMessages.ALL.text("title.html");
    }

    @Override
    public Set<String> extensions() {
        return Set.of("html", "htm");
    }

    @Override
    public SourceItems open(Path file, Progress progress) throws IOException, ProblemException {
        if (FileKind.of(file) != FileKind.HTML) {
            throw LegacyMessages.common(Place.of(file.toString()), "FILE-NOT-OFFICE", FileKind.extension(file));
        }
        return HtmlItems.open(file, progress);
    }
}
