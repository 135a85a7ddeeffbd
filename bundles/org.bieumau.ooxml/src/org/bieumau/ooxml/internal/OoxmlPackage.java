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
 * An Office Open XML file being written. POI keeps the package: content types, relationships, properties. The parts are
 * written straight into the ZIP when it is saved, so their size does not matter. The same content gives the same bytes.
 */
public final class OoxmlPackage {

    /** Writes the content of a part. */
    @FunctionalInterface
    public interface Content {
        void write(XmlWriter xml) throws IOException;
    }

    /** Half as slow as the default for files a third larger; what DOCX and XLSX hold packs well all the same. */
    private static final int DEFLATE_LEVEL = 4;

    /** A ZIP holds local times from 1980 on; a fixed one, since the content alone is to decide the bytes. */
    private static final long ENTRY_TIME = LocalDate.of(1980, 1, 1)
            .atTime(12, 0)
            .atZone(ZoneId.systemDefault())
            .toInstant()
            .toEpochMilli();

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final OPCPackage opc;
    private final Map<PackagePartName, Content> contents = new HashMap<>();

    /**
     * Begins a file.
     *
     * @param title its title
     * @param author who it is from
     * @param created the day it is dated; not the day of writing, which would change the bytes
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

    /** Adds a part. */
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
     * Relates two parts.
     *
     * @param from the part that refers, or null for the package itself
     * @param type the last part of the relationship's type, such as <code>styles</code>
     * @return the id of the relationship
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
     * Writes the file. The stream is left open.
     *
     * @throws IOException if a part or the stream fails
     * @throws CancellationException if a part gives up
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

    /** Every entry has the same time. */
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

    /** Writes a part when its turn has come. */
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
