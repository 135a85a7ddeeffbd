/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.bieumau.checking.report.Change;
import org.bieumau.checking.report.CheckFinding;
import org.bieumau.checking.report.FileReport;
import org.bieumau.checking.report.Repair;
import org.bieumau.checking.tests.TypedLetter.Foot;
import org.bieumau.checking.tests.TypedLetter.Head;
import org.bieumau.checking.tests.TypedLetter.Ruling;
import org.bieumau.core.profile.Look;
import org.bieumau.core.source.Amendment;
import org.bieumau.core.spi.Progress;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes are told in words before they are made; where they are not made, no former copy is lost. */
class ChangesTest {

    private static final String DOCUMENT = "word/document.xml";
    private static final String LONG = "Sở Nội vụ đề nghị các cơ quan, đơn vị rà soát";

    @TempDir
    private Path folder;

    private final Locale locale = Locale.getDefault();
    private Fixture fixture;
    private Path letter;

    @BeforeEach
    void exportDocuments() throws Exception {
        Locale.setDefault(Locale.of("vi", "VN"));
        fixture = new Fixture(folder);
        letter = fixture.document("CôngVăn");
    }

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(locale);
    }

    private static CheckFinding finding(Path file, String rule) throws Exception {
        return Fixture.check(file).findings().stream()
                .filter(finding -> finding.rule().id().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not found: " + rule));
    }

    private static void assertTold(String rule, Path file, String... changes) throws Exception {
        assertEquals(
                List.of(changes),
                finding(file, rule).changes().stream()
                        .map(change -> change.place().position() + ": " + change.before() + " → " + change.after())
                        .map(words -> words.replace('\u00A0', ' '))
                        .toList());
    }

    private static Line line(Path file, String text) throws Exception {
        return Fixture.text(file)
                .lines()
                .filter(line -> line.text().contains(text))
                .findFirst()
                .orElseThrow();
    }

    private Path restyled(String text, Look.Property property) throws Exception {
        return restyled(line(letter, text), property);
    }

    private Path restyled(Line line, Look.Property property) throws Exception {
        var look = new Look(
                "Arial",
                16,
                false,
                false,
                false,
                false,
                0x0000FF,
                Look.Alignment.LEFT,
                5,
                0,
                0,
                2,
                0,
                false,
                Set.of(),
                Set.of());
        return fixture.amended(
                letter, new Amendment.Restyle(line.paragraph().anchor(), Fixture.stored(line), look, Set.of(property)));
    }

    private Path replaced(String pattern, String replacement) {
        return fixture.replaced(letter, DOCUMENT, pattern, replacement);
    }

    @Test
    void textsAreToldBeforeAndAfter() throws Exception {
        assertTold(
                "MOTTO-TEXT",
                replaced("Độc lập - Tự do", "Độc lập – Tự do"),
                "bảng 1, dòng 1, cột 2: «Độc lập – Tự do - Hạnh phúc» → «Độc lập - Tự do - Hạnh phúc»");
        // Of a long paragraph, the words around the change.
        assertTold(
                "DATE-PADDING",
                replaced("15/5/2022", "ngày 5 tháng 4 năm 2022 theo đúng quy định của Quy chế văn thư"),
                "đoạn 4: «…báo cáo kết quả trước ngày ngày 5 tháng 4 năm 2022 theo đúng quy…»"
                        + " → «…báo cáo kết quả trước ngày ngày 05 tháng 4 năm 2022 theo đúng quy…»");
        // The same letters, stored in another way.
        assertTold(
                "TEXT-COMPOSED",
                replaced("thể thức của những", Normalizer.normalize("thể thức của những", Normalizer.Form.NFD)),
                "đoạn 4: «Sở Nội vụ đề nghị các cơ quan, đơn vị rà…»: chữ và dấu lưu rời nhau"
                        + " → «Sở Nội vụ đề nghị các cơ quan, đơn vị rà…»: chữ và dấu lưu liền");
    }

    @Test
    void looksAreToldBeforeAndAfter() throws Exception {
        var start = "đoạn 4: «Sở Nội vụ đề nghị các cơ quan, đơn vị rà…»: ";
        assertTold("ND30-V.6.size", restyled(LONG, Look.Property.SIZE), start + "cỡ chữ 16 → cỡ chữ 14");
        assertTold(
                "TEXT-TYPEFACE",
                restyled(LONG, Look.Property.TYPEFACE),
                start + "phông chữ Arial → phông chữ Times New Roman");
        assertTold("TEXT-COLOUR", restyled(LONG, Look.Property.COLOUR), start + "chữ màu 0000FF → chữ màu đen");
        assertTold("TEXT-ALIGNMENT", restyled(LONG, Look.Property.ALIGNMENT), start + "căn trái → căn đều hai lề");
        assertTold(
                "TEXT-INDENT",
                restyled(LONG, Look.Property.FIRST_INDENT),
                start + "dòng đầu lùi 4,99 mm → dòng đầu lùi 12,7 mm");
        assertTold(
                "TEXT-SPACING",
                restyled(LONG, Look.Property.LINE_SPACING),
                start + "cách dòng 2 dòng → cách dòng 1,1 dòng");
        assertTold(
                "ND30-V.4.slant",
                restyled("Quảng Ngãi, ngày", Look.Property.ITALIC),
                "bảng 1, dòng 2, cột 2: «Quảng Ngãi, ngày 05 tháng 4 năm 2022»: chữ đứng → chữ nghiêng");
        assertTold(
                "ND30-V.7b.weight",
                restyled("Trần Công Hòa", Look.Property.BOLD),
                "bảng 3, dòng 1, cột 2: «Trần Công Hòa»: chữ không đậm → chữ đậm");
    }

    /** A paragraph whose stretches of text differ has several values. */
    @Test
    void looksOfStretchesAreToldEach() throws Exception {
        assertTold(
                "ND30-V.6.size",
                replaced(
                        "<w:r><w:t xml:space=\"preserve\">Sở Nội vụ đề nghị",
                        "<w:r><w:rPr><w:sz w:val=\"32\"/></w:rPr><w:t>Sở Nội vụ</w:t></w:r>"
                                + "<w:r><w:t xml:space=\"preserve\"> đề nghị"),
                "đoạn 4: «Sở Nội vụ đề nghị các cơ quan, đơn vị rà…»: cỡ chữ 16, cỡ chữ 14 → cỡ chữ 14");
    }

    @Test
    void pagesAndLinesAreToldBeforeAndAfter() throws Exception {
        assertTold(
                "PAGE-MARGIN-LEFT",
                replaced("w:left=\"1701\"", "w:left=\"1000\""),
                ": lề trái 17,64 mm → lề trái 30 mm");
        assertTold(
                "PAGE-PAPER",
                replaced("w:w=\"11906\" w:h=\"16838\"", "w:w=\"12240\" w:h=\"15840\""),
                ": khổ giấy 215,9 × 279,4 mm → khổ giấy 210 × 297 mm");
        assertTold(
                "PAGE-NUMBER-MISSING",
                fixture.replaced(fixture.document("KếHoạch"), DOCUMENT, "<w:headerReference [^>]*/>", ""),
                ": không có số trang → số trang ở giữa, trong lề trên, từ trang 2, cỡ chữ 14");
        var typed = Files.write(
                folder.resolve("thu.docx"), new TypedLetter(Head.TABLE, Foot.TABLE, Ruling.NONE, true, 1).file());
        assertTold(
                "ISSUER-LINE", typed, "bảng 1, dòng 1, cột 1: «SỞ NỘI VỤ»: không có đường kẻ dưới → có đường kẻ dưới");
        // Places alike are one finding with a change for each.
        assertTold(
                "ND30-V.8b2.size",
                typed,
                "bảng 2, dòng 1, cột 1: «- Như trên;»: cỡ chữ 13 → cỡ chữ 11",
                "bảng 2, dòng 1, cột 1: «- Các phòng thuộc Sở;»: cỡ chữ 13 → cỡ chữ 11",
                "bảng 2, dòng 1, cột 1: «- Lưu: VT, VP.»: cỡ chữ 13 → cỡ chữ 11");
    }

    // Copies that were there before

    private FileReport bad() throws Exception {
        return Fixture.check(replaced("Độc lập - Tự do", "Độc lập – Tự do"));
    }

    /** Returns a report with a finding that its change does not mend. */
    private FileReport inVain() throws Exception {
        var file = replaced("Nơi nhận:", "Gửi tới các nơi sau đây");
        var report = Fixture.check(file);
        var finding = finding(file, "RECIPIENTS-MISSING");
        var signer = line(file, "Trần Công Hòa");
        var change = new Amendment.Retype(signer.paragraph().anchor(), Fixture.stored(signer), "Trần Công Hoà");
        var inVain = new CheckFinding(
                finding.rule(),
                finding.problem(),
                finding.text(),
                finding.places(),
                finding.anchor(),
                Repair.SAFE,
                List.of(new Change(signer.paragraph().place(), change, "", "")));
        return new FileReport(report.file(), report.profile(), report.day(), List.of(inVain), report.states());
    }

    @Test
    void copyIsLeftIfNothingIsMended() throws Exception {
        var copy = folder.resolve("sua.docx");
        var report = inVain();
        assertFalse(Fixture.CHECK
                .mend(report, EnumSet.of(Repair.SAFE), copy, Progress.NONE)
                .isWritten());
        assertFalse(Files.exists(copy));
        Files.writeString(copy, "của tôi");
        assertFalse(Fixture.CHECK
                .mend(report, EnumSet.of(Repair.SAFE), copy, Progress.NONE)
                .isWritten());
        assertEquals("của tôi", Files.readString(copy));
    }

    @Test
    void copyIsLeftIfMendingIsCancelled() throws Exception {
        var copy = Files.writeString(folder.resolve("sua.docx"), "của tôi");
        var former = Files.readAllBytes(copy);
        var report = bad();
        assertThrows(
                CancellationException.class,
                () -> Fixture.CHECK.mend(report, EnumSet.of(Repair.SAFE), copy, rows -> isSame(copy, former)));
        assertArrayEquals(former, Files.readAllBytes(copy));
    }

    private static boolean isSame(Path file, byte[] content) {
        try {
            return Arrays.equals(content, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
