/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.internal.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.spi.Progress;

/**
 * The files to be checked.
 *
 * @param problems why folders could not be read
 */
public record CheckInputs(List<CheckInput> files, List<Problem> problems) {

    public CheckInputs {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /**
     * Finds the files that are named, and the Word files in folders that are named.
     *
     * @throws java.util.concurrent.CancellationException if the progress does not go on
     */
    public static CheckInputs find(Collection<Path> paths, Progress progress) {
        var files = new ArrayList<CheckInput>();
        var problems = new ArrayList<Problem>();
        for (var path : paths) {
            if (Files.isDirectory(path)) {
                var found = FolderFiles.in(path, CheckInputs::isLetter, progress);
                found.files().forEach(file -> files.add(new CheckInput(file, path)));
                problems.addAll(found.problems());
            } else {
                files.add(new CheckInput(path, null));
            }
        }
        return new CheckInputs(files, problems);
    }

    /** Returns whether a file of a folder is one of Word. Those of old versions are told of, since they are letters. */
    private static boolean isLetter(String name) {
        return CheckInput.isWord(name) || name.toLowerCase(Locale.ROOT).endsWith(".doc");
    }
}
