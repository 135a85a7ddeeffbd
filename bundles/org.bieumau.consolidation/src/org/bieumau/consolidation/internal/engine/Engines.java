/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.engine;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.bieumau.consolidation.spi.ConsolidationEngine;
import org.bieumau.consolidation.spi.ConsolidationEngine.Work;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;

/** The installed engines. */
public final class Engines {

    /** Id of the engine that is used unless the user names another one. */
    public static final String DEFAULT = "local";

    private Engines() {}

    /** Returns the engines, sorted by id. */
    public static List<ConsolidationEngine> all(Registry registry) {
        return registry.contributions(ConsolidationEngine.class, ConsolidationEngine.POINT);
    }

    /** Returns the engine with an id. */
    public static Optional<ConsolidationEngine> find(String id, Registry registry) {
        return all(registry).stream().filter(engine -> engine.id().equals(id)).findFirst();
    }

    /**
     * Runs work on an engine. An engine of a plug-in that fails is switched off.
     *
     * @throws IOException if the work or the engine fails
     * @throws CancellationException if the progress was cancelled
     */
    public static <T extends Serializable, A extends Serializable> A run(
            ConsolidationEngine engine, List<T> inputs, Work<T, A> work, Registry registry) throws IOException {
        try {
            return engine.run(inputs, work, Progress.NONE);
        } catch (IOException | CancellationException e) {
            throw e;
        } catch (Exception | LinkageError e) {
            // Scala throws checked exceptions that it does not declare.
            if (engine instanceof LocalEngine && e instanceof RuntimeException own) {
                throw own;
            }
            throw new IOException(registry.fail(engine, e).message(), e);
        }
    }
}
