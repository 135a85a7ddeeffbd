/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import java.util.List;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.validation.Issue;

/** Compares the severities of problems that are marked together. */
public final class Worst {

    private Worst() {}

    /** Returns the greatest severity of problems; {@link Severity#IGNORE} if there are none. */
    public static Severity of(List<Issue> problems) {
        return problems.stream().map(Issue::getSeverity).reduce(Severity.IGNORE, Worst::of);
    }

    /** Returns the greater of two severities. */
    public static Severity of(Severity one, Severity other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
