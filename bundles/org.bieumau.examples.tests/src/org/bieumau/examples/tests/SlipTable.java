/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.bieumau.examples.tests.Slips.Kind;
import org.bieumau.examples.tests.Slips.Slip;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Counts the problems that are reported for single slips in the examples, and where the first of them is. */
final class SlipTable {

    /**
     * The problems of a slip.
     *
     * @param hit whether the first problem is within the slipped token or the next one
     */
    record Row(Slip slip, List<Problem> problems, boolean hit) {}

    private final Path folder;
    private final TreeMap<String, String> files = new TreeMap<>();
    private final Set<String> known = new HashSet<>();

    /** Reads the examples; they are copied to a folder, in which each slip is made. */
    SlipTable(Path folder) throws IOException, ProblemException {
        this.folder = folder;
        Examples.copyTo(folder);
        try (var copied = Files.list(folder)) {
            for (var file :
                    copied.filter(each -> each.toString().endsWith(".bieu")).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        for (var name : files.keySet()) {
            problems(name).forEach(problem -> known.add(key(problem)));
        }
    }

    private static String key(Problem problem) {
        return problem.code() + problem.message();
    }

    List<Row> rows(int count, long seed) {
        var rows = new ArrayList<Row>();
        new Slips(files, seed).take(count, slip -> {
            try {
                Files.writeString(folder.resolve(slip.file()), slip.text());
                return breaks(slip) && rows.add(row(slip));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ProblemException e) {
                throw new IllegalStateException(e);
            } finally {
                try {
                    Files.writeString(folder.resolve(slip.file()), files.get(slip.file()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        return rows;
    }

    /** Returns whether a text with a slip cannot be parsed or linked. */
    private boolean breaks(Slip slip) throws ProblemException {
        var resource =
                new BieuReader().read(folder.resolve(slip.file())).library().eResource();
        if (resource == null) {
            return true;
        }
        EcoreUtil.resolveAll(resource);
        return !resource.getErrors().isEmpty();
    }

    private Row row(Slip slip) throws ProblemException {
        var problems = problems(slip.file()).stream()
                .filter(problem -> !known.contains(key(problem)))
                .toList();
        return new Row(slip, problems, !problems.isEmpty() && slip.isAt(offset(problems.getFirst())));
    }

    private static int offset(Problem problem) {
        return problem.place() instanceof Place.Text text ? text.offset() : -1;
    }

    private List<Problem> problems(String file) throws ProblemException {
        return new BieuReader().read(folder.resolve(file)).problems();
    }

    /** Returns the median of the numbers of problems. */
    static double median(List<Row> rows) {
        var counts = rows.stream().map(row -> row.problems().size()).sorted().toList();
        var middle = counts.size() / 2;
        return counts.size() % 2 == 1 ? counts.get(middle) : (counts.get(middle - 1) + counts.get(middle)) / 2.0;
    }

    /** Returns the share of rows whose first problem is in its place, in percent. */
    static double hits(List<Row> rows) {
        return 100.0 * rows.stream().filter(Row::hit).count() / rows.size();
    }

    /** Returns the table as Markdown. */
    static String table(List<Row> rows) {
        var table = new StringBuilder(
                "| slip | number | median of problems | mean | most | one problem | first in place |\n"
                        + "| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        for (var kind : Kind.values()) {
            line(
                    table,
                    kind.name().toLowerCase(),
                    rows.stream().filter(row -> row.slip().kind() == kind).toList());
        }
        line(table, "all", rows);
        return table.toString();
    }

    private static void line(StringBuilder table, String title, List<Row> rows) {
        var counts = rows.stream().mapToInt(row -> row.problems().size()).summaryStatistics();
        table.append("| %s | %d | %.1f | %.2f | %d | %.1f %% | %.1f %% |%n"
                .formatted(
                        title,
                        rows.size(),
                        median(rows),
                        counts.getAverage(),
                        counts.getMax(),
                        100.0
                                * rows.stream()
                                        .filter(row -> row.problems().size() == 1)
                                        .count()
                                / rows.size(),
                        hits(rows)));
    }

    /** Describes a slip with its problems. */
    static String describe(Row row) {
        var slip = row.slip();
        var lineStart = slip.text().lastIndexOf('\n', Math.max(0, slip.start() - 1)) + 1;
        var lineEnd = slip.text().indexOf('\n', slip.end());
        return "%s %s «%s» at %d..%d: %s%n%s"
                .formatted(
                        slip.file(),
                        slip.kind(),
                        slip.token(),
                        slip.start(),
                        slip.end(),
                        slip.text()
                                .substring(
                                        lineStart,
                                        Math.min(lineEnd < 0 ? slip.text().length() : lineEnd, lineStart + 200))
                                .replaceAll("\\s+", " "),
                        row.problems().stream()
                                .limit(8)
                                .map(problem ->
                                        "    %d %s %s%n".formatted(offset(problem), problem.code(), problem.message()))
                                .collect(Collectors.joining()));
    }
}
