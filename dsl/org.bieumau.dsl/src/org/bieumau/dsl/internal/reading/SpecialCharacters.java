/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bieumau.core.internal.text.PrintedText;
import org.bieumau.core.internal.text.PrintedText.Treatment;
import org.bieumau.dsl.internal.DslMessages;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Issue;

/** Finds the characters of a text that are not printed as they are, such as control characters. */
final class SpecialCharacters {

    private SpecialCharacters() {}

    /**
     * Returns a note for each line with such characters outside of comments and of whitespace between words of the
     * language.
     */
    static List<Issue> issues(ICompositeNode root) {
        var text = root.getText();
        var issues = new ArrayList<Issue>();
        Set<String> found = new LinkedHashSet<>();
        var first = -1;
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (c == '\n' && first >= 0) {
                issues.add(issue(text, first, found));
                found.clear();
                first = -1;
            }
            if (isSpecial(c) && !NodeModelUtils.findLeafNodeAtOffset(root, i).isHidden()) {
                found.add(PrintedText.describe(c) + " (" + DslMessages.ALL.text("printed." + PrintedText.of(c)) + ")");
                first = first < 0 ? i : first;
            }
        }
        if (first >= 0) {
            issues.add(issue(text, first, found));
        }
        return issues;
    }

    private static boolean isSpecial(int c) {
        return c != '\n' && c != '\r' && c != '\t' && PrintedText.of(c) != Treatment.ITSELF;
    }

    private static Issue issue(String text, int offset, Set<String> found) {
        return ProblemFinder.issue(text, "TEXT-CONTROL", Severity.INFO, offset, String.join("; ", found));
    }
}
