/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.bieumau.examples.internal.Examples;
import org.bieumau.testing.Browser;
import org.bieumau.testing.LibreOffice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks the printed pages of Party documents: leading, margins of both sides of a sheet, and the foot of the last
 * page.
 */
class PartyPagesTest {

    private static final String EXAMPLE = "vidu-vanbandang-2026";
    private static final String REPEATED = "        - Số hoá toàn bộ hồ sơ đảng viên trong năm 2026.\n";
    private static final String NOTE = "Không phổ biến trên phương tiện thông tin đại chúng";
    private static final double MILLIMETRE = 72 / 25.4;

    @TempDir
    private Path folder;

    /**
     * A printed line.
     *
     * @param page number of the page, from 1
     * @param left distance of its first character from the left edge, in mm
     * @param baseline distance of its baseline from the upper edge, in pt
     */
    private record PrintedLine(int page, String text, double left, double baseline) {}

    /** Returns the lines of the tờ trình with a longer text, printed from a format. */
    private List<PrintedLine> print(String format, int repetitions) throws Exception {
        return print("ChủTrương", format, repetitions);
    }

    private List<PrintedLine> print(String element, String format, int repetitions) throws Exception {
        Examples.copyTo(folder);
        var source = folder.resolve(EXAMPLE + ".bieu");
        var text = Files.readString(source);
        assertTrue(text.contains(REPEATED));
        Files.writeString(source, text.replace(REPEATED, REPEATED.repeat(repetitions)));
        var file = Files.write(folder.resolve("a." + format), Exported.byOwnProfile(source, element, format));
        var printed = switch (format) {
            case "docx" -> LibreOffice.convert(file, "pdf", folder);
            case "html" -> {
                var pdf = folder.resolve("html.pdf");
                Browser.print(file, pdf);
                yield pdf;
            }
            default -> file;
        };
        return lines(printed);
    }

    private static List<PrintedLine> lines(Path file) throws IOException {
        var lines = new ArrayList<PrintedLine>();
        try (var pdf = Loader.loadPDF(file.toFile())) {
            var stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    var first = positions.getFirst();
                    lines.add(new PrintedLine(
                            getCurrentPageNo(), text.strip(), first.getXDirAdj() / MILLIMETRE, first.getYDirAdj()));
                }
            };
            stripper.setSortByPosition(true);
            stripper.writeText(pdf, new StringWriter());
        }
        return lines;
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "docx", "html"})
    void linesOfAParagraphHaveTheExactLeading(String format) throws Exception {
        var lines = print(format, 1);
        var first = lines.stream()
                .filter(line -> line.text().startsWith("Đảng uỷ phường trình Ban"))
                .findFirst()
                .orElseThrow();
        var second = lines.get(lines.indexOf(first) + 1);
        // A browser places lines at whole pixels.
        assertEquals(20, second.baseline() - first.baseline(), format.equals("html") ? 0.76 : 0.3, second.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "docx", "html"})
    void backOfASheetHasMirroredMargins(String format) throws Exception {
        var lines = print(format, 70);
        for (int page = 1; page <= 2; page++) {
            var number = page;
            var left = lines.stream()
                    .filter(line -> line.page() == number)
                    .mapToDouble(PrintedLine::left)
                    .min()
                    .orElseThrow();
            assertEquals(page == 1 ? 30 : 15 + 10, left, page == 1 ? 2.5 : 1, "page " + page);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "docx"})
    void noteStandsAtTheFootOfTheLastPage(String format) throws Exception {
        var lines = print(format, 40);
        var notes = lines.stream().filter(line -> line.text().equals(NOTE)).toList();
        var signer = lines.stream()
                .filter(line -> line.text().equals("Nguyễn Văn An"))
                .findFirst()
                .orElseThrow();
        assertEquals(1, notes.size());
        assertTrue(signer.page() > 1, "the text has several pages");
        assertEquals(signer.page(), notes.getFirst().page());
        assertEquals(10 + 1, 297 - notes.getFirst().baseline() / MILLIMETRE, 1, "mm from the lower edge");
    }

    /** HD 05, p. 26: at the top right of page 1, 10 mm from the edge. The frame is 8 mm high. */
    @ParameterizedTest
    @ValueSource(strings = {"pdf", "docx"})
    void noteOnCirculationStandsInTheTopMargin(String format) throws Exception {
        var lines = print("BanChỉĐạo", format, 1);
        var notes = lines.stream()
                .filter(line -> line.text().equals("LƯU HÀNH NỘI BỘ"))
                .toList();
        assertEquals(1, notes.size(), lines::toString);
        var note = notes.getFirst();
        assertEquals(1, note.page());
        assertEquals(15.5, note.baseline() / MILLIMETRE, 1.5, "mm from the upper edge");
        assertTrue(note.left() > 135 && note.left() < 195, () -> "mm from the left edge: " + note.left());
        var name = lines.stream()
                .filter(line -> line.text().contains("ĐẢNG CỘNG SẢN VIỆT NAM"))
                .findFirst()
                .orElseThrow();
        assertEquals(24, name.baseline() / MILLIMETRE, 2, "the letterhead is at the top of the text area");
    }

    @Test
    void noteOfHd36IsPrintedBelowTheSignature() throws Exception {
        var file = Files.write(
                folder.resolve("a.pdf"), Exported.byOwnProfile("vidu-vanbandang", "ChuẩnBịHộiNghị", "pdf", folder));
        var lines = lines(file).stream().map(PrintedLine::text).toList();
        assertEquals(
                lines.indexOf("Trần Thị Bình") + 1,
                lines.indexOf("Không phổ biến trên các phương tiện thông tin đại chúng"));
    }

    @Test
    void labelIsUnderlinedWithoutTheColonInHtml() throws Exception {
        var page = new String(Exported.byOwnProfile(EXAMPLE, "HộiNghị", "html", folder), "UTF-8");
        assertTrue(page.contains("<u>Nơi nhận</u>:"), page);
        assertTrue(page.contains("<em>Kính gửi:</em> Các chi bộ"), page);
    }
}
