/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItems;
import org.bieumau.core.spi.Importer;
import org.bieumau.core.spi.Progress;

/** Reads workbooks of Excel 97 to 2003 (BIFF8), and web pages under their names. */
public final class XlsImporter implements Importer {

    @Override
    public String id() {
        return "xls";
    }

    @Override
    public String title() {
        return LegacyMessages.ALL.text("title.xls");
    }

    @Override
    public Set<String> extensions() {
        return Set.of("xls", "xlt");
    }

    @Override
    public SourceItems open(Path file, Progress progress) throws IOException, ProblemException {
        PoiLog.silence();
        if (FileKind.of(file) == FileKind.HTML) {
            return HtmlItems.open(file, progress);
        }
        var book = CompoundFile.workbook(file, files -> new HSSFWorkbook(files, false));
        return new XlsItems(file, book, progress);
    }
}
