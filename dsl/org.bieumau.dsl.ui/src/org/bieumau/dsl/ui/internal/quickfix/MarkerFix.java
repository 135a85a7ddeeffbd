/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.quickfix;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.bieumau.dsl.ui.internal.UiMessages;
import org.bieumau.dsl.ui.internal.document.FileEdits;
import org.bieumau.dsl.ui.internal.markers.Checker;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.operation.ModalContext;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.views.markers.WorkbenchMarkerResolution;

/**
 * Quick fix in the Problems view for one problem and, if the user wishes, for those with the same code in all files.
 */
final class MarkerFix extends WorkbenchMarkerResolution {

    private final IMarker marker;
    private final String label;

    /**
     * @param label the label of the quick fix; other problems are fixed by their quick fix with this label, or by their
     *     only one
     */
    MarkerFix(IMarker marker, String label) {
        this.marker = marker;
        this.label = label;
    }

    @Override
    public String getLabel() {
        return label;
    }

    @Override
    public String getDescription() {
        return label;
    }

    @Override
    public Image getImage() {
        return null;
    }

    @Override
    public IMarker[] findOtherMarkers(IMarker[] markers) {
        return Arrays.stream(markers)
                .filter(other -> !other.equals(marker) && Checker.code(other).equals(Checker.code(marker)))
                .toArray(IMarker[]::new);
    }

    @Override
    public void run(IMarker one) {
        run(new IMarker[] {one}, new NullProgressMonitor());
    }

    /**
     * Reads the files off the UI thread and edits them on it. Ambiguous problems get no fix, and the user is told how
     * many are left.
     */
    @Override
    public void run(IMarker[] markers, IProgressMonitor monitor) {
        Map<CheckedFile, CheckedFile.Fixed> edits = new LinkedHashMap<>();
        try {
            ModalContext.run(progress -> edits.putAll(edits(markers, progress)), true, monitor, Display.getCurrent());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            return;
        }
        var fixed = 0;
        for (var entry : edits.entrySet()) {
            var file = entry.getValue();
            if (entry.getKey().isCurrent() && file.elsewhere().stream().allMatch(EditElsewhere::apply)) {
                if (!file.edits().isEmpty()) {
                    FileEdits.apply(entry.getKey().path(), file.edits());
                }
                fixed += file.markers();
            }
        }
        if (fixed < markers.length) {
            MessageDialog.openInformation(
                    Display.getCurrent().getActiveShell(),
                    label,
                    UiMessages.ALL.text("fix.left", fixed, markers.length));
        }
    }

    private Map<CheckedFile, CheckedFile.Fixed> edits(IMarker[] markers, IProgressMonitor monitor)
            throws InterruptedException {
        var files = Arrays.stream(markers)
                .collect(Collectors.groupingBy(IMarker::getResource, LinkedHashMap::new, Collectors.toList()));
        var progress = SubMonitor.convert(monitor, files.size());
        Map<CheckedFile, CheckedFile.Fixed> edits = new LinkedHashMap<>();
        files.forEach((file, own) -> {
            progress.subTask(file.getName());
            CheckedFile.of(file, progress::isCanceled)
                    .ifPresent(checked -> edits.put(checked, checked.fixes(own, label)));
            progress.worked(1);
        });
        if (progress.isCanceled()) {
            throw new InterruptedException();
        }
        return edits;
    }
}
