/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.paste;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.bieumau.dsl.ide.internal.prose.Piece;
import org.bieumau.dsl.ide.internal.prose.RichProse;
import org.bieumau.dsl.ide.internal.table.TabSeparated;

/**
 * Cell pasted from the clipboard.
 *
 * @param lines the lines with their emphasis
 * @param written the content as source of the language, if known; else null
 */
public record PastedCell(List<List<Piece>> lines, String written) {

    /** Returns a cell of plain text, in which nothing is markup of the language. */
    public static PastedCell of(String text) {
        return of(Arrays.stream(text.split("\n", -1))
                .map(line -> List.of(Piece.of(line)))
                .toList());
    }

    /**
     * Returns a cell copied from one of our own tables.
     *
     * @param shown the text as displayed
     * @param written the source in the language
     */
    public static PastedCell own(String shown, String written) {
        return new PastedCell(of(shown).lines(), written);
    }

    /** Returns a cell with the given lines. */
    public static PastedCell of(List<List<Piece>> lines) {
        return new PastedCell(lines, null);
    }

    /** Returns the rows of a text in the clipboard format of spreadsheets. */
    public static List<List<PastedCell>> rows(String tabSeparated) {
        return TabSeparated.read(tabSeparated).stream()
                .map(row -> row.stream().map(PastedCell::of).toList())
                .toList();
    }

    /** Returns rows in the clipboard format of spreadsheets. */
    public static String tabSeparated(List<List<PastedCell>> rows) {
        return TabSeparated.write(rows.stream()
                .map(row -> row.stream().map(PastedCell::plain).toList())
                .toList());
    }

    /** Returns the content without emphasis. */
    public String plain() {
        return lines.stream()
                .map(line -> line.stream().map(Piece::text).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    /** Returns the content as source of prose, without the quotes. */
    public String prose() {
        return written != null ? written : RichProse.written(lines);
    }
}
