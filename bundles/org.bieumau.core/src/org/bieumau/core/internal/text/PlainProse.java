/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.text;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.model.Paragraph;
import org.bieumau.model.TextRun;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** The words of prose as they are written: without emphasis, numbers and what expressions and citations would print. */
public final class PlainProse {

    private PlainProse() {}

    /** The words of an element: of a paragraph, a line or prose as a whole, in NFC. */
    public static String text(EObject element) {
        var text = new StringBuilder();
        for (var each = EcoreUtil.<EObject>getAllContents(element, true); each.hasNext(); ) {
            if (each.next() instanceof TextRun run && run.getText() != null) {
                text.append(run.getText());
            }
        }
        return VietnameseText.nfc(text.toString());
    }

    /** Whether a text has no letters or digits. */
    public static boolean isPunctuation(String text) {
        return text == null || text.chars().noneMatch(Character::isLetterOrDigit);
    }

    /** The words of each paragraph of prose. */
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
