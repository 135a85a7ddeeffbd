/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItems;
import org.bieumau.core.spi.Importer;
import org.bieumau.core.spi.Progress;
import org.bieumau.ooxml.internal.reading.Limits;
import org.bieumau.ooxml.internal.reading.OpcPackage;

/** Reads Excel workbooks (XLSX): each sheet as a table, row by row. */
public final class XlsxImporter implements Importer {

    @Override
    public String id() {
        return "xlsx";
    }

    @Override
    public String title() {
        return "Microsoft Excel (XLSX)";
    }

    @Override
    public Set<String> extensions() {
        return Set.of("xlsx", "xlsm", "xltx", "xltm");
    }

    @Override
    public SourceItems open(Path file, Progress progress) throws IOException, ProblemException {
        var parts = OpcPackage.open(file, Limits.DEFAULT);
        try {
            return WorkbookItems.open(parts, progress);
        } catch (IOException | ProblemException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }
}
