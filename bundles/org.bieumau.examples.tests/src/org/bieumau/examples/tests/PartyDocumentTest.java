/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bieumau.examples.tests.WordFile.Para;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks the formatting of Party documents in Word against the guidelines of their day: Hướng dẫn 36-HD/VPTW
 * (03/4/2018) and 05-HD/VPTW (27/5/2026). The expected values are copied from the guidelines by hand. The sizes of HD05
 * are those of summaries, which agree with the sizes of HD36.
 */
@ParameterizedClass
@MethodSource("documents")
class PartyDocumentTest {

    private static final double TOLERANCE = 0.5;

    /**
     * What the guidelines prescribe differently.
     *
     * @param leadingMost greatest exact distance between baselines in pt; infinite without a limit
     * @param itemEnd mark after each addressee and recipient
     * @param lastBasisEnd mark after the last legal basis
     * @param note note that the document must not be published in the media
     */
    enum Guideline {
        HD36(Double.POSITIVE_INFINITY, ",", ",", "Không phổ biến trên các phương tiện thông tin đại chúng"),
        HD05(22, ";", ".", "Không phổ biến trên phương tiện thông tin đại chúng");

        private final double leadingMost;
        private final String itemEnd;
        private final String lastBasisEnd;
        private final String note;

        Guideline(double leadingMost, String itemEnd, String lastBasisEnd, String note) {
            this.leadingMost = leadingMost;
            this.itemEnd = itemEnd;
            this.lastBasisEnd = lastBasisEnd;
            this.note = note;
        }
    }

    private final String example;
    private final String element;
    private final Guideline guideline;

    @TempDir
    private Path folder;

    private WordFile file;
    private List<Para> all;

    PartyDocumentTest(String example, String element, Guideline guideline) {
        this.example = example;
        this.element = element;
        this.guideline = guideline;
    }

    static Stream<Object[]> documents() {
        return Stream.of(
                new Object[] {"vidu-vanbandang", "PhốiHợp", Guideline.HD36},
                new Object[] {"vidu-vanbandang", "ChuẩnBịHộiNghị", Guideline.HD36},
                new Object[] {"vidu-vanbandang-2026", "ChủTrương", Guideline.HD05},
                new Object[] {"vidu-vanbandang-2026", "LàmViệc", Guideline.HD05},
                new Object[] {"vidu-vanbandang-2026", "HộiNghị", Guideline.HD05});
    }

    @BeforeEach
    void read() throws Exception {
        file = new WordFile(Exported.byOwnProfile(example, element, "docx", folder));
        all = file.paragraphs();
    }

    private List<Para> side(int table, int column) {
        return all.stream()
                .filter(para -> para.table() == table
                        && para.column() == column
                        && (para.line() || !para.text().isBlank()))
                .toList();
    }

    private Para find(Predicate<Para> wanted) {
        return all.stream().filter(wanted).findFirst().orElseThrow();
    }

    private Para after(Para para) {
        return all.get(all.indexOf(para) + 1);
    }

    private static String text(Para para) {
        return para.text().replace('\u00A0', ' ');
    }

    private static void assertLooks(Para para, double from, double to, boolean bold, boolean italic, boolean upper) {
        var text = text(para);
        assertTrue(
                para.all(run -> run.size() >= from && run.size() <= to),
                text + " size " + para.main().size());
        assertTrue(para.all(run -> run.bold() == bold), text + " bold");
        assertTrue(para.all(run -> run.italic() == italic), text + " italic");
        assertEquals(upper, para.isUpperCase(), text + " capitals");
    }

    private boolean isLetter() {
        return text(side(0, 0).stream()
                        .filter(para -> text(para).startsWith("Số "))
                        .findFirst()
                        .orElseThrow())
                .contains("-CV/");
    }

    @Test
    void marginsAreFixed() throws Exception {
        var section = file.sections().getFirst();
        var page = WordFile.all(section, "pgSz").getFirst();
        assertEquals(210, WordFile.mm(WordFile.value(page, "w")), TOLERANCE);
        assertEquals(297, WordFile.mm(WordFile.value(page, "h")), TOLERANCE);
        var margins = WordFile.all(section, "pgMar").getFirst();
        assertEquals(20, WordFile.mm(WordFile.value(margins, "top")), 0.05);
        assertEquals(20, WordFile.mm(WordFile.value(margins, "bottom")), 0.05);
        assertEquals(30, WordFile.mm(WordFile.value(margins, "left")), 0.05);
        assertEquals(15, WordFile.mm(WordFile.value(margins, "right")), 0.05);
        var mirrored = WordFile.all(file.part("word/settings.xml"), "mirrorMargins");
        assertEquals(element.equals("ChủTrương") ? 1 : 0, mirrored.size(), "printed on both sides");
    }

    @Test
    void pageNumberIsInTheMiddleOfTheTopMargin() throws Exception {
        for (var section : file.sections()) {
            assertEquals(1, WordFile.all(section, "titlePg").size(), "the first page shows no number");
            assertEquals("1", WordFile.value(WordFile.all(section, "pgNumType").getFirst(), "start"));
            assertEquals(
                    10,
                    WordFile.mm(WordFile.value(WordFile.all(section, "pgMar").getFirst(), "header")),
                    0.05);
        }
        var style = file.style("PageNumber");
        assertEquals("28", WordFile.value(WordFile.all(style, "sz").getFirst(), "val"), "14 pt");
        assertEquals("center", WordFile.value(WordFile.all(style, "jc").getFirst(), "val"));
        assertTrue(
                WordFile.all(style, "b").isEmpty() && WordFile.all(style, "i").isEmpty());
    }

    @Test
    void letterhead() throws Exception {
        var left = side(0, 0);
        var right = side(0, 1);
        assertEquals("ĐẢNG CỘNG SẢN VIỆT NAM", text(right.get(0)));
        assertLooks(right.get(0), 15, 15, true, false, true);
        assertTrue(right.get(1).line(), "line below the title");
        assertEquals(1, right.get(1).width() / DecreeTest.widthOf(right.get(0)), 0.04, "as long as the title");
        assertLooks(left.get(0), 14, 14, false, false, true);
        assertLooks(left.get(1), 14, 14, true, false, true);
        assertEquals("*", text(left.get(2)));
        assertEquals(14, left.get(2).main().size());
        assertTrue(text(left.get(3)).matches("Số \\d\\d-\\p{Lu}[\\p{L}]*/\\p{Lu}+"), text(left.get(3)));
        assertLooks(left.get(3), 14, 14, false, false, false);
        assertFalse(left.stream().anyMatch(Para::line), "no line below the issuer");
        left.stream().limit(4).forEach(para -> assertEquals("center", para.alignment()));
        var date = right.getLast();
        assertTrue(
                text(date).matches("\\p{Lu}.*, ngày (0[1-9]|[1-3]\\d) tháng (0[12]|[3-9]|1[0-2]) năm \\d{4}"),
                text(date));
        assertLooks(date, 14, 14, false, true, false);
    }

    @Test
    void symbolHasTheCodeOfTheGuideline() {
        var number = text(side(0, 0).get(3));
        assertEquals(
                switch (element) {
                    case "PhốiHợp" -> "Số 11-KH/BDVTU";
                    case "ChuẩnBịHộiNghị" -> "Số 07-CV/BDVTU";
                    case "ChủTrương" -> "Số 03-TTr/ĐU";
                    case "LàmViệc" -> "Số 12-QĐ/ĐU";
                    default -> "Số 27-CV/ĐU";
                },
                number);
    }

    @Test
    void draftIsNotedBelowTheSymbol() {
        var notes = side(0, 0).stream()
                .filter(para -> text(para).startsWith("Dự thảo"))
                .toList();
        var isDraft = List.of("ChuẩnBịHộiNghị", "ChủTrương").contains(element);
        assertEquals(
                isDraft ? List.of("Dự thảo lần 2") : List.of(),
                notes.stream().map(PartyDocumentTest::text).toList());
        notes.forEach(note -> assertLooks(note, 14, 14, false, true, false));
    }

    @Test
    void typeAndSubject() {
        if (isLetter()) {
            var subject = side(0, 0).get(4);
            assertEquals(
                    guideline == Guideline.HD36
                            ? "Chuẩn bị hội nghị trực tuyến"
                            : "về việc chuẩn bị hội nghị trực tuyến",
                    text(subject));
            assertLooks(subject, 12, 12, false, true, false);
            return;
        }
        var type = find(para -> List.of("KẾ HOẠCH", "TỜ TRÌNH", "QUY ĐỊNH").contains(para.text()));
        assertLooks(type, 15, 16, true, false, true);
        var subject = after(type);
        assertLooks(subject, 14, 15, true, false, false);
        assertTrue(Character.isLowerCase(subject.text().charAt(0)), subject.text());
        assertEquals("-----", after(subject).text());
        List.of(type, subject, after(subject)).forEach(para -> assertEquals("center", para.alignment()));
    }

    private List<Para> body() {
        return all.stream()
                .filter(para -> para.table() < 0 && "both".equals(para.alignment()))
                .toList();
    }

    @Test
    void textHasAnExactLeading() {
        assertFalse(body().isEmpty());
        for (var para : body()) {
            assertTrue(para.leading() >= 18 && para.leading() <= guideline.leadingMost, text(para) + para.leading());
            assertEquals(10, para.first(), TOLERANCE, text(para));
            assertTrue(para.before() + para.after() >= 6, text(para));
            assertTrue(para.all(run -> run.size() >= 14 && run.size() <= 15), text(para));
        }
        assertTrue(body().getLast().text().matches("(?s).*[^/]\\."), "ends with a full stop alone");
    }

    @Test
    void legalBasesEndAsTheGuidelineSays() {
        var bases = body().stream()
                .map(PartyDocumentTest::text)
                .filter(text -> text.matches("(- )?Căn cứ .*"))
                .toList();
        assertEquals(
                switch (element) {
                    case "ChủTrương" -> 2;
                    case "LàmViệc" -> 1;
                    default -> 0;
                },
                bases.size());
        for (var basis : bases) {
            assertTrue(basis.startsWith("- Căn cứ "), basis);
            assertTrue(basis.endsWith(basis.equals(bases.getLast()) ? guideline.lastBasisEnd : ";"), basis);
        }
    }

    @Test
    void citationsHaveACommaBeforeTheDate() {
        var cited = body().stream()
                .map(PartyDocumentTest::text)
                .filter(text -> text.matches("(?s).*số \\d+-(CT|QĐ)/TW.*ngày.*"))
                .toList();
        cited.forEach(text -> assertTrue(text.matches("(?s).*/TW, ngày \\d\\d/\\d+/\\d{4} của .*"), text));
        assertEquals(element.equals("HộiNghị") ? 0 : 1, cited.size());
    }

    @Test
    void headingsOfTheText() {
        assumeTrue(element.equals("LàmViệc"));
        var chapter = find(para -> text(para).equals("Chương I"));
        assertLooks(chapter, 14, 15, true, false, false);
        assertLooks(after(chapter), 14, 15, true, false, true);
        assertEquals("center", chapter.alignment());
        assertEquals("center", after(chapter).alignment());
        assertTrue(find(para -> para.text().contains("Phạm vi")).all(WordFile.Run::bold), "điều");
        assertTrue(find(para -> para.text().contains("Chi bộ cơ quan")).all(run -> !run.bold()), "điểm");
    }

    @Test
    void addressees() {
        var label = element.equals("ChủTrương") ? "Kính trình:" : "Kính gửi:";
        var found = all.stream()
                .filter(para -> text(para).matches("Kính (gửi|trình):.*"))
                .toList();
        if (element.equals("PhốiHợp") || element.equals("LàmViệc")) {
            assertEquals(List.of(), found);
            return;
        }
        var addressees = found.getFirst();
        assertEquals("center", addressees.alignment());
        assertTrue(addressees.all(run -> run.size() == 14 && !run.bold()));
        assertTrue(text(addressees).startsWith(label), text(addressees));
        assertTrue(addressees.runs().getFirst().italic(), "the label is italic");
        if (element.equals("HộiNghị")) {
            assertEquals("Kính gửi: Các chi bộ", text(addressees));
            assertFalse(addressees.runs().getLast().italic(), "the name is upright");
        } else {
            var items = all.stream()
                    .filter(para -> para.table() == 1 && !para.text().isBlank())
                    .toList();
            assertEquals(2, items.size());
            assertTrue(
                    items.getFirst().text().endsWith(guideline.itemEnd),
                    items.getFirst().text());
            items.forEach(item -> assertLooks(item, 14, 14, false, false, false));
        }
    }

    @Test
    void signature() {
        var right = side(foot(), 1);
        var direct = isLetter();
        assertEquals(direct ? 2 : 3, right.size());
        if (direct) {
            assertLooks(right.getFirst(), 14, 14, true, false, true);
        } else {
            assertTrue(text(right.get(0)).matches("(T/M|K/T) \\p{Lu}.*"), text(right.get(0)));
            assertLooks(right.get(0), 14, 14, true, false, true);
            assertLooks(right.get(1), 14, 14, false, false, true);
        }
        assertLooks(right.getLast(), 14, 14, true, false, false);
        right.forEach(para -> assertEquals("center", para.alignment()));
    }

    /** Returns the number of the table with the recipients and the signature; that of a copy may follow it. */
    private int foot() {
        return all.stream()
                .filter(para -> text(para).equals("Nơi nhận:"))
                .mapToInt(Para::table)
                .max()
                .orElseThrow();
    }

    @Test
    void recipients() {
        var left = side(foot(), 0);
        var label = left.getFirst();
        assertEquals("Nơi nhận:", text(label));
        assertLooks(label, 14, 14, false, false, false);
        assertEquals("Nơi nhận", label.runs().getFirst().text());
        assertTrue(label.runs().getFirst().underlined());
        assertEquals(":", label.runs().getLast().text());
        assertFalse(label.runs().getLast().underlined(), "the line does not run below the colon");
        var items = left.stream().filter(para -> text(para).startsWith("- ")).toList();
        for (var item : items) {
            assertEquals(
                    item.equals(items.getLast()) ? "." : guideline.itemEnd,
                    item.text().replaceFirst("^.*(.)$", "$1"));
            assertLooks(item, 12, 12, false, false, false);
        }
        assertEquals("- Lưu VP.", text(items.getLast()));
        if (isLetter() || element.equals("ChủTrương")) {
            assertEquals("- Như trên" + guideline.itemEnd, text(items.getFirst()));
        }
    }

    @Test
    void drafterAndCopiesFollowTheRecipients() {
        var last = side(foot(), 0).getLast();
        switch (element) {
            case "ChuẩnBịHộiNghị" -> assertEquals("ABC-268", text(last));
            case "ChủTrương" -> assertEquals("ABC-12", text(last));
            default -> {
                assertEquals("- Lưu VP.", text(last));
                return;
            }
        }
        assertLooks(last, 8, 8, false, false, true);
    }

    @Test
    void noteAgainstPublication() {
        var below =
                all.stream().filter(para -> text(para).equals(guideline.note)).toList();
        var boxes = file.boxes().stream().map(PartyDocumentTest::text).toList();
        switch (element) {
            case "ChuẩnBịHộiNghị" -> {
                assertEquals(1, below.size(), "below the signature");
                assertEquals(-1, below.getFirst().table());
                assertEquals("center", below.getFirst().alignment());
                assertEquals(all.getLast(), below.getFirst());
            }
            case "ChủTrương" -> {
                assertEquals(List.of(), below);
                assertEquals(guideline.note, boxes.getLast(), "at the foot of the last page");
                assertEquals("center", file.boxes().getLast().alignment());
                assertEquals("25 Liễu Giai, phường Ba Đình, Hà Nội", boxes.getFirst());
                assertEquals(10, file.boxes().getFirst().main().size());
            }
            default -> {
                assertEquals(List.of(), below);
                assertEquals(List.of(), boxes);
            }
        }
    }

    @Test
    void urgencyIsRedBelowTheSubjectOfALetter() {
        var stamps =
                side(0, 0).stream().filter(para -> text(para).equals("KHẨN")).toList();
        assertEquals(isLetter() ? 1 : 0, stamps.size());
        for (var stamp : stamps) {
            assertLooks(stamp, 14, 14, true, false, true);
            assertEquals("FF0000", stamp.main().color().toUpperCase(Locale.ROOT));
            assertEquals(stamp, side(0, 0).getLast());
        }
    }

    @Test
    void onlyTheStampIsNotBlack() {
        for (var para : all) {
            for (var run : para.runs()) {
                assertEquals("Times New Roman", run.font());
                assertTrue(run.color().equals("000000") || text(para).equals("KHẨN"), text(para));
            }
        }
    }
}
