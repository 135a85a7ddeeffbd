/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.reading;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.bieumau.core.problem.ProblemException;

/**
 * An Office Open XML package being read (ECMA-376, part 2): parts in a ZIP file, with content types and relationships.
 * Names of parts are absolute, such as <code>/word/document.xml</code>, and compared without regard to case.
 */
public final class OpcPackage implements Closeable {

    /** The source of the relationships of the package itself. */
    public static final String ROOT = "/";

    private final String file;
    private final Limits limits;
    private final ZipFile zip;
    private final Map<String, ZipEntry> parts = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();

    private OpcPackage(String file, Limits limits, ZipFile zip) {
        this.file = file;
        this.limits = limits;
        this.zip = zip;
    }

    /**
     * Opens a file.
     *
     * @throws ProblemException if the file is not a package, is encrypted or damaged, or exceeds the limits
     * @throws IOException if it cannot be read
     */
    public static OpcPackage open(Path file, Limits limits) throws IOException, ProblemException {
        new FileSniffer(file, limits).check();
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException | EOFException e) {
            throw damaged(file.toString(), "damaged.directory");
        }
        var result = new OpcPackage(file.toString(), limits, zip);
        try {
            result.index();
            return result;
        } catch (IOException | ProblemException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ProblemException damaged(String file, String what, Object... arguments) {
        return ReadingMessages.problem(file, "FILE-DAMAGED", ReadingMessages.ALL.text(what, arguments));
    }

    private void index() throws IOException, ProblemException {
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            var name = entry.getName().replace('\\', '/');
            if (entry.isDirectory() || name.endsWith("/")) {
                continue;
            }
            if (List.of(name.split("/")).contains("..")) {
                throw unsafe("unsafe.name", entry.getName());
            }
            if (parts.put(key(name), entry) != null) {
                throw unsafe("unsafe.duplicate", entry.getName());
            }
        }
        readContentTypes();
    }

    private ProblemException unsafe(String what, String name) {
        return ReadingMessages.problem(file, "FILE-UNSAFE", ReadingMessages.ALL.text(what, name));
    }

    private static String key(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("/") ? lower : "/" + lower;
    }

    private void readContentTypes() throws IOException, ProblemException {
        try (var xml = read("/[Content_Types].xml")) {
            xml.root();
            while (xml.nextChild(1)) {
                var type = xml.attribute("ContentType");
                var of = xml.name().equals("Default") ? xml.attribute("Extension") : xml.attribute("PartName");
                if (type != null && of != null) {
                    types.put(xml.name().equals("Default") ? "." + of.toLowerCase(Locale.ROOT) : key(of), type);
                }
            }
        }
    }

    /** Returns the path of the file as the user gave it. */
    public String file() {
        return file;
    }

    public boolean has(String part) {
        return parts.containsKey(key(part));
    }

    /** Returns the content type of a part; an empty string if it is not declared. */
    public String contentType(String part) {
        var key = key(part);
        return types.getOrDefault(key, types.getOrDefault(key.substring(Math.max(0, key.lastIndexOf('.'))), ""));
    }

    /**
     * Returns the main part, such as <code>/word/document.xml</code>.
     *
     * @throws ProblemException if there is none
     */
    public String mainPart() throws IOException, ProblemException {
        var main = target(ROOT, "officeDocument");
        if (main.isEmpty() || !has(main.get())) {
            throw missing(main.orElse("officeDocument"));
        }
        return main.get();
    }

    private ProblemException missing(String part) {
        return ReadingMessages.problem(file, "FILE-PART-MISSING", part);
    }

    /**
     * Starts reading a part as XML.
     *
     * @throws ProblemException if there is no such part
     */
    public XmlReader read(String part) throws IOException, ProblemException {
        return new XmlReader(() -> stream(part), file, part, limits);
    }

    /**
     * Starts reading a part as XML.
     *
     * @param filter removes bytes of the part; it is applied again if the bytes are read a second time
     * @throws ProblemException if there is no such part
     */
    public XmlReader read(String part, PartFilter filter) throws IOException, ProblemException {
        return new XmlReader(() -> filter.apply(stream(part)), file, part, limits);
    }

    /**
     * Starts reading XML that was extracted from a part.
     *
     * @param part the part, for problems
     */
    public XmlReader read(String part, byte[] xml) throws IOException, ProblemException {
        return new XmlReader(() -> new ByteArrayInputStream(xml), file, part, limits);
    }

    /**
     * Returns the bytes of a part. The stream fails at a limit and if it is damaged.
     *
     * @throws ProblemException if there is no such part
     */
    public InputStream stream(String part) throws IOException, ProblemException {
        var entry = parts.get(key(part));
        if (entry == null) {
            throw missing(part);
        }
        try {
            return new PartStream(zip.getInputStream(entry), file, part, entry, limits);
        } catch (ZipException | EOFException e) {
            throw damaged(file, "damaged.part", part);
        }
    }

    /** Returns the target of the first relationship of a type within the file; empty if there is none. */
    public Optional<String> target(String source, String type) throws IOException, ProblemException {
        return relationships(source).stream()
                .filter(each -> each.type().equals(type) && !each.isExternal())
                .map(Relationship::target)
                .findFirst();
    }

    /** Returns the relationships of a part, or of {@link #ROOT}; none if the part has none. */
    public List<Relationship> relationships(String source) throws IOException, ProblemException {
        var folder = source.substring(0, source.lastIndexOf('/') + 1);
        var part = folder + "_rels/" + source.substring(folder.length()) + ".rels";
        var all = new ArrayList<Relationship>();
        if (!has(part)) {
            return all;
        }
        try (var xml = read(part)) {
            xml.root();
            while (xml.nextChild(1)) {
                var id = xml.attribute("Id");
                var type = xml.attribute("Type");
                var target = xml.attribute("Target");
                if (id != null && type != null && target != null) {
                    var isExternal = "External".equals(xml.attribute("TargetMode"));
                    all.add(new Relationship(
                            id,
                            type.substring(type.lastIndexOf('/') + 1),
                            isExternal ? target : resolve(folder, target),
                            isExternal));
                }
            }
        }
        return all;
    }

    /** Returns the absolute name of a target, which is relative to a folder unless it begins with a slash. */
    private static String resolve(String folder, String target) {
        var segments = new ArrayList<String>();
        for (var segment : (target.startsWith("/") ? target : folder + target).split("/")) {
            if (segment.equals("..")) {
                if (!segments.isEmpty()) {
                    segments.removeLast();
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return "/" + String.join("/", segments);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
