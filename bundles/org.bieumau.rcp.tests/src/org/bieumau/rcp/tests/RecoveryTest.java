/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.bieumau.dsl.ui.internal.navigation.Places;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.grid.GridPage;
import org.bieumau.editor.internal.recovery.RecoveryFolder;
import org.bieumau.editor.internal.recovery.RecoveryStartup;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.actions.ActionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Text that was not saved when the Studio was killed is offered at the next start. */
class RecoveryTest {

    @RegisterExtension
    final Studio studio = new Studio();

    private static final String TEXT = "// một\n";

    private IFile file;

    @AfterEach
    void removeCopies() throws IOException {
        for (var copy : copies()) {
            Files.deleteIfExists(copy);
        }
    }

    private static List<Path> copies() throws IOException {
        if (!Files.isDirectory(RecoveryFolder.path())) {
            return List.of();
        }
        try (var files = Files.list(RecoveryFolder.path())) {
            return files.toList();
        }
    }

    private BieuEditor open(String text) throws Exception {
        file = studio.file(studio.project("mat"), "a.bieu", text);
        return (BieuEditor) studio.open(file);
    }

    private Path copy() {
        return RecoveryFolder.place(file.getLocation().toPath());
    }

    /** Waits until the copy contains a text. */
    private void untilCopied(String text) {
        Studio.until("copied", () -> {
            try {
                return Files.exists(copy()) && Files.readString(copy()).contains(text);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /**
     * Leaves the files as a killed Studio does: the copies stay, and no editor is open. The copy gets the name that
     * another session would have given it.
     */
    private void kill() throws Exception {
        var left = Files.readAllBytes(copy());
        var killed = copy().resolveSibling("killed.copy");
        studio.page().closeAllEditors(false);
        assertFalse(Files.exists(copy()), "the copy of a closed editor stays");
        Files.write(killed, left);
    }

    /** Starts the recovery as the next session does, and answers its dialogue by a button. */
    private AtomicReference<String> restart(String button) throws Exception {
        var answered = studio.answer(shell -> Studio.press(shell, button));
        offer();
        return answered;
    }

    private static void offer() throws Exception {
        var offering = new Thread(RecoveryStartup::offer);
        offering.start();
        Studio.until("looked for copies", () -> !offering.isAlive());
        Studio.spin(1500);
    }

    private static IDocument document(BieuEditor editor) {
        return editor.document();
    }

    @Test
    void unsavedTextIsRestoredIntoTheEditorAndNotIntoTheFile() throws Exception {
        document(open(TEXT)).replace(3, 3, "hai\n// ba");
        untilCopied("// hai\n// ba\n");
        kill();
        assertNotNull(restart("Khôi phục").get(), "nothing was offered");
        var editor = (BieuEditor) studio.page().getActiveEditor();
        assertEquals("// hai\n// ba\n", document(editor).get());
        assertTrue(editor.isDirty());
        assertEquals(TEXT, Studio.content(file));
        editor.textEditor().getAction(ActionFactory.UNDO.getId()).run();
        assertEquals(TEXT, document(editor).get());
        editor.textEditor().getAction(ActionFactory.REDO.getId()).run();
        editor.doSave(new NullProgressMonitor());
        assertEquals("// hai\n// ba\n", Studio.content(file));
        Studio.spin(1500);
        assertEquals(List.of(), copies());
    }

    /** A real Studio is killed, and another one is started with its workspace. */
    @Test
    void textOfAKilledStudioIsRestoredByTheNextOne(@TempDir Path folder) throws Exception {
        var workspace = folder.resolve("workspace");
        var copies = workspace.resolve(".metadata/.plugins/org.bieumau.editor/recovery");
        var answer = folder.resolve("answer");
        try (var first = new OtherStudio(workspace, OtherStudio.Task.TYPE, answer)) {
            first.until("there is a copy", () -> contains(copies, OtherStudio.TYPED));
            first.kill();
        }
        assertEquals(OtherStudio.SAVED, Files.readString(workspace.resolve("thu/a.bieu")));
        try (var second = new OtherStudio(workspace, OtherStudio.Task.RESTORE, answer)) {
            second.until("the text is restored", () -> Files.exists(answer));
        }
        assertEquals("true " + OtherStudio.TYPED, Files.readString(answer));
        assertEquals(OtherStudio.SAVED, Files.readString(workspace.resolve("thu/a.bieu")));
    }

    private static boolean contains(Path copies, String text) {
        if (!Files.isDirectory(copies)) {
            return false;
        }
        try (var files = Files.list(copies)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".copy")).toList()) {
                if (Files.readString(file).endsWith(text)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Files outside of the workspace are covered, too, also those that are gone after the crash. */
    @Test
    void textOfAFileOutsideTheWorkspaceIsRestored(@TempDir Path folder) throws Exception {
        var outside = Files.writeString(folder.resolve("ngoài.bieu"), TEXT);
        var opened = (BieuEditor) Places.editor(studio.page(), outside);
        Studio.settle(opened.textEditor());
        opened.document().replace(3, 3, "hai");
        var copy = RecoveryFolder.place(outside);
        Studio.until("copied", () -> Files.exists(copy));
        var left = Files.readAllBytes(copy);
        studio.page().closeAllEditors(false);
        Files.write(copy.resolveSibling("killed.copy"), left);
        restart("Khôi phục");
        var restored = (BieuEditor) studio.page().getActiveEditor();
        assertEquals("// hai\n", restored.document().get());
        assertEquals(outside, restored.open().path());
        assertEquals(TEXT, Files.readString(outside));
    }

    /** Text in an open cell or a focused field is not in the text of the file yet. */
    @Test
    void textOfAnOpenCellIsRestored() throws Exception {
        var text = "mẫu biểu M \"MẪU\" { cột tên \"TÊN\": chữ }\nbiểu B lập theo mẫu M {\n    dòng \"một\"\n}\n";
        var editor = open(text);
        var page = (GridPage) editor.show(GridPage.ID);
        Studio.until("grid", () -> page.isSettled() && page.table() != null);
        page.select(0, 0);
        Studio.key(page.table(), 'h', 0, 0);
        Studio.insert((Text) page.table().getActiveCellEditor().getEditorControl(), "ai");
        untilCopied("dòng \"hai\"");
        assertEquals(text, document(editor).get());
        kill();
        restart("Khôi phục");
        assertEquals(
                text.replace("một", "hai"),
                document((BieuEditor) studio.page().getActiveEditor()).get());
    }

    @Test
    void copyIsDeletedWhenTheTextIsSavedOrDiscarded() throws Exception {
        var editor = open(TEXT);
        document(editor).replace(3, 3, "hai");
        untilCopied("// hai");
        editor.doSave(new NullProgressMonitor());
        assertFalse(Files.exists(copy()));
        document(editor).replace(3, 3, "ba");
        untilCopied("// ba");
        studio.page().closeAllEditors(false);
        Studio.spin(1500);
        assertEquals(List.of(), copies());
        assertNull(restart("Khôi phục").get());
    }

    /** A file that was changed after the crash is compared first and not selected. */
    @Test
    void changedFileIsNotRestoredUnlessTheUserChoosesSo() throws Exception {
        document(open(TEXT)).replace(3, 3, "hai");
        untilCopied("// hai");
        kill();
        var place = file.getLocation().toPath();
        Files.writeString(place, "// ngoài\n");
        Files.setLastModifiedTime(place, FileTime.fromMillis(System.currentTimeMillis() + 60_000));
        var shown = new ArrayList<String>();
        studio.answer(shell -> {
            var table = Studio.find(shell, Table.class, each -> each.getItemCount() > 0);
            if (table == null) {
                return Studio.press(shell, "Có");
            }
            if (shown.isEmpty()) {
                var changes = Studio.find(shell, Table.class, each -> each != table && each.getItemCount() > 0);
                if (changes == null) {
                    return false;
                }
                studio.shot("khoi-phuc", shell);
                shown.add(table.getItem(0).getText(2));
                shown.add(changes.getItem(0).getText(2) + " | "
                        + changes.getItem(0).getText(3));
                shown.add(Boolean.toString(table.getItem(0).getChecked()));
                return Studio.press(shell, "Khôi phục");
            }
            if (shown.size() == 3) {
                shown.add("discarded");
                table.getItem(0).setChecked(true);
                // Opens a question, which is answered by another call.
                shell.getDisplay().asyncExec(() -> Studio.press(shell, "Bỏ"));
            }
            return true;
        });
        offer();
        assertTrue(shown.get(0).contains("sau bản khôi phục"), shown.get(0));
        assertEquals("// ngoài | // hai", shown.get(1));
        assertEquals("false", shown.get(2));
        assertEquals("// ngoài\n", Files.readString(place));
        assertEquals(0, studio.page().getEditorReferences().length);
        assertEquals(1, copies().size());
        // It is offered again at each start until the user decides.
        offer();
        Studio.until("discarded", () -> {
            try {
                return copies().isEmpty();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
