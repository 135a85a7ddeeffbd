/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.util.List;

/**
 * A text of a cell.
 *
 * @param text the text as the file has it, with legacy encodings and decomposed letters
 * @param runs stretches of the text in fonts of their own; empty if the whole text has the font of the cell
 */
record StringItem(String text, List<Run> runs) {

    /**
     * A stretch of text.
     *
     * @param font null for the font of the cell
     */
    record Run(String text, Font font) {}
}
