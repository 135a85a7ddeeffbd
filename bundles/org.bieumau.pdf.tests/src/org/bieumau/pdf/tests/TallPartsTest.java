/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.bieumau.core.problem.Problem;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.dsl.library.ExportRun;
import org.bieumau.model.Severity;
import org.bieumau.pdf.internal.PdfExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts that cannot be divided and are higher than a page. */
class TallPartsTest {

    private static final double BOTTOM_MARGIN = 20 * 72 / 25.4;

    private static final String FORM = """
            cơ quan Sở "Sở Khoa học" { viết tắt "SKH" }
            mẫu biểu M "Mẫu" {
                cột a "Một": chữ
                nhóm Gộp "Nhóm" {
                    cột b "%s": chữ
                    cột c "Ba": chữ
                }
                cột d "Bốn": chữ
                cột e "Năm": chữ
                cột f "Sáu": chữ
            }
            biểu B lập theo mẫu M { dòng { a "cuối" } }
            """;

    private static final String PLAN = """
            cơ quan Sở "Sở Khoa học" { viết tắt "SKH" địa danh "Quảng Ngãi" liên hệ "%s" }
            kế hoạch K { cơ quan ban hành Sở ngày 05/4/2022 trích yếu "x" có dòng liên hệ nội dung '''
            Một.
            ''' nơi nhận { "A" lưu VT } ký { chức vụ "%s" họ tên "B" } }
            """;

    private static final String LETTER = """
            cơ quan Sở "Sở Khoa học" { viết tắt "SKH" địa danh "Quảng Ngãi" liên hệ "%s" }
            công văn K { cơ quan ban hành Sở ngày 05/4/2022 trích yếu "x" có dòng liên hệ kính gửi "A" nội dung '''
            Một.
            ''' nơi nhận { "Như trên" lưu VT } ký { chức vụ "Giám đốc" họ tên "B" } }
            """;

    /** The Party prints the line of contact on the last page. */
    private static final String REPORT = """
            cơ quan HN "Đảng bộ thành phố Hà Nội" { viết tắt "TU" }
            cơ quan BĐ "Đảng uỷ phường Ba Đình" {
                trực thuộc HN viết tắt "ĐU" địa danh "Phường Ba Đình" liên hệ "%s" thể thức "đảng"
            }
            thông báo K { cơ quan ban hành BĐ số 1 ngày 01/6/2026 trích yếu "về việc" có dòng liên hệ nội dung '''
            Một.
            ''' nơi nhận { "Các chi bộ" lưu VT } ký { quyền hạn TM. "Đảng uỷ" chức vụ "Bí thư" họ tên "B" } }
            """;

    @TempDir
    private Path folder;

    private List<Problem> export(String text) throws IOException {
        var file = Files.writeString(folder.resolve("a.bieu"), text);
        Files.deleteIfExists(folder.resolve("a.pdf"));
        var problems = new ArrayList<Problem>();
        new ExportRun(
                        new BieuReader(List.of()),
                        folder,
                        List.of(new PdfExporter()),
                        ExportRun.Options.DEFAULT,
                        new ExportRun.Listener() {
                            @Override
                            public void checked(Path checked, List<Problem> found, boolean exported) {
                                assertTrue(exported, found::toString);
                            }

                            @Override
                            public boolean leavesOut(Path target, List<Problem> leftOut) {
                                problems.addAll(leftOut);
                                return true;
                            }
                        })
                .run(List.of(file));
        return problems;
    }

    private static void assertReported(String position, List<Problem> problems) {
        assertEquals(1, problems.size(), problems::toString);
        var problem = problems.getFirst();
        assertEquals(
                "PDF-HEIGHT " + position, problem.code() + " " + problem.place().position());
        assertEquals(Severity.ERROR, problem.severity());
    }

    /** Returns whether there is text in the bottom margin or below the page. */
    private boolean isTextBelowTheMargin() throws IOException {
        var found = new boolean[1];
        try (var file = Loader.loadPDF(folder.resolve("a.pdf").toFile())) {
            var text = new PDFTextStripper() {
                @Override
                protected void writeString(String line, List<TextPosition> positions) throws IOException {
                    super.writeString(line, positions);
                    var height = getCurrentPage().getMediaBox().getHeight();
                    found[0] |= positions.stream().anyMatch(each -> each.getY() > height - BOTTOM_MARGIN);
                }
            }.getText(file);
            assertTrue(text.contains("cuối"), text);
        }
        return found[0];
    }

    @Test
    void headerIsReportedExactlyIfItIsCutOff() throws Exception {
        var reported = new TreeSet<Boolean>();
        for (int words = 120; words <= 420; words += 10) {
            var problems = export(FORM.formatted("chữ dài ".repeat(words)));
            var cutOff = isTextBelowTheMargin();
            assertEquals(cutOff, !problems.isEmpty(), words + " words: " + problems);
            if (cutOff) {
                assertReported("5:16", problems);
            }
            reported.add(cutOff);
        }
        assertEquals(2, reported.size());
    }

    @Test
    void positionOfASignatureIsReported() throws Exception {
        assertEquals(List.of(), export(PLAN.formatted("Điện thoại", "Giám đốc ".repeat(60))));
        assertReported("4:32", export(PLAN.formatted("Điện thoại", "Giám đốc ".repeat(400))));
    }

    @Test
    void footOfTheLastPageIsReported() throws Exception {
        assertEquals(List.of(), export(REPORT.formatted("Điện thoại ".repeat(60))));
        assertReported("3:68", export(REPORT.formatted("Điện thoại ".repeat(2000))));
    }

    @Test
    void footOfTheFirstPageIsReported() throws Exception {
        assertEquals(List.of(), export(PLAN.formatted("Điện thoại ".repeat(60), "Giám đốc")));
        assertReported("1:74", export(PLAN.formatted("Điện thoại ".repeat(2000), "Giám đốc")));
    }

    @Test
    void footIsReportedIfItReachesTheLetterhead() throws Exception {
        var reported = new TreeSet<Boolean>();
        for (int words = 460; words <= 560; words += 5) {
            var problems = export(LETTER.formatted("Điện thoại ".repeat(words)));
            var distance = distanceOfTheFoot();
            // In between, the foot reaches the space after the letterhead or the line above the foot.
            if (distance < 0) {
                assertReported("1:74", problems);
            } else if (distance > 15) {
                assertEquals(List.of(), problems);
            }
            reported.add(!problems.isEmpty());
        }
        assertEquals(2, reported.size());
    }

    /** Returns the distance in pt between the subject, which ends the letterhead, and the foot below it. */
    private double distanceOfTheFoot() throws IOException {
        var tops = new double[] {Double.MAX_VALUE, 0};
        try (var file = Loader.loadPDF(folder.resolve("a.pdf").toFile())) {
            var stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String line, List<TextPosition> positions) {
                    var y = positions.getFirst().getY();
                    if (line.contains("Điện")) {
                        tops[0] = Math.min(tops[0], y - positions.getFirst().getFontSizeInPt());
                    } else if (line.contains("V/v")) {
                        tops[1] = y;
                    }
                }
            };
            stripper.setEndPage(1);
            stripper.getText(file);
        }
        assertTrue(tops[1] > 0, "the letterhead has a subject");
        return tops[0] - tops[1];
    }
}
