/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds an Office Open XML package from the XML of its parts, valid or broken on purpose. */
public final class OfficeFile {

    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder types = new StringBuilder();
    private final Map<String, StringBuilder> relationships = new LinkedHashMap<>();

    /** Adds or replaces a part without a content type of its own, such as <code>/word/media/image1.png</code>. */
    public OfficeFile part(String name, byte[] content) {
        parts.put(name.substring(1), content);
        return this;
    }

    /**
     * Adds or replaces a part.
     *
     * @param name the absolute name
     * @param xml its content, without the XML declaration
     */
    public OfficeFile part(String name, String type, String xml) {
        types.append("<Override PartName='%s' ContentType='%s'/>".formatted(name, type));
        return part(name, ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Adds a relationship of a part, or of the package if <code>from</code> is <code>/</code>.
     *
     * @param type the last segment of its type
     */
    public OfficeFile relate(String from, String id, String type, String to) {
        relationships
                .computeIfAbsent(from, source -> new StringBuilder())
                .append("<Relationship Id='%s' Type='%s' Target='%s'%s/>"
                        .formatted(id, RELATIONSHIPS + type, to, to.contains("://") ? " TargetMode='External'" : ""));
        return this;
    }

    /** Returns the bytes of the ZIP file. */
    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            write(zip, "[Content_Types].xml", """
                    <Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>
                    <Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>
                    <Default Extension='xml' ContentType='application/xml'/>
                    <Default Extension='png' ContentType='image/png'/>
                    %s</Types>""".formatted(types).getBytes(StandardCharsets.UTF_8));
            for (var each : relationships.entrySet()) {
                var slash = each.getKey().lastIndexOf('/') + 1;
                write(
                        zip,
                        (each.getKey().substring(0, slash) + "_rels/"
                                        + each.getKey().substring(slash) + ".rels")
                                .substring(1),
                        ("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                                        + each.getValue() + "</Relationships>")
                                .getBytes(StandardCharsets.UTF_8));
            }
            for (var part : parts.entrySet()) {
                write(zip, part.getKey(), part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** Writes the file and returns it. */
    public Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }
}
