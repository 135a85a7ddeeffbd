/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.bieumau.checking.internal.CheckRun;
import org.bieumau.checking.internal.CheckingMessages;
import org.bieumau.checking.internal.Findings;
import org.bieumau.checking.internal.Rules;
import org.bieumau.checking.report.CheckFinding;
import org.bieumau.checking.report.CheckRule;
import org.bieumau.checking.report.FileReport;
import org.bieumau.checking.report.Repair;
import org.bieumau.core.internal.export.WholeFile;
import org.bieumau.core.internal.text.FileFailure;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.source.Amender;
import org.bieumau.core.source.Amendment;
import org.bieumau.core.spi.Importer;
import org.bieumau.core.spi.Progress;
import org.bieumau.model.Library;
import org.bieumau.reading.internal.grid.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * Checks files of Word processors against a layout profile: that of Decree 30 for documents of the state, or of the
 * guideline in force for documents of the Party. Writes copies with comments, and mended copies.
 */
public final class FileCheck {

    /** How often a copy is mended and checked again, for paragraphs with several changes. */
    private static final int MOST_PASSES = 4;

    private final Registry registry;
    private final @Nullable String profile;
    private final LocalDate day;
    private final List<Library> libraries;

    private FileCheck(Registry registry, @Nullable String profile, LocalDate day, List<Library> libraries) {
        this.registry = registry;
        this.profile = profile;
        this.day = day;
        this.libraries = List.copyOf(libraries);
    }

    /** Creates a check by the rules that are in force today. */
    public FileCheck(Registry registry) {
        this(registry, null, LocalDate.now(), List.of());
    }

    /** Returns a check against a profile, whatever the document says, such as <code>nd30</code>. */
    public FileCheck withProfile(String id) {
        return new FileCheck(registry, id, day, libraries);
    }

    /** Returns a check by the rules that are in force on a day, for documents without a date. */
    public FileCheck asOf(LocalDate date) {
        return new FileCheck(registry, profile, date, libraries);
    }

    /**
     * Returns a check that knows the agencies of libraries, and does not report what a library silences at its head.
     */
    public FileCheck withLibraries(Collection<Library> known) {
        return new FileCheck(registry, profile, day, List.copyOf(known));
    }

    /**
     * Checks a file.
     *
     * @throws ProblemException if the file cannot be read or is no document, or there is no such profile; the problem
     *     says what to do. A failure of the program on this file is a problem, too, so that other files can be checked
     * @throws CancellationException if the progress does not go on
     */
    public FileReport check(Path file, Progress progress) throws ProblemException {
        if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".doc")) {
            throw problem("CHECK-DOC", file, null, file.getFileName());
        }
        if (SourceFile.isWorkbook(file)) {
            throw problem("CHECK-WORKBOOK", file, null, file.getFileName());
        }
        try {
            var items = SourceFile.items(file, registry, progress);
            return new CheckRun(registry, profile, day, libraries).check(file, items, progress);
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw problem("CHECK-CRASHED", file, e, String.valueOf(e));
        }
    }

    /**
     * Returns the rules that files are checked against.
     *
     * @throws ProblemException if there is no such profile
     */
    public List<CheckRule> rules() throws ProblemException {
        var chosen = profile;
        var id = chosen == null ? LayoutProfile.DEFAULT : chosen;
        var found = registry.profile(id, day)
                .orElseThrow(() -> new ProblemException(Problem.error(
                        CheckingMessages.ALL, "CHECK-PROFILE", null, id, String.join(", ", registry.profileNames()))));
        return List.copyOf(Rules.of(found, day).values());
    }

    /** Returns the sentence of the problem that reports a rule, with … for what depends on the file. */
    public static String explanation(CheckRule rule) {
        return Findings.text(rule.code(), "…", "…", "…");
    }

    private static ProblemException problem(
            String code, Path file, @Nullable Exception cause, @Nullable Object... arguments) {
        return new ProblemException(
                Problem.error(CheckingMessages.ALL, code, Place.of(file.toString()), arguments), cause);
    }

    /**
     * The result of mending a file.
     *
     * @param before what the check says about the file
     * @param after what it says about the mended copy; the same as before if nothing was written
     * @param mended the findings that are mended in the copy
     * @param refusal why the file was left alone; empty if it was not
     */
    public record Mending(FileReport before, FileReport after, List<CheckFinding> mended, Optional<Problem> refusal) {

        public Mending {
            mended = List.copyOf(mended);
        }

        /** Returns whether a copy was written. */
        public boolean isWritten() {
            return !mended.isEmpty();
        }
    }

    /**
     * Writes a mended copy, unless there is nothing to mend or the file must be left alone. The copy is checked again:
     * if it is no better than the file, or the progress does not go on, nothing is written.
     *
     * @param report the check of the file
     * @param repairs the kinds of repairs that are made
     * @param copy the file to write; it is replaced if it exists
     * @throws ProblemException if the file cannot be read, or the copy not be written
     * @throws CancellationException if the progress does not go on
     */
    public Mending mend(FileReport report, Set<Repair> repairs, Path copy, Progress progress) throws ProblemException {
        var amender = amender(report.file());
        var chosen = report.findings().stream()
                .filter(finding -> repairs.contains(finding.repair())
                        && !finding.amendments().isEmpty())
                .toList();
        try {
            var refusal = amender.isEmpty()
                    ? Optional.of(
                            problem("CHECK-NOT-AMENDED", report.file(), null).problem())
                    : amender.get().refusal(report.file());
            if (refusal.isPresent() || chosen.isEmpty()) {
                return new Mending(report, report, List.of(), refusal);
            }
            return mend(amender.get(), report, repairs, chosen, copy, progress);
        } catch (IOException e) {
            throw new ProblemException(SourceFile.unreadable(report.file(), e), e);
        }
    }

    /** Writes a mended copy and checks it. What was there before stays if the copy is no better than the file. */
    private Mending mend(
            Amender amender,
            FileReport report,
            Set<Repair> repairs,
            List<CheckFinding> chosen,
            Path copy,
            Progress progress)
            throws IOException, ProblemException {
        var former = Files.exists(copy) ? Files.readAllBytes(copy) : null;
        var isBetter = false;
        try {
            var after = amended(amender, report, repairs, copy, progress);
            var left = after.findings().stream()
                    .map(finding -> finding.rule().id())
                    .collect(Collectors.toSet());
            var mended = chosen.stream()
                    .filter(finding -> !left.contains(finding.rule().id()))
                    .toList();
            isBetter = !mended.isEmpty()
                    && after.findings().size() <= report.findings().size();
            return isBetter
                    ? new Mending(report, after, mended, Optional.empty())
                    : new Mending(report, report, List.of(), Optional.empty());
        } finally {
            if (!isBetter && former != null) {
                write(copy, former);
            } else if (!isBetter) {
                Files.deleteIfExists(copy);
            }
        }
    }

    /** Amends a file until nothing is left to amend, and returns the check of the copy. */
    private FileReport amended(Amender amender, FileReport report, Set<Repair> repairs, Path copy, Progress progress)
            throws IOException, ProblemException {
        amend(amender, report, repairs, copy);
        var after = check(copy, progress);
        // Of two changes in one paragraph, a pass makes the first.
        for (int pass = 1; pass < MOST_PASSES && !amendments(after, repairs).isEmpty(); pass++) {
            var last = Files.readAllBytes(copy);
            amend(amender, after, repairs, copy);
            var next = check(copy, progress);
            if (next.findings().size() >= after.findings().size()) {
                write(copy, last);
                break;
            }
            after = next;
        }
        return after;
    }

    private static List<Amendment> amendments(FileReport report, Set<Repair> repairs) {
        return report.findings().stream()
                .filter(finding -> repairs.contains(finding.repair()))
                .flatMap(finding -> finding.amendments().stream())
                .toList();
    }

    private static void amend(Amender amender, FileReport report, Set<Repair> repairs, Path copy)
            throws IOException, ProblemException {
        var amended = new ByteArrayOutputStream();
        amender.amend(report.file(), amendments(report, repairs), amended);
        write(copy, amended.toByteArray());
    }

    /**
     * Writes a copy with a comment at each finding.
     *
     * @param report the check of the file
     * @param copy the file to write; it is replaced if it exists
     * @return the number of comments
     * @throws ProblemException if the file cannot be read or take comments, or the copy not be written
     */
    public int comment(FileReport report, Path copy) throws ProblemException {
        var amender = amender(report.file()).orElseThrow(() -> problem("CHECK-NOT-AMENDED", report.file(), null));
        var comments = report.findings().stream()
                .map(finding -> new Amendment.Comment(finding.anchor(), finding.sentence()))
                .toList();
        try {
            var amended = new ByteArrayOutputStream();
            var left = amender.amend(report.file(), comments, amended);
            write(copy, amended.toByteArray());
            return comments.size() - left.size();
        } catch (IOException e) {
            throw new ProblemException(SourceFile.unreadable(report.file(), e), e);
        }
    }

    private static void write(Path copy, byte[] content) throws ProblemException {
        try {
            WholeFile.write(copy, out -> out.write(content));
        } catch (IOException e) {
            throw problem("CHECK-UNWRITABLE", copy, e, copy, FileFailure.reason(e));
        }
    }

    private static String extension(Path file) {
        var name = file.getFileName().toString();
        return name.substring(Math.max(0, name.lastIndexOf('.')));
    }

    private Optional<Amender> amender(Path file) {
        var extension = extension(file).replaceFirst("^\\.", "").toLowerCase(Locale.ROOT);
        for (Importer importer : registry.importers()) {
            if (registry.call(importer, () -> Set.copyOf(importer.extensions()))
                    .orElse(Set.of())
                    .contains(extension)) {
                return registry.call(importer, importer::amender).orElse(Optional.empty());
            }
        }
        return Optional.empty();
    }
}
