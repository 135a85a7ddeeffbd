/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.bieumau.model.Form;
import org.bieumau.reading.tests.Import;
import org.bieumau.reading.tests.RandomForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changes exported forms as clerks do: each is read as it was, or each difference is reported at its place. The system
 * properties <code>bieumau.clerk.count</code>, <code>.first</code> and <code>.seed</code> set the run, <code>.only
 * </code> mutations by a part of their names, <code>.keep</code> a path for the last changed files; what is tried
 * depends only on the seed and its number.
 */
class ClerkTest {

    private static final long SEED = Long.getLong("bieumau.clerk.seed", 18);
    private static final int FIRST = Integer.getInteger("bieumau.clerk.first", 0);
    private static final int COUNT = Integer.getInteger("bieumau.clerk.count", 2000);
    private static final String ONLY = System.getProperty("bieumau.clerk.only", "");
    private static final boolean IS_REPORTED = COUNT > 2000 || Boolean.getBoolean("bieumau.clerk.report");
    /** Number of changes that are tried with a form. */
    private static final int PER_FORM = 25;
    /** Each of so many forms is one of the examples. */
    private static final int EXAMPLE = 10;
    /** Maximum number of silent differences in a message. */
    private static final int TOLD = 30;

    private static final String KEPT = System.getProperty("bieumau.clerk.keep", "");
    private static final List<String> FORMATS = List.of("docx", "xlsx");

    @TempDir
    private static Path folder;

    private record Source(BieuFile file, Form form) {}

    private final List<Source> examples = new ArrayList<>();
    private final List<Exported> exported = new ArrayList<>();
    private int form = -1;
    private final Map<String, Map<Verdict.Kind, Integer>> table = new TreeMap<>();
    private final List<String> silent = new ArrayList<>();

    @Test
    @Timeout(value = 4, unit = TimeUnit.HOURS)
    void noDifferenceIsSilent() throws Exception {
        findExamples();
        var mutations = Catalogue.MUTATIONS.stream()
                .filter(mutation -> Catalogue.name(mutation).contains(ONLY))
                .toList();
        for (int number = FIRST; number < FIRST + COUNT; number++) {
            export(number / PER_FORM);
            change(number, mutations);
        }
        if (IS_REPORTED) {
            report();
        }
        assertTrue(
                silent.isEmpty(),
                () -> silent.size() + " silent\n"
                        + String.join("\n", silent.stream().limit(TOLD).toList()));
    }

    private void findExamples() throws Exception {
        Examples.copyTo(folder);
        for (var name : Examples.NAMES) {
            var file = BieuFile.open(folder.resolve(name + ".bieu"));
            file.elements().stream()
                    .filter(element -> element instanceof Form each && !each.isBlank())
                    .forEach(element -> examples.add(new Source(file, (Form) element)));
        }
    }

    /** Exports a form in all formats, unless it is exported already. */
    private void export(int number) throws Exception {
        if (number != form) {
            form = number;
            exported.clear();
            var source = source(number);
            for (var format : FORMATS) {
                exported.add(new Exported(source.file(), source.form(), format, folder));
            }
        }
    }

    private Source source(int number) throws Exception {
        if (number % EXAMPLE == EXAMPLE - 1) {
            return examples.get(number / EXAMPLE % examples.size());
        }
        var file = new BieuReader().read(new RandomForm((int) SEED * 1_000_003 + number).text());
        return new Source(file, file.element(Form.class, "F").orElseThrow());
    }

    /** Makes the next change that is possible. */
    private void change(int number, List<Mutation> mutations) throws Exception {
        var kinds = mutations.size() * FORMATS.size();
        for (int i = 0; i < kinds; i++) {
            var kind = (number + i) % kinds;
            var original = exported.get(kind % FORMATS.size());
            var mutation = mutations.get(kind / FORMATS.size());
            var paper = original.changed(mutation, new Random(SEED * 1_000_003 + number));
            if (paper.isPresent()) {
                var name = Catalogue.name(mutation) + " " + original.format();
                var verdict = read(paper.get(), original);
                table.computeIfAbsent(name, key -> new EnumMap<>(Verdict.Kind.class))
                        .merge(verdict.kind(), 1, Integer::sum);
                if (verdict.kind() == Verdict.Kind.SILENT) {
                    silent.add(number + " " + name + ": " + verdict.details());
                }
                return;
            }
        }
    }

    private static Verdict read(Paper paper, Exported original) throws Exception {
        var file = folder.resolve("changed." + original.format());
        Files.write(file, paper.bytes());
        if (!KEPT.isEmpty()) {
            Files.write(Path.of(KEPT + "." + original.format()), Files.readAllBytes(file));
        }
        try {
            var content = Import.content(file);
            var reading = Import.read(content, original.truth().form().getTemplate());
            return Judge.judge(paper, reading, content);
        } catch (ProblemException e) {
            return Verdict.ASKED;
        }
    }

    private void report() {
        System.out.printf("%-45s %7s %7s %7s %7s%n", "mutation", "equal", "problem", "asked", "silent");
        var sum = new EnumMap<Verdict.Kind, Integer>(Verdict.Kind.class);
        table.forEach((name, counts) -> {
            row(name, counts);
            counts.forEach((kind, count) -> sum.merge(kind, count, Integer::sum));
        });
        row("all " + sum.values().stream().mapToInt(each -> each).sum(), sum);
    }

    private static void row(String name, Map<Verdict.Kind, Integer> counts) {
        System.out.printf(
                "%-45s %7d %7d %7d %7d%n",
                name,
                counts.getOrDefault(Verdict.Kind.EQUAL, 0),
                counts.getOrDefault(Verdict.Kind.PROBLEM, 0),
                counts.getOrDefault(Verdict.Kind.ASKED, 0),
                counts.getOrDefault(Verdict.Kind.SILENT, 0));
    }
}
