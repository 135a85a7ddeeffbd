/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.role;

import java.util.List;

/** Finds where the foot of a document begins: recipients and signatures. */
final class FootFinder {

    /** Number of lines above the name of a signer among which his position is looked for. */
    private static final int MOST_ABOVE = 14;

    private final List<Slot> slots;

    private FootFinder(List<Slot> slots) {
        this.slots = slots;
    }

    /** Returns the index of the first piece of the foot; the number of pieces if there is none. */
    static int start(List<Slot> slots) {
        return new FootFinder(slots).start();
    }

    private int start() {
        var label = -1;
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).isOpen() && LetterPhrases.isRecipients(slots.get(i).text())) {
                label = label < 0 ? i : label;
            }
        }
        if (label >= 0) {
            return withSignaturesAbove(beginOfTable(label));
        }
        var signed = signed();
        return signed < 0 ? slots.size() : withSignaturesAbove(beginOfTable(signed));
    }

    private int beginOfTable(int index) {
        var at = index;
        while (at > 0 && slots.get(index).seat().sharesTable(slots.get(at - 1).seat())) {
            at--;
        }
        return at;
    }

    /** Moves up over signatures above the recipients. */
    private int withSignaturesAbove(int from) {
        var start = from;
        for (int i = from - 1; i > 0; i--) {
            var slot = slots.get(i);
            if (slot.isTable()) {
                return start;
            }
            if (slot.isOpen()) {
                if (!isSignature(slot)) {
                    return start;
                }
                start = beginOfTable(i);
                i = start;
            }
        }
        return start;
    }

    private static boolean isSignature(Slot slot) {
        var apart = slot.isCentered() || slot.seat().isRight() || slot.seat().table() > 0 || isIndented(slot);
        return apart
                && (slot.isCapitals() && LetterPhrases.isPosition(slot.text())
                        || LetterPhrases.isInstruction(slot.text())
                        || LetterPhrases.isPerson(slot.text())
                                && (slot.isBold() || slot.seat().table() > 0));
    }

    private static boolean isIndented(Slot slot) {
        return slot.paragraph().setting().leftIndent() + slot.paragraph().look().firstIndent() > 40;
    }

    /** Returns the index of the position of the last signer; -1 if nobody signs. */
    private int signed() {
        for (int i = slots.size() - 1; i >= 0; i--) {
            if (slots.get(i).isOpen()
                    && isSignature(slots.get(i))
                    && LetterPhrases.isPerson(slots.get(i).text())) {
                for (int k = i - 1; k >= Math.max(0, i - MOST_ABOVE); k--) {
                    if (slots.get(k).isOpen()
                            && slots.get(k).isCapitals()
                            && LetterPhrases.isPosition(slots.get(k).text())) {
                        return k;
                    }
                }
            }
        }
        return -1;
    }
}
