/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.util.stream.Collectors;
import org.bieumau.core.internal.text.PlainProse;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Leftover;
import org.bieumau.model.Paragraph;
import org.bieumau.model.Prose;
import org.bieumau.model.ProseLine;
import org.bieumau.model.TextValue;

/** Leftovers: texts that a reader could not assign to a cell or part. */
public final class Leftovers {

    private Leftovers() {}

    /** Returns the text of a leftover, with a line break between its paragraphs. */
    public static String text(Leftover leftover) {
        return switch (leftover.getValue()) {
            case TextValue text -> text.getText() == null ? "" : text.getText();
            case Prose prose -> prose.getLines().stream().map(Leftovers::line).collect(Collectors.joining("\n"));
            case null, default -> "";
        };
    }

    private static String line(ProseLine line) {
        var text = PlainProse.text(line);
        return line instanceof Paragraph paragraph && paragraph.getMarker() != null
                ? paragraph.getMarker().getText() + " " + text
                : text;
    }

    /**
     * Creates a leftover.
     *
     * @param place where the text was found, as the reader describes it
     * @param text the text, of one line or several
     */
    public static Leftover of(String place, String text) {
        var leftover = BieumauFactory.eINSTANCE.createLeftover();
        leftover.setPlace(place);
        var lines = text.strip().split("\\R");
        if (lines.length == 1) {
            leftover.setValue(Entries.text(text));
        } else {
            var prose = BieumauFactory.eINSTANCE.createProse();
            for (var line : lines) {
                if (!line.isBlank()) {
                    var run = BieumauFactory.eINSTANCE.createTextRun();
                    run.setText(line.strip());
                    var paragraph = BieumauFactory.eINSTANCE.createParagraph();
                    paragraph.getRuns().add(run);
                    prose.getLines().add(paragraph);
                }
            }
            leftover.setValue(prose);
        }
        return leftover;
    }
}
