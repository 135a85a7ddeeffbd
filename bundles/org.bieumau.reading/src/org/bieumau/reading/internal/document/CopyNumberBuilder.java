/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.util.List;
import java.util.regex.Pattern;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.resolved.Symbols;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.model.CertifiedCopy;
import org.bieumau.reading.internal.role.Role;

/** Reads number and symbol of a copy. The symbol follows from the kind and the agency; another one is left over. */
final class CopyNumberBuilder {

    private final Draft draft;
    private final CertifiedCopy copy;

    /** @param copy the copy with its kind and agency */
    CopyNumberBuilder(Draft draft, CertifiedCopy copy) {
        this.draft = draft;
        this.copy = copy;
    }

    void build() {
        var lines = draft.text().lines(draft.part(), Role.NUMBER_SYMBOL);
        if (lines.isEmpty()) {
            return;
        }
        var line = lines.getFirst();
        draft.leave(lines.subList(1, lines.size()));
        var printed = PrintedNumber.of(line.text());
        if (printed.isEmpty()) {
            draft.leave(List.of(line));
            return;
        }
        number(printed.get());
        var symbol = printed.get().symbol();
        if (!symbol.isEmpty() && !isDerived(symbol) && !isOfAbbreviation(symbol)) {
            draft.leave(line.paragraph().place(), symbol);
        }
    }

    private void number(PrintedNumber printed) {
        if (!printed.digits().isEmpty()) {
            copy.setNumber(printed.number());
            if (!Symbols.number(copy, main(), draft.profile()).equals(printed.digits())) {
                copy.setNumber(printed.digits());
            }
        }
    }

    private ResolvedDocument main() {
        return ResolvedDocument.of(draft.main());
    }

    private boolean isDerived(String symbol) {
        return Symbols.symbol(copy, main(), draft.profile()).equals(symbol);
    }

    /** An agency that was made of a printed name takes its abbreviation from the symbol. */
    private boolean isOfAbbreviation(String symbol) {
        var agency = copy.getAgency();
        if (agency == null
                || agency.getAbbreviation() != null
                || !draft.elements().contains(agency)) {
            return false;
        }
        var code = Symbols.ofForm(copy.getForm(), draft.words(Key.COPY_CODES));
        var pattern = Pattern.quote(draft.rule(Key.COPY_SYMBOL).replace("{loại}", code))
                .replace("{cơ quan}", "\\E(\\p{L}.*)\\Q");
        var found = Pattern.compile(pattern).matcher(symbol);
        if (!found.matches() || found.groupCount() == 0) {
            return false;
        }
        agency.setAbbreviation(found.group(1));
        return true;
    }
}
