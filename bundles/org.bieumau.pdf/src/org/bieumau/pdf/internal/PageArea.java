/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.internal;

import org.eclipse.emf.ecore.EObject;

/**
 * A rectangle of a page and what it shows, in pt from the lower left corner of the page. An area within another shows
 * the smaller element.
 *
 * @param page from 1, by the order in the file
 * @param source the element of the model
 */
public record PageArea(int page, double left, double bottom, double width, double height, EObject source) {

    /** Whether a point of the page lies in the area. */
    public boolean contains(double x, double y) {
        return x >= left && x <= left + width && y >= bottom && y <= bottom + height;
    }
}
