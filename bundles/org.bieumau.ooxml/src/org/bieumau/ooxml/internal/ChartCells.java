/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal;

import java.util.Optional;

/**
 * The cells of a workbook that contain the figures of a chart, as references such as <code>'Số liệu'!$A$2:$A$9</code>.
 */
public interface ChartCells {

    /** Returns the cells with the names of the categories. */
    String categories();

    /** Returns the cell with the name of a series; empty if no cell has it. */
    Optional<String> title(int series);

    /** Returns the cells with the values of a series. */
    String values(int series);
}
