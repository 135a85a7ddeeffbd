/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bieumau.core.problem.Place;
import org.bieumau.model.BieumauFactory;
import org.bieumau.reading.internal.grid.SourceContent;
import org.bieumau.reading.internal.grid.SourceContent.Part;
import org.bieumau.reading.internal.grid.SourceContent.TablePart;
import org.bieumau.reading.internal.grid.SourceContent.TextPart;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.bieumau.reading.internal.role.RoledText.Table;

/** Reads the form that a document attaches on pages of its own. What is no form is left over. */
final class AttachmentBuilder {

    private final Draft draft;
    private final int part;
    private final FormBuilder forms;
    private final SourceContent content;

    /** @param content the whole file */
    AttachmentBuilder(Draft draft, int part, FormBuilder forms, SourceContent content) {
        this.draft = draft;
        this.part = part;
        this.forms = forms;
        this.content = content;
    }

    void build() {
        var form = forms.build(ofPart(), title());
        if (form.isEmpty()) {
            leave();
            return;
        }
        var attachment = BieumauFactory.eINSTANCE.createAttachment();
        attachment.setElement(form.get());
        draft.document().getAttachments().add(attachment);
    }

    private String title() {
        return lines().stream()
                .filter(line -> line.text().equals(line.text().toUpperCase())
                        && line.text().length() > 5)
                .map(Line::text)
                .collect(Collectors.joining(" "));
    }

    private List<Line> lines() {
        return draft.text()
                .lines()
                .filter(line -> line.part() == part && line.role() != Role.PAGE_TEXT)
                .toList();
    }

    /** Returns the texts and tables of the part, without the reference to the document, which the layout prints. */
    private SourceContent ofPart() {
        var places = new HashSet<Object>();
        lines().stream()
                .filter(line -> !AppendixBuilder.isReference(draft, line))
                .forEach(line -> places.add(key(line.paragraph().place())));
        for (var piece : draft.text().part(part)) {
            if (piece instanceof Table table) {
                places.add(key(table.grid().place()));
            }
        }
        return new SourceContent(
                content.parts().stream().filter(each -> isIn(each, places)).toList(), List.of(), true);
    }

    private static boolean isIn(Part part, Set<Object> places) {
        return places.contains(
                switch (part) {
                    case TextPart(var paragraph) -> key(paragraph.place());
                    case TablePart(var grid) -> key(grid.place());
                });
    }

    /** Returns what identifies a paragraph, or the table of a cell. */
    private static Object key(Place place) {
        return place instanceof Place.TableCell cell ? Integer.valueOf(cell.table()) : place;
    }

    private void leave() {
        for (var piece : draft.text().part(part)) {
            switch (piece) {
                case Line line -> {
                    if (line.role() != Role.UNKNOWN && line.role() != Role.PAGE_TEXT) {
                        draft.leave(List.of(line));
                    }
                }
                case Table table -> table.grid().cells().forEach(cell -> draft.leave(cell.place(), cell.shown()));
            }
        }
    }
}
