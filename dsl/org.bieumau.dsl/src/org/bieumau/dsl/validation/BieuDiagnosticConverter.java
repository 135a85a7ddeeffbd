/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.validation;

import org.bieumau.dsl.internal.problem.Issues;
import org.bieumau.dsl.internal.problem.ViolationDiagnostic;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EObjectValidator;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.IAcceptor;
import org.eclipse.xtext.validation.DiagnosticConverterImpl;
import org.eclipse.xtext.validation.Issue;

/**
 * Drops the diagnostics of EMF itself, because the linker reports the same problems in terms of the language instead of
 * Java. Problems of an element as a whole are reported on its first line.
 */
public class BieuDiagnosticConverter extends DiagnosticConverterImpl {

    @Override
    public void convertValidatorDiagnostic(Diagnostic diagnostic, IAcceptor<Issue> acceptor) {
        if (!EObjectValidator.DIAGNOSTIC_SOURCE.equals(diagnostic.getSource())) {
            super.convertValidatorDiagnostic(
                    diagnostic,
                    diagnostic instanceof ViolationDiagnostic
                            ? issue -> acceptor.accept(Issues.violation(issue))
                            : acceptor);
        }
    }

    @Override
    protected IssueLocation getLocationData(EObject element, EStructuralFeature feature, int index) {
        var location = super.getLocationData(element, feature, index);
        var node = feature == null ? NodeModelUtils.getNode(element) : null;
        if (location != null && node != null) {
            var written = node.getRootNode().getText().substring(location.offset, location.offset + location.length);
            location.length = written.lines()
                    .findFirst()
                    .map(String::stripTrailing)
                    .map(String::length)
                    .orElse(0);
        }
        return location;
    }
}
