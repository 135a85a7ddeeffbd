/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.imports;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.ide.internal.imports.ImportResult;
import org.bieumau.dsl.ide.internal.imports.ImportSession;
import org.bieumau.dsl.ide.internal.imports.ImportedFile;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.ElementPage;
import org.bieumau.editor.internal.grid.GridPage;
import org.bieumau.editor.internal.pages.PagesPage;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.operation.IRunnableWithProgress;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;

/**
 * Imports files of Word and Excel into the open file or a new one. The pages show what the {@link ImportSession} found
 * and let the user decide what is doubtful. Files are read, matched and written off the UI thread.
 */
public final class ImportWizard extends Wizard {

    /** Work on the session, off the UI thread. */
    @FunctionalInterface
    interface Work {
        void run(Progress progress) throws ProblemException;
    }

    private final List<Path> first;
    private final ImportTarget target;
    private final FilesPage filesPage;
    private final PreviewPage previewPage = new PreviewPage(this);

    /** Lets only one work use the session at a time. */
    private final ISchedulingRule oneAfterTheOther = new ISchedulingRule() {
        @Override
        public boolean contains(ISchedulingRule rule) {
            return rule == this;
        }

        @Override
        public boolean isConflicting(ISchedulingRule rule) {
            return rule == this;
        }
    };

    /** Number of works in the background that have not ended. Accessed on the UI thread. */
    private int waiting;

    private ImportSession session;
    private ImportTarget.Place place;
    /** The result of all decisions made so far; null if it has not been read yet. */
    private ImportResult result;

    /**
     * Creates a wizard.
     *
     * @param files files to be imported; the user may add others
     * @param editor the editor whose file may receive what is imported; null if there is none
     * @param selection what is selected in the workbench
     */
    public ImportWizard(List<Path> files, BieuEditor editor, IStructuredSelection selection) {
        first = List.copyOf(files);
        target = new ImportTarget(editor, selection);
        filesPage = new FilesPage(this, target);
        setWindowTitle(RcpMessages.ALL.text("import"));
        setNeedsProgressMonitor(true);
    }

    /** Opens the wizard in a dialog. */
    public static WizardDialog open(Shell shell, ImportWizard wizard, boolean blocks) {
        var dialog = new WizardDialog(shell, wizard);
        dialog.setPageSize(900, 480);
        dialog.setBlockOnOpen(blocks);
        dialog.open();
        return dialog;
    }

    @Override
    public void addPages() {
        addPage(filesPage);
        addPage(new ColumnsPage(this));
        addPage(new ValuesPage(this));
        addPage(previewPage);
    }

    // The session

    ImportSession session() {
        return session;
    }

    /** Returns the result of all decisions; null if it has not been read yet. */
    ImportResult result() {
        return result;
    }

    /** Forgets the result, since a decision was made. */
    void decided() {
        result = null;
    }

    /**
     * Begins the session, or begins it again if another file is to receive the forms.
     *
     * @return whether there is a session for the current target
     */
    boolean begin() {
        if (isCurrent()) {
            return true;
        }
        var wanted = target.place();
        var files = session == null
                ? first
                : session.files().stream().map(ImportedFile::path).toList();
        return run("import.begins", progress -> {
            var begun = new ImportSession(wanted.file(), wanted.text(), Registry.installed());
            session = begun;
            place = wanted;
            result = null;
            for (var file : files) {
                begun.add(file, Registry.installed(), progress);
            }
        });
    }

    /** Returns whether work in the background has not ended yet. */
    boolean isBusy() {
        return waiting > 0;
    }

    /**
     * Does short work on the session in the background, after the work before it. The controls stay enabled and keep
     * the focus, unlike those of {@link #run}.
     *
     * @param done called on the UI thread after the work, if the wizard is still open
     */
    void later(Runnable work, Runnable done) {
        var display = getShell().getDisplay();
        waiting++;
        ICoreRunnable task = monitor -> {
            try {
                work.run();
            } finally {
                display.asyncExec(() -> {
                    waiting--;
                    if (getShell() != null && !getShell().isDisposed()) {
                        done.run();
                        getContainer().updateButtons();
                    }
                });
            }
        };
        var job = Job.createSystem(RcpMessages.ALL.text("import.matches"), task);
        job.setRule(oneAfterTheOther);
        job.setPriority(Job.INTERACTIVE);
        job.schedule();
    }

    /** Returns whether the session is for the file that is to receive the forms now. */
    boolean isCurrent() {
        return target.place().isLike(place);
    }

    /** Adds files to the session. */
    void add(List<Path> files) {
        if (begin()) {
            run("import.reads", progress -> {
                result = null;
                for (var file : files) {
                    session.add(file, Registry.installed(), progress);
                }
            });
        }
    }

    /** Reads the forms with all decisions, unless that has been done. */
    boolean read() {
        return result != null || run("import.reads", progress -> result = session.result(progress));
    }

    /**
     * Does work off the UI thread, with progress and cancellation.
     *
     * @param key the message key of its name
     * @return whether it was done; otherwise the current page says why not
     */
    boolean run(String key, Work work) {
        IRunnableWithProgress task = monitor -> {
            var progress = SubMonitor.convert(monitor, RcpMessages.ALL.text(key), IProgressMonitor.UNKNOWN);
            Job.getJobManager().beginRule(oneAfterTheOther, null);
            try {
                work.run(rows -> !progress.isCanceled());
            } catch (ProblemException e) {
                throw new InvocationTargetException(e);
            } catch (CancellationException e) {
                throw new InterruptedException();
            } catch (RuntimeException e) {
                throw new InvocationTargetException(e);
            } finally {
                Job.getJobManager().endRule(oneAfterTheOther);
            }
        };
        var page = (ImportPage) getContainer().getCurrentPage();
        try {
            getContainer().run(true, true, task);
            return true;
        } catch (InterruptedException e) {
            page.setErrorMessage(RcpMessages.ALL.text("import.cancelled"));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ProblemException problem) {
                page.setErrorMessage(problem.problem().message());
            } else {
                Platform.getLog(ImportWizard.class).error(e.getCause().getMessage(), e.getCause());
                page.setErrorMessage(RcpMessages.ALL.text("import.failed"));
            }
        }
        return false;
    }

    // The end

    @Override
    public boolean canFinish() {
        return getContainer().getCurrentPage() == previewPage && previewPage.isPageComplete();
    }

    /** Documents have no columns and values to decide. */
    @Override
    public IWizardPage getNextPage(IWizardPage page) {
        return page == filesPage && session != null && session.tables().isEmpty()
                ? previewPage
                : super.getNextPage(page);
    }

    @Override
    public boolean performFinish() {
        var first = result.reads().getFirst();
        try {
            if (place.editor() == null) {
                var file = target.create(result.text());
                var page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
                if (IDE.openEditor(page, file) instanceof BieuEditor opened) {
                    show(opened, first);
                }
            } else {
                var insertion = result.insertion();
                place.editor().changes().make(insertion::edits);
                show(place.editor(), first);
            }
            return true;
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
            return true;
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
            return false;
        }
    }

    private static void show(BieuEditor editor, ImportResult.Read read) {
        var id = read instanceof ImportResult.ReadForm ? GridPage.ID : PagesPage.ID;
        if (editor.show(id) instanceof ElementPage<?> page) {
            page.choose(read.name());
        }
    }
}
