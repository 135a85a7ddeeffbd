/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.registry.Registry;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.ElementPage;
import org.bieumau.editor.internal.grid.GridPage;
import org.bieumau.rcp.internal.export.ExportFiles;
import org.bieumau.rcp.internal.source.SourceEditor;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The source of an imported cell, and files of Word and Excel in the Studio. */
class OpenSourceTest {

    private static final String TEXT = """
            mẫu biểu M "SỐ HỘ NGHÈO" {
                cột tên "Tên xã": chữ
                cột hộ "Số hộ nghèo": số
            }
            biểu NộpVề lập theo mẫu M {
                dòng "Hòa Phú" { hộ 12 }
                dòng "Bình An" { hộ 7 }
            }
            """;

    /** The origin of each cell is that of the exported file: three rows of titles and headings come before. */
    private static final String IMPORTED = TEXT.replace("biểu NộpVề", "biểu ĐãNhập")
            .replace("lập theo mẫu M {", """
                    lập theo mẫu M {
                        nguồn n1 "ve/nop.%s" { phần "%s" đầu bảng từ 1 cột "%s" là tên cột "%s" là hộ }
                    """)
            .replace("\"Bình An\"", "\"Bình An\" (nguồn n1, %d)");

    @RegisterExtension
    final Studio studio = new Studio();

    private IProject project;
    private Path folder;

    @BeforeEach
    void exportForm() throws Exception {
        project = studio.project("nguon");
        folder = project.getLocation().toPath();
        var form = studio.file(project, "nop.bieu", TEXT).getLocation().toPath();
        ExportFiles.run(
                List.of(form),
                List.of(
                        Registry.installed().exporter("xlsx").orElseThrow(),
                        Registry.installed().exporter("docx").orElseThrow()),
                folder.resolve("ve"),
                new NullProgressMonitor());
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
    }

    private BieuEditor open(String extension, String part, String name, String number, int row) throws Exception {
        var text = IMPORTED.formatted(extension, part, name, number, row);
        var editor = (BieuEditor) studio.open(studio.file(project, extension + ".bieu", text));
        Studio.settle((ElementPage<?>) editor.show(GridPage.ID));
        return editor;
    }

    private void execute() throws Exception {
        studio.page()
                .getWorkbenchWindow()
                .getService(IHandlerService.class)
                .executeCommand("org.bieumau.rcp.openSource", null);
        Studio.spin(300);
    }

    private SourceEditor shown() {
        Studio.until("the file is open", () -> studio.page().getActiveEditor() instanceof SourceEditor);
        var source = (SourceEditor) studio.page().getActiveEditor();
        Studio.until("the file is read", () -> !source.selected().isEmpty());
        Studio.spin(200);
        return source;
    }

    /** Opens a form whose rows have the places that the exported file has. */
    private GridPage openImported(String extension) throws Exception {
        IDE.openEditor(studio.page(), project.getFile("ve/nop." + extension));
        var source = shown();
        var name = source.find("Bình An").orElseThrow();
        var number = source.find("7").orElseThrow();
        var part = source.part();
        studio.page().closeEditor(source, false);
        var isSheet = extension.equals("xlsx");
        var editor = open(
                extension,
                part,
                name.replaceAll(isSheet ? "\\d" : ".*:", ""),
                number.replaceAll(isSheet ? "\\d" : ".*:", ""),
                Integer.parseInt(name.replaceAll(isSheet ? "\\D" : ":.*", "")));
        return (GridPage) editor.shownPage().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "docx"})
    void commandOpensTheFileAtTheCell(String extension) throws Exception {
        openImported(extension).select(1, 1);
        execute();
        assertEquals("7", shown().selected());
        studio.shot("nguon-" + extension);
    }

    @Test
    void contextMenuSelectsTheCellAndHasTheCommand() throws Exception {
        var editor = open("xlsx", "trang «M»", "B", "C", 5);
        var table = ((GridPage) editor.shownPage().orElseThrow()).table();
        var labels = new ArrayList<String>();
        table.getMenu().notifyListeners(SWT.Show, new Event());
        for (var item : table.getMenu().getItems()) {
            labels.add(item.getText().replaceAll("\t.*", "").replace("&", ""));
        }
        table.getMenu().notifyListeners(SWT.Hide, new Event());
        assertEquals(
                List.of(
                        "Thêm dòng",
                        "Xóa dòng",
                        "Nhân đôi",
                        "Lên",
                        "Xuống",
                        "",
                        "Cắt",
                        "Chép",
                        "Dán",
                        "Xóa nội dung ô",
                        "Điền ô đầu xuống dưới",
                        "",
                        "Mở nguồn của ô",
                        "Lưu biểu thành mẫu của cơ quan…"),
                labels);
    }

    @Test
    void missingSourceIsReportedWithItsPlace() throws Exception {
        var editor = open("xlsx", "trang «M»", "B", "C", 5);
        Files.delete(folder.resolve("ve/nop.xlsx"));
        ((GridPage) editor.shownPage().orElseThrow()).select(1, 1);
        var answered =
                studio.answer(shell -> shell.getData() instanceof MessageDialog && Studio.press(shell, "OK", "Đồng ý"));
        execute();
        assertEquals("Nguồn của ô", answered.get());
    }

    @Test
    void fileOfWordNeverOpensAsText() {
        for (var name : List.of("a.docx", "a.xlsx", "a.doc", "a.xls")) {
            assertEquals(
                    SourceEditor.ID, IDE.getDefaultEditor(project.getFile(name)).getId(), name);
        }
    }

    @Test
    void unreadableFileShowsTheReason() throws Exception {
        Files.writeString(folder.resolve("hong.xlsx"), "không phải tệp Excel");
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
        var editor = (SourceEditor) IDE.openEditor(studio.page(), project.getFile("hong.xlsx"));
        Studio.until("read", () -> !editor.message().contains("Đang đọc"));
        assertTrue(editor.message().contains("không phải tệp Word hay Excel"), editor.message());
        studio.shot("nguon-hong");
    }
}
