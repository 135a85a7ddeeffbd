/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.registry;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.spi.Contribution;
import org.jspecify.annotations.Nullable;

/** Calls contributions. A contribution that fails or hangs is reported, switched off, and not called again. */
final class GuardedCalls {

    private final Guard guard;
    private final Program program;
    /** The contributions that are switched off, with the reason. */
    private final Map<Contribution, Problem> off = Collections.synchronizedMap(new IdentityHashMap<>());

    private final List<Problem> problems = new CopyOnWriteArrayList<>();

    GuardedCalls(Duration deadline, Program program) {
        this.guard = new Guard(deadline);
        this.program = program;
    }

    /**
     * Runs code of a plug-in that is not registered as a contribution yet.
     *
     * @param own whether the code is part of the program, and has no deadline
     * @return the result; empty if the code failed or did not return in time, which is reported
     */
    <T> Optional<T> create(String name, boolean own, Callable<T> action) {
        try {
            return Optional.of(own ? action.call() : guard.call(action));
        } catch (Guard.TooSlowException e) {
            report("PLUGIN-SLOW", name, guard.deadline().toSeconds());
        } catch (Throwable e) {
            reportUnloadable(name, e);
        }
        return Optional.empty();
    }

    /**
     * Calls a contribution. One of the program is called on this thread and without a deadline.
     *
     * @param sign time of the last sign of life, as of {@link System#nanoTime()}; the deadline counts from it
     * @return what it returned; empty if it failed or is switched off
     */
    <T> Optional<T> call(Contribution contribution, Callable<? extends @Nullable T> action, AtomicLong sign) {
        if (isOff(contribution)) {
            return Optional.empty();
        }
        try {
            var own = program.contains(contribution.getClass());
            return Optional.of(Failure.required(own ? action.call() : guard.call(action, sign)));
        } catch (Guard.TooSlowException e) {
            switchOff(
                    contribution,
                    problem(
                            "PLUGIN-SLOW",
                            program.name(contribution),
                            guard.deadline().toSeconds()));
        } catch (CancellationException e) {
            throw e;
        } catch (Throwable e) {
            fail(contribution, e);
        }
        return Optional.empty();
    }

    <T> Optional<T> call(Contribution contribution, Callable<? extends @Nullable T> action) {
        return call(contribution, action, new AtomicLong(System.nanoTime()));
    }

    /**
     * Calls a contribution that may reject an argument of the user.
     *
     * @throws IllegalArgumentException if the contribution threw it; then it is not switched off
     */
    <T> Optional<T> callWithArgument(Contribution contribution, Callable<T> action) {
        Optional<Supplier<T>> answer = call(contribution, () -> {
            try {
                var value = Failure.required(action.call());
                return () -> value;
            } catch (IllegalArgumentException e) {
                return () -> {
                    throw e;
                };
            }
        });
        return answer.map(Supplier::get);
    }

    /** Switches a contribution off because it failed, and returns the problem. */
    Problem fail(Contribution contribution, Throwable cause) {
        var reason = problem("PLUGIN-FAILED", program.name(contribution), Failure.reason(cause));
        switchOff(contribution, reason);
        return reason;
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
        report(problem(code, arguments));
    }

    void report(Problem problem) {
        problems.add(problem);
    }

    /** Reports that a plug-in cannot be used because it cannot be loaded. */
    void reportUnloadable(String name, Throwable cause) {
        report("PLUGIN-UNLOADABLE", name, Failure.reason(cause));
    }

    private static Problem problem(String code, Object... arguments) {
        return Problem.error(CoreMessages.ALL, code, null, arguments);
    }
}
