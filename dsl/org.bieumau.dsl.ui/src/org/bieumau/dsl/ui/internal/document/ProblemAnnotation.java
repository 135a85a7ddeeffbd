/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.document;

import org.bieumau.dsl.internal.problem.Issues;
import org.bieumau.model.Severity;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.xtext.validation.Issue;

/** Annotation for a problem in the text. */
public final class ProblemAnnotation extends Annotation {

    private final Issue issue;

    ProblemAnnotation(Issue issue) {
        super(
                switch (issue.getSeverity()) {
                    case ERROR -> "org.eclipse.ui.workbench.texteditor.error";
                    case WARNING -> "org.eclipse.ui.workbench.texteditor.warning";
                    default -> "org.eclipse.ui.workbench.texteditor.info";
                },
                false,
                null);
        this.issue = issue;
    }

    /**
     * Returns the message that is shown. It is not passed to the platform as the text of the annotation, because the
     * platform would show it on a single line and a second time next to our own hover.
     */
    public String displayMessage() {
        return displayMessage(issue);
    }

    /** See {@link #displayMessage(Severity, String, String)}. */
    public static String displayMessage(Issue issue) {
        return displayMessage(Issues.severity(issue), issue.getCode(), issue.getMessage());
    }

    /**
     * Returns the message of a problem followed by its code, as shown to the user. Since the platform shows a violation
     * as a warning, the message says that it is one.
     */
    public static String displayMessage(Severity severity, String code, String message) {
        return Issues.shown(severity, message) + " [" + code + "]";
    }

    public Issue issue() {
        return issue;
    }
}
