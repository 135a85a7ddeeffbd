/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.paste;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.bieumau.dsl.ide.internal.prose.Piece;
import org.bieumau.dsl.ide.internal.prose.RichProse;
import org.bieumau.dsl.ide.internal.table.TabSeparated;

/**
 * A cell that another program has put on the clipboard.
 *
 * @param lines its lines with their emphasis
 * @param written what it is in the language where that is known; else null
 */
public record PastedCell(List<List<Piece>> lines, String written) {

    /** A cell of text as it stands: nothing in it is a mark of the language. */
    public static PastedCell of(String text) {
        return of(Arrays.stream(text.split("\n", -1))
                .map(line -> List.of(Piece.of(line)))
                .toList());
    }

    /**
     * A cell of ours.
     *
     * @param shown what a person sees of it
     * @param written what it is in the language
     */
    public static PastedCell own(String shown, String written) {
        return new PastedCell(of(shown).lines(), written);
    }

    /** Lines that stand in one cell. */
    public static PastedCell of(List<List<Piece>> lines) {
        return new PastedCell(lines, null);
    }

    /** The rows of a text as spreadsheets hand it over. */
    public static List<List<PastedCell>> rows(String tabSeparated) {
        return TabSeparated.read(tabSeparated).stream()
                .map(row -> row.stream().map(PastedCell::of).toList())
                .toList();
    }

    /** Rows as spreadsheets take them. */
    public static String tabSeparated(List<List<PastedCell>> rows) {
        return TabSeparated.write(rows.stream()
                .map(row -> row.stream().map(PastedCell::plain).toList())
                .toList());
    }

    /** What is in it, without emphasis. */
    public String plain() {
        return lines.stream()
                .map(line -> line.stream().map(Piece::text).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    /** What is in it as the language writes prose, without the quotes. */
    public String prose() {
        return written != null ? written : RichProse.written(lines);
    }
}
