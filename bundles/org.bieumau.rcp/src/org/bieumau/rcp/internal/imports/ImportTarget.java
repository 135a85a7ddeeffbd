/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.wizards.FilePlace;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.ui.texteditor.ITextEditorExtension;

/** Asks for the file that receives the forms: the one that is open, or a new one. */
final class ImportTarget {

    /**
     * The file that receives the forms.
     *
     * @param file the .bieu file, which need not exist
     * @param text its text; an empty string for a new file
     * @param editor the editor of an open file; null for a new file
     */
    record Place(Path file, String text, BieuEditor editor) {

        /** Returns whether the same libraries are visible, and the same text receives the forms. */
        boolean isLike(Place other) {
            return other != null
                    && editor == other.editor
                    && text.equals(other.text)
                    && (file.getParent().equals(other.file.getParent())
                            || !Files.isDirectory(file.getParent()) && !Files.isDirectory(other.file.getParent()));
        }
    }

    /** The editor whose file may receive the forms; null if there is none. */
    private final BieuEditor editor;

    private final IStructuredSelection selection;
    private FilePlace file;
    private Button intoOpen;

    ImportTarget(BieuEditor editor, IStructuredSelection selection) {
        this.editor = editor != null && editor.open().path() != null && !isReadOnly(editor) ? editor : null;
        this.selection = selection;
    }

    private static boolean isReadOnly(BieuEditor editor) {
        return editor.textEditor() instanceof ITextEditorExtension text && text.isEditorInputReadOnly();
    }

    /** @param changed runs after each change of the target */
    void createControls(Composite parent, Runnable changed) {
        var group = new Group(parent, SWT.NONE);
        group.setText(RcpMessages.ALL.text("import.target"));
        group.setLayout(new GridLayout(2, false));
        group.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        if (editor != null) {
            intoOpen = radio(group, RcpMessages.ALL.text("import.target.open", editor.getPartName()), changed);
            intoOpen.setSelection(true);
            radio(group, RcpMessages.ALL.text("import.target.new"), changed);
        }
        file = new FilePlace(group, selection, changed);
        enable();
    }

    private Button radio(Composite parent, String text, Runnable changed) {
        var button = new Button(parent, SWT.RADIO);
        button.setText(text);
        button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        button.addListener(SWT.Selection, event -> {
            if (button.getSelection()) {
                enable();
                changed.run();
            }
        });
        return button;
    }

    private void enable() {
        file.setEnabled(!isOpen());
    }

    private boolean isOpen() {
        return intoOpen != null && intoOpen.getSelection();
    }

    /** Names a new file after the first imported file, unless the user has typed a name. */
    void suggest(Path imported) {
        var name = imported.getFileName().toString();
        var dot = name.lastIndexOf('.');
        file.suggest(dot > 0 ? name.substring(0, dot) : name);
    }

    /** Returns a message about an invalid project or file name; null if there is none. */
    String problem() {
        return isOpen() ? null : file.problem();
    }

    boolean isComplete() {
        return isOpen() || file.problem() == null && file.isNamed();
    }

    Place place() {
        return isOpen()
                ? new Place(editor.open().path(), editor.document().get(), editor)
                : new Place(file.path(), "", null);
    }

    /** Creates the new file. */
    IFile create(String text) throws CoreException {
        return file.create(text);
    }
}
