/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.file;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file that may be a return.
 *
 * @param name path in the folder of returns, with slashes; the path of an entry of an archive follows that of the
 *     archive
 * @param file the file, or the archive that contains it
 * @param entry index of the entry in the archive; -1 if it is a file of its own
 * @param size size in bytes; -1 if unknown
 * @param modified when it was last changed; null if unknown
 * @param problem code of the problem that keeps it from being read; null if none is known yet
 */
public record ReturnFile(
        String name,
        String file,
        int entry,
        long size,
        @Nullable Instant modified,
        @Nullable String problem) implements Serializable, Comparable<ReturnFile> {

    /** Returns the file, or the archive. */
    public Path path() {
        return Path.of(file);
    }

    public boolean isInArchive() {
        return entry >= 0;
    }

    /** Returns the last part of the name. */
    public String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Returns the extension in lower case; an empty string for none. */
    public String extension() {
        var last = fileName();
        var dot = last.lastIndexOf('.');
        return dot < 0 ? "" : last.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Returns the content. */
    public byte[] bytes() throws IOException {
        return ReturnFiles.bytes(this);
    }

    /** Returns the same file, whose archive was copied to another place. */
    public ReturnFile at(Path copy) {
        return new ReturnFile(name, copy.toString(), entry, size, modified, problem);
    }

    @Override
    public int compareTo(ReturnFile other) {
        return name.compareTo(other.name);
    }
}
