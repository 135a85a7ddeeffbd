/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bieumau.consolidation.internal.record.Spot;
import org.bieumau.core.internal.prose.ProseBlock;
import org.bieumau.core.internal.prose.ProseChart;
import org.bieumau.core.internal.prose.ProseForm;
import org.bieumau.core.internal.prose.ProseParagraph;
import org.bieumau.core.internal.prose.ProseTable;
import org.bieumau.core.problem.Place;
import org.bieumau.core.text.Span;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.ProseLine;
import org.jspecify.annotations.Nullable;

/**
 * A line of a report.
 *
 * @param level level of its number; null if it has none
 * @param marker the number as the unit typed it; an empty string if it has none
 * @param text the text after the number; a row of a table between bars
 * @param isOther whether it represents content other than text, such as a chart
 */
record ReportLine(@Nullable DivisionLevel level, String marker, String text, Spot place, boolean isOther) {

    private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /** Returns the line as it is kept: number and text. */
    String whole() {
        return marker.isEmpty() ? text : marker + " " + text;
    }

    /** Returns the lines of printed blocks. */
    static List<ReportLine> of(List<ProseBlock> blocks, Map<ProseLine, Place> places) {
        var lines = new ArrayList<ReportLine>();
        for (var block : blocks) {
            switch (block) {
                case ProseParagraph paragraph -> lines.add(of(paragraph, places));
                case ProseTable table -> addRows(table, places, lines);
                case ProseForm form ->
                    lines.add(
                            new ReportLine(null, "", form.form().getName(), Spot.of(places.get(form.source())), true));
                case ProseChart chart ->
                    lines.add(new ReportLine(
                            null, "", chart.chart().getName(), Spot.of(places.get(chart.source())), true));
            }
        }
        return lines;
    }

    private static ReportLine of(ProseParagraph paragraph, Map<ProseLine, Place> places) {
        var source = paragraph.source();
        var typed = source == null || source.getMarker() == null
                ? null
                : source.getMarker().getText();
        return new ReportLine(
                paragraph.level(),
                paragraph.level() == null ? "" : typed == null ? paragraph.label() : typed,
                text(paragraph.spans()).strip(),
                Spot.of(source == null ? null : places.get(source)),
                false);
    }

    private static void addRows(ProseTable table, Map<ProseLine, Place> places, List<ReportLine> lines) {
        for (int i = 0; i < table.rows().size(); i++) {
            var row = table.rows().get(i);
            lines.add(row(row.cells().stream().map(ReportLine::text).toList(), Spot.of(places.get(row.source()))));
            if (i == 0 && table.header()) {
                lines.add(row(
                        Collections.nCopies(row.cells().size(), "---"),
                        lines.getLast().place()));
            }
        }
    }

    private static ReportLine row(List<String> cells, Spot place) {
        var text = cells.stream()
                .map(cell -> cell.replace('|', '/').replace('\n', ' '))
                .collect(Collectors.joining(" | ", "| ", " |"));
        return new ReportLine(null, "", text, place, false);
    }

    private static String text(List<Span> spans) {
        var text = new StringBuilder();
        for (var span : spans) {
            if (span.note() != null) {
                text.append(" (").append(text(span.note())).append(")");
            } else if (span.superscript() && span.text().matches("\\d+")) {
                span.text().chars().forEach(digit -> text.append(DIGITS.charAt(digit - '0')));
            } else {
                text.append(span.text());
            }
        }
        return text.toString();
    }
}
