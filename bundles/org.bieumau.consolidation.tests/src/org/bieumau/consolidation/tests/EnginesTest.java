/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.bieumau.consolidation.internal.engine.Engines;
import org.bieumau.consolidation.spi.ConsolidationEngine;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.junit.jupiter.api.Test;

/** Engines are contributions like exporters. */
class EnginesTest {

    private final Registry registry = Registry.load(EnginesTest.class.getClassLoader());

    /** An engine of a plug-in that does not work. */
    private static final class Broken implements ConsolidationEngine {

        @Override
        public String id() {
            return "broken";
        }

        @Override
        public <T extends Serializable, A extends Serializable> A run(
                List<T> inputs, Work<T, A> work, Progress progress) {
            throw new IllegalStateException("no cluster");
        }
    }

    /** Adds up numbers. */
    private static final class Sum implements ConsolidationEngine.Work<Integer, Integer> {

        private static final long serialVersionUID = 1L;

        @Override
        public Integer empty() {
            return 0;
        }

        @Override
        public Integer apply(Integer input) {
            return input;
        }

        @Override
        public Integer merge(Integer one, Integer other) {
            return one + other;
        }
    }

    private List<String> ids() {
        return Engines.all(registry).stream().map(ConsolidationEngine::id).toList();
    }

    @Test
    void defaultEngineIsInstalled() throws IOException {
        assertEquals(List.of(Engines.DEFAULT), ids());
        var local = Engines.find(Engines.DEFAULT, registry).orElseThrow();

        assertEquals(6, Engines.run(local, List.of(1, 2, 3), new Sum(), registry));
        assertTrue(Engines.find("x", registry).isEmpty());
    }

    @Test
    void engineThatFailsIsReportedAndSwitchedOff() {
        var broken = new Broken();
        assertEquals(List.of(Engines.DEFAULT), ids());
        registry.add(ConsolidationEngine.class, broken);
        assertEquals(List.of("broken", Engines.DEFAULT), ids());

        var failure = assertThrows(IOException.class, () -> Engines.run(broken, List.of(1, 2, 3), new Sum(), registry));
        assertTrue(failure.getMessage().contains("no cluster"), failure::getMessage);
        assertEquals(
                List.of("PLUGIN-FAILED"),
                registry.problems().stream().map(Problem::code).toList());
        assertEquals(List.of(Engines.DEFAULT), ids());
    }
}
