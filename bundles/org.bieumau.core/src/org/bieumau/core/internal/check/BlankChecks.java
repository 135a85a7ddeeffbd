/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.check;

import static org.bieumau.model.BieumauPackage.Literals.ADDRESSEE__TEXT;
import static org.bieumau.model.BieumauPackage.Literals.AGENCY__ABBREVIATION;
import static org.bieumau.model.BieumauPackage.Literals.AGENCY__HEADING_NAME;
import static org.bieumau.model.BieumauPackage.Literals.AGENCY__PLACE_NAME;
import static org.bieumau.model.BieumauPackage.Literals.AGENCY__TITLE;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__AUTHORITY_LINE;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__PLACE_NAME;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__SUBJECT;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__SYMBOL;
import static org.bieumau.model.BieumauPackage.Literals.LEGAL_BASIS__TEXT;
import static org.bieumau.model.BieumauPackage.Literals.RECIPIENT__TEXT;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__AUTHORITY_OF;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__PERSON_NAME;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__POSITION;
import static org.bieumau.model.BieumauPackage.Literals.TEXT_RUN__TEXT;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.problem.TextRange;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Severity;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Reports the gaps («…») that a new document has until its writer fills them in. */
public final class BlankChecks {

    private static final List<EAttribute> TEXTS = List.of(
            AGENCY__TITLE,
            AGENCY__HEADING_NAME,
            AGENCY__PLACE_NAME,
            AGENCY__ABBREVIATION,
            DOCUMENT__SUBJECT,
            DOCUMENT__PLACE_NAME,
            DOCUMENT__SYMBOL,
            DOCUMENT__AUTHORITY_LINE,
            ADDRESSEE__TEXT,
            LEGAL_BASIS__TEXT,
            RECIPIENT__TEXT,
            SIGNATURE__AUTHORITY_OF,
            SIGNATURE__POSITION,
            SIGNATURE__PERSON_NAME,
            TEXT_RUN__TEXT);

    /** A gap that is a word of its own, and neither the rest of an enumeration nor an omission within brackets. */
    private static final Pattern GAP = Pattern.compile("(?<![^\\s“])(?<!,\\s)…(?![^\\s.,;:”])");

    private static final int QUOTED = 40;

    private BlankChecks() {}

    /** Checks the texts of a document or an agency. */
    public static void check(LibraryElement element, Consumer<Finding> report) {
        check((EObject) element, report);
        EcoreUtil.<EObject>getAllContents(element, true).forEachRemaining(each -> check(each, report));
    }

    private static void check(EObject element, Consumer<Finding> report) {
        for (var feature : element.eClass().getEAllAttributes()) {
            if (TEXTS.contains(feature) && element.eGet(feature) instanceof String text) {
                var gap = GAP.matcher(text);
                if (gap.find()) {
                    report.accept(Finding.of("DOCUMENT-BLANK", Severity.WARNING, element, feature, place(feature, text))
                            .at(new TextRange(gap.start(), gap.end())));
                }
            }
        }
    }

    /** Returns what the reader of the message calls the text with the gap. */
    private static String place(EAttribute feature, String text) {
        if (feature != TEXT_RUN__TEXT) {
            return CoreMessages.ALL.text(
                    "blank." + feature.getEContainingClass().getName() + "." + feature.getName());
        }
        var line = text.strip();
        if (line.equals("…")) {
            return CoreMessages.ALL.text("blank.text");
        }
        return "«" + (line.length() > QUOTED ? line.substring(0, QUOTED) + "…" : line) + "»";
    }
}
