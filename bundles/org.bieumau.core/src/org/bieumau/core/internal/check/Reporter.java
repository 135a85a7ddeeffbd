/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.check;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Takes what the checks of a document find; how grave it is, and whether it counts at all, is the profile's to say. */
@FunctionalInterface
interface Reporter {

    /** @param feature the feature of the element, or null for the element as a whole */
    void report(String code, EObject element, EStructuralFeature feature, Object... arguments);
}
