/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.util.List;
import java.util.regex.Pattern;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.resolved.Symbols;
import org.bieumau.model.DocumentType;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoledText.Line;

/** Reads number and symbol. The symbol is stated only if it does not follow from type, agency and drafting unit. */
final class NumberBuilder {

    private static final Pattern NUMBER =
            Pattern.compile("[Ss]ố\\s*:?\\s*(\\d{0,7})[\\s.…_]*([/-]?\\S.*?)?\\s*", Pattern.DOTALL);

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
        var printed = NUMBER.matcher(line.text());
        if (!printed.matches()) {
            draft.leave(List.of(line));
            return;
        }
        number(printed.group(1));
        symbol(line, printed.group(2) == null ? "" : printed.group(2).replaceAll("\\s+", ""));
    }

    private void number(String digits) {
        if (!digits.isEmpty()) {
            draft.document().setNumber(digits.replaceFirst("^0+(?=\\d)", ""));
            if (!Symbols.number(resolved(), draft.profile()).equals(digits)) {
                draft.document().setNumber(digits);
            }
        }
    }

    private ResolvedDocument resolved() {
        return ResolvedDocument.of(draft.document());
    }

    private boolean isDerived(String symbol) {
        return Symbols.symbol(resolved(), draft.profile()).equals(symbol);
    }

    private void symbol(Line line, String symbol) {
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
