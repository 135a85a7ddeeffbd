/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.export;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Exporter;
import org.bieumau.rcp.internal.OpenTexts;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IExportWizard;
import org.eclipse.ui.IWorkbench;

/** Asks for formats and a folder, and exports the chosen files with progress and cancellation. */
public final class ExportWizard extends Wizard implements IExportWizard {

    private List<Path> files = List.of();
    private ExportPage page;

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        setWindowTitle(RcpMessages.ALL.text("export"));
        setNeedsProgressMonitor(true);
        files = ExportSelection.files(workbench, selection);
    }

    @Override
    public void addPages() {
        page = new ExportPage(files);
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        var choices = page.choices();
        var texts = OpenTexts.now();
        page.remember();
        var result = new ExportFiles.Result[1];
        try {
            getContainer().run(true, true, monitor -> {
                try {
                    result[0] = choices.export(files, texts, this::isToBeReplaced, getShell(), monitor);
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
        var isDone = !result[0].written().isEmpty();
        if (isDone) {
            files.forEach(choices::keep);
        }
        // The list of files is shown after the wizard has been closed, so that the wizard does not cover it.
        var parent = isDone ? getShell().getParent().getShell() : getShell();
        getShell().getDisplay().asyncExec(() -> ExportedDialog.open(parent, result[0], choices.folder()));
        return isDone;
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

    /** Returns all installed exporters. */
    static List<Exporter> exporters() {
        return List.copyOf(Registry.installed().exporters());
    }
}
