/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.problem;

import org.bieumau.core.problem.Finding;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.CheckType;
import org.eclipse.xtext.validation.FeatureBasedDiagnostic;

/** The diagnostic of a violation. EMF and Xtext know no such severity; for them, it is a warning. */
public final class ViolationDiagnostic extends FeatureBasedDiagnostic {

    /** @param feature the feature to report at, or null for the element as a whole */
    public ViolationDiagnostic(Finding finding, EStructuralFeature feature, int index) {
        super(
                Diagnostic.WARNING,
                finding.message(),
                finding.element(),
                feature,
                index,
                CheckType.NORMAL,
                finding.code(),
                finding.arguments().toArray(String[]::new));
    }
}
