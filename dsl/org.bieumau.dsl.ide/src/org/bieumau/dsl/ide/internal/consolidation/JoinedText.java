/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.consolidation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bieumau.consolidation.internal.plan.Outline;
import org.bieumau.consolidation.internal.plan.Outline.Heading;
import org.bieumau.consolidation.internal.run.Merged;
import org.bieumau.consolidation.internal.run.Merged.JoinedRow;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.MarkerText;
import org.bieumau.model.Paragraph;
import org.bieumau.model.Prose;
import org.bieumau.model.Run;
import org.bieumau.model.TableRow;
import org.bieumau.reading.internal.values.MarkedLine;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;

/**
 * Writes the text of a report in which each heading of the outline is followed by what each unit wrote there. Parts
 * that the outline does not have stand at the end of the part to which they belong.
 */
final class JoinedText {

    private static final BieumauFactory FACTORY = BieumauFactory.eINSTANCE;

    private final Outline outline;
    private final Merged merged;
    private final Map<String, JoinedRow> written = new LinkedHashMap<>();
    private final Map<String, List<JoinedRow>> others = new LinkedHashMap<>();
    private final Prose prose = FACTORY.createProse();

    private JoinedText(Outline outline, Merged merged) {
        this.outline = outline;
        this.merged = merged;
    }

    /** @param outline the outline whose headings are printed, with the same paths as that of the campaign */
    static Prose of(Outline outline, Merged merged) throws IOException {
        var text = new JoinedText(outline, merged);
        merged.joined(row -> {
            if (row.given().isEmpty()) {
                text.others
                        .computeIfAbsent(row.parent(), key -> new ArrayList<>())
                        .add(row);
            } else {
                text.written.put(row.given(), row);
            }
        });
        outline.opening().forEach(paragraph -> text.prose.getLines().add(EcoreUtil.copy(paragraph)));
        text.addParts(null);
        return text.prose;
    }

    private void addParts(@Nullable Heading parent) {
        for (var heading : outline.below(parent)) {
            prose.getLines().add(EcoreUtil.copy(heading.source()));
            var row = written.get(heading.path());
            if (row != null) {
                addUnits(row);
            }
            addParts(heading);
        }
        var number = outline.below(parent).size();
        for (var row : others.getOrDefault(parent == null ? "" : parent.path(), List.of())) {
            var level = outline.below(parent).getFirst().level();
            prose.getLines().add(paragraph(MarkerText.of(level, ++number), row.title()));
            addUnits(row);
        }
    }

    private void addUnits(JoinedRow row) {
        row.texts()
                .forEach((unit, text) -> add(
                        merged.returns().units().get(unit).title(), text.lines().toList()));
    }

    /** Adds what a unit wrote: its name before the first line, or in a line of its own if that has a number. */
    private void add(String unit, List<String> lines) {
        var named = FACTORY.createParagraph();
        var bold = FACTORY.createStyledRun();
        bold.setBold(true);
        bold.getRuns().add(run(unit + ":"));
        named.getRuns().add(bold);
        prose.getLines().add(named);
        var isDashed = false;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (isRow(line)) {
                prose.getLines().add(row(line));
                continue;
            }
            var marked = MarkedLine.of(line);
            var level = marked.map(MarkedLine::level).orElse(null);
            if (i == 0 && level == null) {
                named.getRuns().add(run(" " + line));
            } else if (level == DivisionLevel.DASH || level == DivisionLevel.PLUS && isDashed) {
                prose.getLines()
                        .add(paragraph(marked.get().marker(), marked.get().rest()));
                isDashed = true;
            } else {
                // Numbers of units stay as they are: with marks, they would count on from unit to unit.
                prose.getLines().add(paragraph(null, line));
                isDashed = false;
            }
        }
    }

    private static boolean isRow(String line) {
        return line.startsWith("| ") && line.endsWith(" |");
    }

    private TableRow row(String line) {
        var row = FACTORY.createTableRow();
        var inner = line.substring(2, line.length() - 2);
        for (var text : inner.split(" \\| ", -1)) {
            var cell = FACTORY.createTableCell();
            if (!text.isBlank()) {
                cell.getRuns().add(run(text.strip()));
            }
            row.getCells().add(cell);
        }
        return row;
    }

    private static Paragraph paragraph(@Nullable String mark, String text) {
        var paragraph = FACTORY.createParagraph();
        if (mark != null) {
            var marker = FACTORY.createMarker();
            marker.setText(mark);
            paragraph.setMarker(marker);
        }
        if (!text.isEmpty()) {
            paragraph.getRuns().add(run(text));
        }
        return paragraph;
    }

    private static Run run(String text) {
        var run = FACTORY.createTextRun();
        run.setText(text);
        return run;
    }
}
