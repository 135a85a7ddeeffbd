/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.bieumau.consolidation.internal.file.ReturnFile;
import org.bieumau.consolidation.internal.file.ReturnFiles;
import org.bieumau.consolidation.internal.store.Storage;

/** Returns in file systems of Hadoop, such as HDFS and object stores; archives are copied to the machine that reads. */
final class HadoopStorage implements Storage {

    private static final long serialVersionUID = 1L;

    /** Copies of archives on this machine, by their URI. */
    private static final Map<String, java.nio.file.Path> ARCHIVES = new ConcurrentHashMap<>();

    private final List<String> roots;
    private final String folder;
    /** The settings of the file systems; a configuration cannot be serialised. */
    private final HashMap<String, String> settings = new HashMap<>();

    private transient Configuration configuration;

    /**
     * @param roots folders, archives and files with returns
     * @param folder folder for what was read, which all machines can reach
     */
    HadoopStorage(List<String> roots, String folder, Configuration configuration) {
        this.roots = new ArrayList<>(roots);
        this.folder = folder;
        configuration.forEach(each -> settings.put(each.getKey(), each.getValue()));
    }

    private synchronized FileSystem system(Path path) throws IOException {
        if (configuration == null) {
            configuration = new Configuration(false);
            settings.forEach(configuration::set);
        }
        return path.getFileSystem(configuration);
    }

    @Override
    public List<ReturnFile> find() throws IOException {
        var found = new TreeMap<String, ReturnFile>();
        for (var each : roots) {
            var root = new Path(each);
            var system = system(root);
            var status = system.getFileStatus(root);
            if (status.isDirectory()) {
                var base = system.makeQualified(root).toUri().getPath() + "/";
                var own = system.makeQualified(new Path(folder)).toUri().getPath() + "/";
                for (var files = system.listFiles(root, true); files.hasNext(); ) {
                    var file = files.next();
                    var path = file.getPath().toUri().getPath();
                    if (!path.startsWith(own)) {
                        add(
                                file.getPath(),
                                path.substring(base.length()),
                                file.getLen(),
                                file.getModificationTime(),
                                found);
                    }
                }
            } else {
                add(status.getPath(), root.getName(), status.getLen(), status.getModificationTime(), found);
            }
        }
        return new ArrayList<>(found.values());
    }

    private void add(Path file, String name, long size, long modified, TreeMap<String, ReturnFile> found)
            throws IOException {
        var time = Instant.ofEpochMilli(modified);
        var uri = file.toUri().toString();
        if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            ReturnFiles.addArchive(local(uri), name, time, uri, found);
        } else {
            ReturnFiles.add(uri, name, size, time, found);
        }
    }

    private java.nio.file.Path local(String uri) throws IOException {
        var known = ARCHIVES.get(uri);
        if (known == null) {
            synchronized (ARCHIVES) {
                known = ARCHIVES.get(uri);
                if (known == null) {
                    var path = new Path(URI.create(uri));
                    known = Files.createTempFile("bieumau", ".zip");
                    known.toFile().deleteOnExit();
                    try (var in = system(path).open(path);
                            var out = Files.newOutputStream(known)) {
                        in.transferTo(out);
                    }
                    ARCHIVES.put(uri, known);
                }
            }
        }
        return known;
    }

    @Override
    public byte[] bytes(ReturnFile file) throws IOException {
        if (file.isInArchive()) {
            return file.at(local(file.file())).bytes();
        }
        var path = new Path(URI.create(file.file()));
        try (var in = system(path).open(path)) {
            return ReturnFiles.limited(in);
        }
    }

    private Path file(String key) {
        return new Path(folder, key.substring(0, 2) + "/" + key.substring(2));
    }

    @Override
    public Optional<InputStream> open(String key) throws IOException {
        var file = file(key);
        try {
            return Optional.of(system(file).open(file));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public void put(String key, Content content) throws IOException {
        var file = file(key);
        var system = system(file);
        system.mkdirs(file.getParent(), new FsPermission("700"));
        // A task may be repeated, or run twice at once.
        var partial = new Path(file.getParent(), "." + UUID.randomUUID());
        try {
            try (var out = system.create(partial)) {
                content.writeTo(out);
            }
            system.setPermission(partial, new FsPermission("600"));
            if (!system.rename(partial, file) && !system.exists(file)) {
                throw new IOException(file.toString());
            }
        } finally {
            system.delete(partial, false);
        }
    }
}
