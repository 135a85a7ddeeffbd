/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.checking.report.CheckFinding;
import org.bieumau.checking.report.FileReport;
import org.bieumau.checking.report.Repair;
import org.bieumau.checking.report.RuleState;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.problem.Problem;
import org.bieumau.model.Severity;

/**
 * What is told about a file that was checked.
 *
 * @param report the result; null if the file could not be checked
 * @param notes problems other than findings
 * @param told what was written
 */
record CheckedReport(Path file, FileReport report, List<Problem> notes, List<String> told) {

    /** The longest text that is shown of a place, in letters. */
    private static final int EXCERPT = 80;

    private static final Pattern QUOTED = Pattern.compile("[«\"]([^»\"]+)[»\"]");

    static CheckedReport unread(Path file, Problem problem) {
        return new CheckedReport(file, null, List.of(problem), List.of());
    }

    boolean isUnread() {
        return report == null;
    }

    boolean hasBreach() {
        return report != null && report.hasBreach();
    }

    List<Problem> problems() {
        return Stream.concat(
                        notes.stream(),
                        report == null
                                ? Stream.of()
                                : report.findings().stream().map(CheckFinding::problem))
                .toList();
    }

    static String severity(Severity severity) {
        return CoreMessages.ALL.text("severity." + severity.getName());
    }

    static void write(List<CheckedReport> reports, Report format, PrintWriter out) {
        switch (format) {
            case TEXT -> {
                reports.forEach(each -> each.print(out));
                if (reports.size() > 1) {
                    out.println(CliMessages.ALL.text(
                            "check.total",
                            reports.size(),
                            reports.stream().filter(CheckedReport::hasBreach).count(),
                            reports.stream().filter(CheckedReport::isUnread).count()));
                }
            }
            case JSON ->
                out.println(new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(reports.stream().map(CheckedReport::values).toList()));
            case SARIF ->
                format.write(
                        reports.stream()
                                .flatMap(each -> each.problems().stream())
                                .toList(),
                        List.of(),
                        out);
        }
    }

    private void print(PrintWriter out) {
        notes.forEach(out::println);
        if (report != null) {
            report.findings().forEach(finding -> print(finding, out));
        }
        told.forEach(out::println);
        if (report != null) {
            summarise(out);
        }
    }

    /** Prints a finding, and the text at its place unless the sentence quotes it. */
    private static void print(CheckFinding finding, PrintWriter out) {
        out.println(finding.problem());
        var text = finding.text().strip().replaceAll("\\s+", " ");
        if (!text.isEmpty() && !finding.problem().message().contains(text)) {
            out.println("    «" + excerpt(text, finding.problem().message()) + "»");
        }
    }

    /** Returns the part of a text around what the sentence quotes of it, or else its beginning. */
    private static String excerpt(String text, String sentence) {
        var from = QUOTED.matcher(sentence)
                .results()
                .map(quoted -> Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(quoted.group(1)) + "(?![\\p{L}\\d])")
                        .matcher(text))
                .filter(Matcher::find)
                .findFirst()
                .map(found -> found.end() <= EXCERPT ? 0 : Math.max(0, found.start() - EXCERPT / 2))
                .orElse(0);
        var to = Math.min(text.length(), from + EXCERPT);
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }

    private void summarise(PrintWriter out) {
        var open = report.states().entrySet().stream()
                .filter(each -> each.getValue() == RuleState.NEEDS_PERSON)
                .map(each -> each.getKey().title())
                .toList();
        if (!open.isEmpty()) {
            out.println(CliMessages.ALL.text("check.person", report.file(), String.join("; ", open)));
        }
        var mendable = Stream.of(Repair.SAFE, Repair.GUARDED)
                .filter(repair -> told.isEmpty() && count(repair) > 0)
                .map(repair -> CliMessages.ALL.text("check.mendable." + name(repair), count(repair)))
                .collect(Collectors.joining("; "));
        if (!mendable.isEmpty()) {
            out.println(CliMessages.ALL.text("check.mendable", report.file(), mendable));
        }
        out.println(CliMessages.ALL.text(
                "check.summary",
                report.file(),
                report.profile(),
                count(RuleState.BREACH),
                count(RuleState.WARNING),
                report.count(RuleState.KEPT),
                report.count(RuleState.NEEDS_PERSON)));
    }

    private long count(RuleState state) {
        return report.findings().stream()
                .filter(finding -> finding.state() == state)
                .count();
    }

    private long count(Repair repair) {
        return report.findings().stream()
                .filter(finding -> finding.repair() == repair)
                .count();
    }

    private Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        values.put("file", file.toString());
        if (!notes.isEmpty()) {
            values.put("problems", notes.stream().map(Report::values).toList());
        }
        if (report != null) {
            values.put("profile", report.profile());
            values.put("day", report.day().toString());
            values.put(
                    "findings",
                    report.findings().stream().map(CheckedReport::values).toList());
            var states = new LinkedHashMap<String, Object>();
            report.states().forEach((rule, state) -> states.put(rule.id(), name(state)));
            values.put("rules", states);
        }
        if (!told.isEmpty()) {
            values.put("written", told);
        }
        return values;
    }

    private static Map<String, Object> values(CheckFinding finding) {
        var values = new LinkedHashMap<String, Object>();
        values.put("rule", finding.rule().id());
        values.put("source", finding.rule().source());
        values.putAll(Report.values(finding.problem()));
        values.put("repair", name(finding.repair()));
        values.put("text", finding.text());
        var others = new ArrayList<String>();
        finding.places().stream().skip(1).forEach(place -> others.add(place.position()));
        if (!others.isEmpty()) {
            values.put("others", others);
        }
        return values;
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
