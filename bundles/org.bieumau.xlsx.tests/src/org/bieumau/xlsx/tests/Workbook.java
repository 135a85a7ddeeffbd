/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.testing.ExternalTool;
import org.bieumau.testing.LibreOffice;
import org.bieumau.testing.Python;
import org.bieumau.xlsx.internal.XlsxExporter;

/**
 * An exported workbook, which is read by openpyxl, and recalculated and shown by LibreOffice.
 *
 * @param file the file
 * @param leftOut what the exporter reports
 */
record Workbook(Path file, List<Finding> leftOut) {

    private static final String VALUES = """
            import openpyxl, sys
            sheet = openpyxl.load_workbook(sys.argv[1], data_only=True).worksheets[0]
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value not in (None, ''):
                        print(cell.coordinate, type(cell.value).__name__, str(cell.value).replace('\\n', '|'), sep='\\t')
            """;
    private static final String EDIT = """
            import openpyxl, sys
            book = openpyxl.load_workbook(sys.argv[1])
            for edit in sys.argv[3:]:
                cell, value = edit.split('=')
                try:
                    value = float(value)
                except ValueError:
                    pass
                book.worksheets[0][cell] = value
            book.save(sys.argv[2])
            """;

    /** Exports an element of a text. */
    static Workbook of(Path folder, String element, String text) throws Exception {
        var source = Files.writeString(folder.resolve(element + ".bieu"), text);
        var result = new BieuReader(List.of()).read(source);
        assertFalse(result.hasErrors(), () -> result.problems().toString());
        var form = result.library().getElements().stream()
                .filter(each -> element.equals(each.getName()))
                .findFirst()
                .orElseThrow();
        var profile =
                Registry.load(Workbook.class.getClassLoader()).profile("nd30").orElseThrow();
        var layout = Layout.of(form, profile);
        var file = folder.resolve(element + ".xlsx");
        try (var out = Files.newOutputStream(file)) {
            new XlsxExporter().export(layout, out, Progress.NONE);
        }
        return new Workbook(file, new XlsxExporter().leftOut(layout));
    }

    /**
     * Returns the values that openpyxl reads, by cell, such as <code>int 5</code>. Those of formulas are the values
     * that were written with them.
     */
    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        Python.run("openpyxl", VALUES, file).lines().forEach(line -> {
            var parts = line.split("\t", 3);
            values.put(parts[0], parts[1] + " " + parts[2]);
        });
        return values;
    }

    /** Returns this workbook after LibreOffice recalculated it. */
    Workbook recalculated() throws IOException {
        return with();
    }

    /**
     * Returns this workbook after values were typed into cells, such as <code>C4=2</code>. LibreOffice recalculates it,
     * because openpyxl does not keep the values of formulas.
     */
    Workbook with(String... edits) throws IOException {
        var edited = file.resolveSibling("edited-" + file.getFileName());
        var arguments = new ArrayList<Object>(List.of(file, edited));
        arguments.addAll(Arrays.asList(edits));
        Python.run("openpyxl", EDIT, arguments.toArray());
        var folder = Files.createDirectories(file.resolveSibling("recalculated"));
        return new Workbook(LibreOffice.convert(edited, "xlsx", folder), leftOut);
    }

    /** Returns the rows as LibreOffice shows them, with English separators. */
    List<List<String>> shown() throws IOException {
        var text = LibreOffice.convert(
                file, "csv:Text - txt - csv (StarCalc):9,34,76,1,,1033,false,true", file.getParent());
        return Files.readAllLines(text).stream()
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    /** Returns the text of the pages that LibreOffice prints, with single spaces. */
    String printed() throws IOException {
        var pages = LibreOffice.convert(file, "pdf", file.getParent());
        return ExternalTool.PDFTOTEXT.run("-layout", pages, "-").replaceAll("[ ]+", " ");
    }

    /** Returns a part of the file as text. */
    String part(String name) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Returns the sheet as POI reads it. */
    XSSFSheet sheet() throws IOException {
        try (var book = new XSSFWorkbook(Files.newInputStream(file))) {
            return book.getSheetAt(0);
        }
    }
}
