/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.syntax;

import static org.bieumau.model.BieumauPackage.Literals.INDICATOR;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import org.bieumau.core.internal.text.Similar;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.text.Messages;
import org.bieumau.dsl.internal.DslMessages;
import org.bieumau.model.CampaignUnit;
import org.bieumau.model.Term;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.linking.impl.LinkingDiagnosticMessageProvider;
import org.eclipse.xtext.scoping.IScopeProvider;

/** Provides the messages for names that cannot be resolved, with similar or possible names as suggestions. */
public class BieuLinkingMessages extends LinkingDiagnosticMessageProvider {

    /** Maximum number of names that are listed if none is similar. */
    private static final int SHORT_LIST = 12;

    /** Minimum number of letters of a part of a title that is taken for the title. */
    private static final int SHORTEST_TITLE = 4;

    @Inject
    private IScopeProvider scopes;

    @Override
    public DiagnosticMessage getUnresolvedProxyMessage(ILinkingDiagnosticContext context) {
        String name;
        try {
            name = VietnameseText.nfc(context.getLinkText());
        } catch (RuntimeException e) {
            name = "";
        }
        var kind = DslMessages.ALL.text(
                "kind." + context.getReference().getEReferenceType().getName());
        if (kind.startsWith("kind.")) {
            kind = DslMessages.ALL.text("kind.other");
        }
        var names = new ArrayList<String>();
        var titled = new LinkedHashSet<String>();
        var title = compact(name);
        for (var each :
                scopes.getScope(context.getContext(), context.getReference()).getAllElements()) {
            if (each.getName().getSegmentCount() == 1 || context.getReference().getEReferenceType() == INDICATOR) {
                names.add(each.getName().toString());
                if (title.length() >= SHORTEST_TITLE
                        && compact(title(each.getEObjectOrProxy())).endsWith(title)) {
                    titled.add(each.getName().toString());
                }
            }
        }
        var similar = Similar.to(name, names);
        if (similar.isPresent()) {
            return message("LINK-UNKNOWN-SIMILAR", kind, name, similar.get());
        }
        if (titled.size() == 1) {
            return message("LINK-UNKNOWN-TITLE", kind, name, titled.getFirst());
        }
        if (!names.isEmpty() && names.size() <= SHORT_LIST) {
            return message("LINK-UNKNOWN-LIST", kind, name, String.join(", ", names));
        }
        return message("LINK-UNKNOWN", kind, name);
    }

    private static String title(EObject element) {
        return switch (element) {
            case Term term -> term.getTitle();
            case CampaignUnit unit -> unit.getTitle();
            default -> null;
        };
    }

    /** Returns a title in the form in which it can be compared with a name: «Nam Trạch» and «namTrạch» are equal. */
    private static String compact(String title) {
        return title == null ? "" : VietnameseText.fold(title).replace(" ", "");
    }

    private static DiagnosticMessage message(String text, Object... arguments) {
        return new DiagnosticMessage(
                DslMessages.ALL.text(text, arguments), Severity.ERROR, "LINK-UNKNOWN", Messages.data(arguments));
    }
}
