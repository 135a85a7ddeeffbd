/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.dsl.library.ExportRun;
import org.bieumau.model.Severity;
import org.bieumau.pdf.internal.PdfExporter;
import org.bieumau.testing.ExternalTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.librepdf.openpdf.fonts.Liberation;
import org.openpdf.text.FontFactory;
import org.openpdf.text.pdf.BaseFont;

/** Checks the characters of PDF files that Liberation Serif lacks. */
class FontsTest {

    private static final String LETTER = """
            cơ quan Sở "Sở Khoa học" { viết tắt "SKH" địa danh "Quảng Ngãi" }
            kế hoạch K { cơ quan ban hành Sở ngày 05/4/2022 trích yếu "x" nội dung '''
            %s
            ''' nơi nhận { "A" lưu VT } ký { chức vụ "Giám đốc" họ tên "B" } }
            """;

    @TempDir
    private Path folder;

    private Path export(String body) throws Exception {
        var file = Files.writeString(folder.resolve("a.bieu"), LETTER.formatted(body));
        var result = new BieuReader(List.of()).read(file);
        assertFalse(result.hasErrors(), () -> result.problems().toString());
        var target = folder.resolve("a.pdf");
        try (var out = Files.newOutputStream(target)) {
            new PdfExporter()
                    .export(
                            Layout.of(
                                    result.elements().getLast(),
                                    Registry.installed()
                                            .profile(LayoutProfile.DEFAULT)
                                            .orElseThrow()),
                            out,
                            Progress.NONE);
        }
        return target;
    }

    /** The letters that the library puts before the name of a subset; a file has different bytes if they differ. */
    @Test
    void subsetsHaveTheSameNamesInFilesThatAreWrittenAtTheSameTime() throws Exception {
        var file = Files.createDirectories(folder.resolve("fonts")).resolve("LiberationSerif-Regular.ttf");
        try (var in = Liberation.class.getResourceAsStream("/liberation/" + file.getFileName())) {
            Files.copy(in, file);
        }
        new PdfExporter().with(Map.of("font", file.getParent().toString()));
        // The library shares the font with the exporter.
        var font = FontFactory.getFont("Liberation Serif", BaseFont.IDENTITY_H, BaseFont.EMBEDDED)
                .getBaseFont();
        var prefix = BaseFont.class.getDeclaredMethod("createSubsetPrefix");
        prefix.setAccessible(true);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Set<Object>> drawing = () -> {
                var drawn = new HashSet<>();
                for (int i = 0; i < 100_000; i++) {
                    drawn.add(prefix.invoke(font));
                }
                return drawn;
            };
            for (var drawn : threads.invokeAll(List.of(drawing, drawing))) {
                assertEquals(Set.of(prefix.invoke(font)), drawn.get());
            }
        }
    }

    private static String text(Path pdf) {
        ExternalTool.QPDF.run("--check", pdf);
        return ExternalTool.PDFTOTEXT.run("-layout", pdf, "-");
    }

    private static String range(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .filter(Character::isDefined)
                .mapToObj(Character::toString)
                .collect(Collectors.joining(" "));
    }

    /** The letters of Vietnamese, Ê Đê, Jarai, Bahnar, Chăm, Hmông and Tày-Nùng, with all their marks. */
    private static final String LETTERS =
            "ắằẳẵặ Ấậ ỉĩị Ốộ Ờợ Ứự Ỹỵ Đđ ĂăĔĕĬĭŎŏŬŭ Ɓɓ Ƀƀ Čč Ññ Ê̆ê̆ Ô̆ô̆ Ơ̆ơ̆ Ư̆ư̆ W̃w̃ J̌ ǰ "
                    + "āīū ḷ ṃ ṇ ṅ ṣ ḥ ṭ ḍ ẽ ỹ ɛ̀ɔ́ ŋŊ ʔ";

    @ParameterizedTest
    @ValueSource(strings = {"%s", "**%s**", "*%s*"})
    void lettersOfTheCountrysLanguagesAreShown(String style) throws Exception {
        var shown = text(export("a " + style.formatted("b" + LETTERS + "c") + " d."));
        for (var word : LETTERS.split(" ")) {
            assertTrue(shown.contains(word), word + " in " + shown);
        }
    }

    @Test
    void markStaysWithItsLetterWhereALongWordIsBroken() throws Exception {
        var shown = new ArrayList<TextPosition>();
        try (var file = Loader.loadPDF(export("Ê̆w".repeat(90)).toFile())) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    shown.add(text);
                }
            }.getText(file);
        }
        var marks = 0;
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).getUnicode().equals("\u0306")) {
                marks++;
                assertTrue(Math.abs(shown.get(i).getX() - shown.get(i + 1).getX()) < 20, "mark " + marks);
            }
        }
        assertEquals(90, marks);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Greek 0391 03C9",
                "Cyrillic 0400 045F",
                "punctuation 2010 2027",
                "punctuation 2030 205E",
                "superscripts 2070 2071",
                "superscripts 2074 208E",
                "fractions 2150 215E",
                "Roman 2160 217F",
                "arrows 2190 21FF",
                "mathematics 2200 22FF",
                "enclosed 2460 24FF",
                "boxes 2500 257F",
                "shapes 25A0 25FF",
                "boxes 2610 2612",
                "ticks 2713 2718",
                "enclosed 2776 2793",
                "arrows 27F0 27FF",
                "squares 2B1B 2B1C",
                "enclosed 1F110 1F129"
            })
    void blockOfCharactersIsShown(String block) throws Exception {
        var words = block.split(" ");
        var characters = range(Integer.parseInt(words[1], 16), Integer.parseInt(words[2], 16));
        var pdf = export("a " + characters.replace("*", "") + " z");
        var shown = new HashSet<>(List.of(text(pdf).replace('-', '\u2011').split("")));
        text(pdf).codePoints().mapToObj(Character::toString).forEach(shown::add);
        var missing = new ArrayList<String>();
        for (var character : characters.split(" ")) {
            if (!shown.contains(character)) {
                missing.add(character);
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void boxesAndTicksLookDifferent() throws Exception {
        Set<String> looks = new HashSet<>();
        var signs = List.of("☐", "☑", "☒", "✓", "✗", "□", "■", "○", "●", "①", "⑪", "Ⓐ", "→", "⇒");
        for (var sign : signs) {
            looks.add(look(export("a\n" + sign + "\nb")));
        }
        assertEquals(signs.size(), looks.size());
    }

    private String look(Path pdf) throws IOException {
        ExternalTool.PDFTOPPM.run("-r", "40", "-png", "-singlefile", pdf, folder.resolve("page"));
        BufferedImage image = ImageIO.read(folder.resolve("page.png").toFile());
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return IntStream.of(pixels).mapToObj(Integer::toHexString).collect(Collectors.joining());
    }

    @Test
    void fallbackFontsAreEmbeddedOnlyIfNeeded() throws Exception {
        var plain = export("Việc thường: Ê Đê, 5 m², “ngoặc” – gạch…");
        assertEquals(
                List.of(),
                fonts(plain).stream()
                        .filter(name -> !name.startsWith("Liberation"))
                        .toList());
        assertTrue(fonts(export("☑")).contains("DejaVuSans"), fonts(folder.resolve("a.pdf"))::toString);
        assertTrue(Files.size(folder.resolve("a.pdf")) < Files.size(plain) + 10_000, "a subset is embedded");
    }

    private static Set<String> fonts(Path pdf) throws IOException {
        var names = new TreeSet<String>();
        try (var file = Loader.loadPDF(pdf.toFile())) {
            for (var page : file.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertTrue(font.isEmbedded(), font.getName());
                    names.add(font.getName().replaceFirst("^[A-Z]{6}\\+", ""));
                }
            }
        }
        return names;
    }

    @Test
    void characterOfNoFontIsAnErrorAtItsPlace() throws Exception {
        var file =
                Files.writeString(folder.resolve("a.bieu"), LETTER.formatted("một ☑ hai\nba 漢 bốn \uD83E\uDD84 năm 漢"));
        var problems = new ArrayList<Problem>();
        assertEquals(ExportRun.Outcome.PROBLEMS, run(file, problems));
        assertEquals(1, problems.size(), problems::toString);
        var problem = problems.getFirst();
        assertEquals("PDF-GLYPH 4:4", problem.code() + " " + problem.place().position());
        assertEquals(Severity.ERROR, problem.severity());
        assertTrue(
                problem.message()
                        .contains("«漢» (U+6F22 CJK UNIFIED IDEOGRAPHS 6F22); «\uD83E\uDD84» (U+1F984 UNICORN FACE)"),
                problem.message());
        assertTrue(text(folder.resolve("out/a.pdf")).contains("ba □ bốn □ năm □"));
    }

    /** Nothing is written unless the caller wants an incomplete file. */
    @Test
    void characterOfNoFontIsReportedBeforeAFileIsWritten() throws Exception {
        var file = Files.writeString(folder.resolve("a.bieu"), LETTER.formatted("ba 漢"));
        var run = new ExportRun(
                new BieuReader(List.of()),
                folder,
                List.of(new PdfExporter()),
                ExportRun.Options.DEFAULT,
                new ExportRun.Listener() {});
        assertEquals(ExportRun.Outcome.PROBLEMS, run.run(List.of(file)));
        assertTrue(Files.notExists(folder.resolve("a.pdf")));
        var read = BieuFile.open(file);
        var out = new ByteArrayOutputStream();
        var refused = assertThrows(
                ProblemException.class, () -> read.export(read.elements().getLast(), "pdf", out));
        assertEquals("PDF-GLYPH", refused.problem().code());
        assertEquals(0, out.size());
    }

    private ExportRun.Outcome run(Path file, List<Problem> problems) {
        return new ExportRun(
                        new BieuReader(List.of()),
                        folder.resolve("out"),
                        List.of(new PdfExporter()),
                        ExportRun.Options.DEFAULT,
                        new ExportRun.Listener() {
                            @Override
                            public boolean leavesOut(Path target, List<Problem> leftOut) {
                                problems.addAll(leftOut);
                                return true;
                            }
                        })
                .run(List.of(file));
    }

    /** The fonts contain these letters, but they would be in the wrong order and not joined. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0627\u0644", "\u05E9\u05DC"})
    void scriptFromRightToLeftIsReported(String word) throws Exception {
        var file = Files.writeString(folder.resolve("a.bieu"), LETTER.formatted("chữ " + word + " này"));
        var problems = new ArrayList<Problem>();
        assertEquals(ExportRun.Outcome.PROBLEMS, run(file, problems));
        assertEquals(
                "PDF-GLYPH 3:5",
                problems.getFirst().code() + " " + problems.getFirst().place().position());
    }

    @Test
    void characterOfALibraryIsReportedThere() throws Exception {
        var library = Files.writeString(
                folder.resolve("chung.bieu"), "thư viện chung\nmẫu biểu M \"Mẫu\" {\n cột a \"Cột 漢\": chữ }\n");
        var file = Files.writeString(folder.resolve("a.bieu"), "dùng chung\nbiểu B lập theo mẫu M { }\n");
        var problems = new ArrayList<Problem>();
        assertEquals(ExportRun.Outcome.PROBLEMS, run(file, problems));
        assertEquals(1, problems.size(), problems::toString);
        assertEquals(library.toString(), problems.getFirst().place().file());
        assertEquals("3:13", problems.getFirst().place().position());
    }
}
