/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.role;

import java.util.List;
import java.util.Map;

/**
 * Divides a file into the document, what certifies copies of it, and its appendices and attachments. Copies are
 * certified below the foot of the document; appendices and attachments begin on new pages.
 */
final class PartFinder {

    private final List<Slot> slots;
    private final Map<Slot, Slot> copies;
    private int part;
    private boolean copy;
    private boolean attached;
    private boolean footSeen;
    private boolean breakSeen;
    private int section;

    private PartFinder(List<Slot> slots) {
        this.slots = slots;
        copies = CopyFinder.find(slots);
    }

    /** Numbers the parts of all slots. */
    static void number(List<Slot> slots) {
        new PartFinder(slots).number();
    }

    private void number() {
        for (var slot : slots) {
            breakSeen |= slot.isNewPage() || slot.seat().section() != section;
            var content = slot.isTable() || slot.isOpen();
            if (content && footSeen) {
                divide(slot);
            }
            if (content) {
                breakSeen = false;
                section = slot.seat().section();
            }
            slot.part(part);
            footSeen |= LetterPhrases.isRecipients(slot.text()) || isSigned(slot);
        }
    }

    /** Begins a new part at a piece, if it is the first of one. */
    private void divide(Slot slot) {
        var form = copies.get(slot);
        if (form != null) {
            form.role(Role.COPY_FORM);
            part++;
            copy = true;
        } else if (begins(slot)) {
            part++;
            copy = false;
            attached = true;
        }
    }

    private boolean begins(Slot slot) {
        if (copy && slot.isTable()) {
            return true;
        }
        if (slot.isOpen() && LetterPhrases.isAppendix(slot.text())) {
            return breakSeen || slot.isBold() || slot.isCentered();
        }
        return breakSeen && (!attached || slot.seat().section() != section);
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
