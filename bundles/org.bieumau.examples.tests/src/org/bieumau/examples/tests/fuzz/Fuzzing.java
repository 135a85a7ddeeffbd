/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;

/** Runs inputs on several threads and counts the faults. */
final class Fuzzing {

    /** Number of inputs after which a reader is replaced, to limit its memory. */
    private static final int INPUTS_OF_A_READER = 500;
    /** CPU time after which an input is abandoned. */
    private static final Duration ABANDONED = Duration.ofSeconds(60);

    /**
     * Where a run reports its progress.
     *
     * @param interval time between two lines
     */
    record Progress(Duration interval, Consumer<String> lines) {}

    /** An input with its faults. */
    record Failure(Input input, Set<Fault> faults) {}

    private static final class Tally {
        private int inputs;
        private int accepted;
        private final Map<Fault.Kind, Integer> faulty = new EnumMap<>(Fault.Kind.class);
    }

    private final Path folder;
    private final Inputs inputs;
    private final long until;
    private final long deadline;
    private final AtomicLong next;
    private final Progress progress;
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final List<Failure> failures = new ArrayList<>();
    private final Map<Long, Input> running = new ConcurrentHashMap<>();
    private final Map<Long, Long> started = new ConcurrentHashMap<>();
    private Exception broken;
    private final long begun;
    private long tried;
    /** Time of the last line about the progress. */
    private long reported;

    /**
     * Prepares a run.
     *
     * @param folder an empty folder for the files
     * @param first the number of the first input
     * @param count the number of inputs
     * @param time the time after which no further input is begun
     */
    Fuzzing(Path folder, long seed, long first, long count, Duration time, Progress progress) throws IOException {
        this.folder = folder;
        this.inputs = new Inputs(Files.createDirectories(folder.resolve("examples")), seed);
        this.next = new AtomicLong(first);
        this.until = first + count;
        this.deadline = System.nanoTime() + time.toNanos();
        this.progress = progress;
        this.begun = first;
        this.reported = System.nanoTime();
    }

    /** Runs the inputs and returns those that show a fault. */
    List<Failure> run(int threads) throws Exception {
        try (var noise = new Noise()) {
            var workers = new ArrayList<Thread>();
            for (int i = 0; i < threads; i++) {
                workers.add(start(i));
            }
            var beans = ManagementFactory.getThreadMXBean();
            for (int i = 0; i < workers.size(); i++) {
                for (var worker = workers.get(i); worker.isAlive(); worker = workers.get(i)) {
                    worker.join(1_000);
                    var input = running.get(worker.threadId());
                    var begun = started.get(worker.threadId());
                    if (input != null
                            && begun != null
                            && beans.getThreadCpuTime(worker.threadId()) - begun > ABANDONED.toNanos()) {
                        var stack = new Exception();
                        stack.setStackTrace(worker.getStackTrace());
                        running.remove(worker.threadId());
                        count(
                                input,
                                false,
                                Set.of(new Fault(Fault.Kind.HANG, "abandoned: " + Trial.describe(stack), "")));
                        workers.add(start(workers.size()));
                        break;
                    }
                }
            }
        }
        if (broken != null) {
            throw broken;
        }
        return failures;
    }

    private Thread start(int number) {
        var worker = new Thread(() -> {
            try {
                work(Files.createDirectories(folder.resolve("worker" + number)));
            } catch (Exception e) {
                broken = e;
            }
        });
        worker.setDaemon(true);
        worker.start();
        return worker;
    }

    private void work(Path own) throws IOException, ProblemException {
        var me = Thread.currentThread().threadId();
        var registry = Registry.load(Fuzzing.class.getClassLoader());
        try (var files = Files.list(folder.resolve("examples"))) {
            for (var file : files.toList()) {
                Files.copy(file, own.resolve(file.getFileName()));
            }
        }
        Trial trial = null;
        for (int i = 0; System.nanoTime() < deadline; i++) {
            var number = next.getAndIncrement();
            if (number >= until) {
                return;
            }
            if (i % INPUTS_OF_A_READER == 0) {
                trial = new Trial(own, registry);
            }
            var input = inputs.input(number);
            started.put(me, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
            running.put(me, input);
            var faults = trial.run(input);
            if (running.remove(me) == null) {
                return;
            }
            count(input, trial.isAccepted(), faults);
        }
    }

    private synchronized void count(Input input, boolean accepted, Set<Fault> faults) {
        var tally = tallies.computeIfAbsent(input.kind(), kind -> new Tally());
        tally.inputs++;
        tally.accepted += accepted ? 1 : 0;
        faults.stream().map(Fault::kind).distinct().forEach(kind -> tally.faulty.merge(kind, 1, Integer::sum));
        if (!faults.isEmpty()) {
            failures.add(new Failure(input, faults));
        }
        tried++;
        if (System.nanoTime() - reported >= progress.interval().toNanos()) {
            reported = System.nanoTime();
            progress.lines()
                    .accept("%d of %d inputs tried, %d with faults".formatted(tried, until - begun, failures.size()));
        }
    }

    /** Returns the numbers of inputs by kind, of those that were exported, and of those with each kind of fault. */
    String table() {
        var table = new StringBuilder("| kind | inputs | exported |");
        for (var kind : Fault.Kind.values()) {
            table.append(' ').append(kind.title()).append(" |");
        }
        table.append("\n| --- | ---: | ---: |")
                .append(" ---: |".repeat(Fault.Kind.values().length))
                .append('\n');
        var all = new Tally();
        tallies.forEach((kind, tally) -> {
            line(table, kind, tally);
            all.inputs += tally.inputs;
            all.accepted += tally.accepted;
            tally.faulty.forEach((fault, number) -> all.faulty.merge(fault, number, Integer::sum));
        });
        line(table, "all", all);
        return table.toString();
    }

    private static void line(StringBuilder table, String kind, Tally tally) {
        table.append("| %s | %d | %d |".formatted(kind, tally.inputs, tally.accepted));
        for (var fault : Fault.Kind.values()) {
            table.append(" %d |".formatted(tally.faulty.getOrDefault(fault, 0)));
        }
        table.append('\n');
    }

    /** Returns each different fault once, with the number of inputs and the first of them. */
    String list() {
        var counts = new TreeMap<String, Integer>();
        var first = new HashMap<String, String>();
        for (var failure : failures) {
            for (var fault : failure.faults()) {
                var name = fault.kind().title() + ": " + fault.message();
                counts.merge(name, 1, Integer::sum);
                var input = failure.input();
                first.putIfAbsent(
                        name,
                        "%s%n    input %d, %s %s"
                                .formatted(fault.detail(), input.number(), input.kind(), input.origin()));
            }
        }
        var list = new StringBuilder();
        counts.forEach((name, count) -> list.append("%d × %s, first: %s%n".formatted(count, name, first.get(name))));
        return list.toString();
    }
}
