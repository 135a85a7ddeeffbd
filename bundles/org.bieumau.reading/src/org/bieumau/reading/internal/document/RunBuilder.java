/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Prose;
import org.bieumau.model.Run;

/** Makes the runs of prose, and texts with asterisks, of styled texts. */
final class RunBuilder {

    private RunBuilder() {}

    /** Returns the runs of a text. */
    static List<Run> runs(StyledText text) {
        return runs(text, text.notes().iterator(), 0, text.text().length(), 0);
    }

    /**
     * Returns the runs of a part of a text.
     *
     * @param around the emphasis of the runs around it
     */
    private static List<Run> runs(StyledText text, Iterator<StyledText> notes, int from, int to, int around) {
        var runs = new ArrayList<Run>();
        for (int i = from; i < to; ) {
            if (text.text().charAt(i) == StyledText.NOTE) {
                var note = BieumauFactory.eINSTANCE.createNoteRun();
                note.getRuns().addAll(runs(notes.next()));
                runs.add(note);
                i++;
                continue;
            }
            var mark = outermost(text.styles()[i] & ~around);
            var end = i + 1;
            while (end < to
                    && text.text().charAt(end) != StyledText.NOTE
                    && (mark == 0 ? (text.styles()[end] & ~around) == 0 : (text.styles()[end] & mark) != 0)) {
                end++;
            }
            var piece = text.text().substring(i, end);
            if (mark == 0 || piece.isBlank()) {
                var plain = BieumauFactory.eINSTANCE.createTextRun();
                plain.setText(piece);
                runs.add(plain);
            } else {
                var styled = BieumauFactory.eINSTANCE.createStyledRun();
                styled.setBold(mark == StyledText.BOLD);
                styled.setItalic(mark == StyledText.ITALIC);
                styled.setSuperscript(mark == StyledText.SUPERSCRIPT);
                styled.getRuns().addAll(runs(text, notes, i, end, around | mark));
                runs.add(styled);
            }
            i = end;
        }
        return runs;
    }

    /** Returns the emphasis whose marks stand outside: bold, then italic; superscript is innermost. */
    private static int outermost(int style) {
        if ((style & StyledText.BOLD) != 0) {
            return StyledText.BOLD;
        }
        return (style & StyledText.ITALIC) != 0 ? StyledText.ITALIC : style & StyledText.SUPERSCRIPT;
    }

    private static int end(StyledText text, int from) {
        var end = from + 1;
        while (end < text.text().length()
                && text.styles()[end] == text.styles()[from]
                && text.text().charAt(end) != StyledText.NOTE) {
            end++;
        }
        return end;
    }

    /** Returns a text in which asterisks mark emphasis, as short texts of documents have it. */
    static String marked(StyledText text) {
        var marked = new StringBuilder();
        for (int i = 0; i < text.text().length(); ) {
            var end = end(text, i);
            var piece = text.text().substring(i, end);
            var mark = "*"
                    .repeat(((text.styles()[i] & StyledText.BOLD) != 0 ? 2 : 0)
                            + ((text.styles()[i] & StyledText.ITALIC) != 0 ? 1 : 0));
            var inner = piece.strip();
            if (mark.isEmpty() || inner.isEmpty()) {
                marked.append(piece);
            } else {
                var at = piece.indexOf(inner);
                marked.append(piece, 0, at)
                        .append(mark)
                        .append(inner)
                        .append(mark)
                        .append(piece.substring(at + inner.length()));
            }
            i = end;
        }
        return marked.toString().replace(String.valueOf(StyledText.NOTE), "");
    }

    /** Returns prose with a paragraph of each text. */
    static Prose prose(List<StyledText> lines) {
        var prose = BieumauFactory.eINSTANCE.createProse();
        for (var line : lines) {
            var paragraph = BieumauFactory.eINSTANCE.createParagraph();
            paragraph.getRuns().addAll(runs(line));
            prose.getLines().add(paragraph);
        }
        return prose;
    }
}
