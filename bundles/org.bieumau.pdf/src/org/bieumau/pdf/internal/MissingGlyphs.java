/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.core.internal.text.PrintedText;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Block.Braced;
import org.bieumau.core.layout.Block.Chart;
import org.bieumau.core.layout.Block.Line;
import org.bieumau.core.layout.Block.PageEnd;
import org.bieumau.core.layout.Block.PageStart;
import org.bieumau.core.layout.Block.PageTop;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.Row;
import org.bieumau.core.layout.Block.Series;
import org.bieumau.core.layout.Block.SideBySide;
import org.bieumau.core.layout.Block.SideItem;
import org.bieumau.core.layout.Block.Stamp;
import org.bieumau.core.layout.Block.TableEnd;
import org.bieumau.core.layout.Block.TableStart;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.profile.Component;
import org.bieumau.model.Severity;

/** Finds the characters of a layout that no font contains. A box is printed in place of each. */
final class MissingGlyphs {

    private final Layout layout;
    private final Fonts fonts;
    private final List<Finding> findings = new ArrayList<>();

    MissingGlyphs(Layout layout, Fonts fonts) {
        this.layout = layout;
        this.fonts = fonts;
    }

    /** Returns the findings so far. */
    List<Finding> findings() {
        return findings;
    }

    /** Looks at the next block of the layout. */
    void find(Block block) {
        switch (block) {
            case PageStart start -> start.foot().forEach(this::find);
            case PageTop top -> find(top.stamp());
            case PageEnd end -> end.paragraphs().forEach(this::find);
            case Paragraph paragraph -> find(paragraph);
            case SideBySide sides ->
                sides.rows().forEach(row -> row.columns().forEach(column -> column.forEach(this::find)));
            case Stamp stamp -> find(stamp);
            case Row row -> row.cells().forEach(cell -> cell.paragraphs().forEach(this::find));
            case Chart chart -> find(chart);
            case Line line -> {}
            case TableStart start -> {}
            case TableEnd end -> {}
        }
    }

    private void find(SideItem item) {
        switch (item) {
            case Paragraph paragraph -> find(paragraph);
            case Stamp stamp -> find(stamp);
            case Braced braced -> {
                braced.lines().forEach(this::find);
                find(braced.note());
            }
            case Line line -> {}
        }
    }

    private void find(Chart chart) {
        find(chart.caption());
        Stream.of(
                        chart.categories().stream(),
                        chart.series().stream().map(Series::title),
                        Stream.of(chart.measureUnit()))
                .flatMap(texts -> texts)
                .forEach(text -> find(Paragraph.of(Component.CHART_TEXT, text, chart.source())));
    }

    private void find(Stamp stamp) {
        find(Paragraph.of(stamp.component(), stamp.text(), stamp.source()));
    }

    private void find(Paragraph paragraph) {
        var style = layout.style(paragraph.component());
        Set<Integer> missing = new LinkedHashSet<>();
        paragraph.notes().forEach(this::find);
        for (var span : paragraph.spans()) {
            var text = style.capitals() ? VietnameseText.capitals(span.text()) : span.text();
            fonts.face(style.bold() || span.bold(), style.italic() || span.italic())
                    .missing(text)
                    .forEach(missing::add);
        }
        if (!missing.isEmpty()) {
            findings.add(Finding.of(
                    "PDF-GLYPH",
                    Severity.ERROR,
                    layout.reported(paragraph.source()),
                    null,
                    Character.toString(missing.iterator().next()),
                    missing.stream().map(MissingGlyphs::describe).collect(Collectors.joining("; ")),
                    paragraph.quotation()));
        }
    }

    private static String describe(int c) {
        return "«" + Character.toString(c) + "» (" + PrintedText.describe(c) + ")";
    }
}
