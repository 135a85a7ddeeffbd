/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.application;

import java.util.List;
import java.util.Optional;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.registry.Registry;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.statushandlers.StatusManager;

/** Reports, when the Studio starts, which plug-ins and packs are not used, and why. */
public final class PluginProblems {

    private PluginProblems() {}

    /** Shows the problems of the installed plug-ins in a modeless dialog; does nothing if there are none. */
    static void show() {
        status(Registry.installed().problems())
                .ifPresent(status -> StatusManager.getManager().handle(status, StatusManager.SHOW | StatusManager.LOG));
    }

    /** Returns a warning with one part for each problem; empty if there are none. */
    public static Optional<IStatus> status(List<Problem> problems) {
        if (problems.isEmpty()) {
            return Optional.empty();
        }
        var parts = problems.stream()
                .map(problem -> Status.warning(problem.code() + ": " + problem.message()))
                .toArray(IStatus[]::new);
        return Optional.of(new MultiStatus(
                PluginProblems.class, IStatus.WARNING, parts, RcpMessages.ALL.text("plugins.unused"), null));
    }
}
