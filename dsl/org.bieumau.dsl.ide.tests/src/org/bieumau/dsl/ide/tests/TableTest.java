/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bieumau.dsl.ide.internal.table.FormTable;
import org.bieumau.dsl.ide.internal.table.FormTable.Id;
import org.bieumau.dsl.ide.internal.table.TableCommands;
import org.bieumau.dsl.ide.internal.table.TableCommands.Change;
import org.bieumau.dsl.ide.internal.table.TableDraft;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests reading a form as a table and translating the commands of the table to edits of the text. */
class TableTest {

    private static final String TEXT = """
            danh mục LV { A "Lĩnh A" B "Lĩnh B" }
            viện dẫn K: kế hoạch số 01/KH-UBND ngày 05/01/2026 của "UBND" về "việc"
            mẫu biểu M {
                cột stt "STT": số thứ tự
                cột tên "Tên": chữ
                nhóm g "HÌNH THỨC", chọn đúng một {
                    cột a "Cũ": đánh dấu
                    cột b "Mới": đánh dấu
                }
                cột tiền "Tiền": số tiền
                cột hạn "Hạn": ngày
                cột loại "Loại": chọn từ LV
                cột ý "Ý": nhiều đoạn
                cột gấp "Gấp đôi": tính (tiền * 2)
                lĩnh vực theo LV, tiêu đề "Lĩnh vực {tên}", đánh số I, dòng đánh số lại
            }
            biểu F lập theo mẫu M {
                lĩnh vực A {
                    dòng "Một" { a X   tiền 1.500 }   // đầu
                    // giữa
                    dòng "Hai" {
                        b X
                        ý '''
                            1. Tiết *kiệm*
                            2. Theo [K]
                        '''
                    }
                }
                lĩnh vực B {
                    dòng "Ba"
                }
            }
            """;

    private static final String TOTALS = TEXT.replace(": số tiền", ": số tiền, dòng tổng tổng, dòng cộng tổng");

    private static FormTable table(String text) {
        return FormTable.of(Files.right(text), "F").orElseThrow();
    }

    private interface Command {
        List<TextEdit> of(TableCommands commands) throws RefusedException;
    }

    private static String after(String text, Command command) throws RefusedException {
        XtextResource resource = Files.right(text);
        var changed = TextEdit.apply(command.of(new TableCommands(resource, "F")), text);
        Files.right(changed);
        return changed;
    }

    private static String write(int section, int entry, int column, String written) throws RefusedException {
        return after(TEXT, commands -> commands.write(List.of(new Change(new Id(section, entry), column, written))));
    }

    @Test
    void formIsReadAsPrinted() {
        var table = table(TEXT);
        assertEquals(List.of("F"), FormTable.forms(Files.right(TEXT)));
        assertEquals(List.of(List.of(new FormTable.Heading("HÌNH THỨC", 2, 2, true))), table.groups());
        assertEquals(
                List.of("I. Lĩnh vực Lĩnh A", "", "", "II. Lĩnh vực Lĩnh B", ""),
                table.rows().stream().map(FormTable.Row::label).toList());
        assertEquals(
                List.of("1", "Một", "X", "", "1.500", "", "", "", "3.000"),
                table.rows().get(1).cells().stream()
                        .map(FormTable.TableCell::shown)
                        .toList());
        assertEquals(
                "1. Tiết kiệm\n2. Theo [K]", table.rows().get(2).cells().get(7).shown());
        assertEquals(
                "1. Tiết *kiệm*\n2. Theo [K]",
                table.rows().get(2).cells().get(7).written());
        assertEquals("1", table.rows().get(4).cells().get(0).shown());
        assertEquals(
                "tiền 1.500",
                TEXT.substring(table.rows().get(1).cells().get(4).offset()).substring(0, 10));
        assertEquals(List.of("Lĩnh A", "Lĩnh B"), table.columns().get(6).choices());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            0 | 0 | 1 | Một nữa    | dòng "Một" { a X   | dòng "Một nữa" { a X
            0 | 0 | 4 | 2.000      | tiền 1.500         | tiền 2000
            0 | 0 | 4 | 2000       | tiền 1.500         | tiền 2000
            0 | 0 | 4 | 1,5        | tiền 1.500         | tiền 1,5
            0 | 0 | 4 | nhiều      | tiền 1.500         | tiền "nhiều"
            0 | 0 | 4 | 2.000 đồng | tiền 1.500         | tiền 2000
            0 | 0 | 4 | (2.000)    | tiền 1.500         | tiền -2000
            0 | 0 | 4 | 0.5        | tiền 1.500         | tiền "0.5"
            0 | 0 | 2 | Không      | { a X   tiền       | { tiền
            1 | 0 | 5 | 5-4-26     | dòng "Ba"          | dòng "Ba" { hạn 05/4/2026 }
            0 | 0 | 4 | ``         | a X   tiền 1.500 } | a X }
            0 | 0 | 3 | x          | { a X   tiền       | { b X   tiền
            1 | 0 | 5 | 5/4/2026   | dòng "Ba"          | dòng "Ba" { hạn 05/4/2026 }
            1 | 0 | 6 | linh b     | dòng "Ba"          | dòng "Ba" { loại B }
            1 | 0 | 1 | ``         | dòng "Ba"          | dòng
            """)
    void cellIsWritten(int section, int entry, int column, String written, String before, String now)
            throws RefusedException {
        assertEquals(
                TEXT.replace(before, now).replaceAll("\\s+", " "),
                write(section, entry, column, written).replaceAll("\\s+", " "));
    }

    @Test
    void severalCellsShowTheStyleOfTheirNumbersAndDates() throws RefusedException {
        var written = after(
                TEXT,
                commands -> commands.write(List.of(
                        new Change(new Id(0, 0), 4, "1,234"),
                        new Change(new Id(0, 1), 4, "0.5"),
                        new Change(new Id(0, 0), 5, "4/5/2026"),
                        new Change(new Id(1, 0), 5, "12/31/2026"))));
        assertTrue(written.contains("tiền 1234 "), written);
        assertTrue(written.contains("tiền 0,5"), written);
        assertTrue(written.contains("hạn 05/4/2026"), written);
        assertTrue(written.contains("hạn 31/12/2026"), written);
    }

    /** The braces of a row may be empty or contain only a comment. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            dòng "Ba" { }              | 2 | X      | dòng "Ba" { a X }
            dòng "Ba" {}               | 4 | 5      | dòng "Ba" { tiền 5 }
            dòng "Ba" { /* lời */ }    | 2 | X      | dòng "Ba" { a X /* lời */ }
            dòng { }                   | 1 | Bốn    | dòng "Bốn" { }
            """)
    void cellIsWrittenIntoEmptyBraces(String row, int column, String written, String now) throws RefusedException {
        var text = TEXT.replace("dòng \"Ba\"\n", row + "\n");
        assertEquals(
                TEXT.replace("dòng \"Ba\"\n", now + "\n"),
                after(text, commands -> commands.write(List.of(new Change(new Id(1, 0), column, written)))));
    }

    @Test
    void titleAndMarkAreWrittenTogetherIntoEmptyBraces() throws RefusedException {
        var text = TEXT.replace("dòng \"Ba\"\n", "dòng \"Ba\" { }\n");
        var row = new Id(1, 0);
        assertEquals(
                TEXT.replace("dòng \"Ba\"\n", "dòng \"Bốn\" { a X }\n"),
                after(text, commands -> commands.write(List.of(new Change(row, 1, "Bốn"), new Change(row, 2, "X")))));
    }

    @Test
    void proseIsWrittenIntoEmptyBraces() throws RefusedException {
        var text = TEXT.replace("dòng \"Ba\"\n", "dòng \"Ba\" { }\n");
        var changed =
                after(text, commands -> commands.write(List.of(new Change(new Id(1, 0), 7, "Một **hai**\n- ba"))));
        assertTrue(changed.contains("Một **hai**\n"), changed);
        assertEquals(
                "Một hai\n- ba", table(changed).rows().getLast().cells().get(7).shown());
    }

    @Test
    void markRemovesTheOtherMarksOfItsGroup() throws RefusedException {
        var text = after(TEXT, commands -> commands.toggle(new Id(0, 0), 3));
        assertEquals(
                List.of("", "X"),
                table(text).rows().get(1).cells().subList(2, 4).stream()
                        .map(FormTable.TableCell::shown)
                        .toList());
        assertEquals(
                TEXT, after(text, commands -> commands.toggle(new Id(0, 0), 2)).replaceAll("X +tiền", "X   tiền"));
    }

    @Test
    void proseKeepsMarkupAndCitations() throws RefusedException {
        assertEquals(
                TEXT.replace("Tiết *kiệm*", "Tiết **kiệm** điện"),
                write(0, 1, 7, "1. Tiết **kiệm** điện\n2. Theo [K]"));
        assertEquals(
                "Mới\n- Theo [K]",
                table(write(1, 0, 7, "Mới\n- Theo [K]"))
                        .rows()
                        .get(4)
                        .cells()
                        .get(7)
                        .written());
        assertThrows(RefusedException.class, () -> write(0, 1, 7, "Theo [Lạ]"));
        assertThrows(RefusedException.class, () -> write(0, 1, 7, "**hở"));
    }

    @Test
    void rowsAreAddedDeletedCopiedAndMoved() throws RefusedException {
        assertEquals(List.of("Một", "", "Hai"), titles(after(TEXT, commands -> commands.add(new Id(0, 0), 1)), 0));
        assertEquals(List.of("", "", "Một", "Hai"), titles(after(TEXT, commands -> commands.add(new Id(0, -1), 2)), 0));
        assertEquals(List.of("Ba", ""), titles(after(TEXT, commands -> commands.add(null, 1)), 1));
        assertEquals(List.of("Hai"), titles(after(TEXT, commands -> commands.delete(List.of(new Id(0, 0)))), 0));
        assertEquals(
                List.of("Một", "Một", "Hai"), titles(after(TEXT, commands -> commands.copy(List.of(new Id(0, 0)))), 0));
        assertEquals(List.of("Hai", "Một"), titles(after(TEXT, commands -> commands.move(new Id(0, 0), 1)), 0));
        assertEquals(List.of("Hai", "Ba"), titles(after(TEXT, commands -> commands.move(new Id(0, 1), 1)), 1));
        assertEquals(List.of("Ba"), titles(after(TEXT, commands -> commands.delete(List.of(new Id(0, -1)))), 0));
    }

    /** The form may have been changed on the Source page since the table was read. */
    @Test
    void changeOfARowOrSectionThatIsGoneIsRefused() throws RefusedException {
        assertThrows(RefusedException.class, () -> after(TEXT, commands -> commands.add(new Id(9, 0), 1)));
        assertThrows(RefusedException.class, () -> write(0, 9, 1, "Khác"));
        assertThrows(RefusedException.class, () -> write(9, 0, 1, "Khác"));
        // What is to be deleted is gone already; the rest is deleted.
        assertEquals(TEXT, after(TEXT, commands -> commands.delete(List.of(new Id(9, -1), new Id(9, 0)))));
        assertEquals(
                List.of("Hai"),
                titles(after(TEXT, commands -> commands.delete(List.of(new Id(9, -1), new Id(0, 0)))), 0));
    }

    /** The draft of a change shows the same rows, with the same ids, as the text after the change. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void draftEqualsTheTableAfterTheChange(boolean hasTotals) throws RefusedException {
        var text = hasTotals ? TOTALS : TEXT;
        for (var row : table(text).rows()) {
            var id = row.id();
            assertDraft(text, TableDraft.deleted(table(text), List.of(id)), commands -> commands.delete(List.of(id)));
            assertDraft(text, TableDraft.copied(table(text), List.of(id)), commands -> commands.copy(List.of(id)));
            assertDraft(text, TableDraft.moved(table(text), id, 1), commands -> commands.move(id, 1));
            assertDraft(text, TableDraft.moved(table(text), id, -1), commands -> commands.move(id, -1));
            if (!id.isTotal()) {
                assertDraft(text, TableDraft.added(table(text), id, 2), commands -> commands.add(id, 2));
            }
        }
        assertDraft(text, TableDraft.added(table(text), null, 1), commands -> commands.add(null, 1));
        var changes = List.of(new Change(new Id(0, 0), 1, "Khác"), new Change(new Id(1, 0), 7, "**Đậm**"));
        assertDraft(text, TableDraft.written(table(text), changes), commands -> commands.write(changes));
    }

    private static void assertDraft(String text, FormTable draft, Command command) throws RefusedException {
        assertEquals(rows(table(after(text, command))), rows(draft));
    }

    @Test
    void totalsAreShownAsTheyPrint() {
        var rows = table(TOTALS).rows();
        assertEquals(
                List.of("I|", "Một|1.500", "Hai|", "Cộng|1.500", "II|", "Ba|", "Cộng|0", "Tổng cộng|1.500"),
                rows.stream()
                        .map(row -> row.id().isHeading()
                                ? row.label().split("\\.")[0] + "|"
                                : row.cells().get(1).shown() + "|"
                                        + row.cells().get(4).shown())
                        .toList());
        var total = rows.getLast();
        assertTrue(total.id().isTotal());
        for (int i = 0; i < total.cells().size(); i++) {
            assertFalse(table(TOTALS).isEditable(i, total));
        }
    }

    /** A paste that needs more rows is one change, so that one undo removes all of it. */
    @Test
    void rowsAreAddedAndWrittenInOneChange() throws RefusedException {
        var changes = List.of(
                new Change(new Id(0, 1), 1, "Hai rưỡi"),
                new Change(new Id(0, 2), 1, "Bốn"),
                new Change(new Id(0, 2), 6, "Lĩnh B"),
                new Change(new Id(0, 3), 3, "x"),
                new Change(new Id(0, 3), 7, "**Năm**\n- sáu"));
        var text = after(TEXT, commands -> commands.add(new Id(0, 1), 2, changes));
        assertTrue(text.contains("dòng \"Hai rưỡi\" {\n"), text);
        assertTrue(text.contains("dòng \"Bốn\" { loại B }"), text);
        assertEquals(List.of("Một", "Hai rưỡi", "Bốn", ""), titles(text, 0));
        var added = table(text).rows().get(4);
        assertEquals("X", added.cells().get(3).shown());
        assertEquals("**Năm**\n- sáu", added.cells().get(7).written());
        assertEquals(
                table(TEXT).rows().get(2).cells().get(7).written(),
                table(text).rows().get(2).cells().get(7).written());
        assertThrows(RefusedException.class, () -> after(TEXT, commands -> commands.add(new Id(9, 0), 1, List.of())));
    }

    /** Pasted marks stay as they are: validation says that only one is allowed. */
    @Test
    void marksWrittenTogetherStay() throws RefusedException {
        var marks = List.of(new Change(new Id(1, 0), 2, "x"), new Change(new Id(1, 0), 3, "x"));
        assertEquals(
                List.of("X", "X"),
                table(TextEdit.apply(new TableCommands(Files.right(TEXT), "F").write(marks), TEXT))
                        .rows()
                        .get(4)
                        .cells()
                        .subList(2, 4)
                        .stream()
                        .map(FormTable.TableCell::shown)
                        .toList());
    }

    @Test
    void sectionsAreAddedRenamedAndMoved() throws RefusedException {
        var sections = table(TEXT).sections();
        assertTrue(sections.isAllowed());
        assertEquals(List.of("Lĩnh A", "Lĩnh B"), sections.titles());
        var third = TEXT.replace("B \"Lĩnh B\" }", "B \"Lĩnh B\" C \"Lĩnh C\" }");
        assertEquals(
                List.of("I. Lĩnh vực Lĩnh A", "II. Lĩnh vực Lĩnh C", "III. Lĩnh vực Lĩnh B"),
                headings(edited(third, commands -> commands.addSection(0, "Lĩnh C"))));
        assertEquals(
                List.of("I. Lĩnh vực Lĩnh C", "II. Lĩnh vực Lĩnh B"),
                headings(edited(third, commands -> commands.renameSection(0, "Lĩnh C"))));
        var moved = after(TEXT, commands -> commands.moveSection(0, 1));
        assertEquals(List.of("I. Lĩnh vực Lĩnh B", "II. Lĩnh vực Lĩnh A"), headings(moved));
        assertTrue(moved.contains("// giữa"), moved);
        assertEquals(TEXT, after(TEXT, commands -> commands.moveSection(0, -1)));
        var own = TEXT.replace("lĩnh vực theo LV, tiêu", "lĩnh vực tự đặt, tiêu")
                .replace("lĩnh vực A {", "lĩnh vực \"A\" {")
                .replace("lĩnh vực B {", "lĩnh vực \"B\" {");
        assertTrue(after(own, commands -> commands.renameSection(1, "Khác")).contains("lĩnh vực \"Khác\" {"));
        assertTrue(edited(own, commands -> commands.addSection(-1, "Đầu")).contains("lĩnh vực \"Đầu\" {"));
    }

    /** Returns the text after a change that leaves something to fill in. */
    private static String edited(String text, Command command) throws RefusedException {
        return TextEdit.apply(command.of(new TableCommands(Files.right(text), "F")), text);
    }

    private static List<String> headings(String text) {
        return table(text).rows().stream()
                .filter(row -> row.id().isHeading())
                .map(FormTable.Row::label)
                .toList();
    }

    /** Returns the id, the title and the long cell of each row. */
    private static List<List<Object>> rows(FormTable table) {
        return table.rows().stream()
                .map(row -> row.cells().isEmpty()
                        ? List.<Object>of(row.id())
                        : List.<Object>of(
                                row.id(),
                                row.cells().get(1).shown(),
                                row.cells().get(7).shown(),
                                row.cells().get(7).written()))
                .toList();
    }

    private static List<String> titles(String text, int section) {
        return table(text).rows().stream()
                .filter(row -> row.id().section() == section && row.id().isEntry())
                .map(row -> row.cells().get(1).shown())
                .toList();
    }
}
