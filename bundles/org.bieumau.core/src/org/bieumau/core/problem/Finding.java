/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.problem;

import java.util.List;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.text.Messages;
import org.bieumau.model.Severity;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.jspecify.annotations.Nullable;

/**
 * A problem of a model element whose place in a file is not known yet.
 *
 * @param code the code of the problem
 * @param severity the severity
 * @param message the sentence for the user
 * @param element the element with the problem
 * @param feature the feature of the element, or null for the element as a whole
 * @param arguments the arguments of the message, for quick fixes
 * @param range the part of the text of the feature that the problem is about; null for all of it
 */
public record Finding(
        String code,
        Severity severity,
        String message,
        EObject element,
        @Nullable EStructuralFeature feature,
        List<String> arguments,
        @Nullable TextRange range) {

    /** Creates a finding about an element or feature as a whole. */
    public Finding(
            String code,
            Severity severity,
            String message,
            EObject element,
            @Nullable EStructuralFeature feature,
            List<String> arguments) {
        this(code, severity, message, element, feature, arguments, null);
    }

    /** Returns a finding whose message is the engine's text for the code. */
    public static Finding of(
            String code,
            Severity severity,
            EObject element,
            @Nullable EStructuralFeature feature,
            Object... arguments) {
        return new Finding(
                code,
                severity,
                CoreMessages.ALL.text(code, arguments),
                element,
                feature,
                List.of(Messages.data(arguments)));
    }

    /** Returns the same finding with the source of the violated rule at the end of its message. */
    public Finding because(String source) {
        return source.isEmpty()
                ? this
                : new Finding(code, severity, message + " [" + source + "]", element, feature, arguments, range);
    }

    /** Returns the same finding about a part of the text of its feature; null for all of it. */
    public Finding at(@Nullable TextRange part) {
        return new Finding(code, severity, message, element, feature, arguments, part);
    }
}
