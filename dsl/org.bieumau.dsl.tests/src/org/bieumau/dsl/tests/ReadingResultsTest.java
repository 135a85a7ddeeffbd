/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Collectors;
import org.bieumau.core.internal.resolved.Leftovers;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.ColumnMapping;
import org.bieumau.model.Document;
import org.bieumau.model.Form;
import org.bieumau.model.Mapping;
import org.junit.jupiter.api.Test;

/** Tests what readers of foreign files leave in a text: sources, leftovers and mappings. */
class ReadingResultsTest {

    private static final String TEMPLATE = """
            mẫu biểu M "M" { cột tên "Tên": chữ cột n "N": số chỉ tiêu, thêm dòng { a "A" { b "B" } } }
            """;
    private static final String FORM = """
            biểu B lập theo mẫu M {
                nguồn "nop/pl01.xlsx" {
                    mã băm "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
                    phần "trang «PL01»" đầu bảng từ 5 đến 6 phiên bản mẫu "01/01/2021"
                    cột "A" là tên cột "D" là n
                }
                chưa đọc "trang «PL01», ô R6" "x {năm} [y]"
                chưa đọc "trang «PL01», ô R7" '''
                    I. Một \\[z]
                    hai **ba**
                '''
                chỉ tiêu a.b (nguồn 8) { n 1 } // giữ nguyên
                dòng "C" (nguồn 9) { n 2 }
            }
            """;

    private static Form form(BieuFile file) {
        return file.element(Form.class, "B").orElseThrow();
    }

    @Test
    void leftoversAreWarningsAndNothingElse() throws Exception {
        var file = new BieuReader().read(TEMPLATE + FORM);
        assertEquals(
                List.of("LEFTOVER", "LEFTOVER"),
                file.problems().stream().map(problem -> problem.code()).toList());
        assertEquals(
                "I. Một [z]\nhai ba", Leftovers.text(form(file).getLeftovers().get(1)));
    }

    @Test
    void leftoversAreKeptByAnEditAndNeverPrinted() throws Exception {
        var file = new BieuReader().read(TEMPLATE + FORM);
        file.change(
                form(file).getEntries().getFirst(), row -> row.getProvenance().setRow(80));
        assertEquals(TEMPLATE + FORM.replace("(nguồn 8)", "(nguồn 80)"), file.text());
        try (var pass = Layout.of(
                        form(file), Registry.installed().profile("nd30").orElseThrow())
                .open()) {
            for (var block = pass.next(); block != null; block = pass.next()) {
                assertFalse(block instanceof Block.Paragraph paragraph
                        && paragraph.text().contains("PL01"));
            }
        }
    }

    @Test
    void documentHasLeftovers() throws Exception {
        var file = new BieuReader().read("""
                công văn V { trích yếu "x" chưa đọc "đoạn 7" "Nơi gửi: …" }
                """);
        assertEquals(
                "Nơi gửi: …",
                Leftovers.text(file.element(Document.class, "V")
                        .orElseThrow()
                        .getLeftovers()
                        .getFirst()));
    }

    @Test
    void formMadeByAReaderIsWrittenAndReadBack() throws Exception {
        var file = new BieuReader().read(TEMPLATE + FORM);
        var library = file.library();
        form(file).getLeftovers().add(Leftovers.of("ô Q1", "* 1. *\n\nnếu a:\n{x} ''"));
        var copy = new BieuReader().write(library);
        var leftovers = form(copy).getLeftovers();
        assertEquals(3, leftovers.size());
        assertEquals("x {năm} [y]", Leftovers.text(leftovers.getFirst()));
        assertEquals("* 1. *\nnếu a:\n{x} ''", Leftovers.text(leftovers.get(2)));
        var source = form(copy).getSources().getFirst();
        assertEquals("D", source.getColumns().get(1).getPlace());
        assertEquals(
                form(copy).getEntries().getFirst().getCells().getFirst().getColumn(),
                source.getColumns().get(1).getColumn());
        assertEquals(List.of(5, 6), List.of(source.getHeaderFirst(), source.getHeaderLast()));
        assertEquals("b", form(copy).getEntries().getFirst().getIndicator().getName());
        assertEquals(9, form(copy).getEntries().get(1).getProvenance().getRow());
    }

    @Test
    void mappingAssignsColumnsRowsAndSections() throws Exception {
        var file = new BieuReader().read(TEMPLATE + """
                ánh xạ X cho M {
                    "Mã vùng miền" là tên
                    "Số lượt / Nội trú" ở cột "C" là n
                    "Mã khu vực" không lấy
                    chỉ tiêu "A / B" là a.b
                    chỉ tiêu "Khác" không lấy
                    lĩnh vực "Phần thứ nhất" là "Một"
                }
                """);
        assertEquals(List.of(), file.problems());
        var mapping = file.element(Mapping.class, "X").orElseThrow();
        assertEquals(6, mapping.getItems().size());
        var column = (ColumnMapping) mapping.getItems().get(1);
        assertEquals(
                List.of("Số lượt / Nội trú", "C", "n"),
                List.of(column.getLabel(), column.getPlace(), column.getColumn().getName()));
        assertEquals(
                """
                ánh xạ X cho M {
                    "Mã vùng miền" là tên
                    "Số lượt / Nội trú" ở cột "C" là n
                """,
                new BieuReader()
                        .write(file.library())
                        .text()
                        .lines()
                        .dropWhile(line -> !line.startsWith("ánh"))
                        .limit(3)
                        .collect(Collectors.joining("\n", "", "\n")));
    }
}
