/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.spi;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.bieumau.core.spi.Contribution;
import org.bieumau.core.spi.Progress;

/**
 * Runs the steps of a consolidation: reads each file, and merges what was read. The default engine uses threads of this
 * program.
 */
public interface ConsolidationEngine extends Contribution {

    /** Id of the extension point. */
    String POINT = "org.bieumau.consolidation.engines";

    /**
     * Work on many inputs whose results are merged into one. It can be sent to another machine.
     *
     * @param <T> the type of an input
     * @param <A> the type of a result
     */
    interface Work<T extends Serializable, A extends Serializable> extends Serializable {

        /** Returns the result of no input. */
        A empty();

        /**
         * Returns the result of one input. It is called on any thread, and more than once if an engine repeats work
         * that was lost.
         *
         * @throws IOException if the work as a whole cannot go on; what concerns one input only is part of its result
         */
        A apply(T input) throws IOException;

        /**
         * Merges two results, which may be changed. It is associative and commutative, so that an engine may merge in
         * any order.
         */
        A merge(A one, A other);
    }

    /**
     * Does work on all inputs.
     *
     * @param progress receives the number of inputs that are done, and can cancel
     * @throws IOException if an input fails as a whole
     * @throws java.util.concurrent.CancellationException if the progress was cancelled
     */
    <T extends Serializable, A extends Serializable> A run(List<T> inputs, Work<T, A> work, Progress progress)
            throws IOException;
}
