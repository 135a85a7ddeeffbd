/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.hover;

import org.bieumau.dsl.ui.document.ProblemAnnotation;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.DefaultAnnotationHover;
import org.eclipse.jface.text.source.SourceViewer;

/** What is wrong in a line, beside the text: the problems of the text as it is, each once, in lines that are wrapped. */
public final class ProblemHover extends DefaultAnnotationHover {

    private ProblemHover() {
    }

    /** Has a viewer say so, and all that it says in lines that are wrapped. */
    public static void install(SourceViewer viewer) {
        viewer.setHoverControlCreator(parent -> new HoverControl(parent, false));
        viewer.setAnnotationHover(new ProblemHover());
        viewer.setOverviewRulerAnnotationHover(new ProblemHover());
        // Beside the text another control is only taken by who shows its hovers anew.
        viewer.showAnnotations(false);
        viewer.showAnnotations(true);
        viewer.showAnnotationsOverview(false);
        viewer.showAnnotationsOverview(true);
    }

    /** Markers tell of the text as it was saved. */
    @Override
    protected boolean isIncluded(Annotation annotation) {
        return annotation instanceof ProblemAnnotation;
    }
}
