/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.bieumau.consolidation.internal.report.StatusText;
import org.bieumau.consolidation.internal.status.Difference;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells which units have sent their return. */
@Command(name = "status", mixinStandardHelpOptions = true, showDefaultValues = true)
final class StatusCommand implements Callable<ExitCode> {

    @Mixin
    private CampaignOptions campaign;

    @Option(names = "--report", paramLabel = "FORMAT", descriptionKey = "status.report", defaultValue = "text")
    private Report report;

    @Mixin
    private CommonOptions common;

    @Override
    public ExitCode call() throws ProblemException {
        var file = campaign.open(common);
        var problems = new ArrayList<Problem>();
        var run = campaign.prepare(file, file.results(), true, common, problems::add);
        if (run.isEmpty()) {
            problems.forEach(common::print);
            return ExitCode.PROBLEMS;
        }
        var returns = run.get().read(common);
        returns.differences().stream().map(Difference::problem).forEach(problems::add);
        var rows = StatusText.rows(returns);
        switch (report) {
            case TEXT -> {
                problems.forEach(common::print);
                table(rows);
            }
            case JSON -> json(rows);
            case SARIF -> {
                problems.forEach(common::told);
                report.write(problems, List.of(), common.out());
            }
        }
        return problems.stream().anyMatch(Problem::isError) ? ExitCode.PROBLEMS : ExitCode.DONE;
    }

    private void table(List<StatusText.Row> rows) {
        var unit = rows.stream().mapToInt(row -> row.unit().length()).max().orElse(0);
        var state = rows.stream().mapToInt(row -> row.state().length()).max().orElse(0);
        for (var row : rows) {
            common.out()
                    .println((pad(row.unit(), unit)
                                    + "  " + pad(row.state(), state)
                                    + "  " + pad(row.received() == null ? "" : row.received(), 10)
                                    + "  " + row.file()
                                    + (row.note().isEmpty() ? "" : "  (" + row.note() + ")"))
                            .stripTrailing());
        }
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private void json(List<StatusText.Row> rows) {
        var values = rows.stream()
                .map(row -> {
                    var value = new LinkedHashMap<String, String>();
                    value.put("unit", row.unit());
                    value.put("state", row.state());
                    value.put("received", row.received());
                    value.put("file", row.file());
                    value.put("note", row.note());
                    return value;
                })
                .toList();
        common.out()
                .println(new GsonBuilder()
                        .setPrettyPrinting()
                        .serializeNulls()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(values));
    }
}
