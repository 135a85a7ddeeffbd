/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.merge;

import java.io.Serializable;

/**
 * Position of a row: the unit in the campaign, then the row in its return.
 *
 * @param unit index of the unit, from 0
 * @param row index of the row in the return, from 0
 */
public record Order(int unit, int row) implements Serializable, Comparable<Order> {

    @Override
    public int compareTo(Order other) {
        return unit != other.unit ? Integer.compare(unit, other.unit) : Integer.compare(row, other.row);
    }

    static Order first(Order one, Order other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
