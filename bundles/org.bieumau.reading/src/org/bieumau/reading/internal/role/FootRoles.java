/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.role;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bieumau.reading.internal.role.Seat.Side;
import org.bieumau.reading.internal.shape.Phrases;

/** Finds the lines of recipients and signatures, and those below them. */
final class FootRoles {

    private final List<Slot> foot;
    private final Map<Side, Role> last = new HashMap<>();
    /** The columns whose current signature begins with an authority. */
    private final Set<Side> authorised = new HashSet<>();

    private FootRoles(List<Slot> foot) {
        this.foot = foot;
    }

    static void assign(List<Slot> foot) {
        new FootRoles(foot).assign();
    }

    private void assign() {
        for (var slot : foot) {
            if (slot.isOpen() && !isOfCopy(slot)) {
                // The two columns of a nested table belong to one column of the foot.
                var column = slot.seat().side();
                var role = role(slot, last.get(column), column);
                if (role != null) {
                    slot.role(role);
                    last.put(column, role);
                }
            }
        }
    }

    /**
     * Returns whether a line is in the table that certifies a copy, which has a letterhead and a signature of its own.
     */
    private boolean isOfCopy(Slot slot) {
        return foot.stream()
                .anyMatch(each -> LetterPhrases.isOfCopy(each.text())
                        && (each == slot || each.seat().sharesTable(slot.seat())));
    }

    private Role role(Slot slot, Role above, Side column) {
        var text = slot.text();
        if (LetterPhrases.isRecipients(text)) {
            return Role.RECIPIENTS_LABEL;
        }
        if (LetterPhrases.isPublicationNote(text)) {
            return Role.PUBLICATION_NOTE;
        }
        if (LetterPhrases.isConfirmation(text)) {
            return Role.CONFIRMATION;
        }
        if (LetterPhrases.isCopy(text)) {
            return Role.COPY_LABEL;
        }
        if (slot.seat().region() == Seat.Region.BOX) {
            if (isRuledAbove(slot) || above == Role.CONTACT) {
                return Role.CONTACT;
            }
            // Boxes also show stamps and notes of programs that sign.
            if (above != null && isOfSignature(above) && !slot.isCapitals() && !LetterPhrases.isPerson(text)) {
                return LetterPhrases.isInstruction(text) ? Role.SIGNATURE_INSTRUCTION : null;
            }
        }
        if (isRecipient(slot, above)) {
            return recipient(slot, above);
        }
        return signature(slot, above, column);
    }

    private static boolean isRuledAbove(Slot slot) {
        return !slot.paragraph().setting().rules().isEmpty();
    }

    private static boolean isRecipient(Slot slot, Role above) {
        return switch (above) {
            case RECIPIENTS_LABEL, RECIPIENT, RECIPIENTS_NOTE, ARCHIVE, DRAFTER ->
                slot.seat().table() > 0 || slot.seat().region() == Seat.Region.TAB
                        ? true
                        : slot.text().startsWith("-") || !slot.isCentered() && !slot.isBold() && !slot.isCapitals();
            case null, default -> slot.text().startsWith("- ");
        };
    }

    private static Role recipient(Slot slot, Role above) {
        if (LetterPhrases.isArchive(slot.text())) {
            return Role.ARCHIVE;
        }
        if (above == Role.ARCHIVE && !slot.text().startsWith("-")) {
            return Role.DRAFTER;
        }
        return slot.seat().inner() > 0 && slot.text().startsWith("(") ? Role.RECIPIENTS_NOTE : Role.RECIPIENT;
    }

    private Role signature(Slot slot, Role above, Side column) {
        var text = slot.text();
        if (text.equalsIgnoreCase("kiêm") && above != null) {
            return Role.POSITION_CONNECTIVE;
        }
        if (LetterPhrases.isInstruction(text)) {
            return Role.SIGNATURE_INSTRUCTION;
        }
        if (above == null || !isOfSignature(above)) {
            authorised.remove(column);
            if (LetterPhrases.isAuthority(text)) {
                authorised.add(column);
            }
            return slot.isCapitals() || LetterPhrases.isPosition(text) ? Role.POSITION : unplaced(slot);
        }
        if (above == Role.POSITION && slot.isCapitals() && Phrases.isAgency(text)) {
            // The name of the agency on a line of its own, below the position.
            return Role.POSITION;
        }
        if (slot.isCapitals() && (LetterPhrases.isPosition(text) || !LetterPhrases.isPerson(capitalised(text)))
                || LetterPhrases.isOffice(text)
                || LetterPhrases.isPosition(text) && !LetterPhrases.isPerson(text)) {
            return authorised.contains(column) ? Role.POSITION_BELOW_AUTHORITY : Role.POSITION;
        }
        return Role.SIGNER;
    }

    /** Returns whether a signature goes on below a line. */
    private static boolean isOfSignature(Role above) {
        return switch (above) {
            case POSITION, POSITION_BELOW_AUTHORITY, POSITION_CONNECTIVE, SIGNATURE_INSTRUCTION -> true;
            default -> false;
        };
    }

    /** A name without a position above it, in a row of its own. */
    private static Role unplaced(Slot slot) {
        return LetterPhrases.isPerson(slot.text()) && slot.seat().table() > 0 ? Role.SIGNER : null;
    }

    private static String capitalised(String text) {
        var name = new StringBuilder(text.toLowerCase());
        for (int i = 0; i < name.length(); i++) {
            if (i == 0 || name.charAt(i - 1) == ' ') {
                name.setCharAt(i, Character.toUpperCase(name.charAt(i)));
            }
        }
        return name.toString();
    }
}
