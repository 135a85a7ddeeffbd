/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.store;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Sorts lines of text, of which only a part is kept in memory. */
public final class LineSort implements Closeable {

    /** Number of characters that are kept in memory. */
    private static final long MOST = 4L << 20;
    /** Number of files that are merged at once. */
    private static final int MOST_RUNS = 200;

    private final TemporaryFolder folder;
    private final long most;
    private final List<Path> runs = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private long kept;

    /** Receives lines in order. */
    @FunctionalInterface
    public interface Sink {

        void accept(String line) throws IOException;
    }

    /** Lines in order. */
    public interface Cursor extends Closeable {

        /** Returns the next line; null after the last one. */
        @Nullable
        String next() throws IOException;
    }

    /** @param folder folder in which one for temporary files is created */
    public LineSort(Path folder) {
        this(folder, MOST);
    }

    /** @param most number of characters that are kept in memory */
    public LineSort(Path folder, long most) {
        this.folder = new TemporaryFolder(folder);
        this.most = most;
    }

    /** Adds a line, which contains no line break. */
    public void add(String line) throws IOException {
        lines.add(line);
        kept += line.length() + 40;
        if (kept > most) {
            spill();
        }
    }

    private void spill() throws IOException {
        Collections.sort(lines);
        var file = folder.create(".tmp");
        runs.add(file);
        try (var out = writer(file)) {
            for (var line : lines) {
                write(line, out);
            }
        }
        lines.clear();
        kept = 0;
        if (runs.size() == MOST_RUNS) {
            join();
        }
    }

    /** Merges all files into one. */
    private void join() throws IOException {
        var file = folder.create(".tmp");
        try (var in = new Merge(runs);
                var out = writer(file)) {
            for (var line = in.next(); line != null; line = in.next()) {
                write(line, out);
            }
        }
        deleteRuns();
        runs.add(file);
    }

    /** A text that cannot be encoded, such as half of a pair of surrogates, must not end the run. */
    private static BufferedWriter writer(Path file) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8), 1 << 14);
    }

    private static void write(String line, BufferedWriter out) throws IOException {
        out.write(line);
        out.write('\n');
    }

    /** Reads sorted files at the same time. */
    private static final class Merge implements Cursor {

        private record Head(String line, int run) implements Comparable<Head> {

            @Override
            public int compareTo(Head other) {
                var order = line.compareTo(other.line);
                return order != 0 ? order : Integer.compare(run, other.run);
            }
        }

        private final List<BufferedReader> readers = new ArrayList<>();
        private final PriorityQueue<Head> heads = new PriorityQueue<>();

        Merge(List<Path> runs) throws IOException {
            try {
                for (var run : runs) {
                    readers.add(Files.newBufferedReader(run));
                    push(readers.size() - 1);
                }
            } catch (IOException e) {
                close();
                throw e;
            }
        }

        private void push(int run) throws IOException {
            var line = readers.get(run).readLine();
            if (line != null) {
                heads.add(new Head(line, run));
            }
        }

        @Override
        public @Nullable String next() throws IOException {
            var head = heads.poll();
            if (head == null) {
                return null;
            }
            push(head.run());
            return head.line();
        }

        @Override
        public void close() throws IOException {
            for (var reader : readers) {
                reader.close();
            }
        }
    }

    /** Opens all lines in the order of their characters. */
    public Cursor open() throws IOException {
        if (!runs.isEmpty()) {
            spill();
            return new Merge(runs);
        }
        Collections.sort(lines);
        var all = lines.iterator();
        return new Cursor() {
            @Override
            public @Nullable String next() {
                return all.hasNext() ? all.next() : null;
            }

            @Override
            public void close() {}
        };
    }

    /** Passes all lines in the order of their characters. */
    public void sorted(Sink sink) throws IOException {
        try (var all = open()) {
            for (var line = all.next(); line != null; line = all.next()) {
                sink.accept(line);
            }
        }
    }

    private void deleteRuns() throws IOException {
        for (var run : runs) {
            Files.deleteIfExists(run);
        }
        runs.clear();
    }

    @Override
    public void close() throws IOException {
        deleteRuns();
        folder.close();
    }
}
