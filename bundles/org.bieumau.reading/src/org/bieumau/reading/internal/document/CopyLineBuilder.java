/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.CopyForm;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.bieumau.reading.internal.values.ProperCase;

/** Reads the line of an electronic copy: its kind, the agency that makes it, and the time of its digital signature. */
final class CopyLineBuilder {

    private final Draft draft;
    private final AgencyBuilder agencies;

    /** @param document the draft of the document that is copied */
    CopyLineBuilder(Draft document, List<KnownAgency> known, ProperCase names) {
        draft = document.ofCopy(document.part());
        agencies = new AgencyBuilder(draft, known, names);
    }

    void build() {
        draft.text().lines(draft.part(), Role.COPY_SIGNATURE).forEach(this::read);
        draft.keepLeftovers();
    }

    private void read(Line line) {
        var pattern = Pattern.quote(draft.rule(Key.COPY_SIGNATURE))
                .replace("{hình thức}", "\\E(?<form>.+?)\\Q")
                .replace("{cơ quan}", "\\E(?<agency>.+?)\\Q")
                .replace("{thời gian}", "\\E(?<time>.+)\\Q");
        var found = Pattern.compile(pattern).matcher(line.text());
        var form = found.matches() ? form(found.group("form")) : Optional.<CopyForm>empty();
        if (form.isEmpty()) {
            draft.leave(List.of(line));
            return;
        }
        var copy = BieumauFactory.eINSTANCE.createCertifiedCopy();
        copy.setForm(form.get());
        copy.setAgency(agencies.find(found.group("agency")));
        copy.setSignedAt(found.group("time"));
        draft.main().getCertifiedCopies().add(copy);
    }

    private static Optional<CopyForm> form(String printed) {
        return CopyForm.VALUES.stream()
                .filter(form -> VietnameseText.fold(form.getLiteral()).equals(VietnameseText.fold(printed)))
                .findFirst();
    }
}
