/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bieumau.checking.FileCheck;
import org.bieumau.checking.report.CheckRule;
import org.bieumau.checking.report.FileReport;
import org.bieumau.checking.report.Repair;
import org.bieumau.core.internal.text.FileFailure;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.profile.LayoutProfile;
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

    private final List<CheckedReport> reports = new ArrayList<>();
    private boolean failed;

    @Override
    public ExitCode call() throws ProblemException {
        if (explained != null) {
            return explain();
        }
        var all = files();
        if (all.isEmpty()) {
            throw new CommonOptions.UsageException(Problem.error(CliMessages.ALL, "CHECK-NO-FILES", null));
        }
        if (fix == null && (kinds.safe || kinds.guarded)) {
            throw new CommonOptions.UsageException(Problem.error(CliMessages.ALL, "CHECK-NO-COPY", null));
        }
        var check = check();
        for (var each : all) {
            try (var progress =
                    new ConsoleProgress(common.err(), each.file().getFileName().toString())) {
                check(each, all.size() > 1, check, progress);
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
            for (var file : Files.isDirectory(path) ? within(path, ".bieu") : List.of(path)) {
                libraries.add(reader.read(file).library());
            }
        }
        return libraries;
    }

    /** A file, and the folder of the command line that contains it; null if it was named itself. */
    private record Input(Path file, Path folder) {

        Path target(Path out, boolean severalFiles) {
            return severalFiles || folder != null || Files.isDirectory(out)
                    ? out.resolve(folder == null ? file.getFileName() : folder.relativize(file))
                    : out;
        }
    }

    private List<Input> files() throws ProblemException {
        var all = new ArrayList<Input>();
        for (var path : files) {
            if (Files.isDirectory(path)) {
                within(path, ".docx").forEach(file -> all.add(new Input(file, path)));
            } else {
                all.add(new Input(path, null));
            }
        }
        return all;
    }

    /** Returns the files in a folder and below, without lock files and hidden ones. */
    private static List<Path> within(Path folder, String extension) throws ProblemException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> {
                        var name = file.getFileName().toString();
                        return name.toLowerCase(Locale.ROOT).endsWith(extension)
                                && !name.startsWith("~$")
                                && !name.startsWith(".");
                    })
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.error(
                            CliMessages.ALL,
                            "CHECK-FOLDER",
                            Place.of(folder.toString()),
                            folder,
                            FileFailure.reason(e)),
                    e);
        }
    }

    private void check(Input input, boolean severalFiles, FileCheck check, ConsoleProgress progress)
            throws ProblemException {
        var result = check.check(input.file(), progress);
        var told = new ArrayList<String>();
        var notes = new ArrayList<Problem>();
        if (comments != null && !result.findings().isEmpty()) {
            var target = target(input, comments, severalFiles);
            told.add(CliMessages.ALL.text("check.commented", check.comment(result, target), target));
        }
        var last = result;
        if (fix != null) {
            last = fix(input, severalFiles, check, result, told, notes, progress);
        }
        reports.add(new CheckedReport(input.file(), last, notes, told));
    }

    private FileReport fix(
            Input input,
            boolean severalFiles,
            FileCheck check,
            FileReport result,
            List<String> told,
            List<Problem> notes,
            ConsoleProgress progress)
            throws ProblemException {
        var target = target(input, fix, severalFiles);
        var repairs = kinds.guarded ? EnumSet.of(Repair.SAFE, Repair.GUARDED) : EnumSet.of(Repair.SAFE);
        var mending = check.mend(result, repairs, target, progress);
        mending.refusal().ifPresent(notes::add);
        if (mending.isWritten()) {
            mending.mended()
                    .forEach(finding -> told.add(CliMessages.ALL.text(
                            "check.mended", finding.problem().message())));
            told.add(CliMessages.ALL.text(
                    "check.written",
                    target,
                    mending.mended().size(),
                    mending.after().findings().size()));
        } else if (mending.refusal().isEmpty()) {
            told.add(CliMessages.ALL.text(
                    kinds.guarded ? "check.nothing" : "check.nothingSafe",
                    input.file().getFileName()));
        }
        return mending.after();
    }

    /** Returns where a copy is written: never the file itself, and no other file unless it may be replaced. */
    private Path target(Input input, Path out, boolean severalFiles) throws ProblemException {
        var target = input.target(out, severalFiles);
        try {
            if (Files.exists(target) && Files.isSameFile(target, input.file())) {
                throw new ProblemException(
                        Problem.error(CliMessages.ALL, "CHECK-SAME-FILE", Place.of(target.toString()), target));
            }
            if (Files.exists(target) && !force) {
                throw new ProblemException(
                        Problem.error(CliMessages.ALL, "CHECK-EXISTS", Place.of(target.toString()), target));
            }
            if (target.toAbsolutePath().getParent() != null) {
                Files.createDirectories(target.toAbsolutePath().getParent());
            }
            return target;
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.error(
                            CliMessages.ALL,
                            "CHECK-FOLDER",
                            Place.of(target.toString()),
                            target,
                            FileFailure.reason(e)),
                    e);
        }
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
