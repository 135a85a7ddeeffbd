/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.tests.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.bieumau.core.source.SourceItem.Rule;

/** Describes items that were read, without the paragraphs that only Word needs, such as those between tables. */
final class Description {

    private final List<String> lines = new ArrayList<>();

    static List<String> of(List<SourceItem> items) {
        var description = new Description();
        items.forEach(description::add);
        return description.lines;
    }

    private void add(SourceItem item) {
        switch (item) {
            case SourceItem.PageStart start -> lines.add(page(start.page()));
            case Paragraph paragraph -> add(paragraph);
            case SourceItem.TableStart start ->
                lines.add("table " + start.widths().size());
            case SourceItem.Row row -> {
                lines.add("row " + row.number());
                for (var cell : row.cells()) {
                    lines.add("cell " + cell.column() + "+" + cell.columnSpan() + " " + cell.merge());
                    cell.paragraphs().forEach(this::add);
                }
            }
            case SourceItem.TableEnd end -> lines.add("end");
            case SourceItem.Skipped skipped -> lines.add("skipped " + skipped.what());
        }
    }

    private void add(Paragraph paragraph) {
        var text = singleSpaced(WordFixture.text(paragraph));
        if (paragraph.flags().contains(Flag.NOTE)) {
            lines.add("note " + text);
            return;
        }
        var rules = paragraph.setting().rules();
        var isStamp = rules.size() == 2;
        if (text.isEmpty()) {
            for (var rule : rules) {
                lines.add("rule " + Math.round(rule.length()));
            }
            return;
        }
        var runs = new StringBuilder();
        var last = "";
        for (var run : paragraph.runs()) {
            var look = run.look();
            var described =
                    run(look.size(), look.bold(), look.italic(), look.underlined(), look.capitals(), look.colour());
            if (!run.text().isBlank() && !run.flags().contains(Flag.NOTE) && !described.equals(last)) {
                runs.append(' ').append(described);
                last = described;
            }
        }
        var isTopStamp = isStamp
                || paragraph.flags().contains(Flag.TEXT_BOX)
                        && paragraph.setting().style().matches("(Dấu|Phạm vi) .*");
        lines.add(text + " |" + (isTopStamp ? "" : " " + setting(paragraph.look())) + runs
                + (paragraph.flags().contains(Flag.TEXT_BOX) ? " box" : ""));
        if (rules.size() == 1 && rules.getFirst().kind() == Rule.Kind.BORDER_BELOW) {
            lines.add("rule " + Math.round(rules.getFirst().length()));
        }
    }

    static String page(PageSetup page) {
        return String.format(
                Locale.ROOT,
                "page %.1f×%.1f %s %.1f %.1f %.1f %.1f %.1f %s",
                page.width(),
                page.height(),
                page.landscape() ? "landscape" : "portrait",
                page.top(),
                page.bottom(),
                page.left(),
                page.right(),
                page.headerHeight(),
                page.mirrored());
    }

    static String setting(Look look) {
        return String.format(
                Locale.ROOT,
                "%s indent %.1f before %.1f after %.1f %s",
                look.alignment(),
                look.firstIndent(),
                look.spaceBefore(),
                look.spaceAfter(),
                look.leading() > 0 ? "leading " + look.leading() : "spacing " + look.lineSpacing());
    }

    static String run(double size, boolean bold, boolean italic, boolean underlined, boolean capitals, int colour) {
        return size
                + (bold ? "B" : "")
                + (italic ? "I" : "")
                + (underlined ? "U" : "")
                + (capitals ? "C" : "")
                + (colour == 0 ? "" : "#" + Integer.toHexString(colour));
    }

    /** Returns a text with each run of whitespace as one space. */
    static String singleSpaced(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\s\u00A0]+", " ")
                .strip();
    }
}
