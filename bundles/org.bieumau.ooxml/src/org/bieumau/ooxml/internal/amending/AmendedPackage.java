/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.amending;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.ooxml.internal.reading.OpcPackage;

/**
 * A package with parts that are changed or added. All other parts are copied with their bytes, in their order. Names of
 * parts are absolute, as in {@link OpcPackage}.
 */
public final class AmendedPackage {

    private static final String TYPES = "/[Content_Types].xml";
    private static final String RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";

    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path file;
    private final OpcPackage opc;
    private final Map<String, Optional<XmlTree>> trees = new LinkedHashMap<>();
    private final Map<String, byte[]> added = new LinkedHashMap<>();

    /** @param opc the package as it is read */
    public AmendedPackage(Path file, OpcPackage opc) {
        this.file = file;
        this.opc = opc;
    }

    /** Returns the tree of a part, which can be changed; empty if there is no such part or it is not understood. */
    public Optional<XmlTree> part(String name) throws IOException, ProblemException {
        var key = name.toLowerCase(Locale.ROOT);
        var tree = trees.get(key);
        if (tree == null) {
            if (!opc.has(name)) {
                return Optional.empty();
            }
            try (var in = opc.stream(name)) {
                tree = XmlTree.read(in.readAllBytes());
            }
            trees.put(key, tree);
        }
        return tree;
    }

    /** Returns a name that no part has, such as <code>/word/comments.xml</code> or else <code>comments2.xml</code>. */
    public String freeName(String base) {
        for (int i = 1; ; i++) {
            var name = base + (i == 1 ? "" : i) + ".xml";
            if (!opc.has(name) && !added.containsKey(name)) {
                return name;
            }
        }
    }

    /**
     * Adds a part and a relationship to it.
     *
     * @param source the part that refers to it
     * @param relationship the type of the relationship
     * @return the id of the relationship; empty if the package cannot take it
     */
    public Optional<String> add(String name, String xml, String contentType, String source, String relationship)
            throws IOException, ProblemException {
        var folder = source.substring(0, source.lastIndexOf('/') + 1);
        var relationships = folder + "_rels/" + source.substring(folder.length()) + ".rels";
        var types = part(TYPES);
        var of = part(relationships);
        if (types.isEmpty() || of.isEmpty() && (opc.has(relationships) || added.containsKey(relationships))) {
            return Optional.empty();
        }
        var override = types.get().root().insert(prefix(types.get().root()) + "Override", null);
        override.set("PartName", name);
        override.set("ContentType", contentType);
        added.put(name, xml.getBytes(StandardCharsets.UTF_8));
        if (of.isEmpty()) {
            added.put(
                    relationships,
                    ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\""
                                    + RELATIONSHIPS + "\"><Relationship Id=\"rId1\" Type=\"" + relationship
                                    + "\" Target=\"" + name + "\"/></Relationships>")
                            .getBytes(StandardCharsets.UTF_8));
            return Optional.of("rId1");
        }
        var root = of.get().root();
        var number = root.children().size() + 1;
        while (hasId(root, "rId" + number)) {
            number++;
        }
        var added = root.insert(prefix(root) + "Relationship", null);
        added.set("Id", "rId" + number);
        added.set("Type", relationship);
        added.set("Target", name);
        return Optional.of("rId" + number);
    }

    private static String prefix(XmlElement root) {
        return root.name().substring(0, root.name().indexOf(':') + 1);
    }

    private static boolean hasId(XmlElement root, String id) {
        return root.children().stream().anyMatch(each -> id.equals(each.attribute("Id")));
    }

    /** Writes the package. */
    public void write(OutputStream out) throws IOException {
        var changed = new HashMap<String, byte[]>();
        trees.forEach((name, tree) -> tree.ifPresent(each -> changed.put(name, each.bytes())));
        // Not closed, since the stream belongs to the caller.
        var zip = new ZipOutputStream(out);
        try (var source = new ZipFile(file.toFile())) {
            for (var entries = source.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                var content =
                        changed.get("/" + entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT));
                if (content == null) {
                    try (var in = source.getInputStream(entry)) {
                        content = in.readAllBytes();
                    }
                }
                put(zip, entry.getName(), entry, content);
            }
        }
        for (var each : added.entrySet()) {
            var first = new ZipEntry("");
            first.setMethod(ZipEntry.DEFLATED);
            put(zip, each.getKey().substring(1), first, each.getValue());
        }
        zip.finish();
        zip.flush();
    }

    /** Returns the time of an entry; the earliest one that a ZIP file can have if it has none that exists. */
    private static LocalDateTime time(ZipEntry entry) {
        try {
            return entry.getTimeLocal() == null ? EARLIEST : entry.getTimeLocal();
        } catch (DateTimeException e) {
            return EARLIEST;
        }
    }

    private static void put(ZipOutputStream zip, String name, ZipEntry like, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setMethod(like.getMethod() == ZipEntry.STORED ? ZipEntry.STORED : ZipEntry.DEFLATED);
        entry.setTimeLocal(time(like));
        if (entry.getMethod() == ZipEntry.STORED) {
            var crc = new CRC32();
            crc.update(content);
            entry.setCrc(crc.getValue());
            entry.setSize(content.length);
            entry.setCompressedSize(content.length);
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
