/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.syntax;

import com.google.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.bieumau.dsl.services.BieuGrammarAccess;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.validation.ResourceValidatorImpl;

/** Finds the problems of a file, so that one slip is one problem. */
public class BieuResourceValidator extends ResourceValidatorImpl {

    @Inject
    private BieuGrammarAccess grammar;

    @Override
    public List<Issue> validate(Resource resource, CheckMode mode, CancelIndicator cancel) {
        var found = super.validate(resource, mode, cancel);
        if (!(resource instanceof XtextResource file) || file.getParseResult() == null) {
            return found;
        }
        var slips = file.getParseResult().hasSyntaxErrors() ? new Reports(file, grammar) : null;
        if (slips != null && !slips.explained()) {
            return found;
        }
        var read = slips == null ? found : slips.of(found);
        if (slips == null && read.stream().noneMatch(issue -> HeldBack.isCause(issue.getCode()))) {
            return found;
        }
        return HeldBack.without(file, slips, read, new Explanation(file, grammar)).stream()
                .sorted(Comparator.comparingInt(issue -> issue.getOffset() == null ? 0 : issue.getOffset()))
                .toList();
    }
}
