/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.FopFactoryBuilder;
import org.apache.fop.configuration.DefaultConfigurationBuilder;
import org.librepdf.openpdf.fonts.Liberation;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfWriter;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** Writes a table as PDF with other libraries, in Liberation Serif on A4 landscape, with a repeated header. */
final class Pages {

    private static final String FONT = "LiberationSerif-Regular.ttf";
    private static final String FO = "http://www.w3.org/1999/XSL/Format";
    /** Number of rows after which a large table is written to the page. */
    private static final int PART = 200;

    private Pages() {}

    private static byte[] font() throws IOException {
        try (var in = Liberation.class.getResourceAsStream("/liberation/" + FONT)) {
            return in.readAllBytes();
        }
    }

    /** Returns the writer whose font is read once. */
    static Writer openPdf() throws IOException {
        var base = BaseFont.createFont(FONT, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, font(), null);
        base.setSubset(true);
        return new Writer("OpenPDF", (table, out) -> openPdf(table, new Font(base, 12), out));
    }

    private static void openPdf(Table table, Font font, OutputStream out) throws IOException {
        var document = new Document(PageSize.A4.rotate());
        PdfWriter.getInstance(document, new Uncloseable(out));
        document.open();
        document.add(new Paragraph(table.title(), font));
        var widths = new float[table.columns().size()];
        for (int c = 0; c < widths.length; c++) {
            widths[c] = table.columns().get(c).millimetres();
        }
        var grid = new PdfPTable(widths);
        grid.setWidthPercentage(100);
        grid.setHeaderRows(1);
        grid.setComplete(false);
        for (var column : table.columns()) {
            grid.addCell(new PdfPCell(new Phrase(column.title(), font)));
        }
        for (int r = 0; r < table.count(); r++) {
            for (int c = 0; c < widths.length; c++) {
                grid.addCell(new PdfPCell(new Phrase(Documents.text(table, r, c), font)));
            }
            if (r % PART == PART - 1) {
                document.add(grid);
            }
        }
        grid.setComplete(true);
        document.add(grid);
        document.close();
    }

    /** Returns the number of pages of a file. */
    static int count(Writer writer, Table table) throws Exception {
        var file = new ByteArrayOutputStream();
        writer.action().write(table, file);
        try (var reader = new PdfReader(file.toByteArray())) {
            return reader.getNumberOfPages();
        }
    }

    /** Returns the writer whose configuration is read once. */
    static Writer fop() throws Exception {
        var folder = Files.createTempDirectory("fop");
        var font = Files.write(folder.resolve(FONT), font());
        var configuration =
                Files.writeString(folder.resolve("fop.xml"), """
                <fop><renderers><renderer mime="application/pdf"><fonts>
                <font kerning="no" embed-url="%s"><font-triplet name="Serif" style="normal" weight="normal"/></font>
                </fonts></renderer></renderers></fop>
                """.formatted(font.toUri()), StandardCharsets.UTF_8);
        var factory = factory(configuration);
        for (var file : new Path[] {font, configuration, folder}) {
            file.toFile().deleteOnExit();
        }
        return new Writer("FOP", (table, out) -> {
            var fop = factory.newFop("application/pdf", new Uncloseable(out));
            new Objects(table, fop.getDefaultHandler()).write();
        });
    }

    private static FopFactory factory(Path configuration) throws Exception {
        try (var in = Files.newInputStream(configuration)) {
            return new FopFactoryBuilder(configuration.toUri())
                    .setConfiguration(new DefaultConfigurationBuilder().build(in))
                    .build();
        }
    }

    /** Sends the formatting objects of a table to FOP as events. */
    private static final class Objects {

        private final Table table;
        private final ContentHandler handler;

        Objects(Table table, ContentHandler handler) {
            this.table = table;
            this.handler = handler;
        }

        void write() throws SAXException {
            handler.startDocument();
            handler.startPrefixMapping("fo", FO);
            start("root", "font-family", "Serif", "font-size", "12pt");
            start("layout-master-set");
            start(
                    "simple-page-master",
                    "master-name",
                    "page",
                    "page-width",
                    "297mm",
                    "page-height",
                    "210mm",
                    "margin",
                    "12mm");
            start("region-body");
            end("region-body");
            end("simple-page-master");
            end("layout-master-set");
            start("page-sequence", "master-reference", "page");
            start("flow", "flow-name", "xsl-region-body");
            text("block", table.title());
            start("table", "table-layout", "fixed", "width", "100%");
            for (var column : table.columns()) {
                start("table-column", "column-width", "proportional-column-width(" + column.millimetres() + ")");
                end("table-column");
            }
            start("table-header");
            start("table-row");
            for (var column : table.columns()) {
                cell(column.title());
            }
            end("table-row");
            end("table-header");
            start("table-body");
            for (int r = 0; r < table.count(); r++) {
                start("table-row");
                for (int c = 0; c < table.columns().size(); c++) {
                    cell(Documents.text(table, r, c));
                }
                end("table-row");
            }
            end("table-body");
            end("table");
            end("flow");
            end("page-sequence");
            end("root");
            handler.endDocument();
        }

        private void cell(String text) throws SAXException {
            start("table-cell", "border", "0.5pt solid black", "padding", "2pt");
            text("block", text);
            end("table-cell");
        }

        private void text(String name, String text) throws SAXException {
            start(name);
            handler.characters(text.toCharArray(), 0, text.length());
            end(name);
        }

        private void start(String name, String... attributes) throws SAXException {
            var list = new AttributesImpl();
            for (int i = 0; i < attributes.length; i += 2) {
                list.addAttribute(XMLConstants.NULL_NS_URI, attributes[i], attributes[i], "CDATA", attributes[i + 1]);
            }
            handler.startElement(FO, name, "fo:" + name, list);
        }

        private void end(String name) throws SAXException {
            handler.endElement(FO, name, "fo:" + name);
        }
    }
}
