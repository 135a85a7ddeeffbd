/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.document;

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

    /** See {@link #displayMessage(String, String)}. */
    public static String displayMessage(Issue issue) {
        return displayMessage(issue.getCode(), issue.getMessage());
    }

    /** Returns the message of a problem followed by its code, as shown to the user. */
    public static String displayMessage(String code, String message) {
        return message + " [" + code + "]";
    }

    public Issue issue() {
        return issue;
    }
}
