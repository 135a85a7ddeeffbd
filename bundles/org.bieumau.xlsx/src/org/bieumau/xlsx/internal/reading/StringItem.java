/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.util.List;

/**
 * A text of a cell.
 *
 * @param text the text as the file has it, with legacy encodings and decomposed letters
 * @param runs runs of the text with their own fonts; empty if the whole text has the font of the cell
 */
record StringItem(String text, List<Run> runs) {

    /**
     * A run of text.
     *
     * @param font null for the font of the cell
     */
    record Run(String text, Font font) {}
}
