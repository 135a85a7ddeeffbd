/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bieumau.checking.report.Repair;
import org.bieumau.core.registry.Registry;
import org.bieumau.rcp.internal.check.FindingsPanel;
import org.bieumau.rcp.internal.export.ExportFiles;
import org.bieumau.rcp.internal.source.SourceEditor;
import org.bieumau.rcp.internal.source.SourceFiles;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A Word file is checked in the Studio: its findings stand below its text, and a mended copy is written. */
class CheckFileTest {

    private static final String LETTER = """
            cơ quan SNV "Sở Nội vụ" { viết tắt "SNV" địa danh "Quảng Ngãi" }

            công văn CôngVăn {
                cơ quan ban hành SNV
                số 12
                ký hiệu "SNV-VP"
                ngày 05/4/2022
                trích yếu "rà soát thể thức văn bản"
                kính gửi "Các sở, ban, ngành"
                nội dung '''
                    Sở Nội vụ đề nghị các cơ quan, đơn vị rà soát thể thức văn bản năm 2021.
                '''
                nơi nhận { "Như trên" lưu VT, VP }
                ký { chức vụ "Giám đốc" họ tên "Nguyễn Văn An" }
            }
            """;

    @RegisterExtension
    final Studio studio = new Studio();

    private Path file;

    @BeforeEach
    void exportLetter() throws Exception {
        var project = studio.project("kiemtra");
        file = letter(studio, project);
        spoil(file);
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
    }

    /** Writes a letter that keeps the decree. */
    static Path letter(Studio studio, IProject project) throws Exception {
        var folder = project.getLocation().toPath();
        var text = studio.file(project, "congvan.bieu", LETTER).getLocation().toPath();
        ExportFiles.run(
                List.of(text),
                List.of(Registry.installed().exporter("docx").orElseThrow()),
                folder,
                new NullProgressMonitor());
        return folder.resolve("congvan.docx");
    }

    /** Lets a letter break two rules. */
    static void spoil(Path letter) throws Exception {
        try (var zip = FileSystems.newFileSystem(letter)) {
            var part = zip.getPath("word/document.xml");
            Files.writeString(
                    part,
                    Files.readString(part)
                            .replace("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc")
                            .replace("w:left=\"1701\"", "w:left=\"1000\""));
        }
    }

    private SourceEditor check(Path checked) {
        SourceFiles.check(studio.page(), checked);
        Studio.until("the file is open", () -> studio.page().getActiveEditor() instanceof SourceEditor);
        var source = (SourceEditor) studio.page().getActiveEditor();
        Studio.until("the file is read", () -> !source.selected().isEmpty());
        Studio.until(
                "the file is checked",
                () -> source.findings() != null && source.findings().summary().contains("đạt"));
        return source;
    }

    @Test
    void findingsAreShownAtTheirPlaces() {
        var source = check(file);
        var findings = source.findings();
        assertEquals(List.of("PAGE-MARGIN-LEFT", "MOTTO-TEXT"), findings.rules());
        assertTrue(findings.summary().startsWith("Quy tắc: 2 lỗi, 0 cảnh báo"), findings.summary());
        findings.table().select(1);
        findings.table().notifyListeners(SWT.Selection, new Event());
        Studio.spin(300);
        assertTrue(source.selected().contains("Độc lập – Tự do – Hạnh phúc"), source.selected());
        studio.shot("kiemtra-word");
        findings.filter().select(2);
        findings.filter().notifyListeners(SWT.Selection, new Event());
        assertEquals(List.of("PAGE-MARGIN-LEFT", "MOTTO-TEXT"), findings.rules());
    }

    @Test
    void copyIsMendedAndTheFileStays() throws Exception {
        var before = Files.readAllBytes(file);
        var source = check(file);
        var copy = file.resolveSibling("congvan-dasua.docx");
        source.findings().mend(EnumSet.of(Repair.SAFE, Repair.GUARDED), copy);
        Studio.until("the copy is written", () -> source.findings().summary().startsWith("Đã ghi"));
        assertEquals(
                "Đã ghi congvan-dasua.docx: sửa 2 lỗi, còn 0. Tệp gốc không bị sửa.",
                source.findings().summary());
        assertArrayEquals(before, Files.readAllBytes(file));
        var mended = check(copy);
        assertEquals(List.of(), mended.findings().rules());
        assertFalse(mended.findings().summary().isEmpty());
    }

    private static List<String> rows(Table table) {
        return Arrays.stream(table.getItems())
                .map(item -> IntStream.range(0, table.getColumnCount())
                        .mapToObj(item::getText)
                        .collect(Collectors.joining(" | ")))
                .toList();
    }

    private static void choose(Shell shell, String label) {
        for (var child : Studio.find(shell, Composite.class, each -> each.getChildren().length > 4)
                .getChildren()) {
            if (child instanceof Button radio && (radio.getStyle() & SWT.RADIO) != 0) {
                radio.setSelection(radio.getText().startsWith(label));
                radio.notifyListeners(SWT.Selection, new Event());
            }
        }
    }

    @Test
    void changesAreShownBeforeTheyAreMade() {
        var findings = check(file).findings();
        var safe = new ArrayList<String>();
        var all = new ArrayList<String>();
        var detail = new AtomicReference<String>();
        var answered = studio.answer(shell -> {
            if (!shell.getText().equals("Sửa giúp…")) {
                return false;
            }
            var table = Studio.child(shell, Table.class);
            safe.addAll(rows(table));
            choose(shell, "Cả cỡ chữ");
            all.addAll(rows(table));
            table.select(1);
            table.notifyListeners(SWT.Selection, new Event());
            detail.set(Studio.child(shell, Text.class).getText());
            studio.shot("kiemtra-sua", shell);
            return Studio.press(shell, "Hủy");
        });
        Studio.press(findings.control(), "Sửa giúp…");
        Studio.until("the dialogue was answered", () -> answered.get() != null);
        assertEquals(1, safe.size(), safe::toString);
        assertTrue(
                safe.getFirst()
                        .startsWith("bảng 1, dòng 1, cột 2 | «Độc lập – Tự do – Hạnh phúc»"
                                + " | «Độc lập - Tự do - Hạnh phúc» | "),
                safe::toString);
        assertEquals(2, all.size(), all::toString);
        assertTrue(all.getFirst().startsWith("cả tệp | lề trái 17,64 mm | lề trái 30 mm | Lề trái"), all::toString);
        assertTrue(
                detail.get().contains("Hiện nay: «Độc lập – Tự do – Hạnh phúc»")
                        && detail.get().contains("Sửa thành: «Độc lập - Tự do - Hạnh phúc»"),
                detail.get());
    }

    @Test
    void buttonsFitTheWindow() {
        var findings = check(file).findings();
        assertEquals(1280, studio.page().getWorkbenchWindow().getShell().getSize().x);
        var open = Studio.find(
                findings.control(), Button.class, each -> each.getText().equals("Mở bằng Word"));
        for (var each : open.getParent().getChildren()) {
            var bounds = each.getBounds();
            var area = open.getParent().getClientArea();
            assertTrue(each.computeSize(SWT.DEFAULT, SWT.DEFAULT).x <= bounds.width, each::toString);
            assertTrue(bounds.x + bounds.width <= area.width, each + " " + bounds + " " + area);
            assertTrue(bounds.y + bounds.height <= area.height, each + " " + bounds + " " + area);
        }
    }

    /** Shows findings in a window of their own. */
    private FindingsPanel panel(Predicate<Path> program, FindingsPanel.Checker checker) {
        var shell = new Shell(studio.page().getWorkbenchWindow().getShell(), SWT.SHELL_TRIM);
        shell.setLayout(new FillLayout());
        shell.setSize(1000, 300);
        var panel = new FindingsPanel(shell, file, place -> {}, program, checker);
        shell.open();
        return panel;
    }

    @Test
    void fileIsOpenedWithItsProgram() {
        var opened = new ArrayList<Path>();
        var panel = panel(opened::add, (checked, progress) -> null);
        Studio.press(panel.control(), "Mở bằng Word");
        assertEquals("", panel.summary());
        panel.control().getShell().dispose();
        assertEquals(List.of(file), opened);
    }

    @Test
    void missingProgramIsTold() {
        var panel = panel(each -> false, (checked, progress) -> null);
        Studio.press(panel.control(), "Mở bằng Word");
        assertEquals("Máy chưa có chương trình nào mở được «congvan.docx».", panel.summary());
        panel.control().getShell().dispose();
    }

    @Test
    void checkShowsThatItRunsAndIsStopped() {
        var panel = panel(each -> true, (checked, progress) -> {
            for (long rows = 0; ; rows++) {
                progress.done(rows);
                LockSupport.parkNanos(5_000_000);
            }
        });
        assertNull(Studio.child(panel.control(), ProgressBar.class));
        panel.check();
        Studio.spin(300);
        assertTrue(panel.isBusy());
        assertEquals("Đang kiểm tra thể thức", panel.summary());
        assertNotNull(Studio.child(panel.control(), ProgressBar.class));
        studio.shot("kiemtra-dang-chay", panel.control().getShell());
        assertTrue(Studio.press(panel.control(), "Dừng"));
        Studio.until("the check has stopped", () -> !panel.isBusy());
        assertEquals("Đã dừng.", panel.summary());
        assertNull(Studio.child(panel.control(), ProgressBar.class));
        assertFalse(Studio.press(panel.control(), "Dừng"));
        panel.control().getShell().dispose();
    }
}
