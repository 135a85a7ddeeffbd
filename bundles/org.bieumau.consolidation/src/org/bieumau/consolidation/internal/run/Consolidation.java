/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bieumau.consolidation.internal.engine.Engines;
import org.bieumau.consolidation.internal.file.ReturnFile;
import org.bieumau.consolidation.internal.merge.Accumulator;
import org.bieumau.consolidation.internal.plan.CampaignPlan;
import org.bieumau.consolidation.internal.plan.MergeRules;
import org.bieumau.consolidation.internal.read.ReportReader;
import org.bieumau.consolidation.internal.read.ReturnReader;
import org.bieumau.consolidation.internal.status.FileStatus;
import org.bieumau.consolidation.internal.status.ReturnIndex;
import org.bieumau.consolidation.internal.status.ReturnSummary;
import org.bieumau.consolidation.internal.status.Selection;
import org.bieumau.consolidation.internal.store.LocalStorage;
import org.bieumau.consolidation.internal.store.ResultStore;
import org.bieumau.consolidation.internal.store.Storage;
import org.bieumau.consolidation.internal.store.TemporaryFolder;
import org.bieumau.consolidation.spi.ConsolidationEngine;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.model.MergeMode;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;

/**
 * Consolidates the returns of a campaign: {@link #read} reads the files and tells who sent what; {@link #merge} makes
 * one form of them.
 */
public final class Consolidation {

    private final CampaignPlan plan;
    private final Registry registry;
    private final ConsolidationEngine engine;
    private final @Nullable Storage storage;

    /** Creates a consolidation of returns in folders of this machine. */
    public Consolidation(CampaignPlan plan, Registry registry, ConsolidationEngine engine) {
        this(plan, registry, engine, null);
    }

    /** @param storage where the returns are; null for the folders of the settings */
    public Consolidation(CampaignPlan plan, Registry registry, ConsolidationEngine engine, @Nullable Storage storage) {
        this.storage = storage;
        this.plan = plan;
        this.registry = registry;
        this.engine = engine;
        // Several threads read the model, and references are resolved when they are first used.
        var resource = plan.campaign().eResource();
        ResourceSet resources = resource == null ? null : resource.getResourceSet();
        if (resources != null) {
            EcoreUtil.resolveAll(resources);
        }
    }

    /**
     * Reads all files, and decides which return of each unit counts.
     *
     * @throws IOException if the folder of returns or that of the cache cannot be used
     * @throws java.util.concurrent.CancellationException if the run was cancelled; what was read is kept
     */
    public Returns read(Settings settings, RunProgress progress) throws IOException {
        TemporaryFolder.deleteOld(settings.cache());
        try (var reader = reader(plan, registry, settings.cache());
                var returns = storage(settings)) {
            var site = Site.of(plan, returns, reader);
            var files = site.storage().find();
            progress.found(files.size());
            var index = Engines.run(engine, files, new ReadWork(site, settings.fresh(), progress), registry);
            return Returns.of(plan.units(), new Selection(plan, index, settings.today(), settings.only()));
        }
    }

    private Storage storage(Settings settings) throws IOException {
        return storage != null ? storage : new LocalStorage(settings.roots(), settings.ignored(), settings.cache());
    }

    /**
     * Returns a reader of the returns of a campaign.
     *
     * @param folder folder in which one for copies of returns is created
     */
    static ReturnReader reader(CampaignPlan plan, Registry registry, Path folder) {
        var known = plan.templates().stream().map(plan::known).toList();
        var reports = plan.mode() == MergeMode.PROSE ? new ReportReader(plan.outline(), registry, plan.texts()) : null;
        return new ReturnReader(
                plan.templates(), known, plan.readWith(), registry, reports, new TemporaryFolder(folder));
    }

    /**
     * Decides again which return of each unit counts, without reading the files: for another text of the campaign.
     *
     * @param before what was read for the text before
     * @return empty if the files must be read again, since the form or the mapping has changed
     */
    public Optional<Returns> again(Returns before, Settings settings) throws IOException {
        // What names a unit in a letterhead is found when a file is read.
        if (!plan.units().equals(before.units())) {
            return Optional.empty();
        }
        var summaries = before.files().stream().map(FileStatus::file).toList();
        // A file that could not be read may be readable with another form.
        var comparable = summaries.stream().filter(ReturnSummary::isRead).findFirst();
        try (var reader = reader(plan, registry, settings.cache())) {
            var isOutdated = comparable.isPresent()
                    ? !comparable.get().key().equals(reader.key(comparable.get().sha256(), extension(comparable.get())))
                    : summaries.stream().anyMatch(file -> !file.sha256().isEmpty());
            if (isOutdated) {
                return Optional.empty();
            }
        }
        var index = new ReturnIndex();
        summaries.forEach(file -> index.merge(ReturnIndex.of(file)));
        return Optional.of(Returns.of(plan.units(), new Selection(plan, index, settings.today(), settings.only())));
    }

    private static String extension(ReturnSummary file) {
        return new ReturnFile(file.name(), "", -1, -1, null, null).extension();
    }

    /**
     * Merges the returns that count.
     *
     * @throws IOException if the results of reading cannot be read any more
     */
    public Merged merge(Returns returns, Settings settings) throws IOException {
        return merge(returns, settings, Progress.NONE);
    }

    /**
     * The same as {@link #merge(Returns, Settings)}.
     *
     * @param progress gets the number of returns that were merged, or passed on by {@link Merged}
     * @throws java.util.concurrent.CancellationException if the progress cancels
     */
    public Merged merge(Returns returns, Settings settings, Progress progress) throws IOException {
        var site = Site.of(plan, storage(settings), null);
        var values = plan.mode() == MergeMode.STACK
                ? new Accumulator()
                : Engines.run(
                        engine,
                        returns.taken(),
                        new MergeWork(site, plan.mode() == MergeMode.COLUMN_PER_UNIT, progress),
                        registry);
        // With another storage, nothing else has created the folder for temporary files.
        ResultStore.createPrivate(settings.cache());
        var loader = new TakenReturns(plan, site.store(), progress);
        return new Merged(plan, new MergeRules(plan), returns, loader, values, settings.cache());
    }
}
