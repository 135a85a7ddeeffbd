/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.bieumau.rcp.internal.OpenTexts;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * Exports the selected files or the file being edited with the choices of their last export, and without questions:
 * outputs that somebody has edited are kept. Opens the wizard if a file has not been exported before.
 */
public final class ExportAgainHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        var shell = HandlerUtil.getActiveShell(event);
        var selection = ExportSelection.of(event);
        var files = ExportSelection.files(PlatformUI.getWorkbench(), selection);
        Map<ExportChoices, List<Path>> exports = new LinkedHashMap<>();
        files.forEach(file -> ExportChoices.of(file)
                .ifPresent(choices -> exports.computeIfAbsent(choices, key -> new ArrayList<>())
                        .add(file)));
        if (exports.values().stream().mapToInt(List::size).sum() < files.size() || files.isEmpty()) {
            ExportHandler.open(shell, selection);
        } else {
            var texts = OpenTexts.now();
            var job = Job.create(
                    RcpMessages.ALL.text("export.running"), monitor -> (IStatus) run(exports, texts, shell, monitor));
            job.setUser(true);
            job.schedule();
        }
        return null;
    }

    private static IStatus run(
            Map<ExportChoices, List<Path>> exports, Map<Path, String> texts, Shell shell, IProgressMonitor monitor) {
        var progress = SubMonitor.convert(monitor, exports.size());
        try {
            exports.forEach((choices, files) -> {
                var result = choices.export(files, texts, target -> false, shell, progress.split(1));
                shell.getDisplay().asyncExec(() -> {
                    if (!shell.isDisposed()) {
                        ExportedDialog.open(shell, result, choices.folder());
                    }
                });
            });
        } catch (CancellationException e) {
            return Status.CANCEL_STATUS;
        }
        return Status.OK_STATUS;
    }
}
