/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bieumau.core.internal.resolved.Symbols;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.CertifiedCopy;
import org.bieumau.model.CopyForm;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.values.ProperCase;

/** Reads what certifies a copy on paper: its letterhead, recipients and signature. */
final class CopyBuilder {

    /** Roles that a copy does not have. */
    private static final Set<Role> FOREIGN = EnumSet.of(
            Role.NATIONAL_NAME,
            Role.MOTTO,
            Role.LETTER_SUBJECT,
            Role.DRAFT_NOTE,
            Role.SECRECY,
            Role.URGENCY,
            Role.CIRCULATION,
            Role.COPY_SIGNATURE,
            Role.PUBLICATION_NOTE,
            Role.CONTACT,
            Role.FOOTNOTE);

    private static final Set<Role> ONCE = EnumSet.of(Role.COPY_FORM, Role.PLACE_DATE);

    private static final Set<Role> OF_BODIES = EnumSet.of(Role.SUPERIOR, Role.ISSUER);

    private static final Set<Role> OF_SIGNATURES = EnumSet.range(Role.POSITION, Role.SIGNER);

    private final Draft draft;
    private final CertifiedCopy copy = BieumauFactory.eINSTANCE.createCertifiedCopy();

    /** @param document the draft of the document that is copied */
    CopyBuilder(Draft document, int part) {
        draft = document.ofCopy(part);
    }

    void build(List<KnownAgency> agencies, ProperCase names) {
        if (draft.words(Key.COPY_FORMS).isEmpty()) {
            // The rules that hold for the document know no such copies.
            leave(EnumSet.complementOf(EnumSet.of(Role.UNKNOWN, Role.PAGE_TEXT)));
        } else {
            read(agencies, names);
            draft.main().getCertifiedCopies().add(copy);
        }
        draft.keepLeftovers();
    }

    private void read(List<KnownAgency> agencies, ProperCase names) {
        new HeadBuilder(draft, agencies).issue(names);
        new FootBuilder(draft).build();
        new SignatureBuilder(draft, names).build();
        take();
        form();
        new CopyNumberBuilder(draft, copy).build();
        leaveRest();
    }

    /** Takes over what is read as that of a document. */
    private void take() {
        var read = draft.document();
        copy.setAgency(read.getAgency());
        copy.setPlaceName(read.getPlaceName());
        copy.setDate(read.getDate());
        copy.getRecipients().addAll(read.getRecipients());
        copy.setArchive(read.getArchive());
        if (read.getSignatures().size() == 1) {
            copy.setSignature(read.getSignatures().getFirst());
        } else {
            leave(OF_SIGNATURES);
        }
    }

    private void form() {
        var line = draft.text().lines(draft.part(), Role.COPY_FORM).getFirst();
        var folded = VietnameseText.fold(line.text());
        var words = draft.words(Key.COPY_FORMS);
        var printed =
                form(each -> VietnameseText.fold(Symbols.ofForm(each, words)).equals(folded));
        copy.setForm(printed.orElseGet(() -> {
            // The layout prints this kind in other words, or not at all.
            draft.leave(List.of(line));
            return form(each -> folded.startsWith(VietnameseText.fold(each.getLiteral())))
                    .orElseThrow();
        }));
    }

    private static Optional<CopyForm> form(Predicate<CopyForm> condition) {
        return CopyForm.VALUES.stream().filter(condition).findFirst();
    }

    private void leaveRest() {
        leave(FOREIGN);
        for (var role : ONCE) {
            draft.leave(draft.text().lines(draft.part(), role).stream().skip(1).toList());
        }
        if (!draft.document().getJointAgencies().isEmpty()) {
            leave(OF_BODIES);
        }
    }

    private void leave(Set<Role> roles) {
        draft.leave(draft.text()
                .lines()
                .filter(line -> line.part() == draft.part() && roles.contains(line.role()))
                .toList());
    }
}
