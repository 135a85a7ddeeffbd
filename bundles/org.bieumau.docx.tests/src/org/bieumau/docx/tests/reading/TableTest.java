/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.tests.reading;

import static org.bieumau.docx.tests.reading.WordFixture.all;
import static org.bieumau.docx.tests.reading.WordFixture.cells;
import static org.bieumau.docx.tests.reading.WordFixture.p;
import static org.bieumau.docx.tests.reading.WordFixture.r;
import static org.bieumau.docx.tests.reading.WordFixture.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.bieumau.core.problem.Place;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Cell;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.core.source.SourceItem.Merge;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.bieumau.core.source.SourceItem.Skipped;
import org.bieumau.core.source.SourceItem.TableEnd;
import org.bieumau.core.source.SourceItem.TableStart;
import org.junit.jupiter.api.Test;

/** Tables with their spans, merges, nesting and places. */
class TableTest {

    private static String tc(String properties, String text) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(text) + "</w:tc>";
    }

    private static String tc(String text) {
        return tc("", text);
    }

    private static String tr(String... content) {
        return "<w:tr>" + String.join("", content) + "</w:tr>";
    }

    private static String table(String... content) {
        return "<w:tbl>" + String.join("", content) + "</w:tbl>";
    }

    private static final String SPAN = "<w:gridSpan w:val='2'/>";
    private static final String RESTART = "<w:vMerge w:val='restart'/>";
    private static final String CONTINUE = "<w:vMerge/>";

    private static Place place(SourceItem.Cell cell) {
        return cell.place();
    }

    @Test
    void cellsHavePlacesAndColumnsOfTheGrid() throws Exception {
        var items = WordFixture.of(table(tr(tc("x"))), p("giữa"), table(tr(tc(SPAN, "a"), tc("b"))))
                .read();
        var cells = rows(items).getLast().cells();
        assertEquals(List.of("0+2: a", "2: b"), cells(rows(items).getLast()));
        var file = ((Place.TableCell) place(cells.getFirst())).file();
        assertEquals(new Place.TableCell(file, 2, 1, 3), place(cells.get(1)));
        assertEquals(
                new Place.TableCell(file, 2, 0, 0),
                all(items, TableStart.class).getLast().place());
        assertEquals(place(cells.get(1)), cells.get(1).paragraphs().getFirst().place());
    }

    @Test
    void textIsTheStoredValueAndEmptyCellsHaveNone() throws Exception {
        var cells = rows(WordFixture.of(
                                table(tr(tc("7.100"), tc("\u00A0"), "<w:tc>" + p("a") + p("") + p("b") + "</w:tc>")))
                        .read())
                .getFirst()
                .cells();
        assertEquals(Kind.TEXT, cells.get(0).kind());
        assertEquals("7.100", cells.get(0).stored());
        assertEquals(Kind.TEXT, cells.get(1).kind());
        assertEquals("a\n\nb", cells.get(2).shown());
        assertEquals(3, cells.get(2).paragraphs().size());
    }

    @Test
    void emptyCellsAreBlank() throws Exception {
        var cell = rows(WordFixture.of(table(tr("<w:tc><w:p/></w:tc>"))).read())
                .getFirst()
                .cells()
                .getFirst();
        assertEquals(Kind.BLANK, cell.kind());
        assertNull(cell.stored());
    }

    @Test
    void verticalMergesStartAndContinue() throws Exception {
        var rows = rows(WordFixture.of(table(
                        tr(tc(RESTART, "a"), tc(SPAN + RESTART, "b"), tc("c")),
                        tr(tc(CONTINUE, ""), tc(SPAN + "<w:vMerge w:val='continue'/>", ""), tc(RESTART, "d")),
                        tr(tc("e"), tc(SPAN + RESTART, "f"), tc(CONTINUE, "")),
                        tr(tc(CONTINUE, "g"), tc("h"), tc("i"), tc("j"))))
                .read());
        assertEquals(
                List.of(
                        List.of(Merge.START, Merge.START, Merge.NONE),
                        List.of(Merge.CONTINUED, Merge.CONTINUED, Merge.START),
                        List.of(Merge.NONE, Merge.START, Merge.CONTINUED),
                        List.of(Merge.NONE, Merge.NONE, Merge.NONE, Merge.NONE)),
                rows.stream()
                        .map(row -> row.cells().stream().map(Cell::merge).toList())
                        .toList());
        assertEquals(List.of("0: e", "1+2: f", "3: "), cells(rows.get(2)));
    }

    @Test
    void textOfACoveredCellIsHidden() throws Exception {
        var covered = rows(WordFixture.of(table(tr(tc(RESTART, "a")), tr(tc(CONTINUE, "cũ"))))
                        .read())
                .get(1)
                .cells()
                .getFirst();
        assertTrue(covered.flags().contains(Flag.HIDDEN));
    }

    @Test
    void oldHorizontalMergesAreSpans() throws Exception {
        var items = WordFixture.of(table(tr(
                        tc("<w:hMerge w:val='restart'/>", "a"),
                        tc("<w:hMerge/>", ""),
                        tc("<w:hMerge w:val='continue'/>", "mất"),
                        tc("b"))))
                .read();
        assertEquals(List.of("0+3: a", "3: b"), cells(rows(items).getFirst()));
        assertTrue(all(items, Skipped.class).getFirst().what().contains("mất"));
    }

    @Test
    void rowsMayBeginAndEndWithinTheGrid() throws Exception {
        var rows = rows(WordFixture.of(table(
                        tr(tc("a"), tc("b"), tc("c")),
                        tr("<w:trPr><w:gridBefore w:val='2'/></w:trPr>", tc("d")),
                        tr("<w:trPr><w:gridAfter w:val='1'/></w:trPr>", tc("e"), tc("f"))))
                .read());
        assertEquals(List.of("2: d"), cells(rows.get(1)));
        assertEquals(List.of("0: e", "1: f"), cells(rows.get(2)));
    }

    @Test
    void nestedTablesFollowTheRowOfTheirCell() throws Exception {
        var inner = table(tr(tc("trong 1")), tr("<w:tc>" + table(tr(tc("sâu"))) + p("trong 2") + "</w:tc>"));
        var items = WordFixture.of(
                        table(tr(tc("a"), "<w:tc>" + p("trước") + inner + p("sau") + "</w:tc>"), tr(tc("b"))))
                .read();
        var described = items.stream()
                .skip(1)
                .map(item -> switch (item) {
                    case TableStart start -> "bảng " + start.depth();
                    case SourceItem.Row row -> row.number() + " " + cells(row);
                    case TableEnd end -> "hết";
                    default -> item.toString();
                })
                .toList();
        assertEquals(
                List.of(
                        "bảng 0",
                        "1 [0: a, 1: trước\nsau]",
                        "bảng 1",
                        "1 [0: trong 1]",
                        "2 [0: trong 2]",
                        "bảng 2",
                        "1 [0: sâu]",
                        "hết",
                        "hết",
                        "2 [0: b]",
                        "hết"),
                described);
        var nested = all(items, TableStart.class).get(1);
        assertEquals(new Place.TableCell(((Place.TableCell) nested.place()).file(), 1, 1, 2), nested.within());
        assertEquals(2, ((Place.TableCell) nested.place()).table());
    }

    @Test
    void widthsBordersAndHeaderRowsAreRead() throws Exception {
        var border = "<w:%s w:val='single' w:sz='4'/>";
        var items = WordFixture.of(
                        table(
                                "<w:tblPr><w:tblBorders>" + border.formatted("insideH") + "</w:tblBorders></w:tblPr>",
                                "<w:tblGrid><w:gridCol w:w='567'/><w:gridCol w:w='1134'/></w:tblGrid>",
                                tr("<w:trPr><w:tblHeader/></w:trPr>", tc("a")),
                                tr("<w:trPr><w:hidden/></w:trPr>", tc("b"))),
                        table(tr(tc("c"), tc("<w:tcBorders>" + border.formatted("bottom") + "</w:tcBorders>", "d"))),
                        table(
                                "<w:tblPr><w:tblStyle w:val='luoi'/></w:tblPr>",
                                tr(
                                        tc("e"),
                                        tc(
                                                "<w:tcBorders><w:top w:val='nil'/><w:left w:val='nil'/><w:bottom w:val='nil'/><w:right w:val='none'/></w:tcBorders>",
                                                "f"))))
                .styles("<w:style w:type='table' w:styleId='luoi'><w:name w:val='L'/><w:tblPr><w:tblBorders>"
                        + border.formatted("top") + border.formatted("insideV") + "</w:tblBorders></w:tblPr></w:style>")
                .read();
        var widths = all(items, TableStart.class).getFirst().widths();
        assertEquals(10, widths.get(0), 0.01);
        assertEquals(20, widths.get(1), 0.01);
        var rows = rows(items);
        assertEquals(Set.of(Flag.REPEATED), rows.get(0).flags());
        assertEquals(Set.of(Flag.HIDDEN), rows.get(1).flags());
        assertEquals(
                List.of(true, true, false, true, true, false),
                rows.stream()
                        .flatMap(row -> row.cells().stream())
                        .map(cell -> cell.flags().contains(Flag.BORDERED))
                        .toList());
    }

    @Test
    void trackedRowsAndCellsAreAppliedAndFlagged() throws Exception {
        var rows = rows(WordFixture.of(table(
                        tr("<w:trPr><w:ins w:id='1' w:author='A'/></w:trPr>", tc("thêm")),
                        tr("<w:trPr><w:del w:id='2' w:author='A'/></w:trPr>", tc("bỏ")),
                        tr(
                                tc("<w:cellIns w:id='3' w:author='A'/>", "ô thêm"),
                                tc("<w:cellDel w:id='4' w:author='A'/>", "ô bỏ"),
                                tc("ô giữ"))))
                .read());
        assertEquals(
                List.of(List.of("0: thêm"), List.of("0: ô thêm", "1: ô giữ")),
                rows.stream().map(WordFixture::cells).toList());
        assertEquals(Set.of(Flag.INSERTED), rows.get(0).flags());
        assertEquals(2, rows.get(1).number());
        assertTrue(rows.get(1).cells().getFirst().flags().contains(Flag.INSERTED));
    }

    @Test
    void struckOutAndConvertedCellsAreFlagged() throws Exception {
        var cells = rows(WordFixture.of(table(tr(
                                "<w:tc>" + p("", r("<w:strike/>", "bỏ") + r(" ")) + "</w:tc>",
                                "<w:tc>" + p("", r("<w:strike/>", "bỏ") + r("giữ")) + "</w:tc>",
                                "<w:tc>" + p("", r("<w:rFonts w:ascii='.VnTime' w:hAnsi='.VnTime'/>", "x·"))
                                        + "</w:tc>")))
                        .read())
                .getFirst()
                .cells();
        assertEquals(
                List.of(Set.of(Flag.STRUCK_OUT), Set.of(), Set.of(Flag.CONVERTED)),
                cells.stream().map(Cell::flags).toList());
        assertEquals("xã", cells.getLast().shown());
    }

    @Test
    void boundsOfTheGridHold() throws Exception {
        var rows = rows(WordFixture.of(table(
                        tr(tc("<w:gridSpan w:val='2000000000'/>", "a"), tc("<w:gridSpan w:val='2000000000'/>", "b")),
                        tr(
                                "<w:trPr><w:gridBefore w:val='99999999999999'/></w:trPr>",
                                tc("<w:gridSpan w:val='0'/>", "c")),
                        tr()))
                .read());
        assertEquals(2, rows.size());
        assertEquals(16_384, rows.get(0).cells().getFirst().columnSpan());
        assertEquals(List.of("16384: c"), cells(rows.get(1)));
    }

    @Test
    void aLongTableIsNotHeldAsAWhole() throws Exception {
        var file = java.nio.file.Files.createTempFile("dai", ".docx");
        try {
            java.nio.file.Files.write(
                    file, WordFixture.of(table(tr(tc("x")).repeat(1000))).bytes());
            try (var items = new org.bieumau.docx.internal.reading.DocxImporter().open(file, rows -> rows < 10)) {
                var read = 0;
                try {
                    while (items.next() != null) {
                        read++;
                    }
                } catch (java.util.concurrent.CancellationException e) {
                    assertTrue(read < 20, "" + read);
                    return;
                }
            }
            throw new AssertionError("not cancelled");
        } finally {
            java.nio.file.Files.delete(file);
        }
    }

    @Test
    void paragraphsOutsideOfTablesAreNumberedWithoutThoseInCells() throws Exception {
        var paragraphs =
                WordFixture.of(p("a"), table(tr(tc("x"), tc("y"))), p("b")).paragraphs();
        assertEquals(2, ((Place.Paragraph) paragraphs.get(1).place()).number());
        assertEquals(List.of("a", "b"), paragraphs.stream().map(Paragraph::text).toList());
    }
}
