/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.role;

import java.util.List;

/** Finds the parts between title and text: addressees, deciding authority, legal bases, enactment formula. */
final class OpeningRoles {

    private final List<Slot> slots;
    private final int limit;

    private OpeningRoles(List<Slot> slots, int limit) {
        this.slots = slots;
        this.limit = limit;
    }

    /** Assigns the roles, and returns where the text begins. */
    static int assign(List<Slot> slots, int from, int limit) {
        return new OpeningRoles(slots, limit).assign(from);
    }

    private int assign(int from) {
        var end = from;
        Role last = null;
        for (int i = from; i < limit && !slots.get(i).isTable(); i++) {
            var slot = slots.get(i);
            if (slot.isOpen()) {
                var role = role(slot, i, last);
                if (role == null) {
                    return end;
                }
                slot.role(role);
                last = role;
                end = i + 1;
                if (role == Role.ENACTMENT) {
                    return end;
                }
            }
        }
        return end;
    }

    private Role role(Slot slot, int index, Role last) {
        var text = slot.text();
        if (last == null && LetterPhrases.isAddressee(text)) {
            return Role.ADDRESSEE;
        }
        if ((last == Role.ADDRESSEE || last == Role.ADDRESSEE_ITEM)
                && !LetterPhrases.isBasis(text)
                && isItem(slot, index)) {
            return Role.ADDRESSEE_ITEM;
        }
        if (LetterPhrases.isEnactment(text) && (slot.isCentered() || slot.isCapitals())) {
            return Role.ENACTMENT;
        }
        if (LetterPhrases.isBasis(text) && endsAsBasis(slot, index, last)) {
            return Role.BASIS;
        }
        return (slot.isCentered() || slot.isBold()) && slot.isCapitals() && last != Role.BASIS && isBeforeBasis(index)
                ? Role.AUTHORITY_LINE
                : null;
    }

    private boolean isItem(Slot slot, int index) {
        if (slot.seat().table() > 0) {
            return slot.seat().isRight();
        }
        if (slot.text().startsWith("-")) {
            return slot.paragraph().setting().leftIndent() > 20
                    || slot.paragraph().look().firstIndent() > 20
                    || !slot.text().endsWith(":") && text(previous(index)).matches(".*([:;,]|-.*)");
        }
        return text(previous(index)).endsWith(":")
                && slots.get(index).paragraph().setting().leftIndent() > 20;
    }

    private Slot previous(int index) {
        for (int i = index - 1; i >= 0; i--) {
            if (!slots.get(i).text().isEmpty()) {
                return slots.get(i);
            }
        }
        return null;
    }

    private static String text(Slot slot) {
        return slot == null ? "" : slot.text();
    }

    /** A basis ends with a semicolon. The last one may end like a sentence, if it looks like the others. */
    private boolean endsAsBasis(Slot slot, int index, Role last) {
        if (slot.text().endsWith(";")) {
            return true;
        }
        if (last != Role.BASIS && !slot.isItalic() && !slot.text().startsWith("-") && !isBeforeEnactment(index)) {
            return false;
        }
        return slot.text().matches(".*[.,]|.*[^.:!?]");
    }

    private Slot next(int index) {
        for (int i = index + 1; i < limit; i++) {
            if (slots.get(i).isOpen()) {
                return slots.get(i);
            }
        }
        return null;
    }

    private boolean isBeforeEnactment(int index) {
        return LetterPhrases.isEnactment(text(next(index)));
    }

    private boolean isBeforeBasis(int index) {
        var next = next(index);
        return next != null && (LetterPhrases.isBasis(next.text()) || LetterPhrases.isEnactment(next.text()));
    }
}
