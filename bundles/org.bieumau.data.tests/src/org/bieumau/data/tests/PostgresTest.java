/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.bieumau.core.environment.DataAccess.Login;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.dsl.library.ExportRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests forms whose rows come from a PostgreSQL server. */
class PostgresTest {

    private static final String TEMPLATE = """
        mẫu biểu M "M" {
            cột tên "Họ và tên": chữ
            cột tiền "Số tiền": số tiền
            cột ngày "Ngày": ngày
            cột nữ "Nữ": đánh dấu
        }
        """;

    private static final String ROWS = "select * from nguoi order by ten";

    private static PostgresServer server;

    @TempDir
    private Path folder;

    private FilledForm form;

    @BeforeAll
    static void startServer() throws Exception {
        server = PostgresServer.start();
        try (var connection = server.owner();
                var statement = connection.createStatement()) {
            statement.execute("create table nguoi (ten text, tien numeric, ngay date, nu boolean, anh bytea)");
            statement.execute("insert into nguoi values ('An', 1234.50, '2024-03-05', false, null), "
                    + "('Bình', 65000000, null, true, null)");
            statement.execute("create role doc login password 'đọc'");
            statement.execute("create role la login password 'lạ'");
            statement.execute("grant select on nguoi to doc");
        }
    }

    @AfterAll
    static void stopServer() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void createForm() {
        form = form("doc", "đọc", "20");
    }

    private FilledForm form(String user, String password, String seconds) {
        return new FilledForm(
                folder,
                TEMPLATE,
                TestDatabases.registry(Map.of(
                        "BIEUMAU_DB_SOLIEU_URL", server.url(),
                        "BIEUMAU_DB_SOLIEU_USER", user,
                        "BIEUMAU_DB_SOLIEU_PASSWORD", password,
                        "BIEUMAU_DB_SOLIEU_SECONDS", seconds)));
    }

    private static String source(String query) {
        return "dữ liệu từ cơ sở dữ liệu \"so-lieu\" truy vấn \"" + query + "\"";
    }

    @Test
    void typedColumnsFillTheForm() throws Exception {
        assertEquals(
                List.of("An|1.234,5|05/3/2024|", "Bình|65.000.000||X"),
                form.rowsOf(source("select ten, tien, ngay, nu from nguoi order by ten")));
        assertEquals(List.of(), form.codes());
    }

    @Test
    void valuesOfOtherTypesKeepTheirTextAndAreReported() throws Exception {
        assertEquals(
                List.of("12|x|10:30:00|"),
                form.rowsOf(source("select 12 as ten, 'x' as tien, time '10:30' as ngay, null as nu")));
        assertEquals(List.of("DATA-VALUE", "DATA-VALUE"), form.codes());
        assertEquals(
                "DATA-BINARY",
                form.refusal(source("select ten, '\\\\x00'::bytea as tien from nguoi"))
                        .code());
    }

    @Test
    void wrongPasswordIsAProblem() {
        assertEquals(
                "DATA-LOGIN", form("doc", "sai", "20").refusal(source(ROWS)).code());
        assertEquals(
                "DATA-LOGIN",
                form("không có", "đọc", "20").refusal(source(ROWS)).code());
    }

    @Test
    void passwordIsAskedForIfNoneIsStored() throws Exception {
        var asking = new FilledForm(folder, TEMPLATE);
        var source = "dữ liệu từ cơ sở dữ liệu \"" + server.url() + "\" truy vấn \"select ten from nguoi where nu\"";
        assertEquals("DATA-LOGIN", asking.refusal(source).code(), "no answer");
        asking.login(new Login("doc", "đọc"));
        assertEquals(List.of("Bình|||"), asking.rowsOf(source));
        asking.login(new Login("doc", "sai"));
        assertEquals("DATA-LOGIN", asking.refusal(source).code());
    }

    @Test
    void missingRightIsAProblem() {
        var problem = form("la", "lạ", "20").refusal(source(ROWS));
        assertEquals("DATA-RIGHTS", problem.code());
        assertTrue(problem.message().contains("nguoi"), problem.message());
    }

    @Test
    void queryThatChangesDataIsRefused() throws Exception {
        var owner = form("chu", PostgresServer.PASSWORD, "20");
        assertEquals(
                "DATA-READONLY",
                owner.refusal(source("with x as (delete from nguoi returning ten) select ten from x"))
                        .code());
        assertEquals(2, owner.rowsOf(source("select ten from nguoi")).size());
    }

    @Test
    void missingServerIsReported() {
        var away = new FilledForm(folder, TEMPLATE);
        assertEquals(
                "DATA-CONNECT",
                away.refusal("dữ liệu từ cơ sở dữ liệu \"jdbc:postgresql://127.0.0.1:1/d\" truy vấn \"select 1 as"
                                + " ten\"")
                        .code());
    }

    @Test
    void endlessQueryIsCancelledOrEnds() {
        var endless = source("select pg_sleep(3600)::text as ten");
        assertEquals("DATA-TIMEOUT", form("doc", "đọc", "1").refusal(endless).code());
        form.cancelAfter(Duration.ofMillis(500));
        assertThrows(CancellationException.class, () -> form.rowsOf(endless));
    }

    @Test
    void serverThatFailsInTheMiddleLeavesNoFile() throws Exception {
        var file = Files.writeString(
                folder.resolve("a.bieu"),
                TEMPLATE + "biểu B lập theo mẫu M { "
                        + source("select repeat('An', 500) as ten from generate_series(1, 200000)") + " }\n");
        var registry = TestDatabases.registry(Map.of(
                        "BIEUMAU_DB_SOLIEU_URL", server.url(),
                        "BIEUMAU_DB_SOLIEU_USER", "doc",
                        "BIEUMAU_DB_SOLIEU_PASSWORD", "đọc"))
                .withDataAccess(form);
        var failed = new java.util.ArrayList<Problem>();
        var output = folder.resolve("ra");
        var listener = new ExportRun.Listener() {
            private boolean stopped;

            @Override
            public Progress begun(Path target) {
                return rows -> {
                    if (rows > 1000 && !stopped) {
                        stopped = true;
                        try {
                            server.stop();
                        } catch (java.io.IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    }
                    return true;
                };
            }

            @Override
            public void failed(Problem problem) {
                failed.add(problem);
            }
        };
        try {
            var outcome = new ExportRun(
                            new BieuReader(List.of(), registry),
                            output,
                            List.of(registry.exporter("html").orElseThrow()),
                            ExportRun.Options.DEFAULT,
                            listener)
                    .run(List.of(file));
            assertEquals(ExportRun.Outcome.FAILED, outcome);
            assertEquals(
                    List.of("DATA-LOST"), failed.stream().map(Problem::code).toList());
            try (var files = Files.list(output)) {
                assertFalse(files.findAny().isPresent());
            }
        } finally {
            server.begin();
        }
    }
}
