/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bieumau.core.registry.Registry;
import org.bieumau.rcp.internal.drop.WindowDrop;
import org.bieumau.rcp.internal.export.ExportFiles;
import org.bieumau.rcp.internal.folder.FolderEditor;
import org.bieumau.rcp.internal.source.SourceEditor;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The Word files of a folder are checked in a table, and mended copies of all are written into another folder. */
class CheckFolderTest {

    private static final String FORM = """
            mẫu biểu M "SỐ HỘ NGHÈO" {
                cột tên "Tên xã": chữ
                cột hộ "Số hộ nghèo": số
            }
            biểu NộpVề lập theo mẫu M {
                dòng "Hòa Phú" { hộ 12 }
            }
            """;

    @RegisterExtension
    final Studio studio = new Studio();

    private IProject project;
    private Path folder;
    private Path bad;
    private Path good;

    @BeforeEach
    void createFolder() throws Exception {
        project = studio.project("kiemtra");
        var letter = CheckFileTest.letter(studio, project);
        folder = project.getLocation().toPath().resolve("den");
        Files.createDirectories(folder.resolve("con"));
        good = Files.move(letter, folder.resolve("dung.docx"));
        bad = Files.copy(good, folder.resolve("con/sai.docx"));
        CheckFileTest.spoil(bad);
        Files.writeString(folder.resolve("hong.docx"), "không phải tệp Word");
        Files.writeString(folder.resolve("~$dung.docx"), "khóa");
        var form = studio.file(project, "bieu.bieu", FORM).getLocation().toPath();
        ExportFiles.run(
                List.of(form),
                List.of(Registry.installed().exporter("docx").orElseThrow()),
                folder,
                new NullProgressMonitor());
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
    }

    private FolderEditor check(Path... paths) {
        FolderEditor.open(studio.page(), List.of(paths));
        return checked();
    }

    private FolderEditor checked() {
        Studio.until("the table is open", () -> studio.page().getActiveEditor() instanceof FolderEditor);
        var editor = (FolderEditor) studio.page().getActiveEditor();
        Studio.until("all is checked", () -> !editor.isBusy());
        return editor;
    }

    private static List<String> rows(FolderEditor editor, int... columns) {
        return Arrays.stream(editor.table().getItems())
                .map(item -> IntStream.of(columns).mapToObj(item::getText).collect(Collectors.joining(" | ")))
                .toList();
    }

    private static void press(FolderEditor editor, String label) {
        assertTrue(Studio.press((Composite) editor.control(), label), label);
    }

    private static void sort(FolderEditor editor, int column) {
        editor.table().getColumn(column).notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void filesAreListedWithWhatTheCheckSays() {
        var editor = check(folder);
        assertEquals(
                List.of(
                        "bieu.docx |  |  |  | không phải văn bản",
                        "con/sai.docx | 2 | 0 | 1 chắc chắn, 1 cần xem lại | có lỗi",
                        "dung.docx | 0 | 0 |  | đạt",
                        "hong.docx |  |  |  | không đọc được"),
                rows(editor, 0, 1, 2, 3, 4).stream()
                        .map(row -> row.replaceFirst(": .*", ""))
                        .toList());
        assertTrue(
                rows(editor, 4).getLast().contains("không phải tệp Word hay Excel"),
                () -> rows(editor, 4).toString());
        assertTrue(
                editor.state()
                        .matches(
                                "Đã kiểm tra 4 tệp trong \\d+ giây: 1 có lỗi, 1 đạt, 1 không đọc được, 1 không phải văn bản\\..*"),
                editor.state());
        studio.shot("kiemtra-thumuc");
    }

    @Test
    void columnsSortAndFilesWithoutFindingsAreHidden() {
        var editor = check(folder);
        sort(editor, 1);
        assertEquals("con/sai.docx", rows(editor, 0).getFirst());
        sort(editor, 1);
        assertEquals("con/sai.docx", rows(editor, 0).getLast());
        sort(editor, 0);
        assertEquals(List.of("bieu.docx", "con/sai.docx", "dung.docx", "hong.docx"), rows(editor, 0));
        sort(editor, 0);
        assertEquals(List.of("hong.docx", "dung.docx", "con/sai.docx", "bieu.docx"), rows(editor, 0));
        var only = Studio.find(
                (Composite) editor.control(),
                Button.class,
                each -> each.getText().equals("Chỉ tệp cần xem"));
        only.setSelection(true);
        only.notifyListeners(SWT.Selection, new Event());
        assertEquals(List.of("hong.docx", "con/sai.docx"), rows(editor, 0));
        only.setSelection(false);
        only.notifyListeners(SWT.Selection, new Event());
        assertEquals(4, editor.table().getItemCount());
    }

    /** Files of old versions are letters, too, and not passed over. */
    @Test
    void filesOfTheOldFormatAreListed() throws Exception {
        Files.writeString(folder.resolve("cu.doc"), "x");
        var editor = check(folder);
        assertEquals("cu.doc", rows(editor, 0).get(2));
        var state = rows(editor, 4).get(2);
        assertTrue(state.startsWith("không đọc được: «cu.doc» là tệp Word đời cũ (.doc)."), state);
    }

    @Test
    void doubleClickOpensTheFileWithItsFindings() {
        var editor = check(folder);
        editor.table().select(1);
        editor.table().notifyListeners(SWT.DefaultSelection, new Event());
        Studio.until("the file is open", () -> studio.page().getActiveEditor() instanceof SourceEditor);
        var source = (SourceEditor) studio.page().getActiveEditor();
        Studio.until(
                "the file is checked",
                () -> source.findings() != null && source.findings().summary().contains("đạt"));
        assertEquals(
                List.of("PAGE-MARGIN-LEFT", "MOTTO-TEXT"), source.findings().rules());
    }

    @Test
    void checkIsStoppedAndWhatIsDoneStays() throws Exception {
        var many = folder.resolveSibling("nhieu");
        Files.createDirectories(many);
        for (int i = 0; i < 400; i++) {
            Files.copy(bad, many.resolve("tep-%03d.docx".formatted(i)));
        }
        FolderEditor.open(studio.page(), List.of(many));
        var editor = (FolderEditor) studio.page().getActiveEditor();
        Studio.until("some files are checked", () -> editor.table().getItemCount() > 5);
        assertTrue(editor.isBusy());
        assertTrue(editor.state().matches("Đã kiểm tra \\d+/400 tệp trong .*: tep-\\d+\\.docx"), editor.state());
        assertTrue(
                rows(editor, 4).contains("đang kiểm tra"), () -> rows(editor, 4).toString());
        studio.shot("kiemtra-thumuc-dang-chay");
        press(editor, "Dừng");
        Studio.until("the check has stopped", () -> !editor.isBusy());
        var done = editor.table().getItemCount();
        assertTrue(done >= 5 && done < 400, "done: " + done);
        assertTrue(editor.state().startsWith("Đã dừng sau " + done + "/400 tệp."), editor.state());
        assertEquals(done, rows(editor, 4).stream().filter("có lỗi"::equals).count());
    }

    /** Answers the dialogue that asks for the folder of the copies. */
    private AtomicReference<String> answer(Path out, boolean replaces, String picture) {
        return studio.answer(shell -> {
            var field = shell.getText().equals("Sửa mọi lỗi an toàn") ? Studio.child(shell, Text.class) : null;
            if (field == null) {
                return false;
            }
            field.setText(folder.toString());
            assertFalse(Studio.press(shell, "Sửa"), "the folder of the originals");
            field.setText(out.toString());
            var replace =
                    Studio.find(shell, Button.class, each -> each.getText().startsWith("Ghi đè"));
            replace.setSelection(replaces);
            replace.notifyListeners(SWT.Selection, new Event());
            if (picture != null) {
                studio.shot(picture, shell);
            }
            return Studio.press(shell, "Sửa");
        });
    }

    private void mend(FolderEditor editor) {
        press(editor, "Sửa mọi lỗi an toàn vào thư mục…");
        Studio.until("all is mended", () -> !editor.isBusy());
    }

    @Test
    void mendedCopiesAreWrittenIntoAnotherFolder() throws Exception {
        var before = Files.readAllBytes(bad);
        var editor = check(folder);
        var out = folder.resolveSibling("da-sua");
        answer(out, false, "kiemtra-thumuc-sua");
        mend(editor);
        assertEquals(
                "Đã ghi 1 bản vào " + out + ", sửa 1 lỗi. Tệp gốc không bị sửa. Để nguyên 3 tệp:"
                        + " bieu.docx (không phải văn bản); dung.docx (đạt, không có gì để sửa);"
                        + " hong.docx (không đọc được).",
                editor.closing());
        assertEquals(
                "có lỗi. Đã sửa 1 lỗi trong bản sao, còn 1", rows(editor, 4).get(1));
        assertTrue(Files.exists(out.resolve("con/sai.docx")));
        assertFalse(Files.exists(out.resolve("dung.docx")));
        assertArrayEquals(before, Files.readAllBytes(bad));
        studio.shot("kiemtra-thumuc-da-sua");
    }

    @Test
    void copyThatExistsIsReplacedOnlyIfThisIsWanted() throws Exception {
        var out = folder.resolveSibling("da-sua");
        Files.createDirectories(out.resolve("con"));
        Files.writeString(out.resolve("con/sai.docx"), "của tôi");
        var editor = check(folder);
        var replaces = new boolean[1];
        studio.answer(shell -> {
            var field = shell.getText().equals("Sửa mọi lỗi an toàn") ? Studio.child(shell, Text.class) : null;
            if (field == null) {
                return false;
            }
            field.setText(out.toString());
            var replace =
                    Studio.find(shell, Button.class, each -> each.getText().startsWith("Ghi đè"));
            replace.setSelection(replaces[0]);
            replace.notifyListeners(SWT.Selection, new Event());
            return Studio.press(shell, "Sửa");
        });
        mend(editor);
        assertEquals("của tôi", Files.readString(out.resolve("con/sai.docx")));
        assertTrue(editor.closing().startsWith("Không ghi bản nào. Để nguyên 4 tệp:"), editor.closing());
        assertTrue(editor.closing().contains("con/sai.docx (bản sao đã có, không ghi đè)"), editor.closing());
        replaces[0] = true;
        mend(editor);
        assertTrue(editor.closing().startsWith("Đã ghi 1 bản vào"), editor.closing());
        assertTrue(Files.size(out.resolve("con/sai.docx")) > 1000);
    }

    @Test
    void selectedFilesAloneAreMended() throws Exception {
        Files.copy(bad, folder.resolve("sai2.docx"));
        Files.copy(bad, folder.resolve("sai3.docx"));
        var editor = check(folder);
        var out = folder.resolveSibling("da-sua");
        editor.table().setSelection(new int[] {1, 4});
        assertEquals("sai2.docx", rows(editor, 0).get(4));
        answer(out, false, null);
        mend(editor);
        assertTrue(editor.closing().startsWith("Đã ghi 2 bản vào " + out + ", sửa 2 lỗi."), editor.closing());
        assertTrue(Files.exists(out.resolve("con/sai.docx")));
        assertTrue(Files.exists(out.resolve("sai2.docx")));
        assertFalse(Files.exists(out.resolve("sai3.docx")));
    }

    // Files that are dropped on the window

    private void drop(Path... files) {
        new WindowDrop(studio.page().getWorkbenchWindow()).open(List.of(files));
    }

    private AtomicReference<String> answerDrop(String label) {
        return studio.answer(shell -> shell.getData() instanceof MessageDialog
                && shell.getText().equals("Tệp Word")
                && shot(shell)
                && Studio.press(shell, label));
    }

    private boolean shot(Shell shell) {
        studio.shot("kiemtra-tha", shell);
        return true;
    }

    @Test
    void droppedFolderIsChecked() {
        drop(folder);
        assertEquals(4, checked().table().getItemCount());
    }

    @Test
    void droppedDocumentIsCheckedIfTheUserWants() {
        answerDrop("Kiểm tra thể thức…");
        drop(bad);
        Studio.until("the file is open", () -> studio.page().getActiveEditor() instanceof SourceEditor);
        var source = (SourceEditor) studio.page().getActiveEditor();
        Studio.until(
                "the file is checked",
                () -> source.findings() != null && source.findings().summary().contains("đạt"));
    }

    @Test
    void droppedDocumentIsImportedIfTheUserWants() {
        var opened = studio.answer(shell -> {
            if (shell.getText().equals("Tệp Word")) {
                Studio.press(shell, "Nhập vào biểu, văn bản…");
                return false;
            }
            return shell.getText().equals("Nhập từ Word, Excel") && Studio.press(shell, "Hủy");
        });
        drop(good);
        Studio.until("the wizard was opened", () -> opened.get() != null);
        assertEquals("Nhập từ Word, Excel", opened.get());
    }

    @Test
    void droppedDocumentIsLeftIfTheUserCancels() {
        var answered = answerDrop("Hủy");
        drop(bad);
        Studio.until("the dialogue was answered", () -> answered.get() != null);
        Studio.spin(300);
        assertNull(studio.page().getActiveEditor());
    }

    /** Chooses the command in the context menu of the folder in the tree. */
    @Test
    void contextMenuOfAFolderChecksIt() throws Exception {
        var view = studio.page().showView("org.eclipse.ui.navigator.ProjectExplorer");
        var viewer = (TreeViewer) view.getSite().getSelectionProvider();
        var menu = viewer.getTree().getMenu();
        Studio.until("the folder is in the tree", () -> {
            viewer.refresh();
            viewer.setSelection(new StructuredSelection(project.getFolder("den")), true);
            return !viewer.getSelection().isEmpty();
        });
        menu.notifyListeners(SWT.Show, new Event());
        var item = Arrays.stream(menu.getItems())
                .filter(each -> each.getText().replace("&", "").equals("Kiểm tra thư mục tệp Word…"))
                .findFirst()
                .orElseThrow();
        item.notifyListeners(SWT.Selection, new Event());
        menu.notifyListeners(SWT.Hide, new Event());
        assertEquals(4, checked().table().getItemCount());
        viewer.setSelection(new StructuredSelection(project.getFile("den/dung.docx")), true);
        menu.notifyListeners(SWT.Show, new Event());
        var labels = Arrays.stream(menu.getItems())
                .map(each -> each.getText().replace("&", ""))
                .toList();
        menu.notifyListeners(SWT.Hide, new Event());
        assertTrue(labels.contains("Kiểm tra tệp Word…"), labels::toString);
        assertFalse(labels.contains("Kiểm tra thư mục tệp Word…"), labels::toString);
    }

    /** The menu of recent files opens a closed table again. */
    @Test
    void closedTableIsFilledWhenItIsOpenedAgain() throws Exception {
        var editor = check(folder);
        assertEquals("Kiểm tra den", editor.getTitle());
        studio.page().closeEditor(editor, false);
        studio.page().openEditor(editor.getEditorInput(), FolderEditor.ID);
        assertEquals(4, checked().table().getItemCount());
    }

    @Test
    void reasonOfAnUnreadableFileIsShownWhole() {
        var editor = check(folder);
        editor.table().select(3);
        editor.table().notifyListeners(SWT.Selection, new Event());
        var shown = Studio.find(
                (Composite) editor.control(),
                Label.class,
                each -> each.getText().startsWith("hong.docx: không đọc được: Tệp có đuôi"));
        assertTrue(shown != null && shown.getText().contains("không phải tệp Word hay Excel"));
        studio.shot("kiemtra-thumuc-hong");
    }

    /** Drags two documents from another window with the mouse: they are checked like a folder. */
    @Test
    void documentsDraggedOntoTheWindowAreCheckedInATable() throws Exception {
        var editor = studio.open(project.getFile("congvan.bieu"));
        var window = studio.page().getWorkbenchWindow().getShell();
        var source = new Shell(window.getDisplay(), SWT.SHELL_TRIM);
        source.setBounds(20, 560, 240, 140);
        source.setLayout(new FillLayout());
        var handle = new Label(source, SWT.NONE);
        handle.setText("tệp");
        var drag = new DragSource(handle, DND.DROP_COPY);
        drag.setTransfer(new Transfer[] {FileTransfer.getInstance()});
        drag.addDragListener(new DragSourceAdapter() {
            @Override
            public void dragSetData(DragSourceEvent event) {
                event.data = new String[] {bad.toString(), good.toString()};
            }
        });
        source.open();
        var answered = answerDrop("Kiểm tra thể thức…");
        new Person(source).drag(handle, 80, 40, Studio.widget(Studio.text(editor)), 300, 100);
        Studio.until("the dialogue was answered", () -> answered.get() != null);
        source.dispose();
        var table = checked();
        assertEquals(List.of("sai.docx", "dung.docx"), rows(table, 0));
        assertEquals("Kiểm tra sai.docx và 1 tệp khác", table.getTitle());
    }
}
