/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.role;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the lines of the letterhead: issuing bodies, national name, number, place and date, stamps. */
final class HeadRoles {

    /** Number of lines from the top within which the letterhead ends. */
    private static final int MOST_LINES = 30;

    private static final Pattern BODY = Pattern.compile("(ubnd|uy ban|hdnd|hoi dong|so|bo|ban|phong|cuc|chi cuc|tong"
            + " cuc|vu|vien|trung tam|truong|cong ty|tong cong ty|tap doan|tinh uy|thanh uy|huyen uy|quan uy|thi uy"
            + "|dang uy|dang bo|chi bo|doan|hoi|mat tran|lien doan|van phong|benh vien|toa an|thanh tra|cong an|kho bac"
            + "|ngan hang|bao hiem|bhxh|dai|hoc vien|quoc hoi|chinh phu|thu tuong|uy vien|tong lien doan|co quan|hop tac xa"
            + "|trung uong)\\b.*");

    private final List<Slot> head;

    private HeadRoles(List<Slot> head) {
        this.head = head;
    }

    /** Returns whether the lines have a letterhead. */
    static boolean isLetter(List<Slot> slots) {
        return slots.stream()
                .filter(Slot::isOpen)
                .limit(MOST_LINES)
                .anyMatch(slot -> LetterPhrases.isNationalName(slot.text()));
    }

    /** Assigns the roles of the letterhead, and returns where it ends. */
    static int assign(List<Slot> slots, int limit) {
        var end = end(slots, limit);
        assignAll(slots.subList(0, end));
        return end;
    }

    /** Assigns the roles of lines that are known to be a letterhead. */
    static void assignAll(List<Slot> head) {
        new HeadRoles(head).assign();
    }

    /** Assigns the roles of lines above a title, in a file without national name, number and date. */
    static void assignAbove(List<Slot> slots) {
        var bodies = slots.stream()
                .filter(slot -> slot.isOpen() && BODY.matcher(slot.folded()).matches())
                .filter(slot -> !slot.folded().endsWith("ngay") && !slot.seat().isRight())
                .toList();
        assignBodies(bodies);
    }

    private static int end(List<Slot> slots, int limit) {
        var end = 0;
        var lines = 0;
        Slot anchor = null;
        for (int i = 0; i < limit && lines < MOST_LINES && !slots.get(i).isTable(); i++) {
            var slot = slots.get(i);
            if (slot.isOpen()) {
                lines++;
                if (anchor != null && (LetterPhrases.isAddressee(slot.text()) || TitleRoles.isType(slot))
                        || LetterPhrases.isBasis(slot.text())) {
                    return end;
                }
                if (isAnchor(slot) || isStamp(slot)) {
                    anchor = slot;
                    end = i + 1;
                }
            }
            if (anchor != null && (slot.seat().sharesTable(anchor.seat()) || isBeside(slot))) {
                end = i + 1;
            }
        }
        return end;
    }

    private static boolean isAnchor(Slot slot) {
        return LetterPhrases.isNationalName(slot.text())
                || LetterPhrases.isMotto(slot.text())
                || LetterPhrases.isNumber(slot.text())
                || LetterPhrases.isPlaceAndDate(slot.text())
                || LetterPhrases.isLetterSubject(slot.text()) && !slot.isBold();
    }

    /** Returns whether a line is a stamp, which may be anywhere around a letterhead. */
    static boolean isStamp(Slot slot) {
        return LetterPhrases.isUrgency(slot.text())
                || LetterPhrases.isSecrecy(slot.text())
                || LetterPhrases.isDraft(slot.text());
    }

    private static boolean isBeside(Slot slot) {
        return slot.isOpen() && slot.seat().region() == Seat.Region.TAB;
    }

    private void assign() {
        var numbered = false;
        Slot subject = null;
        var bodies = new ArrayList<Slot>();
        for (var slot : head) {
            if (!slot.isOpen()) {
                continue;
            }
            var found = byText(slot);
            if (found != null) {
                slot.role(found);
                numbered |= found == Role.NUMBER_SYMBOL;
                subject = found == Role.LETTER_SUBJECT ? slot : found == Role.NUMBER_SYMBOL ? null : subject;
            } else if (numbered && isBelowNumber(slot, subject)) {
                slot.role(Role.LETTER_SUBJECT);
                subject = slot;
            } else if (!numbered && !slot.seat().isRight() && !LetterPhrases.isOfCopy(slot.text())) {
                bodies.add(slot);
            }
        }
        assignBodies(bodies);
    }

    private static boolean isBelowNumber(Slot slot, Slot subject) {
        return subject != null
                        && subject.seat().column() == slot.seat().column()
                        && !slot.seat().isRight()
                || slot.seat().table() > 0 && slot.seat().isLeft();
    }

    private static Role byText(Slot slot) {
        var text = slot.text();
        if (LetterPhrases.isNationalName(text)) {
            return Role.NATIONAL_NAME;
        }
        if (LetterPhrases.isMotto(text)) {
            return Role.MOTTO;
        }
        if (LetterPhrases.isNumber(text)) {
            return Role.NUMBER_SYMBOL;
        }
        if (LetterPhrases.isPlaceAndDate(text)) {
            return Role.PLACE_DATE;
        }
        if (LetterPhrases.isDraft(text)) {
            return Role.DRAFT_NOTE;
        }
        if (LetterPhrases.isUrgency(text)) {
            return Role.URGENCY;
        }
        if (LetterPhrases.isSecrecy(text)) {
            return Role.SECRECY;
        }
        if (LetterPhrases.isCirculation(text)) {
            return Role.CIRCULATION;
        }
        if (LetterPhrases.isLetterSubject(text)) {
            return Role.LETTER_SUBJECT;
        }
        if (LetterPhrases.isCopySignature(text)) {
            return Role.COPY_SIGNATURE;
        }
        return text.equals("*")
                ? Role.ISSUER_MARK
                : text.chars().noneMatch(Character::isLetterOrDigit) ? Role.RULE : null;
    }

    /** Divides the bodies above the number: those in bold letters issue, others are superior. */
    private static void assignBodies(List<Slot> bodies) {
        var bold = bodies.stream().filter(Slot::isBold).count();
        if (bold > 0 && bold < bodies.size()) {
            bodies.forEach(slot -> slot.role(slot.isBold() ? Role.ISSUER : Role.SUPERIOR));
            return;
        }
        var last = 0;
        for (int i = 0; i < bodies.size(); i++) {
            if (BODY.matcher(bodies.get(i).folded()).matches()) {
                last = i;
            }
        }
        for (int i = 0; i < bodies.size(); i++) {
            bodies.get(i).role(i < last ? Role.SUPERIOR : Role.ISSUER);
        }
    }
}
