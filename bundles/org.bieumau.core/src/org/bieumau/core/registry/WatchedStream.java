/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.registry;

import java.io.IOException;
import java.io.OutputStream;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Passes the output of an exporter on and remembers the first failure, such as a full disk. Libraries that write files
 * hide it in an exception of their own, or ignore it.
 */
final class WatchedStream extends OutputStream {

    private final OutputStream out;
    private @Nullable IOException failure;

    private WatchedStream(OutputStream out) {
        this.out = out;
    }

    /**
     * Exports a layout.
     *
     * @throws IOException if the rows cannot be read or the stream cannot be written
     */
    static void export(Exporter exporter, Layout layout, OutputStream out, Progress progress) throws IOException {
        var watched = new WatchedStream(out);
        try {
            exporter.export(layout, watched, progress);
        } catch (RuntimeException e) {
            watched.check();
            throw e;
        }
        watched.check();
    }

    private void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /** A part of the output. */
    @FunctionalInterface
    private interface Part {
        void write() throws IOException;
    }

    private void write(Part part) throws IOException {
        check();
        try {
            part.write();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(() -> out.write(b));
    }

    @Override
    public void write(byte @Nullable [] bytes, int from, int length) throws IOException {
        write(() -> out.write(bytes, from, length));
    }

    @Override
    public void flush() throws IOException {
        write(out::flush);
    }

    @Override
    public void close() throws IOException {
        write(out::close);
    }
}
