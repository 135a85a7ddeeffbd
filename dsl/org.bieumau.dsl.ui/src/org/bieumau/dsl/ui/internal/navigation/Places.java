/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.navigation;

import java.nio.file.Path;
import org.bieumau.dsl.ide.internal.navigation.Navigation.Location;
import org.bieumau.dsl.ui.internal.document.PackFile;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.MultiPageEditorPart;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.texteditor.ITextEditor;

/** Opens locations in files of the workspace, in files outside of it and in files of packs. */
public final class Places {

    private Places() {}

    /** Opens the file of a location in an editor and selects the location. */
    public static void open(Location place) {
        var page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        try {
            var editor = editor(page, place);
            var text = Adapters.adapt(editor, ITextEditor.class);
            if (text != null) {
                if (editor instanceof MultiPageEditorPart pages) {
                    pages.setActiveEditor(text);
                }
                text.selectAndReveal(place.offset(), place.length());
            }
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
    }

    private static IEditorPart editor(IWorkbenchPage page, Location place) throws PartInitException {
        if (!place.file().isFile()) {
            return page.openEditor(new PackFile(place.file()), "org.bieumau.dsl.ui.editor");
        }
        return editor(page, Path.of(place.file().toFileString()));
    }

    /** Opens a file in the editor that its name asks for, as a file of the workspace if it is one. */
    public static IEditorPart editor(IWorkbenchPage page, Path path) throws PartInitException {
        for (IFile file : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(path.toUri())) {
            if (file.exists()) {
                return IDE.openEditor(page, file);
            }
        }
        return IDE.openEditorOnFileStore(page, EFS.getLocalFileSystem().getStore(path.toUri()));
    }
}
