/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.role;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bieumau.reading.internal.role.CopyBoxes.CopyBox;

/**
 * Divides a file into the document, what certifies copies of it, and its appendices and attachments. Copies are
 * certified below the foot of the document, or in text boxes; appendices and attachments begin on new pages.
 */
final class PartFinder {

    private final List<Slot> slots;
    private final Map<Slot, Slot> copies;
    /** Pieces that begin on a new page because text boxes anchored in them do. */
    private final Set<Slot> newPages = new HashSet<>();

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

    /**
     * Numbers the parts of all slots, and returns the slots in the order of the parts: text boxes that certify copies
     * are moved below the part in which they are anchored.
     */
    static List<Slot> divide(List<Slot> slots) {
        var boxes = CopyBoxes.find(slots);
        var moved = boxes.stream().flatMap(box -> box.taken().stream()).collect(Collectors.toSet());
        var finder = new PartFinder(
                slots.stream().filter(slot -> !moved.contains(slot)).toList());
        boxes.stream()
                .filter(box -> box.lines().stream().anyMatch(Slot::isNewPage))
                .forEach(box -> finder.newPages.add(box.anchor()));
        finder.number();
        return finder.with(boxes);
    }

    /** Returns the slots and, as parts of their own, the text boxes that certify copies. */
    private List<Slot> with(List<CopyBox> boxes) {
        if (boxes.isEmpty()) {
            return slots;
        }
        var parts = new ArrayList<List<Slot>>();
        for (int i = 0; i <= part; i++) {
            var number = i;
            parts.add(slots.stream().filter(slot -> slot.part() == number).toList());
            boxes.stream().filter(box -> box.anchor().part() == number).forEach(box -> parts.add(box.lines()));
        }
        for (int i = 0; i < parts.size(); i++) {
            var number = i;
            parts.get(i).forEach(slot -> slot.part(number));
        }
        return parts.stream().flatMap(List::stream).toList();
    }

    private void number() {
        for (var slot : slots) {
            breakSeen |=
                    slot.isNewPage() || newPages.contains(slot) || slot.seat().section() != section;
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
