/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.internal;

import java.text.Normalizer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.openpdf.text.pdf.BaseFont;

/**
 * Places combining marks above and below a character, as languages such as Jarai and Bahnar need them for letters that
 * Unicode has no single character for (<code>Ê̆</code>, <code>Ơ̆</code>). The PDF library shows a mark where the font
 * draws it over a small letter of average width.
 */
final class MarkStack {

    /** A mark whose lower edge is above this position is placed above the letter, in thousandths of the font size. */
    private static final int ABOVE = 350;
    /** A mark whose upper edge is below this position is placed below the letter, in thousandths of the font size. */
    private static final int BELOW = 100;

    private final Face face;
    private final int base;
    /** The part of the character that the marks are centred on, as left, bottom, right, top. */
    private final int[] centre;

    private final double slant;
    private int top;
    private int bottom;

    /** @param face the face that contains the character */
    MarkStack(Face face, int base) {
        this.face = face;
        this.base = base;
        var box = box(face, base);
        top = box[3];
        bottom = box[1];
        // Without its own marks, since the horn of Ơ is at one side.
        var letter = Normalizer.normalize(Character.toString(base), Normalizer.Form.NFD)
                .codePointAt(0);
        centre = face.contains(letter) ? box(face, letter) : box;
        slant = Math.tan(Math.toRadians(-face.font().getFontDescriptor(BaseFont.ITALICANGLE, 1000)));
    }

    private static int[] box(Face face, int c) {
        var box = face.font().getCharBBox(c);
        return box == null ? new int[] {0, 0, face.width(c), 0} : box;
    }

    /**
     * Passes on the marks, then the character, so that the last run ends where the next text begins.
     *
     * @param faceFor finds the face for marks that the face of the character lacks
     */
    void place(String marks, Function<String, Face> faceFor, Consumer<Face.Run> runs) {
        var cluster = Character.toString(base) + marks;
        var missing = 0;
        for (var mark : marks.codePoints().toArray()) {
            var text = Character.toString(mark);
            var holder = face.contains(mark) ? face : faceFor.apply(text);
            if (holder.contains(mark)) {
                runs.accept(new Face.Run(text, holder, cluster, place(box(holder, mark), holder)));
            } else {
                missing++;
            }
        }
        runs.accept(new Face.Run(Character.toString(base), face, cluster, null));
        if (missing > 0) {
            runs.accept(new Face.Run(String.valueOf(Face.MISSING).repeat(missing), face));
        }
    }

    private MarkPosition place(int[] mark, Face holder) {
        var rise = 0;
        if (mark[1] > ABOVE) {
            rise = Math.max(0, top - box(holder, 'x')[3]);
            top = mark[3] + rise;
        } else if (mark[3] < BELOW) {
            rise = Math.min(0, bottom);
            bottom = mark[1] + rise;
        }
        var height = (mark[1] + mark[3] - centre[1] - centre[3]) / 2 + rise;
        var middle = (centre[0] + centre[2]) / 2 + (int) Math.round(slant * height);
        return new MarkPosition(middle - (mark[0] + mark[2]) / 2, rise);
    }
}
