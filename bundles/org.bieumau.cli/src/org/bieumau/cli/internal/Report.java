/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.dsl.library.SilencedProblem;

/** Formats of a problem report. */
enum Report {
    TEXT {
        @Override
        void write(List<Problem> problems, List<SilencedProblem> silenced, PrintWriter out) {
            problems.forEach(out::println);
            silenced.forEach(each -> out.println(text(each)));
        }
    },

    JSON {
        @Override
        void write(List<Problem> problems, List<SilencedProblem> silenced, PrintWriter out) {
            print(
                    Stream.concat(
                                    problems.stream().map(Report::values),
                                    silenced.stream().map(Report::values))
                            .toList(),
                    out);
        }
    },

    /** Static Analysis Results Interchange Format 2.1.0, which code hosts and editors read. */
    SARIF {
        @Override
        void write(List<Problem> problems, List<SilencedProblem> silenced, PrintWriter out) {
            var rules = Stream.concat(problems.stream(), silenced.stream().map(SilencedProblem::problem))
                    .map(Problem::code)
                    .distinct()
                    .map(code -> Map.of("id", code))
                    .toList();
            var driver = ordered("name", "bieumau", "version", "0.1.0", "rules", rules);
            print(
                    ordered(
                            "$schema",
                            "https://json.schemastore.org/sarif-2.1.0.json",
                            "version",
                            "2.1.0",
                            "runs",
                            List.of(ordered(
                                    "tool",
                                    Map.of("driver", driver),
                                    "columnKind",
                                    "utf16CodeUnits",
                                    "results",
                                    Stream.concat(
                                                    problems.stream().map(Report::result),
                                                    silenced.stream().map(Report::result))
                                            .toList()))),
                    out);
        }
    };

    abstract void write(List<Problem> problems, List<SilencedProblem> silenced, PrintWriter out);

    /** Returns a silenced problem as text: the problem, followed by the reason. */
    static String text(SilencedProblem silenced) {
        return CliMessages.ALL.text("silenced", silenced.problem(), silenced.reason());
    }

    private static Map<String, Object> values(SilencedProblem silenced) {
        var values = values(silenced.problem());
        values.put("silenced", silenced.reason());
        return values;
    }

    /** Returns a result that is suppressed in the source (SARIF 2.1.0, 3.27.23). */
    private static Map<String, Object> result(SilencedProblem silenced) {
        var result = result(silenced.problem());
        result.put("suppressions", List.of(ordered("kind", "inSource", "justification", silenced.reason())));
        return result;
    }

    private static void print(Object value, PrintWriter out) {
        out.println(new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(value));
    }

    private static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    static Map<String, Object> values(Problem problem) {
        var values = ordered("code", problem.code(), "severity", severity(problem), "message", problem.message());
        switch (problem.place()) {
            case Place.Text at -> {
                values.put("file", at.file());
                values.put("line", at.line());
                values.put("column", at.column());
                values.put("length", at.length());
            }
            case Place.Cell at -> {
                values.put("file", at.file());
                values.put("table", at.table());
                values.put("cell", at.address());
            }
            case Place.TableCell at -> {
                values.put("file", at.file());
                values.put("table", at.table());
                values.put("row", at.row());
                values.put("column", at.column());
            }
            case Place.Paragraph at -> {
                values.put("file", at.file());
                values.put("paragraph", at.number());
            }
            case null -> {}
        }
        return values;
    }

    /**
     * Returns the severity for programs: <code>error</code>, <code>violation</code>, <code>warning</code>, <code>info
     * </code>.
     */
    private static String severity(Problem problem) {
        return problem.severity().getName().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> result(Problem problem) {
        var level = switch (problem.severity()) {
            case ERROR -> "error";
            case VIOLATION, WARNING -> "warning";
            case INFO -> "note";
        };
        var result = ordered(
                "ruleId",
                problem.code(),
                "level",
                level,
                "message",
                Map.of("text", problem.message()),
                "properties",
                Map.of("severity", severity(problem)));
        var place = problem.place();
        if (place != null && place.file() != null) {
            var location =
                    ordered("artifactLocation", Map.of("uri", place.file().replace('\\', '/')));
            if (place instanceof Place.Text at && at.line() > 0) {
                location.put(
                        "region",
                        ordered(
                                "startLine",
                                at.line(),
                                "startColumn",
                                at.column(),
                                "charOffset",
                                at.offset(),
                                "charLength",
                                at.length()));
            }
            var located = ordered("physicalLocation", location);
            switch (place) {
                case Place.Cell at ->
                    located.put("logicalLocations", List.of(logical("cell", at.table() + "!" + at.address())));
                case Place.TableCell at ->
                    located.put(
                            "logicalLocations",
                            List.of(logical("cell", at.table() + "!R" + at.row() + "C" + at.column())));
                case Place.Paragraph at ->
                    located.put("logicalLocations", List.of(logical("paragraph", "" + at.number())));
                case Place.Text at -> {}
            }
            result.put("locations", List.of(located));
        }
        return result;
    }

    /** Returns the logical location of a place without line numbers (SARIF 2.1.0, 3.33). */
    private static Map<String, Object> logical(String kind, String name) {
        return ordered("fullyQualifiedName", name, "kind", kind);
    }
}
