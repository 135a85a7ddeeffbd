/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bieumau.consolidation.internal.file.OpenArchives;
import org.bieumau.consolidation.internal.file.ReturnFile;
import org.bieumau.consolidation.internal.file.ReturnFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The entries of archives that stay open are the same as those of archives that are opened for each. */
class OpenArchivesTest {

    @TempDir
    private Path folder;

    private Path archive;

    @BeforeEach
    void pack() throws IOException {
        archive = folder.resolve("bản nộp.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (var name : List.of("xã/", "xã/Tân Thủy.xlsx", "xã/Hòa Bình.xlsx")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.endsWith("/") ? new byte[0] : name.repeat(9).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    @Test
    void entriesAreReadByTheirIndex() throws IOException {
        var files = ReturnFiles.find(List.of(folder), ignored -> false);
        assertEquals(2, files.size());
        try (var archives = new OpenArchives()) {
            for (var file : files) {
                var name = file.name().substring(file.name().indexOf('/') + 1);
                assertEquals(name.repeat(9), new String(archives.bytes(file), StandardCharsets.UTF_8));
            }
            archives.close();
            assertEquals(
                    new String(files.getFirst().bytes(), StandardCharsets.UTF_8),
                    new String(archives.bytes(files.getFirst()), StandardCharsets.UTF_8));
        }
    }

    @Test
    void entryThatIsNotThereIsNoContent() throws IOException {
        try (var archives = new OpenArchives()) {
            var gone = new ReturnFile("bản nộp.zip/x.xlsx", archive.toString(), 3, 100, null, null);
            assertThrows(IOException.class, () -> archives.bytes(gone));
        }
    }
}
