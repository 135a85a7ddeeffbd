/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.document;

import org.eclipse.jface.text.source.Annotation;
import org.eclipse.xtext.validation.Issue;

/** A problem at its place in the text, as the editor draws it. */
public final class ProblemAnnotation extends Annotation {

    private final Issue issue;

    ProblemAnnotation(Issue issue) {
        super(switch (issue.getSeverity()) {
            case ERROR -> "org.eclipse.ui.workbench.texteditor.error";
            case WARNING -> "org.eclipse.ui.workbench.texteditor.warning";
            default -> "org.eclipse.ui.workbench.texteditor.info";
        }, false, issue.getMessage());
        this.issue = issue;
    }

    public Issue issue() {
        return issue;
    }
}
