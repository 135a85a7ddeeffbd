/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.navigation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bieumau.dsl.ide.internal.navigation.Navigation;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.ui.internal.UiMessages;
import org.bieumau.dsl.ui.internal.document.FileEdits;
import org.bieumau.dsl.ui.internal.document.OpenDocument;
import org.bieumau.dsl.ui.internal.document.TextHandler;
import org.eclipse.emf.common.util.URI;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * Renames the name at the caret, including its references in the other files of the folder. Open files are saved first.
 */
public final class RenameHandler extends TextHandler {

    @Override
    protected void execute(ITextEditor editor, IDocument document, ITextSelection selection) {
        OpenDocument.of(document).ifPresent(open -> ask(editor.getSite().getShell(), open, selection.getOffset()));
    }

    /** Asks the user for a new name for the element at an offset, and renames it. */
    public static void ask(Shell shell, OpenDocument open, int offset) {
        later(
                shell,
                open.document(),
                "job.references",
                resource -> new Navigation(resource).references(offset),
                places -> ask(shell, open, offset, places));
    }

    private static void ask(Shell shell, OpenDocument open, int offset, List<Navigation.Location> places) {
        if (places.isEmpty() || places.stream().anyMatch(place -> !place.file().isFile())) {
            MessageDialog.openInformation(
                    shell,
                    UiMessages.ALL.text("rename"),
                    UiMessages.ALL.text(places.isEmpty() ? "references.none" : "rename.pack"));
            return;
        }
        var word = Words.at(open.document(), offset);
        var old = open.document().get().substring(word.getOffset(), word.getOffset() + word.getLength());
        var dialog = new InputDialog(
                shell,
                UiMessages.ALL.text("rename"),
                UiMessages.ALL.text("rename.message", old, places.size()),
                old,
                name -> Navigation.isName(name) ? null : UiMessages.ALL.text("rename.wrong"));
        // The other files are edited as they are on disk.
        if (dialog.open() == Window.OK
                && !dialog.getValue().equals(old)
                && PlatformUI.getWorkbench().saveAllEditors(false)) {
            rename(open, offset, dialog.getValue());
        }
    }

    /** Renames the element at an offset, with all its references. */
    public static void rename(OpenDocument open, int offset, String name) {
        Map<URI, List<TextEdit>> edits = new LinkedHashMap<>();
        open.read(resource -> new Navigation(resource).rename(offset, name))
                .forEach(place -> edits.computeIfAbsent(place.file(), file -> new ArrayList<>())
                        .add(new TextEdit(place.offset(), place.length(), name)));
        edits.forEach((file, changes) -> {
            changes.sort(Comparator.comparingInt(TextEdit::offset));
            FileEdits.apply(Path.of(file.toFileString()), changes);
        });
    }
}
