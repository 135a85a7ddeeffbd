/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.problem;

import org.bieumau.core.problem.Finding;
import org.bieumau.core.problem.TextRange;
import org.bieumau.model.Severity;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.CheckType;
import org.eclipse.xtext.validation.FeatureBasedDiagnostic;

/**
 * The diagnostic of a finding that is a violation or is about a part of a text; EMF and Xtext know neither. A violation
 * is a warning for them.
 */
public final class FindingDiagnostic extends FeatureBasedDiagnostic {

    private final boolean violation;
    private final TextRange range;

    /** @param feature the feature to report at, or null for the element as a whole */
    public FindingDiagnostic(Finding finding, EStructuralFeature feature, int index) {
        super(
                switch (finding.severity()) {
                    case ERROR -> Diagnostic.ERROR;
                    case WARNING, VIOLATION -> Diagnostic.WARNING;
                    case INFO -> Diagnostic.INFO;
                },
                finding.message(),
                finding.element(),
                feature,
                index,
                CheckType.NORMAL,
                finding.code(),
                finding.arguments().toArray(String[]::new));
        violation = finding.severity() == Severity.VIOLATION;
        range = feature == null ? null : finding.range();
    }

    /** Returns whether a finding needs such a diagnostic. */
    public static boolean isNeeded(Finding finding) {
        return finding.severity() == Severity.VIOLATION || finding.range() != null;
    }

    public boolean isViolation() {
        return violation;
    }

    /** Returns the part of the text of the feature; null for all of it. */
    public TextRange range() {
        return range;
    }
}
