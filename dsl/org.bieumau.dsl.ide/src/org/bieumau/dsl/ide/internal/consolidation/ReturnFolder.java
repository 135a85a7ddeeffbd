/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.consolidation;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Puts files into the folder of the returns. Nothing that is there is replaced. */
public final class ReturnFolder {

    private final Path folder;
    private final BooleanSupplier cancelled;
    private final List<Path> added = new ArrayList<>();
    private final List<Path> known = new ArrayList<>();

    /**
     * @param folder the folder of the returns, which is created if it is missing
     * @param cancelled polled before each file
     */
    public ReturnFolder(Path folder, BooleanSupplier cancelled) {
        this.folder = folder.toAbsolutePath().normalize();
        this.cancelled = cancelled;
    }

    /** Returns the new files. */
    public List<Path> added() {
        return added;
    }

    /** Returns the files that were given, but are in the folder already, with the same content. */
    public List<Path> known() {
        return known;
    }

    /**
     * Copies files, and folders with all that they contain. The time of a file is kept, since it may tell when the
     * return was received. A file whose name is taken gets a number.
     *
     * @throws IOException if a file cannot be read or written; those before it are in the folder
     */
    public void add(List<Path> sources) throws IOException {
        Files.createDirectories(folder);
        for (var each : sources) {
            var source = each.toAbsolutePath().normalize();
            if (source.startsWith(folder)) {
                known.add(source);
            } else if (Files.isDirectory(source)) {
                addFolder(source);
            } else {
                copy(source, folder.resolve(source.getFileName()));
            }
        }
    }

    private void addFolder(Path source) throws IOException {
        var target = folder.resolve(source.getFileName());
        Files.walkFileTree(source, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                // The folder of the returns itself may be within what is copied.
                return inner.equals(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                copy(file, target.resolve(source.relativize(file).toString()));
                return cancelled.getAsBoolean() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }
        });
    }

    private void copy(Path source, Path wanted) throws IOException {
        if (cancelled.getAsBoolean()) {
            return;
        }
        Files.createDirectories(wanted.getParent());
        var name = wanted.getFileName().toString();
        var dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        var target = wanted;
        for (int i = 2; Files.exists(target, LinkOption.NOFOLLOW_LINKS); i++) {
            if (Files.isRegularFile(target) && Files.mismatch(source, target) < 0) {
                known.add(target);
                return;
            }
            target = wanted.resolveSibling(name.substring(0, dot) + " (" + i + ")" + name.substring(dot));
        }
        Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
        added.add(target);
    }
}
