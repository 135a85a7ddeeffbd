/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.registry.Registry;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.grid.GridPage;
import org.bieumau.editor.internal.pages.PagesPage;
import org.bieumau.rcp.internal.export.ExportFiles;
import org.bieumau.rcp.internal.imports.ImportWizard;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The import wizard, from the files to the text of the editor. */
class ImportWizardTest {

    private static final String TEMPLATE = """
            phiên bản 2
            thư viện thu.mau

            danh mục Loại { Tốt "Tốt"   Khá "Khá" }

            mẫu biểu HộNghèo "SỐ HỘ NGHÈO" {
                cột stt "STT": số thứ tự
                cột tên "Tên xã": chữ, bắt buộc
                cột hộ "Số hộ nghèo": số, bắt buộc
                cột xếpLoại "Xếp loại": chọn từ Loại
                cột ghiChú "Ghi chú": chữ
            }
            """;

    private static final String CHANGED = """
            phiên bản 2

            mẫu biểu M "SỐ HỘ NGHÈO" {
                cột stt "STT": số thứ tự
                cột tên "Tên xã": chữ
                cột đầu "Số hộ nghèo đầu kỳ": chữ
                cột cuối "Số hộ nghèo cuối kỳ": chữ
                cột xếpLoại "Xếp loại": chữ
                cột ghiChú "Ghi chú": chữ
            }
            biểu NộpVề lập theo mẫu M {
                dòng "Hòa Phú" { đầu "12" cuối "10" xếpLoại "kém" ghiChú "giảm" }
                dòng "Bình An" { đầu "x" cuối "7" xếpLoại "Khá" }
            }
            """;

    private static final String BEFORE = "// của tôi\nphiên bản 2\n\n// giữ nguyên\ncơ quan A \"Á\"\n";

    @RegisterExtension
    final Studio studio = new Studio();

    private IProject project;
    private Path returned;

    @BeforeEach
    void exportForm() throws Exception {
        project = studio.project("nhap");
        var folder = project.getLocation().toPath();
        studio.file(project, "mau.bieu", TEMPLATE);
        var form = studio.file(project, "nop.bieu", CHANGED).getLocation().toPath();
        returned = ExportFiles.run(
                        List.of(form),
                        List.of(Registry.installed().exporter("xlsx").orElseThrow()),
                        folder.resolve("ve"),
                        new NullProgressMonitor())
                .written()
                .getFirst();
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
    }

    private BieuEditor openFile() throws Exception {
        return (BieuEditor) studio.open(studio.file(project, "a.bieu", BEFORE));
    }

    /** Opens the wizard and waits until it has read the file. */
    private WizardDialog open(BieuEditor editor) {
        var selection = editor == null
                ? new StructuredSelection(project)
                : new StructuredSelection(editor.getEditorInput().getAdapter(IFile.class));
        var dialog = ImportWizard.open(
                studio.page().getWorkbenchWindow().getShell(),
                new ImportWizard(List.of(returned), editor, selection),
                false);
        Studio.until(
                "the file is read", () -> tables(dialog.getShell()).getFirst().getItemCount() == 1);
        idle(dialog);
        return dialog;
    }

    /** Waits until no work runs in the dialog. */
    private static void idle(WizardDialog dialog) {
        Studio.spin(100);
        Studio.until(
                "the wizard is idle",
                () -> button(dialog.getShell(), "Hủy").isEnabled()
                        && dialog.getCurrentPage().getControl().isEnabled());
        Studio.spin(100);
    }

    private static Button button(Shell shell, String text) {
        return visible(shell, Button.class, new ArrayList<>()).stream()
                .filter(each -> each.getText().replace("&", "").equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static void next(WizardDialog dialog) {
        assertTrue(
                button(dialog.getShell(), "Sau >").isEnabled(),
                () -> dialog.getCurrentPage().getName() + ": "
                        + dialog.getCurrentPage().getErrorMessage());
        Studio.press(dialog.getShell(), "Sau >");
        idle(dialog);
    }

    private static List<Table> tables(Composite parent) {
        return visible(parent, Table.class, new ArrayList<>());
    }

    private static <T extends Control> List<T> visible(Composite parent, Class<T> type, List<T> found) {
        for (var child : parent.getChildren()) {
            if (child.isVisible() && type.isInstance(child)) {
                found.add(type.cast(child));
            } else if (child instanceof Composite composite && child.isVisible()) {
                visible(composite, type, found);
            }
        }
        return found;
    }

    private static void select(Combo combo, String text) {
        var index = combo.indexOf(text);
        assertTrue(index >= 0, () -> String.join("; ", combo.getItems()));
        combo.select(index);
        combo.notifyListeners(SWT.Selection, new Event());
    }

    private static String row(Table table, int row) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < table.getColumnCount(); i++) {
            texts.add(table.getItem(row).getText(i));
        }
        return String.join(" | ", texts);
    }

    /** Decides the open column and leaves a value unread, up to the last page. */
    private void decide(WizardDialog dialog) {
        var files = tables(dialog.getShell()).get(0);
        assertTrue(
                files.getItem(0).getText(1).contains("SỐ HỘ NGHÈO"),
                files.getItem(0).getText(1));
        studio.shot("nhap-1", dialog.getShell());
        next(dialog);
        assertFalse(button(dialog.getShell(), "Sau >").isEnabled(), "a column is open");
        var mapping = tables(dialog.getShell()).get(1);
        assertTrue(
                row(mapping, mapping.getSelectionIndex()).startsWith("Số hộ nghèo | "), "the open column is selected");
        studio.shot("nhap-2", dialog.getShell());
        select(visible(dialog.getShell(), Combo.class, new ArrayList<>()).getLast(), "D: Số hộ nghèo cuối kỳ");
        idle(dialog);
        assertEquals("Số hộ nghèo | D: Số hộ nghèo cuối kỳ | đã chọn", row(mapping, mapping.getSelectionIndex()));
        next(dialog);
        var tree = Studio.find(dialog.getShell(), Tree.class, Control::isVisible);
        assertEquals("Không hợp kiểu cột «Xếp loại»: 1 chỗ", tree.getItem(0).getText(0));
        studio.shot("nhap-3", dialog.getShell());
        select(visible(dialog.getShell(), Combo.class, new ArrayList<>()).getLast(), "là «Tốt»");
        assertEquals("là «Tốt»", tree.getItem(0).getItem(0).getText(2));
        next(dialog);
        studio.shot("nhap-4", dialog.getShell());
    }

    @Test
    void decidedImportIsOneEditThatUndoTakesBack() throws Exception {
        var editor = openFile();
        var dialog = open(editor);
        decide(dialog);
        var rows = tables(dialog.getShell()).getFirst();
        assertEquals("1 | Hòa Phú | 10 | Tốt | giảm", row(rows, 0));
        assertEquals("2 | Bình An | 7 | Khá | ", row(rows, 1));

        Studio.press(dialog.getShell(), "Hoàn thành");
        Studio.until("the text has the form", () -> editor.document().get().contains("lập theo mẫu HộNghèo"));
        Studio.settle(editor.textEditor());
        var text = editor.document().get();
        assertTrue(
                text.startsWith("// của tôi\nphiên bản 2\n\ndùng thu.mau\n\n// giữ nguyên\ncơ quan A \"Á\"\n\nbiểu "),
                text);
        assertTrue(text.contains("\"Số hộ nghèo cuối kỳ\" là hộ"), text);
        assertTrue(text.contains("chưa đọc"), text);
        assertEquals(GridPage.ID, editor.getActivePageInstance().getId());
        Studio.spin(500);
        studio.shot("nhap-5");

        studio.page()
                .getWorkbenchWindow()
                .getService(IHandlerService.class)
                .executeCommand("org.eclipse.ui.edit.undo", null);
        Studio.spin(200);
        assertEquals(BEFORE, editor.document().get());
        assertFalse(editor.isDirty());
    }

    private static final String LETTER = """
            phiên bản 2
            dùng thu.mau

            cơ quan SNV "Sở Nội vụ" { viết tắt "SNV"   địa danh "Hưng Yên" }

            biểu ThốngKê lập theo mẫu HộNghèo {
                dòng "Hòa Phú" { hộ 12 xếpLoại Khá }
            }
            công văn CôngVăn {
                cơ quan ban hành SNV
                số 15
                ngày 27/4/2021
                trích yếu "báo cáo số hộ nghèo"
                kính gửi "Ủy ban nhân dân các xã, phường"
                nội dung '''
                    Sở Nội vụ gửi các xã, phường số hộ nghèo đầu năm.
                    1. Các xã, phường đối chiếu với số liệu của mình.
                    2. Báo cáo về Sở trước ngày 15 tháng 5.
                '''
                nơi nhận { "Như trên"   lưu VT }
                ký { chức vụ "Giám đốc"   họ tên "Trần Công Hòa" }
                kèm theo ThốngKê
            }
            """;

    /** A document has no columns to decide, so that its preview follows at once. */
    @Test
    void letterIsImportedAsADocumentThatUndoTakesBack() throws Exception {
        var file = studio.file(project, "thu.bieu", LETTER).getLocation().toPath();
        returned = ExportFiles.run(
                        List.of(file),
                        List.of(Registry.installed().exporter("docx").orElseThrow()),
                        file.resolveSibling("ve"),
                        new NullProgressMonitor())
                .written()
                .getFirst();
        var editor = openFile();
        var dialog = open(editor);
        var files = tables(dialog.getShell()).get(0);
        var found = tables(dialog.getShell()).get(1);
        assertEquals("Văn bản: V/v báo cáo số hộ nghèo", files.getItem(0).getText(1));
        assertTrue(found.getItem(0).getChecked());
        assertTrue(found.getItem(1).getText(0).contains("SỐ HỘ NGHÈO"));
        assertFalse(found.getItem(1).getChecked(), "the document contains the form");
        studio.shot("nhap-van-ban-1", dialog.getShell());

        next(dialog);
        var lines = tables(dialog.getShell()).getFirst();
        var texts = new ArrayList<String>();
        for (int i = 0; i < lines.getItemCount(); i++) {
            texts.add(row(lines, i).replace('\u00a0', ' '));
        }
        assertTrue(texts.contains("Kính gửi | Kính gửi: Ủy ban nhân dân các xã, phường"), texts::toString);
        assertTrue(texts.contains(" | 2. Báo cáo về Sở trước ngày 15 tháng 5./."), texts::toString);
        studio.shot("nhap-van-ban-2", dialog.getShell());

        Studio.press(dialog.getShell(), "Hoàn thành");
        Studio.until("the text has the document", () -> editor.document().get().contains("công văn "));
        Studio.settle(editor.textEditor());
        assertTrue(editor.document().get().contains("hộ 12"), editor.document().get());
        assertEquals(PagesPage.ID, editor.getActivePageInstance().getId());
        Studio.spin(2000);
        studio.shot("nhap-van-ban-3");

        studio.page()
                .getWorkbenchWindow()
                .getService(IHandlerService.class)
                .executeCommand("org.eclipse.ui.edit.undo", null);
        Studio.spin(200);
        assertEquals(BEFORE, editor.document().get());
        assertFalse(editor.isDirty());
    }

    @Test
    void cancelledImportChangesNothing() throws Exception {
        var editor = openFile();
        var dialog = open(editor);
        decide(dialog);
        Studio.press(dialog.getShell(), "Hủy");
        Studio.spin(200);
        assertEquals(BEFORE, editor.document().get());
        assertFalse(editor.isDirty());
    }

    @Test
    void importWithoutAnOpenFileMakesANewOne() throws Exception {
        var dialog = open(null);
        decide(dialog);
        Studio.press(dialog.getShell(), "Hoàn thành");
        Studio.until("the editor is open", () -> studio.page().getActiveEditor() != null);
        var editor = (BieuEditor) studio.page().getActiveEditor();
        Studio.settle(editor.textEditor());
        assertEquals("nop-2.bieu", editor.getEditorInput().getName());
        assertTrue(
                editor.document().get().startsWith("phiên bản 2\n\ndùng thu.mau\n"),
                editor.document().get());
        assertTrue(
                Studio.content(editor.getEditorInput().getAdapter(IFile.class)).contains("hộ 10"));
    }

    /** The arrow keys go through all choices, of which the last one counts. */
    @Test
    void wizardIsUsedByTheKeyboardAlone() throws Exception {
        var editor = openFile();
        var dialog = open(editor);
        var person = new Person(dialog.getShell());
        person.press("alt+s");
        idle(dialog);
        person.press("Tab");
        var partner = visible(dialog.getShell(), Combo.class, new ArrayList<>()).getLast();
        assertTrue(
                partner.isFocusControl(),
                () -> String.valueOf(dialog.getShell().getDisplay().getFocusControl()));
        for (int i = 0; i < 8 && !partner.getText().startsWith("D: "); i++) {
            person.press("Down");
            idle(dialog);
        }
        var mapping = tables(dialog.getShell()).get(1);
        assertEquals("Số hộ nghèo | D: Số hộ nghèo cuối kỳ | đã chọn", row(mapping, mapping.getSelectionIndex()));
        assertEquals("STT | A: STT | chắc", row(mapping, 0), "passing by changes nothing");
        person.press("alt+s");
        idle(dialog);
        person.press("alt+s");
        idle(dialog);
        person.press("alt+h");
        Studio.until("the text has the form", () -> editor.document().get().contains("hộ 10"));
    }

    @Test
    void columnIsDraggedOntoAColumnOfTheTemplate() throws Exception {
        var dialog = open(openFile());
        next(dialog);
        var source = tables(dialog.getShell()).get(0);
        var mapping = tables(dialog.getShell()).get(1);
        Studio.spin(200);
        var from = source.getItem(2).getBounds(3);
        var to = mapping.getItem(2).getBounds(0);
        new Person(dialog.getShell())
                .drag(source, from.x + 30, from.y + from.height / 2, mapping, to.x + 20, to.y + to.height / 2);
        Studio.until(
                "the column is assigned",
                () -> row(mapping, 2).equals("Số hộ nghèo | C: Số hộ nghèo đầu kỳ | đã chọn"));
        assertTrue(button(dialog.getShell(), "Sau >").isEnabled());
        Studio.press(dialog.getShell(), "Hủy");
    }

    private static Control table(BieuEditor editor) {
        var page = (GridPage) editor.show(GridPage.ID);
        Studio.settle(page);
        return page.table();
    }

    /** Drags a file from another window with the mouse. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fileDroppedOnTheWindowIsImported(boolean onText) throws Exception {
        var editor = (BieuEditor) studio.open(project.getFile("nop.bieu"));
        var place = onText ? Studio.widget(editor.textEditor()) : table(editor);
        var window = studio.page().getWorkbenchWindow().getShell();
        var source = new Shell(window.getDisplay(), SWT.SHELL_TRIM);
        source.setBounds(20, 560, 240, 140);
        source.setLayout(new FillLayout());
        var handle = new Label(source, SWT.NONE);
        handle.setText("tệp");
        var drag = new DragSource(handle, DND.DROP_COPY);
        drag.setTransfer(FileTransfer.getInstance());
        drag.addDragListener(new DragSourceAdapter() {
            @Override
            public void dragSetData(DragSourceEvent event) {
                event.data = new String[] {returned.toString()};
            }
        });
        source.open();
        var person = new Person(source);
        var opened = studio.answer(shell -> {
            var isRead = shell.getText().equals("Nhập từ Word, Excel")
                    && tables(shell).getFirst().getItemCount() == 1;
            return isRead && Studio.press(shell, "Hủy");
        });
        person.drag(handle, 80, 40, place, 300, 100);
        Studio.until("the wizard was opened", () -> opened.get() != null);
        source.dispose();
        assertEquals("Nhập từ Word, Excel", opened.get());
    }
}
