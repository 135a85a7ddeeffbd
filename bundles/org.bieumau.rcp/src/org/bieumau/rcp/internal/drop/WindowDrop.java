/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.drop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.bieumau.checking.internal.batch.CheckInput;
import org.bieumau.dsl.ui.internal.navigation.Places;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.SystemProgram;
import org.bieumau.rcp.internal.folder.CheckHandler;
import org.bieumau.rcp.internal.folder.FolderEditor;
import org.bieumau.rcp.internal.imports.ImportHandler;
import org.bieumau.rcp.internal.imports.ReadableFiles;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.texteditor.ITextEditorDropTargetListener;

/**
 * Files that are dropped on a window: documents of Word are imported or checked, as the user wants; other files of Word
 * and Excel are imported, .bieu files are opened, and all other files by the program of the system. The documents of a
 * folder are checked.
 */
public final class WindowDrop extends DropTargetAdapter implements ITextEditorDropTargetListener {

    private static final int IMPORT = 0;
    private static final int CHECK = 1;
    private static final int MOST_NAMED = 5;

    private final IWorkbenchWindow window;

    public WindowDrop(IWorkbenchWindow window) {
        this.window = window;
    }

    @Override
    public Transfer[] getTransfers() {
        return new Transfer[] {FileTransfer.getInstance()};
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        if (FileTransfer.getInstance().isSupportedType(event.currentDataType) && event.detail == DND.DROP_DEFAULT) {
            event.detail = DND.DROP_COPY;
        }
    }

    @Override
    public void drop(DropTargetEvent event) {
        if (event.data instanceof String[] names) {
            var files = Arrays.stream(names).map(Path::of).toList();
            // The program that the files were dragged from waits until this method returns.
            window.getShell().getDisplay().asyncExec(() -> open(files));
        }
    }

    /** Opens files and folders as if they were dropped. */
    public void open(List<Path> files) {
        var folders = new ArrayList<Path>();
        var documents = new ArrayList<Path>();
        var imported = new ArrayList<Path>();
        for (var file : files) {
            if (!Files.exists(file)) {
                MessageDialog.openError(
                        window.getShell(), RcpMessages.ALL.text("studio"), RcpMessages.ALL.text("open.missing", file));
            } else if (Files.isDirectory(file)) {
                folders.add(file);
            } else if (CheckInput.isWord(file.getFileName().toString())) {
                documents.add(file);
            } else if (ReadableFiles.isReadable(file)) {
                imported.add(file);
            } else if (file.toString().endsWith(".bieu")) {
                edit(file);
            } else {
                SystemProgram.open(window.getShell(), file);
            }
        }
        if (folders.isEmpty() && documents.isEmpty() && imported.isEmpty()) {
            return;
        }
        window.getShell().forceActive();
        if (!folders.isEmpty()) {
            // Folders are not imported: their documents are checked.
            folders.addAll(documents);
            FolderEditor.open(window.getActivePage(), folders);
        } else if (!documents.isEmpty()) {
            switch (ask(documents)) {
                case IMPORT -> imported.addAll(0, documents);
                case CHECK -> CheckHandler.check(window.getActivePage(), documents);
                default -> imported.clear();
            }
        }
        if (!imported.isEmpty()) {
            ImportHandler.open(window, imported);
        }
    }

    /** Asks what is to be done with documents of Word; returns the index of the button. */
    private int ask(List<Path> documents) {
        return MessageDialog.open(
                MessageDialog.QUESTION,
                window.getShell(),
                RcpMessages.ALL.text("drop"),
                RcpMessages.ALL.text(
                        documents.size() > MOST_NAMED ? "drop.whats" : "drop.what",
                        documents.stream()
                                .limit(MOST_NAMED)
                                .map(each -> each.getFileName().toString())
                                .collect(Collectors.joining(", ")),
                        documents.size() - MOST_NAMED),
                SWT.NONE,
                RcpMessages.ALL.text("drop.import"),
                RcpMessages.ALL.text("drop.check"),
                IDialogConstants.CANCEL_LABEL);
    }

    private void edit(Path file) {
        try {
            Places.editor(window.getActivePage(), file);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }
}
