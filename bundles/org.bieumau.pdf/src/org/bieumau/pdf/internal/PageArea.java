/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.internal;

import org.eclipse.emf.ecore.EObject;

/**
 * A rectangle on a page and the model element that it shows. Areas can be nested: an inner area shows a part of the
 * element of the outer one.
 *
 * @param page the number of the page in the file, from 1
 * @param left the distance from the left edge of the page, in pt
 * @param bottom the distance from the lower edge of the page, in pt
 * @param width in pt
 * @param height in pt
 * @param source the element of the model
 */
public record PageArea(int page, double left, double bottom, double width, double height, EObject source) {

    /**
     * Returns whether a point of the page is in the area.
     *
     * @param x in pt from the left edge of the page
     * @param y in pt from the lower edge of the page
     */
    public boolean contains(double x, double y) {
        return x >= left && x <= left + width && y >= bottom && y <= bottom + height;
    }
}
