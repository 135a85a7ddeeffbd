/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.validation;

import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.ecore.util.EObjectValidator;
import org.eclipse.xtext.util.IAcceptor;
import org.eclipse.xtext.validation.DiagnosticConverterImpl;
import org.eclipse.xtext.validation.Issue;

/** Leaves out what EMF finds by itself: the linker has said it already, and not in the terms of Java. */
public class BieuDiagnosticConverter extends DiagnosticConverterImpl {

    @Override
    public void convertValidatorDiagnostic(Diagnostic diagnostic, IAcceptor<Issue> acceptor) {
        if (!EObjectValidator.DIAGNOSTIC_SOURCE.equals(diagnostic.getSource())) {
            super.convertValidatorDiagnostic(diagnostic, acceptor);
        }
    }
}
