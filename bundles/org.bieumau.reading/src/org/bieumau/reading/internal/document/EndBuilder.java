/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.util.List;
import org.bieumau.core.problem.Place;
import org.bieumau.core.source.SourceItem;
import org.bieumau.reading.internal.grid.Texts;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoledText.Line;

/** Reads the texts at the edges of the pages, and keeps as leftovers those without a place in the document. */
final class EndBuilder {

    /** Roles of which a document has one line. */
    private static final List<Role> ONCE =
            List.of(Role.PLACE_DATE, Role.URGENCY, Role.SECRECY, Role.CIRCULATION, Role.DRAFT_NOTE);

    private final Draft draft;

    EndBuilder(Draft draft) {
        this.draft = draft;
    }

    void build() {
        contact();
        if (!draft.text().lines(draft.part(), Role.PUBLICATION_NOTE).isEmpty()) {
            draft.document().setUnpublished(true);
        }
        if (!draft.text().sections().isEmpty()) {
            draft.document()
                    .setTwoSided(draft.text().sections().getFirst().page().mirrored());
        }
    }

    private void contact() {
        var lines = draft.text().lines(draft.part(), Role.CONTACT);
        var agency = draft.document().getAgency();
        if (lines.isEmpty()) {
            return;
        }
        if (agency != null && draft.elements().contains(agency)) {
            agency.setAddress(lines.getFirst().text());
            if (lines.size() > 1) {
                agency.setContact(String.join(
                        " ",
                        lines.subList(1, lines.size()).stream().map(Line::text).toList()));
            }
        }
        if (agency == null || !isOf(lines, agency.getAddress(), agency.getContact())) {
            draft.leave(lines);
        } else {
            draft.document().setContactLine(true);
        }
    }

    private static boolean isOf(List<Line> lines, String address, String contact) {
        var printed = Texts.line(String.join(" ", lines.stream().map(Line::text).toList()));
        return printed.equals(Texts.line((address == null ? "" : address) + " " + (contact == null ? "" : contact)));
    }

    private static boolean isStruckOut(Line line) {
        return line.paragraph().runs().stream()
                .anyMatch(run -> run.flags().contains(SourceItem.Flag.STRUCK_OUT)
                        && !run.text().isBlank());
    }

    /** Keeps lines without a role, and texts of page headers and footers; tells what the importer did not read. */
    void keepRest(Place file) {
        draft.leave(draft.text()
                .lines()
                .filter(line -> line.role() == Role.UNKNOWN || line.role() == Role.PAGE_TEXT)
                .toList());
        for (var role : ONCE) {
            draft.leave(draft.text().lines(draft.part(), role).stream().skip(1).toList());
        }
        draft.text()
                .lines()
                .filter(EndBuilder::isStruckOut)
                .forEach(line ->
                        draft.warn("READ-STRUCK-OUT-TEXT", line.paragraph().place(), line.text()));
        var left = draft.document().getLeftovers().size();
        if (left > 0) {
            draft.tell("READ-LEFTOVER-DOCUMENT", file, left);
        }
        draft.text().skipped().forEach(each -> draft.tell("READ-SKIPPED", each.place(), each.what()));
    }
}
