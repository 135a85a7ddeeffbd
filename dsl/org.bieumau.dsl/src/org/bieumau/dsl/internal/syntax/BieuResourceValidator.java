/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.syntax;

import com.google.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bieumau.dsl.internal.problem.FailedCheck;
import org.bieumau.dsl.services.BieuGrammarAccess;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.IAcceptor;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.validation.ResourceValidatorImpl;

/** Finds the problems of a file, so that one slip is one problem. */
public class BieuResourceValidator extends ResourceValidatorImpl {

    @Inject
    private BieuGrammarAccess grammar;

    /** Returns the problems of a file. What cannot be checked is a problem, too. */
    @Override
    public List<Issue> validate(Resource resource, CheckMode mode, CancelIndicator cancel) {
        var found = super.validate(resource, mode, cancel);
        try {
            return withoutConsequences(resource, found);
        } catch (RuntimeException | StackOverflowError e) {
            return Stream.concat(found.stream(), Stream.of(failed("syntax", e))).toList();
        }
    }

    private List<Issue> withoutConsequences(Resource resource, List<Issue> found) {
        if (!(resource instanceof XtextResource file) || file.getParseResult() == null) {
            return found;
        }
        var slips = file.getParseResult().hasSyntaxErrors() && !HeldBack.areValues(found)
                ? new Reports(file, grammar)
                : null;
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

    private Issue failed(String check, Throwable failure) {
        getOperationCanceledManager().propagateAsErrorIfCancelException(failure);
        return FailedCheck.issue(check, failure);
    }

    // The superclass only logs what is thrown while it validates

    @Override
    protected void issueFromXtextResourceDiagnostic(
            Resource.Diagnostic diagnostic, Severity severity, IAcceptor<Issue> acceptor) {
        try {
            super.issueFromXtextResourceDiagnostic(diagnostic, severity, acceptor);
        } catch (RuntimeException e) {
            acceptor.accept(failed(diagnostic.getMessage(), e));
        }
    }

    @Override
    protected void issueFromEValidatorDiagnostic(Diagnostic diagnostic, IAcceptor<Issue> acceptor) {
        try {
            super.issueFromEValidatorDiagnostic(diagnostic, acceptor);
        } catch (RuntimeException e) {
            acceptor.accept(failed(diagnostic.getMessage(), e));
        }
    }
}
