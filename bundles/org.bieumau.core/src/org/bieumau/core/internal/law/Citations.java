/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.law;

import org.bieumau.model.Citation;
import org.bieumau.model.DocumentType;
import org.bieumau.model.PartialDate;

/** How cited documents are written (ND30, Phụ lục I, II.6b). */
public final class Citations {

    private Citations() {}

    /**
     * Type, number and symbol, date, issuer and subject: the first mention. A text made between two names both; where
     * the citation says so, the issuer comes last.
     */
    public static String full(Citation citation) {
        var text = new StringBuilder(brief(citation));
        if (citation.getDate() != null) {
            text.append(" ngày ").append(citation.getDate());
        }
        if (!citation.isIssuerLast()) {
            text.append(issuers(citation));
        }
        if (citation.getSubject() != null) {
            if (citation.getConnective() != null) {
                text.append(' ').append(citation.getConnective());
            }
            if (citation.getNumber() != null || citation.getConnective() != null) {
                text.append(' ').append(citation.getSubject());
            }
        }
        if (citation.isIssuerLast()) {
            text.append(issuers(citation));
        }
        return text.toString();
    }

    private static String issuers(Citation citation) {
        var issuer = issuer(citation);
        return issuer.isEmpty()
                ? ""
                : citation.getJointIssuer() == null
                        ? " của " + issuer
                        : " giữa " + issuer + " và " + citation.getJointIssuer();
    }

    /** Type, number and symbol: later mentions. A law has neither number nor symbol, so its name stays. */
    public static String brief(Citation citation) {
        var name = DocumentTypes.name(citation.getType());
        if (citation.getNumber() != null) {
            return name + " số " + printedNumber(citation.getNumber());
        }
        return citation.getSubject() == null || citation.getConnective() != null
                ? name
                : name + " " + citation.getSubject();
    }

    /**
     * The document that a form or appendix goes with, as the line below its title names it: <code>
     * Công văn số: /SKHCN-VP ngày 27/4/2021 của …</code>.
     *
     * @param number number and symbol; null where it has none, without the number where that is not given yet
     */
    public static String reference(DocumentType type, String number, PartialDate date, String issuer) {
        var text = new StringBuilder(DocumentTypes.name(type));
        if (number != null) {
            var printed = printedNumber(number);
            text.append(printed.startsWith("/") || printed.startsWith("-") ? " số: " : " số ")
                    .append(printed);
        }
        if (date != null) {
            text.append(" ngày ").append(date);
        }
        return issuer.isEmpty()
                ? text.toString()
                : text.append(" của ").append(issuer).toString();
    }

    /** A number that is not given yet is left blank, to be written in by hand (ND30, Điều 15). */
    private static String printedNumber(String number) {
        return number.startsWith("…") ? number.substring(1) : number;
    }

    /** The name of the issuer on the day of the citation; empty where none is given. */
    public static String issuer(Citation citation) {
        var issuer = citation.getIssuer();
        if (issuer != null && !issuer.eIsProxy()) {
            return AgencyNames.at(issuer, citation.getDate()).title();
        }
        return citation.getIssuerName() == null ? "" : citation.getIssuerName();
    }
}
