/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests forms whose rows come from CSV files. */
class CsvTest {

    private static final String TEMPLATE = """
        danh mục XãPhường { TânThủy "Xã Tân Thủy" LệNinh "Thị trấn Lệ Ninh" }
        mẫu biểu M "M" {
            cột stt "STT": số thứ tự
            cột tên "Họ và tên": chữ, bắt buộc
            cột cccd "Số CCCD": chữ
            cột tiền "Số tiền": số tiền
            cột ngàySinh "Ngày sinh": ngày
            cột xã "Xã": chọn từ XãPhường
            cột nữ "Nữ": đánh dấu
        }
        """;

    @TempDir
    private Path folder;

    private FilledForm form;

    @BeforeEach
    void createForm() {
        form = new FilledForm(folder, TEMPLATE);
    }

    @Test
    void columnsAreFoundByNameAndTitleInAnyOrder() throws Exception {
        var rows = form.rows("d.csv", """
            NGÀY SINH,ho_va_ten,Số CCCD,xã,tiền,Nữ,STT
            05/3/1990,Nguyễn Văn An,001090012345,Xã Tân Thủy,1250000,,7
            25/12/1985,Trần Thị Bình,001185000001,le ninh,65000000,x,8
            """);
        assertEquals(List.of(), form.codes());
        assertEquals(
                List.of(
                        "1|Nguyễn Văn An|001090012345|1.250.000|05/3/1990|Xã Tân Thủy|",
                        "2|Trần Thị Bình|001185000001|65.000.000|25/12/1985|Thị trấn Lệ Ninh|X"),
                rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void delimiterIsRecognized(String delimiter) throws Exception {
        var text = "tên;xã;tiền\nAn;Xã Tân Thủy;1\nBình;Thị trấn Lệ Ninh;2\n".replace(";", delimiter);
        assertEquals(List.of("1|An||1||Xã Tân Thủy|", "2|Bình||2||Thị trấn Lệ Ninh|"), form.rows("d.csv", text));
    }

    @Test
    void commasOfDecimalsAreNotTakenForDelimiters() throws Exception {
        assertEquals(List.of("1|An||1,5|||", "2|Bình||2,25|||"), form.rows("d.csv", "tên;tiền\nAn;1,5\nBình;2,25\n"));
    }

    @Test
    void delimiterThatExcelDeclaresIsUsed() throws Exception {
        assertEquals(List.of("1|An;Bình||1|||"), form.rows("d.csv", "sep=,\ntên,tiền\nAn;Bình,1\n"));
        assertEquals(
                "DATA-ROW-SHORT 3:1",
                form.rows("d.csv", "sep=,\ntên,tiền\nAn\n").isEmpty()
                        ? ""
                        : form.codes().get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void byteOrderMarkGivesTheEncoding(String charset) throws Exception {
        var text = "\uFEFFtên;xã\nĐặng Thị Lựu;Xã Tân Thủy\n";
        assertEquals(List.of("1|Đặng Thị Lựu||||Xã Tân Thủy|"), form.rows("d.csv", text.getBytes(charset)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void encodingWithoutMarkIsRecognized(String charset) throws Exception {
        assertEquals(List.of("1|Đặng Thị Lựu|||||"), form.rows("d.csv", "ten;xa\nĐặng Thị Lựu;\n".getBytes(charset)));
    }

    @Test
    void windows1258IsRecognized() throws Exception {
        var decomposed = Normalizer.normalize("tên;xã\nHuỳnh Thị Hà;Xã Tân Thủy\n", Normalizer.Form.NFC)
                .replace("ỳ", "y\u0300")
                .replace("ị", "i\u0323")
                .replace("ủ", "u\u0309")
                .replace("ã", "a\u0303");
        assertEquals(
                List.of("1|Huỳnh Thị Hà||||Xã Tân Thủy|"),
                form.rows("d.csv", decomposed.getBytes(Charset.forName("windows-1258"))));
        assertEquals("DATA-LEGACY", form.codes().getFirst());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hä vµ tªn;X· | NguyÔn V¨n Hßa;X· T©n Thñy | Nguyễn Văn Hòa",
                "Hoï vaø teân;Xaõ | Nguyeãn Vaên Hoøa;Xaõ Taân Thuûy | Nguyễn Văn Hòa"
            })
    void oldFontsAreConverted(String labels, String row, String name) throws Exception {
        var bytes = (labels + "\n" + row + "\n").getBytes(Charset.forName("windows-1252"));
        assertEquals(List.of("1|" + name + "||||Xã Tân Thủy|"), form.rows("d.csv", bytes));
        assertEquals("DATA-LEGACY", form.codes().getFirst());
    }

    @Test
    void invalidByteNearTheEndOfALongFileIsNotTakenForUtf8() throws Exception {
        var text = new StringBuilder("ten;xa\n");
        for (int i = 0; i < 40_000; i++) {
            text.append("An;\n");
        }
        var bytes = text.append("H\u00F9ng;\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("40001|Hùng|||||", form.rows("d.csv", bytes).getLast());
    }

    @Test
    void quotedCellsKeepDelimitersQuotesAndLines() throws Exception {
        var rows = form.rows("d.csv", "tên;tiền\r\n\"An; \"\"Bình\"\"\r\nvà Chi\";\"1.000\"\r\n\"Dũng\";2\r\n");
        assertEquals(List.of("1|An; \"Bình\"/và Chi||1.000|||", "2|Dũng||2|||"), rows);
    }

    @Test
    void placeOfARowAfterLineBreaksInCellsIsItsLine() throws Exception {
        form.rows("d.csv", "tên;tiền\n\"a\nb\nc\";1\nd;x\n");
        assertEquals(List.of("DATA-COLUMN-MISSING 1:1", "DATA-VALUE 5:1"), form.codes());
    }

    @Test
    void raggedRowsAreReportedWithTheirLine() throws Exception {
        var rows = form.rows("d.csv", "tên;tiền;xã\nAn\nBình;2;Xã Tân Thủy;thừa\nChi;3;;\n");
        assertEquals(List.of("1|An|||||", "2|Bình||2||Xã Tân Thủy|", "3|Chi||3|||"), rows);
        assertEquals(List.of("DATA-COLUMN-MISSING 1:1", "DATA-ROW-SHORT 2:1", "DATA-CELL-EXTRA 3:1"), form.codes());
    }

    @Test
    void emptyLinesAreSkipped() throws Exception {
        assertEquals(
                List.of("1|An||1|||", "2|Bình||2|||"), form.rows("d.csv", "tên;tiền\n\nAn;1\n;\n \t;\nBình;2\n\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tên;tiền\n\"An;1\nBình;2\n", "tên;tiền\n\"An\"x;1\n", "tên;tiền\nAn;1\nBình;\"2\nChi;3"})
    void openQuotationMarkEndsReadingWithItsLine(String text) throws Exception {
        var problem = form.refusal("d.csv", text);
        assertEquals("DATA-QUOTES", problem.code());
        assertTrue(((Place.Text) problem.place()).line() > 0);
    }

    @Test
    void numbersOfAColumnAreReadInOneStyle() throws Exception {
        assertEquals(
                List.of("1|a||1.234|||", "2|b||0,5|||"),
                form.rows("d.csv", "tên\ttiền\na\t1,234\nb\t0.5\n"),
                "English");
        assertEquals(
                List.of("1|a||1.234|||", "2|b||0,5|||"),
                form.rows("d.csv", "tên\ttiền\na\t1.234\nb\t0,5\n"),
                "Vietnamese");
        assertEquals(List.of("1|a||1.234|||"), form.rows("d.csv", "tên\ttiền\na\t1.234\n"), "nothing decides");
        assertTrue(form.codes().contains("DATA-NUMBER-STYLE 1:1"), form.codes().toString());
    }

    @Test
    void datesOfAColumnAreReadInOneOrder() throws Exception {
        assertEquals(
                List.of("1|a|||05/3/2024||", "2|b|||31/12/2024||"),
                form.rows("d.csv", "tên;ngàySinh\na;3/5/2024\nb;12/31/2024\n"));
    }

    @Test
    void valuesThatDoNotFitKeepTheirTextAndAreLocated() throws Exception {
        var rows = form.rows("d.csv", "tên;tiền;ngàySinh;xã;nữ\nAn;chưa có;31/02/2024;Hà Nội;hai\nBình;1;;;\n");
        assertEquals(List.of("1|An||chưa có|31/02/2024|Hà Nội|hai", "2|Bình||1|||"), rows);
        assertEquals(
                List.of(
                        "DATA-COLUMN-MISSING 1:1",
                        "DATA-VALUE 2:1",
                        "DATA-VALUE 2:1",
                        "DATA-VALUE 2:1",
                        "DATA-VALUE 2:1"),
                form.codes());
        var message = form.problems().get(1).message();
        assertTrue(message.contains("«Số tiền»") && message.contains("«chưa có»"), message);
    }

    @Test
    void aProblemInEachRowIsReportedOnlyAHundredTimes() throws Exception {
        var text = new StringBuilder("tên;tiền\n");
        for (int i = 0; i < 5000; i++) {
            text.append("An;x\n");
        }
        assertEquals(5000, form.rows("d.csv", text.toString()).size());
        assertEquals(101, form.problems().size());
        assertEquals("DATA-MORE", form.problems().getLast().code());
        assertTrue(form.problems().getLast().message().contains("4.901"), "with the missing columns");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tên;Họ và tên | DATA-COLUMN-TWICE",
                "tiền;xã | DATA-COLUMN-REQUIRED",
                "a;b;c | DATA-COLUMN-REQUIRED"
            })
    void labelsThatCannotBeMatchedEndReading(String labels, String code) throws Exception {
        assertEquals(code, form.refusal("d.csv", labels + "\n1;2;3\n").code());
    }

    @Test
    void unknownAndMissingColumnsAreWarned() throws Exception {
        assertEquals(List.of("1|An|||||"), form.rows("d.csv", "tên;ghi chú\nAn;x\n"));
        assertEquals(List.of("DATA-COLUMN-UNKNOWN 1:1", "DATA-COLUMN-MISSING 1:1"), form.codes());
        assertTrue(form.problems().stream().noneMatch(Problem::isError));
    }

    @Test
    void diacriticsDistinguishColumns() throws Exception {
        var other = new FilledForm(folder, """
            mẫu biểu M "M" { cột tỉnh "Tỉnh": chữ   cột tính "Tính": chữ }
            """);
        assertEquals(List.of("Quảng Trị|tốt"), other.rows("d.csv", "TÍNH;Tỉnh\ntốt;Quảng Trị\n"));
        assertEquals(
                "DATA-COLUMN-UNSURE", other.refusal("d.csv", "tinh;x\n1;2\n").code());
    }

    @Test
    void columnsWithTheSameTitleAreDistinguishedByTheirGroups() throws Exception {
        var other = new FilledForm(folder, """
            mẫu biểu M "M" {
                cột tên "Tên": chữ
                nhóm a "Năm trước" { cột a1 "Số lượng": số }
                nhóm b "Năm nay" { cột b1 "Số lượng": số }
            }
            """);
        assertEquals(List.of("x|1|2"), other.rows("d.csv", "Tên;Năm nay - Số lượng;Năm trước - Số lượng\nx;2;1\n"));
        assertEquals(
                "DATA-COLUMN-UNSURE",
                other.refusal("d.csv", "Tên;Số lượng\nx;2\n").code());
    }

    @Test
    void sectionsComeFromAColumn() throws Exception {
        var other = new FilledForm(folder, """
            danh mục LV { Tài "Tài chính"   Giáo "Giáo dục" }
            mẫu biểu M "M" { cột tên "Tên": chữ   lĩnh vực theo LV, đánh số I }
            """);
        assertEquals(
                List.of("#I. Tài chính", "a", "b", "#II. Giáo dục", "c"),
                other.rows("d.csv", "Lĩnh vực;Tên\nTài;a\ntai chinh;b\nGiáo dục;c\n"));
        assertEquals(List.of(), other.codes());
        other.rows("d.csv", "Lĩnh vực;Tên\nTài;a\nGiáo;b\nTài;c\n;d\nY tế;e\n");
        assertEquals(List.of("DATA-SECTION-AGAIN 4:1", "DATA-SECTION-NONE 5:1", "DATA-SECTION 6:1"), other.codes());
    }

    @Test
    void filesWithoutContentAreReported() throws Exception {
        assertEquals("DATA-NO-LABELS", form.refusal("d.csv", "").code());
        assertEquals("DATA-NO-LABELS", form.refusal("d.csv", "\n\n\n").code());
        assertEquals(List.of(), form.rows("d.csv", "tên;tiền\n"));
        assertTrue(form.codes().contains("DATA-EMPTY 1:1"), form.codes().toString());
        assertEquals(
                "DATA-UNREADABLE", form.refusal("dữ liệu từ \"không-có.csv\"").code());
        java.nio.file.Files.createDirectory(folder.resolve("thư-mục.csv"));
        assertEquals(
                "DATA-UNREADABLE", form.refusal("dữ liệu từ \"thư-mục.csv\"").code());
    }

    @Test
    void binaryFileIsRejected() throws Exception {
        var bytes = new byte[100_000];
        new java.util.Random(1).nextBytes(bytes);
        bytes[0] = 'P';
        bytes[1] = 'K';
        assertTrue(form.refusal("d.csv", bytes).code().startsWith("DATA-"));
    }

    @Test
    void endlessCellIsRejected() throws Exception {
        assertEquals(
                "DATA-QUOTES",
                form.refusal("d.csv", "tên;tiền\n\"" + "a\n".repeat(2_000_000)).code());
    }
}
