/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
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

    /** Runs the export command with an unsaved file. The file is saved if the user agrees, else nothing happens. */
    @Test
    void unsavedFileIsSavedBeforeExportIfTheUserAgrees() throws Exception {
        var editor = studio.edit("cơ quan A \"Á\"\n");
        var file = studio.page().getActiveEditor().getEditorInput().getAdapter(IFile.class);
        editor.document().replace(0, 0, "// mới\n");
        var steps = new ArrayList<String>(List.of("Bỏ qua"));
        studio.answer(shell -> (shell.getData() instanceof MessageDialog || shell.getData() instanceof WizardDialog)
                && !steps.isEmpty()
                && answer(shell, steps));
        execute();
        assertEquals(List.of(), steps);
        assertTrue(editor.isDirty());
        steps.addAll(List.of("Lưu và xuất", "Bỏ qua"));
        execute();
        assertEquals(List.of(), steps);
        assertFalse(editor.isDirty());
        assertEquals("// mới\ncơ quan A \"Á\"\n", Studio.content(file));
    }

    private boolean answer(Shell shell, List<String> steps) {
        studio.shot("xuat-" + steps.size(), shell);
        return Studio.press(shell, steps.removeFirst());
    }

    private void execute() throws Exception {
        studio.page()
                .getWorkbenchWindow()
                .getService(IHandlerService.class)
                .executeCommand("org.bieumau.rcp.export", null);
        Studio.spin(100);
    }
}
