/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.DocumentType;
import org.bieumau.model.Secrecy;
import org.bieumau.model.Urgency;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.bieumau.reading.internal.values.PlaceAndDate;
import org.bieumau.reading.internal.values.ProperCase;

/** Reads type, date, issuing bodies and marks of a letterhead. */
final class HeadBuilder {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Draft draft;
    private final List<KnownAgency> known;

    HeadBuilder(Draft draft, List<KnownAgency> known) {
        this.draft = draft;
        this.known = known;
    }

    /** Reads the letterhead except number and subject, on which its profile depends. */
    void build(ProperCase names) {
        var document = draft.document();
        issue(names);
        document.setType(type());
        first(Role.URGENCY).ifPresent(line -> document.setUrgency(urgency(line.text())));
        first(Role.SECRECY).ifPresent(line -> document.setSecrecy(secrecy(line.text())));
        first(Role.CIRCULATION)
                .ifPresent(line -> document.setCirculation(
                        VietnameseText.capitalised(line.text().toLowerCase(VietnameseText.LOCALE))));
        first(Role.DRAFT_NOTE).ifPresent(this::draftNote);
    }

    /** Reads by whom, where and when the document or copy is issued. */
    void issue(ProperCase names) {
        first(Role.PLACE_DATE).ifPresent(this::date);
        var agencies = new AgencyBuilder(draft, known, names);
        agencies.build();
        agencies.made().forEach(agency -> {
            if (isOfParty()) {
                agency.setProfile("đảng");
            }
        });
        place();
    }

    private Optional<Line> first(Role role) {
        return draft.text().lines(draft.part(), role).stream().findFirst();
    }

    private boolean isOfParty() {
        return draft.text().lines(0, Role.NATIONAL_NAME).stream()
                .findFirst()
                .map(line -> VietnameseText.fold(line.text()).startsWith("dang cong san"))
                .orElse(false);
    }

    private DocumentType type() {
        var title = first(Role.TYPE_NAME);
        if (title.isPresent()) {
            return org.bieumau.reading.internal.role.TypeNames.beginning(
                            title.get().text())
                    .orElseThrow();
        }
        if (first(Role.LETTER_SUBJECT).isEmpty()) {
            draft.warn(
                    "READ-DOCUMENT-TYPE",
                    first(Role.NUMBER_SYMBOL)
                            .or(() -> draft.text().lines().findFirst())
                            .map(line -> line.paragraph().place())
                            .orElse(null));
        }
        return DocumentType.OFFICIAL_LETTER;
    }

    private void date(Line line) {
        var written = PlaceAndDate.read(line.text());
        if (written.flatMap(PlaceAndDate::date).isEmpty()) {
            draft.leave(List.of(line));
            return;
        }
        draft.document().setDate(written.get().date().get());
        written.get().place().ifPresent(draft.document()::setPlaceName);
    }

    private static int number(String text) {
        var digits = NUMBER.matcher(text);
        return digits.find() ? Integer.parseInt(digits.group()) : 0;
    }

    /** The place is that of the agency; one that was made of the letterhead takes it over. */
    private void place() {
        var document = draft.document();
        var agency = document.getAgency();
        if (agency == null || document.getPlaceName() == null) {
            return;
        }
        if (agency.getPlaceName() == null && draft.elements().contains(agency)) {
            agency.setPlaceName(document.getPlaceName());
        }
        if (document.getPlaceName().equals(agency.getPlaceName())) {
            document.setPlaceName(null);
        }
    }

    private static Urgency urgency(String text) {
        return Urgency.VALUES.stream()
                .filter(each -> VietnameseText.fold(each.getLiteral()).equals(VietnameseText.fold(text)))
                .findFirst()
                .orElse(Urgency.NONE);
    }

    private static Secrecy secrecy(String text) {
        return Secrecy.VALUES.stream()
                .filter(each -> VietnameseText.fold(each.getLiteral()).equals(VietnameseText.fold(text)))
                .findFirst()
                .orElse(Secrecy.NONE);
    }

    private void draftNote(Line line) {
        var number = number(line.text());
        if (number > 0) {
            draft.document().setDraft(number);
        } else {
            draft.leave(List.of(line));
        }
    }

    /** Returns the texts of all lines with a role, joined. */
    static String joined(Draft draft, Role role) {
        return draft.text().lines(draft.part(), role).stream().map(Line::text).collect(Collectors.joining(" "));
    }
}
