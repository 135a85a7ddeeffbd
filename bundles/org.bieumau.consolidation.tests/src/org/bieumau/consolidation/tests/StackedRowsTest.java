/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.consolidation.internal.run.Merged;
import org.bieumau.core.problem.Problem;
import org.bieumau.dsl.library.BieuReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of all units follow each other: by section, unit and row. */
class StackedRowsTest {

    private static final String FORM = """
            danh mục LV { trồng "Trồng trọt" nuôi "Chăn nuôi" }
            mẫu biểu M "DANH SÁCH MÔ HÌNH KINH TẾ" {
                dòng đơn vị "Đơn vị báo cáo: …"
                cột stt "STT": số thứ tự
                cột tên "Tên mô hình": chữ, bắt buộc
                cột mã "Mã hồ sơ": chữ, không trùng
                cột hộ "Số hộ tham gia": số
                lĩnh vực theo LV, đánh số I
            }
            """;

    @TempDir
    private Path folder;

    private Office office;

    @BeforeEach
    void receive() throws Exception {
        office = new Office(folder, Office.UNITS + FORM).says("gộp nối dòng");
        office.receive("1.xlsx", "UBND xã Hòa Bình", """
                lĩnh vực trồng { dòng "Lúa" { mã "H1" hộ 12 } }
                lĩnh vực nuôi { dòng "Trâu" { mã "H2" hộ 3 } dòng "Bò" { mã "H3" hộ 1500 } }
                """);
        office.receive("2.docx", "UBND xã Tân Thủy", """
                lĩnh vực nuôi { dòng "Gà" { mã "T1" hộ 7 } }
                lĩnh vực trồng { dòng "Ngô" { mã "T2" hộ 5 } }
                """);
    }

    private static List<String> rows(Merged merged) throws Exception {
        var rows = new ArrayList<String>();
        merged.rows(row -> rows.add(String.join(
                "|",
                row.row().section(),
                row.row().title(),
                row.row().cells().get("mã").text(),
                row.row().cells().get("hộ").text(),
                row.origin().orElseThrow().file(),
                Integer.toString(row.row().number()))));
        return rows;
    }

    @Test
    void rowsFollowSectionsThenUnitsOfTheCampaign() throws Exception {
        var rows = rows(office.consolidate());

        assertEquals(
                List.of(
                        "Trồng trọt|Ngô|T2|5|2.docx",
                        "Trồng trọt|Lúa|H1|12|1.xlsx",
                        "Chăn nuôi|Gà|T1|7|2.docx",
                        "Chăn nuôi|Trâu|H2|3|1.xlsx",
                        "Chăn nuôi|Bò|H3|1500|1.xlsx"),
                rows.stream().map(row -> row.substring(0, row.lastIndexOf('|'))).toList());
    }

    @Test
    void rowsOfTheResultNameFileAndRow() throws Exception {
        var text = office.text();

        assertTrue(text.contains("nguồn n1 \"2.docx\""), text);
        assertTrue(text.matches("(?s).*dòng \"Bò\" \\(nguồn n2, \\d+\\) \\{ mã \"H3\" hộ 1500 }.*"), text);
    }

    @Test
    void valueOfTwoUnitsThatMustNotOccurTwiceIsReported() throws Exception {
        office.receive("3.xlsx", "UBND xã Vĩnh An", "lĩnh vực trồng { dòng \"Mía\" { mã \"h2\" hộ 1 } }\n");
        var found = office.consolidate().differences();

        assertEquals(1, found.size(), found::toString);
        assertEquals("CONS-KEY", found.getFirst().code());
        assertEquals("3.xlsx", found.getFirst().file());
        assertTrue(found.getFirst().message().contains("UBND xã Hòa Bình"), found.getFirst()::message);
    }

    @Test
    void manyRowsAreWrittenToADataFile() throws Exception {
        var few = office.results();
        assertFalse(few.containsKey("D.csv"));
        office.most = 2;
        var many = office.results();

        assertEquals(
                List.of(
                        "\ufeff\"Lĩnh vực\",\"tên\",\"mã\",\"hộ\"",
                        "\"Trồng trọt\",\"Ngô\",\"T2\",\"5\"",
                        "\"Trồng trọt\",\"Lúa\",\"H1\",\"12\"",
                        "\"Chăn nuôi\",\"Gà\",\"T1\",\"7\"",
                        "\"Chăn nuôi\",\"Trâu\",\"H2\",\"3\"",
                        "\"Chăn nuôi\",\"Bò\",\"H3\",\"1500\""),
                Files.readAllLines(folder.resolve("ket-qua/D.csv")));
        assertTrue(Files.readString(folder.resolve("ket-qua/D.bieu")).contains("từ \"D.csv\""));
        assertTrue(many.containsKey("D.xlsx"));
    }

    @Test
    void columnForTheUnitStandsAfterTheLabel() throws Exception {
        var text = office.says("gộp nối dòng\ncột đơn vị \"Xã, phường\"").text();

        assertTrue(text.contains("thêm sau tên cột đơnVị \"Xã, phường\": chữ"), text);
        assertTrue(text.matches("(?s).*dòng \"Bò\" \\(nguồn n2, \\d+\\) \\{[^}]*đơnVị \"UBND xã Hòa Bình\".*"), text);
        assertTrue(new BieuReader().read(text).problems().stream().noneMatch(Problem::isError));
    }

    @Test
    void textsKeepTheirLineBreaksAndBackslashesWhenRowsAreSorted() throws Exception {
        office.receive("4.xlsx", "UBND xã Vĩnh An", "lĩnh vực nuôi { dòng \"Dê\" { mã \"a\\\\nb\" hộ 1 } }\n");

        var rows = rows(office.consolidate());
        assertTrue(rows.stream().anyMatch(row -> row.startsWith("Chăn nuôi|Dê|a\\nb|1|4.xlsx|")), rows::toString);
    }

    @Test
    void problemOfARowIsToldAtItsReturnOnly() throws Exception {
        office.receive(
                "3.xlsx",
                "UBND xã Vĩnh An",
                "lĩnh vực trồng { dòng \"Mía\" { mã \"V1\" hộ 1 } dòng \"Sắn\" { mã \"V1\" hộ 4 } }\n");
        var told = office.consolidate().differences();

        assertEquals(
                List.of("FORM-DUPLICATE"),
                told.stream().map(each -> each.code()).toList());
        assertEquals("3.xlsx", told.getFirst().file());
        office.results();
        assertEquals(List.of(), office.problems());
    }
}
