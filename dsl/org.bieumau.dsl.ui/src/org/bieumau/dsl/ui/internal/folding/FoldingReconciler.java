/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.folding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bieumau.dsl.ide.internal.folding.Folding;
import org.bieumau.dsl.ui.internal.document.ViewerFollower;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionViewer;

/** Keeps the folding regions of a viewer in step with the model. Folded regions stay folded. */
public final class FoldingReconciler extends ViewerFollower implements IReconciler {

    private ProjectionViewer viewer;
    private List<Folding.Region> shown = List.of();

    @Override
    public void install(ITextViewer textViewer) {
        if (textViewer instanceof ProjectionViewer projection) {
            viewer = projection;
            follow(viewer);
        }
    }

    @Override
    public void uninstall() {
        leave();
    }

    @Override
    public void modelChanged() {
        show(Folding::of, this::show);
    }

    private void show(List<Folding.Region> regions) {
        if (!viewer.isProjectionMode()) {
            viewer.enableProjection();
        }
        var model = viewer.getProjectionAnnotationModel();
        if (regions.equals(shown) && count(model) == regions.size()) {
            // The document has already moved the positions with the text.
            return;
        }
        shown = regions;
        Set<Position> wanted = new HashSet<>();
        regions.forEach(region -> position(region, wanted));
        var gone = new HashSet<Annotation>();
        model.getAnnotationIterator().forEachRemaining(annotation -> {
            if (!wanted.remove(model.getPosition(annotation))) {
                gone.add(annotation);
            }
        });
        Map<Annotation, Position> added = new HashMap<>();
        wanted.forEach(position -> added.put(new ProjectionAnnotation(), position));
        if (!gone.isEmpty() || !added.isEmpty()) {
            model.modifyAnnotations(gone.toArray(Annotation[]::new), added, new Annotation[0]);
        }
    }

    private static int count(IAnnotationModel model) {
        var count = 0;
        for (var all = model.getAnnotationIterator(); all.hasNext(); all.next()) {
            count++;
        }
        return count;
    }

    private void position(Folding.Region region, Set<Position> positions) {
        var document = viewer.getDocument();
        try {
            var from = document.getLineOffset(region.firstLine() - 1);
            var to = region.lastLine() < document.getNumberOfLines()
                    ? document.getLineOffset(region.lastLine())
                    : document.getLength();
            positions.add(new Position(from, to - from));
        } catch (BadLocationException e) {
            // The text has become shorter meanwhile; the next model will have the new regions.
        }
    }

    @Override
    public IReconcilingStrategy getReconcilingStrategy(String contentType) {
        return null;
    }
}
