/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.role;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bieumau.reading.internal.role.Seat.Region;

/**
 * Finds text boxes that certify copies. A text box floats on the page: it may be anchored in the foot of the document,
 * in its text or even in its letterhead, and its two sides may be boxes of their own.
 */
final class CopyBoxes {

    /**
     * The lines of text boxes that certify a copy.
     *
     * @param taken the lines where the file has them
     * @param lines the same lines with seats of their own, one of them with the role {@link Role#COPY_FORM}
     * @param anchor the piece in which, or next to which, the boxes are anchored
     */
    record CopyBox(List<Slot> taken, List<Slot> lines, Slot anchor) {}

    private final List<Slot> slots;
    /** Numbers of the layout tables that are not within a text box; 0 for lines outside of tables. */
    private final Set<Integer> tables = new HashSet<>();

    private final List<CopyBox> found = new ArrayList<>();

    private CopyBoxes(List<Slot> slots) {
        this.slots = slots;
        for (var slot : slots) {
            if (!slot.isBoxed()) {
                tables.add(slot.seat().table());
            }
        }
        tables.add(0);
    }

    /** Returns the boxes that certify copies, in the order of the file. */
    static List<CopyBox> find(List<Slot> slots) {
        return slots.stream().noneMatch(slot -> slot.isBoxed() && CopyFinder.isForm(slot))
                ? List.of()
                : new CopyBoxes(slots).find();
    }

    private List<CopyBox> find() {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).isBoxed()) {
                var from = i;
                while (i < slots.size() && slots.get(i).isBoxed()) {
                    i++;
                }
                if (i < slots.size() || from > 0) {
                    find(slots.subList(from, i), slots.get(i < slots.size() ? i : from - 1));
                }
            }
        }
        return found;
    }

    /** Finds the copies in the boxes that are anchored at one place. */
    private void find(List<Slot> boxes, Slot anchor) {
        var free = boxes.stream().map(slot -> seated(slot, 0)).toList();
        var at = found.size();
        var end = boxes.size();
        for (int i = boxes.size() - 1; i >= 0; i--) {
            if (i < end && CopyFinder.isForm(free.get(i))) {
                var begin = begin(free, i, end);
                if (certifies(free.subList(begin, end))) {
                    var lines = inColumns(free.subList(begin, end));
                    lines.get(i - begin).role(Role.COPY_FORM);
                    found.add(at, new CopyBox(List.copyOf(boxes.subList(begin, end)), lines, anchor));
                    end = begin;
                }
            }
        }
    }

    /** Returns where the letterhead around a form begins, below any stamps of the document. */
    private static int begin(List<Slot> boxes, int form, int end) {
        var begin = beginOfSides(boxes, form, end);
        while (HeadRoles.isStamp(boxes.get(begin))) {
            begin++;
        }
        return begin;
    }

    /** Returns where the two sides begin. The number may be in a box to the left of that of the form. */
    private static int beginOfSides(List<Slot> boxes, int form, int end) {
        var begin = CopyFinder.begin(boxes, form);
        if (boxes.stream().noneMatch(slot -> LetterPhrases.isNationalName(slot.text()))
                && boxes.subList(begin, end).stream().noneMatch(slot -> LetterPhrases.isNumber(slot.text()))) {
            for (int i = begin - 1; i >= 0; i--) {
                if (LetterPhrases.isNumber(boxes.get(i).text())) {
                    return CopyFinder.begin(boxes, i);
                }
            }
        }
        return begin;
    }

    /** Returns whether lines have a letterhead and a signature, unlike a mere stamp with the kind of the copy. */
    private static boolean certifies(List<Slot> lines) {
        return lines.stream().noneMatch(slot -> LetterPhrases.isNationalName(slot.text()))
                && lines.stream()
                        .anyMatch(slot ->
                                LetterPhrases.isNumber(slot.text()) || LetterPhrases.isPlaceAndDate(slot.text()))
                && lines.stream()
                        .anyMatch(slot -> LetterPhrases.isPerson(slot.text())
                                || slot.isCapitals() && LetterPhrases.isPosition(slot.text()));
    }

    /** Returns the lines in columns: a letterhead that follows a foot begins another one. */
    private List<Slot> inColumns(List<Slot> lines) {
        var starts = new HashSet<Integer>();
        var start = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (isAnchor(lines.get(i))
                    && lines.subList(start, i).stream().anyMatch(slot -> CopyFinder.isOfFoot(slot.text()))) {
                start = CopyFinder.begin(lines, i);
                starts.add(start);
            }
        }
        var seated = new ArrayList<Slot>();
        var column = 0;
        for (int i = 0; i < lines.size(); i++) {
            column += starts.contains(i) ? 1 : 0;
            seated.add(seated(lines.get(i), column));
        }
        return seated;
    }

    private static boolean isAnchor(Slot slot) {
        return CopyFinder.isForm(slot) || CopyRoles.isAnchor(slot);
    }

    /** Returns a line of a text box at its place in the box, or in the table that is in the box. */
    private Slot seated(Slot slot, int column) {
        var seat = slot.seat();
        if (!tables.contains(seat.table())) {
            return slot;
        }
        // The edges of a cell in which a box is anchored say nothing about the box.
        var isPlaced = seat.table() == 0 || seat.region() == Region.TAB;
        var place = new Seat(
                Region.BOX,
                seat.section(),
                0,
                0,
                column,
                0,
                isPlaced ? seat.left() : 0,
                isPlaced ? seat.right() : 100,
                0);
        return Slot.of(slot.paragraph(), place, slot.isNewPage());
    }
}
