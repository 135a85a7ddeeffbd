/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.internal.export.WholeFile;
import org.bieumau.core.internal.text.FileFailure;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports to a disk that is full at some point: the failure is passed on as it is, and no half file is left. */
class FullDiskTest {

    private static final String FULL = "No space left on device";

    private static final String TEXT = """
            mẫu biểu M "MẪU" { cột stt "STT": số thứ tự   cột a "A": chữ }
            biểu B lập theo mẫu M {
            %s}
            """.formatted("dòng { a \"Một dòng của biểu\" }\n".repeat(300));

    @TempDir
    private Path folder;

    /** Fails when more bytes than there is room for are written, and again at each further attempt. */
    private static final class FullDisk extends OutputStream {

        private final OutputStream out;
        private long room;

        FullDisk(OutputStream out, long room) {
            this.out = out;
            this.room = room;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (length > room) {
                out.write(bytes, from, (int) room);
                room = 0;
                throw new IOException(FULL);
            }
            room -= length;
            out.write(bytes, from, length);
        }
    }

    /** An exporter of a plug-in that ignores failures. */
    private static final class Careless implements Exporter {

        @Override
        public String id() {
            return "careless";
        }

        @Override
        public String title() {
            return "Careless";
        }

        @Override
        public void export(Layout layout, OutputStream out, Progress progress) {
            var print = new PrintStream(out);
            for (int i = 0; i < 500; i++) {
                print.println("0123456789");
            }
            print.flush();
        }
    }

    private final Registry registry = Registry.load(getClass().getClassLoader());

    private void export(Exporter exporter, Layout layout, OutputStream out, long room) throws IOException {
        registry.export(exporter, layout, new FullDisk(out, room), Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "xlsx", "pdf", "html", "careless"})
    void failureIsPassedOnAndNoFileIsLeft(String format) throws Exception {
        registry.add(Exporter.class, new Careless());
        var exporter = registry.exporter(format).orElseThrow();
        var form = new BieuReader(List.of())
                .read(Files.writeString(folder.resolve("a.bieu"), TEXT))
                .elements()
                .getLast();
        var layout = Layout.of(form, registry.profile("nd30").orElseThrow());
        var whole = new ByteArrayOutputStream();
        export(exporter, layout, whole, Long.MAX_VALUE);
        var target = folder.resolve("out." + format);
        for (var room : new long[] {0, 1, 100, whole.size() / 2, whole.size() - 1}) {
            var failure = assertThrows(
                    IOException.class,
                    () -> WholeFile.write(target, out -> export(exporter, layout, out, room)),
                    () -> "room for " + room + " of " + whole.size() + " bytes");
            assertEquals(FULL, failure.getMessage());
        }
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of("a.bieu"),
                    files.map(file -> file.getFileName().toString()).toList());
        }
        Files.writeString(target, "old");
        assertThrows(IOException.class, () -> WholeFile.write(target, out -> export(exporter, layout, out, 1000)));
        assertEquals("old", Files.readString(target));
        assertEquals(Optional.empty(), registry.failure(exporter));
        export(exporter, layout, new ByteArrayOutputStream(), whole.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {FULL, "There is not enough space on the disk", "Disk quota exceeded"})
    void reasonIsToldInTheLanguageOfTheUser(String message) {
        var reason = FileFailure.reason(new IOException(message));
        assertTrue(reason.matches(".*(đĩa|the disk is full).*") && !reason.contains(message), reason);
    }
}
