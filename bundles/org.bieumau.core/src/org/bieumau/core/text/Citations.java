/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.text;

import org.bieumau.model.Citation;

/** How cited documents are written (ND30, Phụ lục I, II.6b). */
public final class Citations {

    private Citations() {
    }

    /** Type, number and symbol, date, issuer and subject: the first mention. */
    public static String full(Citation citation) {
        var text = new StringBuilder(brief(citation));
        if (citation.getDate() != null) {
            text.append(" ngày ").append(citation.getDate());
        }
        var issuer = issuer(citation);
        if (!issuer.isEmpty()) {
            text.append(" của ").append(issuer);
        }
        if (citation.getSubject() != null) {
            if (citation.getConnective() != null) {
                text.append(' ').append(citation.getConnective());
            }
            if (citation.getNumber() != null || citation.getConnective() != null) {
                text.append(' ').append(citation.getSubject());
            }
        }
        return text.toString();
    }

    /** Type, number and symbol: later mentions. A law has neither number nor symbol, so its name stays. */
    public static String brief(Citation citation) {
        var name = DocumentTypes.name(citation.getType());
        if (citation.getNumber() != null) {
            return name + " số " + printedNumber(citation.getNumber());
        }
        return citation.getSubject() == null || citation.getConnective() != null ? name : name + " " + citation.getSubject();
    }

    /** The document that a form goes with, as the line below its title names it: <code>Công văn số: /SKHCN-VP ngày 27/4/2021 của …</code>. */
    public static String reference(Citation citation) {
        var text = new StringBuilder(DocumentTypes.name(citation.getType()));
        if (citation.getNumber() != null) {
            text.append(citation.getNumber().startsWith("…") ? " số: " : " số ").append(printedNumber(citation.getNumber()));
        }
        if (citation.getDate() != null) {
            text.append(" ngày ").append(citation.getDate());
        }
        var issuer = issuer(citation);
        return issuer.isEmpty() ? text.toString() : text.append(" của ").append(issuer).toString();
    }

    /** A number that is not given yet is left blank, to be written in by hand (ND30, Điều 15). */
    private static String printedNumber(String number) {
        return number.startsWith("…") ? number.substring(1) : number;
    }

    private static String issuer(Citation citation) {
        var issuer = citation.getIssuer();
        if (issuer != null && !issuer.eIsProxy()) {
            return issuer.getTitle();
        }
        return citation.getIssuerName() == null ? "" : citation.getIssuerName();
    }
}
