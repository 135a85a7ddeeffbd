/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Prose;
import org.bieumau.model.Run;

/** Makes the runs of prose, and texts with asterisks, of styled texts. */
final class RunBuilder {

    private RunBuilder() {}

    /** Returns the runs of a text. */
    static List<Run> runs(StyledText text) {
        var runs = new ArrayList<Run>();
        var notes = text.notes().iterator();
        for (int i = 0; i < text.text().length(); ) {
            if (text.text().charAt(i) == StyledText.NOTE) {
                var note = BieumauFactory.eINSTANCE.createNoteRun();
                note.getRuns().addAll(runs(notes.next()));
                runs.add(note);
                i++;
                continue;
            }
            var end = end(text, i);
            runs.add(run(text.text().substring(i, end), text.styles()[i]));
            i = end;
        }
        return runs;
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

    private static Run run(String text, byte style) {
        if (style == 0 || text.isBlank()) {
            var plain = BieumauFactory.eINSTANCE.createTextRun();
            plain.setText(text);
            return plain;
        }
        var styled = BieumauFactory.eINSTANCE.createStyledRun();
        if ((style & StyledText.SUPERSCRIPT) != 0 && style != StyledText.SUPERSCRIPT) {
            // Superscript is innermost.
            styled.setBold((style & StyledText.BOLD) != 0);
            styled.setItalic(!styled.isBold());
            styled.getRuns().add(run(text, rest(style, styled.isBold())));
            return styled;
        }
        if (style == (StyledText.BOLD | StyledText.ITALIC)) {
            styled.setBold(true);
            styled.getRuns().add(run(text, (byte) StyledText.ITALIC));
            return styled;
        }
        styled.setBold(style == StyledText.BOLD);
        styled.setItalic(style == StyledText.ITALIC);
        styled.setSuperscript(style == StyledText.SUPERSCRIPT);
        styled.getRuns().add(run(text, (byte) 0));
        return styled;
    }

    private static byte rest(byte style, boolean bold) {
        return (byte) (style & ~(bold ? StyledText.BOLD : StyledText.ITALIC));
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
