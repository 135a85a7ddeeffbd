/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.export;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Exporter;
import org.bieumau.dsl.library.ExportRun;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.SystemProgram;
import org.bieumau.rcp.internal.preferences.StudioPreferences;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IExportWizard;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.IWorkbench;

/** Asks for formats and a folder, and exports the chosen files with progress and cancellation. */
public final class ExportWizard extends Wizard implements IExportWizard {

    private List<Path> files = List.of();
    private ExportPage page;

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        setWindowTitle(RcpMessages.ALL.text("export"));
        setNeedsProgressMonitor(true);
        var found = new ArrayList<Path>();
        for (var each : selection == null ? List.of() : selection.toList()) {
            collect(Adapters.adapt(each, IResource.class), found);
        }
        var editor = workbench.getActiveWorkbenchWindow().getActivePage().getActiveEditor();
        if (found.isEmpty() && editor != null) {
            collect(Adapters.adapt(editor.getEditorInput(), IResource.class), found);
            var outside = editor.getEditorInput() instanceof IURIEditorInput input ? input.getURI() : null;
            if (found.isEmpty() && outside != null && "file".equals(outside.getScheme())) {
                found.add(Path.of(outside));
            }
        }
        files = found;
    }

    private static void collect(IResource resource, List<Path> found) {
        try {
            if (resource instanceof IFile file && "bieu".equals(file.getFileExtension())) {
                found.add(file.getLocation().toPath());
            } else if (resource instanceof IContainer folder && folder.isAccessible()) {
                for (var each : folder.members()) {
                    collect(each, found);
                }
            }
        } catch (CoreException e) {
            Platform.getLog(ExportWizard.class).log(e.getStatus());
        }
    }

    @Override
    public void addPages() {
        page = new ExportPage(files);
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        var exporters = page.formats().stream()
                .map(id -> Registry.installed().exporter(id).orElseThrow())
                .toList();
        var folder = page.folder();
        var options = new ExportRun.Options(List.of(), null, StudioPreferences.isStrict(), page.name(), true);
        page.remember();
        var result = new ExportFiles.Result[1];
        try {
            getContainer().run(true, true, monitor -> {
                try {
                    result[0] = ExportFiles.run(
                            files,
                            exporters,
                            folder,
                            options,
                            this::isToBeReplaced,
                            new StudioData(new DataDialogs(getShell()), monitor),
                            monitor);
                } catch (CancellationException e) {
                    throw new InterruptedException();
                }
            });
        } catch (InterruptedException e) {
            page.setErrorMessage(RcpMessages.ALL.text("export.cancelled"));
            return false;
        } catch (InvocationTargetException e) {
            Platform.getLog(ExportWizard.class).error(e.getMessage(), e.getCause());
            page.setErrorMessage(RcpMessages.ALL.text("export.failed"));
            return false;
        }
        refresh(folder);
        return report(result[0], folder);
    }

    /** Asks whether to replace a file that was edited since it was exported, or is not a former output. */
    private boolean isToBeReplaced(Path target) {
        var answer = new boolean[1];
        getShell()
                .getDisplay()
                .syncExec(() -> answer[0] = MessageDialog.open(
                                MessageDialog.QUESTION,
                                getShell(),
                                RcpMessages.ALL.text("export"),
                                RcpMessages.ALL.text("export.replace", target.getFileName()),
                                SWT.NONE,
                                RcpMessages.ALL.text("export.keep"),
                                RcpMessages.ALL.text("export.overwrite"))
                        == 1);
        return answer[0];
    }

    private boolean report(ExportFiles.Result result, Path folder) {
        var reasons = String.join("\n", result.reasons());
        if (result.written().isEmpty()) {
            MessageDialog.openError(
                    getShell(),
                    RcpMessages.ALL.text("export"),
                    reasons.isEmpty() ? RcpMessages.ALL.text("export.nothing") : reasons);
            return false;
        }
        var names = String.join(
                "\n",
                result.written().stream()
                        .limit(12)
                        .map(file -> "• " + file.getFileName())
                        .toList());
        var question = new MessageDialog(
                getShell(),
                RcpMessages.ALL.text("export"),
                null,
                RcpMessages.ALL.text("export.done", result.written().size(), folder) + "\n\n" + names
                        + (reasons.isEmpty() ? "" : "\n\n" + reasons),
                reasons.isEmpty() ? MessageDialog.INFORMATION : MessageDialog.WARNING,
                1,
                RcpMessages.ALL.text("export.show"),
                RcpMessages.ALL.text("close"));
        if (question.open() == 0) {
            SystemProgram.open(getShell(), folder);
        }
        return true;
    }

    /** Refreshes the workspace folders at this location, so that the exported files appear there. */
    private static void refresh(Path folder) {
        for (var container : ResourcesPlugin.getWorkspace().getRoot().findContainersForLocationURI(folder.toUri())) {
            Job.createSystem(RcpMessages.ALL.text("job.refresh"), (ICoreRunnable)
                            monitor -> container.refreshLocal(IResource.DEPTH_ONE, monitor))
                    .schedule();
        }
    }

    /** Returns all installed exporters. */
    static List<Exporter> exporters() {
        return List.copyOf(Registry.installed().exporters());
    }
}
