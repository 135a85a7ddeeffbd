/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.bieumau.core.registry.Registry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests forms whose rows come from an SQLite file, and the connections that the user has set up. */
class SqliteTest {

    private static final String TEMPLATE = """
        mẫu biểu M "M" {
            cột tên "Họ và tên": chữ
            cột tiền "Số tiền": số tiền
            cột ngày "Ngày": ngày
        }
        """;

    private static final String ENDLESS =
            "with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) as tên from n";

    @TempDir
    private Path folder;

    private FilledForm form;

    @BeforeEach
    void createDatabase() throws SQLException {
        form = new FilledForm(folder, TEMPLATE);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("d.db"));
                var statement = connection.createStatement()) {
            statement.execute("create table nguoi (ten text, tien, ngay text, anh blob)");
            statement.execute("insert into nguoi values ('An', 1234.5, '2024-03-05', null), "
                    + "('Bình', 65000000, null, x'00'), ('Chi', 'chưa có', '31/12/2024', null)");
        }
    }

    private static String source(String connection, String query) {
        return "dữ liệu từ cơ sở dữ liệu \"" + connection + "\" truy vấn \"" + query + "\"";
    }

    @Test
    void rowsOfAQueryFillTheForm() throws Exception {
        assertEquals(
                List.of("An|1.234,5|05/3/2024", "Bình|65.000.000|", "Chi|chưa có|31/12/2024"),
                form.rowsOf(source("jdbc:sqlite:d.db", "select ten, tien as \\\"Số tiền\\\", ngay\" \"from nguoi")));
        assertEquals(List.of("DATA-VALUE"), form.codes());
        assertTrue(form.problems().getFirst().message().contains("3"), "row 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:sqlite:không-có.db | select 1 as tên | DATA-DATABASE-MISSING",
                "jdbc:sqlite:a.bieu | select 1 as tên | DATA-SQL",
                "jdbc:sqlite::memory: | select 1 as tên | DATA-SETTING",
                "jdbc:sqlite::resource:http://localhost/x.db | select 1 as tên | DATA-SETTING",
                "jdbc:sqlite:file:d.db?mode=rwc | select 1 as tên | DATA-SETTING",
                "jdbc:sqlite:d.db?enable_load_extension=true | select 1 as tên | DATA-SETTING",
                "jdbc:mysql://localhost/d | select 1 as tên | DATA-DRIVER",
                "jdbc:sqlite:d.db | select x from nguoi | DATA-SQL",
                "jdbc:sqlite:d.db | select ten from | DATA-SQL",
                "jdbc:sqlite:d.db | select ten, anh as tiền from nguoi | DATA-BINARY",
                "jdbc:sqlite:d.db | select load_extension('x') as tên | DATA-SQL",
                "jdbc:sqlite:d.db | with x as (select 1) insert into nguoi select 1, 2, 3, 4 from x | DATA-SQL",
                "chưa-đặt | select 1 as tên | DATA-CONNECTION"
            })
    void whatCannotBeReadIsAProblem(String connection, String query, String code) throws Exception {
        var before = Files.readAllBytes(folder.resolve("d.db"));
        assertEquals(code, form.refusal(source(connection, query)).code().replace("DATA-READONLY", "DATA-SQL"));
        assertEquals(List.of("a.bieu", "d.db"), names(), "no file was created");
        assertEquals(
                java.util.Arrays.hashCode(before),
                java.util.Arrays.hashCode(Files.readAllBytes(folder.resolve("d.db"))));
    }

    private List<String> names() throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void endlessQueryIsCancelled() {
        form.cancelAfter(Duration.ofMillis(500));
        assertThrows(CancellationException.class, () -> form.rowsOf(source("jdbc:sqlite:d.db", ENDLESS)));
    }

    @Test
    void endlessQueryEndsAfterTheTimeOfItsConnection() {
        var limited = form(Map.of("BIEUMAU_DB_SOLIEU_URL", "jdbc:sqlite:d.db", "BIEUMAU_DB_SOLIEU_SECONDS", "1"));
        assertEquals("DATA-TIMEOUT", limited.refusal(source("Số liệu", ENDLESS)).code());
    }

    private FilledForm form(Map<String, String> environment) {
        Registry registry = TestDatabases.registry(environment);
        return new FilledForm(folder, TEMPLATE, registry);
    }

    @Test
    void connectionHasANameInAFileOfTheUser() throws Exception {
        var file = folder.resolve("connections.properties");
        Files.writeString(file, "so-lieu.url = jdbc:sqlite:d.db\n");
        var set = form(Map.of("BIEUMAU_CONNECTIONS", file.toString()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertEquals(List.of("An||"), set.rowsOf(source("so-lieu", "select ten from nguoi limit 1")));
        assertEquals("DATA-CONNECTION", set.refusal(source("khác", "select 1")).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    void fileOfConnectionsThatOthersReadIsRefused(String rights) throws Exception {
        var file = folder.resolve("connections.properties");
        Files.writeString(file, "so-lieu.url = jdbc:sqlite:d.db\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        var set = form(Map.of("BIEUMAU_CONNECTIONS", file.toString()));
        assertEquals(
                "DATA-CONNECTIONS-OPEN",
                set.refusal(source("so-lieu", "select 1")).code());
    }
}
