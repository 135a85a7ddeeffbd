/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx;

import java.io.IOException;
import java.io.OutputStream;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.Progress;
import org.bieumau.ooxml.OoxmlPackage;

/** Writes Word documents. */
public final class DocxExporter implements Exporter {

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String DOCUMENT = "/word/document.xml";

    @Override
    public String id() {
        return "docx";
    }

    @Override
    public String title() {
        return "Microsoft Word (DOCX)";
    }

    @Override
    public void export(Layout layout, OutputStream out, Progress progress) throws IOException {
        var file = new OoxmlPackage(layout.title(), layout.author(), layout.day());
        var styles = new StylesPart(layout);
        file.part("/word/styles.xml", TYPE + "styles+xml", styles::write);
        file.part("/word/settings.xml", TYPE + "settings+xml", SmallParts::settings);
        file.part("/word/header1.xml", TYPE + "header+xml", SmallParts::pageNumberHeader);
        try (var blocks = layout.open()) {
            file.part(DOCUMENT, TYPE + "document.main+xml", xml -> new DocumentPart(xml, progress).write(blocks));
            file.relate(null, "officeDocument", DOCUMENT);
            file.relate(DOCUMENT, "styles", "/word/styles.xml");
            file.relate(DOCUMENT, "settings", "/word/settings.xml");
            var header = file.relate(DOCUMENT, "header", "/word/header1.xml");
            if (!header.equals(DocumentPart.HEADER)) {
                throw new IllegalStateException(header);
            }
            file.save(out);
        }
    }
}
