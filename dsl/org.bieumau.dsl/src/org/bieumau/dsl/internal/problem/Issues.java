/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.problem;

import org.bieumau.dsl.internal.DslMessages;
import org.bieumau.model.Severity;
import org.eclipse.xtext.validation.Issue;

/** Tells violations from other issues, since Xtext knows no such severity. */
public final class Issues {

    private Issues() {}

    /** The issue of a violation; a warning for Xtext. */
    private static final class Violation extends Issue.IssueImpl {}

    /** Returns an issue as a violation. */
    public static Issue violation(Issue issue) {
        var violation = new Violation();
        violation.setSeverity(issue.getSeverity());
        violation.setCode(issue.getCode());
        violation.setMessage(issue.getMessage());
        violation.setData(issue.getData());
        violation.setType(issue.getType());
        violation.setUriToProblem(issue.getUriToProblem());
        violation.setOffset(issue.getOffset());
        violation.setLength(issue.getLength());
        violation.setLineNumber(issue.getLineNumber());
        violation.setLineNumberEnd(issue.getLineNumberEnd());
        violation.setColumn(issue.getColumn());
        violation.setColumnEnd(issue.getColumnEnd());
        return violation;
    }

    /**
     * Returns a message for a user interface that shows violations as warnings: the message of a violation says that it
     * is one.
     */
    public static String shown(Severity severity, String message) {
        return severity == Severity.VIOLATION ? DslMessages.ALL.text("severity.violation", message) : message;
    }

    /** Returns the severity of an issue. */
    public static Severity severity(Issue issue) {
        return issue instanceof Violation
                ? Severity.VIOLATION
                : switch (issue.getSeverity()) {
                    case ERROR -> Severity.ERROR;
                    case WARNING -> Severity.WARNING;
                    default -> Severity.INFO;
                };
    }
}
