/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.internal;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.layout.Block.Paragraph;
import org.openpdf.text.pdf.PdfStructureElement;

/**
 * The footnotes of the current page. They take room from its text area, and are drawn when the page is full. A long
 * note begins on the page of its reference and continues on the next one.
 */
final class PageNotes {

    /** Space above and below the rule over the footnotes, in pt. */
    private static final double RULE_ROOM = 4;
    /** Length of the rule over the footnotes, relative to the text width. */
    private static final double RULE = 0.3;
    /** Maximum share of the text area for footnotes continued from earlier pages. */
    private static final double MOST = 0.75;
    /** Minimum number of lines of a note before and after a page break. */
    private static final int MIN_LINES = 2;
    /** Tolerance for comparisons, in pt. */
    private static final double TOLERANCE = 0.01;

    private final PageFlow flow;
    private final List<Note> notes = new ArrayList<>();
    private int count;

    PageNotes(PageFlow flow) {
        this.flow = flow;
    }

    /** A footnote, and the part of it that is drawn already. */
    private static final class Note {

        private final TextLines text;
        /** Index of the next line to draw. */
        private int next;

        private PdfStructureElement tag;

        Note(TextLines text) {
            this.text = text;
        }

        int lines() {
            return text.lines().size() - next;
        }

        double height() {
            return lines() * text.lineHeight();
        }

        /** Returns the height of the lines that must be on the page of the reference, in pt. */
        double least() {
            return lines() < 2 * MIN_LINES ? height() : MIN_LINES * text.lineHeight();
        }

        /** Returns the number of lines that fit into a height in pt. */
        int fitting(double room) {
            var fit = Math.min(lines(), (int) ((room + TOLERANCE) / text.lineHeight()));
            return fit < lines() && fit > lines() - MIN_LINES ? Math.max(0, lines() - MIN_LINES) : fit;
        }
    }

    private double all() {
        return 2 * RULE_ROOM + notes.stream().mapToDouble(Note::height).sum();
    }

    /** Returns the height of the footnotes with the rule over them, in pt; 0 if there are none. */
    double height() {
        return notes.isEmpty() ? 0 : Math.min(all(), flow.textHeight());
    }

    /** Returns the minimum height that further footnotes would take on this page, in pt. */
    double more(List<Paragraph> further) {
        if (further.isEmpty()) {
            return 0;
        }
        var more = all() - height();
        for (var paragraph : further) {
            var note = note(paragraph);
            more += paragraph == further.getLast() ? note.least() : note.height();
        }
        return more;
    }

    void add(List<Paragraph> further) {
        further.forEach(note -> notes.add(note(note)));
    }

    private Note note(Paragraph paragraph) {
        return new Note(flow.lines(paragraph, flow.textWidth()));
    }

    boolean isEmpty() {
        return notes.isEmpty();
    }

    /** Returns whether the rest of the notes of earlier pages leaves too little room for text. */
    boolean leaveNoText() {
        return !notes.isEmpty() && all() > flow.textHeight() * MOST;
    }

    /** Draws the lines of the footnotes that fit at the foot of the page; the others remain for the next page. */
    void draw() {
        if (notes.isEmpty()) {
            return;
        }
        var rest = Math.min(height(), flow.top() - flow.bottomOfNotes()) - 2 * RULE_ROOM;
        var used = 0.0;
        var fitting = new ArrayList<Integer>();
        for (var note : notes) {
            var fit = note.fitting(rest - used);
            if (fit > 0) {
                fitting.add(fit);
                used += fit * note.text.lineHeight();
            }
            if (fit < note.lines()) {
                break;
            }
        }
        if (fitting.isEmpty()) {
            return;
        }
        var y = flow.bottomOfNotes() + used + RULE_ROOM;
        flow.painter().line(flow.left(), y, flow.textWidth() * RULE);
        y -= RULE_ROOM;
        for (int i = 0; i < fitting.size(); i++) {
            var note = notes.get(i);
            if (note.tag == null) {
                note.tag = flow.note(++count);
            }
            var end = note.next + fitting.get(i);
            flow.paint(note.text, note.next, end, flow.left(), y, note.tag);
            note.next = end;
            y -= fitting.get(i) * note.text.lineHeight();
        }
        notes.removeIf(note -> note.lines() == 0);
    }
}
