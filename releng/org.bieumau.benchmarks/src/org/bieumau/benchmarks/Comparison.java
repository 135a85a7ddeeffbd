/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Compares the writers and readers of each format in one run and prints a table of medians in Markdown. The order of
 * the programs rotates from round to round, and each ratio compares two programs in the same round, so that other load
 * on the machine matters little.
 */
public final class Comparison {

    private static final int WARM_UP = 3;
    private static final int ROUNDS = 5;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /**
     * One measurement.
     *
     * @param cpu CPU time of the thread, in ns
     * @param process CPU time of the process, with the garbage collector and the compiler, in ns
     * @param wall time on the clock, in ns
     * @param allocated bytes that the thread allocated
     * @param size bytes of the file
     */
    private record Sample(long cpu, long process, long wall, long allocated, long size) {}

    private Comparison() {}

    /** @param arguments the ids of the formats to compare; none for all */
    public static void main(String[] arguments) throws Exception {
        var formats =
                arguments.length == 0 ? List.of("xlsx", "xlsx-read", "docx", "docx-read", "pdf") : List.of(arguments);
        System.out.printf(
                "Java %s, %s, %s, %d processors%n",
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
        if (formats.contains("xlsx")) {
            for (var table : List.of(Table.narrow(100_000), Table.wide(20_000))) {
                var own = Forms.writer("xlsx");
                compare(
                        "XLSX",
                        table,
                        List.of(
                                Zip.ofPartsOf(own, table),
                                own,
                                new Writer("fastexcel", Spreadsheets::fastexcel),
                                new Writer("POI SXSSF", Spreadsheets::poi)));
            }
        }
        if (formats.contains("xlsx-read")) {
            read(
                    "XLSX, reading with merged ranges",
                    Table.narrow(100_000),
                    new Writer("POI SXSSF", Spreadsheets::poiMerged),
                    WorkbookReaders.all());
        }
        if (formats.contains("docx")) {
            for (var table : List.of(Table.report(20_000), Table.report(2_000))) {
                var own = Forms.writer("docx");
                compare(
                        "DOCX",
                        table,
                        List.of(
                                Zip.ofPartsOf(own, table),
                                own,
                                Documents.xdocreport(table),
                                new Writer("docx4j", Documents::docx4j)));
            }
        }
        if (formats.contains("docx-read")) {
            read("DOCX, reading", Table.report(20_000), Forms.writer("docx"), DocumentReaders.all());
        }
        if (formats.contains("pdf")) {
            var table = Table.report(2_000);
            var writers = List.of(Pages.openPdf(), Forms.writer("pdf"), Pages.fop());
            compare("PDF", table, writers);
            System.out.println();
            for (var writer : writers) {
                System.out.printf("%s: %d pages%n", writer.name(), Pages.count(writer, table));
            }
        }
    }

    /** Compares readers of a file that a writer writes. */
    private static void read(String title, Table table, Writer writer, List<Reader> readers) throws Exception {
        var file = Files.createTempFile(
                "benchmark", "." + title.substring(0, title.indexOf(',')).toLowerCase(Locale.ROOT));
        try {
            try (var out = Files.newOutputStream(file)) {
                writer.action().write(table, out);
            }
            compare(
                    title,
                    table,
                    readers.stream()
                            .map(reader -> new Writer(
                                    reader.name(),
                                    (rows, out) -> use(reader.action().read(file))))
                            .toList());
        } finally {
            Files.delete(file);
        }
    }

    /** Uses a result, so that the compiler does not remove its computation. */
    private static void use(long result) {
        if (result <= 0) {
            throw new IllegalStateException("nothing was read");
        }
    }

    /** @param writers the programs, of which the first is the reference; the file of a reader counts as empty */
    private static void compare(String format, Table table, List<Writer> writers) throws Exception {
        var samples = new ArrayList<List<Sample>>();
        writers.forEach(writer -> samples.add(new ArrayList<>()));
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int i = 0; i < writers.size(); i++) {
                var next = Math.floorMod(round + i, writers.size());
                var sample = measure(writers.get(next), table);
                if (round >= 0) {
                    samples.get(next).add(sample);
                }
            }
        }
        System.out.printf(
                "%n**%s, %,d rows of %d columns**%n%n",
                format, table.count(), table.columns().size());
        System.out.printf(
                "| Program | CPU time / %s | CPU time (ms) | of the process (ms) | wall (ms) | allocated (MB) | file (KB) |%n",
                writers.getFirst().name());
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (int i = 0; i < writers.size(); i++) {
            var own = samples.get(i);
            var ratios = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                ratios[round] = (double) own.get(round).cpu / samples.getFirst().get(round).cpu;
            }
            System.out.printf(
                    "| %s | %.2f | %,.0f | %,.0f | %,.0f | %,.0f | %,.0f |%n",
                    writers.get(i).name(),
                    median(ratios),
                    median(own, Sample::cpu) / 1e6,
                    median(own, Sample::process) / 1e6,
                    median(own, Sample::wall) / 1e6,
                    median(own, Sample::allocated) / 1e6,
                    median(own, Sample::size) / 1e3);
        }
    }

    private static Sample measure(Writer writer, Table table) throws Exception {
        var out = new Counter();
        System.gc();
        var allocated = THREADS.getCurrentThreadAllocatedBytes();
        var process = SYSTEM.getProcessCpuTime();
        var wall = System.nanoTime();
        var cpu = THREADS.getCurrentThreadCpuTime();
        writer.action().write(table, out);
        return new Sample(
                THREADS.getCurrentThreadCpuTime() - cpu,
                SYSTEM.getProcessCpuTime() - process,
                System.nanoTime() - wall,
                THREADS.getCurrentThreadAllocatedBytes() - allocated,
                out.bytes);
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
        return median(samples.stream().mapToDouble(value).toArray());
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** Counts the bytes and discards them. */
    private static final class Counter extends OutputStream {

        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int offset, int length) {
            bytes += length;
        }
    }
}
