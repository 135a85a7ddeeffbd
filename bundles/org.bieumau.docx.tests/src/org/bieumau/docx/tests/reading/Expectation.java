/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.tests.reading;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Block.Braced;
import org.bieumau.core.layout.Block.Line;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.SideItem;
import org.bieumau.core.layout.Block.Stamp;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.Look;
import org.bieumau.core.text.Span;

/** Describes the blocks of a layout, as they should be read from the exported document. */
final class Expectation {

    private final Layout layout;
    private final List<String> lines = new ArrayList<>();
    /** Notes that follow the current table. */
    private final List<Paragraph> notes = new ArrayList<>();

    private double scale = 1;
    private int row;
    private int[] rowsLeft;
    private int[] spans;

    private Expectation(Layout layout) {
        this.layout = layout;
    }

    static List<String> of(Layout layout) throws Exception {
        var expectation = new Expectation(layout);
        try (var blocks = layout.open()) {
            for (var block = blocks.next(); block != null; block = blocks.next()) {
                expectation.add(block);
            }
        }
        return expectation.lines;
    }

    private void add(Block block) {
        switch (block) {
            case Block.PageStart start -> lines.add(Description.page(start.page()));
            case Block.PageEnd end -> end.paragraphs().forEach(each -> lines.add(paragraph(each) + " box"));
            case Block.PageTop top -> lines.add(stamp(top.stamp()) + " box");
            case Block.SideBySide sides -> sides(sides);
            case Block.SideItem item -> {
                item(item, lines);
                flushNotes();
            }
            case Block.TableStart start -> {
                lines.add("table " + start.columns().size());
                scale = start.scale();
                row = 0;
                rowsLeft = new int[start.columns().size()];
                spans = new int[start.columns().size()];
            }
            case Block.Chart chart -> lines.add(paragraph(chart.caption()));
            case Block.Row each -> row(each);
            case Block.TableEnd end -> {
                scale = 1;
                lines.add("end");
                flushNotes();
            }
        }
    }

    private void flushNotes() {
        for (var note : notes) {
            lines.add("note " + Description.singleSpaced(note.text()));
        }
        notes.clear();
    }

    private void sides(Block.SideBySide sides) {
        var edges = new java.util.TreeSet<Integer>();
        for (var each : sides.rows()) {
            var percent = 0;
            for (var part : each.percents()) {
                percent += part;
                edges.add(percent);
            }
        }
        lines.add("table " + edges.size());
        for (int i = 0; i < sides.rows().size(); i++) {
            lines.add("row " + (i + 1));
            var each = sides.rows().get(i);
            var left = 0;
            var nested = new ArrayList<String>();
            for (int column = 0; column < each.columns().size(); column++) {
                var right = left + each.percents().get(column);
                lines.add("cell " + edges.headSet(left, true).size() + "+"
                        + edges.subSet(left, false, right, true).size() + " NONE");
                for (var item : each.columns().get(column)) {
                    item(item, item instanceof Braced ? nested : lines);
                }
                left = right;
            }
            lines.addAll(nested);
        }
        lines.add("end");
        flushNotes();
    }

    private void item(SideItem item, List<String> to) {
        switch (item) {
            case Paragraph paragraph -> {
                if (!Description.singleSpaced(paragraph.text()).isEmpty()) {
                    to.add(paragraph(paragraph));
                }
                notes.addAll(paragraph.notes());
            }
            case Line line -> {
                if (line.length() > 0) {
                    to.add("rule " + Math.round(line.length()));
                }
            }
            case Stamp stamp -> to.add(stamp(stamp));
            case Braced braced -> {
                to.add("table 2");
                to.add("row 1");
                to.add("cell 0+1 NONE");
                braced.lines().forEach(line -> to.add(paragraph(line)));
                to.add("cell 1+1 NONE");
                to.add(paragraph(braced.note()));
                to.add("end");
            }
        }
    }

    private String stamp(Stamp stamp) {
        return Description.singleSpaced(stamp.text()) + " | "
                + run(layout.style(stamp.component()), Span.of(stamp.text()));
    }

    private String paragraph(Paragraph paragraph) {
        var look = layout.style(paragraph.component()).scaled(scale);
        var runs = new StringBuilder();
        var last = "";
        for (var span : paragraph.spans()) {
            if (span.note() == null && !span.text().isBlank()) {
                var run = run(look, span);
                if (!run.equals(last)) {
                    runs.append(' ').append(run);
                    last = run;
                }
            }
        }
        var setting = layout.style(paragraph.component());
        return Description.singleSpaced(
                        paragraph.label() == null
                                ? text(paragraph)
                                : paragraph.label().text() + " " + text(paragraph))
                + " | " + Description.setting(setting) + runs;
    }

    private static String text(Paragraph paragraph) {
        var text = new StringBuilder();
        paragraph.spans().stream().filter(span -> span.note() == null).forEach(span -> text.append(span.text()));
        return text.toString();
    }

    private static String run(Look look, Span span) {
        return Description.run(
                look.size(),
                look.bold() || span.bold(),
                look.italic() || span.italic(),
                look.underlined() || span.underlined(),
                look.capitals(),
                look.colour());
    }

    private void row(Block.Row each) {
        lines.add("row " + ++row);
        var cells = each.cells().iterator();
        var next = cells.hasNext() ? cells.next() : null;
        for (int column = 0; column < rowsLeft.length; ) {
            if (next != null && next.column() == column) {
                lines.add("cell " + column + "+" + next.columnSpan() + " " + (next.rowSpan() > 1 ? "START" : "NONE"));
                next.paragraphs().forEach(paragraph -> item(paragraph, lines));
                rowsLeft[column] = next.rowSpan() - 1;
                spans[column] = next.columnSpan();
                column += next.columnSpan();
                next = cells.hasNext() ? cells.next() : null;
            } else {
                rowsLeft[column]--;
                lines.add("cell " + column + "+" + spans[column] + " CONTINUED");
                column += spans[column];
            }
        }
    }
}
