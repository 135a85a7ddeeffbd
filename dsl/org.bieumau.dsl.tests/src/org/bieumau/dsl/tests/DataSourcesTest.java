/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bieumau.core.form.FormColumn;
import org.bieumau.core.form.RowSource;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.RowSourceProvider;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests data sources of forms (<code>dữ liệu</code>) and the provenance of rows (<code>nguồn</code>). */
class DataSourcesTest {

    private static final String TEMPLATE = """
            mẫu biểu M "M" {
                cột tên "Tên": chữ
                cột xã "Xã": chữ
            }

            """;

    @TempDir
    private Path folder;

    private final Registry registry = Registry.load(getClass().getClassLoader());

    /** Reads lines of words separated by semicolons; the words are the values of the columns. */
    private static final class Lines implements RowSourceProvider {

        @Override
        public String id() {
            return "dòng";
        }

        @Override
        public Set<String> extensions() {
            return Set.of("txt");
        }

        @Override
        public RowSource rows(Path file) {
            return columns -> {
                var lines = Files.readAllLines(file).iterator();
                return new RowSource.Rows() {
                    @Override
                    public RowSource.SourcedEntry next() {
                        return lines.hasNext() ? new RowSource.SourcedEntry(null, entry(lines.next(), columns)) : null;
                    }

                    @Override
                    public void close() {}
                };
            };
        }

        private static Entry entry(String line, List<? extends FormColumn> columns) {
            var entry = BieumauFactory.eINSTANCE.createEntry();
            var words = line.split(";");
            for (var column : columns) {
                var value = BieumauFactory.eINSTANCE.createTextValue();
                value.setText(words[column.index()]);
                var cell = BieumauFactory.eINSTANCE.createCell();
                cell.setColumn(column.source());
                cell.setValue(value);
                entry.getCells().add(cell);
            }
            return entry;
        }
    }

    private BieuFile read(String form) throws Exception {
        return new BieuReader(List.of(), registry).read(Files.writeString(folder.resolve("a.bieu"), TEMPLATE + form));
    }

    private static List<String> codes(BieuFile file) {
        return file.problems().stream().map(Problem::code).toList();
    }

    private List<String> rows(BieuFile file) throws IOException {
        var form = file.element(Form.class, "B").orElseThrow();
        var rows = new ArrayList<String>();
        try (var blocks =
                Layout.of(form, registry.profile("nd30").orElseThrow()).open()) {
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
    void rowsComeFromTheNamedFile() throws Exception {
        registry.add(RowSourceProvider.class, new Lines());
        var file = read("biểu B lập theo mẫu M { dữ liệu từ \"so-lieu/d.txt\" }\n");
        assertEquals(List.of(), codes(file));
        Files.createDirectories(folder.resolve("so-lieu"));
        Files.writeString(folder.resolve("so-lieu/d.txt"), "An;Tân Thủy\nBình;Lệ Ninh\n");
        assertEquals(List.of("An|Tân Thủy", "Bình|Lệ Ninh"), rows(file));
    }

    @Test
    void formatCanBeGivenExplicitly() throws Exception {
        registry.add(RowSourceProvider.class, new Lines());
        var file = read("biểu B lập theo mẫu M { dữ liệu từ \"d.dat\" định dạng \"dòng\" }\n");
        assertEquals(List.of(), codes(file));
        assertThrows(IOException.class, () -> rows(file), "missing file");
        assertEquals(List.of("DATA-FORMAT"), codes(read("biểu C lập theo mẫu M { dữ liệu từ \"d.dat\" }\n")));
    }

    @Test
    void dataOutsideTheFolderIsRejected() throws Exception {
        registry.add(RowSourceProvider.class, new Lines());
        for (var location : List.of("../d.txt", "/etc/passwd.txt", "x/../../d.txt")) {
            assertEquals(
                    List.of("DATA-PLACE"),
                    codes(read("biểu B lập theo mẫu M { dữ liệu từ \"" + location + "\" }\n")),
                    location);
        }
    }

    @Test
    void dataSourceAndOwnRowsExcludeEachOther() throws Exception {
        registry.add(RowSourceProvider.class, new Lines());
        assertEquals(List.of("DATA-ROWS"), codes(read("biểu B lập theo mẫu M { dữ liệu từ \"d.txt\" dòng \"An\" }\n")));
    }

    @Test
    void provenanceOfARowIsReadEditedAndWritten() throws Exception {
        var text = """
                biểu B lập theo mẫu M {
                    dòng "An" (nguồn "nop/xa-a.xlsx", "PL01", "R6") { xã "Tân Thủy" }
                    dòng "Bình" (nguồn "nop/xa-b.docx")
                }
                """;
        var file = read(text);
        assertEquals(List.of(), codes(file));
        var rows = file.element(Form.class, "B").orElseThrow().getEntries();
        var source = rows.getFirst().getProvenance();
        assertEquals(
                List.of("nop/xa-a.xlsx", "PL01", "R6"), List.of(source.getFile(), source.getPart(), source.getCell()));
        file.change(rows.getFirst(), row -> row.getProvenance().setCell("R7"));
        assertEquals(TEMPLATE + text.replace("R6", "R7"), file.text());

        var copy = new BieuReader(List.of(), registry).write(file.library());
        assertEquals(
                "nop/xa-b.docx",
                copy.element(Form.class, "B")
                        .orElseThrow()
                        .getEntries()
                        .get(1)
                        .getProvenance()
                        .getFile());
    }
}
