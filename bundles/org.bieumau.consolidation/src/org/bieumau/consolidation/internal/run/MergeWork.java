/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import java.io.IOException;
import org.bieumau.consolidation.internal.merge.Accumulator;
import org.bieumau.consolidation.internal.plan.MergeRules;
import org.bieumau.consolidation.spi.ConsolidationEngine.Work;
import org.bieumau.core.spi.Progress;

/** Adds up the returns that count. */
final class MergeWork implements Work<Taken, Accumulator> {

    private static final long serialVersionUID = 1L;

    private final Site site;
    private final boolean keepsAll;
    private final transient TakenReturns returns;
    private final transient MergeRules rules;

    /** @param keepsAll whether the values of all units are kept, since each has a column */
    MergeWork(Site site, boolean keepsAll, Progress progress) {
        this.site = site;
        this.keepsAll = keepsAll;
        returns = new TakenReturns(site.plan(), site.store(), progress);
        rules = new MergeRules(site.plan());
    }

    /** Called on another machine, which has no progress to tell. */
    private Object readResolve() {
        return new MergeWork(site, keepsAll, Progress.NONE);
    }

    @Override
    public Accumulator empty() {
        return new Accumulator();
    }

    @Override
    public Accumulator merge(Accumulator one, Accumulator other) {
        return one.merge(other);
    }

    @Override
    public Accumulator apply(Taken taken) throws IOException {
        var values = new Accumulator();
        values.add(
                taken.unit(), returns.load(taken).rows(), (column, given) -> keepsAll || rules.keepsAll(column, given));
        return values;
    }
}
