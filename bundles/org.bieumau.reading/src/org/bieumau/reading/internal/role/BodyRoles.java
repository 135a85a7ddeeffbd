/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.role;

import java.util.List;
import org.bieumau.core.internal.prose.Headings;
import org.bieumau.model.DivisionLevel;
import org.bieumau.reading.internal.values.MarkedLine;
import org.jspecify.annotations.Nullable;

/** Finds the divisions of a text by their numbers, typed or automatic (ND30, Phụ lục I, II.6c–đ). */
final class BodyRoles {

    /** Length up to which a line above a table can be its caption. */
    private static final int SHORT = 150;

    private final List<Slot> slots;

    private BodyRoles(List<Slot> slots) {
        this.slots = slots;
    }

    static void assign(List<Slot> slots, int from, int to) {
        new BodyRoles(slots.subList(from, to)).assign();
    }

    private void assign() {
        Role above = null;
        for (int i = 0; i < slots.size(); i++) {
            var slot = slots.get(i);
            if (slot.isOpen() && slot.seat().region() != Seat.Region.BOX) {
                above = role(slot, i, above);
                slot.role(above);
            }
        }
    }

    private Role role(Slot slot, int index, @Nullable Role above) {
        if (slot.text().equals("./.")) {
            return Role.END_MARK;
        }
        var marked = MarkedLine.of(slot.text());
        if (marked.isPresent()) {
            return division(marked.get(), level(nextText(index)));
        }
        if (above == Role.PART_LABEL || above == Role.SECTION_LABEL) {
            return above == Role.PART_LABEL ? Role.PART_TITLE : Role.SECTION_TITLE;
        }
        if (isTable(index + 1, 1) && isCaption(slot)) {
            return Role.CAPTION;
        }
        return isTable(index - 1, -1) && LetterPhrases.isTableNote(slot.text()) ? Role.TABLE_NOTE : Role.BODY;
    }

    private static boolean isCaption(Slot slot) {
        return LetterPhrases.isCaption(slot.text())
                || slot.isCentered()
                        && (slot.isBold() || slot.isItalic())
                        && slot.text().length() < SHORT;
    }

    /** Returns whether a table follows in a direction, below blank lines at most. */
    private boolean isTable(int index, int step) {
        for (int i = index; i >= 0 && i < slots.size(); i += step) {
            if (slots.get(i).isTable()) {
                return true;
            }
            if (slots.get(i).role() != Role.BLANK) {
                return false;
            }
        }
        return false;
    }

    private @Nullable String nextText(int index) {
        for (int i = index + 1; i < slots.size(); i++) {
            if (slots.get(i).isTable()) {
                return "";
            }
            if (slots.get(i).isOpen()) {
                return slots.get(i).text();
            }
        }
        return null;
    }

    /** Returns the division below a line, with its level. */
    private static Below level(@Nullable String next) {
        return next == null
                ? new Below(false, null)
                : new Below(true, MarkedLine.of(next).map(MarkedLine::level).orElse(null));
    }

    private record Below(boolean exists, @Nullable DivisionLevel level) {}

    private static Role division(MarkedLine line, Below below) {
        var heading = below.exists() && Headings.hasHeading(line.level(), line.rest(), below.level());
        return switch (line.level()) {
            case PART, CHAPTER -> Role.PART_LABEL;
            case SECTION, SUBSECTION -> Role.SECTION_LABEL;
            case ARTICLE -> heading ? Role.ARTICLE_HEADING : Role.ARTICLE;
            case ROMAN -> Role.ROMAN_HEADING;
            case CLAUSE -> heading ? Role.CLAUSE_HEADING : Role.CLAUSE;
            case POINT -> Role.POINT;
            case DASH -> Role.DASH;
            case PLUS -> Role.PLUS;
        };
    }
}
