/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.util.List;
import org.bieumau.core.internal.law.AgencyNames;
import org.bieumau.core.internal.law.DocumentTypes;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.profile.LayoutRule;
import org.bieumau.model.CertifiedCopy;
import org.bieumau.model.CopyForm;
import org.bieumau.model.DocumentType;

/** Forms number and symbol of a document according to its profile (ND30, Phụ lục I, II.3). */
public final class Symbols {

    private Symbols() {}

    /**
     * Returns the symbol, which follows the number: the one set in the document, or else type and issuer. The symbol of
     * a letter has no type, but the code of its drafting unit.
     */
    public static String symbol(ResolvedDocument document, LayoutProfile profile) {
        if (document.symbol() != null) {
            return document.symbol().startsWith("/") || document.symbol().startsWith("-")
                    ? document.symbol()
                    : "/" + document.symbol();
        }
        var codes = codes(document, profile);
        var type = codes.isEmpty() ? "" : codes.getFirst();
        var unit = document.draftingUnitCode();
        var letter = document.type() == DocumentType.OFFICIAL_LETTER || type.isEmpty();
        var pattern =
                profile.text(letter ? LayoutRule.Key.LETTER_SYMBOL : LayoutRule.Key.SYMBOL, document.day(profile));
        if (unit.isEmpty()) {
            pattern = pattern.replace("-{đơn vị}", "");
        }
        if (type.isEmpty()) {
            pattern = pattern.replace("-{loại}", "");
        }
        return pattern.replace("{loại}", type)
                .replace("{cơ quan}", document.agencyNames().abbreviation())
                .replace("{đơn vị}", unit);
    }

    /**
     * Returns the abbreviations of the type of a document that its profile allows in the symbol, the one of the rule
     * first; an empty list if the symbol has none.
     */
    public static List<String> codes(ResolvedDocument document, LayoutProfile profile) {
        return profile.codes(document.type(), document.day(profile)).orElseGet(() -> {
            var code = DocumentTypes.abbreviation(document.type());
            return code.isEmpty() ? List.of() : List.of(code);
        });
    }

    /** Returns the number with the digits that the profile requires; empty if it is not assigned yet. */
    public static String number(ResolvedDocument document, LayoutProfile profile) {
        return padded(document.number(), document, profile);
    }

    private static String padded(String number, ResolvedDocument document, LayoutProfile profile) {
        var digits = (int) profile.number(LayoutRule.Key.NUMBER_DIGITS, document.day(profile));
        return number.isEmpty() ? "" : "0".repeat(Math.max(0, digits - number.length())) + number;
    }

    /** Returns the number of a copy of a document; empty if it is not assigned yet. */
    public static String number(CertifiedCopy copy, ResolvedDocument document, LayoutProfile profile) {
        return copy.getNumber() == null ? "" : padded(copy.getNumber(), document, profile);
    }

    /** Returns the word of a form of copies, from the words of all forms; empty if there is none. */
    public static String ofForm(CopyForm form, List<String> words) {
        return form == CopyForm.NONE || words.size() < form.getValue() ? "" : words.get(form.getValue() - 1);
    }

    /** Returns the symbol of a copy of a document (ND30, Phụ lục I, Phần II, II.1c). */
    public static String symbol(CertifiedCopy copy, ResolvedDocument document, LayoutProfile profile) {
        var day = document.day(profile);
        var agency = copy.getAgency();
        return profile.text(LayoutRule.Key.COPY_SYMBOL, day)
                .replace("{loại}", ofForm(copy.getForm(), profile.words(LayoutRule.Key.COPY_CODES, day)))
                .replace(
                        "{cơ quan}",
                        agency == null || agency.eIsProxy()
                                ? ""
                                : AgencyNames.at(agency, copy.getDate()).abbreviation());
    }

    /**
     * Returns number and symbol for references to the document: <code>12/SKHCN-VP</code>; a number that is not assigned
     * yet is <code>…</code>.
     */
    public static String reference(ResolvedDocument document, LayoutProfile profile) {
        var number = number(document, profile);
        return (number.isEmpty() ? "…" : number) + symbol(document, profile);
    }
}
