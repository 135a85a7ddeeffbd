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
import java.util.ArrayList;
import java.util.List;
import org.bieumau.cli.internal.ExitCode;
import org.bieumau.cli.internal.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document is exported once for each row of a form. */
class EachRowTest {

    private static final String INVITATIONS = """
            phiên bản 2
            dùng quangngai

            mẫu biểu Khách "KHÁCH MỜI" {
                cột stt "STT": số thứ tự
                cột họTên "Họ và tên": chữ
                cột chứcVụ "Chức vụ": chữ
                cột ghế "Ghế": số
            }

            biểu KháchMời lập theo mẫu Khách {%s}

            giấy mời MờiHọp {
                cơ quan ban hành SKHCN
                ngày 05/01/2026
                trích yếu "Hội nghị tổng kết"
                mỗi dòng của KháchMời
                kính gửi '''Ông (bà) **{dòng.họTên}**, {dòng.chứcVụ}'''
                nội dung '''
                    Sở Khoa học và Công nghệ trân trọng kính mời {dòng.họTên} dự hội nghị, ghế số {dòng.ghế}.
                '''
                nơi nhận { "Như trên" lưu VP }
                ký { chức vụ "Giám đốc" họ tên "Nguyễn Văn An" }
            }
            """;
    private static final String GUESTS = """
            dòng { họTên "Lê Thị Bình" chứcVụ "Chánh Văn phòng" ghế 12 }
            dòng { họTên "Trần / Cường" chứcVụ "Giám đốc" ghế 7 }
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private ExitCode export(String rows, Object... arguments) throws IOException {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var file = Files.writeString(folder.resolve("moi.bieu"), INVITATIONS.formatted(rows));
        var texts = new ArrayList<String>(
                List.of("export", file.toString(), "-e", "MờiHọp", "-f", "html", "-o", folder.toString()));
        List.of(arguments).forEach(each -> texts.add(each.toString()));
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), texts.toArray(String[]::new));
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve(name)).replaceAll("<[^>]*>", "").replace('\u00a0', ' ');
    }

    @Test
    void eachRowGetsItsOwnDocument() throws Exception {
        assertEquals(ExitCode.DONE, export(GUESTS, "--each", "dòng"), err::toString);
        assertTrue(text("moi-1.html").contains("Lê Thị Bình, Chánh Văn phòng"));
        assertTrue(text("moi-1.html").contains("ghế số 12"));
        assertFalse(text("moi-1.html").contains("Cường"));
        assertTrue(text("moi-2.html").contains("ghế số 7"));
        assertEquals(2, out.toString().lines().count());
    }

    @Test
    void filesAreNamedAfterColumns() throws Exception {
        assertEquals(ExitCode.DONE, export(GUESTS, "--each", "row", "--name", "moi {stt} {họTên}"), err::toString);
        assertTrue(Files.exists(folder.resolve("moi 1 Lê Thị Bình.html")), out::toString);
        assertTrue(Files.exists(folder.resolve("moi 2 Trần _ Cường.html")), out::toString);
        assertEquals(ExitCode.PROBLEMS, export(GUESTS, "--each", "dòng", "--name", "{quê}"));
        assertTrue(err.toString().contains("EACH-COLUMN"), err.toString());
    }

    @Test
    void withoutTheOptionOnlyTheFirstRowIsExportedAndTold() throws Exception {
        assertEquals(ExitCode.DONE, export(GUESTS), err::toString);
        assertTrue(text("moi.html").contains("Lê Thị Bình"), out::toString);
        assertTrue(err.toString().contains("EACH-FIRST"), err.toString());
        assertEquals(ExitCode.USAGE, export(GUESTS, "--each", "cột"));
    }

    @Test
    void formWithoutRowsIsAProblem() throws Exception {
        assertEquals(ExitCode.PROBLEMS, export("", "--each", "dòng"));
    }

    @Test
    void rowsMayBeInADataFile() throws Exception {
        Files.writeString(
                folder.resolve("khach.csv"), "họTên;chứcVụ;ghế\nLê Thị Bình;Chánh Văn phòng;12\nPhạm Dũng;Kế toán;9\n");
        assertEquals(ExitCode.DONE, export(" dữ liệu từ \"khach.csv\" ", "--each", "dòng"), () -> out + err.toString());
        assertTrue(text("moi-2.html").contains("Phạm Dũng, Kế toán"), out::toString);
        assertTrue(text("moi-1.html").contains("ghế số 12"));
    }
}
