/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.bieumau.checking.report.Repair;
import org.bieumau.core.registry.Registry;
import org.bieumau.rcp.internal.export.ExportFiles;
import org.bieumau.rcp.internal.source.SourceEditor;
import org.bieumau.rcp.internal.source.SourceFiles;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
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
        IProject project = studio.project("kiemtra");
        var folder = project.getLocation().toPath();
        var text = studio.file(project, "congvan.bieu", LETTER).getLocation().toPath();
        ExportFiles.run(
                List.of(text),
                List.of(Registry.installed().exporter("docx").orElseThrow()),
                folder,
                new NullProgressMonitor());
        file = folder.resolve("congvan.docx");
        try (var zip = FileSystems.newFileSystem(file)) {
            var part = zip.getPath("word/document.xml");
            Files.writeString(
                    part,
                    Files.readString(part)
                            .replace("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc")
                            .replace("w:left=\"1701\"", "w:left=\"1000\""));
        }
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
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
}
