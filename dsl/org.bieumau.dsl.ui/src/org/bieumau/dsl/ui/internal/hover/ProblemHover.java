/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.hover;

import java.util.ArrayList;
import org.bieumau.dsl.ui.internal.document.ProblemAnnotation;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.IAnnotationHover;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.SourceViewer;

/** Shows the problems of a line when the mouse is over the vertical or overview ruler. */
public final class ProblemHover implements IAnnotationHover {

    private ProblemHover() {}

    /** Installs this hover in a viewer, with a popup that wraps long lines. */
    public static void install(SourceViewer viewer) {
        viewer.setHoverControlCreator(HoverControl::new);
        viewer.setAnnotationHover(new ProblemHover());
        viewer.setOverviewRulerAnnotationHover(new ProblemHover());
        // The rulers only pick up a new hover control when their hovers are shown again.
        viewer.showAnnotations(false);
        viewer.showAnnotations(true);
        viewer.showAnnotationsOverview(false);
        viewer.showAnnotationsOverview(true);
    }

    @Override
    public String getHoverInfo(ISourceViewer viewer, int line) {
        var messages = new ArrayList<String>();
        var model = viewer.getAnnotationModel();
        model.getAnnotationIterator().forEachRemaining(annotation -> {
            var position = model.getPosition(annotation);
            if (annotation instanceof ProblemAnnotation problem
                    && position != null
                    && line(viewer.getDocument(), position.getOffset()) == line) {
                messages.add(problem.displayMessage());
            }
        });
        return messages.isEmpty() ? null : String.join("\n", messages);
    }

    private static int line(IDocument document, int offset) {
        try {
            return document.getLineOfOffset(offset);
        } catch (BadLocationException gone) {
            return -1;
        }
    }
}
