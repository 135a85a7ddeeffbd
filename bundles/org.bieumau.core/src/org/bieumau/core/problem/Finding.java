/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.problem;

import java.util.List;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.text.Messages;
import org.bieumau.model.Severity;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * A problem of the model, before its place in a file is known.
 *
 * @param code the code of the problem
 * @param severity how grave it is
 * @param message the sentence for the user
 * @param element the element that it is about
 * @param feature the feature of the element, or null for the element as a whole
 * @param arguments what the message was made of, for fixes
 */
public record Finding(
        String code,
        Severity severity,
        String message,
        EObject element,
        EStructuralFeature feature,
        List<String> arguments) {

    /** A finding whose message is the engine's text for the code. */
    public static Finding of(
            String code, Severity severity, EObject element, EStructuralFeature feature, Object... arguments) {
        return new Finding(
                code,
                severity,
                CoreMessages.ALL.text(code, arguments),
                element,
                feature,
                List.of(Messages.data(arguments)));
    }
}
