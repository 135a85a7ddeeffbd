/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.text;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Estimates the width of text in Times New Roman, closely enough to choose column widths and row heights without
 * loading a font. The widths come from the Adobe font metrics of Times, in thousandths of the font size. Diacritics add
 * no width.
 */
public final class TextMeasure {

    private static final double POINT_IN_MM = 25.4 / 72;
    private static final int OTHER = 500;
    private static final double BOLD = 1.06;
    /** The widths of the characters up to the general punctuation; 0 if it was not asked for yet. */
    private static final short[] WIDTHS = new short[0x2070];

    static {
        Arrays.fill(WIDTHS, 0, 128, (short) OTHER);
        set("ijlt./\\:; ,", 278);
        set(".,", 250);
        set(" ", 250);
        set("acez", 444);
        set("fr()-!I", 333);
        set("s", 389);
        set("m", 778);
        set("w", 722);
        set("ADGHKNOQUVXY", 722);
        set("BCR", 667);
        set("ELTZ", 611);
        set("FPS", 556);
        set("J", 389);
        set("M", 889);
        set("W", 944);
        set("%", 833);
        set("@", 921);
        set("đơư", 520);
        set("ĐƠƯ", 750);
        set("…", 1000);
        set("“”", 444);
    }

    private TextMeasure() {}

    private static void set(String letters, int width) {
        letters.chars().forEach(c -> WIDTHS[c] = (short) width);
    }

    /** Returns the width of a text on one line, in mm. */
    public static double width(String text, double sizeInPoints, boolean bold) {
        var thousandths = 0;
        for (int i = 0; i < text.length(); i++) {
            thousandths += width(text.charAt(i));
        }
        return millimetres(thousandths, sizeInPoints, bold);
    }

    private static double millimetres(int thousandths, double sizeInPoints, boolean bold) {
        return thousandths / 1000.0 * sizeInPoints * POINT_IN_MM * (bold ? BOLD : 1);
    }

    private static int width(char c) {
        if (c >= WIDTHS.length) {
            return base(c);
        }
        // Read once, since other threads fill the table, too.
        var width = WIDTHS[c];
        if (width == 0) {
            width = (short) base(c);
            WIDTHS[c] = width;
        }
        return width;
    }

    /** Returns the width of the letter without its diacritics. */
    private static int base(char c) {
        var first = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
        return first < 128 ? WIDTHS[first] : OTHER;
    }

    /** Returns the number of lines of a paragraph in a column, at least 1. A word wider than the column is broken. */
    public static int lines(String paragraph, double columnInMm, double sizeInPoints, boolean bold) {
        var end = paragraph.length();
        while (end > 0 && paragraph.charAt(end - 1) == ' ') {
            end--;
        }
        // All widths in thousandths of the font size.
        var column = columnInMm / millimetres(1, sizeInPoints, bold);
        var space = width(' ');
        var lines = 1;
        var used = 0.0;
        var word = 0;
        for (int i = 0; i <= end; i++) {
            if (i < end && paragraph.charAt(i) != ' ') {
                word += width(paragraph.charAt(i));
                continue;
            }
            if (used > 0 && used + space + word > column) {
                lines++;
                used = 0;
            }
            used += (used > 0 ? space : 0) + word;
            while (used > column && column > 0) {
                lines++;
                used -= column;
            }
            word = 0;
        }
        return lines;
    }
}
