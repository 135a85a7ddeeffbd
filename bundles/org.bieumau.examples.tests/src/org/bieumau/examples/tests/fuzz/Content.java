/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.pdfbox.Loader;
import org.bieumau.examples.tests.PdfText;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads exported files and returns all their text. */
final class Content {

    /** Elements whose text is printed: of Word, of Excel (with numbers) and of the body of a page. */
    private static final Set<String> TEXT = Set.of("w:t", "t", "v", "body");

    private Content() {}

    /**
     * Returns the letters and digits of a file.
     *
     * @throws IOException if the file is not well-formed
     */
    static String letters(String format, byte[] file) throws IOException {
        return Letters.of(
                switch (format) {
                    case "pdf" -> pdf(file);
                    case "html" -> xml(new String(file, StandardCharsets.UTF_8).replaceFirst("<!DOCTYPE html>\n", ""));
                    default -> zip(file);
                });
    }

    private static String pdf(byte[] file) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            return String.join(" ", PdfText.words(document));
        }
    }

    private static String zip(byte[] file) throws IOException {
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var part = zip.readAllBytes();
                if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
                    text.append(xml(new InputSource(new ByteArrayInputStream(part)), entry.getName()));
                }
            }
        }
        if (text.isEmpty()) {
            throw new IOException("no text in the package");
        }
        return text.toString();
    }

    private static String xml(String text) throws IOException {
        return xml(new InputSource(new java.io.StringReader(text)), "page");
    }

    private static String xml(InputSource source, String part) throws IOException {
        var text = new StringBuilder();
        try {
            SAXParserFactory.newDefaultInstance().newSAXParser().parse(source, new DefaultHandler() {

                private int inside;

                @Override
                public void startElement(String uri, String local, String name, Attributes attributes) {
                    if (inside > 0 || TEXT.contains(name)) {
                        inside++;
                    }
                }

                @Override
                public void endElement(String uri, String local, String name) {
                    if (inside > 0) {
                        inside--;
                    }
                    if (name.equals("w:p") || name.equals("v") || name.equals("si")) {
                        text.append('\n');
                    }
                }

                @Override
                public void characters(char[] characters, int start, int length) {
                    if (inside > 0) {
                        text.append(characters, start, length);
                    }
                }
            });
        } catch (SAXException e) {
            throw new IOException(part + ": " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }
}
