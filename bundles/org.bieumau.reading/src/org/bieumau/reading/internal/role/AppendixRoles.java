/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.role;

import java.util.List;
import org.bieumau.reading.internal.values.MarkedLine;

/** Finds label, title and reference of an appendix (ND30, Phụ lục I, III.1). */
final class AppendixRoles {

    private AppendixRoles() {}

    /** Assigns the roles above the text of an appendix, and returns where the text begins. */
    static int assign(List<Slot> slots) {
        var at = 0;
        while (at < slots.size() && !slots.get(at).isOpen() && !slots.get(at).isTable()) {
            at++;
        }
        if (at == slots.size() || !LetterPhrases.isAppendix(slots.get(at).text())) {
            return 0;
        }
        slots.get(at).role(Role.APPENDIX_LABEL);
        for (at++; at < slots.size() && !slots.get(at).isTable(); at++) {
            var slot = slots.get(at);
            if (slot.isOpen()) {
                if (LetterPhrases.isAppendixReference(slot.text())) {
                    slot.role(Role.APPENDIX_REFERENCE);
                } else if (isTitle(slot)) {
                    slot.role(Role.APPENDIX_TITLE);
                } else {
                    return at;
                }
            }
        }
        return at;
    }

    private static boolean isTitle(Slot slot) {
        return slot.isCentered() && (slot.isBold() || slot.isCapitals())
                || slot.isBold()
                        && slot.isCapitals()
                        && MarkedLine.of(slot.text()).isEmpty();
    }
}
