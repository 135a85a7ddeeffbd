/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.internal;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.layout.Block.Paragraph;

/** The footnotes of the current page. They take room from its text area, and are drawn when the page is full. */
final class PageNotes {

    /** Space above and below the rule over the footnotes, in pt. */
    private static final double RULE_ROOM = 4;
    /** Length of the rule over the footnotes, relative to the text width. */
    private static final double RULE = 0.3;

    private final PageFlow flow;
    private final List<TextLines> notes = new ArrayList<>();
    private int count;

    PageNotes(PageFlow flow) {
        this.flow = flow;
    }

    /** Returns the height of the footnotes with the rule over them, in pt; 0 if there are none. */
    double height() {
        return notes.isEmpty()
                ? 0
                : 2 * RULE_ROOM + notes.stream().mapToDouble(TextLines::height).sum();
    }

    /** Returns the height that further footnotes would take on this page, in pt. */
    double more(List<Paragraph> further) {
        return further.isEmpty()
                ? 0
                : (notes.isEmpty() ? 2 * RULE_ROOM : 0)
                        + further.stream()
                                .mapToDouble(note ->
                                        flow.lines(note, flow.textWidth()).height())
                                .sum();
    }

    void add(List<Paragraph> further) {
        further.forEach(note -> notes.add(flow.lines(note, flow.textWidth())));
    }

    /** Draws the footnotes at the foot of the page and forgets them. */
    void draw() {
        if (notes.isEmpty()) {
            return;
        }
        var y = flow.bottomOfNotes() + height() - RULE_ROOM;
        flow.painter().line(flow.left(), y, flow.textWidth() * RULE);
        y -= RULE_ROOM;
        for (var note : notes) {
            flow.paint(note, 0, note.lines().size(), flow.left(), y, flow.note(++count));
            y -= note.height();
        }
        notes.clear();
    }
}
