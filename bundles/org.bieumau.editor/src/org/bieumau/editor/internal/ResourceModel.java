/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import java.util.Optional;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.editor.spi.FileModel;
import org.bieumau.editor.spi.TextRange;
import org.bieumau.model.Library;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.EObjectAtOffsetHelper;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.NonNull;

/**
 * Model of an edited file, backed by its Xtext resource.
 *
 * @param version the text version the model was built from
 */
record ResourceModel(XtextResource resource, int version) implements FileModel {

    @Override
    public boolean hasSyntaxErrors() {
        return resource.getParseResult() == null || resource.getParseResult().hasSyntaxErrors();
    }

    @Override
    public @NonNull Optional<Library> library() {
        return Libraries.library(resource);
    }

    @Override
    public @NonNull Optional<TextRange> rangeOf(EObject element) {
        return element.eResource() != resource
                ? Optional.empty()
                : Optional.ofNullable(NodeModelUtils.findActualNodeFor(element))
                        .map(node -> new TextRange(node.getOffset(), node.getLength()));
    }

    @Override
    public @NonNull Optional<EObject> elementAt(int offset) {
        return Optional.ofNullable(new EObjectAtOffsetHelper().resolveContainedElementAt(resource, offset));
    }
}
