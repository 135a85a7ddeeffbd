/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.store;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;

/** Sorts lines of text, of which only a part is kept in memory. */
public final class LineSort implements Closeable {

    /** Number of characters that are kept in memory. */
    private static final long MOST = 8L << 20;

    private final Path folder;
    private final long most;
    private final List<Path> runs = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private long kept;

    /** Receives lines in order. */
    @FunctionalInterface
    public interface Sink {

        void accept(String line) throws IOException;
    }

    /** @param folder folder for temporary files */
    public LineSort(Path folder) {
        this(folder, MOST);
    }

    /** @param most number of characters that are kept in memory */
    public LineSort(Path folder, long most) {
        this.folder = folder;
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
        var file = Files.createTempFile(folder, "sort", ".tmp");
        runs.add(file);
        try (var out = Files.newBufferedWriter(file)) {
            for (var line : lines) {
                write(line, out);
            }
        }
        lines.clear();
        kept = 0;
    }

    private static void write(String line, BufferedWriter out) throws IOException {
        out.write(line);
        out.write('\n');
    }

    private record Head(String line, int run) implements Comparable<Head> {

        @Override
        public int compareTo(Head other) {
            var order = line.compareTo(other.line);
            return order != 0 ? order : Integer.compare(run, other.run);
        }
    }

    /** Passes all lines in the order of their characters. */
    public void sorted(Sink sink) throws IOException {
        if (runs.isEmpty()) {
            Collections.sort(lines);
            for (var line : lines) {
                sink.accept(line);
            }
            return;
        }
        spill();
        var readers = new ArrayList<BufferedReader>();
        try {
            var heads = new PriorityQueue<Head>();
            for (var run : runs) {
                readers.add(Files.newBufferedReader(run));
                push(readers, readers.size() - 1, heads);
            }
            while (!heads.isEmpty()) {
                var head = heads.poll();
                sink.accept(head.line());
                push(readers, head.run(), heads);
            }
        } finally {
            for (var reader : readers) {
                reader.close();
            }
        }
    }

    private static void push(List<BufferedReader> readers, int run, PriorityQueue<Head> heads) throws IOException {
        var line = readers.get(run).readLine();
        if (line != null) {
            heads.add(new Head(line, run));
        }
    }

    @Override
    public void close() throws IOException {
        for (var run : runs) {
            Files.deleteIfExists(run);
        }
    }
}
