/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files of a folder of returns, in its folders and ZIP archives. Nothing is skipped without a word: what
 * cannot be a return is listed with the reason.
 */
public final class ReturnFiles {

    /** Largest size of a file that is read, in bytes. */
    static final long LARGEST = 256L << 20;
    /** Largest total size of the entries of an archive, in bytes. */
    static final long LARGEST_ARCHIVE = 2L << 30;
    /** Most entries of an archive. */
    static final int MOST_ENTRIES = 100_000;
    /** Largest ratio of the size of an entry to its compressed size; office files are compressed already. */
    static final int LARGEST_RATIO = 200;
    /** Size below which the ratio does not count. */
    private static final long SMALL = 1 << 20;
    /** Sizes below which no office file or letter can be. */
    private static final int STUB = 64;

    private static final Charset DOS =
            Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;

    private ReturnFiles() {}

    /**
     * Returns the files below folders and archives, in the order of their names.
     *
     * @param roots folders, ZIP archives and files
     * @param isIgnored folders that are not entered
     * @throws IOException if a folder cannot be read
     */
    public static List<ReturnFile> find(List<Path> roots, Predicate<Path> isIgnored) throws IOException {
        var found = new TreeMap<String, ReturnFile>();
        for (var root : roots) {
            if (Files.isDirectory(root)) {
                walk(root, isIgnored, found);
            } else {
                add(root, root.getFileName().toString(), Files.readAttributes(root, BasicFileAttributes.class), found);
            }
        }
        return new ArrayList<>(found.values());
    }

    private static void walk(Path root, Predicate<Path> isIgnored, TreeMap<String, ReturnFile> found)
            throws IOException {
        Files.walkFileTree(
                root, EnumSet.noneOf(FileVisitOption.class), Integer.MAX_VALUE, new SimpleFileVisitor<Path>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                        return !folder.equals(root) && isIgnored.test(folder)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        var name = root.relativize(file).toString().replace('\\', '/');
                        add(file, name, attributes, found);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        var name = root.relativize(file).toString().replace('\\', '/');
                        put(new ReturnFile(nfc(name), file.toString(), -1, -1, null, "CONS-UNREADABLE"), found);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static String nfc(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    private static void add(Path file, String name, BasicFileAttributes attributes, TreeMap<String, ReturnFile> found) {
        var modified = attributes.lastModifiedTime().toInstant();
        if (!attributes.isRegularFile()) {
            put(new ReturnFile(nfc(name), file.toString(), -1, -1, modified, "CONS-UNREADABLE"), found);
        } else if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            addArchive(file, name, modified, file.toString(), found);
        } else {
            add(file.toString(), name, attributes.size(), modified, found);
        }
    }

    /**
     * Adds a file.
     *
     * @param file path or URI
     * @param name path in the folder of returns, with slashes
     */
    public static void add(String file, String name, long size, Instant modified, TreeMap<String, ReturnFile> found) {
        put(new ReturnFile(nfc(name), file, -1, size, modified, problem(name, size)), found);
    }

    /** Two files whose names differ in their Unicode form only keep both. */
    private static void put(ReturnFile file, TreeMap<String, ReturnFile> found) {
        var name = file.name();
        for (int i = 2; found.containsKey(name); i++) {
            name = file.name() + " (" + i + ")";
        }
        found.put(name, new ReturnFile(name, file.file(), file.entry(), file.size(), file.modified(), file.problem()));
    }

    /** Returns the code of the problem of a file that can be no return; null if it may be one. */
    private static @Nullable String problem(String path, long size) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        if (isHidden(path)) {
            return "CONS-HIDDEN";
        }
        if (name.startsWith("~$")) {
            return "CONS-LOCK";
        }
        if (size >= 0 && size < STUB) {
            return "CONS-STUB";
        }
        return size > LARGEST ? "CONS-TOO-LARGE" : null;
    }

    /**
     * Names that only programs use: <code>.DS_Store</code>, <code>Thumbs.db</code>, the folder <code>__MACOSX</code>.
     */
    private static boolean isHidden(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        return name.startsWith(".")
                || Set.of("thumbs.db", "desktop.ini").contains(name.toLowerCase(Locale.ROOT))
                || path.startsWith("__MACOSX/")
                || path.contains("/__MACOSX/");
    }

    /**
     * Adds the files of an archive.
     *
     * @param path path in the folder of returns, with slashes
     * @param source path or URI of the archive, if <code>file</code> is a copy
     */
    public static void addArchive(
            Path file, String path, Instant modified, String source, TreeMap<String, ReturnFile> found) {
        var name = nfc(path);
        var entries = new ArrayList<ReturnFile>();
        String problem = null;
        try (var zip = open(file)) {
            var all = zip.stream().toList();
            long total = 0;
            for (int i = 0; i < all.size() && problem == null; i++) {
                var entry = all.get(i);
                total += Math.max(0, entry.getSize());
                if (entry.isDirectory()) {
                    continue;
                }
                var inner = nfc(entry.getName()).replace('\\', '/');
                entries.add(new ReturnFile(
                        name + "/" + inner, source, i, entry.getSize(), received(entry), problem(entry, inner)));
            }
            if (all.size() > MOST_ENTRIES || total > LARGEST_ARCHIVE) {
                problem = "CONS-ARCHIVE-LARGE";
            }
        } catch (IOException | IllegalArgumentException e) {
            problem = "CONS-UNREADABLE";
        }
        if (problem != null) {
            put(new ReturnFile(name, source, -1, -1, modified, problem), found);
        } else {
            entries.forEach(entry -> put(entry, found));
        }
    }

    private static @Nullable String problem(ZipEntry entry, String name) {
        var packed = Math.max(1, entry.getCompressedSize());
        if (entry.getSize() > SMALL && entry.getSize() / packed > LARGEST_RATIO) {
            return "CONS-ARCHIVE-LARGE";
        }
        return name.toLowerCase(Locale.ROOT).endsWith(".zip") ? "CONS-ARCHIVE-NESTED" : problem(name, entry.getSize());
    }

    /** The time of an entry has no zone, so that the day must not depend on the zone of this machine. */
    private static Instant received(ZipEntry entry) {
        var time = entry.getTimeLocal();
        return time == null ? null : time.atZone(ZoneId.systemDefault()).toInstant();
    }

    /** Opens an archive. Names that are not in UTF-8 are those of DOS. */
    static ZipFile open(Path file) throws IOException {
        try {
            var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
            try {
                zip.stream().forEach(ZipEntry::getName);
                return zip;
            } catch (IllegalArgumentException e) {
                zip.close();
            }
        } catch (ZipException e) {
            if (e.getMessage() == null || !e.getMessage().contains("bad entry name")) {
                throw e;
            }
        }
        return new ZipFile(file.toFile(), DOS);
    }

    /**
     * Returns the content of a file.
     *
     * @throws IOException if it cannot be read, or is larger than its archive says
     */
    static byte[] bytes(ReturnFile file) throws IOException {
        if (!file.isInArchive()) {
            try (var in = Files.newInputStream(file.path())) {
                return limited(in);
            }
        }
        try (var archives = new OpenArchives()) {
            return archives.bytes(file);
        }
    }

    /**
     * Returns the content of a stream.
     *
     * @throws IOException if it is larger than a return may be
     */
    public static byte[] limited(InputStream in) throws IOException {
        var bytes = in.readNBytes((int) LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new IOException(">" + LARGEST);
        }
        return bytes;
    }

    /** Returns the day on which a file was changed. */
    public static LocalDate day(Instant time) {
        return time.atZone(ZoneId.systemDefault()).toLocalDate();
    }
}
