/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.Platform;

/** Folder in the metadata of the workspace that holds the copies of unsaved texts. */
public final class RecoveryFolder {

    private static final String SUFFIX = ".copy";
    /** Part of the names of all copies of this session, which distinguishes them from those of a crashed session. */
    private static final String SESSION = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "-"
            + ProcessHandle.current().pid();

    private RecoveryFolder() {}

    /** Returns the folder, which need not exist. */
    public static Path path() {
        return Platform.getStateLocation(Platform.getBundle("org.bieumau.editor"))
                .append("recovery")
                .toPath();
    }

    /** Returns the place of the copy that this session makes of the text of a file. */
    public static Path place(Path file) {
        return path().resolve(Integer.toHexString(file.toString().hashCode()) + "-" + file.getFileName() + "-" + SESSION
                + SUFFIX);
    }

    /**
     * Returns the copies of sessions that ended without closing their editors. Copies of texts that have been saved
     * after all are deleted.
     */
    public static List<RecoveryCopy> leftBehind() throws IOException {
        var copies = new ArrayList<RecoveryCopy>();
        if (!Files.isDirectory(path())) {
            return copies;
        }
        List<Path> places;
        try (var files = Files.list(path())) {
            places = files.filter(each ->
                            each.toString().endsWith(SUFFIX) && !each.toString().endsWith(SESSION + SUFFIX))
                    .sorted()
                    .toList();
        }
        for (var place : places) {
            var copy = RecoveryCopy.read(place);
            if (copy.isPresent() && copy.get().text().equals(copy.get().fileText())) {
                copy.get().delete();
            } else {
                copy.ifPresent(copies::add);
            }
        }
        return copies;
    }
}
