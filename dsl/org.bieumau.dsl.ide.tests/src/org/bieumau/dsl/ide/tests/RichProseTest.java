/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bieumau.dsl.ide.internal.prose.Piece;
import org.bieumau.dsl.ide.internal.prose.Piece.Style;
import org.bieumau.dsl.ide.internal.prose.RichLine;
import org.bieumau.dsl.ide.internal.prose.RichProse;
import org.bieumau.dsl.ide.internal.prose.RichTable;
import org.bieumau.dsl.ide.internal.table.ProseLines;
import org.bieumau.examples.internal.Examples;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.Document;
import org.bieumau.model.Library;
import org.bieumau.model.Prose;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the conversion of prose to text with emphasis and back to markup. */
class RichProseTest {

    private static final String HEAD = "viện dẫn K: kế hoạch số 01/KH-UBND ngày 05/01/2026 của \"UBND\" về \"việc\"\n";

    private static RichProse read(String lines) {
        return of(HEAD + "kế hoạch A {\n    nội dung '''\n" + lines.indent(8) + "    '''\n}\n");
    }

    private static RichProse of(String file) {
        var library = (Library) Files.right(file).getContents().getFirst();
        return RichProse.of(((Document) library.getElements().getLast()).getBody());
    }

    /** Returns the lines of the source without the common indentation. */
    private static String lines(RichProse prose) {
        var source = prose.source();
        return source.substring(3, source.length() - 3)
                .stripTrailing()
                .stripIndent()
                .strip();
    }

    /** Parses the source of prose and asserts that the result has the same source. */
    private static RichProse reparsed(RichProse prose) {
        var reparsed = of(HEAD + "kế hoạch A {\n    nội dung " + prose.source() + "\n}\n");
        assertEquals(prose.source(), reparsed.source());
        return reparsed;
    }

    @Test
    void textHasNoMarkup() {
        var prose = read(
                "I. MỤC ĐÍCH\n1. Theo [K], **đậm *cả hai*** và m^{2}, {1 + 2} \\*.\n\n| a | **b** |\nnếu 1 = 1:\n    - Gạch.\n");
        assertEquals(
                "I. MỤC ĐÍCH\n1. Theo Kế hoạch số 01/KH-UBND ngày 05/01/2026 của UBND về việc, đậm cả hai và m2, {1 + 2} *.\n| a | b |\nnếu 1 = 1:\n- Gạch.",
                prose.text());
        var pieces = prose.lines().get(1).pieces();
        assertEquals("[K]", pieces.get(1).code());
        assertTrue(pieces.stream().anyMatch(piece -> piece.text().equals("cả hai") && piece.bold() && piece.italic()));
        assertTrue(prose.lines().get(3).isHead());
        assertEquals(5, prose.offsets().size());
        assertTrue(prose.source().startsWith("I. MỤC", prose.offsets().getFirst())
                && prose.source().startsWith("- Gạch", prose.offsets().getLast()));
    }

    static List<String> examples() {
        return Examples.NAMES;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void unchangedProseKeepsItsSource(String name) throws Exception {
        for (var prose : proses(name)) {
            var node = NodeModelUtils.findActualNodeFor(prose);
            assertEquals(node.getText().strip(), RichProse.of(prose).source());
        }
    }

    /** Reads and writes lines without quotes and indentation, as in the cells of a table. */
    @ParameterizedTest
    @MethodSource("examples")
    void linesWithoutQuotesKeepTheirSource(String name) throws Exception {
        for (var prose : proses(name)) {
            var lines = ProseLines.of(prose);
            var alone = ProseLines.rich(lines, (XtextResource) prose.eResource());
            assertEquals(lines, alone.inside());
            assertEquals(RichProse.of(prose).text(), alone.text());
        }
    }

    private static List<Prose> proses(String name) throws Exception {
        String text;
        try (var in = Examples.class.getResourceAsStream("/examples/" + name + ".bieu")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        var all = EcoreUtil.<EObject>getAllContents(Files.any(text).getContents());
        var found = new java.util.ArrayList<Prose>();
        all.forEachRemaining(each -> {
            if (each instanceof Prose prose) {
                found.add(prose);
            }
        });
        return found;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Một hai.             | hai   | ba       | Một ba.
            Một **hai** ba.      | ai    | òn       | Một **hòn** ba.
            Một **hai** ba.      | ai ba | ọ        | Một **họ**.
            Một *hai*.           | Một   | 5*6 [x]  | 5*6 \\[x] *hai*.
            Một.                 | Một   | (*) *a*  | (*) \\*a\\*.
            Một.                 | Một   | - a      | - a.
            1. Một.              | 1. M  | m        | một.
            \\1. Một.            | Một   | Hai      | \\1. Hai.
            Theo [K] nói.        | số 0  | x        | Theo x nói.
            Một.                 | ột    | ^{       | M^\\{.
            """)
    void textIsReplaced(String before, String old, String now, String after) {
        var prose = read(before);
        var at = prose.text().indexOf(old);
        var edited = prose.replace(at, at + old.length(), now).orElseThrow().prose();
        assertEquals(after, lines(edited));
        assertEquals(edited.text(), reparsed(edited).text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Một hai ba.          | hai     | BOLD        | Một **hai** ba.
            Một **hai** ba.      | hai     | BOLD        | Một hai ba.
            Một **hai** ba.      | hai ba  | BOLD        | Một **hai ba**.
            Một **hai** ba.      | hai ba  | ITALIC      | Một ***hai*** *ba*.
            Một **hai** ba.      | ột ha   | ITALIC      | M*\\ột **h\\a*****i** ba.
            2*3*4                | 3       | BOLD        | 2\\***3**\\*4
            1. m2                | 2       | SUPERSCRIPT | 1. m^{2}
            1. Một hai           | 1. Một  | BOLD        | 1. **Một** hai
            Theo [K] nói.        | eo Kế hoạch | ITALIC  | Th*\\eo [K]* nói.
            a[K]b                | Kế hoạch số 01/KH-UBND ngày 05/01/2026 của UBND về việc | BOLD | \\a**[K]**\\b
            Một hai              | ` hai`  | BOLD        | Một **hai**
            """)
    void styleIsSetOrCleared(String before, String part, String style, String after) {
        var prose = read(before);
        var at = prose.text().indexOf(part);
        var on = !prose.has(at, at + part.length(), Style.valueOf(style));
        var styled = prose.style(at, at + part.length(), Style.valueOf(style), on);
        assertEquals(after, lines(styled));
        assertEquals(shape(styled), shape(reparsed(styled)));
    }

    /** Returns the text with a digit for the style after each character. Whitespace and markers have no style. */
    private static String shape(RichProse prose) {
        return prose.lines().stream().map(RichProseTest::shape).collect(Collectors.joining("\n"));
    }

    private static String shape(RichLine line) {
        var shape = new StringBuilder();
        var marker = line.marker().map(each -> each.length()).orElse(0);
        for (var piece : line.pieces()) {
            for (var c : piece.text().toCharArray()) {
                var plain = c == ' ' && !piece.isWhole() || shape.length() / 2 < marker;
                shape.append(c)
                        .append(
                                plain
                                        ? '0'
                                        : (char) ('0'
                                                + (piece.bold() ? 1 : 0)
                                                + (piece.italic() ? 2 : 0)
                                                + (piece.superscript() ? 4 : 0)));
            }
        }
        // Ignore whitespace at the end and next to the bars of a table.
        var seen = shape.toString().replaceAll("( .)+$", "");
        return seen.startsWith("|") ? seen.replaceAll("( .)*\\|.( .)*", "|0") : seen;
    }

    @Test
    void newLineContinuesOrEndsAList() {
        var prose = read("1. Một\n    a) Hai");
        var edited = prose.breakLine(prose.text().length()).orElseThrow();
        assertEquals("1. Một\n    a) Hai\n    b)", lines(edited.prose()));
        assertEquals(edited.prose().text().length(), edited.caret());
        var outer = edited.prose().breakLine(edited.caret()).orElseThrow();
        assertEquals("1. Một\na) Hai\n2. ", outer.prose().text());
        assertEquals(outer.prose().text().length(), outer.caret());
        var ended = outer.prose().breakLine(outer.caret()).orElseThrow();
        assertEquals("1. Một\na) Hai\n", ended.prose().text());
        assertEquals(
                "1. Một\n- x\n2. Hai",
                read("1. Một\n2. Hai")
                        .replace(6, 6, "\n- x")
                        .orElseThrow()
                        .prose()
                        .text());
        assertEquals("Mộ\nt", read("Một").breakLine(2).orElseThrow().prose().text());
    }

    /** Types a text character by character at the end of a line; Enter is a line feed, Tab and «^» change the level. */
    private static RichProse type(RichProse prose, int line, String keys) {
        var now = prose;
        var caret = now.start(line) + now.lines().get(line).text().length();
        for (var key : keys.split("")) {
            var at = caret;
            var before = now;
            var edited = switch (key) {
                case "\n" -> now.breakLine(at);
                case "\t" -> now.indent(at, at, 1);
                case "^" -> now.indent(at, at, -1);
                case "<" -> now.deleteBackward(at - 1, at);
                default -> now.replace(at, at, key);
            };
            now = edited.map(RichProse.Edited::prose).orElse(before);
            caret = edited.map(RichProse.Edited::caret).orElse(at);
            assertTrue(caret <= now.text().length());
        }
        return now;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            I. A                     | 0 | NB                | I. A/II. B
            I. A                     | 0 | NTB               | I. A/1. B
            I. A                     | 0 | NTBNCNTDNENNNF    | I. A/1. B/2. C/a) D/b) E/II. F
            1. A/- x                 | 0 | NTB               | 1. A/- B/- x
            1. A/- x/2. B/3. C       | 2 | T                 | 1. A/- x/- B/2. C
            1. A/a) x/b) y/2. B      | 1 | ^                 | 1. A/2. x/a) y/3. B
            1. A/+ x                 | 1 | T                 | 1. A/+ x
            I. A/1. x                | 0 | ^                 | I. A/1. x
            A                        | 0 | T^                | A
            Điều 1. A/1. x           | 1 | ^                 | Điều 1. A/Điều 2. x
            Điều 1. A/Điều 2. B/1. x | 1 | ^                 | Điều 1. A/Chương I/B/1. x
            Chương I/A/Điều 1. B     | 0 | T                 | Điều 1. A/Điều 2. B
            1. A/2. B/3. C           | 0 | NX                | 1. A/2. X/3. B/4. C
            1. A/2. B/3. C           | 1 | <<                | 1. A//2. C
            1. A/2. /3. C            | 1 | <                 | 1. A//2. C
            1. A                     | 0 | N2. B             | 1. A/2. B
            1. A                     | 0 | N- B              | 1. A/- B
            1. A                     | 0 | Na) B             | 1. A/a) B
            1. A                     | 0 | N2.5 m            | 1. A/2. 2.5 m
            1. A                     | 0 | NMục 2 của        | 1. A/2. Mục 2 của
            - A                      | 0 | N- B              | - A/- B
            5. A/6. B                | 0 | NX                | 5. A/6. X/7. B
            1. A/5. B                | 0 | NX                | 1. A/2. X/5. B
            I. A/1. x/II. B/1. y     | 1 | Nz                | I. A/1. x/2. z/II. B/1. y
            I. A/1. x/2. y/3. z      | 1 | N^T               | I. A/1. x/2. /3. y/4. z
            I. A/1. x/2. y/3. z      | 1 | N^                | I. A/1. x/II. /1. y/2. z
            Điều 1. A/Chương II/B/Điều 2. C | 0 | NX         | Điều 1. A/Điều 2. X/Chương II/B/Điều 3. C
            """)
    void keysOfAList(String before, int line, String keys, String after) {
        var prose = read(before.replace('/', '\n'));
        var now = type(prose, line, keys.replace('N', '\n').replace('T', '\t'));
        assertEquals(after, now.text().replace('\n', '/'));
        assertEquals(now.source(), reparsed(now).source());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1. A/2. /3. B            | 8  | 8  | 1. X/2. Y    | 1. A/2. X/3. Y/4. B
            1. A/2. /3. B            | 8  | 8  | - X          | 1. A/- X/2. B
            1. A/2. B                | 5  | 5  | X            | 1. A/2. XB
            1. A/2. B                | 5  | 5  | `3. `        | 1. A/3. B
            1. A/2. B/3. C           | 4  | 5  |              | 1. AB/2. C
            1. A/2. B/3. C/4. D      | 5  | 15 | ``           | 1. A/2. D
            1. A/2. B                | 4  | 4  | `/1. X/2. Y` | 1. A/2. X/3. Y/4. B
            A                        | 1  | 1  | `/3. X/4. Y` | A/3. X/4. Y
            """)
    void pastedMarksContinueTheList(String before, int from, int to, String pasted, String after) {
        var prose = read(before.replace('/', '\n'));
        var now = prose.replace(from, to, pasted == null ? "" : pasted.replace('/', '\n'))
                .orElseThrow();
        assertEquals(after, now.prose().text().replace('\n', '/'));
    }

    @Test
    void unchangedLinesKeepTheirSource() {
        var prose = read("1.  Một   \n\n\\Hai *ba*\n    Bốn");
        var at = prose.text().indexOf("Bốn");
        var edited = prose.replace(at, at + 3, "Năm").orElseThrow().prose();
        assertEquals(prose.source().replace("Bốn", "Năm"), edited.source());
        var without = prose.replace(at - 1, at + 3, "").orElseThrow().prose();
        assertEquals(prose.source().replaceFirst("\n *Bốn", ""), without.source());
    }

    @Test
    void quotesOfOneLineProseMoveToTheirOwnLines() {
        var prose = of("kế hoạch A {\n    nội dung '''Một.'''\n}\n");
        assertEquals(
                "'''Hai.'''", prose.replace(0, 3, "Hai").orElseThrow().prose().source());
        assertEquals(
                "'''\n        Một.\n        Hai\n    '''",
                prose.replace(4, 4, "\nHai").orElseThrow().prose().source());
        var empty = of("kế hoạch A {\n    nội dung '''\n    '''\n}\n");
        assertEquals("'''\n    '''", empty.source());
        assertEquals(
                "'''\n        x\n    '''",
                empty.replace(0, 0, "x").orElseThrow().prose().source());
    }

    @Test
    void headerOfAConditionIsAtomic() {
        var prose = read("Một\nnếu 1 = 1:\n    - Hai\nBa");
        var head = prose.text().indexOf("nếu");
        assertTrue(prose.replace(head + 1, head + 2, "x").isEmpty());
        assertTrue(prose.replace(head - 1, head, "").isEmpty());
        assertTrue(prose.replace(1, head + 3, "").isEmpty());
        assertEquals(
                "Một\nnếu 1 = 1:\n    x\n    - Hai\nBa",
                lines(prose.replace(head + 10, head + 10, "\nx").orElseThrow().prose()));
        assertEquals(
                "Một\nx\n    - Hai\nBa",
                lines(prose.replace(head, head + 10, "x").orElseThrow().prose()));
    }

    @Test
    void markersAreSetAndRemoved() {
        var prose = read("Một\n1. Hai\nBa");
        assertEquals(
                "Một\na) Hai\nb) Ba",
                prose.mark(1, 2, DivisionLevel.POINT).prose().text());
        assertEquals("Một\nHai\nBa", prose.mark(0, 2, null).prose().text());
        assertEquals(
                "Một\n1. Hai\n2. Ba",
                prose.mark(2, 2, DivisionLevel.CLAUSE).prose().text());
        assertEquals(
                "Chương I\nMột\n1. Hai\nBa",
                prose.mark(0, 0, DivisionLevel.CHAPTER).prose().text());
    }

    @Test
    void footnotesAreShownAsNumbers() {
        var prose = read("Một^[x **y**] hai^[[K]].\nBa^[z]");
        assertEquals("Một1 hai2.\nBa3", prose.text());
        assertEquals("x **y**", prose.note(4).orElseThrow().content());
        assertTrue(prose.note(6).isEmpty());
        var edited = prose.insertNote(0, 0, RichProse.note(List.of(List.of(Piece.of("a]")), List.of(Piece.of("b")))))
                .orElseThrow();
        assertEquals("1Một2 hai3.\nBa4", edited.prose().text());
        assertEquals(1, edited.caret());
        assertEquals("^[a\\] b]Một^[x **y**] hai^[[K]].\nBa^[z]", lines(reparsed(edited.prose())));
        var without = edited.prose().replace(0, 1, "").orElseThrow().prose();
        assertEquals(prose.text(), without.text());
        assertEquals(prose.source(), without.source());
        var changed = prose.insertNote(3, 4, "^[c]").orElseThrow().prose();
        assertEquals("Một^[c] hai^[[K]].\nBa^[z]", lines(reparsed(changed)));
    }

    /** Regression: the citation became a footnote. */
    @Test
    void citationAfterACaretStaysACitation() {
        var prose = read("Một^ hai [K]");
        assertEquals("Một\\^[K]", lines(prose.replace(4, 9, "").orElseThrow().prose()));
    }

    @Test
    void editedTableRowStaysATableRow() {
        var prose = read("| a | b |\n| --- | --- |\n| c\\|d | *e* |");
        var at = prose.text().indexOf("a");
        assertEquals(
                "| x\\* | b |",
                lines(prose.replace(at, at + 1, "x*").orElseThrow().prose())
                        .lines()
                        .findFirst()
                        .orElseThrow());
        var end = prose.text().length();
        assertEquals(
                "| c\\|d | **e** |",
                lines(prose.style(end - 6, end, Style.BOLD, true).style(end - 6, end, Style.ITALIC, false))
                        .lines()
                        .toList()
                        .get(2));
    }

    @Test
    void tablesAreEdited() {
        var table = RichTable.at(read("Một\n| a | **b** |\n| :---: | --- |\n| c\\|d | [K] |\nHai"), 2)
                .orElseThrow();
        assertEquals(1, table.first());
        assertEquals(4, table.end());
        assertTrue(table.hasHead());
        assertEquals(RichTable.Alignment.CENTER, table.alignment(0));
        assertEquals("c|d", table.cells(3).get(0).stream().map(Piece::text).collect(Collectors.joining()));
        assertEquals(
                "Một\n| a | **b** |\n| :---: | --- |\n| x\\|y | [K] |\nHai",
                lines(table.withCell(3, 0, List.of(Piece.of("x|y")))));
        assertEquals(
                "Một\n| a | **b** |\n| :---: | --- |\n| c\\|d | [K] |\n| | |\nHai", lines(reparsed(table.addRow(4))));
        assertEquals(
                "Một\n| a | | **b** |\n| :---: | --- | --- |\n| c\\|d | | [K] |\nHai",
                lines(reparsed(table.addColumn(1))));
        assertEquals("Một\n| **b** |\n| --- |\n| [K] |\nHai", lines(reparsed(table.removeColumn(0))));
        assertEquals("Một\n| c\\|d | [K] |\nHai", lines(reparsed(table.removeRow(1))));
        assertEquals("Một\n| a | **b** |\n| c\\|d | [K] |\nHai", lines(reparsed(table.head(false))));
        assertEquals(
                "Một\n| a | **b** |\n| :---: | ---: |\n| c\\|d | [K] |\nHai",
                lines(reparsed(table.align(1, RichTable.Alignment.RIGHT))));
        assertEquals("Một\n\nHai", table.remove().text());
        assertEquals(
                "Một\n| | |\n| --- | --- |\n| | |\nHai", lines(reparsed(RichTable.insert(read("Một\nHai"), 3, 2, 2))));
        var plain = RichTable.at(read("| a | b |\n| c |"), 0).orElseThrow();
        assertFalse(plain.hasHead());
        assertEquals("| | |\n| a | b |\n| c |", lines(reparsed(plain.addRow(0))));
        assertEquals("| c |", lines(reparsed(plain.removeRow(0))));
        assertEquals("", lines(plain.remove()));
    }

    /** The page shows the blank line between two tables: without it they are one table. */
    @Test
    void blankLineBetweenTablesIsKept() {
        var prose = read("| a | b |\n| c | d |\n   \n| e |\n| f |\nHết");
        assertEquals("| a | b |\n| c | d |\n\n| e |\n| f |\nHết", prose.text());
        var at = prose.text().indexOf("e");
        var edited = prose.replace(at, at + 1, "x").orElseThrow().prose();
        assertEquals(prose.source().replace("| e |", "| x |"), edited.source());
        assertEquals(edited.text(), reparsed(edited).text());
        var row = prose.text().indexOf("| e");
        var without = prose.replace(row, row + 6, "").orElseThrow().prose();
        assertEquals("| a | b |\n| c | d |\n\n| f |\nHết", without.text());
        assertEquals(without.text(), reparsed(without).text());
        var joined = prose.replace(row - 1, row, "").orElseThrow().prose();
        assertEquals("| a | b |\n| c | d |\n| e |\n| f |\nHết", reparsed(joined).text());
    }

    @Test
    void movedDivisionsAreRenumbered() {
        var prose = read("I. A\n1. a\nchữ\n2. b\nII. B\n1. c");
        var top = prose.divisions();
        assertEquals(
                List.of("I. A", "II. B"),
                top.stream().map(RichProse.Division::label).toList());
        assertEquals(
                List.of("1. a", "2. b"),
                top.getFirst().inner().stream().map(RichProse.Division::label).toList());
        assertEquals(
                "I. B\n1. c\nII. A\n1. a\nchữ\n2. b",
                prose.move(top.getFirst(), 1).orElseThrow().prose().text());
        assertEquals(
                "I. A\n1. b\n2. a\nchữ\nII. B\n1. c",
                prose.move(top.getFirst().inner().get(1), -1)
                        .orElseThrow()
                        .prose()
                        .text());
        assertTrue(prose.move(top.getFirst(), -1).isEmpty());
    }

    /** After any sequence of typing, pasting, deleting and styling, the source reads as the text on the page. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8"})
    void randomEditsKeepPageAndSourceEqual(long seed) {
        var random = new Random(seed);
        var prose = read(
                "I. MỤC *ĐÍCH*\n1. Theo [K], **đậm *cả hai*** và m^{2}, {1 + 2} \\*.\n| a | **b** |\nnếu 1 = 1:\n    - Gạch.\nHết");
        var texts = List.of(
                "x",
                "*",
                " ",
                "\n",
                "1. ",
                "- ",
                "[",
                "{",
                "'",
                "'''",
                "|",
                "\\",
                "ế",
                "a) b\nc",
                "nếu x:",
                "^{",
                "Điều 1. ",
                "Phần I",
                "  ",
                "}",
                "]",
                "Tiểu mục 1 ");
        for (int i = 0; i < 150; i++) {
            var length = prose.text().length();
            var from = random.nextInt(length + 1);
            var to = Math.min(length, from + (random.nextInt(3) == 0 ? random.nextInt(20) : 0));
            prose = switch (random.nextInt(8)) {
                case 0 ->
                    prose.style(
                            from,
                            Math.min(length, from + random.nextInt(9)),
                            Style.values()[random.nextInt(3)],
                            random.nextBoolean());
                case 1 ->
                    prose.insert(from, to, "Kế hoạch số 01/KH-UBND ngày 05/01/2026 của UBND về việc", "[K]")
                            .map(RichProse.Edited::prose)
                            .orElse(prose);
                case 2 -> prose.breakLine(from).map(RichProse.Edited::prose).orElse(prose);
                case 3 ->
                    prose.indent(from, to, random.nextBoolean() ? 1 : -1)
                            .map(RichProse.Edited::prose)
                            .orElse(prose);
                case 4 ->
                    prose.deleteBackward(Math.max(0, from - 1), from)
                            .map(RichProse.Edited::prose)
                            .orElse(prose);
                default ->
                    prose.replace(from, to, texts.get(random.nextInt(texts.size())))
                            .map(RichProse.Edited::prose)
                            .orElse(prose);
            };
            // The lines of a condition may have been deleted: start again, since its header is then plain text.
            if (hasHeadWithoutLines(prose)) {
                prose = read("I. A\nnếu 1 = 1:\n    - Gạch.\nHết");
            }
            var now = prose;
            var reparsed = reparsed(prose);
            for (int j = 0; j < Math.min(seen(now).size(), seen(reparsed).size()); j++) {
                assertEquals(seen(now).get(j), seen(reparsed).get(j), () -> now.source());
            }
            assertEquals(seen(now).size(), seen(reparsed).size());
        }
    }

    private static boolean hasHeadWithoutLines(RichProse prose) {
        var lines =
                prose.lines().stream().filter(line -> !line.text().isBlank()).toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isHead()
                    && (i + 1 == lines.size()
                            || lines.get(i + 1).indent().length()
                                    <= lines.get(i).indent().length())) {
                return true;
            }
        }
        return false;
    }

    /** Returns the shapes of the lines that are not blank. */
    private static List<String> seen(RichProse prose) {
        return prose.lines().stream()
                .filter(line -> !line.text().isBlank())
                .map(RichProseTest::shape)
                .toList();
    }

    @Test
    void headingsAreThoseThatPrintAsHeadings() {
        var prose = read(
                "Chương I\nQuy định chung\nĐiều 1. Phạm vi\n1. Mục tiêu\n\n- Một\n2. Kinh phí\n3. Nơi nhận:\na) Hai\nb) Ba\n- Bốn\n4. Bảng\n| a | b |\nII. Cuối\n5. Không");
        assertEquals(
                "Chương I|Quy định chung|Điều 1. Phạm vi|1. Mục tiêu|4. Bảng|II. Cuối",
                IntStream.range(0, prose.lines().size())
                        .filter(prose::isTitle)
                        .mapToObj(line -> prose.lines().get(line).text())
                        .collect(Collectors.joining("|")));
    }
}
