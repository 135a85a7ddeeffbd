/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Optional;

/**
 * Remembers from which source a file was exported, so that the export of <code>y/a.bieu</code> does not replace that of
 * <code>x/a.bieu</code>. The path of the source, relative to the file, is an attribute of the file rather than a part
 * of its seal: the same source gives the same bytes in each folder. Where the file system has no such attributes, or a
 * program has dropped them, nothing is known.
 */
final class SourceMark {

    private static final String NAME = "bieumau.source";

    private SourceMark() {}

    /** Marks a file as exported from a source. */
    static void write(Path file, Path source) {
        try {
            var view = view(file);
            if (view.isPresent()) {
                var path = file.toRealPath().getParent().relativize(source.toRealPath());
                view.get().write(NAME, StandardCharsets.UTF_8.encode(path.toString()));
            }
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            // The file system has no attributes, or the source is on another drive: nothing is known of the file.
        }
    }

    /** Returns whether a file was exported from a source that still exists and is another than the given one. */
    static boolean isFromOther(Path file, Path source) {
        try {
            var view = view(file);
            if (view.isEmpty() || !view.get().list().contains(NAME)) {
                return false;
            }
            var bytes = ByteBuffer.allocate(view.get().size(NAME));
            view.get().read(NAME, bytes);
            var other = file.toRealPath()
                    .resolveSibling(StandardCharsets.UTF_8.decode(bytes.flip()).toString());
            return Files.isRegularFile(other) && !Files.isSameFile(other, source);
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static Optional<UserDefinedFileAttributeView> view(Path file) {
        return Optional.ofNullable(Files.getFileAttributeView(file, UserDefinedFileAttributeView.class));
    }
}
