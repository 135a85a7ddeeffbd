/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.xtext.validation.Issue;

/** Shows the problems of a document as annotations. */
final class Annotations implements OpenDocument.Listener {

    private final IDocument document;
    private final IAnnotationModel model;
    private Annotation[] shown = {};

    Annotations(IDocument document, IAnnotationModel model) {
        this.document = document;
        this.model = model;
    }

    @Override
    public void problemsChanged(List<Issue> problems) {
        Map<Annotation, Position> added = new HashMap<>();
        var end = document.getLength();
        for (var issue : problems) {
            var offset = Math.clamp(issue.getOffset() == null ? 0 : issue.getOffset(), 0, end);
            var length = Math.clamp(issue.getLength() == null ? 0 : issue.getLength(), 0, end - offset);
            added.put(new ProblemAnnotation(issue), new Position(offset, length));
        }
        synchronized (this) {
            ((IAnnotationModelExtension) model).replaceAnnotations(shown, added);
            shown = added.keySet().toArray(Annotation[]::new);
        }
    }
}
