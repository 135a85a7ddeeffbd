/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.document;

import org.eclipse.jface.text.source.Annotation;
import org.eclipse.xtext.validation.Issue;

/** A problem at its place in the text, as the editor draws it. */
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
     * What is said of it: the platform is given no text, since it would show it in one line, and another time with what
     * we show.
     */
    public String said() {
        return said(issue);
    }

    /** As {@link #said(String, String)}. */
    public static String said(Issue issue) {
        return said(issue.getCode(), issue.getMessage());
    }

    /** What is said of a problem where it is shown. */
    public static String said(String code, String message) {
        return message + " [" + code + "]";
    }

    public Issue issue() {
        return issue;
    }
}
