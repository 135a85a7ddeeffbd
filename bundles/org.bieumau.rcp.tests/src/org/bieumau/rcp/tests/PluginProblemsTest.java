/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.registry.Registry;
import org.bieumau.model.Severity;
import org.bieumau.rcp.internal.application.PluginProblems;
import org.eclipse.core.runtime.IStatus;
import org.junit.jupiter.api.Test;

/** The user is told which plug-ins are not used. */
class PluginProblemsTest {

    @Test
    void nothingIsShownIfAllPluginsAreInOrder() {
        assertEquals(
                Optional.empty(), PluginProblems.status(Registry.installed().problems()));
    }

    @Test
    void eachProblemIsShownWithItsCode() {
        var status = PluginProblems.status(List.of(
                        new Problem("PLUGIN-UNLOADABLE", Severity.ERROR, "một", null),
                        new Problem("PLUGIN-DUPLICATE", Severity.ERROR, "hai", null)))
                .orElseThrow();
        assertEquals(IStatus.WARNING, status.getSeverity());
        var parts =
                List.of(status.getChildren()).stream().map(IStatus::getMessage).toList();
        assertEquals(List.of("PLUGIN-UNLOADABLE: một", "PLUGIN-DUPLICATE: hai"), parts);
        assertTrue(!status.getMessage().isBlank());
    }
}
