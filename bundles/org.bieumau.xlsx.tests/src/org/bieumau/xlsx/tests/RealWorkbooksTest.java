/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bieumau.core.source.SourceItem.Cell;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.core.source.SourceItem.Merge;
import org.bieumau.testing.Python;
import org.bieumau.testing.RealFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads workbooks that offices made. */
class RealWorkbooksTest {

    /** Prints each cell with content, and the size of each merged range that begins in one. */
    private static final String CELLS = """
            import openpyxl, sys, datetime
            for sheet in openpyxl.load_workbook(sys.argv[1], data_only=True).worksheets:
                spans = {(r.min_row, r.min_col): r.size for r in sheet.merged_cells.ranges}
                for row in sheet.iter_rows():
                    for cell in row:
                        value = cell.value
                        if value is None or isinstance(value, str) and not value.replace('\\xa0', ' ').strip():
                            continue
                        if isinstance(value, datetime.datetime):
                            value = value.isoformat()
                        span = spans.get((cell.row, cell.column), {'columns': 1, 'rows': 1})
                        print(sheet.title + '!' + cell.coordinate, span['columns'], span['rows'] > 1,
                              str(value).replace('\\n', '|'), sep='\\t')
            """;

    @TempDir
    private Path folder;

    static Stream<RealFile> workbooks() {
        return Stream.of(RealFile.values()).filter(file -> file.fileName().endsWith(".xlsx"));
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void eachCellIsReadAsOpenpyxlReadsIt(RealFile file) throws Exception {
        var copy = file.copyTo(folder);
        var expected = new TreeMap<String, String>();
        Python.run("openpyxl", CELLS, copy).lines().forEach(line -> {
            var parts = line.split("\t", 4);
            expected.put(parts[0], String.join("\t", parts[1], parts[2].toLowerCase(), value(parts[3])));
        });
        var read = new TreeMap<String, String>();
        ReadWorkbook.of(copy).cells().forEach((name, cell) -> {
            if (cell.kind() != Kind.BLANK) {
                read.put(name, cell.columnSpan() + "\t" + (cell.merge() == Merge.START) + "\t" + value(stored(cell)));
            }
        });
        assertTrue(read.size() > 30, read::toString);
        assertEquals(expected, read);
    }

    private static String stored(Cell cell) {
        return cell.kind() == Kind.DATE ? cell.stored() + ":00" : String.valueOf(cell.stored());
    }

    /** Returns a comparable form of a number or text. */
    private static String value(String text) {
        return text.matches("-?[0-9]+([.][0-9]+)?")
                ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                : Normalizer.normalize(text, Normalizer.Form.NFC).replace('\n', '|');
    }

    /** Column numbers are stored as the numbers -3, -6 with a format that shows parentheses. */
    @Test
    void columnNumbersAreShownInParentheses() throws Exception {
        var cells = ReadWorkbook.of(RealFile.LAND_INVENTORY.copyTo(folder)).cells();
        var numbers = new ArrayList<String>();
        for (char column = 'A'; column <= 'H'; column++) {
            numbers.add(cells.get("Sheet1!" + column + "10").shown());
        }
        assertEquals("[(1), (2), (3), (4)=(5)+(18), (5)=(6)+…+(17), (6), (7), (8)]", numbers.toString());
        assertEquals(BigDecimal.valueOf(-6), cells.get("Sheet1!F10").stored());
    }

    /** The sheet is formatted up to column BV; its content ends in column V. */
    @Test
    void rowsEndWithTheirContent() throws Exception {
        var widest = ReadWorkbook.of(RealFile.LAND_INVENTORY.copyTo(folder)).cells().values().stream()
                .mapToInt(cell -> cell.column() + cell.columnSpan())
                .max()
                .orElseThrow();
        assertEquals(22, widest);
    }

    @Test
    void dateIsShownAsInVietnam() throws Exception {
        var date =
                ReadWorkbook.of(RealFile.LABOUR_SURVEY.copyTo(folder)).cells().get("Zoom 50%!C11");
        assertEquals("01/01/1980", date.shown());
        assertEquals(Kind.DATE, date.kind());
    }

    @Test
    void generalNumbersKeepAllTheirDigits() throws Exception {
        var cells = ReadWorkbook.of(RealFile.HOSPITALS_2025.copyTo(folder)).cells();
        assertEquals("23962789524.77", cells.get("Worksheet!L7").shown());
        assertEquals("27794", cells.get("Worksheet!D7").shown());
    }
}
