/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.opc.internal.PartMarshaller;
import org.apache.poi.openxml4j.opc.internal.marshallers.ZipPartMarshaller;

/**
 * An Office Open XML package being written. POI manages content types, relationships and properties. The parts are
 * streamed into the ZIP file when the package is saved, so memory use does not depend on their size. The same content
 * gives the same bytes.
 */
public final class OoxmlPackage {

    /** Writes the content of a part. */
    @FunctionalInterface
    public interface Content {
        void write(XmlWriter xml) throws IOException;
    }

    /** Takes a third of the time of the default level, for files a sixth larger. */
    private static final int DEFLATE_LEVEL = 2;

    /**
     * Modification time of every ZIP entry. It is fixed so that the bytes depend on the content only. ZIP stores local
     * times from 1980 on.
     */
    private static final long ENTRY_TIME = LocalDate.of(1980, 1, 1)
            .atTime(12, 0)
            .atZone(ZoneId.systemDefault())
            .toInstant()
            .toEpochMilli();

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final OPCPackage opc;
    private final Map<PackagePartName, Content> contents = new HashMap<>();

    /**
     * Creates an empty package with its document properties.
     *
     * @param title the title
     * @param author the author, usually the issuing agency
     * @param created the date of the document, used as creation and modification date. The day of writing would change
     *     the bytes.
     */
    public OoxmlPackage(String title, String author, LocalDate created) {
        opc = OPCPackage.create(OutputStream.nullOutputStream());
        try {
            var properties = opc.getPackageProperties();
            var moment =
                    Optional.of(Date.from(created.atStartOfDay(ZoneOffset.UTC).toInstant()));
            properties.setTitleProperty(title);
            properties.setCreatorProperty(author);
            properties.setLanguageProperty("vi-VN");
            properties.setCreatedProperty(moment);
            properties.setModifiedProperty(moment);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
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
    }

    /**
     * Adds a part. Its content is requested when the package is saved.
     *
     * @param name the absolute name, such as <code>/word/document.xml</code>
     * @throws IllegalArgumentException if the name is not a valid part name
     */
    public void part(String name, String contentType, Content content) {
        try {
            var partName = PackagingURIHelper.createPartName(name);
            opc.createPart(partName, contentType);
            contents.put(partName, content);
            opc.addMarshaller(contentType, new StreamingMarshaller());
        } catch (InvalidFormatException e) {
            throw new IllegalArgumentException(name, e);
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
        try {
            var target = PackagingURIHelper.createPartName(to);
            return from == null
                    ? opc.addRelationship(target, TargetMode.INTERNAL, OFFICE + type)
                            .getId()
                    : opc.getPart(PackagingURIHelper.createPartName(from))
                            .addRelationship(target, TargetMode.INTERNAL, OFFICE + type)
                            .getId();
        } catch (InvalidFormatException e) {
            throw new IllegalArgumentException(to, e);
        }
    }

    /**
     * Writes the package and leaves the stream open.
     *
     * @throws IOException if the content of a part or the stream fails
     * @throws CancellationException if the content of a part was cancelled
     */
    public void save(OutputStream out) throws IOException {
        try {
            var zip = new FixedTimeZip(out);
            zip.setLevel(DEFLATE_LEVEL);
            opc.save(zip);
            zip.flush();
        } catch (OpenXML4JRuntimeException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof IOException io) {
                    throw io;
                }
                if (cause instanceof CancellationException cancellation) {
                    throw cancellation;
                }
            }
            throw e;
        } finally {
            opc.revert();
        }
    }

    /** Gives every entry the same modification time. */
    private static final class FixedTimeZip extends ZipArchiveOutputStream {

        FixedTimeZip(OutputStream out) {
            super(out);
        }

        @Override
        public void putArchiveEntry(ZipArchiveEntry entry) throws IOException {
            entry.setTime(ENTRY_TIME);
            super.putArchiveEntry(entry);
        }
    }

    /** Writes the content of a part directly into the ZIP stream. */
    private final class StreamingMarshaller implements PartMarshaller {

        @Override
        public boolean marshall(PackagePart part, OutputStream out) {
            var zip = (ZipArchiveOutputStream) out;
            try {
                zip.putArchiveEntry(
                        new ZipArchiveEntry(part.getPartName().getName().substring(1)));
                var xml = new XmlWriter(zip);
                contents.get(part.getPartName()).write(xml);
                xml.finish();
                zip.closeArchiveEntry();
                return !part.hasRelationships()
                        || ZipPartMarshaller.marshallRelationshipPart(
                                part.getRelationships(),
                                PackagingURIHelper.getRelationshipPartName(part.getPartName()),
                                zip);
            } catch (IOException | InvalidFormatException e) {
                throw new OpenXML4JRuntimeException(part.getPartName().getName(), e);
            }
        }
    }
}
