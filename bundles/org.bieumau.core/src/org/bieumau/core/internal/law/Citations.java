/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.law;

import org.bieumau.core.internal.text.VietnameseDates;
import org.bieumau.model.Citation;
import org.bieumau.model.DocumentType;
import org.bieumau.model.PartialDate;

/** Formats citations of documents (ND30, Phụ lục I, II.6b). */
public final class Citations {

    /** Text between number and date in documents of the state. */
    public static final String DATE = " ngày ";

    private Citations() {}

    /**
     * Returns the text of the first mention: type, number and symbol, date, issuer and subject. A document agreed
     * between two issuers names both. The issuer comes last if the citation demands it.
     */
    public static String full(Citation citation) {
        return full(citation, DATE);
    }

    /**
     * Returns the text of the first mention as {@link #full(Citation)}.
     *
     * @param beforeDate text between number and date
     */
    public static String full(Citation citation, String beforeDate) {
        var text = new StringBuilder(brief(citation));
        if (citation.getDate() != null) {
            text.append(beforeDate).append(citation.getDate());
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

    /**
     * Returns the text of later mentions: type, number and symbol. A document without a number, such as a law, keeps
     * its name.
     */
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
     * Returns the reference to the document that a form or appendix is attached to, as printed in the line below its
     * title: <code>Công văn số: /SKHCN-VP ngày 27/4/2021 của …</code>. A date whose day is open is written in words, as
     * above the text of the document, with gaps to fill in by hand (ND30, Phụ lục I, II.4).
     *
     * @param number number and symbol; null if there are none, the symbol alone if the number is not assigned yet
     * @param date the date, or null
     * @param beforeDate text between number and date
     * @param issuer the name of the issuer; empty if unknown
     */
    public static String reference(
            DocumentType type, String number, String beforeDate, PartialDate date, String issuer) {
        var text = new StringBuilder(DocumentTypes.name(type));
        if (number != null) {
            var printed = printedNumber(number);
            text.append(printed.startsWith("/") || printed.startsWith("-") ? " số: " : " số ")
                    .append(printed);
        }
        if (date != null) {
            text.append(
                    date.isComplete()
                            ? beforeDate + date
                            : beforeDate.replace("ngày ", "") + VietnameseDates.inWords(date));
        }
        return issuer.isEmpty()
                ? text.toString()
                : text.append(" của ").append(issuer).toString();
    }

    /** Removes the mark of a number that is not assigned yet, so that it can be filled in by hand (ND30, Điều 15). */
    private static String printedNumber(String number) {
        return number.startsWith("…") ? number.substring(1) : number;
    }

    /** Returns the name of the issuer on the date of the cited document; empty if none is given. */
    public static String issuer(Citation citation) {
        var issuer = citation.getIssuer();
        if (issuer != null && !issuer.eIsProxy()) {
            return AgencyNames.at(issuer, citation.getDate()).title();
        }
        return citation.getIssuerName() == null ? "" : citation.getIssuerName();
    }
}
