/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import java.util.List;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.reading.internal.grid.SourceContent;
import org.bieumau.reading.internal.match.FormMatch;
import org.bieumau.reading.internal.shape.Phrases;

/** Compares the texts above a table with the number and title of a form. */
final class FormEvidence {

    private static final int NUMBER = 2;
    private static final int TITLE = 1;
    /** Maximum length of a form number in characters. */
    private static final int LONGEST_NUMBER = 40;

    private FormEvidence() {}

    /** Returns a match with the evidence in the texts above its table. */
    static FormMatch add(FormMatch match, SourceContent content) {
        var above = Surroundings.of(List.of(match), content).above().stream()
                .map(Surroundings.Item::text)
                .toList();
        var label = VietnameseText.fold(match.template().label());
        var title = VietnameseText.fold(match.template().title());
        var number = contains(above, label)
                ? NUMBER
                : !label.isEmpty() && above.stream().anyMatch(FormEvidence::isNumber) ? -NUMBER : 0;
        return match.withEvidence(number + (contains(above, title) ? TITLE : 0));
    }

    private static boolean contains(List<String> texts, String folded) {
        return !folded.isEmpty()
                && texts.stream().anyMatch(text -> VietnameseText.fold(text).equals(folded));
    }

    private static boolean isNumber(String text) {
        return text.length() < LONGEST_NUMBER && Phrases.isFormNumber(text);
    }
}
