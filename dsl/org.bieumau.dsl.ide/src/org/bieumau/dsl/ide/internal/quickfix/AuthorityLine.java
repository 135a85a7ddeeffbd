/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.quickfix;

import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__DATE;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__SUBJECT;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__SUBJECT_LINES;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.dsl.ide.internal.IdeMessages;
import org.bieumau.dsl.internal.conversion.StringLiterals;
import org.bieumau.dsl.internal.edit.Indentation;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.model.Authority;
import org.bieumau.model.Document;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * Adds the authority that issues a decision: the head of the agency, or the agency itself if all its members decide.
 */
final class AuthorityLine {

    private AuthorityLine() {}

    /** Returns a fix that writes the authority below the subject; empty if the signature does not tell it. */
    static Optional<QuickFix> fix(EObject element, String text) {
        return element instanceof Document document
                ? authority(ResolvedDocument.of(document)).flatMap(authority -> fix(document, authority, text))
                : Optional.empty();
    }

    private static Optional<QuickFix> fix(Document document, String authority, String text) {
        return List.<EStructuralFeature>of(DOCUMENT__SUBJECT, DOCUMENT__SUBJECT_LINES, DOCUMENT__DATE).stream()
                .flatMap(feature -> NodeModelUtils.findNodesForFeature(document, feature).stream())
                .findFirst()
                .map(node -> {
                    var line = "thẩm quyền " + StringLiterals.write(authority);
                    return new QuickFix(
                            IdeMessages.ALL.text("fix.insert", line),
                            new TextEdit(node.getEndOffset(), 0, "\n" + Indentation.at(text, node.getOffset()) + line));
                });
    }

    private static Optional<String> authority(ResolvedDocument document) {
        var agency = document.agency() == null ? "" : document.agencyNames().title();
        if (agency.isEmpty()
                || document.agencies().size() > 1
                || document.signatures().size() != 1) {
            return Optional.empty();
        }
        var signature = document.signatures().getFirst();
        if (signature.getAuthority() == Authority.ON_BEHALF) {
            return Optional.of(agency);
        }
        var head = signature.getAuthority() == Authority.NONE
                ? ResolvedDocument.Signatory.of(signature).position()
                : signature.getAuthorityOf();
        return Optional.ofNullable(head)
                .filter(position -> !position.isBlank())
                .map(position -> Objects.equals(position, VietnameseText.capitals(position))
                        ? VietnameseText.capitalised(position.toLowerCase(VietnameseText.LOCALE))
                        : position)
                .map(position -> position + " " + agency);
    }
}
