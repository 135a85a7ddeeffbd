/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.bieumau.consolidation.internal.report.OpenProblems;
import org.bieumau.consolidation.internal.report.RepeatedNotes;
import org.bieumau.consolidation.internal.report.StatusText;
import org.bieumau.consolidation.internal.run.Returns;
import org.bieumau.consolidation.internal.run.Sink;
import org.bieumau.consolidation.internal.status.Difference;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.library.ExportRun;
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

    @Option(names = "--missing", descriptionKey = "status.missing")
    private boolean missing;

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
        var open = open(run.get(), returns);
        tell(returns, problems);
        var rows = missing ? StatusText.missing(returns, open) : StatusText.rows(returns, open);
        switch (report) {
            case TEXT -> {
                if (!missing) {
                    problems.forEach(common::print);
                }
                table(rows);
                common.out().println(StatusText.total(returns, open));
            }
            case JSON -> json(rows);
            case SARIF -> {
                problems.forEach(common::told);
                report.write(problems, List.of(), common.out());
            }
        }
        return problems.stream().anyMatch(Problem::isError) ? ExitCode.PROBLEMS : ExitCode.DONE;
    }

    /** Counts what the list of differences has, so that both agree. */
    private static OpenProblems open(CampaignRun run, Returns returns) throws ProblemException {
        try {
            return OpenProblems.of(run.consolidation().merge(returns, run.settings()));
        } catch (IOException e) {
            throw new ProblemException(ExportRun.unwritable(run.settings().cache(), e), e);
        }
    }

    /** Adds what is to be decided about files; on the screen, a note about many units is one line. */
    private void tell(Returns returns, List<Problem> problems) {
        Sink<Difference> sink = each -> problems.add(each.problem());
        var found = returns.differences().stream()
                .filter(Difference::isOpen)
                .sorted(Comparator.comparing((Difference each) -> each.problem().isError())
                        .reversed())
                .toList();
        var notes = new RepeatedNotes(returns.units(), sink);
        try {
            for (var each : found) {
                (report == Report.TEXT ? notes : sink).accept(each);
            }
            notes.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
                    var value = new LinkedHashMap<String, Object>();
                    value.put("unit", row.unit());
                    value.put("state", row.state());
                    value.put("received", row.received());
                    value.put("file", row.file());
                    value.put("note", row.note());
                    value.put("errors", row.errors());
                    value.put("warnings", row.warnings());
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
