/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.registry;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bieumau.core.environment.DataAccess;
import org.bieumau.core.environment.DataOrigin;
import org.bieumau.core.problem.Problem;

/** Passes on the answers of the user, and collects the problems of the rows. */
final class CollectedData implements DataAccess {

    private final DataAccess user;
    /** Contains each problem once, although rows are read several times. */
    private final Set<Problem> problems = new LinkedHashSet<>();

    CollectedData(DataAccess user) {
        this.user = user;
    }

    /** Returns the problems since the last call. */
    synchronized List<Problem> take() {
        var taken = List.copyOf(problems);
        problems.clear();
        return taken;
    }

    @Override
    public boolean permits(DataOrigin origin) {
        return user.permits(origin);
    }

    @Override
    public Optional<Login> login(String connection) {
        return user.login(connection);
    }

    @Override
    public boolean isCancelled() {
        return user.isCancelled();
    }

    @Override
    public void report(Problem problem) {
        synchronized (this) {
            problems.add(problem);
        }
        user.report(problem);
    }
}
