/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.check;

import org.bieumau.core.problem.TextRange;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Where a problem is.
 *
 * @param feature feature of the element, or null for the element as a whole
 * @param range part of the text of the feature, or null for all of it
 */
record Spot(EObject element, EStructuralFeature feature, TextRange range) {

    /** Returns a spot of an element whose text is elsewhere, or that has no text. */
    static Spot of(EObject element) {
        return new Spot(element, null, null);
    }

    /** Returns a part of this spot; the spot itself if it is not the text of a feature. */
    Spot at(int start, int end) {
        return feature == null ? this : new Spot(element, feature, new TextRange(start, end));
    }
}
