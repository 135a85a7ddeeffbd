/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.bieumau.dsl.ide.internal.table.FormTable;
import org.bieumau.dsl.ide.internal.table.FormTable.Id;
import org.bieumau.dsl.ide.internal.table.TableCommands;
import org.bieumau.dsl.ide.internal.table.TableCommands.Change;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.jupiter.api.Test;

/** Tests the table of a form whose rows are printed with it. */
class PrintedTableTest {

    private static final String TEMPLATE = """
            mẫu biểu M "M" {
                cột tt "TT": số thứ tự
                cột tên "Tên": chữ
                cột đv "Đơn vị": đơn vị tính
                cột n "N": số
                cột g "Ghi chú": nhiều đoạn
                chỉ tiêu {
                    a "1" "Tổng", đơn vị tính "người" { b "-" "Thị" c "-" "Thôn" }
                    d "2" "Khác", thêm dòng
                    h "3" "Mục", đề mục
                }
            }
            """;

    private static final String TEXT = TEMPLATE + """
            biểu F lập theo mẫu M {
                nguồn "nop/xã.xlsx" { phần "trang «PL»" cột "D" là n }
                chỉ tiêu a { n 10 }
                chỉ tiêu a.c (nguồn 15) { n 4 }
                dòng trong d "Xe" { n 1 }
            }
            """;

    private interface Command {
        List<TextEdit> of(TableCommands commands) throws RefusedException;
    }

    /** Returns the text after a command, which must be right. */
    private static String after(String text, Command command) throws RefusedException {
        XtextResource resource = Files.right(text);
        var changed = TextEdit.apply(command.of(new TableCommands(resource, "F")), text);
        Files.right(changed);
        return changed;
    }

    private static FormTable table(String text) {
        return FormTable.of(Files.right(text), "F").orElseThrow();
    }

    private static Id printed(String path) {
        return new Id(-1, -2, path);
    }

    /** Regression: a term of a vocabulary in the same file could not be written to a row without cells. */
    @Test
    void termIsWrittenToARowThatIsNotFilledInYet() throws RefusedException {
        var text = "danh mục LV { A \"Lĩnh A\" B \"Lĩnh B\" }\n"
                + TEXT.replace("cột n \"N\": số\n", "cột n \"N\": số\n        cột l \"L\": chọn từ LV\n");
        var changed = after(text, commands -> commands.write(List.of(new Change(printed("a.b"), 4, "Lĩnh B"))));
        assertTrue(changed.contains("chỉ tiêu a.b { l B }"), changed);
    }

    @Test
    void allPrintedRowsAreShownFilledInOrNot() {
        assertEquals(
                List.of(
                        "1|Tổng|người|10|",
                        "|\u00a0\u00a0\u00a0- Thị|||",
                        "|\u00a0\u00a0\u00a0- Thôn||4|",
                        "2|Khác|||",
                        "1|Xe||1|",
                        "3|Mục|||"),
                table(TEXT).rows().stream()
                        .map(row -> row.cells().stream()
                                .map(FormTable.TableCell::shown)
                                .collect(Collectors.joining("|")))
                        .toList());
    }

    @Test
    void cellsThatTheTemplatePrintsCannotBeEdited() {
        var table = table(TEXT);
        var sum = table.rows().getFirst();
        assertFalse(table.isEditable(1, sum));
        assertFalse(table.isEditable(2, sum));
        assertTrue(table.isEditable(3, sum));
        assertTrue(table.isEditable(1, table.rows().get(4)));
        assertFalse(table.isEditable(3, table.rows().get(5)));
    }

    @Test
    void cellShowsItsOrigin() {
        assertTrue(table(TEXT).rows().get(2).cells().get(3).origin().text().startsWith("nop/xã.xlsx, trang «PL», "));
        assertTrue(table(TEXT).rows().get(2).cells().get(3).origin().text().endsWith("D15"));
        assertEquals("", table(TEXT).rows().getFirst().cells().get(3).origin().text());
    }

    @Test
    void numberOfARowThatIsNotFilledInAddsTheRowInTheOrderOfTheTemplate() throws RefusedException {
        assertEquals(
                TEXT.replace("    chỉ tiêu a.c", "    chỉ tiêu a.b { n 6 }\n    chỉ tiêu a.c")
                        .replaceAll("\\s+", " "),
                after(TEXT, commands -> commands.write(List.of(new Change(printed("a.b"), 3, "6"))))
                        .replaceAll("\\s+", " "));
        assertEquals(
                TEXT.replace("    dòng trong d", "    chỉ tiêu d { n 7 }\n    dòng trong d")
                        .replace("n 10", "n 11")
                        .replaceAll("\\s+", " "),
                after(
                                TEXT,
                                commands -> commands.write(
                                        List.of(new Change(printed("d"), 3, "7"), new Change(printed("a"), 3, "11"))))
                        .replaceAll("\\s+", " "));
    }

    @Test
    void proseOfARowThatIsNotFilledInIsWritten() throws RefusedException {
        var table =
                table(after(TEXT, commands -> commands.write(List.of(new Change(printed("a.b"), 4, "Một\n- hai")))));
        assertEquals("Một\n- hai", table.rows().get(1).cells().get(4).shown());
    }

    @Test
    void clearingARowThatIsNotFilledInChangesNothing() throws RefusedException {
        assertEquals(TEXT, after(TEXT, commands -> commands.write(List.of(new Change(printed("a.b"), 3, "")))));
    }

    @Test
    void printedRowsAreNotDeletedCopiedOrMoved() {
        for (Command command : List.<Command>of(
                commands -> commands.delete(List.of(printed("a"))),
                commands -> commands.copy(List.of(printed("a.b"))),
                commands -> commands.move(printed("a"), 1),
                commands -> commands.add(printed("a"), 1),
                commands -> commands.add(null, 1))) {
            assertThrows(RefusedException.class, () -> after(TEXT, command));
        }
    }

    @Test
    void rowIsAddedBelowAnExtensibleRowAndDeleted() throws RefusedException {
        var added = after(TEXT, commands -> commands.add(printed("d"), 1));
        assertEquals(7, table(added).rows().size());
        assertEquals(
                TEXT.replaceAll("\\s+", " "),
                after(
                                added,
                                commands -> commands.delete(
                                        List.of(table(added).rows().get(5).id())))
                        .replaceAll("\\s+", " "));
    }

    @Test
    void templateInAnotherElementOfTheFileIsNotChanged() throws RefusedException {
        var changed = after(
                TEMPLATE + "biểu F lập theo mẫu M\n",
                commands -> commands.write(List.of(new Change(printed("a.c"), 3, "5"))));
        assertTrue(changed.startsWith(TEMPLATE), changed);
        assertEquals("5", table(changed).rows().get(2).cells().get(3).shown());
    }
}
