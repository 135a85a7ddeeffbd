/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.tests;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.bieumau.consolidation.spi.ConsolidationEngine;
import org.bieumau.core.spi.Progress;

/** Passes the inputs to another engine in random order. */
record ShuffledEngine(ConsolidationEngine engine, Random random) implements ConsolidationEngine {

    @Override
    public String id() {
        return "shuffled";
    }

    @Override
    public <T extends Serializable, A extends Serializable> A run(List<T> inputs, Work<T, A> work, Progress progress)
            throws IOException {
        var shuffled = new ArrayList<>(inputs);
        Collections.shuffle(shuffled, random);
        return engine.run(shuffled, work, progress);
    }
}
