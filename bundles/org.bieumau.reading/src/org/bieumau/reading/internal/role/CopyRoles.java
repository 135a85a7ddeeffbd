/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.role;

import java.util.List;

/** Finds the lines that certify a copy: a letterhead, recipients and a signature (ND30, Phụ lục I, Phần II, II). */
final class CopyRoles {

    private final List<Slot> slots;

    private CopyRoles(List<Slot> slots) {
        this.slots = slots;
    }

    /** Returns whether a part of a file certifies a copy. */
    static boolean isCopy(List<Slot> slots) {
        return slots.stream().anyMatch(slot -> slot.role() == Role.COPY_FORM);
    }

    static void assign(List<Slot> slots) {
        var copy = new CopyRoles(slots);
        var head = slots.stream().filter(copy::isOfHead).toList();
        HeadRoles.assignAll(head);
        FootRoles.assign(slots.stream().filter(slot -> !head.contains(slot)).toList());
    }

    /** Returns whether kind, number or date of the copy are below a line, or are the line. */
    private boolean isOfHead(Slot slot) {
        return slots.subList(slots.indexOf(slot), slots.size()).stream()
                .anyMatch(each ->
                        isAnchor(each) && each.seat().side().equals(slot.seat().side()));
    }

    /** Returns whether a line is the kind of a copy, its number or its date. */
    static boolean isAnchor(Slot slot) {
        return slot.role() == Role.COPY_FORM
                || LetterPhrases.isNumber(slot.text())
                || LetterPhrases.isPlaceAndDate(slot.text());
    }
}
