/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.util.List;
import java.util.regex.Pattern;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.resolved.Symbols;
import org.bieumau.model.DocumentType;
import org.bieumau.reading.internal.role.Role;

/** Reads number and symbol. The symbol is stated only if it does not follow from type, agency and drafting unit. */
final class NumberBuilder {

    private final Draft draft;

    NumberBuilder(Draft draft) {
        this.draft = draft;
    }

    void build() {
        var lines = draft.text().lines(draft.part(), Role.NUMBER_SYMBOL);
        if (lines.isEmpty()) {
            return;
        }
        var line = lines.getFirst();
        draft.leave(lines.subList(1, lines.size()));
        PrintedNumber.of(line.text()).ifPresentOrElse(this::read, () -> draft.leave(List.of(line)));
    }

    private void read(PrintedNumber printed) {
        if (!printed.digits().isEmpty()) {
            draft.document().setNumber(printed.number());
            if (!Symbols.number(resolved(), draft.profile()).equals(printed.digits())) {
                draft.document().setNumber(printed.digits());
            }
        }
        symbol(printed.symbol());
    }

    private ResolvedDocument resolved() {
        return ResolvedDocument.of(draft.document());
    }

    private boolean isDerived(String symbol) {
        return Symbols.symbol(resolved(), draft.profile()).equals(symbol);
    }

    private void symbol(String symbol) {
        if (symbol.isEmpty()) {
            return;
        }
        if (isDerived(symbol) || isOfUnit(symbol) || isOfAbbreviation(symbol)) {
            return;
        }
        draft.document().setSymbol(symbol);
    }

    private boolean isOfUnit(String symbol) {
        var agency = draft.document().getAgency();
        if (agency == null) {
            return false;
        }
        for (var unit : agency.getUnits()) {
            draft.document().setDraftingUnit(unit);
            if (isDerived(symbol)) {
                return true;
            }
        }
        draft.document().setDraftingUnit(null);
        return false;
    }

    /** The symbol of a document with a type ends with the abbreviation of the agency. */
    private boolean isOfAbbreviation(String symbol) {
        var agency = draft.document().getAgency();
        if (agency == null
                || !draft.elements().contains(agency)
                || !draft.document().getJointAgencies().isEmpty()
                || draft.document().getType() == DocumentType.OFFICIAL_LETTER && !symbol.startsWith("-")) {
            return false;
        }
        for (var code : Symbols.codes(resolved(), draft.profile())) {
            var abbreviation = symbol.replaceFirst("^[/-]" + Pattern.quote(code) + "[/-]", "");
            if (!abbreviation.equals(symbol) && !abbreviation.isEmpty()) {
                agency.setAbbreviation(abbreviation);
                if (isDerived(symbol)) {
                    return true;
                }
                agency.setAbbreviation(null);
            }
        }
        return false;
    }
}
