/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bieumau.core.problem.Place;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.Look.Alignment;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.bieumau.core.source.SourceItem.Run;
import org.bieumau.core.source.SourceItem.Setting;

/**
 * The items of a file that is written down in a test. A line begins with its look: <code>c</code> for centred, <code>b
 * </code> for bold, <code>i</code> for italic letters, and a bar.
 */
final class Page {

    private final List<SourceItem> items = new ArrayList<>();
    private int paragraphs;
    private int tables;

    List<SourceItem> items() {
        return items;
    }

    Page lines(String... lines) {
        for (var line : lines) {
            items.add(paragraph(line, new Place.Paragraph("a.docx", ++paragraphs), Set.of()));
        }
        return this;
    }

    Page box(String... lines) {
        for (var line : lines) {
            items.add(paragraph(line, new Place.Paragraph("a.docx", ++paragraphs), Set.of(Flag.TEXT_BOX)));
        }
        return this;
    }

    /** Adds the items of another page. */
    Page and(Page other) {
        items.addAll(other.items);
        return this;
    }

    /** Adds a row of a table without borders; the lines of a cell are separated by slashes. */
    Page sides(String... cells) {
        tables++;
        items.add(new SourceItem.TableStart(place(0, 0), 0, Set.of()));
        row(1, cells, Set.of());
        items.add(new SourceItem.TableEnd());
        return this;
    }

    /** Adds a table with borders. */
    Page table(String[]... rows) {
        tables++;
        items.add(new SourceItem.TableStart(place(0, 0), 0, Set.of()));
        for (int i = 0; i < rows.length; i++) {
            row(i + 1, rows[i], Set.of(Flag.BORDERED));
        }
        items.add(new SourceItem.TableEnd());
        return this;
    }

    private Place place(int row, int column) {
        return new Place.TableCell("a.docx", tables, row, column);
    }

    private void row(int number, String[] texts, Set<Flag> flags) {
        var cells = new ArrayList<SourceItem.Cell>();
        for (int i = 0; i < texts.length; i++) {
            var place = place(number, i + 1);
            var lines = new ArrayList<Paragraph>();
            for (var line : texts[i].split(" // ")) {
                lines.add(paragraph(line, place, Set.of()));
            }
            var shown = String.join("\n", lines.stream().map(Paragraph::text).toList());
            cells.add(new SourceItem.Cell(
                    place, i, 1, SourceItem.Merge.NONE, SourceItem.Kind.TEXT, shown, shown, lines, flags));
        }
        items.add(new SourceItem.Row(number, cells, Set.of()));
    }

    private static Paragraph paragraph(String line, Place place, Set<Flag> flags) {
        var bar = line.indexOf('|');
        var marks = bar < 0 ? "" : line.substring(0, bar);
        var look = look(marks.contains("b"), marks.contains("i"), marks.contains("c"));
        var text = line.substring(bar + 1).replace("→", "\t");
        return new Paragraph(place, "", List.of(new Run(text, look, Set.of())), look, Setting.NONE, flags);
    }

    private static Look look(boolean bold, boolean italic, boolean centered) {
        return new Look(
                "Times New Roman",
                14,
                bold,
                italic,
                false,
                false,
                Look.BLACK,
                centered ? Alignment.CENTER : Alignment.JUSTIFY,
                0,
                0,
                0,
                1,
                0,
                false,
                Set.of(),
                Set.of());
    }
}
