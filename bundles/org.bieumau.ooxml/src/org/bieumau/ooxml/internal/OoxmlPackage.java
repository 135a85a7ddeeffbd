/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An Office Open XML package being written (ECMA-376, part 2): a ZIP file with content types, relationships and
 * document properties. The parts are streamed into the ZIP file when the package is saved, so memory use does not
 * depend on their size. The same content gives the same bytes.
 */
public final class OoxmlPackage {

    /** Writes the content of a part. */
    @FunctionalInterface
    public interface Content {
        void write(XmlWriter xml) throws IOException;
    }

    /** Takes a third of the time of the default level, for files a sixth larger. */
    private static final int DEFLATE_LEVEL = 2;

    /** Modification time of every ZIP entry. It is fixed so that the bytes depend on the content only. */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 12, 0);

    private static final Pattern PART_NAME = Pattern.compile("(/[A-Za-z0-9_-]+)+\\.[a-z]+");
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /** The package itself as the source of relationships. */
    private static final String ROOT = "/";

    /** Writes the bytes of a part. */
    @FunctionalInterface
    public interface Bytes {
        void write(OutputStream out) throws IOException;
    }

    /** @param late whether the part is written after those that are not */
    private record Part(String contentType, Bytes content, boolean late) {}

    private record Relationship(String type, String target) {}

    private final Map<String, Part> parts = new TreeMap<>();
    /** The relationships of each part, in order; the number of a relationship is its id. */
    private final Map<String, List<Relationship>> relationships = new HashMap<>();

    /**
     * Creates an empty package with its document properties.
     *
     * @param title the title
     * @param author the author, usually the issuing agency
     * @param created the date of the document, used as creation and modification date. The day of writing would change
     *     the bytes.
     */
    public OoxmlPackage(String title, String author, LocalDate created) {
        part(
                "/docProps/app.xml",
                "application/vnd.openxmlformats-officedocument.extended-properties+xml",
                xml -> xml.start("Properties")
                        .attribute("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
                        .start("Application")
                        .text("Biểu Mẫu")
                        .end()
                        .end());
        relate(null, "extended-properties", "/docProps/app.xml");
        part(
                "/docProps/core.xml",
                "application/vnd.openxmlformats-package.core-properties+xml",
                xml -> writeProperties(xml, title, author, created));
        add(ROOT, PACKAGE + "relationships/metadata/core-properties", "/docProps/core.xml");
    }

    private static void writeProperties(XmlWriter xml, String title, String author, LocalDate created)
            throws IOException {
        xml.start("cp:coreProperties")
                .attribute("xmlns:cp", PACKAGE + "metadata/core-properties")
                .attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
                .attribute("xmlns:dcterms", "http://purl.org/dc/terms/")
                .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        xml.start("dc:title").text(title).end();
        xml.start("dc:creator").text(author).end();
        xml.start("dc:language").text("vi-VN").end();
        for (var moment : List.of("dcterms:created", "dcterms:modified")) {
            xml.start(moment)
                    .attribute("xsi:type", "dcterms:W3CDTF")
                    .text(created + "T00:00:00Z")
                    .end();
        }
        xml.end();
    }

    /**
     * Adds a part. Its content is requested when the package is saved.
     *
     * @param name the absolute name, such as <code>/word/document.xml</code>
     * @throws IllegalArgumentException if the name is not a valid part name, or there is such a part
     */
    public void part(String name, String contentType, Content content) {
        add(name, new Part(contentType, bytes(content), false));
    }

    /**
     * Adds a part that is written after all others, since its content is known only then.
     *
     * @throws IllegalArgumentException if the name is not a valid part name, or there is such a part
     */
    public void latePart(String name, String contentType, Content content) {
        add(name, new Part(contentType, bytes(content), true));
    }

    /**
     * Adds a part that is not XML, such as an embedded file.
     *
     * @throws IllegalArgumentException if the name is not a valid part name, or there is such a part
     */
    public void binaryPart(String name, String contentType, Bytes content) {
        add(name, new Part(contentType, content, false));
    }

    private void add(String name, Part part) {
        check(name);
        if (parts.putIfAbsent(name, part) != null) {
            throw new IllegalArgumentException(name);
        }
    }

    private static Bytes bytes(Content content) {
        return out -> {
            var xml = new XmlWriter(out);
            content.write(xml);
            xml.finish();
        };
    }

    private static void check(String name) {
        if (!PART_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(name);
        }
    }

    /**
     * Adds a relationship between two parts.
     *
     * @param from the name of the source part, or null for the package itself
     * @param type the last segment of the relationship type, such as <code>styles</code>
     * @param to the name of the target part
     * @return the id of the relationship
     * @throws IllegalArgumentException if a name is not a valid part name
     */
    public String relate(String from, String type, String to) {
        if (from != null) {
            check(from);
        }
        check(to);
        return add(from == null ? ROOT : from, OFFICE + type, to);
    }

    private String add(String from, String type, String to) {
        var all = relationships.computeIfAbsent(from, source -> new ArrayList<>());
        all.add(new Relationship(type, to));
        return id(all.size());
    }

    private static String id(int number) {
        return "rId" + number;
    }

    /**
     * Writes the package and leaves the stream open.
     *
     * @throws IOException if the content of a part or the stream fails
     * @throws CancellationException if the content of a part was cancelled
     */
    public void save(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        zip.setLevel(DEFLATE_LEVEL);
        write(zip, "[Content_Types].xml", bytes(this::writeContentTypes));
        writeRelationships(zip, ROOT);
        writeParts(zip, false);
        writeParts(zip, true);
        zip.finish();
    }

    private void writeParts(ZipOutputStream zip, boolean late) throws IOException {
        for (var part : parts.entrySet()) {
            if (part.getValue().late() == late) {
                write(zip, part.getKey().substring(1), part.getValue().content());
                writeRelationships(zip, part.getKey());
            }
        }
    }

    private static void write(ZipOutputStream zip, String name, Bytes content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
        content.write(zip);
        zip.closeEntry();
    }

    private void writeContentTypes(XmlWriter xml) throws IOException {
        xml.start("Types").attribute("xmlns", PACKAGE + "content-types");
        xml.start("Default")
                .attribute("Extension", "rels")
                .attribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")
                .end();
        xml.start("Default")
                .attribute("Extension", "xml")
                .attribute("ContentType", "application/xml")
                .end();
        for (var part : parts.entrySet()) {
            xml.start("Override")
                    .attribute("PartName", part.getKey())
                    .attribute("ContentType", part.getValue().contentType())
                    .end();
        }
        xml.end();
    }

    private void writeRelationships(ZipOutputStream zip, String source) throws IOException {
        var all = relationships.get(source);
        if (all == null) {
            return;
        }
        var folder = source.substring(0, source.lastIndexOf('/') + 1);
        var name = folder + "_rels/" + source.substring(folder.length()) + ".rels";
        Content content = xml -> {
            xml.start("Relationships").attribute("xmlns", PACKAGE + "relationships");
            for (int i = 0; i < all.size(); i++) {
                var target = all.get(i).target();
                xml.start("Relationship")
                        .attribute("Id", id(i + 1))
                        .attribute("Type", all.get(i).type())
                        .attribute("Target", target.startsWith(folder) ? target.substring(folder.length()) : target)
                        .end();
            }
            xml.end();
        };
        write(zip, name.substring(1), bytes(content));
    }
}
