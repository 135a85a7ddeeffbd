/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.role;

import java.util.List;
import org.bieumau.core.source.SourceItem.Rule;
import org.bieumau.reading.internal.values.MarkedLine;

/** Finds the name of the type and the subject below the letterhead. */
final class TitleRoles {

    private static final int MOST_LINES = 8;

    private final List<Slot> slots;
    private final int limit;

    private TitleRoles(List<Slot> slots, int limit) {
        this.slots = slots;
        this.limit = limit;
    }

    /** Assigns the roles of the title, and returns where it ends. */
    static int assign(List<Slot> slots, int from, int limit) {
        return new TitleRoles(slots, limit).assign(from);
    }

    /**
     * Returns where the title begins: at the next line, or a few lines below if there is no letterhead above it; the
     * limit if there is no title.
     */
    private int begin(int from) {
        var at = next(from);
        for (int lines = 0; lines < MOST_LINES && at < limit && slots.get(at).isOpen(); lines++) {
            if (isType(slots.get(at))) {
                return at;
            }
            if (LetterPhrases.isCirculation(slots.get(at).text())) {
                slots.get(at).role(Role.CIRCULATION);
            } else if (from > 0 || LetterPhrases.isAddressee(slots.get(at).text())) {
                return limit;
            }
            at = next(at + 1);
        }
        return limit;
    }

    private int assign(int from) {
        var at = begin(from);
        if (at >= limit) {
            return from;
        }
        HeadRoles.assignAbove(slots.subList(from, at));
        slots.get(at).role(Role.TYPE_NAME);
        var lines = 0;
        var end = at + 1;
        for (int i = at + 1; i < limit && lines < MOST_LINES && !slots.get(i).isTable(); i++) {
            var slot = slots.get(i);
            if (isMark(slot)) {
                slot.role(Role.SUBJECT_MARK);
                return i + 1;
            }
            if (slot.role() == Role.RULE || slot.role() == Role.BLANK && lines > 0) {
                return i + 1;
            }
            if (slot.isOpen()) {
                if (!isSubject(slot, lines)) {
                    return end;
                }
                slot.role(Role.SUBJECT);
                lines++;
                end = i + 1;
            }
        }
        return end;
    }

    private int next(int from) {
        var at = from;
        while (at < limit && !slots.get(at).isOpen() && !slots.get(at).isTable()) {
            at++;
        }
        return at;
    }

    /** Returns whether a line is the name of a type, as titles show it. */
    static boolean isType(Slot slot) {
        return slot.isOpen()
                && !slot.seat().isRight()
                && TypeNames.beginning(slot.text()).isPresent()
                && (slot.isCentered() || slot.isCapitals())
                && (slot.isBold() || slot.isCapitals());
    }

    private boolean isSubject(Slot slot, int lines) {
        return (slot.isCentered() || isBeside(slot))
                && !LetterPhrases.isAddressee(slot.text())
                && !LetterPhrases.isEnactment(slot.text())
                && !LetterPhrases.isBasis(slot.text())
                && !(lines > 0 && isAuthorityLine(slot));
    }

    /** Returns whether a line is emphasised like a subject, though it is not in the middle. */
    private static boolean isBeside(Slot slot) {
        return slot.isBold() && !slot.isCapitals() && MarkedLine.of(slot.text()).isEmpty();
    }

    /** Returns whether a line in capitals names who decides, above the legal bases. */
    private boolean isAuthorityLine(Slot slot) {
        var next = next(slots.indexOf(slot) + 1);
        return slot.isCapitals()
                && next < limit
                && slots.get(next).isOpen()
                && LetterPhrases.isBasis(slots.get(next).text());
    }

    private static boolean isMark(Slot slot) {
        return !slot.isTable()
                && !slot.text().isEmpty()
                && slot.text().chars().noneMatch(Character::isLetterOrDigit)
                && (slot.text().length() >= 3
                        || slot.paragraph().setting().rules().stream()
                                .anyMatch(rule -> rule.kind() == Rule.Kind.TYPED));
    }
}
