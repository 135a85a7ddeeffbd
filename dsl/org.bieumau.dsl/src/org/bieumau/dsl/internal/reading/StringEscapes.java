/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.reading;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Issue;

/** Finds backslashes in quotation marks that are not printed, because the character after them needs none. */
final class StringEscapes {

    /** The characters before which a backslash has a meaning. */
    private static final String KNOWN = "\"\\nt";

    private StringEscapes() {}

    static List<Issue> issues(ICompositeNode root) {
        var text = root.getText();
        var issues = new ArrayList<Issue>();
        for (int i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', i)) {
            var leaf = NodeModelUtils.findLeafNodeAtOffset(root, i);
            if (leaf.isHidden() || !leaf.getText().startsWith("\"")) {
                i = leaf.getEndOffset();
                continue;
            }
            if (i + 1 < leaf.getEndOffset() && KNOWN.indexOf(text.charAt(i + 1)) < 0) {
                var issue = ProblemFinder.issue(text, "BACKSLASH", Severity.WARNING, i);
                issue.setLength(2);
                issues.add(issue);
            }
            i += 2;
        }
        return issues;
    }
}
