/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.syntax;

import org.bieumau.dsl.internal.DslMessages;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.xtext.RuleCall;

/** Names the parts of the language in the words of the user. */
final class Wording {

    private Wording() {}

    /** Returns the kind of an element, such as «cơ quan». */
    static String kind(EClassifier type) {
        var kind = DslMessages.ALL.text("kind." + type.getName());
        return kind.startsWith("kind.") ? DslMessages.ALL.text("kind.other") : kind;
    }

    /** Returns what a name or terminal is; an empty string for one that is not visible. */
    static String of(Expected expected) {
        if (expected.isName() || isTerminal(expected, Word.NAME)) {
            var reference = expected.reference();
            return reference == null
                    ? DslMessages.ALL.text("expected.ID")
                    : DslMessages.ALL.text(
                            "expected.reference", kind(reference.getType().getClassifier()));
        }
        var key = "expected." + ((RuleCall) expected.element()).getRule().getName();
        var text = DslMessages.ALL.text(key);
        return text.equals(key) ? "" : text;
    }

    private static boolean isTerminal(Expected expected, String terminal) {
        return expected.element() instanceof RuleCall call
                && call.getRule().getName().equals(terminal);
    }
}
