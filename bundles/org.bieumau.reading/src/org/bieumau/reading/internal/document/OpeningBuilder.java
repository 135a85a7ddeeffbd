/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.DocumentType;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.bieumau.reading.internal.values.ProperCase;

/** Reads addressees, deciding authority and legal bases. */
final class OpeningBuilder {

    private static final Pattern ADDRESSEE =
            Pattern.compile("(?iu)kính\\s+(?:gửi|trình)\\s*:?\\s*(.*)", Pattern.DOTALL);
    private static final Pattern BASIS = Pattern.compile("(?iu)-?\\s*căn\\s+cứ\\s+(.*)", Pattern.DOTALL);

    private final Draft draft;

    OpeningBuilder(Draft draft) {
        this.draft = draft;
    }

    void build(ProperCase names) {
        addressees();
        var authority = HeadBuilder.joined(draft, Role.AUTHORITY_LINE);
        if (!authority.isEmpty()) {
            draft.document().setAuthorityLine(names.position(authority));
        }
        draft.text().lines(draft.part(), Role.BASIS).forEach(this::basis);
        enactment();
    }

    // Addressees

    private void addressees() {
        var items = new ArrayList<Line>();
        for (var line : draft.text().lines(draft.part(), Role.ADDRESSEE)) {
            var rest = ADDRESSEE.matcher(line.text());
            if (rest.matches()) {
                var own = rest.group(1).strip();
                for (var each : own.split("\\s*;\\s*(?=-)")) {
                    add(item(each));
                }
            } else {
                draft.leave(List.of(line));
            }
        }
        items.addAll(draft.text().lines(draft.part(), Role.ADDRESSEE_ITEM));
        for (int i = 0; i < items.size(); i++) {
            var line = items.get(i);
            var inner = line.seat().inner();
            if (inner == 0) {
                add(item(line.text()));
                continue;
            }
            var group = items.subList(i, items.size()).stream()
                    .takeWhile(each -> each.seat().inner() == inner)
                    .toList();
            group(group);
            i += group.size() - 1;
        }
    }

    private static String item(String text) {
        return text.replaceFirst("^[-–+]\\s*", "")
                .replaceFirst("\\s*[;.,]$", "")
                .strip();
    }

    private void add(String name) {
        if (!name.isEmpty()) {
            var addressee = BieumauFactory.eINSTANCE.createAddressee();
            addressee.setText(VietnameseText.nfc(name));
            draft.document().getAddressees().add(addressee);
        }
    }

    /** Addressees with a note beside a brace. */
    private void group(List<Line> lines) {
        var group = BieumauFactory.eINSTANCE.createAddresseeGroup();
        for (var line : lines) {
            if (line.text().startsWith("(")) {
                group.setNote(item(line.text()).replaceFirst("^\\(", "").replaceFirst("\\)$", ""));
            } else {
                var member = BieumauFactory.eINSTANCE.createAddressee();
                member.setText(item(line.text()));
                group.getMembers().add(member);
            }
        }
        draft.document().getAddressees().add(group);
    }

    // Legal bases

    private void basis(Line line) {
        var text = StyledText.of(line.paragraph(), draft.look(Component.BASIS), new ArrayDeque<>());
        var basis = BieumauFactory.eINSTANCE.createLegalBasis();
        var labelled = BASIS.matcher(text.text());
        var own = labelled.matches() ? text.substring(labelled.start(1)) : text.withoutStart("-");
        basis.setText(RunBuilder.marked(own.withoutEnd(";.,")));
        draft.document().getBases().add(basis);
    }

    /** Leaves the enactment formula if the layout does not print it. */
    private void enactment() {
        var printed = draft.document().getBases().isEmpty()
                ? ""
                : switch (draft.document().getType()) {
                    case DocumentType.DECISION -> draft.rule(Key.ENACTMENT_DECISION);
                    case DocumentType.RESOLUTION -> draft.rule(Key.ENACTMENT_RESOLUTION);
                    default -> "";
                };
        draft.leave(draft.text().lines(draft.part(), Role.ENACTMENT).stream()
                .filter(line -> !letters(line.text()).equals(letters(printed)))
                .toList());
    }

    private static String letters(String text) {
        return VietnameseText.fold(text).replaceAll("[^a-z]", "");
    }
}
