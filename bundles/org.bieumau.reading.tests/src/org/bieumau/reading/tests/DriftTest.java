/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.FormTemplate;
import org.bieumau.reading.internal.draw.TemplateDrawing;
import org.bieumau.reading.internal.match.Decision;
import org.bieumau.reading.internal.match.FormFinder;
import org.bieumau.reading.internal.match.FormMatch;
import org.bieumau.reading.internal.match.KnownLabels;
import org.bieumau.reading.internal.shape.ShapeFinder;
import org.bieumau.testing.RealFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns of a real file that changed since its template was made are assigned by their labels. */
class DriftTest {

    @TempDir
    private Path folder;

    private static FormTemplate template(Path file, String sheet) throws Exception {
        var shape = Import.content(file).grids().stream()
                .filter(grid -> grid.name().equals(sheet))
                .flatMap(grid -> ShapeFinder.find(grid).stream())
                .findFirst()
                .orElseThrow();
        return new BieuReader()
                .read(TemplateDrawing.of(shape, "M", "Biểu"))
                .element(FormTemplate.class, "M")
                .orElseThrow();
    }

    private static FormMatch match(Path file, String sheet, FormTemplate template) throws Exception {
        var finder = new FormFinder(ResolvedTemplate.of(template), new KnownLabels());
        return Import.content(file).grids().stream()
                .filter(grid -> grid.name().equals(sheet))
                .flatMap(grid -> finder.find(grid).stream())
                .findFirst()
                .orElseThrow();
    }

    /** Returns for each column of the file that is read the position of its column in the template. */
    private static Map<Integer, Integer> taken(FormMatch match) {
        var taken = new LinkedHashMap<Integer, Integer>();
        match.columns().forEach((column, leaf) -> taken.put(column.first(), leaf.index()));
        return taken;
    }

    @Test
    void movedColumnIsFoundAndTheNewOneInItsPlaceIsNotRead() throws Exception {
        var template = template(RealFile.HOSPITALS_2023.copyTo(folder), "Worksheet");
        var match = match(RealFile.HOSPITALS_2025.copyTo(folder), "Worksheet", template);

        var expected = new LinkedHashMap<Integer, Integer>();
        for (int column = 0; column < 20; column++) {
            expected.put(column, column);
        }
        // The codes of regions are new in column C, those of zones moved to U.
        expected.remove(2);
        expected.put(20, 2);
        assertEquals(expected, taken(match));
        assertTrue(match.score() > FormMatch.KNOWN, "score: " + match.score());
        var added = match.decisions().stream()
                .filter(decision -> decision.kind() == Decision.Kind.ADDED)
                .map(Decision::reason)
                .toList();
        assertEquals(1, added.size());
        assertTrue(added.getFirst().startsWith("«Mã khu vực» ("), added::toString);
    }

    @Test
    void addedColumnsDoNotShiftTheOthers() throws Exception {
        var original = RealFile.LABOUR_SURVEY.copyTo(folder);
        var template = template(original, "Zoom 50%");
        var drifted = folder.resolve("drifted.xlsx");
        try (var book = new XSSFWorkbook(original.toFile());
                var out = Files.newOutputStream(drifted)) {
            drift(book.getSheet("Zoom 50%"));
            book.write(out);
        }

        var match = match(drifted, "Zoom 50%", template);

        assertEquals(10, match.shape().grid().rowNumber(match.shape().top()));
        var expected = new LinkedHashMap<Integer, Integer>();
        for (int column = 0; column < 24; column++) {
            expected.put(column + 1, column);
        }
        assertEquals(expected, new LinkedHashMap<>(new TreeMap<>(taken(match))));
        assertEquals(
                3,
                match.decisions().stream()
                        .filter(decision -> decision.kind() == Decision.Kind.ADDED)
                        .count());
    }

    /** Puts a column in front of a sheet, two at its end, and its header two rows lower. */
    private static void drift(Sheet sheet) {
        var last = sheet.getLastRowNum();
        for (int i = last; i >= 7; i--) {
            var from = sheet.getRow(i);
            var to = sheet.getRow(i + 2) == null ? sheet.createRow(i + 2) : sheet.getRow(i + 2);
            for (int column = 30; column >= 0; column--) {
                var source = from == null ? null : from.getCell(column);
                var target = to.createCell(column + 1);
                if (source != null && source.getCellType() == CellType.STRING) {
                    target.setCellValue(source.getStringCellValue());
                } else if (source != null && source.getCellType() == CellType.NUMERIC) {
                    target.setCellValue(source.getNumericCellValue());
                }
            }
            if (from != null && i < 9) {
                for (int column = 0; column < 31; column++) {
                    from.createCell(column);
                }
            }
        }
        for (int i = sheet.getNumMergedRegions() - 1; i >= 0; i--) {
            var region = sheet.getMergedRegion(i);
            if (region.getFirstRow() >= 7) {
                sheet.removeMergedRegion(i);
                if (region.getFirstRow() < 10) {
                    sheet.addMergedRegion(new CellRangeAddress(
                            region.getFirstRow() + 2,
                            region.getLastRow() + 2,
                            region.getFirstColumn() + 1,
                            region.getLastColumn() + 1));
                }
            }
        }
        label(sheet, 0, "Mã hộ");
        label(sheet, 25, "Số điện thoại");
        label(sheet, 26, "Người cung cấp thông tin");
    }

    private static void label(Sheet sheet, int column, String text) {
        sheet.getRow(9).createCell(column).setCellValue(text);
        sheet.addMergedRegion(new CellRangeAddress(9, 10, column, column));
    }
}
