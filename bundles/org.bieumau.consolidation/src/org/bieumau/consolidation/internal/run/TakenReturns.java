/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bieumau.consolidation.internal.plan.CampaignPlan;
import org.bieumau.consolidation.internal.record.ReturnContent;
import org.bieumau.consolidation.internal.record.ReturnProblem;
import org.bieumau.consolidation.internal.record.ReturnRow;
import org.bieumau.consolidation.internal.status.Difference;
import org.bieumau.consolidation.internal.store.ResultStore;
import org.bieumau.core.spi.Progress;

/** Loads the returns that are merged, one at a time, with the values that the campaign decided. */
final class TakenReturns {

    private final CampaignPlan plan;
    private final ResultStore store;
    private final ValueDecisions decisions;
    private final Progress progress;
    private final AtomicLong loaded = new AtomicLong();

    /**
     * A return with the decided values.
     *
     * @param told decisions that do not apply
     */
    record Loaded(
            Taken taken,
            ReturnContent content,
            List<ReturnRow> rows,
            List<ReturnProblem> problems,
            List<Difference> told) {}

    /** @param progress gets the number of returns that were loaded, and can cancel */
    TakenReturns(CampaignPlan plan, ResultStore store, Progress progress) {
        this.progress = progress;
        this.plan = plan;
        this.store = store;
        decisions = new ValueDecisions(plan);
    }

    ValueDecisions decisions() {
        return decisions;
    }

    /** @throws java.util.concurrent.CancellationException if the progress cancels */
    Loaded load(Taken taken) throws IOException {
        progress.done(loaded.incrementAndGet());
        var content = store.get(taken.key()).orElseThrow(() -> new FileNotFoundException(taken.file()));
        var told = new ArrayList<Difference>();
        var unit = plan.units().get(taken.unit());
        var rows = content.rows();
        var problems = content.problems();
        if (decisions.concern(unit)) {
            rows = decisions.apply(unit, taken.file(), content, told);
            if (!rows.equals(content.rows())) {
                problems = RowChecks.again(plan.template(), content, rows);
            }
        }
        return new Loaded(taken, content, rows, problems, told);
    }
}
