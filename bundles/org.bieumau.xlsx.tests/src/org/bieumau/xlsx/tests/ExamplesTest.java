/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.CellType;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.bieumau.model.Form;
import org.bieumau.model.LibraryElement;
import org.bieumau.xlsx.internal.XlsxExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks the workbooks of the examples: what is shown is what LibreOffice computes. */
class ExamplesTest {

    private final Registry registry = Registry.load(getClass().getClassLoader());

    @TempDir
    private Path folder;

    private Workbook export(LibraryElement element) throws Exception {
        var layout = Layout.of(element, registry.profile("nd30").orElseThrow());
        var file = folder.resolve(element.getName() + ".xlsx");
        try (var out = Files.newOutputStream(file)) {
            new XlsxExporter().export(layout, out, Progress.NONE);
        }
        return new Workbook(file, List.of());
    }

    private List<Form> forms(String example) throws Exception {
        return new BieuReader(List.of(), registry)
                .read(folder.resolve(example + ".bieu")).elements().stream()
                        .filter(Form.class::isInstance)
                        .map(Form.class::cast)
                        .toList();
    }

    /** Returns the values of a workbook; sums of binary fractions differ from those of decimals in the last digits. */
    private static Map<String, String> rounded(Workbook book) {
        var values = new TreeMap<>(book.values());
        values.replaceAll((cell, value) -> value.matches("(int|float) .*")
                ? new BigDecimal(value.replaceFirst(".* ", ""))
                        .round(new MathContext(13))
                        .stripTrailingZeros()
                        .toPlainString()
                : value);
        return values;
    }

    @Test
    void valuesAreThoseThatAreRecalculated() throws Exception {
        Examples.copyTo(folder);
        var formulas = 0;
        for (var example : Examples.NAMES) {
            for (var form : forms(example)) {
                var book = export(form);
                assertEquals(rounded(book), rounded(book.recalculated()), form.getName());
                for (var row : book.sheet()) {
                    for (var cell : row) {
                        formulas += cell.getCellType() == CellType.FORMULA ? 1 : 0;
                    }
                }
            }
        }
        assertTrue(formulas >= 30, "formulas: " + formulas);
    }

    /** The expected values were computed by hand from the numbers of the example. */
    @Test
    void totalsOfTheCompensationsAreRight() throws Exception {
        Examples.copyTo(folder);
        var values = export(forms("vidu-boithuong").getFirst()).values();
        var expected = Map.ofEntries(
                Map.entry("D12", "16.3775"),
                Map.entry("E12", "261"),
                Map.entry("H12", "-1124.75"),
                Map.entry("I12", "78118.5"),
                Map.entry("D16", "6.625"),
                Map.entry("I16", "12222.125"),
                Map.entry("B17", "5"),
                Map.entry("D17", "23.0025"),
                Map.entry("E17", "60.2"),
                Map.entry("F17", "81815.5"),
                Map.entry("G17", "9748"),
                Map.entry("H17", "-1222.875"),
                Map.entry("I17", "90340.625"),
                Map.entry("J17", "298.62"),
                Map.entry("J9", "284.87"),
                Map.entry("C9", "2025-02-14 00:00:00"));
        expected.forEach((cell, value) -> assertEquals(
                value,
                String.valueOf(values.get(cell)).replaceFirst("^\\w+ ", "").replaceFirst("\\.0$", ""),
                cell));
    }
}
