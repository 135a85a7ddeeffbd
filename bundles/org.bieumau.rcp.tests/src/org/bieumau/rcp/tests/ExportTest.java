/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.bieumau.cli.internal.ExitCode;
import org.bieumau.cli.internal.Main;
import org.bieumau.core.registry.Registry;
import org.bieumau.examples.internal.Examples;
import org.bieumau.rcp.internal.export.ExportFiles;
import org.bieumau.rcp.internal.export.ExportWizard;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The export of the Studio: its output, its wizard and its command. */
class ExportTest {

    @RegisterExtension
    final Studio studio = new Studio();

    @TempDir
    private Path folder;

    @Test
    void studioAndCommandLineExportTheSameBytes() throws Exception {
        var project = studio.examples();
        for (var name : Examples.DOCUMENTS) {
            var file = project.getFile(name + ".bieu").getLocation().toPath();
            var result = ExportFiles.run(
                    List.of(file),
                    List.copyOf(Registry.installed().exporters()),
                    folder.resolve("studio"),
                    new NullProgressMonitor());
            assertTrue(result.written().size() >= 3, result.toString());
            var output = new StringWriter();
            assertEquals(
                    ExitCode.DONE,
                    Main.run(
                            new PrintWriter(output),
                            new PrintWriter(output),
                            "export",
                            file.toString(),
                            "-o",
                            folder.resolve("cli").toString()),
                    output::toString);
        }
        try (var files = Files.list(folder.resolve("cli"))) {
            for (var expected : files.toList()) {
                assertArrayEquals(
                        Files.readAllBytes(expected),
                        Files.readAllBytes(folder.resolve("studio").resolve(expected.getFileName())),
                        expected.toString());
            }
        }
        try (var files = Files.list(folder.resolve("studio"));
                var others = Files.list(folder.resolve("cli"))) {
            assertEquals(others.count(), files.count());
        }
    }

    @Test
    void fileWithErrorsIsNotExportedAndTheReasonIsGiven() throws Exception {
        var file = studio.file(studio.project("loi"), "a.bieu", "báo cáo B { cơ quan ban hành Lạ }\n")
                .getLocation()
                .toPath();
        var result = ExportFiles.run(
                List.of(file), List.copyOf(Registry.installed().exporters()), folder, new NullProgressMonitor());
        assertEquals(List.of(), result.written());
        assertTrue(
                result.reasons().getFirst().contains("a.bieu")
                        && result.reasons().get(1).contains("«Lạ»"),
                result.toString());
    }

    @Test
    void keptFileIsNamedWithoutAdviceForTheCommandLine() throws Exception {
        var file = studio.examples()
                .getFile("quangngai-2021-dangky.bieu")
                .getLocation()
                .toPath();
        var exporters = List.of(Registry.installed().exporter("html").orElseThrow());
        var output = ExportFiles.run(List.of(file), exporters, folder, new NullProgressMonitor())
                .written()
                .getFirst();
        Files.writeString(output, "sửa tay");
        var again = ExportFiles.run(List.of(file), exporters, folder, new NullProgressMonitor());
        assertEquals("sửa tay", Files.readString(output));
        assertEquals(
                List.of("«" + output.getFileName()
                        + "» được giữ nguyên. Muốn xuất bản mới, hãy đổi tên tệp này hoặc chọn thư mục khác."),
                again.reasons());
    }

    @Test
    void cancelledExportLeavesNoPartialFile() throws Exception {
        var file = studio.examples()
                .getFile("quangngai-2021-dangky.bieu")
                .getLocation()
                .toPath();
        var monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        assertThrows(
                CancellationException.class,
                () -> ExportFiles.run(
                        List.of(file),
                        List.of(Registry.installed().exporter("docx").orElseThrow()),
                        folder,
                        monitor));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void wizardCanFinishWithTheProposedFormatsAndFolder() throws Exception {
        studio.open(studio.examples().getFile("quangngai-2021-dangky.bieu"));
        var wizard = new ExportWizard();
        wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
        var dialog = new WizardDialog(studio.page().getWorkbenchWindow().getShell(), wizard);
        dialog.setBlockOnOpen(false);
        dialog.open();
        studio.shot("xuat");
        assertTrue(wizard.canFinish());
        dialog.close();
    }

    /** The text in the editor is exported, although it is not saved, and again with the same choices by a key. */
    @Test
    void exportedFilesAreListedAndExportedAgainWithoutQuestions() throws Exception {
        var editor = studio.edit("cơ quan A \"Á\"\nmẫu biểu M \"MỘT\" { cột tên \"TÊN\": chữ }\n");
        var file = studio.page().getActiveEditor().getEditorInput().getAdapter(IFile.class);
        var saved = Studio.content(file);
        var title = saved.indexOf("MỘT");
        editor.document().replace(title, 3, "HAI");
        var person = new Person(studio.page().getWorkbenchWindow().getShell());
        var chosen = new boolean[1];
        studio.answer(shell -> {
            if (shell.getData() instanceof WizardDialog && !chosen[0]) {
                chosen[0] = true;
                for (var format : List.of("(.docx)", "(.pdf)", "(.html)")) {
                    var button = Studio.find(
                            shell, Button.class, each -> each.getText().endsWith(format));
                    button.setSelection(format.equals("(.html)"));
                    button.notifyListeners(SWT.Selection, new Event());
                }
                Studio.find(shell, Text.class, each -> each.getText().endsWith("xuat"))
                        .setText(folder.toString());
                return Studio.press(shell, "Hoàn thành");
            }
            return false;
        });
        // Nothing has been exported yet, so the wizard asks.
        person.press("ctrl+alt+shift+e");
        var first = exported();
        studio.shot("xuat-xong", first);
        assertNotNull(Studio.find(first, Link.class, each -> each.getText().equals("<a>Mở</a>")));
        assertNotNull(Studio.find(first, Button.class, each -> each.getText().equals("Mở thư mục")));
        assertTrue(chosen[0], "no wizard");
        var output = folder.resolve("a.html");
        assertTrue(Files.readString(output).contains("HAI"));
        person.press("Return");
        Studio.until("closed", first::isDisposed);

        editor.document().replace(title, 3, "BA");
        person.press("ctrl+alt+shift+e");
        exported();
        person.press("Return");
        assertTrue(Files.readString(output).contains("BA"));
        // What somebody has written into the output is kept.
        Files.writeString(output, "sửa tay");
        person.press("ctrl+alt+shift+e");
        Studio.until("told", () -> dialog() != null);
        assertNull(Studio.find(dialog(), Link.class, each -> true));
        person.press("Return");
        assertEquals("sửa tay", Files.readString(output));
        assertTrue(editor.isDirty());
        assertEquals(saved, Studio.content(file));
    }

    private static Shell dialog() {
        for (var shell : Display.getCurrent().getShells()) {
            if (shell.isVisible() && shell.getData() instanceof MessageDialog) {
                return shell;
            }
        }
        return null;
    }

    private static Shell exported() {
        Studio.until("the result is listed", () -> dialog() != null);
        return dialog();
    }
}
