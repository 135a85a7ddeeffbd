/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.spi.Progress;
import org.docx4j.TextUtils;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;

/**
 * Reads the cells of a Word document. The reference inflates the same parts and scans them with the StAX parser of the
 * JDK without using the result.
 */
final class DocumentReaders {

    private DocumentReaders() {}

    /** Returns the readers, of which the first is the reference. */
    static List<Reader> all() {
        return List.of(
                new Reader("JDK StAX", DocumentReaders::stax),
                new Reader("Biểu Mẫu", DocumentReaders::own),
                new Reader("POI XWPF", DocumentReaders::poi),
                new Reader("docx4j", DocumentReaders::docx4j));
    }

    static long stax(Path file) throws IOException, XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        var characters = 0L;
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                try (var in = zip.getInputStream(entry)) {
                    var xml = factory.createXMLStreamReader(in);
                    while (xml.hasNext()) {
                        if (xml.next() == XMLStreamConstants.CHARACTERS) {
                            characters += xml.getTextLength();
                        }
                    }
                }
            }
        }
        return characters;
    }

    private static long own(Path file) throws Exception {
        var importer = Registry.installed().importers().stream()
                .filter(each -> each.id().equals("docx"))
                .findFirst()
                .orElseThrow();
        var characters = 0L;
        try (var items = importer.open(file, Progress.NONE)) {
            for (var item = items.next(); item != null; item = items.next()) {
                if (item instanceof SourceItem.Row row) {
                    for (var cell : row.cells()) {
                        characters += cell.shown().length();
                    }
                }
            }
        }
        return characters;
    }

    private static long poi(Path file) throws IOException {
        var characters = 0L;
        try (var in = Files.newInputStream(file);
                var document = new XWPFDocument(in)) {
            for (var table : document.getTables()) {
                for (var row : table.getRows()) {
                    for (var cell : row.getTableCells()) {
                        characters += cell.getText().length();
                    }
                }
            }
        }
        return characters;
    }

    private static long docx4j(Path file) throws Exception {
        var document = WordprocessingMLPackage.load(file.toFile());
        return TextUtils.getText(document.getMainDocumentPart().getJaxbElement())
                .length();
    }
}
