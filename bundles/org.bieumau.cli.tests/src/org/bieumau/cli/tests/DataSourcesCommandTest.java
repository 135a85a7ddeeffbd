/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bieumau.cli.internal.ExitCode;
import org.bieumau.cli.internal.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests commands on forms whose rows come from data sources. */
class DataSourcesCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private ExitCode run(Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                List.of(arguments).stream().map(String::valueOf).toArray(String[]::new));
    }

    private Path form(String source) throws IOException {
        return Files.writeString(
                Files.createDirectories(folder.resolve("biểu")).resolve("a.bieu"), """
                mẫu biểu M "M" { cột tên "Tên": chữ  cột số "Số": số }
                biểu B lập theo mẫu M { dữ liệu từ %s }
                """.formatted(source));
    }

    private Path html() {
        return folder.resolve("ra/a.html");
    }

    private ExitCode export(Path form, String... more) {
        var arguments = new java.util.ArrayList<Object>(
                List.of("export", form, "--format", "html", "--output", folder.resolve("ra")));
        arguments.addAll(List.of(more));
        return run(arguments.toArray());
    }

    @Test
    void rowsBesideTheFileAreExported() throws IOException {
        var form = form("\"d.csv\"");
        Files.writeString(form.resolveSibling("d.csv"), "Tên;Số\nAn;7\n");
        assertEquals(ExitCode.DONE, export(form), err::toString);
        assertEquals("", err.toString());
        assertTrue(Files.readString(html()).contains(">An<"));
    }

    @Test
    void valuesThatDoNotFitAreExportedAndReportedOnce() throws IOException {
        var form = form("\"d.csv\"");
        var data = Files.writeString(form.resolveSibling("d.csv"), "Tên;Số\nAn;bảy\n");
        assertEquals(
                ExitCode.PROBLEMS,
                run("export", form, "--format", "html,docx", "--output", folder.resolve("ra")),
                err::toString);
        assertEquals(1, err.toString().split("DATA-VALUE", -1).length - 1, err::toString);
        assertTrue(err.toString().startsWith(data.toRealPath() + ":2:1: "), err::toString);
        assertTrue(Files.readString(html()).contains(">bảy<"));
    }

    @Test
    void dataElsewhereIsReadOnlyWhenAllowed() throws IOException {
        Files.writeString(folder.resolve("d.csv"), "Tên;Số\nAn;7\n");
        var form = form("\"../d.csv\"");
        assertEquals(ExitCode.FAILED, export(form));
        assertTrue(err.toString().contains("DATA-CONSENT"), err::toString);
        assertFalse(Files.exists(html()));
        assertEquals(ExitCode.DONE, export(form, "--allow-data"), err::toString);
        assertTrue(Files.readString(html()).contains(">An<"));
    }

    @Test
    void databaseIsOpenedOnlyWhenAllowed() throws IOException {
        var form = form("cơ sở dữ liệu \"jdbc:sqlite:d.db\" truy vấn \"select 1 as tên\"");
        assertEquals(ExitCode.FAILED, export(form));
        assertTrue(err.toString().contains("DATA-CONSENT"), err::toString);
        assertEquals(ExitCode.FAILED, export(form, "--allow-data"));
        assertTrue(err.toString().contains("DATA-DATABASE-MISSING"), err::toString);
    }

    @Test
    void validationOpensNothingWithoutConsent() throws IOException {
        assertEquals(
                ExitCode.DONE,
                run("validate", form("cơ sở dữ liệu \"jdbc:postgresql://127.0.0.1:1/d\" truy vấn \"select 1 as tên\"")),
                err::toString);
        assertTrue(out.toString().contains("DATA-UNCHECKED"), out::toString);
        Files.writeString(folder.resolve("d.csv"), "Tên;Số\n;bảy\n");
        assertEquals(ExitCode.DONE, run("validate", form("\"../d.csv\"")), err::toString);
        assertTrue(out.toString().contains("DATA-UNCHECKED"), out::toString);
        assertEquals(ExitCode.PROBLEMS, run("validate", form("\"../d.csv\""), "--allow-data"), err::toString);
        assertTrue(out.toString().contains("DATA-VALUE"), out::toString);
        assertEquals(ExitCode.PROBLEMS, run("validate", form("\"không-có.csv\"")), err::toString);
        assertTrue(out.toString().contains("DATA-UNREADABLE"), out::toString);
    }

    @Test
    void exportReportsRowsThatBreakRules() throws IOException {
        var form = Files.writeString(folder.resolve("a.bieu"), """
                mẫu biểu M "M" {
                    cột tên "Tên": chữ
                    cột số "Số": số
                    kiểm tra LỚN báo lỗi khi số > 50: "{số} quá lớn"
                }
                biểu B lập theo mẫu M { dữ liệu từ "d.csv" }
                """);
        Files.writeString(folder.resolve("d.csv"), "Tên;Số\nAn;7\nBình;70\n");
        assertEquals(ExitCode.PROBLEMS, export(form, "--format", "docx"), err::toString);
        assertEquals(1, err.toString().split("70 quá lớn", -1).length - 1, err::toString);
        assertTrue(err.toString().contains("d.csv:3:1"), err::toString);
    }

    @Test
    void rowsOfAWorkbookAreCheckedAtTheirCells() throws IOException {
        var rows = Files.writeString(folder.resolve("r.bieu"), """
                mẫu biểu M "M" { cột tên "Tên": chữ  cột số "Số": số }
                biểu B lập theo mẫu M { dòng "An" { số 5 } dòng "Bình" { số 70 } dòng "" { số 8 } }
                """);
        run("export", rows, "--format", "xlsx", "--output", folder, "--force");
        var checked = Files.writeString(folder.resolve("a.bieu"), """
                mẫu biểu M "M" {
                    cột tên "Tên": chữ, bắt buộc
                    cột số "Số": số
                    kiểm tra LỚN báo lỗi khi số > 50: "{số} quá lớn"
                }
                biểu B lập theo mẫu M { dữ liệu từ "r.xlsx" }
                """);
        assertEquals(ExitCode.PROBLEMS, run("validate", checked), err::toString);
        var found = out.toString().lines().sorted().toList();
        assertEquals(2, found.size(), out::toString);
        assertTrue(
                found.stream().anyMatch(line -> line.contains("ô A4") && line.contains("70 quá lớn")), out::toString);
        assertTrue(
                found.stream().anyMatch(line -> line.contains("ô A5") && line.contains("FORM-REQUIRED")),
                out::toString);
    }
}
