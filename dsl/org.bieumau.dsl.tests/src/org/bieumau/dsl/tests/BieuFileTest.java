/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Agency;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Form;
import org.bieumau.model.NumberValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BieuFileTest {

    private static final String TEXT = """
            // Ghi chú đầu tệp
            mẫu biểu KhảoSát "KHẢO SÁT" {
                cột tên "Tên": chữ, bắt buộc
                cột   giá "Đơn giá": số tiền
                cột sốLượng "Số lượng": số
                cột tiền "Thành tiền": tính (giá * sốLượng)
                cột ngày "Ngày": ngày
                cột cần "Cần": đánh dấu
            }

            biểu A lập theo mẫu KhảoSát {
                dòng "Bàn" { giá 1.250.000   sốLượng 2 cần X ngày 05/01/2026 } // giữ nguyên
                dòng "Ghế" { giá 300.000 sốLượng 4 }
            }
            """;

    @TempDir
    private Path folder;

    private BieuFile open(String text) throws Exception {
        return BieuFile.open(Files.writeString(folder.resolve("a.bieu"), text));
    }

    private static List<String> codes(BieuFile file) {
        return file.problems().stream().map(Problem::code).toList();
    }

    private static Form form(BieuFile file) {
        return file.element(Form.class, "A").orElseThrow();
    }

    @Test
    void cellReturnsThePrintedText() throws Exception {
        var file = open(TEXT);
        assertEquals(List.of(), codes(file));
        var rows = form(file).getEntries();
        assertEquals("Bàn", file.cell(rows.get(0), "tên"));
        assertEquals("1.250.000", file.cell(rows.get(0), "giá"));
        assertEquals("2.500.000", file.cell(rows.get(0), "tiền"));
        assertEquals("05/01/2026", file.cell(rows.get(0), "ngày"));
        assertEquals("X", file.cell(rows.get(0), "cần"));
        assertEquals("", file.cell(rows.get(1), "cần"));
        assertEquals("", file.cell(rows.get(1), "ngày"));
        assertThrows(IllegalArgumentException.class, () -> file.cell(rows.get(0), "màu"));
    }

    @Test
    void modelChangeBecomesTheSmallestTextEdit() throws Exception {
        var file = open(TEXT);
        var amount =
                (NumberValue) form(file).getEntries().get(1).getCells().get(0).getValue();
        file.change(amount, changed -> changed.setNumber(BigDecimal.valueOf(350_000)));
        assertEquals(TEXT.replace("300.000", "350.000"), file.text());
        assertEquals("1.400.000", file.cell(form(file).getEntries().get(1), "tiền"));
        file.change(library -> library.getElements().remove(1));
        assertTrue(file.text().startsWith("// Ghi chú đầu tệp\nmẫu biểu KhảoSát"));
        assertFalse(file.text().contains("biểu A"));
        file.save();
        assertEquals(file.text(), Files.readString(folder.resolve("a.bieu")));
    }

    @Test
    void problemsAreUpdatedAfterAChange() throws Exception {
        var file = open(TEXT);
        file.change(form(file).getEntries().get(1), row -> row.setTitle(null));
        assertEquals(List.of("FORM-REQUIRED"), codes(file));
        assertTrue(file.hasErrors());
        var refused = assertThrows(
                ProblemException.class, () -> file.export(form(file), "docx", new ByteArrayOutputStream()));
        assertEquals("FORM-REQUIRED", refused.problem().code());
    }

    @Test
    void textWithSyntaxErrorsCannotBeChanged() throws Exception {
        var file = open("biểu A {");
        var text = file.text();
        var refused = assertThrows(
                ProblemException.class,
                () -> file.change(library -> library.getElements().clear()));
        assertEquals("CHANGE-REFUSED", refused.problem().code());
        assertEquals(text, file.text());
    }

    @Test
    void byteOrderMarkIsKept() throws Exception {
        var path = folder.resolve("bom.bieu");
        var before = ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8);
        Files.write(path, before);
        var file = BieuFile.open(path);
        assertEquals(List.of(), codes(file));
        file.save();
        assertArrayEquals(before, Files.readAllBytes(path));
    }

    @Test
    void modelBuiltInCodeIsWrittenFormatted() throws Exception {
        var model = BieumauFactory.eINSTANCE;
        var column = model.createColumn();
        column.setName("tên");
        column.setTitle("Họ và tên");
        column.setType(ColumnType.TEXT);
        var template = model.createFormTemplate();
        template.setName("DanhSách");
        template.setTitle("DANH SÁCH");
        template.getItems().add(column);
        var row = model.createEntry();
        row.setTitle("Nguyễn Văn An");
        var form = model.createForm();
        form.setName("B");
        form.setTemplate(template);
        form.setUnitName("Trường A");
        form.setPeriod("2026");
        form.getEntries().add(row);
        var signature = model.createSignature();
        signature.setPersonName("Trần Thị Bình");
        form.getSignatures().add(signature);
        var library = model.createLibrary();
        library.getElements().add(template);
        library.getElements().add(form);

        var file = new BieuReader().write(library);
        assertEquals("""
                mẫu biểu DanhSách "DANH SÁCH" {
                    cột tên "Họ và tên": chữ
                }

                biểu B lập theo mẫu DanhSách {
                    đơn vị lập "Trường A"
                    kỳ 2026
                    ký { họ tên "Trần Thị Bình" }
                    dòng "Nguyễn Văn An"
                }
                """, file.text());
        assertEquals(List.of(), codes(file));
        assertThrows(IllegalStateException.class, file::save);
        assertThrows(IOException.class, () -> file.saveAs(folder.resolve("missing/b.bieu")));
        assertTrue(file.path().isEmpty());
        file.saveAs(folder.resolve("b.bieu"));
        assertEquals(List.of(), codes(BieuFile.open(folder.resolve("b.bieu"))));
        assertEquals(library, template.eContainer());
    }

    @Test
    void incompleteModelCannotBeWritten() {
        var library = BieumauFactory.eINSTANCE.createLibrary();
        library.getElements().add(BieumauFactory.eINSTANCE.createForm());
        var refused = assertThrows(ProblemException.class, () -> new BieuReader().write(library));
        assertEquals("MODEL-UNWRITABLE", refused.problem().code());
    }

    @Test
    void brokenCharactersAreTheOnlyReportedProblem() throws Exception {
        Files.write(folder.resolve("latin.bieu"), "cơ quan A \"S\u1edf\" lỗi".getBytes(StandardCharsets.UTF_16LE));
        var file = BieuFile.open(folder.resolve("latin.bieu"));
        assertEquals(List.of("TEXT-ENCODING"), codes(file));
    }

    @Test
    void textNestedTooDeeplyIsReportedWithAName() {
        var text = "mẫu biểu M { kiểm tra R báo lỗi khi " + "(".repeat(50_000) + "1: \"x\" }";
        var problem = assertThrows(ProblemException.class, () -> new BieuReader().read(text))
                .problem();
        assertEquals("FILE-TOO-DEEP", problem.code());
        assertTrue(problem.message().contains("untitled.bieu"), problem.message());
    }

    @Test
    void sumWithThousandsOfTermsIsReported() throws Exception {
        var text = "mẫu biểu M { cột a: chữ kiểm tra R báo lỗi khi 1" + " + 1".repeat(4_000) + " = 2: \"x\" }";
        assertEquals(List.of("FILE-TOO-DEEP"), codes(new BieuReader().read(text)));
    }

    @Test
    void textWithoutAFileSeesTheGivenLibraries() throws Exception {
        var library = folder.resolve("thuvien.bieu");
        Files.writeString(library, "thư viện tinh.so\n\ncơ quan SNV \"Sở Nội vụ\" { }\n");

        var file = new BieuReader(List.of(library)).read("dùng tinh.so\n\ncơ quan P \"Phòng\" { trực thuộc SNV }\n");

        assertEquals(
                "Sở Nội vụ",
                file.element(Agency.class, "P").orElseThrow().getSuperior().getTitle());
    }

    @Test
    void textWithoutAFileIsReadAndChecked() throws Exception {
        var file = new BieuReader().read("cơ quan SNV \"Sở Nội vụ\" { trực thuộc UBND }\n");
        assertEquals(List.of("LINK-UNKNOWN"), codes(file));
        assertTrue(file.path().isEmpty());
        assertEquals("SNV", file.elements().getFirst().getName());
    }

    @Test
    void unknownFormatIsReported() throws Exception {
        var file = open(TEXT);
        var refused = assertThrows(ProblemException.class, () -> file.export(form(file), folder.resolve("a.xyz")));
        assertEquals("FORMAT-UNKNOWN", refused.problem().code());
    }
}
