/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.bieumau.examples.tests.WordFile.Para;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Checks the copies of the example against Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II and mẫu 3.1 of Phụ lục III, and
 * against Hướng dẫn 36-HD/VPTW, II.3. The expected values are copied from there by hand; the words of the guideline for
 * the kinds of copies were not found, nor their size.
 */
class CopyExampleTest {

    private static final double TOLERANCE = 0.5;

    @TempDir
    private Path folder;

    private List<Para> all(String element) throws Exception {
        return new WordFile(Exported.byOwnProfile("vidu-bansao", element, "docx", folder)).paragraphs();
    }

    /** Returns what follows the line across the page. */
    private static List<Para> copy(List<Para> all) {
        var lines = all.stream()
                .filter(para -> para.line() && Math.abs(para.width() - 165) < TOLERANCE)
                .toList();
        assertEquals(1, lines.size(), "one line across the page");
        return all.subList(all.indexOf(lines.getFirst()) + 1, all.size()).stream()
                .filter(para -> para.line() || !para.text().isBlank())
                .toList();
    }

    private static List<Para> column(List<Para> copy, int column) {
        return copy.stream().filter(para -> para.column() == column).toList();
    }

    private static String text(Para para) {
        return para.text().replace('\u00A0', ' ');
    }

    private static List<String> texts(List<Para> paras) {
        return paras.stream().map(para -> para.line() ? "―" : text(para)).toList();
    }

    private static void assertLooks(Para para, double from, double to, boolean bold, boolean italic, boolean upper) {
        assertTrue(
                para.all(run -> run.size() >= from && run.size() <= to),
                para.text() + " size " + para.main().size());
        assertTrue(para.all(run -> run.bold() == bold), para.text() + " bold");
        assertTrue(para.all(run -> run.italic() == italic), para.text() + " italic");
        assertEquals(upper, para.isUpperCase(), para.text() + " capitals");
    }

    @ParameterizedTest
    @CsvSource({
        "LịchTiếp, SAO Y, Số: 05/SY-SKHCN, ngày 15 tháng 4 năm 2022, Ban Tiếp công dân tỉnh",
        "KếtLuận, TRÍCH SAO, Số: 06/TrS-SKHCN, ngày 25 tháng 4 năm 2022, Trung tâm Ứng dụng và Dịch vụ KH&CN"
    })
    void copyOfAStateDocumentFollowsTheDecree(String element, String form, String number, String date, String recipient)
            throws Exception {
        var copy = copy(all(element));
        var left = column(copy, 0);
        assertEquals(
                List.of("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "―", number, "Nơi nhận:", "- " + recipient + ";", "- Lưu: VT."),
                texts(left),
                "the agency that makes the copy, without the body above it");
        var right = column(copy, 1);
        assertEquals(
                List.of(form, "Quảng Ngãi, " + date, "TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "Lê Văn Cường"), texts(right));
        assertLooks(left.get(0), 12, 13, true, false, true);
        assertLooks(left.get(2), 13, 13, false, false, false);
        assertLooks(left.get(3), 12, 12, true, true, false);
        assertLooks(left.get(4), 11, 11, false, false, false);
        assertLooks(right.get(0), 13, 14, true, false, true);
        assertLooks(right.get(1), 13, 14, false, true, false);
        assertLooks(right.get(2), 13, 14, true, false, true);
        assertLooks(right.get(4), 13, 14, true, false, false);
        for (var para : List.of(left.get(0), left.get(2), right.get(0), right.get(1), right.get(2), right.get(4))) {
            assertEquals("center", para.alignment(), para.text());
        }
        var part = left.get(1).width()
                / Math.min(DecreeTest.widthOf(left.get(0)), left.get(0).width());
        assertTrue(part >= 1.0 / 3 - 0.04 && part <= 0.5 + 0.04, "line below the agency: " + part);
    }

    /** HD 36, II.3.3: the parts of a copy are those of a document; number with the code BS, as in 24-BS/UBKTTU. */
    @Test
    void copyOfADocumentOfThePartyFollowsTheGuideline() throws Exception {
        var copy = copy(all("PhânCông"));
        var left = column(copy, 0);
        assertEquals(
                List.of(
                        "TỈNH ỦY QUẢNG NGÃI",
                        "BAN DÂN VẬN",
                        "*",
                        "Số 04-BS/BDVTU",
                        "Nơi nhận:",
                        "- Các ban dân vận cấp ủy,",
                        "- Lưu VP."),
                texts(left));
        var right = column(copy, 1);
        assertEquals(
                List.of(
                        "SAO LỤC",
                        "Quảng Ngãi, ngày 10 tháng 02 năm 2022",
                        "T/L TRƯỞNG BAN",
                        "CHÁNH VĂN PHÒNG",
                        "Nguyễn Văn Em"),
                texts(right));
        assertLooks(left.get(0), 14, 14, false, false, true);
        assertLooks(left.get(1), 14, 14, true, false, true);
        assertLooks(left.get(3), 14, 14, false, false, false);
        assertLooks(left.get(5), 12, 12, false, false, false);
        assertLooks(right.get(1), 14, 14, false, true, false);
        assertLooks(right.get(2), 14, 14, true, false, true);
        assertLooks(right.get(3), 14, 14, false, false, true);
        assertLooks(right.get(4), 14, 14, true, false, false);
    }

    /** ND30, Phụ lục I, Phần II, I.3: top right of the first page, size 10, upright, black. */
    @Test
    void electronicCopyHasALineAtTheTopOfTheFirstPage() throws Exception {
        var all = all("NghỉLễ");
        var line = all.getFirst();
        assertEquals("Sao lục; Sở Khoa học và Công nghệ; 25/4/2022 08:30:00 +07:00", text(line));
        assertLooks(line, 10, 10, false, false, false);
        assertEquals("right", line.alignment());
        assertEquals("000000", line.main().color());
        assertEquals("Times New Roman", line.main().font());
        assertTrue(
                all.stream().noneMatch(para -> para.line() && Math.abs(para.width() - 165) < TOLERANCE),
                "nothing is added below the document");
    }

    @ParameterizedTest
    @CsvSource({
        "LịchTiếp, SAO Y",
        "LịchTiếp, Số: 05/SY-SKHCN",
        "LịchTiếp, Ban Tiếp công dân tỉnh",
        "NghỉLễ, Sao lục; Sở Khoa học và Công nghệ; 25/4/2022 08:30:00 +07:00",
        "PhânCông, Số 04-BS/BDVTU"
    })
    void pagesShowTheSame(String element, String text) throws Exception {
        var html = String.join(" ", HtmlText.words(Exported.byOwnProfile("vidu-bansao", element, "html", folder)));
        String pdf;
        try (var file = Loader.loadPDF(Exported.byOwnProfile("vidu-bansao", element, "pdf", folder))) {
            pdf = String.join(" ", PdfText.words(file));
        }
        for (var word : text.split(" ")) {
            assertTrue(html.contains(word), () -> word + " in HTML: " + html);
            assertTrue(pdf.contains(word), () -> word + " in PDF: " + pdf);
        }
    }
}
