/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.bieumau.consolidation.internal.engine.Engines;
import org.bieumau.consolidation.internal.run.Consolidation;
import org.bieumau.consolidation.internal.run.Returns;
import org.bieumau.consolidation.internal.run.Settings;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.ide.internal.consolidation.CampaignFile;
import org.bieumau.dsl.library.ExportRun;

/**
 * A campaign whose text has no errors, ready to be run.
 *
 * @param settings what a run does
 */
record CampaignRun(CampaignFile file, Settings settings, Consolidation consolidation) {

    /** Returns the run that a user gets who chooses nothing. */
    static CampaignRun usual(CampaignFile file, CommonOptions common) throws ProblemException {
        var settings = new Settings(
                file.roots(List.of()),
                List.of(file.results(), file.cache().getParent()),
                file.cache(),
                Set.of(),
                false,
                null);
        var engine = Engines.find(Engines.DEFAULT, common.registry()).orElseThrow();
        return new CampaignRun(file, settings, new Consolidation(file.plan(), common.registry(), engine));
    }

    /** Reads the returns and shows how far it is. */
    Returns read(CommonOptions common) throws ProblemException {
        try (var progress = new CampaignProgress(common.err())) {
            return consolidation.read(settings, progress);
        } catch (IOException e) {
            throw new ProblemException(ExportRun.unwritable(settings.cache(), e), e);
        }
    }
}
