/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.recovery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.bieumau.core.internal.export.WholeFile;

/**
 * Copy of a text that has not been saved.
 *
 * @param place the file that holds the copy
 * @param file the file the text belongs to
 * @param typed when the copy was made
 * @param changed when the file had been changed last when the copy was made; the epoch if the file did not exist
 */
public record RecoveryCopy(Path place, Path file, FileTime typed, FileTime changed, String text) {

    private static final String MAGIC = "bieumau-recovery 1";
    private static final FileTime NEVER = FileTime.fromMillis(0);

    /** Writes a copy of a text, completely or not at all. */
    static void write(Path place, Path file, String text) throws IOException {
        Files.createDirectories(place.getParent());
        WholeFile.write(
                place,
                String.join(
                        "\n",
                        MAGIC,
                        file.toString(),
                        Long.toString(System.currentTimeMillis()),
                        Long.toString(changed(file).toMillis()),
                        text));
    }

    /** Reads a copy; empty if the file does not hold one. */
    static Optional<RecoveryCopy> read(Path place) throws IOException {
        var parts = new String(Files.readAllBytes(place), StandardCharsets.UTF_8).split("\n", 5);
        try {
            return parts.length == 5 && parts[0].equals(MAGIC)
                    ? Optional.of(new RecoveryCopy(place, Path.of(parts[1]), time(parts[2]), time(parts[3]), parts[4]))
                    : Optional.empty();
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static FileTime time(String millis) {
        return FileTime.fromMillis(Long.parseLong(millis));
    }

    private static FileTime changed(Path file) throws IOException {
        return Files.exists(file) ? Files.getLastModifiedTime(file) : NEVER;
    }

    /** The changes of a file since the copy was made. */
    public enum Since {
        SAME,
        CHANGED,
        GONE
    }

    /** Returns how the file has changed since the copy was made. */
    Since since() throws IOException {
        return !Files.exists(file)
                ? Since.GONE
                : changed(file).toMillis() == changed.toMillis() ? Since.SAME : Since.CHANGED;
    }

    /** Returns the text of the file as it is now; empty if there is no such file. */
    String fileText() throws IOException {
        var text = Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Deletes the copy. */
    public void delete() throws IOException {
        Files.deleteIfExists(place);
    }
}
