/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.internal.batch;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file to be checked.
 *
 * @param folder the folder that the user named and that contains the file; null if the file itself was named
 */
public record CheckInput(Path file, @Nullable Path folder) {

    /** Returns the path of the file in its folder, which is that of its copy in another folder, too. */
    public Path name() {
        var within = folder;
        return within == null ? file.getFileName() : within.relativize(file);
    }

    /** Returns whether a file is a document of Word that can be checked, by its name. */
    public static boolean isWord(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.doc[xm]");
    }
}
