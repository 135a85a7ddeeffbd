/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bieumau.dsl.ui.internal.navigation.Places;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.grid.GridPage;
import org.bieumau.editor.internal.pages.PagesPage;
import org.bieumau.editor.internal.prose.ProsePage;
import org.bieumau.rcp.internal.application.OpenRequests;
import org.bieumau.rcp.internal.drop.WindowDrop;
import org.bieumau.rcp.internal.source.SourceEditor;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IEditorRegistry;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Files open on the right page and by the right program, wherever they are opened from. */
class OpeningTest {

    private static final String DOCUMENT = "cơ quan A \"Á\"\nkế hoạch K {\n    nội dung '''\n        Một\n    '''\n}\n";
    private static final String FORM =
            "mẫu biểu M \"MẪU\" { cột tên \"TÊN\": chữ }\nbiểu B lập theo mẫu M {\n    dòng \"một\"\n}\n";

    @RegisterExtension
    final Studio studio = new Studio();

    @TempDir
    private Path folder;

    private Class<?> shownPage() {
        return ((BieuEditor) studio.page().getActiveEditor())
                .shownPage()
                .<Class<?>>map(Object::getClass)
                .orElse(Void.class);
    }

    /** The program is given a file while the Studio runs: the file opens in its window. */
    @Test
    void filesOpenOnThePageUsedLastAlsoFromTheCommandLine() throws Exception {
        var form = Files.writeString(folder.resolve("biểu 1.bieu"), FORM);
        var workspace = ResourcesPlugin.getWorkspace().getRoot().getLocation().toPath();
        try (var other =
                new OtherStudio(workspace, OtherStudio.Task.HAND_OVER, folder.resolve("answer"), form.toString())) {
            Studio.until("the file is open", () -> studio.page().getActiveEditor() instanceof BieuEditor);
            other.untilEnded();
        }
        assertEquals("biểu 1.bieu", studio.page().getActiveEditor().getTitle());
        assertEquals(GridPage.class, shownPage());

        var document = studio.file(studio.project("mo"), "k.bieu", DOCUMENT);
        IDE.openEditor(studio.page(), document);
        assertEquals(ProsePage.class, shownPage());
        ((BieuEditor) studio.page().getActiveEditor()).show(PagesPage.ID);
        studio.page().closeAllEditors(false);
        new WindowDrop(studio.page().getWorkbenchWindow())
                .open(List.of(document.getLocation().toPath()));
        assertEquals(PagesPage.class, shownPage());
        assertEquals(
                document,
                studio.page().getActiveEditor().getEditorInput().getAdapter(org.eclipse.core.resources.IFile.class));
    }

    @Test
    void officeFilesAreNeverShownAsText() throws Exception {
        var project = studio.project("mo");
        var inTree = project.getFile("A.DOCX");
        try (var word = OpeningTest.class.getResourceAsStream("OpeningTest.class")) {
            inTree.create(word, true, null);
        }
        assertInstanceOf(SourceEditor.class, IDE.openEditor(studio.page(), inTree));
        for (var name : List.of("b.xlsx", "c.doc", "D.XLS")) {
            var outside = Files.copy(inTree.getLocation().toPath(), folder.resolve(name));
            assertInstanceOf(SourceEditor.class, Places.editor(studio.page(), outside));
        }
        for (var name : List.of("a.pdf", "a.pptx", "a.odt", "a.dotx", "a.zip", "a.png")) {
            assertEquals(
                    IEditorRegistry.SYSTEM_EXTERNAL_EDITOR_ID,
                    IDE.getEditorDescriptor(name, true, false).getId(),
                    name);
        }
        // On the command line, as when it is dropped.
        var asked = studio.answer(shell -> shell.getData() instanceof MessageDialog && Studio.press(shell, "Hủy"));
        var sending = new Thread(() -> {
            try {
                OpenRequests.send(
                        OpenRequests.folder(ResourcesPlugin.getWorkspace()
                                .getRoot()
                                .getLocation()
                                .toPath()),
                        List.of(inTree.getLocation().toPath()));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        sending.start();
        Studio.until("asked what to do", () -> "Tệp Word".equals(asked.get()));
        Studio.until("sent", () -> !sending.isAlive());
        studio.forgetErrors();
    }

    @Test
    void valuesOfOptionsAreNoFiles() {
        assertEquals(
                List.of(Path.of("/a/b.bieu"), Path.of("/c d.docx")),
                OpenRequests.files(List.of("-testproperties", "/x", "/a/./b.bieu", "/c d.docx", "-quiet")));
        assertTrue(OpenRequests.files(List.of("")).isEmpty());
    }
}
