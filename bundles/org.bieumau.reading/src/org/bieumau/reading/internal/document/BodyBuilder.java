/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bieumau.core.problem.Place;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.core.source.SourceItem;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Prose;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.bieumau.reading.internal.role.RoledText.Piece;
import org.bieumau.reading.internal.role.RoledText.Table;
import org.bieumau.reading.internal.values.MarkedLine;

/** Makes prose of the text of a document or appendix: paragraphs with their numbers and emphasis, tables, footnotes. */
final class BodyBuilder {

    private final Draft draft;
    private final TableBuilder tables;
    private final Prose prose = BieumauFactory.eINSTANCE.createProse();

    BodyBuilder(Draft draft, TableBuilder tables) {
        this.draft = draft;
        this.tables = tables;
    }

    /** Returns the prose of the lines of the text and the tables among some pieces; empty if there are none. */
    Optional<Prose> build(List<Piece> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            switch (pieces.get(i)) {
                case Line line -> {
                    var notes = notes(pieces, i + 1);
                    if (line.role().isText()) {
                        add(line, notes);
                    }
                    if (line.role() != Role.FOOTNOTE) {
                        leave(notes, line.paragraph().place());
                    }
                }
                case Table table -> {
                    var notes = notes(pieces, i + 1);
                    tables.add(table, notes, prose);
                    leave(notes, table.grid().place());
                }
            }
        }
        return prose.getLines().isEmpty() ? Optional.empty() : Optional.of(prose);
    }

    /** Keeps footnotes to which nothing of the text refers. */
    private void leave(Deque<StyledText> notes, Place place) {
        notes.forEach(note -> draft.leave(place, note.text()));
    }

    /** Returns the footnotes that follow a piece. */
    private Deque<StyledText> notes(List<Piece> pieces, int from) {
        var notes = new ArrayDeque<StyledText>();
        for (int i = from; i < pieces.size(); i++) {
            if (!(pieces.get(i) instanceof Line line) || line.role() != Role.FOOTNOTE) {
                break;
            }
            notes.add(note(line.paragraph()));
        }
        return notes;
    }

    /** Returns the text of a footnote without its number. */
    private StyledText note(SourceItem.Paragraph paragraph) {
        var shown = paragraph.runs().stream()
                .map(run -> new SourceItem.Run(
                        run.text(),
                        run.look(),
                        run.flags().stream()
                                .filter(flag -> flag != SourceItem.Flag.NOTE)
                                .collect(Collectors.toSet())))
                .toList();
        var text = StyledText.of(
                new SourceItem.Paragraph(paragraph.place(), "", shown, paragraph.look()),
                draft.look(Component.FOOTNOTE),
                new ArrayDeque<>());
        var digits = 0;
        while (digits < text.text().length() && Character.isDigit(text.text().charAt(digits))) {
            digits++;
        }
        return text.substring(digits).strip();
    }

    private void add(Line line, Deque<StyledText> notes) {
        if (line.role() == Role.END_MARK && line.text().equals(draft.rule(Key.END_MARK))) {
            return;
        }
        var look = line.role().component().map(draft::look).orElseGet(() -> draft.look(Component.BODY));
        var text = StyledText.of(line.paragraph(), look, notes);
        var paragraph = BieumauFactory.eINSTANCE.createParagraph();
        var label = line.paragraph().label().strip();
        var marked = isDivision(line.role())
                ? MarkedLine.of(label.isEmpty() ? text.text() : label + " " + text.text())
                : Optional.<MarkedLine>empty();
        if (marked.isPresent()) {
            var marker = BieumauFactory.eINSTANCE.createMarker();
            marker.setText(marked.get().marker());
            paragraph.setMarker(marker);
            text = label.isEmpty()
                    ? text.substring(marked.get().length()).strip()
                    : text.substring(Math.max(
                            0, text.text().length() - marked.get().rest().length()));
        } else if (!label.isEmpty()) {
            text = plain(label + " ").append(text);
        }
        if (!text.isEmpty() || marked.isPresent()) {
            paragraph.getRuns().addAll(RunBuilder.runs(text));
            prose.getLines().add(paragraph);
            draft.places().put(paragraph, line.paragraph().place());
        }
    }

    private static boolean isDivision(Role role) {
        return role.compareTo(Role.PART_LABEL) >= 0
                && role.compareTo(Role.PLUS) <= 0
                && role != Role.PART_TITLE
                && role != Role.SECTION_TITLE;
    }

    private static StyledText plain(String text) {
        return new StyledText(text, new byte[text.length()], List.of());
    }
}
