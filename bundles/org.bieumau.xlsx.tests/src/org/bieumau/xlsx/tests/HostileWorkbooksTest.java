/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bieumau.core.internal.sheet.CellNames;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.testing.OfficeFile;
import org.bieumau.testing.RealFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damaged and hostile workbooks end with a problem that says what to do, or are read in bounded time. */
@Timeout(60)
class HostileWorkbooksTest {

    @TempDir
    private Path folder;

    private Path file(SheetFile file) throws Exception {
        return file.file().write(folder.resolve("a.xlsx"));
    }

    private static Problem problem(Path file) {
        var problem = assertThrows(ProblemException.class, () -> ReadWorkbook.of(file))
                .problem();
        assertEquals(file.toString(), problem.place().file());
        assertFalse(problem.message().contains("Exception"), problem::message);
        return problem;
    }

    private static void assertProblem(String code, Path file) {
        var problem = problem(file);
        assertEquals(code, problem.code(), problem::toString);
    }

    @Test
    void filesOfOtherFormatsWithTheExtensionOfAWorkbookAreReported() throws Exception {
        var word = RealFile.CURRICULUM_VITAE.copyTo(folder);
        assertProblem("WORKBOOK-KIND", Files.move(word, folder.resolve("cv.xlsx")));
        var old = RealFile.UNITS_XLS.copyTo(folder);
        assertProblem("FILE-OLD-FORMAT", Files.move(old, folder.resolve("donvi.xlsx")));
        assertProblem("FILE-NOT-OFFICE", Files.writeString(folder.resolve("web.xlsx"), "<html><table></table></html>"));
        assertProblem("FILE-LOCK", Files.writeString(folder.resolve("~$a.xlsx"), "user"));
        assertProblem("FILE-NOT-OFFICE", Files.writeString(folder.resolve("stub.xlsx"), "This file is virtual"));
        var binary = new OfficeFile()
                .part("/xl/workbook.bin", "application/vnd.ms-excel.sheet.binary.macroEnabled.main", "")
                .relate("/", "rId1", "officeDocument", "/xl/workbook.bin");
        assertProblem("WORKBOOK-KIND", binary.write(folder.resolve("b.xlsx")));
    }

    /** Each length leaves another part incomplete. */
    @Test
    void truncatedFilesAreDamaged() throws Exception {
        var bytes = Files.readAllBytes(RealFile.LABOUR_SURVEY.copyTo(folder));
        for (int length = bytes.length - 1; length > 0; length -= 1500) {
            var file = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(bytes, length));
            assertTrue(problem(file).code().startsWith("FILE-"));
        }
    }

    @Test
    void truncatedSheetIsDamagedBeforeAnyRowIsRead() throws Exception {
        var book = new SheetFile().rows("S", "");
        var part = "/xl/worksheets/sheet1.xml";
        var cut =
                "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData><row><c><v>1</v>";
        assertProblem("FILE-XML", book.file().part(part, cut.getBytes()).write(folder.resolve("a.xlsx")));
    }

    @Test
    void missingPartsAreNamed() throws Exception {
        var book = new SheetFile().rows("S", "").file();
        book.relate("/xl/workbook.xml", "rId1", "worksheet", "/xl/worksheets/missing.xml");
        assertProblem("FILE-PART-MISSING", book.write(folder.resolve("a.xlsx")));
    }

    @Test
    void missingTextIsAProblemOfItsCell() throws Exception {
        var problem = problem(
                file(new SheetFile().texts("<t>x</t>").rows("S", "<row r='3'><c r='B3' t='s'><v>7</v></c></row>")));
        assertEquals("WORKBOOK-STRING", problem.code());
        assertEquals("B3", ((Place.Cell) problem.place()).address());
    }

    @Test
    void entitiesAreNotResolved() throws Exception {
        var secret = Files.writeString(folder.resolve("secret.txt"), "bí mật");
        var book = new SheetFile().rows("S", "").file();
        var xml = """
                <!DOCTYPE x [<!ENTITY e SYSTEM "%s">]>
                <worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData><row r='1'>
                <c r='A1' t='inlineStr'><is><t>&e;</t></is></c></row></sheetData></worksheet>
                """.formatted(secret.toUri());
        assertProblem(
                "FILE-UNSAFE",
                book.part("/xl/worksheets/sheet1.xml", xml.getBytes()).write(folder.resolve("a.xlsx")));
    }

    @Test
    void zipBombIsRejected() throws Exception {
        var bomb = "<row><c><v>1</v></c></row>".repeat(2_000_000);
        assertProblem("FILE-LIMIT", file(new SheetFile().rows("S", bomb)));
    }

    @Test
    void manyMergedRangesAreReadInBoundedTime() throws Exception {
        var merges = new StringBuilder("<mergeCells>");
        for (int i = 1; i <= 65_000; i++) {
            merges.append("<mergeCell ref='A%d:C%d'/>".formatted(2 * i, 2 * i + 1));
        }
        var rows = new StringBuilder();
        for (int i = 1; i <= 20_000; i++) {
            rows.append("<row r='%d'><c r='A%d'><v>%d</v></c></row>".formatted(2 * i, 2 * i, i));
        }
        var book = ReadWorkbook.of(
                file(new SheetFile().sheet("S", "", "<sheetData>" + rows + "</sheetData>" + merges + "</mergeCells>")));
        assertEquals(20_000, book.rows().size());
        assertEquals(3, book.cell("A40000").columnSpan());
    }

    /** Each range covers all rows from its own on, so that a naive reader compares all ranges for each row. */
    @Test
    void rangesOverManyRowsAreReadInBoundedTime() throws Exception {
        var merges = new StringBuilder("<mergeCells>");
        for (int i = 1; i <= 65_000; i++) {
            merges.append("<mergeCell ref='A%d:XFD1048576'/>".formatted(i));
        }
        var rows = "<row><c><v>1</v></c></row>".repeat(20_000);
        var book = ReadWorkbook.of(
                file(new SheetFile().sheet("S", "", "<sheetData>" + rows + "</sheetData>" + merges + "</mergeCells>")));
        assertEquals(20_000, book.rows().size());
    }

    @Test
    void columnsMergedOverTooManyRowsAreRejected() throws Exception {
        var merges = new StringBuilder("<mergeCells>");
        for (int column = 0; column < 700; column++) {
            var name = CellNames.column(column);
            merges.append("<mergeCell ref='%s1:%s1048576'/>".formatted(name, name));
        }
        var rows = "<row><c r='XFD1'><v>1</v></c></row>".repeat(20_000);
        assertProblem(
                "FILE-LIMIT",
                file(new SheetFile().sheet("S", "", "<sheetData>" + rows + "</sheetData>" + merges + "</mergeCells>")));
    }

    @Test
    void rowsWithTooManyCellsAreRejected() throws Exception {
        var cells = "<c><v>1</v></c>".repeat(16_385);
        var problem = problem(file(new SheetFile().rows("S", "<row r='7'>" + cells + "</row>")));
        assertEquals("FILE-LIMIT", problem.code());
        assertEquals("A7", ((Place.Cell) problem.place()).address());
    }

    @Test
    void cellsInDescendingOrderAreReadInBoundedTime() throws Exception {
        var row = new StringBuilder();
        for (int column = 16_383; column >= 0; column--) {
            row.append("<c r='%s1'><v>1</v></c>".formatted(CellNames.column(column)));
        }
        var rows = ("<row r='1'>" + row + "</row>").repeat(10);
        assertEquals(
                10,
                ReadWorkbook.of(file(new SheetFile().rows("S", rows))).rows().size());
    }

    /** A style names a style that names it again. */
    @Test
    void loopsOfStylesAreReadInBoundedTime() throws Exception {
        var book = ReadWorkbook.of(file(new SheetFile()
                .styles("""
                <fonts><font/></fonts><cellStyleXfs><xf xfId='1'/><xf xfId='0'/></cellStyleXfs>
                <cellXfs><xf xfId='1' fontId='99' numFmtId='99999'/></cellXfs>
                <cellStyles><cellStyle name='a' xfId='1'/></cellStyles>
                """)
                .rows("S", "<row r='1'><c r='A1' s='0'><v>1</v></c><c r='B1' s='9999999'><v>2</v></c></row>")));
        assertEquals("1", book.shown("A1"));
        assertEquals("2", book.shown("B1"));
    }

    @Test
    void hugeNumbersAreTexts() throws Exception {
        var book = ReadWorkbook.of(file(new SheetFile()
                .formats("#,##0")
                .rows("S", "<row r='1'><c r='A1' s='1'><v>1E999999999</v></c><c r='B1' s='1'><v>1E300</v></c></row>")));
        assertEquals("1E999999999", book.shown("A1"));
        assertEquals(401, book.shown("B1").length());
    }
}
