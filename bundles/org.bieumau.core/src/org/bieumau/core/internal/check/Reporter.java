/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.check;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Receives the findings of the checks of a document. The profile determines their severity, and whether they are
 * reported at all.
 */
@FunctionalInterface
interface Reporter {

    void report(Spot spot, String code, Object... arguments);

    /** @param feature feature of the element, or null for the element as a whole */
    default void report(String code, EObject element, EStructuralFeature feature, Object... arguments) {
        report(new Spot(element, feature, null), code, arguments);
    }
}
