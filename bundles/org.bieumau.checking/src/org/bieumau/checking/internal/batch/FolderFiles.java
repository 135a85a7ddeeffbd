/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.internal.batch;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.bieumau.checking.internal.CheckingMessages;
import org.bieumau.core.internal.text.FileFailure;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.spi.Progress;

/**
 * The files in a folder and below it, without hidden ones and the lock files of Word.
 *
 * @param files the files in the order of their paths
 * @param problems why folders could not be read
 */
public record FolderFiles(List<Path> files, List<Problem> problems) {

    public FolderFiles {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /**
     * Finds files.
     *
     * @param isWanted asked for the name of each file
     * @throws java.util.concurrent.CancellationException if the progress does not go on
     */
    public static FolderFiles in(Path folder, Predicate<String> isWanted, Progress progress) {
        var files = new ArrayList<Path>();
        var problems = new ArrayList<Problem>();
        var folders = new ArrayDeque<Path>(List.of(folder));
        var seen = 0L;
        while (!folders.isEmpty()) {
            var each = folders.removeFirst();
            try (var children = Files.newDirectoryStream(each)) {
                for (var child : children) {
                    progress.done(++seen);
                    if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                        folders.add(child);
                    } else if (isWanted(child.getFileName().toString(), isWanted) && Files.isRegularFile(child)) {
                        files.add(child);
                    }
                }
            } catch (DirectoryIteratorException e) {
                problems.add(problem(each, e.getCause()));
            } catch (IOException e) {
                problems.add(problem(each, e));
            }
        }
        files.sort(null);
        return new FolderFiles(files, problems);
    }

    private static boolean isWanted(String name, Predicate<String> isWanted) {
        return isWanted.test(name) && !name.startsWith("~$") && !name.startsWith(".");
    }

    /** Returns the problem that a file or folder cannot be used. */
    static Problem problem(Path path, IOException e) {
        return Problem.error(
                CheckingMessages.ALL, "CHECK-FOLDER", Place.of(path.toString()), path, FileFailure.reason(e));
    }
}
