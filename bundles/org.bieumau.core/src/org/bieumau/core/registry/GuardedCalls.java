/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.registry;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.pack.FolderPack;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.spi.Contribution;
import org.bieumau.model.Severity;
import org.jspecify.annotations.Nullable;

/** Calls contributions. A contribution that fails or hangs is reported, switched off, and not called again. */
final class GuardedCalls {

    private final Guard guard;
    /** The contributions that are switched off, with the reason. */
    private final Map<Contribution, Problem> off = Collections.synchronizedMap(new IdentityHashMap<>());

    private final List<Problem> problems = new CopyOnWriteArrayList<>();

    GuardedCalls(Duration deadline) {
        guard = new Guard(deadline);
    }

    /** Returns the name of a contribution for a message: its class, or the folder of a pack. */
    static String name(Object contribution) {
        return contribution instanceof FolderPack pack
                ? pack.folder().toString()
                : contribution.getClass().getName();
    }

    /**
     * Runs code of a plug-in that is not registered as a contribution yet.
     *
     * @return the result; empty if the code failed or did not return in time, which is reported
     */
    <T> Optional<T> create(String name, Callable<T> action) {
        try {
            return Optional.of(guard.call(action));
        } catch (Guard.TooSlowException e) {
            report("PLUGIN-SLOW", name, guard.deadline().toSeconds());
        } catch (Throwable e) {
            reportFailure(name, e);
        }
        return Optional.empty();
    }

    /**
     * Calls a contribution.
     *
     * @param sign time of the last sign of life, as of {@link System#nanoTime()}; the deadline counts from it
     * @return what it returned; empty if it returned null, failed, or is switched off
     */
    <T> Optional<T> call(Contribution contribution, Callable<? extends @Nullable T> action, AtomicLong sign) {
        if (isOff(contribution)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(guard.call(action, sign));
        } catch (Guard.TooSlowException e) {
            switchOff(
                    contribution,
                    problem("PLUGIN-SLOW", name(contribution), guard.deadline().toSeconds()));
        } catch (Throwable e) {
            var reason = e.getMessage() == null
                    ? e.getClass().getSimpleName()
                    : e.getClass().getSimpleName() + ": " + e.getMessage();
            switchOff(contribution, problem("PLUGIN-FAILED", name(contribution), reason));
        }
        return Optional.empty();
    }

    <T> Optional<T> call(Contribution contribution, Callable<? extends @Nullable T> action) {
        return call(contribution, action, new AtomicLong(System.nanoTime()));
    }

    private void switchOff(Contribution contribution, Problem reason) {
        if (off.putIfAbsent(contribution, reason) == null) {
            problems.add(reason);
        }
    }

    boolean isOff(Contribution contribution) {
        return off.containsKey(contribution);
    }

    /** Returns why a contribution is switched off; empty if it is not. */
    Optional<Problem> failure(Contribution contribution) {
        return Optional.ofNullable(off.get(contribution));
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    void report(String code, Object... arguments) {
        problems.add(problem(code, arguments));
    }

    void reportFailure(String name, Throwable cause) {
        report(
                "PLUGIN-FAILED",
                name,
                cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
    }

    private static Problem problem(String code, Object... arguments) {
        return new Problem(code, Severity.WARNING, CoreMessages.ALL.text(code, arguments), null);
    }
}
