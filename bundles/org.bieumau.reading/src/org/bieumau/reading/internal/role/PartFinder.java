/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.role;

import java.util.List;

/** Divides a file into the document and its appendices and attachments, which begin on new pages below its foot. */
final class PartFinder {

    private final List<Slot> slots;
    private int part;
    private boolean footSeen;
    private boolean breakSeen;
    private int section;

    private PartFinder(List<Slot> slots) {
        this.slots = slots;
    }

    /** Numbers the parts of all slots. */
    static void number(List<Slot> slots) {
        new PartFinder(slots).number();
    }

    private void number() {
        for (var slot : slots) {
            breakSeen |= slot.isNewPage() || slot.seat().section() != section;
            var content = slot.isTable() || slot.isOpen();
            if (content && footSeen && begins(slot)) {
                part++;
            }
            if (content) {
                breakSeen = false;
                section = slot.seat().section();
            }
            slot.part(part);
            footSeen |= LetterPhrases.isRecipients(slot.text()) || isSigned(slot);
        }
    }

    private boolean begins(Slot slot) {
        if (slot.isOpen() && LetterPhrases.isAppendix(slot.text())) {
            return breakSeen || slot.isBold() || slot.isCentered();
        }
        return breakSeen && (part == 0 || slot.seat().section() != section);
    }

    /** Returns whether a line is the name of a signer, below a position. */
    private boolean isSigned(Slot slot) {
        if (!slot.isOpen() || !slot.isBold() || !LetterPhrases.isPerson(slot.text())) {
            return false;
        }
        var above = slots.subList(Math.max(0, slots.indexOf(slot) - 12), slots.indexOf(slot));
        return above.stream()
                .anyMatch(each -> each.isOpen() && each.isCapitals() && LetterPhrases.isPosition(each.text()));
    }
}
