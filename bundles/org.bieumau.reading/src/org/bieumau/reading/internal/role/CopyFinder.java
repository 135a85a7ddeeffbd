/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.role;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds where the certification of a copy begins: at the letterhead around its kind, such as <code>SAO Y</code>. */
final class CopyFinder {

    private final List<Slot> slots;

    private CopyFinder(List<Slot> slots) {
        this.slots = slots;
    }

    /** Returns the line with the kind of each copy, by the first piece of what may certify the copy. */
    static Map<Slot, Slot> find(List<Slot> slots) {
        return new CopyFinder(slots).find();
    }

    private Map<Slot, Slot> find() {
        var found = new HashMap<Slot, Slot>();
        for (int i = 0; i < slots.size(); i++) {
            if (isForm(slots.get(i))) {
                found.putIfAbsent(slots.get(begin(i)), slots.get(i));
            }
        }
        return found;
    }

    private static boolean isForm(Slot slot) {
        return slot.isOpen() && LetterPhrases.isCopyForm(slot.text()) && (slot.isCapitals() || slot.isCentered());
    }

    /** Moves up over the lines of the letterhead, but not over recipients and signatures of the document. */
    private int begin(int form) {
        var start = form;
        for (int i = form - 1; i >= 0 && isOfLetterhead(slots.get(i), slots.get(form)); i--) {
            start = slots.get(i).isOpen() ? i : start;
        }
        return start;
    }

    private static boolean isOfLetterhead(Slot slot, Slot form) {
        if (slot.isTable()) {
            return false;
        }
        var beside = slot.seat().sharesTable(form.seat());
        if (beside && slot.seat().row() == form.seat().row()) {
            return true;
        }
        return !isOfFoot(slot.text()) && (beside || slot.seat().table() == 0 && isLetterheadLine(slot));
    }

    private static boolean isOfFoot(String text) {
        return LetterPhrases.isRecipients(text) || LetterPhrases.isArchive(text) || LetterPhrases.isPerson(text);
    }

    /** Returns whether a line outside of tables is a body, number, date or rule. */
    private static boolean isLetterheadLine(Slot slot) {
        return slot.isCapitals() && !LetterPhrases.isPosition(slot.text())
                || LetterPhrases.isNumber(slot.text())
                || LetterPhrases.isPlaceAndDate(slot.text())
                || slot.text().chars().noneMatch(Character::isLetterOrDigit);
    }
}
