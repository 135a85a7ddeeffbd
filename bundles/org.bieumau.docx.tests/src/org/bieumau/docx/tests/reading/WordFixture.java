/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.tests.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Cell;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.bieumau.core.source.SourceItem.Row;
import org.bieumau.core.spi.Progress;
import org.bieumau.docx.internal.reading.DocxImporter;
import org.bieumau.testing.OfficeFile;

/** A small Word document for a test, made of the XML between the tags of its parts. */
final class WordFixture {

    static final String NAMESPACES = """
            xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
            xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
            xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
            xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
            xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
            xmlns:v="urn:schemas-microsoft-com:vml"
            xmlns:o="urn:schemas-microsoft-com:office:office"
            """;

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String MAIN = "/word/document.xml";

    private final OfficeFile file = new OfficeFile();
    private int relationships;

    private WordFixture(String body) {
        file.part(MAIN, TYPE + "document.main+xml", element("document", "<w:body>" + body + "</w:body>"));
        file.relate("/", "rId1", "officeDocument", "word/document.xml");
    }

    /** Returns a document with the given blocks. */
    static WordFixture of(String... body) {
        return new WordFixture(String.join("", body));
    }

    private static String element(String root, String content) {
        return "<w:" + root + " " + NAMESPACES + ">" + content + "</w:" + root + ">";
    }

    WordFixture styles(String... content) {
        return part("styles", "styles", "styles", String.join("", content));
    }

    WordFixture numbering(String... content) {
        return part("numbering", "numbering", "numbering", String.join("", content));
    }

    WordFixture settings(String... content) {
        return part("settings", "settings", "settings", String.join("", content));
    }

    WordFixture footnotes(String... content) {
        return part("footnotes", "footnotes", "footnotes", String.join("", content));
    }

    WordFixture endnotes(String... content) {
        return part("endnotes", "endnotes", "endnotes", String.join("", content));
    }

    WordFixture comments(String... content) {
        return part("comments", "comments", "comments", String.join("", content));
    }

    /** Adds a header or footer, whose relationship id is its name. */
    WordFixture margin(String name, boolean isHeader, String... content) {
        var type = isHeader ? "header" : "footer";
        file.part(
                "/word/" + name + ".xml",
                TYPE + type + "+xml",
                element(isHeader ? "hdr" : "ftr", String.join("", content)));
        file.relate(MAIN, name, type, name + ".xml");
        return this;
    }

    /** Adds the theme with its two fonts. */
    WordFixture theme(String major, String minor) {
        file.part(
                "/word/theme1.xml",
                "application/vnd.openxmlformats-officedocument.theme+xml",
                "<a:theme " + NAMESPACES
                        + "><a:themeElements><a:fontScheme><a:majorFont><a:latin typeface='%s'/></a:majorFont><a:minorFont><a:latin typeface='%s'/></a:minorFont></a:fontScheme></a:themeElements></a:theme>"
                                .formatted(major, minor));
        file.relate(MAIN, "theme", "theme", "theme1.xml");
        return this;
    }

    private WordFixture part(String name, String type, String root, String content) {
        file.part("/word/" + name + ".xml", TYPE + type + "+xml", element(root, content));
        file.relate(MAIN, "fixture" + ++relationships, type, name + ".xml");
        return this;
    }

    /** Returns a paragraph with one run. */
    static String p(String text) {
        return "<w:p>" + r(text) + "</w:p>";
    }

    /** Returns a paragraph with properties and runs. */
    static String p(String properties, String runs) {
        return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
    }

    /** Returns a run. */
    static String r(String text) {
        return "<w:r><w:t xml:space='preserve'>" + text + "</w:t></w:r>";
    }

    /** Returns a run with properties. */
    static String r(String properties, String text) {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space='preserve'>" + text + "</w:t></w:r>";
    }

    byte[] bytes() {
        return file.bytes();
    }

    /** Writes the document to a temporary file and reads it. */
    List<SourceItem> read() throws IOException, ProblemException {
        var temporary = Files.createTempFile("fixture", ".docx");
        try {
            return read(file.write(temporary));
        } finally {
            Files.delete(temporary);
        }
    }

    static List<SourceItem> read(Path path) throws IOException, ProblemException {
        var all = new ArrayList<SourceItem>();
        try (var items = new DocxImporter().open(path, Progress.NONE)) {
            for (var item = items.next(); item != null; item = items.next()) {
                all.add(item);
            }
        }
        return all;
    }

    /** Returns the paragraphs outside of tables. */
    List<Paragraph> paragraphs() throws IOException, ProblemException {
        return paragraphs(read());
    }

    static List<Paragraph> paragraphs(List<SourceItem> items) {
        return all(items, Paragraph.class);
    }

    static <T extends SourceItem> List<T> all(List<SourceItem> items, Class<T> kind) {
        return items.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Returns the only paragraph outside of tables. */
    Paragraph paragraph() throws IOException, ProblemException {
        var all = paragraphs();
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " paragraphs: " + all);
        }
        return all.getFirst();
    }

    /** Returns the texts of the paragraphs outside of tables, with their labels. */
    List<String> texts() throws IOException, ProblemException {
        return paragraphs().stream().map(WordFixture::text).toList();
    }

    static String text(Paragraph paragraph) {
        return paragraph.label().isEmpty() ? paragraph.text() : paragraph.label() + " " + paragraph.text();
    }

    /** Returns the rows of all tables. */
    static List<Row> rows(List<SourceItem> items) {
        return all(items, Row.class);
    }

    /** Returns the cells of a row as <code>column+span: text</code>. */
    static List<String> cells(Row row) {
        return row.cells().stream().map(WordFixture::describe).toList();
    }

    private static String describe(Cell cell) {
        return cell.column() + (cell.columnSpan() == 1 ? "" : "+" + cell.columnSpan()) + ": " + cell.shown();
    }
}
