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
                found.putIfAbsent(slots.get(begin(slots, i)), slots.get(i));
            }
        }
        return found;
    }

    /** Returns whether a line is the kind of a copy. */
    static boolean isForm(Slot slot) {
        return slot.isOpen() && LetterPhrases.isCopyForm(slot.text()) && (slot.isCapitals() || slot.isCentered());
    }

    /**
     * Returns the index of the first line of the letterhead that contains a line. Recipients and signatures above it
     * are those of the document.
     */
    static int begin(List<Slot> slots, int line) {
        var start = line;
        for (int i = line - 1; i >= 0 && isOfLetterhead(slots.get(i), slots.get(line)); i--) {
            start = slots.get(i).isOpen() ? i : start;
        }
        return start;
    }

    private static boolean isOfLetterhead(Slot slot, Slot line) {
        if (slot.isTable()) {
            return false;
        }
        var beside = slot.seat().sharesTable(line.seat());
        if (beside && slot.seat().row() == line.seat().row()) {
            return true;
        }
        return !isOfFoot(slot.text()) && (beside || slot.seat().table() == 0 && isLetterheadLine(slot));
    }

    /** Returns whether a line is that of recipients or the name of a signer. */
    static boolean isOfFoot(String text) {
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
