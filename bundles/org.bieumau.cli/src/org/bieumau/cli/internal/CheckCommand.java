/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bieumau.checking.FileCheck;
import org.bieumau.checking.internal.batch.CheckInput;
import org.bieumau.checking.internal.batch.CheckInputs;
import org.bieumau.checking.internal.batch.CopyTarget;
import org.bieumau.checking.internal.batch.FolderFiles;
import org.bieumau.checking.report.Change;
import org.bieumau.checking.report.CheckFinding;
import org.bieumau.checking.report.CheckRule;
import org.bieumau.checking.report.FileReport;
import org.bieumau.checking.report.Repair;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Library;
import org.bieumau.model.Severity;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks Word files against Decree 30 or the guideline of the Party, and writes commented and mended copies. */
@Command(name = "check", mixinStandardHelpOptions = true, showDefaultValues = true)
final class CheckCommand implements Callable<ExitCode> {

    @Parameters(arity = "0..*", paramLabel = "FILE", descriptionKey = "check.FILE")
    private List<Path> files = List.of();

    @Option(names = "--profile", paramLabel = "ID", descriptionKey = "check.profile")
    private String profile;

    @Option(names = "--province", paramLabel = "ID", descriptionKey = "province")
    private String province;

    @Option(names = "--report", paramLabel = "FORMAT", descriptionKey = "report", defaultValue = "text")
    private Report report;

    @Option(names = "--explain", paramLabel = "RULE", descriptionKey = "check.explain")
    private String explained;

    @Option(names = "--comments", paramLabel = "PATH", descriptionKey = "check.comments")
    private Path comments;

    @Option(
            names = {"--fix", "-o", "--output"},
            paramLabel = "PATH",
            descriptionKey = "check.fix")
    private Path fix;

    @ArgGroup
    private Kinds kinds = new Kinds();

    @Option(names = "--force", descriptionKey = "check.force")
    private boolean force;

    @Mixin
    private CommonOptions common;

    /** Which repairs are made. */
    static final class Kinds {

        @Option(names = "--safe", descriptionKey = "check.safe")
        private boolean safe;

        @Option(names = "--guarded", descriptionKey = "check.guarded")
        private boolean guarded;
    }

    /** How many of the changes that are alike are told. */
    private static final int MOST_TOLD = 5;

    private final List<CheckedReport> reports = new ArrayList<>();
    private boolean failed;

    @Override
    public ExitCode call() throws ProblemException {
        if (explained != null) {
            return explain();
        }
        var inputs = CheckInputs.find(files, Progress.NONE);
        if (inputs.files().isEmpty() && inputs.problems().isEmpty()) {
            throw new CommonOptions.UsageException(Problem.error(CliMessages.ALL, "CHECK-NO-FILES", null));
        }
        if (fix == null && (kinds.safe || kinds.guarded)) {
            throw new CommonOptions.UsageException(Problem.error(CliMessages.ALL, "CHECK-NO-COPY", null));
        }
        for (var problem : inputs.problems()) {
            reports.add(CheckedReport.unread(Path.of(problem.place().file()), problem));
            failed = true;
        }
        var check = check();
        var commented = comments == null ? null : new CopyTarget(comments, inputs.files(), target -> force);
        var mended = fix == null ? null : new CopyTarget(fix, inputs.files(), target -> force);
        for (var each : inputs.files()) {
            try (var progress =
                    new ConsoleProgress(common.err(), each.file().getFileName().toString())) {
                check(each, check, commented, mended, progress);
            } catch (ProblemException e) {
                reports.add(CheckedReport.unread(each.file(), e.problem()));
                // A folder has other files than documents, too.
                failed |= each.folder() == null || !e.problem().code().equals("CHECK-NO-DOCUMENT");
            }
        }
        reports.forEach(each -> each.problems().forEach(common::told));
        CheckedReport.write(reports, report, common.out());
        return failed
                ? ExitCode.FAILED
                : reports.stream().anyMatch(CheckedReport::hasBreach) ? ExitCode.PROBLEMS : ExitCode.DONE;
    }

    private FileCheck check() throws ProblemException {
        var registry = common.registry();
        if (province != null) {
            registry = registry.assumingProvince(common.provinceCode(province));
        }
        var check = new FileCheck(registry).withLibraries(libraries());
        return profile == null ? check : check.withProfile(profile);
    }

    /** Reads the libraries of the command line: their agencies are known, and they silence rules. */
    private List<Library> libraries() throws ProblemException {
        var reader = new BieuReader(common.libraries(), common.registry());
        var libraries = new ArrayList<Library>();
        for (var path : common.libraries()) {
            for (var file : Files.isDirectory(path) ? within(path) : List.of(path)) {
                libraries.add(reader.read(file).library());
            }
        }
        return libraries;
    }

    private static List<Path> within(Path folder) throws ProblemException {
        var found = FolderFiles.in(folder, name -> name.toLowerCase(Locale.ROOT).endsWith(".bieu"), Progress.NONE);
        if (!found.problems().isEmpty()) {
            throw new ProblemException(found.problems().getFirst());
        }
        return found.files();
    }

    /**
     * Checks a file and writes its copies.
     *
     * @param commented where copies with comments are written; null if they are not
     * @param mended where mended copies are written; null if they are not
     */
    private void check(
            CheckInput input, FileCheck check, CopyTarget commented, CopyTarget mended, ConsoleProgress progress)
            throws ProblemException {
        var result = check.check(input.file(), progress);
        var told = new ArrayList<String>();
        var notes = new ArrayList<Problem>();
        if (commented != null && !result.findings().isEmpty()) {
            var target = commented.of(input);
            told.add(CliMessages.ALL.text("check.commented", check.comment(result, target), target));
        }
        var last = result;
        if (mended != null) {
            last = fix(input, check, result, mended.of(input), told, notes, progress);
        }
        reports.add(new CheckedReport(input.file(), last, notes, told));
    }

    private FileReport fix(
            CheckInput input,
            FileCheck check,
            FileReport result,
            Path target,
            List<String> told,
            List<Problem> notes,
            ConsoleProgress progress)
            throws ProblemException {
        var repairs = kinds.guarded ? EnumSet.of(Repair.SAFE, Repair.GUARDED) : EnumSet.of(Repair.SAFE);
        var mending = check.mend(result, repairs, target, progress);
        mending.refusal().ifPresent(notes::add);
        if (mending.isWritten()) {
            mending.mended().forEach(finding -> tell(finding, told));
            told.add(CliMessages.ALL.text(
                    "check.written",
                    target,
                    mending.mended().size(),
                    mending.after().findings().size()));
        } else if (mending.refusal().isEmpty()) {
            told.add(CliMessages.ALL.text(
                    result.findings().isEmpty()
                            ? "check.faultless"
                            : kinds.guarded || isBeyondRepair(result) ? "check.nothing" : "check.nothingSafe",
                    input.file().getFileName()));
        }
        return mending.after();
    }

    private static boolean isBeyondRepair(FileReport report) {
        return report.findings().stream().allMatch(finding -> finding.repair() == Repair.BY_HAND);
    }

    /** Tells what was mended, with the text or look before and after at each place. */
    private static void tell(CheckFinding finding, List<String> told) {
        told.add(CliMessages.ALL.text("check.mended", finding.problem().message()));
        finding.changes().stream().limit(MOST_TOLD).map(CheckCommand::sentence).forEach(told::add);
        var others = finding.changes().size() - MOST_TOLD;
        if (others > 0) {
            told.add(CliMessages.ALL.text("check.changes", others));
        }
    }

    private static String sentence(Change change) {
        var position = change.place().position();
        return position.isEmpty()
                ? CliMessages.ALL.text("check.changed.file", change.before(), change.after())
                : CliMessages.ALL.text("check.changed", position, change.before(), change.after());
    }

    // Rules

    private ExitCode explain() throws ProblemException {
        var id = profile == null ? LayoutProfile.DEFAULT : profile;
        var rules = new FileCheck(common.registry()).withProfile(id).rules();
        var found = rules.stream()
                .filter(rule ->
                        rule.id().equalsIgnoreCase(explained) || rule.code().equalsIgnoreCase(explained))
                .toList();
        if (found.isEmpty()) {
            throw new CommonOptions.UsageException(Problem.error(
                    CliMessages.ALL,
                    "CHECK-RULE",
                    null,
                    explained,
                    id,
                    String.join(
                            ", ", rules.stream().map(CheckRule::id).limit(12).toList())));
        }
        found.forEach(rule -> common.out()
                .println(CliMessages.ALL.text(
                        "check.rule",
                        rule.id(),
                        rule.title(),
                        rule.isPractice() ? CliMessages.ALL.text("check.practice") : rule.place(),
                        CheckedReport.severity(rule.severity()),
                        CliMessages.ALL.text(rule.severity() == Severity.VIOLATION ? "check.breaks" : "check.hints"),
                        FileCheck.explanation(rule))));
        return ExitCode.DONE;
    }
}
