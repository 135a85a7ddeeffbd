/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.internal.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.bieumau.checking.internal.CheckingMessages;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;

/**
 * Where the copies of files are written: one copy to a file, several to a folder, below which they have the paths that
 * the files have below theirs. No copy replaces a file that is checked or another copy, and no other file unless this
 * is wanted.
 */
public final class CopyTarget {

    private final Path out;
    private final boolean isFolder;
    private final Predicate<Path> replaces;
    private final Set<Path> originals = new HashSet<>();
    private final Set<Path> copies = new HashSet<>();

    /**
     * @param out the file or folder
     * @param inputs all files that are checked
     * @param replaces returns whether a file that exists is replaced
     */
    public CopyTarget(Path out, Collection<CheckInput> inputs, Predicate<Path> replaces) {
        this.out = out;
        this.replaces = replaces;
        isFolder = inputs.size() > 1
                || inputs.stream().anyMatch(input -> input.folder() != null)
                || Files.isDirectory(out);
        inputs.forEach(input -> originals.add(real(input.file())));
    }

    /**
     * Returns the copy of a file, whose folder exists.
     *
     * @throws ProblemException if the copy would replace a file that must stay, or its folder cannot be created
     */
    public Path of(CheckInput input) throws ProblemException {
        var target = isFolder ? out.resolve(input.name()) : out;
        try {
            var exists = Files.exists(target);
            if (originals.contains(real(target)) || exists && Files.isSameFile(target, input.file())) {
                throw problem("CHECK-SAME-FILE", target);
            }
            if (exists && (copies.contains(real(target)) || !replaces.test(target))) {
                throw problem("CHECK-EXISTS", target);
            }
            var folder = target.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            copies.add(real(target));
            return target;
        } catch (IOException e) {
            throw new ProblemException(FolderFiles.problem(target, e), e);
        }
    }

    private static ProblemException problem(String code, Path target) {
        return new ProblemException(Problem.error(CheckingMessages.ALL, code, Place.of(target.toString()), target));
    }

    /** Returns the path without links, as far as it exists. */
    private static Path real(Path path) {
        var absolute = path.toAbsolutePath().normalize();
        try {
            var folder = absolute.getParent();
            return folder == null
                    ? absolute
                    : Files.exists(absolute)
                            ? absolute.toRealPath()
                            : folder.toRealPath().resolve(absolute.getFileName());
        } catch (IOException e) {
            // Its folder does not exist yet.
            return absolute;
        }
    }
}
