/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.role;

import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.profile.Look;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.Texts;
import org.jspecify.annotations.Nullable;

/** A paragraph or table whose role is being found. */
final class Slot {

    private final @Nullable Paragraph paragraph;
    private final @Nullable Grid grid;
    private final Seat seat;
    private final boolean newPage;
    private final String text;
    private @Nullable Role role;
    private int part;

    private Slot(@Nullable Paragraph paragraph, @Nullable Grid grid, Seat seat, boolean newPage) {
        this.paragraph = paragraph;
        this.grid = grid;
        this.seat = seat;
        this.newPage = newPage;
        text = paragraph == null ? "" : Texts.line(paragraph.label() + " " + paragraph.text());
    }

    static Slot of(Paragraph paragraph, Seat seat, boolean newPage) {
        var slot = new Slot(paragraph, null, seat, newPage);
        if (slot.text.isEmpty()) {
            slot.role = paragraph.setting().rules().isEmpty() ? Role.BLANK : Role.RULE;
        }
        return slot;
    }

    static Slot of(Grid grid, Seat seat, boolean newPage) {
        return new Slot(null, grid, seat, newPage);
    }

    boolean isTable() {
        return grid != null;
    }

    Paragraph paragraph() {
        return paragraph;
    }

    Seat seat() {
        return seat;
    }

    /** Returns whether the piece is a paragraph in a text box. */
    boolean isBoxed() {
        return paragraph != null && paragraph.flags().contains(Flag.TEXT_BOX);
    }

    /** Returns whether the piece begins on a new page. */
    boolean isNewPage() {
        return newPage;
    }

    /** Returns the text in one line, with the automatic number; empty for a table. */
    String text() {
        return text;
    }

    String folded() {
        return VietnameseText.fold(text);
    }

    /** Returns whether the piece still needs a role. */
    boolean isOpen() {
        return grid == null && role == null;
    }

    @Nullable
    Role role() {
        return role;
    }

    void role(Role found) {
        role = found;
    }

    int part() {
        return part;
    }

    void part(int number) {
        part = number;
    }

    boolean isCentered() {
        return has(Look.Property.ALIGNMENT) && paragraph.look().alignment() == Look.Alignment.CENTER;
    }

    boolean isBold() {
        return has(Look.Property.BOLD) && paragraph.look().bold();
    }

    boolean isItalic() {
        return has(Look.Property.ITALIC) && paragraph.look().italic();
    }

    private boolean has(Look.Property property) {
        return paragraph != null && !paragraph.look().unknown().contains(property);
    }

    /** Returns whether all letters are capitals, as typed or as shown. */
    boolean isCapitals() {
        var letters = text.chars().filter(Character::isLetter).toArray();
        if (letters.length == 0) {
            return false;
        }
        for (var letter : letters) {
            if (Character.isLowerCase(letter)) {
                return has(Look.Property.CAPITALS) && paragraph.look().capitals();
            }
        }
        return true;
    }

    RoledText.Piece piece() {
        return grid != null
                ? new RoledText.Table(grid, seat, part)
                : new RoledText.Line(paragraph, role == null ? Role.UNKNOWN : role, seat, part);
    }
}
