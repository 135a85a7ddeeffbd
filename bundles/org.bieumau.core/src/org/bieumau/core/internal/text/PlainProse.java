/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.text;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.model.Paragraph;
import org.bieumau.model.TextRun;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Extracts the typed text of prose, without emphasis, markers, and the output of expressions and citations. */
public final class PlainProse {

    private PlainProse() {}

    /** Returns the text of an element in NFC: of a paragraph, a line, or prose as a whole. */
    public static String text(EObject element) {
        var text = new StringBuilder();
        for (var each = EcoreUtil.<EObject>getAllContents(element, true); each.hasNext(); ) {
            if (each.next() instanceof TextRun run && run.getText() != null) {
                text.append(run.getText());
            }
        }
        return VietnameseText.nfc(text.toString());
    }

    /** Returns whether a text has no letters or digits; true for null. */
    public static boolean isPunctuation(String text) {
        return text == null || text.chars().noneMatch(Character::isLetterOrDigit);
    }

    /** Returns the text of each paragraph of prose. */
    public static List<String> paragraphs(EObject prose) {
        var paragraphs = new ArrayList<String>();
        for (var each = EcoreUtil.<EObject>getAllContents(prose, true); each.hasNext(); ) {
            if (each.next() instanceof Paragraph paragraph) {
                paragraphs.add(text(paragraph));
            }
        }
        return paragraphs;
    }
}
