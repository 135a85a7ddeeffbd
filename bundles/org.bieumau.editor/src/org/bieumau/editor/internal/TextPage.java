/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.bieumau.dsl.ui.internal.document.DocumentEdits;
import org.bieumau.dsl.ui.internal.document.ProblemAnnotation;
import org.bieumau.dsl.ui.internal.document.WholeBuffer;
import org.bieumau.dsl.ui.internal.hover.ProblemHover;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.internal.genericeditor.ExtensionBasedTextEditor;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.menus.IMenuService;
import org.eclipse.ui.texteditor.ITextEditorActionDefinitionIds;

/**
 * Source page of the editor. It saves the text completely or not at all, and asks the user if the file has been changed
 * by another program or is read-only.
 */
final class TextPage extends ExtensionBasedTextEditor {

    /**
     * Maximum number of lines of a file whose lines are wrapped. To draw a wrapped line, the text widget measures all
     * lines above it.
     */
    private static final int MOST_WRAPPED = 4000;

    /** Commands of the context menu, in groups. */
    private static final List<List<String>> COMMANDS = List.of(
            List.of(
                    ITextEditorActionDefinitionIds.QUICK_ASSIST,
                    "org.eclipse.ui.edit.text.open.hyperlink",
                    "org.bieumau.dsl.ui.references",
                    "org.bieumau.dsl.ui.rename",
                    "org.bieumau.dsl.ui.format",
                    "org.bieumau.dsl.ui.toggleComment"),
            List.of(
                    IWorkbenchCommandConstants.EDIT_CUT,
                    IWorkbenchCommandConstants.EDIT_COPY,
                    IWorkbenchCommandConstants.EDIT_PASTE,
                    IWorkbenchCommandConstants.EDIT_SELECT_ALL),
            List.of(IWorkbenchCommandConstants.EDIT_UNDO, IWorkbenchCommandConstants.EDIT_REDO));

    /** When the version on the disk was written about which the user wants to decide later; null for none. */
    private FileTime postponed;

    @Override
    public void createPartControl(Composite parent) {
        super.createPartControl(parent);
        ProblemHover.install((SourceViewer) getSourceViewer());
        Names.named(getSourceViewer().getTextWidget(), EditorMessages.ALL.text("page.text"));
        addMenu(getSourceViewer().getTextWidget());
        getVerticalRuler().getControl().setMenu(null);
    }

    /**
     * Replaces the context menu of the platform, which has the commands of programmers, by one with the commands of
     * this page, followed by those of plug-ins.
     */
    private void addMenu(StyledText text) {
        var window = getSite().getWorkbenchWindow();
        var menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(manager -> {
            for (var group : COMMANDS) {
                for (var command : group) {
                    menu.add(new CommandContributionItem(new CommandContributionItemParameter(
                            window, null, command, CommandContributionItem.STYLE_PUSH)));
                }
                menu.add(new Separator());
            }
            menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
            window.getService(IMenuService.class).populateContributionManager(menu, "popup:org.bieumau.editor.text");
        });
        text.setMenu(menu.createContextMenu(text));
        text.addListener(SWT.Dispose, event -> {
            window.getService(IMenuService.class).releaseContributions(menu);
            menu.dispose();
        });
    }

    /** Goes to the next or previous annotation and shows the message of a problem in the status line. */
    @Override
    public Annotation gotoAnnotation(boolean forward) {
        var found = super.gotoAnnotation(forward);
        if (found instanceof ProblemAnnotation problem) {
            setStatusLineMessage(problem.displayMessage());
        }
        return found;
    }

    @Override
    protected boolean getInitialWordWrapStatus() {
        return super.getInitialWordWrapStatus()
                && getDocumentProvider().getDocument(getEditorInput()).getNumberOfLines() <= MOST_WRAPPED;
    }

    @Override
    protected void performSave(boolean overwrite, IProgressMonitor monitor) {
        var buffer = buffer();
        var path = path();
        if (buffer == null || path == null || !Files.exists(path)) {
            // No local file, or one that has been deleted.
            super.performSave(overwrite, monitor);
        } else if (isFileReadOnly()) {
            monitor.setCanceled(true);
            offerSaveAs();
        } else if (!overwrite && !buffer.isSynchronized()) {
            monitor.setCanceled(true);
            resolveConflict();
        } else {
            save(buffer, path, monitor);
        }
    }

    private void save(ITextFileBuffer buffer, Path path, IProgressMonitor monitor) {
        try {
            getDocumentProvider().aboutToChange(getEditorInput());
            WholeBuffer.save(buffer, path, monitor);
        } catch (IOException e) {
            handleExceptionOnSave(
                    new CoreException(Status.error(
                            EditorMessages.ALL.text("save.failed", path, String.valueOf(e.getMessage())), e)),
                    monitor);
        } catch (CoreException e) {
            handleExceptionOnSave(e, monitor);
        } finally {
            getDocumentProvider().changed(getEditorInput());
        }
    }

    // Changes by other programs

    /** Called when the window is activated and the file on the disk has changed. */
    @Override
    protected void handleEditorInputChanged() {
        var path = path();
        if (isDirty() && buffer() != null && path != null && Files.exists(path)) {
            if (!isPostponed(path)) {
                resolveConflict();
            }
        } else {
            super.handleEditorInputChanged();
        }
    }

    private boolean isPostponed(Path path) {
        try {
            return Files.getLastModifiedTime(path).equals(postponed);
        } catch (IOException e) {
            return false;
        }
    }

    /** Asks which version stays: that on the disk, or the unsaved text. Nothing is lost if the user does not decide. */
    private void resolveConflict() {
        var buffer = buffer();
        var path = path();
        var document = buffer.getDocument();
        try {
            var onDisk = text(path);
            var changed = Files.getLastModifiedTime(path).toInstant();
            switch (new ConflictDialog(getSite().getShell(), path, changed, onDisk, document.get()).ask()) {
                case SAVE_AS -> doSaveAs();
                case OVERWRITE -> save(buffer, path, new NullProgressMonitor());
                case TAKE -> {
                    // The unsaved text can be brought back by Undo.
                    DocumentEdits.apply(document, List.of(TextEdit.between(document.get(), onDisk)));
                    refresh(path);
                    buffer.revert(new NullProgressMonitor());
                }
                case LATER -> postponed = Files.getLastModifiedTime(path);
            }
        } catch (IOException e) {
            setStatusLineErrorMessage(
                    EditorMessages.ALL.text("conflict.unreadable", path, String.valueOf(e.getMessage())));
        } catch (CoreException e) {
            handleExceptionOnSave(e, new NullProgressMonitor());
        }
    }

    private static String text(Path path) throws IOException {
        var text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static void refresh(Path path) throws CoreException {
        for (var file : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(path.toUri())) {
            file.refreshLocal(IResource.DEPTH_ZERO, null);
        }
    }

    // Read-only files

    /** Returns whether the file cannot be written, or is marked as read-only. */
    boolean isFileReadOnly() {
        var path = path();
        return path != null
                && Files.exists(path)
                && (!Files.isWritable(path)
                        || EFS.getLocalFileSystem()
                                .getStore(path.toUri())
                                .fetchInfo()
                                .getAttribute(EFS.ATTRIBUTE_READ_ONLY));
    }

    /** Says that the file is read-only, and saves the text as another file if the user wants so. */
    private void offerSaveAs() {
        var answer = MessageDialog.open(
                MessageDialog.WARNING,
                getSite().getShell(),
                EditorMessages.ALL.text("readOnly"),
                EditorMessages.ALL.text("readOnly.message", getEditorInput().getName()),
                SWT.NONE,
                EditorMessages.ALL.text("conflict.saveAs"),
                EditorMessages.ALL.text("readOnly.continue"));
        if (answer == 0) {
            doSaveAs();
        }
    }

    /** Read-only files can be edited, and saved as other files. The editor says so at the first edit. */
    @Override
    public boolean validateEditorInputState() {
        return true;
    }

    @Override
    public boolean isEditorInputReadOnly() {
        return false;
    }

    @Override
    public boolean isEditorInputModifiable() {
        return true;
    }

    private ITextFileBuffer buffer() {
        var file = Adapters.adapt(getEditorInput(), IFile.class);
        var manager = FileBuffers.getTextFileBufferManager();
        if (file != null) {
            return manager.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
        }
        var path = path();
        return path == null
                ? null
                : manager.getTextFileBuffer(new org.eclipse.core.runtime.Path(path.toString()), LocationKind.LOCATION);
    }

    private Path path() {
        var file = Adapters.adapt(getEditorInput(), IFile.class);
        if (file != null) {
            return file.getLocation() == null ? null : file.getLocation().toPath();
        }
        return getEditorInput() instanceof IURIEditorInput input
                        && "file".equals(input.getURI().getScheme())
                ? Path.of(input.getURI())
                : null;
    }
}
