/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.dsl.ui.internal.document.OpenDocument;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.prose.ProsePage;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.dialogs.SaveAsDialog;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Saving never damages the file on disk. */
class SavingTest {

    @RegisterExtension
    final Studio studio = new Studio();

    @TempDir
    private Path folder;

    /** The buttons to be pressed in the dialogues to come. */
    private final List<String> steps = new ArrayList<>();

    private static void save(BieuEditor editor) {
        editor.doSave(new NullProgressMonitor());
        Studio.spin(50);
    }

    @Test
    void savedFileMatchesTheEditorAndUndoContinues() throws Exception {
        var file = studio.file(studio.project("luu"), "a.bieu", "// một\r\ncơ quan A \"Á\"\r\n");
        var editor = (BieuEditor) studio.open(file);
        editor.document().replace(3, 3, "hai");
        assertTrue(editor.isDirty());
        save(editor);
        assertFalse(editor.isDirty());
        assertEquals("// hai\r\ncơ quan A \"Á\"\r\n", Studio.content(file));
        editor.textEditor().getAction(ActionFactory.UNDO.getId()).run();
        assertEquals("// một\r\ncơ quan A \"Á\"\r\n", editor.document().get());
        assertTrue(editor.isDirty());
        save(editor);
        assertEquals("// một\r\ncơ quan A \"Á\"\r\n", Studio.content(file));
        try (var files = Files.list(file.getLocation().toPath().getParent())) {
            assertEquals(
                    List.of(),
                    files.filter(each -> each.toString().endsWith(".tmp")).toList());
        }
    }

    /** All pages continue with the document of the renamed file. */
    @Test
    void renamedFileIsEditedUnderItsNewName() throws Exception {
        var file = studio.file(
                studio.project("luu"),
                "a.bieu",
                "cơ quan A \"Á\"\nkế hoạch K {\n    nội dung '''\n        Một\n    '''\n}\n");
        var editor = (BieuEditor) studio.open(file);
        var page = (ProsePage) editor.show(ProsePage.ID);
        Studio.settle(page);
        var moved = file.getProject().getFile("doi.bieu");
        file.move(moved.getFullPath(), true, null);
        Studio.until("the editor follows", () -> editor.getTitle().equals("doi.bieu"));
        Studio.settle(page);
        assertSame(Studio.document(editor.textEditor()), editor.document());
        page.text().setSelection(page.text().getCharCount());
        Studio.type(page.text(), " hai");
        Studio.settle(page);
        assertTrue(editor.isDirty());
        save(editor);
        assertTrue(Studio.content(moved).contains("Một hai\n"), Studio.content(moved));
    }

    @Test
    void fileIsTrackedOnceHoweverOftenItIsSaved() throws Exception {
        var before = OpenDocument.all().size();
        var editor = studio.edit("// một\n");
        for (var word : List.of("hai", "ba")) {
            editor.document().replace(3, 2, word);
            save(editor);
        }
        assertEquals(before + 1, OpenDocument.all().size());
        studio.page().closeAllEditors(false);
        assertEquals(before, OpenDocument.all().size());
    }

    @Test
    void saveAsContinuesInTheNewFile() throws Exception {
        var file = studio.file(
                studio.project("luu"),
                "a.bieu",
                "cơ quan A \"Á\"\nkế hoạch K {\n    nội dung '''\n        Một\n    '''\n}\n");
        var before = Studio.content(file);
        var editor = (BieuEditor) studio.open(file);
        var page = (ProsePage) editor.show(ProsePage.ID);
        Studio.settle(page);
        page.text().setSelection(page.text().getCharCount());
        Studio.type(page.text(), " hai");
        studio.answer(shell -> shell.getData() instanceof SaveAsDialog && saveAs(shell, "moi.bieu"));
        editor.doSaveAs();
        Studio.settle(page);
        assertEquals(before, Studio.content(file));
        assertEquals("moi.bieu", editor.getTitle());
        Studio.type(page.text(), " ba");
        Studio.settle(page);
        save(editor);
        assertEquals(before, Studio.content(file));
        assertTrue(
                Studio.content(file.getProject().getFile("moi.bieu")).contains("Một hai ba\n"),
                Studio.content(file.getProject().getFile("moi.bieu")));
    }

    private static boolean saveAs(Shell shell, String name) {
        Studio.find(shell, Text.class, field -> field.getText().equals("a.bieu"))
                .setText(name);
        shell.getDefaultButton().notifyListeners(SWT.Selection, new Event());
        return true;
    }

    @Test
    void fileOutsideTheWorkspaceOpensAndIsSaved() throws Exception {
        Files.writeString(folder.resolve("chung.bieu"), "thư viện chung\ncơ quan SNV \"Sở Nội vụ\"\n");
        var path = Files.writeString(folder.resolve("a.bieu"), "dùng chung\nbáo cáo B { cơ quan ban hành SNV }\n");
        var editor = (BieuEditor) IDE.openEditorOnFileStore(
                studio.page(), EFS.getLocalFileSystem().getStore(path.toUri()));
        Studio.settle(editor.textEditor());
        // Its folder is searched for libraries.
        assertFalse(
                editor.open().problems().stream()
                        .anyMatch(issue -> issue.getCode().startsWith("LINK")),
                editor.open().problems().toString());
        editor.document().replace(0, 0, "// ngoài\n");
        save(editor);
        assertFalse(editor.isDirty());
        assertTrue(Files.readString(path).startsWith("// ngoài\ndùng chung"));
    }

    @Test
    void byteOrderMarkIsKeptAndOtherEncodingsAreBackedUp() throws Exception {
        var project = studio.project("luu");
        var file = studio.file(project, "a.bieu", "\uFEFF// một\n");
        var editor = (BieuEditor) studio.open(file);
        editor.document().replace(editor.document().getLength() - 1, 0, " hai");
        save(editor);
        assertArrayEquals(
                "\uFEFF// một hai\n".getBytes(StandardCharsets.UTF_8),
                Files.readAllBytes(file.getLocation().toPath()));
        // Bytes of an old Vietnamese encoding: saving the text decoded from them must not destroy them.
        var old = new byte[] {'/', '/', ' ', (byte) 0xB5, (byte) 0xB8, '\n'};
        var other = project.getFile("b.bieu");
        other.create(new ByteArrayInputStream(old), true, null);
        var second = (BieuEditor) studio.open(other);
        assertTrue(second.open().problems().stream()
                .anyMatch(issue -> issue.getCode().equals("TEXT-ENCODING")));
        second.document().replace(0, 0, "// thêm\n");
        save(second);
        var backup = other.getLocation().toPath().resolveSibling("b.bieu.bak");
        assertArrayEquals(old, Files.readAllBytes(backup));
        second.document().replace(0, 0, "// nữa\n");
        save(second);
        assertArrayEquals(old, Files.readAllBytes(backup));
        assertFalse(Files.exists(backup.resolveSibling("b.bieu.2.bak")));
    }

    @Test
    void failedSaveLosesNothingAndTellsTheUser() throws Exception {
        var file = studio.file(studio.project("luu"), "a.bieu", "// một\n");
        var editor = (BieuEditor) studio.open(file);
        editor.document().replace(3, 3, "hai");
        // The folder disappears, as on a USB stick that was pulled out.
        var place = file.getLocation().toPath();
        Files.move(place.getParent(), place.getParent().resolveSibling("luu-mat"));
        var answered = studio.answer(shell -> Studio.press(shell, "Hủy", "Đóng") || Studio.press(shell, "Đồng ý"));
        save(editor);
        assertTrue(editor.isDirty());
        assertEquals("// hai\n", editor.document().get());
        Files.move(place.getParent().resolveSibling("luu-mat"), place.getParent());
        assertEquals("// một\n", Files.readString(place));
        assertTrue(answered.get() != null, "no dialogue");
        studio.forgetErrors();
    }

    @Test
    void externallyChangedFileIsNotOverwrittenWithoutConsent() throws Exception {
        var file = studio.file(studio.project("luu"), "a.bieu", "// một\n");
        var editor = (BieuEditor) studio.open(file);
        editor.document().replace(3, 3, "hai");
        var place = file.getLocation().toPath();
        Thread.sleep(20);
        Files.writeString(place, "// ngoài\n");
        Files.setLastModifiedTime(place, FileTime.fromMillis(System.currentTimeMillis() + 5_000));
        var shown = new ArrayList<String>();
        var answered = studio.answer(shell -> {
            var changes = Studio.find(shell, Table.class, each -> each.getItemCount() > 0);
            if (changes == null || steps.isEmpty()) {
                return false;
            }
            studio.shot("hai-ban", shell);
            shown.add(changes.getItem(0).getText(2) + " | " + changes.getItem(0).getText(3));
            shown.add(shell.getDefaultButton().getText());
            return Studio.press(shell, steps.removeFirst());
        });
        steps.add("Hủy");
        save(editor);
        assertEquals(List.of("// ngoài | // hai", "Lưu thành…"), shown);
        assertTrue(answered.get() != null, "no question");
        assertEquals("// ngoài\n", Files.readString(place));
        assertEquals("// hai\n", editor.document().get());
        assertTrue(editor.isDirty());
        // The version on the disk is taken, and the unsaved one is kept by Undo.
        steps.add("Lấy bản trên đĩa");
        save(editor);
        assertEquals("// ngoài\n", editor.document().get());
        assertFalse(editor.isDirty());
        editor.textEditor().getAction(ActionFactory.UNDO.getId()).run();
        assertEquals("// hai\n", editor.document().get());
        Files.writeString(place, "// lại\n");
        Files.setLastModifiedTime(place, FileTime.fromMillis(System.currentTimeMillis() + 10_000));
        steps.add("Ghi đè bản trên đĩa");
        save(editor);
        assertEquals("// hai\n", Files.readString(place));
        assertFalse(editor.isDirty());
    }

    /** What is typed before and after the editor says so is in the new file. */
    @Test
    void readOnlyFileSaysSoAtTheFirstLetter() throws Exception {
        var file = studio.file(
                studio.project("luu"),
                "a.bieu",
                "cơ quan A \"Á\"\nkế hoạch K {\n    nội dung '''\n        Một\n    '''\n}\n");
        var before = Studio.content(file);
        Files.setPosixFilePermissions(file.getLocation().toPath(), PosixFilePermissions.fromString("r--r--r--"));
        var editor = (BieuEditor) studio.open(file);
        var page = (ProsePage) editor.show(ProsePage.ID);
        Studio.settle(page);
        var person = new Person(studio.page().getWorkbenchWindow().getShell());
        page.text().setFocus();
        assertNull(saveAs());
        person.press("ctrl+End");
        person.type("xyz");
        Studio.until("the editor says so", () -> saveAs() != null);
        studio.shot("chi-doc");
        // On the Source page, too.
        person.clickTab("Nguồn");
        person.press("ctrl+Home");
        person.type("//\n");
        studio.answer(shell -> shell.getData() instanceof SaveAsDialog && saveAs(shell, "moi.bieu"));
        person.click(saveAs(), 20, 10);
        Studio.until("saved", () -> editor.getTitle().equals("moi.bieu") && !editor.isDirty());
        assertNull(saveAs());
        assertEquals(before, Studio.content(file));
        assertEquals(
                "//\n" + before.replace("Một", "Mộtxyz"),
                Studio.content(file.getProject().getFile("moi.bieu")));
    }

    private Button saveAs() {
        return Studio.find(
                studio.page().getWorkbenchWindow().getShell(),
                Button.class,
                each -> each.getText().equals("Lưu thành…"));
    }

    @Test
    void earlierVersionsAreListedComparedAndRestored() throws Exception {
        var text = "mẫu biểu M \"MẪU\" {\n    cột tên \"Tên xã\": chữ\n    cột hộ \"Số hộ\": số\n}\n"
                + "biểu B lập theo mẫu M {\n    dòng \"Hòa Phú\" { hộ 12 }\n    dòng \"Bình An\" { hộ 7 }\n}\n";
        var editor = studio.edit(text);
        for (var number : List.of("8", "9")) {
            var at = editor.document().get().indexOf("Bình An\" { hộ ") + "Bình An\" { hộ ".length();
            editor.document().replace(at, 1, number);
            save(editor);
            Thread.sleep(20);
        }
        studio.page()
                .getWorkbenchWindow()
                .getService(IHandlerService.class)
                .executeCommand("org.bieumau.editor.history", null);
        Studio.until(
                "the versions are listed", () -> history() != null && versions().getItemCount() == 2);
        var changes = changes();
        Studio.until("compared", () -> changes.getItemCount() == 1);
        studio.shot("lich-su", history());
        assertEquals("B · Bình An: Số hộ", changes.getItem(0).getText(1));
        assertEquals("8", changes.getItem(0).getText(2));
        assertEquals("9", changes.getItem(0).getText(3));
        versions().select(1);
        versions().notifyListeners(SWT.Selection, new Event());
        Studio.until(
                "compared again",
                () -> changes.getItemCount() == 1
                        && changes.getItem(0).getText(2).equals("7"));
        Studio.press(history(), "Khôi phục bản này");
        assertEquals(text, editor.document().get());
        editor.textEditor().getAction(ActionFactory.UNDO.getId()).run();
        assertTrue(editor.document().get().contains("hộ 9"));
    }

    private static Shell history() {
        for (var shell : Display.getCurrent().getShells()) {
            if (shell.isVisible() && shell.getText().startsWith("Lịch sử của")) {
                return shell;
            }
        }
        return null;
    }

    private static Table versions() {
        return Studio.find(history(), Table.class, each -> each.getColumnCount() == 0);
    }

    private static Table changes() {
        return Studio.find(history(), Table.class, each -> each.getColumnCount() == 4);
    }
}
