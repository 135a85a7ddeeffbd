/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.bieumau.core.layout.Block.PageStart;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.Progress;
import org.bieumau.ooxml.internal.OoxmlPackage;

/** Exports layouts as Word documents (DOCX). */
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
        var lists = new Lists();
        var notes = new Notes();
        file.part("/word/styles.xml", TYPE + "styles+xml", styles::write);
        file.part("/word/header1.xml", TYPE + "header+xml", SmallParts::pageNumberHeader);
        file.part("/word/numbering.xml", TYPE + "numbering+xml", xml -> lists.write(xml, layout));
        try (var blocks = layout.open()) {
            var first = blocks.next();
            var mirrored = first instanceof PageStart start && start.page().mirrored();
            file.part("/word/settings.xml", TYPE + "settings+xml", xml -> SmallParts.settings(xml, mirrored));
            // The footer parts exist only if the first page has a footer.
            var foot = first instanceof PageStart start ? start.foot() : List.<Paragraph>of();
            file.part("/word/footnotes.xml", TYPE + "footnotes+xml", notes::write);
            file.relate(null, "officeDocument", DOCUMENT);
            file.relate(DOCUMENT, "styles", "/word/styles.xml");
            file.relate(DOCUMENT, "settings", "/word/settings.xml");
            expect(DocumentPart.HEADER, file.relate(DOCUMENT, "header", "/word/header1.xml"));
            file.relate(DOCUMENT, "numbering", "/word/numbering.xml");
            if (!foot.isEmpty()) {
                file.part("/word/footer1.xml", TYPE + "footer+xml", xml -> SmallParts.foot(xml, foot));
                file.part("/word/footer2.xml", TYPE + "footer+xml", xml -> SmallParts.foot(xml, List.of()));
                expect(DocumentPart.FOOT, file.relate(DOCUMENT, "footer", "/word/footer1.xml"));
                expect(DocumentPart.NO_FOOT, file.relate(DOCUMENT, "footer", "/word/footer2.xml"));
            }
            file.relate(DOCUMENT, "footnotes", "/word/footnotes.xml");
            var charts = Charts.add(file, DOCUMENT, layout);
            file.part(
                    DOCUMENT,
                    TYPE + "document.main+xml",
                    xml -> new DocumentPart(xml, layout, lists, notes, charts, !foot.isEmpty(), progress)
                            .write(first, blocks));
            file.save(out);
        }
    }

    private static void expect(String expected, String id) {
        if (!id.equals(expected)) {
            throw new IllegalStateException("relationship id " + id + " instead of " + expected);
        }
    }
}
