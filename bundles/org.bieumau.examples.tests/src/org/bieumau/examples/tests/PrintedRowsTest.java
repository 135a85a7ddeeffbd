/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.bieumau.model.Form;
import org.bieumau.testing.RealFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares the example of a form with printed rows with the workbook that the office sends to its communes. */
class PrintedRowsTest {

    private static final String EXAMPLE = "vidu-chitieu";

    @TempDir
    private Path folder;

    private final Registry registry = Registry.load(getClass().getClassLoader());

    @BeforeEach
    void copyExamples() throws Exception {
        Examples.copyTo(folder);
    }

    /** Returns the texts of ordinal, label and unit of the rows of a form, and the numbers in its fourth column. */
    private List<List<String>> printed(String form) throws Exception {
        var file = new BieuReader(List.of(), registry).read(folder.resolve(EXAMPLE + ".bieu"));
        assertEquals(List.of(), file.problems());
        var rows = new ArrayList<List<String>>();
        try (var pass = Layout.of(
                        file.element(Form.class, form).orElseThrow(),
                        registry.profile("nd30").orElseThrow())
                .open()) {
            for (var block = pass.next(); block != null; block = pass.next()) {
                if (block instanceof Block.Row row && (row.kind().isEntry() || row.kind() == Block.RowKind.SECTION)) {
                    rows.add(texts(row));
                }
            }
        }
        return rows;
    }

    private static List<String> texts(Block.Row row) {
        var texts = new ArrayList<>(List.of("", "", "", ""));
        for (var cell : row.cells()) {
            if (cell.column() < texts.size()) {
                texts.set(
                        cell.column(),
                        plain(cell.paragraphs().stream()
                                .map(Block.Paragraph::text)
                                .collect(Collectors.joining(" "))));
            }
        }
        return texts;
    }

    private static String plain(String text) {
        return text.replace('\u00A0', ' ').strip();
    }

    /** Returns the rows 12 to 60 of the commune's sheet in the workbook. */
    private List<List<String>> original() throws Exception {
        var importer = registry.importers().stream()
                .filter(each -> each.extensions().contains("xlsx"))
                .findFirst()
                .orElseThrow();
        var rows = new ArrayList<List<String>>();
        try (var items = importer.open(RealFile.LABOUR_SURVEY.copyTo(folder), Progress.NONE)) {
            var isSheet = false;
            for (var item = items.next(); item != null; item = items.next()) {
                if (item instanceof SourceItem.TableStart table) {
                    isSheet = table.place().position().contains("BC Xã");
                } else if (isSheet && item instanceof SourceItem.Row row && row.number() >= 12 && row.number() <= 60) {
                    rows.add(texts(row));
                }
            }
        }
        return rows;
    }

    private static List<String> texts(SourceItem.Row row) {
        var texts = new ArrayList<>(List.of("", "", "", ""));
        for (var cell : row.cells()) {
            if (cell.column() < texts.size()) {
                texts.set(cell.column(), plain(cell.shown()));
            }
        }
        return texts;
    }

    @Test
    void blankFormHasTheRowsOfTheWorkbook() throws Exception {
        var printed = printed("BCXãTrống");
        var original = original();
        assertEquals(49, original.size());
        // The heading of the section is in one merged cell there.
        assertEquals("I. THÔNG TIN CUNG LAO ĐỘNG", original.getFirst().getFirst());
        assertEquals(List.of("I", "THÔNG TIN CUNG LAO ĐỘNG", "", ""), printed.getFirst());
        assertEquals(original.subList(1, original.size()), printed.subList(1, printed.size()));
    }

    @Test
    void filledFormHasTheSameRowsAndItsNumbers() throws Exception {
        var blank = printed("BCXãTrống");
        var filled = printed("TânThủy2022");
        assertEquals(
                blank.stream().map(row -> row.subList(0, 3)).toList(),
                filled.stream().map(row -> row.subList(0, 3)).toList());
        assertEquals(List.of("1", "Số người từ 15 tuổi trở lên", "Người", "4.215"), filled.get(1));
        assertEquals(20, filled.stream().filter(row -> !row.get(3).isEmpty()).count());
        assertTrue(blank.stream().allMatch(row -> row.get(3).isEmpty()));
    }
}
