/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.consolidation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bieumau.consolidation.internal.engine.LocalEngine;
import org.bieumau.consolidation.internal.file.ReturnFile;
import org.bieumau.consolidation.internal.file.ReturnFiles;
import org.bieumau.consolidation.internal.plan.CampaignPlan;
import org.bieumau.consolidation.internal.record.ReturnContent;
import org.bieumau.consolidation.internal.run.Consolidation;
import org.bieumau.consolidation.internal.run.Merged;
import org.bieumau.consolidation.internal.run.Returns;
import org.bieumau.consolidation.internal.run.RunProgress;
import org.bieumau.consolidation.internal.run.Settings;
import org.bieumau.consolidation.internal.status.Difference;
import org.bieumau.consolidation.internal.status.ReturnIndex;
import org.bieumau.consolidation.internal.status.Selection;
import org.bieumau.consolidation.internal.store.ResultStore;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.dsl.library.ExportRun;

/**
 * The returns of a campaign, for one state of its text: what an editor shows, decides and writes. Used by one thread at
 * a time.
 */
public final class CampaignSession {

    private final CampaignFile file;
    private final CampaignPlan plan;
    private final Consolidation consolidation;

    private CampaignSession(CampaignFile file) {
        this.file = file;
        plan = file.plan();
        consolidation = new Consolidation(plan, file.reader().registry(), new LocalEngine());
    }

    /**
     * Opens a campaign.
     *
     * @param path the file, which exists
     * @param name name of the campaign
     * @param texts texts of files that are open in editors, by their absolute and normalized paths; they take
     *     precedence over the files on disk
     * @throws ProblemException if the text has errors, which keep a campaign from being run
     */
    public static CampaignSession open(Path path, String name, Map<Path, String> texts, Registry registry)
            throws ProblemException {
        var reader = new BieuReader(List.of(), registry);
        reader.open(texts);
        var file = CampaignFile.open(reader, path, name);
        var error = file.file().problems().stream().filter(Problem::isError).findFirst();
        if (error.isPresent()) {
            throw new ProblemException(error.get());
        }
        return new CampaignSession(file);
    }

    public CampaignPlan plan() {
        return plan;
    }

    public CampaignFile file() {
        return file;
    }

    /** Results must not depend on the day on which they are written; what is shown may. */
    private Settings settings(List<Path> roots, boolean isShown) {
        return new Settings(
                roots,
                List.of(file.results(), file.cache().getParent()),
                file.cache(),
                Set.of(),
                false,
                isShown ? LocalDate.now() : null);
    }

    private Settings settings(boolean isShown) {
        return settings(List.of(), isShown);
    }

    /**
     * Reads the returns; those that an earlier run has read are not read again.
     *
     * @throws ProblemException if the folder of the returns is missing, or that of the results cannot be written
     * @throws java.util.concurrent.CancellationException if the progress cancels; what was read is kept
     */
    public Returns read(RunProgress progress) throws ProblemException {
        try {
            return consolidation.read(settings(file.roots(List.of()), true), progress);
        } catch (IOException e) {
            throw new ProblemException(ExportRun.unwritable(file.cache(), e), e);
        }
    }

    /**
     * Decides again which returns count, for the text of this session, without reading the files.
     *
     * @param before what was read for another text
     * @return empty if the files must be read again, since form or mapping have changed
     * @throws ProblemException if the cache cannot be used
     */
    public Optional<Returns> again(Returns before) throws ProblemException {
        try {
            return consolidation.again(before, settings(true));
        } catch (IOException e) {
            throw new ProblemException(ExportRun.unwritable(file.cache(), e), e);
        }
    }

    /** Returns the state of the units after some files have been read. */
    public Selection soFar(ReturnIndex read) {
        return new Selection(plan, read, LocalDate.now(), Set.of());
    }

    /**
     * Merges the returns that count.
     *
     * @param progress can cancel this, and what is done with the result
     */
    public Merged merge(Returns returns, Progress progress) throws ProblemException {
        try {
            return consolidation.merge(returns, settings(true), progress);
        } catch (IOException e) {
            throw new ProblemException(ExportRun.unwritable(file.cache(), e), e);
        }
    }

    /**
     * What was written.
     *
     * @param differences those of the results
     */
    public record Written(List<Path> files, List<Problem> problems, List<Difference> differences) {}

    /**
     * Writes the results next to the file.
     *
     * @param returns what was read by this session
     * @param progress can cancel
     */
    public Written write(Returns returns, Progress progress) throws ProblemException {
        try {
            var timeless = consolidation.again(returns, settings(false)).orElse(returns);
            var merged = consolidation.merge(timeless, settings(false), progress);
            var writer = new ResultWriter(file, file.results(), false);
            writer.write(merged, each -> {}, progress);
            return new Written(writer.written(), writer.problems(), merged.differences());
        } catch (IOException e) {
            throw new ProblemException(ExportRun.unwritable(file.cache(), e), e);
        }
    }

    /**
     * Returns the text of the letter that reminds the units that have sent nothing, or nothing that can be read.
     *
     * @param each whether each unit gets a letter of its own, rather than all the same
     * @throws ProblemException if it is not known which agency sends the letter
     */
    public String reminder(Returns returns, boolean each) throws ProblemException {
        return ReminderLetter.text(file, returns, each, LocalDate.now());
    }

    /** Returns the file of the letter. */
    public Path reminderFile() {
        return file.results().resolve(ReminderLetter.fileName(file) + ".bieu");
    }

    /** Returns what was read from a file; empty if it has not been read. */
    public Optional<ReturnContent> content(Returns returns, String name) {
        try {
            var store = new ResultStore(file.cache());
            return returns.files().stream()
                    .filter(each -> each.file().name().equals(name)
                            && !each.file().key().isEmpty())
                    .findFirst()
                    .flatMap(each -> store.get(each.file().key()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns a number that tells whether files have been added to the returns, changed or removed.
     *
     * @throws ProblemException if the folder of the returns is missing
     */
    public long stamp() throws ProblemException {
        long stamp = 0;
        for (var each : files()) {
            stamp = 31 * stamp + Objects.hash(each.name(), each.size(), each.modified());
        }
        return stamp;
    }

    /**
     * Finds a file of the returns by its name.
     *
     * @throws ProblemException if the folder of the returns is missing
     */
    public Optional<ReturnFile> find(String name) throws ProblemException {
        return files().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private List<ReturnFile> files() throws ProblemException {
        try {
            var ignored = settings(false).ignored().stream()
                    .map(each -> each.toAbsolutePath().normalize())
                    .toList();
            return ReturnFiles.find(
                    file.roots(List.of()),
                    folder -> ignored.contains(folder.toAbsolutePath().normalize()));
        } catch (IOException e) {
            throw new ProblemException(ExportRun.unwritable(file.folder(), e), e);
        }
    }
}
