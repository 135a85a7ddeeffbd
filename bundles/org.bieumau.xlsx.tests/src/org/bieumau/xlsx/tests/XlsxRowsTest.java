/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.form.DataException;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.problem.Place;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fills forms with the rows of workbooks: <code>dữ liệu từ "danhsach.xlsx"</code>. */
class XlsxRowsTest {

    private static final String FORM = """
        mẫu biểu M "M" {
            cột tt "TT": số thứ tự
            cột tên "Họ và tên": chữ, bắt buộc
            cột sinh "Ngày sinh": ngày
            nhóm n "Thu nhập" {
                cột năm "Cả năm": số tiền
                cột tháng "Một tháng": số
            }
        }
        biểu B lập theo mẫu M { dữ liệu từ "d.xlsx" }
        """;

    @TempDir
    private Path folder;

    private static String row(int number, String... cells) {
        var row = new StringBuilder("<row r='%d'>".formatted(number));
        for (int i = 0; i < cells.length; i++) {
            var name = (char) ('A' + i) + "" + number;
            if (cells[i].matches("-?[0-9.]+")) {
                row.append("<c r='%s' s='%d'><v>%s</v></c>".formatted(name, i == 2 ? 1 : 0, cells[i]));
            } else if (!cells[i].isEmpty()) {
                row.append("<c r='%s' t='inlineStr'><is><t>%s</t></is></c>".formatted(name, cells[i]));
            }
        }
        return row + "</row>";
    }

    private List<String> rows(SheetFile data) throws Exception {
        data.formats("dd/mm/yyyy").file().write(folder.resolve("d.xlsx"));
        return rows();
    }

    private List<String> rows() throws Exception {
        var file = new BieuReader(List.of()).read(Files.writeString(folder.resolve("a.bieu"), FORM));
        assertEquals(List.of(), file.problems());
        var form = file.element(Form.class, "B").orElseThrow();
        var profile = Registry.load(getClass().getClassLoader()).profile("nd30").orElseThrow();
        var rows = new ArrayList<String>();
        try (var blocks = Layout.of(form, profile).open()) {
            for (var block = blocks.next(); block != null; block = blocks.next()) {
                if (block instanceof Block.Row row && row.kind() == Block.RowKind.ENTRY) {
                    rows.add(String.join(
                            "|",
                            row.cells().stream()
                                    .map(cell -> cell.paragraphs().getFirst().text())
                                    .toList()));
                }
            }
        }
        return rows;
    }

    @Test
    void columnsAreFoundByTheirTitlesInAnyOrder() throws Exception {
        assertEquals(
                List.of("1|Nguyễn Văn An|05/4/1990|65.000.000|5,5", "2|Trần Thị Bình|||7"),
                rows(new SheetFile()
                        .rows(
                                "Sheet1",
                                row(1, "Họ và tên", "Cả năm", "Ngày sinh", "Một tháng")
                                        + row(2, "Nguyễn Văn An", "65000000", "32968", "5.5")
                                        + row(4, "Trần Thị Bình", "", "", "7"))));
    }

    /** A form that was printed and filled in: title, header of two levels, numbers of columns. */
    @Test
    void titlesOfAPrintedFormAreFound() throws Exception {
        assertEquals(
                List.of("1|An|05/4/1990|65.000.000|5,5", "2|Bình||1|2"),
                rows(new SheetFile()
                        .sheet(
                                "S",
                                "",
                                "<sheetData>" + row(1, "UBND XÃ", "", "", "CỘNG HÒA") + row(2, "DANH SÁCH")
                                        + row(4, "TT", "Họ và tên", "Ngày sinh", "Thu nhập")
                                        + row(5, "", "", "", "Cả năm", "Một tháng")
                                        + row(6, "(1)", "(2)", "(3)", "(4)", "(5)")
                                        + row(7, "1", "An", "32968", "65000000", "5.5")
                                        + row(8, "2", "Bình", "", "1", "2")
                                        + "</sheetData><mergeCells><mergeCell ref='A2:E2'/><mergeCell"
                                        + " ref='A4:A5'/><mergeCell ref='B4:B5'/><mergeCell"
                                        + " ref='C4:C5'/><mergeCell ref='D4:E4'/></mergeCells>")));
    }

    @Test
    void textMergedOverRowsBelongsToEachOfThem() throws Exception {
        assertEquals(
                List.of("1|An||1|", "2|An||2|", "3|Bình||3|"),
                rows(new SheetFile()
                        .sheet(
                                "S",
                                "",
                                "<sheetData>" + row(1, "Họ và tên", "Cả năm") + row(2, "An", "1") + row(3, "", "2")
                                        + row(4, "Bình", "3")
                                        + "</sheetData><mergeCells><mergeCell ref='A2:A3'/></mergeCells>")));
    }

    @Test
    void hiddenSheetsAreNotRead() throws Exception {
        assertEquals(
                List.of("1|An|||"),
                rows(new SheetFile()
                        .sheet("Danh mục", "state='hidden'", "<sheetData>" + row(1, "x", "y") + "</sheetData>")
                        .rows("Trống", "")
                        .rows("S", row(1, "TT", "Họ và tên") + row(2, "1", "An"))));
    }

    @Test
    void placesOfProblemsAreCells() throws Exception {
        var data = new SheetFile().rows("S", row(1, "Tên khác", "y") + row(2, "a", "b"));
        var problem = assertThrows(DataException.class, () -> rows(data)).problem();
        assertEquals("DATA-COLUMN-REQUIRED", problem.code());
        assertEquals("A1", ((Place.Cell) problem.place()).address());
    }

    @Test
    void fileWithoutTitlesIsAProblem() throws Exception {
        var data = new SheetFile().rows("S", row(1, "1", "2") + row(2, "3", "4"));
        assertEquals(
                "WORKBOOK-LABELS",
                assertThrows(DataException.class, () -> rows(data)).problem().code());
    }

    @Test
    void damagedFileIsAProblem() throws Exception {
        Files.writeString(folder.resolve("d.xlsx"), "không phải Excel");
        var problem = assertThrows(DataException.class, this::rows).problem();
        assertEquals("FILE-NOT-OFFICE", problem.code());
        assertTrue(problem.place().file().endsWith("d.xlsx"));
    }
}
