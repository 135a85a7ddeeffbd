/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.syntax;

import static org.bieumau.model.BieumauPackage.Literals.INDICATOR;

import com.google.inject.Inject;
import java.util.ArrayList;
import org.bieumau.core.internal.text.Similar;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.text.Messages;
import org.bieumau.dsl.internal.DslMessages;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.linking.impl.LinkingDiagnosticMessageProvider;
import org.eclipse.xtext.scoping.IScopeProvider;

/** Provides the messages for names that cannot be resolved, with similar or possible names as suggestions. */
public class BieuLinkingMessages extends LinkingDiagnosticMessageProvider {

    /** Maximum number of names that are listed if none is similar. */
    private static final int SHORT_LIST = 12;

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
        for (var each :
                scopes.getScope(context.getContext(), context.getReference()).getAllElements()) {
            if (each.getName().getSegmentCount() == 1 || context.getReference().getEReferenceType() == INDICATOR) {
                names.add(each.getName().toString());
            }
        }
        var similar = Similar.to(name, names);
        if (similar.isPresent()) {
            return message("LINK-UNKNOWN-SIMILAR", kind, name, similar.get());
        }
        if (!names.isEmpty() && names.size() <= SHORT_LIST) {
            return message("LINK-UNKNOWN-LIST", kind, name, String.join(", ", names));
        }
        return message("LINK-UNKNOWN", kind, name);
    }

    private static DiagnosticMessage message(String text, Object... arguments) {
        return new DiagnosticMessage(
                DslMessages.ALL.text(text, arguments), Severity.ERROR, "LINK-UNKNOWN", Messages.data(arguments));
    }
}
