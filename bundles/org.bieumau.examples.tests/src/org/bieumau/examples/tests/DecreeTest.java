/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.bieumau.examples.internal.Examples;
import org.bieumau.examples.tests.WordFile.Para;
import org.bieumau.examples.tests.WordFile.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.librepdf.openpdf.fonts.Liberation;

/**
 * Checks the formatting of each real document in Word against Nghị định 30/2020/NĐ-CP, Phụ lục I. The components are
 * found by their text and position. The expected values are copied from the decree by hand.
 */
@ParameterizedClass
@MethodSource("examples")
class DecreeTest {

    private static final double TOLERANCE = 0.5;

    @TempDir
    private Path folder;

    private final String example;
    private WordFile file;
    private List<Para> all;

    DecreeTest(String example) {
        this.example = example;
    }

    static List<String> examples() {
        return Examples.DOCUMENTS;
    }

    @BeforeEach
    void read() throws Exception {
        file = new WordFile(Exported.of(example, "docx", folder));
        all = file.paragraphs();
    }

    private boolean isLetter() {
        return all.stream().anyMatch(para -> para.text().startsWith("V/v"));
    }

    private List<Para> side(int table, int column) {
        return all.stream()
                .filter(para -> para.table() == table && para.column() == column)
                .toList();
    }

    private Para find(Predicate<Para> wanted) {
        return all.stream().filter(wanted).findFirst().orElseThrow();
    }

    /**
     * Checks the font size, weight, slant and case of a paragraph.
     *
     * @param from the minimum font size in pt
     * @param to the maximum font size in pt
     * @param upper whether the paragraph is in capitals
     */
    private static void assertLooks(Para para, double from, double to, boolean bold, boolean italic, boolean upper) {
        var text = para.text();
        assertTrue(
                para.all(run -> run.size() >= from && run.size() <= to),
                text + " size " + para.main().size());
        assertTrue(para.all(run -> run.bold() == bold), text + " bold");
        assertTrue(para.all(run -> run.italic() == italic), text + " italic");
        assertEquals(upper, para.isUpperCase(), text + " capitals");
    }

    private Para after(Para para) {
        return all.get(all.indexOf(para) + 1);
    }

    /** Returns the width of the text on one line, in mm. */
    static double widthOf(Para para) throws Exception {
        var bold = para.main().bold();
        try (var in = Liberation.class.getResourceAsStream(
                "/liberation/LiberationSerif-" + (bold ? "Bold" : "Regular") + ".ttf")) {
            var font = Font.createFont(Font.TRUETYPE_FONT, in)
                    .deriveFont((float) para.main().size());
            var text = para.main().capitals() ? para.text().toUpperCase(Locale.of("vi")) : para.text();
            return font.getStringBounds(text, new FontRenderContext(null, true, true))
                            .getWidth()
                    * 25.4
                    / 72;
        }
    }

    /**
     * Checks that a rule is as long as a fraction of the text above it, between <code>least</code> and <code>most
     * </code>.
     */
    private void assertLine(Para line, double least, double most, Para text) throws Exception {
        assertTrue(line.line(), text.text());
        var part = line.width() / Math.min(widthOf(text), text.width());
        assertTrue(part >= least - 0.04 && part <= most + 0.04, text.text() + ": " + part);
    }

    // Mục I: the page

    @Test
    void paperAndMargins() {
        var section = file.sections().getFirst();
        var page = WordFile.all(section, "pgSz").getFirst();
        assertEquals(210, WordFile.mm(WordFile.value(page, "w")), TOLERANCE);
        assertEquals(297, WordFile.mm(WordFile.value(page, "h")), TOLERANCE);
        var margins = WordFile.all(section, "pgMar").getFirst();
        assertWithin(20, 25, WordFile.mm(WordFile.value(margins, "top")));
        assertWithin(20, 25, WordFile.mm(WordFile.value(margins, "bottom")));
        assertWithin(30, 35, WordFile.mm(WordFile.value(margins, "left")));
        assertWithin(15, 20, WordFile.mm(WordFile.value(margins, "right")));
    }

    private static void assertWithin(double from, double to, double value) {
        assertTrue(
                value >= from - TOLERANCE && value <= to + TOLERANCE,
                () -> value + " is not between " + from + " and " + to);
    }

    @Test
    void pageNumberIsInTheHeaderFromTheSecondPage() throws Exception {
        for (var section : file.sections()) {
            assertEquals(1, WordFile.all(section, "titlePg").size());
            assertEquals("1", WordFile.value(WordFile.all(section, "pgNumType").getFirst(), "start"));
            assertEquals(
                    "default",
                    WordFile.value(WordFile.all(section, "headerReference").getFirst(), "type"));
        }
        var header = file.part("word/header1.xml");
        assertEquals(
                "PAGE",
                WordFile.all(header, "instrText").getFirst().getTextContent().strip());
    }

    @Test
    void fontIsBlackTimesNewRoman() {
        for (var para : all) {
            for (var run : para.runs()) {
                assertEquals("Times New Roman", run.font());
                assertEquals("000000", run.color());
            }
        }
    }

    // Ô 1 to 4: the letterhead

    @Test
    void nationalNameAndMotto() throws Exception {
        var right = side(0, 1);
        assertEquals("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", right.get(0).text());
        assertLooks(right.get(0), 12, 13, true, false, true);
        assertEquals("Độc lập - Tự do - Hạnh phúc", right.get(1).text());
        assertLooks(right.get(1), 13, 14, true, false, false);
        assertLine(right.get(2), 1, 1, right.get(1));
        right.subList(0, 2).forEach(para -> {
            assertEquals("center", para.alignment());
            assertEquals(1, para.spacing());
        });
        assertTrue(right.stream().allMatch(para -> para.line() || widthOrFail(para) <= para.width()), "no line wraps");
    }

    private static double widthOrFail(Para para) {
        try {
            return widthOf(para);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void superiorAndIssuer() throws Exception {
        var left = side(0, 0);
        assertTrue(left.get(0).text().startsWith("UBND TỈNH "));
        assertLooks(left.get(0), 12, 13, false, false, true);
        assertEquals("SỞ KHOA HỌC VÀ CÔNG NGHỆ", left.get(1).text());
        assertLooks(left.get(1), 12, 13, true, false, true);
        assertLine(left.get(2), 1 / 3.0, 1 / 2.0, left.get(1));
        left.subList(0, 2).forEach(para -> assertEquals("center", para.alignment()));
    }

    @Test
    void numberAndSymbol() {
        var number = side(0, 0).get(3);
        assertTrue(
                number.text().replace('\u00A0', ' ').matches("Số:\\s+/(\\p{Lu}[\\p{L}&]*-)\\p{Lu}[\\p{L}&]*"),
                number.text());
        assertTrue(number.all(run -> run.size() == 13 && !run.bold() && !run.italic()));
        assertEquals("center", number.alignment());
        var type = number.text().replaceFirst("^.*/", "").split("-")[0];
        assertEquals(
                isLetter() ? "SKHCN" : all.stream().anyMatch(para -> para.text().equals("KẾ HOẠCH")) ? "KH" : "BC",
                type);
    }

    @Test
    void placeAndDate() {
        var date = side(0, 1).get(3);
        assertTrue(
                date.text()
                        .replace('\u00A0', ' ')
                        .matches("\\p{Lu}.*, ngày (\\d\\d| +) tháng (0[12]|[3-9]|1[0-2]) năm \\d{4}"),
                date.text());
        assertLooks(date, 13, 14, false, true, false);
        assertEquals("center", date.alignment());
        assertEquals(side(0, 0).get(3).before(), date.before(), "aligned with the number");
        assertEquals(side(0, 0).get(3).row(), date.row(), "in the row of the number");
    }

    // Ô 5: type and subject

    @Test
    void typeAndSubject() throws Exception {
        if (isLetter()) {
            var subject = side(0, 0).get(4);
            assertTrue(subject.text().startsWith("V/v "));
            assertLooks(subject, 12, 13, false, false, false);
            assertEquals(6, subject.before());
            assertEquals("center", subject.alignment());
            assertFalse(side(0, 0).stream().skip(4).anyMatch(Para::line), "no line below");
            return;
        }
        var type = find(para -> List.of("KẾ HOẠCH", "BÁO CÁO").contains(para.text()));
        assertLooks(type, 13, 14, true, false, true);
        assertEquals("center", type.alignment());
        assertTrue(type.keepNext());
        var last = after(type);
        for (var line = last; !line.line(); line = after(line)) {
            assertLooks(line, 13, 14, true, false, false);
            assertEquals("center", line.alignment());
            last = line;
        }
        var longest = last;
        assertLine(after(last), 1 / 3.0, 1 / 2.0, longest);
    }

    // Ô 6: the text

    private List<Para> body() {
        var end = all.indexOf(find(para -> para.text().endsWith("./.")));
        var begin = isLetter()
                ? all.indexOf(find(para -> para.text().startsWith("Kính gửi"))) + 1
                : all.indexOf(all.stream()
                                .filter(Para::line)
                                .filter(para -> para.table() < 0)
                                .findFirst()
                                .orElseThrow())
                        + 1;
        return all.subList(begin, end + 1);
    }

    @Test
    void bodyIsJustifiedAndIndented() {
        for (var para : body()) {
            assertEquals("both", para.alignment(), para.text());
            assertTrue(
                    Math.abs(para.first() - 10) < TOLERANCE || Math.abs(para.first() - 12.7) < TOLERANCE,
                    para.text() + para.first());
            assertTrue(para.after() + para.before() >= 6, para.text());
            assertTrue(para.spacing() >= 1 && para.spacing() <= 1.5, para.text());
            assertTrue(para.all(run -> run.size() >= 13 && run.size() <= 14), para.text());
        }
    }

    @Test
    void onlyHeadingsAreBold() {
        for (var para : body()) {
            if (para.text().startsWith("Căn cứ") && para.all(Run::italic)) {
                assertTrue(para.text().matches("(?s)Căn cứ .*[;.]"), para.text());
                assertTrue(para.all(run -> !run.bold()));
            } else if (para.keepNext() && para.numbered() && para.all(Run::bold)) {
                assertFalse(para.text().matches(".*[.;:,]"), "a heading has no punctuation at its end: " + para.text());
            } else {
                var plain = para.runs().stream()
                        .filter(run -> !run.bold() && !run.italic())
                        .mapToInt(run -> run.text().length())
                        .sum();
                assertTrue(
                        plain * 4 >= para.text().length() || para.text().startsWith("Mô hình:"),
                        "mostly regular: " + para.text());
            }
        }
    }

    @Test
    void romanHeadingsAreInCapitals() throws Exception {
        var headings = body().stream()
                .filter(para -> para.numbered() && para.all(Run::bold) && para.isUpperCase())
                .toList();
        assertEquals(
                switch (example) {
                    case "hungyen-2023-kehoach", "quangngai-2021-kehoach" -> 3;
                    case "quangtri-2025-baocao" -> 2;
                    default -> 0;
                },
                headings.size());
        headings.forEach(para -> assertLooks(para, 13, 14, true, false, true));
    }

    @Test
    void numbersAndDatesHaveNoBreakingSpaces() {
        for (var para : body()) {
            assertFalse(para.text().matches("(?s).*(ngày|tháng|năm|số|khoản|Điều) [\\d/].*"), para.text());
        }
    }

    // Ô 7 and 9: signature and recipients, next to each other

    /** Returns the index of the last table, which has the recipients and the signature. */
    private int foot() {
        return all.stream().mapToInt(Para::table).max().orElseThrow();
    }

    @Test
    void signature() {
        var right =
                side(foot(), 1).stream().filter(para -> !para.text().isBlank()).toList();
        assertEquals(3, right.size());
        assertEquals("KT. GIÁM ĐỐC", right.get(0).text().replace('\u00A0', ' '));
        assertEquals("PHÓ GIÁM ĐỐC", right.get(1).text());
        right.subList(0, 2).forEach(para -> assertLooks(para, 13, 14, true, false, true));
        assertLooks(right.get(2), 13, 14, true, false, false);
        right.forEach(para -> assertEquals("center", para.alignment()));
        assertTrue(all.get(all.indexOf(side(foot(), 0).getFirst()) - 1).keepNext(), "not alone on a page");
    }

    @Test
    void recipients() {
        var left =
                side(foot(), 0).stream().filter(para -> !para.text().isBlank()).toList();
        assertEquals("Nơi nhận:", left.get(0).text());
        assertLooks(left.get(0), 12, 12, true, true, false);
        for (var line : left.subList(1, left.size())) {
            assertTrue(line.text().matches("- .*[;.]"), line.text());
            assertTrue(line.all(run -> run.size() == 11 && !run.bold()));
        }
        assertTrue(left.getLast().text().startsWith("- Lưu: VT, "));
        if (isLetter()) {
            assertEquals("- Như trên;", left.get(1).text());
            var unit = side(0, 0).get(3).text().replaceFirst(".*-", "");
            assertEquals("- Lưu: VT, " + unit + ".", left.getLast().text());
        }
    }

    @Test
    void addressees() {
        if (isLetter()) {
            var addressee = find(para -> para.text().startsWith("Kính gửi:"));
            assertLooks(addressee, 13, 14, false, false, false);
        } else {
            assertTrue(all.stream().noneMatch(para -> para.text().startsWith("Kính gửi:")));
        }
    }
}
