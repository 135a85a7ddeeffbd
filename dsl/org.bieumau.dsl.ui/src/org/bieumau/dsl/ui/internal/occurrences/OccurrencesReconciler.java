/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.occurrences;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bieumau.dsl.ide.internal.navigation.Navigation;
import org.bieumau.dsl.ide.internal.navigation.Navigation.Location;
import org.bieumau.dsl.ui.internal.UiMessages;
import org.bieumau.dsl.ui.internal.document.ViewerFollower;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;

/**
 * Marks the occurrences in the file of the element whose name is at the caret. Equal names of other elements are not
 * marked.
 */
public final class OccurrencesReconciler extends ViewerFollower implements IReconciler {

    /** Annotation type the generic editor uses for occurrences of a word. */
    private static final String ANNOTATION = "org.eclipse.ui.genericeditor.text";

    private static final int MOST = 200;

    private final ISelectionChangedListener moved = event -> caretMoved();
    private final Job job = new Job(UiMessages.ALL.text("job.occurrences")) {
        @Override
        protected IStatus run(IProgressMonitor monitor) {
            var at = caret;
            if (open() != null) {
                OccurrencesReconciler.this.show(
                        resource -> new Navigation(resource).occurrences(at), OccurrencesReconciler.this::mark);
            }
            return Status.OK_STATUS;
        }
    };
    private ISourceViewer viewer;
    private volatile int caret;
    private Annotation[] shown = {};

    @Override
    public void install(ITextViewer textViewer) {
        if (textViewer instanceof ISourceViewer source
                && textViewer.getSelectionProvider() instanceof IPostSelectionProvider selections) {
            viewer = source;
            job.setSystem(true);
            follow(viewer);
            selections.addPostSelectionChangedListener(moved);
        }
    }

    @Override
    public void uninstall() {
        job.cancel();
        if (viewer != null && viewer.getSelectionProvider() instanceof IPostSelectionProvider selections) {
            selections.removePostSelectionChangedListener(moved);
        }
        leave();
    }

    private void caretMoved() {
        if (viewer.getTextWidget() != null && !viewer.getTextWidget().isDisposed()) {
            caret = viewer.getSelectedRange().x;
            job.cancel();
            job.schedule(100);
        }
    }

    @Override
    public void modelChanged() {
        job.schedule(100);
    }

    private void mark(List<Location> places) {
        if (viewer.getAnnotationModel() instanceof IAnnotationModelExtension model) {
            Map<Annotation, Position> added = new HashMap<>();
            // A single occurrence is not worth marking.
            if (places.size() > 1) {
                // Drawing thousands of annotations is slow, so only those nearest to the caret are marked.
                places.stream()
                        .sorted(Comparator.comparingInt(place -> Math.abs(place.offset() - caret)))
                        .limit(MOST)
                        .forEach(place -> added.put(
                                new Annotation(ANNOTATION, false, null), new Position(place.offset(), place.length())));
            }
            if (shown.length > 0 || !added.isEmpty()) {
                model.replaceAnnotations(shown, added);
                shown = added.keySet().toArray(Annotation[]::new);
            }
        }
    }

    @Override
    public IReconcilingStrategy getReconcilingStrategy(String contentType) {
        return null;
    }
}
