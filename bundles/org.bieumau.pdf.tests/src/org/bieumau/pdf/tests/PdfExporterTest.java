/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.bieumau.model.Document;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Paragraph;
import org.bieumau.model.TextRun;
import org.bieumau.pdf.internal.PageArea;
import org.bieumau.pdf.internal.PdfExporter;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.librepdf.openpdf.fonts.Liberation;

/** Checks exported files as PDFBox reads them. */
class PdfExporterTest {

    private static final double MM = 72 / 25.4;
    private static final String TWO_SIDED = "vidu-vanbandang-2026";

    @TempDir
    private Path folder;

    static List<String> examples() {
        return Examples.NAMES;
    }

    private LibraryElement document(String example) throws Exception {
        Examples.copyTo(folder);
        return document(folder.resolve(example + ".bieu"));
    }

    private static LibraryElement document(Path file) throws Exception {
        var result = new BieuReader(List.of()).read(file);
        assertFalse(result.hasErrors(), () -> result.problems().toString());
        return result.library().getElements().stream()
                .filter(Document.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] export(LibraryElement element, Exporter exporter) throws IOException {
        var out = new ByteArrayOutputStream();
        exporter.export(
                Layout.of(
                        element,
                        Registry.installed().profile(LayoutProfile.DEFAULT).orElseThrow()),
                out,
                Progress.NONE);
        return out.toByteArray();
    }

    private byte[] export(String example) throws Exception {
        return export(document(example), new PdfExporter());
    }

    private Path write(String body) throws IOException {
        return Files.writeString(folder.resolve("a.bieu"), """
                cơ quan Sở "Sở Khoa học" { viết tắt "SKH" địa danh "Quảng Ngãi" }
                kế hoạch K { cơ quan ban hành Sở ngày 05/4/2022 trích yếu "x" nội dung '''
                %s
                ''' nơi nhận { "A" lưu VT } ký { chức vụ "Giám đốc" họ tên "B" } }
                """.formatted(body));
    }

    /** Returns the lines of a page, from top to bottom, without empty ones. */
    private static List<String> lines(PDDocument file, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(file)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void sameInputGivesSameBytes(String example) throws Exception {
        var element = document(example);
        assertArrayEquals(export(element, new PdfExporter()), export(element, new PdfExporter()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void noTextIsOutsideTheMargins(String example) throws Exception {
        try (var file = Loader.loadPDF(export(example))) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    // The sides change places on the back of a sheet of a document printed on both sides.
                    var back = example.equals(TWO_SIDED) && getCurrentPageNo() % 2 == 0;
                    for (var each : positions) {
                        var page = getCurrentPage().getMediaBox();
                        assertTrue(
                                each.getX() >= (back ? 15 : 20) * MM - 1
                                        && each.getX() + each.getWidth() <= page.getWidth() - (back ? 20 : 15) * MM + 1,
                                text);
                        assertTrue(each.getY() >= 10 * MM && each.getY() <= page.getHeight() - 10 * MM, text);
                    }
                }
            }.getText(file);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyFontIsEmbedded(String example) throws Exception {
        try (var file = Loader.loadPDF(export(example))) {
            for (var page : file.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertTrue(
                            font.isEmbedded() && font.getName().matches("[A-Z]{6}\\+LiberationSerif.*"),
                            font.getName());
                }
            }
        }
    }

    @Test
    void pageNumbersStartOnTheSecondPageAndRestartForTheForm() throws Exception {
        try (var file = Loader.loadPDF(export("quangngai-2021-dangky"))) {
            var numbers = new ArrayList<String>();
            for (int page = 1; page <= file.getNumberOfPages(); page++) {
                var first = lines(file, page).getFirst();
                numbers.add(first.matches("\\d+") ? first : "-");
            }
            assertEquals(List.of("-", "-", "2", "3"), numbers.subList(0, 4));
            assertEquals(595, file.getPage(0).getMediaBox().getWidth(), 1);
            assertEquals(842, file.getPage(1).getMediaBox().getWidth(), 1);
        }
    }

    @Test
    void tableHeaderRepeatsButColumnNumberRowDoesNot() throws Exception {
        try (var file = Loader.loadPDF(export("quangngai-2021-dangky"))) {
            for (int page = 2; page <= file.getNumberOfPages(); page++) {
                var text = String.join(" ", lines(file, page));
                assertTrue(text.contains("STT") && text.contains("HÌNH THỨC") && text.contains("TRONG ĐÓ"), text);
                assertEquals(page == 2, text.contains("1 2 3 4 5 6 7 8"), text);
            }
        }
    }

    @Test
    void headingsAndSingleLinesAreNotLeftAloneAtAPageBreak() throws Exception {
        for (int filler = 18; filler < 30; filler++) {
            var body = "Một dòng.\n".repeat(filler) + "I. TIÊU ĐỀ\n1. Tiêu đề con\n" + "Từ ngữ dài dòng ".repeat(30)
                    + "\nHết.";
            try (var file = Loader.loadPDF(export(document(write(body)), new PdfExporter()))) {
                var first = lines(file, 1);
                var second = lines(file, 2);
                assertFalse(first.getLast().matches("I\\. TIÊU ĐỀ|1\\. Tiêu đề con"), first::toString);
                var before = first.stream()
                        .filter(line -> line.startsWith("Từ ngữ") || line.contains("dài dòng"))
                        .count();
                var after = second.stream()
                        .filter(line -> line.contains("dài dòng"))
                        .count();
                assertTrue(before != 1 && after != 1, first + " | " + second);
                assertTrue(
                        second.stream().anyMatch(line -> line.contains("Hết./.") || line.contains("dài dòng")),
                        "the signature is not alone");
            }
        }
    }

    @Test
    void outlineFollowsTheHeadingsOfTheText() throws Exception {
        try (var file = Loader.loadPDF(export("quangngai-2022-congvan"))) {
            var titles = new ArrayList<String>();
            file.getDocumentCatalog().getDocumentOutline().children().forEach(item -> titles.add(item.getTitle()));
            assertTrue(titles.getFirst().startsWith("1. Nội dung thực hiện"), titles::toString);
            assertTrue(titles.getLast().startsWith("BIỂU MÔ HÌNH"), titles::toString);
        }
        try (var file = Loader.loadPDF(export("hungyen-2023-kehoach"))) {
            var plan = file.getDocumentCatalog().getDocumentOutline().getFirstChild();
            assertEquals("KẾ HOẠCH", plan.getTitle());
            var parts = new ArrayList<String>();
            plan.children().forEach(item -> parts.add(item.getTitle()));
            assertEquals(
                    List.of("I. MỤC ĐÍCH, YÊU CẦU", "II. NỘI DUNG, NHIỆM VỤ THỰC HIỆN", "III. TỔ CHỨC THỰC HIỆN"),
                    parts);
        }
    }

    @Test
    void fileHasLanguageTagsTitleAuthorAndDate() throws Exception {
        try (var file = Loader.loadPDF(export("quangtri-2025-baocao"))) {
            var catalog = file.getDocumentCatalog();
            assertEquals("vi-VN", catalog.getLanguage());
            assertTrue(catalog.getMarkInfo().isMarked());
            assertTrue(catalog.getViewerPreferences().displayDocTitle());
            assertTrue(file.getDocumentInformation().getTitle().startsWith("Báo cáo Kết quả công tác dân vận"));
            assertEquals(
                    "Sở Khoa học và Công nghệ", file.getDocumentInformation().getAuthor());
            assertEquals(2025, file.getDocumentInformation().getCreationDate().get(Calendar.YEAR));
        }
    }

    @Test
    void pageAreasLeadToTheElementsTheyShow() throws Exception {
        var element = document("quangngai-2021-dangky");
        var out = new ByteArrayOutputStream();
        var areas = new PdfExporter()
                .exportWithAreas(
                        Layout.of(element, Registry.installed().profile("nd30").orElseThrow()), out, Progress.NONE);
        var shown = new HashSet<EObject>();
        areas.forEach(area -> shown.add(area.source()));
        for (var each = EcoreUtil.<EObject>getAllContents(element, true); each.hasNext(); ) {
            if (each.next() instanceof Paragraph paragraph) {
                assertTrue(shown.contains(paragraph), paragraph.toString());
            }
        }
        try (var file = Loader.loadPDF(out.toByteArray())) {
            Map<String, EObject> found = new HashMap<>();
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    var first = positions.getFirst();
                    for (var phrase : List.of("Trước tình hình đó", "Kính gửi Ban Dân vận", "Thực hiện tiết kiệm")) {
                        if (text.startsWith(phrase)) {
                            found.put(
                                    phrase,
                                    innermost(
                                            areas,
                                            getCurrentPageNo(),
                                            first.getX() + 1,
                                            getCurrentPage().getMediaBox().getHeight() - first.getY() + 1));
                        }
                    }
                }
            }.getText(file);
            assertTrue(text(found.get("Trước tình hình đó")).startsWith("Trước tình hình đó"), found::toString);
            assertTrue(
                    text(found.get("Kính gửi Ban Dân vận")).startsWith("Kính gửi Ban Dân vận Tỉnh ủy theo dõi"),
                    found::toString);
            assertTrue(found.get("Thực hiện tiết kiệm") != null);
        }
        for (var area : areas) {
            assertTrue(area.width() > 0 && area.height() > 0 && area.left() >= 0 && area.bottom() >= 0, area::toString);
        }
    }

    private static EObject innermost(List<PageArea> areas, int page, double x, double y) {
        return areas.stream()
                .filter(area -> area.page() == page && area.contains(x, y))
                .reduce((a, b) -> b)
                .map(PageArea::source)
                .orElse(null);
    }

    private static String text(EObject element) {
        var text = new StringBuilder();
        for (var each = EcoreUtil.<EObject>getAllContents(element, true); each.hasNext(); ) {
            if (each.next() instanceof TextRun run) {
                text.append(run.getText());
            }
        }
        return text.toString();
    }

    @Test
    void wordWiderThanThePageIsBrokenWithoutLosingText() throws Exception {
        var word = "https://skhcn.example.vn/" + "rat-dai-".repeat(60);
        try (var file = Loader.loadPDF(export(document(write("Xem " + word + " nhé.")), new PdfExporter()))) {
            var text = new PDFTextStripper().getText(file).replaceAll("\\s", "");
            assertTrue(text.contains("Xem" + word + "nhé./."), text);
        }
    }

    @Test
    void fontOptionAcceptsAFolder() throws Exception {
        for (var face : List.of("Regular", "Bold", "Italic", "BoldItalic")) {
            try (var in = Liberation.class.getResourceAsStream("/liberation/LiberationSans-" + face + ".ttf")) {
                Files.copy(in, folder.resolve("LiberationSans-" + face + ".ttf"));
            }
        }
        var exporter = new PdfExporter().with(Map.of("font", folder.toString()));
        var names = new TreeSet<String>();
        try (var file = Loader.loadPDF(export(document(write("**đậm** và *nghiêng*")), exporter))) {
            for (var name : file.getPage(0).getResources().getFontNames()) {
                names.add(file.getPage(0).getResources().getFont(name).getName().replaceFirst("^.*\\+", ""));
            }
        }
        assertEquals(
                new TreeSet<>(List.of(
                        "LiberationSans", "LiberationSans-Bold", "LiberationSans-BoldItalic", "LiberationSans-Italic")),
                names);
    }

    @Test
    void unknownFontIsRejectedWithItsName() {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> new PdfExporter().with(Map.of("font", "Không Có Phông")));
        assertTrue(refusal.getMessage().contains("Không Có Phông"), refusal.getMessage());
    }

    @Test
    void cancelledExportStops() throws Exception {
        var layout = Layout.of(
                document("quangngai-2021-dangky"),
                Registry.installed().profile("nd30").orElseThrow());
        assertThrows(
                CancellationException.class,
                () -> new PdfExporter().export(layout, OutputStream.nullOutputStream(), rows -> rows < 2));
    }
}
