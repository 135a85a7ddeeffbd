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
import org.bieumau.core.environment.DataAccess;
import org.bieumau.core.environment.DataOrigin;
import org.bieumau.core.form.DataException;
import org.bieumau.core.form.DatabaseQuery;
import org.bieumau.core.form.FormColumn;
import org.bieumau.core.form.RowSource;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.DatabaseProvider;
import org.bieumau.core.spi.RowSourceProvider;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
            return target -> {
                var lines = Files.readAllLines(file).iterator();
                return new RowSource.Rows() {
                    @Override
                    public RowSource.SourcedEntry next() {
                        return lines.hasNext()
                                ? new RowSource.SourcedEntry(null, entry(lines.next(), target.columns()))
                                : null;
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

    @ParameterizedTest
    @ValueSource(strings = {"../d.txt", "/etc/passwd.txt", "x/../../d.txt", "//server/chung/d.txt"})
    void dataOutsideTheFolderIsReadOnlyIfTheUserAgrees(String location) throws Exception {
        registry.add(RowSourceProvider.class, new Lines());
        var text = "biểu B lập theo mẫu M { dữ liệu từ \"" + location + "\" }\n";
        var asked = new ArrayList<DataOrigin>();
        var file = read(text, origin -> !asked.add(origin));
        assertEquals(List.of("DATA-OUTSIDE"), codes(file));
        assertEquals(List.of(), asked, "a check asks nothing");
        assertEquals("DATA-CONSENT", refusal(file));
        assertEquals(
                List.of(DataOrigin.Kind.FILE),
                asked.stream().map(DataOrigin::kind).toList());
        assertEquals("DATA-CONSENT", refusal(read(text)), "without an answer");
    }

    @Test
    void dataOutsideTheFolderIsReadWhenTheUserAgrees() throws Exception {
        registry.add(RowSourceProvider.class, new Lines());
        var own = Files.createDirectories(folder.resolve("rieng"));
        var outside = Files.writeString(folder.resolve("d.txt"), "An;Tân Thủy\n");
        var file = new BieuReader(
                        List.of(),
                        registry.withDataAccess(origin -> origin.location().equals(outside.toString())))
                .read(Files.writeString(
                        own.resolve("a.bieu"), TEMPLATE + "biểu B lập theo mẫu M { dữ liệu từ \"../d.txt\" }\n"));
        assertEquals(List.of("An|Tân Thủy"), rows(file));
    }

    @Test
    void linksOutOfTheFolderNeedConsent() throws Exception {
        registry.add(RowSourceProvider.class, new Lines());
        var own = Files.createDirectories(folder.resolve("rieng"));
        Files.writeString(Files.createDirectories(folder.resolve("khac")).resolve("d.txt"), "An;Tân Thủy\n");
        Files.createSymbolicLink(own.resolve("d.txt"), folder.resolve("khac/d.txt"));
        Files.createSymbolicLink(own.resolve("so-lieu"), folder.resolve("khac"));
        for (var location : List.of("d.txt", "so-lieu/d.txt")) {
            var file = new BieuReader(List.of(), registry)
                    .read(Files.writeString(
                            own.resolve("a.bieu"),
                            TEMPLATE + "biểu B lập theo mẫu M { dữ liệu từ \"" + location + "\" }\n"));
            assertEquals("DATA-CONSENT", refusal(file), location);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/d.txt", "file:///etc/passwd.txt", "jar:file:/a.jar!/d.txt"})
    void addressesAndImpossiblePathsAreErrors(String location) throws Exception {
        registry.add(RowSourceProvider.class, new Lines());
        var file = read("biểu B lập theo mẫu M { dữ liệu từ \"" + location + "\" }\n", origin -> true);
        assertEquals(List.of("DATA-PLACE"), codes(file));
        assertEquals("DATA-PLACE", refusal(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:sqlite:a.db | select 1 |",
                "so-lieu | with a as (select 1) select * from a; |",
                "jdbc:postgresql://an:mật@máy/db | select 1 | DATA-LOGIN-WRITTEN",
                "jdbc:postgresql://máy/db?user=an&password=x | select 1 | DATA-LOGIN-WRITTEN",
                "jdbc:sqlite:a.db | delete from a | DATA-QUERY",
                "jdbc:sqlite:a.db | select 1; drop table a | DATA-QUERY",
                "jdbc:sqlite:a.db | '' | DATA-QUERY"
            })
    void queriesAreCheckedWithoutADatabase(String connection, String query, String code) throws Exception {
        registry.add(DatabaseProvider.class, new Unopened());
        var file = read("biểu B lập theo mẫu M { dữ liệu từ cơ sở dữ liệu \"" + connection + "\" truy vấn \"" + query
                + "\" }\n");
        assertEquals(code == null ? List.of() : List.of(code), codes(file));
    }

    @Test
    void databaseIsOpenedOnlyIfTheUserAgrees() throws Exception {
        registry.add(DatabaseProvider.class, new Unopened());
        var text =
                "biểu B lập theo mẫu M { dữ liệu từ cơ sở dữ liệu \"so-lieu\" truy vấn \"select tên\" \"from a\" }\n";
        var asked = new ArrayList<DataOrigin>();
        assertEquals("DATA-CONSENT", refusal(read(text, origin -> !asked.add(origin))));
        assertEquals(
                List.of(new DataOrigin(
                        folder.resolve("a.bieu"), DataOrigin.Kind.DATABASE, "so-lieu", "select tên\nfrom a")),
                asked);
        assertEquals("DATA-UNREADABLE", refusal(read(text, origin -> true)), "then it is opened");
    }

    /** A database that cannot be opened. */
    private static final class Unopened implements DatabaseProvider {

        @Override
        public String id() {
            return "jdbc";
        }

        @Override
        public int rank() {
            return 1;
        }

        @Override
        public RowSource rows(DatabaseQuery query, DataAccess access) {
            return target -> {
                throw new IOException("mở");
            };
        }
    }

    private BieuFile read(String form, DataAccess access) throws Exception {
        return new BieuReader(List.of(), registry.withDataAccess(access))
                .read(Files.writeString(folder.resolve("a.bieu"), TEMPLATE + form));
    }

    /** Returns the code of the problem because of which the rows of the form cannot be read. */
    private String refusal(BieuFile file) {
        return assertThrows(DataException.class, () -> rows(file)).problem().code();
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
