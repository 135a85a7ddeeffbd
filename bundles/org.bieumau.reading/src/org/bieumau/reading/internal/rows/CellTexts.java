/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import java.util.List;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.reading.internal.grid.GridCell;
import org.bieumau.reading.internal.grid.Texts;

/** Joins the cells of an entry in a column into one text. */
final class CellTexts {

    private CellTexts() {}

    /** Returns the text of cells in lines. A text that ends with a space continues in the cell below. */
    static String joined(List<GridCell> cells) {
        if (cells.size() == 1) {
            return trimmed(VietnameseText.nfc(cells.getFirst().shown()));
        }
        var text = new StringBuilder();
        for (var cell : cells) {
            if (!text.isEmpty() && !text.toString().endsWith(" ")) {
                text.append('\n');
            }
            text.append(VietnameseText.nfc(cell.shown()));
        }
        return trimmed(text.toString());
    }

    /** Returns a text without spaces around its lines, and without empty lines at its ends. */
    private static String trimmed(String text) {
        if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            return stripped(text).strip();
        }
        return String.join("\n", text.lines().map(CellTexts::stripped).toList()).strip();
    }

    private static String stripped(String line) {
        var first = 0;
        var end = line.length();
        while (first < end && Texts.isSpace(line.charAt(first))) {
            first++;
        }
        while (end > first && Texts.isSpace(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(first, end);
    }

    /** Returns a text without a number at its beginning, such as <code>1.</code> or <code>2)</code>. */
    static String withoutOrdinal(String text) {
        var digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        return digits > 0 && digits < text.length() && ".)".indexOf(text.charAt(digits)) >= 0
                ? text.substring(digits + 1).strip()
                : text;
    }
}
