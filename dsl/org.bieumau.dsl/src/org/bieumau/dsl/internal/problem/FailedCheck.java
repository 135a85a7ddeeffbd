/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.problem;

import org.bieumau.dsl.internal.DslMessages;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.validation.Issue;

/** The problem of a failed check. Its findings are not known, so the file must not count as correct. */
public final class FailedCheck {

    /** The code of the problem, with the name of the check and the reason as arguments. */
    public static final String CODE = "CHECK-FAILED";

    private FailedCheck() {}

    /** Returns a description of the exception for a report to the developers. */
    public static String reason(Throwable failure) {
        return failure.getMessage() == null
                ? failure.getClass().getSimpleName()
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    /** Returns an error at the beginning of the file. */
    public static Issue issue(String check, Throwable failure) {
        var issue = new Issue.IssueImpl();
        issue.setCode(CODE);
        issue.setSeverity(Severity.ERROR);
        issue.setMessage(DslMessages.ALL.text(CODE, check, reason(failure)));
        issue.setOffset(0);
        issue.setLength(0);
        issue.setLineNumber(1);
        issue.setColumn(1);
        return issue;
    }
}
