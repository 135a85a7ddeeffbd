/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.edit;

import java.util.Optional;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.internal.DslMessages;
import org.bieumau.model.Library;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.resource.SaveOptions;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.serializer.ISerializer;

/** Writes the text of a model that has none yet. */
public final class NewText {

    private static final URI PLACE = URI.createURI("untitled:/new.bieu");

    private NewText() {}

    /**
     * Returns the formatted text of a copy of a library.
     *
     * @param resources the resource set in which references of the library are resolved
     * @throws ProblemException if the model lacks something that the text must contain
     */
    public static String of(Library library, XtextResourceSet resources) throws ProblemException {
        var file = (XtextResource) resources.createResource(PLACE);
        try {
            file.getContents().add(EcoreUtil.copy(library));
            var serializer = file.getResourceServiceProvider().get(ISerializer.class);
            return serializer
                            .serialize(
                                    file.getContents().getFirst(),
                                    SaveOptions.newBuilder().format().getOptions())
                            .strip()
                    + "\n";
        } catch (RuntimeException e) {
            var reason = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
            throw new ProblemException(Problem.error(DslMessages.ALL, "MODEL-UNWRITABLE", null, reason), e);
        } finally {
            resources.getResources().remove(file);
        }
    }
}
