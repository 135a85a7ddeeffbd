/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.validation;

import org.bieumau.dsl.internal.conversion.WrittenRange;
import org.bieumau.dsl.internal.problem.FailedCheck;
import org.bieumau.dsl.internal.problem.FindingDiagnostic;
import org.bieumau.dsl.internal.problem.Issues;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EObjectValidator;
import org.eclipse.xtext.diagnostics.AbstractDiagnostic;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.nodemodel.INode;
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
        if (diagnostic.getException() != null) {
            acceptor.accept(FailedCheck.issue(diagnostic.getMessage(), diagnostic.getException()));
        } else if (!EObjectValidator.DIAGNOSTIC_SOURCE.equals(diagnostic.getSource())) {
            super.convertValidatorDiagnostic(
                    diagnostic,
                    diagnostic instanceof FindingDiagnostic finding && finding.isViolation()
                            ? issue -> acceptor.accept(Issues.violation(issue))
                            : acceptor);
        }
    }

    /** Converts a diagnostic of the parser or linker. One at the end of the text may have no line for Xtext. */
    @Override
    public void convertResourceDiagnostic(
            Resource.Diagnostic diagnostic, Severity severity, IAcceptor<Issue> acceptor) {
        try {
            super.convertResourceDiagnostic(diagnostic, severity, acceptor);
        } catch (IndexOutOfBoundsException e) {
            var issue = new Issue.IssueImpl();
            issue.setSeverity(severity);
            issue.setMessage(diagnostic.getMessage());
            if (diagnostic instanceof AbstractDiagnostic placed) {
                issue.setCode(placed.getCode());
                issue.setData(placed.getData());
                issue.setOffset(placed.getOffset());
                issue.setLength(placed.getLength());
                issue.setUriToProblem(placed.getUriToProblem());
            }
            acceptor.accept(issue);
        }
    }

    /** Returns the location of a range of a node. Xtext itself cannot count the lines of a text that ends in CR. */
    @Override
    protected IssueLocation getLocationForNode(INode node, int offset, int length) {
        try {
            return super.getLocationForNode(node, offset, length);
        } catch (IndexOutOfBoundsException e) {
            var location = new IssueLocation();
            location.offset = offset;
            location.length = length;
            return location;
        }
    }

    /** Returns the location of a problem; of one about a part of a text, that part. */
    @Override
    protected IssueLocation getLocationData(Diagnostic diagnostic) {
        if (diagnostic instanceof FindingDiagnostic finding && finding.range() != null) {
            var nodes = NodeModelUtils.findNodesForFeature(finding.getSourceEObject(), finding.getFeature());
            if (nodes.size() == 1) {
                var written = WrittenRange.of(finding.range(), nodes.getFirst());
                return getLocationForNode(nodes.getFirst(), written.start(), written.end() - written.start());
            }
        }
        return super.getLocationData(diagnostic);
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
