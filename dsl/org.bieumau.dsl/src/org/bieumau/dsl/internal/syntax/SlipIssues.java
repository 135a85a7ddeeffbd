/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.syntax;

import org.bieumau.dsl.internal.DslMessages;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.validation.Issue;

/** Creates issues at a place of a text. */
public final class SlipIssues {

    private SlipIssues() {}

    /** Creates the issue of a slip. */
    static Issue of(Slip slip, String text) {
        var arguments = slip.arguments().toArray(String[]::new);
        return at(
                text,
                slip.start(),
                slip.end(),
                slip.code(),
                Severity.ERROR,
                DslMessages.ALL.text(slip.code(), (Object[]) arguments),
                arguments);
    }

    /** Creates an issue; an empty range is extended to one character, except at the end of the text. */
    public static Issue at(
            String text, int start, int end, String code, Severity severity, String message, String... data) {
        var lineStart = text.lastIndexOf('\n', start - 1) + 1;
        var issue = new Issue.IssueImpl();
        issue.setCode(code);
        issue.setSeverity(severity);
        issue.setMessage(message);
        issue.setData(data);
        issue.setOffset(start);
        issue.setLength(Math.min(Math.max(1, end - start), text.length() - start));
        issue.setLineNumber(1
                + (int) text.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count());
        issue.setColumn(start - lineStart + 1);
        return issue;
    }
}
