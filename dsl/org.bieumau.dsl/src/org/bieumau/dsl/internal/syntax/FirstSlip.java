/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.syntax;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bieumau.dsl.services.BieuGrammarAccess;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.Issue;

/** Finds the first slip in a file that is used by another one. */
public final class FirstSlip {

    private FirstSlip() {}

    /** Returns the first slip in a file; empty if there is none, or if it has no explanation. */
    public static Optional<Issue> of(Resource file) {
        if (!(file instanceof XtextResource text)
                || text.getParseResult() == null
                || !text.getParseResult().hasSyntaxErrors()) {
            return Optional.empty();
        }
        return new Reports(text, text.getResourceServiceProvider().get(BieuGrammarAccess.class))
                .of(List.of()).stream().min(Comparator.comparingInt(Issue::getOffset));
    }
}
