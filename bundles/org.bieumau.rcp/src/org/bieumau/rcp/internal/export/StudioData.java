/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.export;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bieumau.core.environment.DataAccess;
import org.bieumau.core.environment.DataOrigin;
import org.bieumau.rcp.internal.preferences.AllowedData;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * The user's answers about the data sources of one export. Rows are read several times, but each question is asked
 * once.
 */
public final class StudioData implements DataAccess {

    /** The answers of the user about a source. */
    public enum Answer {
        NO,
        ONCE,
        ALWAYS
    }

    /** Asks the user. Called on the thread of the export. */
    public interface Questions {

        /** Asks whether a form may read a source. */
        Answer permit(DataOrigin origin);

        /** Asks for the login of a connection; empty if the user gives none. */
        Optional<Login> login(String connection);
    }

    private final Questions questions;
    private final IProgressMonitor monitor;
    private final Map<DataOrigin, Boolean> answers = new HashMap<>();
    private final Map<String, Optional<Login>> logins = new HashMap<>();

    public StudioData(Questions questions, IProgressMonitor monitor) {
        this.questions = questions;
        this.monitor = monitor;
    }

    @Override
    public boolean permits(DataOrigin origin) {
        return answers.computeIfAbsent(origin, this::ask);
    }

    private boolean ask(DataOrigin origin) {
        if (AllowedData.contains(origin)) {
            return true;
        }
        var answer = questions.permit(origin);
        if (answer == Answer.ALWAYS) {
            AllowedData.add(origin);
        }
        return answer != Answer.NO;
    }

    @Override
    public Optional<Login> login(String connection) {
        return logins.computeIfAbsent(connection, questions::login);
    }

    @Override
    public boolean isCancelled() {
        return monitor.isCanceled();
    }
}
