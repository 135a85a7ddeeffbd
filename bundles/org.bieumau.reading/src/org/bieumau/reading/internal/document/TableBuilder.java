/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bieumau.core.internal.text.PlainProse;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.Look;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Paragraph;
import org.bieumau.model.Prose;
import org.bieumau.model.TableCell;
import org.bieumau.model.TableRow;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.GridCell;
import org.bieumau.reading.internal.role.RoledText.Table;
import org.bieumau.reading.internal.shape.ShapeFinder;

/** Makes a table of prose of a table in a text. A table with merged cells cannot be one. */
final class TableBuilder {

    private static final int LONGEST_TITLE = 150;

    private final Draft draft;
    private final FormBuilder forms;

    TableBuilder(Draft draft, FormBuilder forms) {
        this.draft = draft;
        this.forms = forms;
    }

    /** Adds a table to prose; leaves it if prose cannot show it. */
    void add(Table table, Deque<StyledText> notes, Prose prose) {
        var grid = table.grid();
        if (grid.height() == 0 || grid.width() == 0) {
            return;
        }
        if (isMerged(grid)) {
            addForm(grid, prose);
            return;
        }
        var header = hasHeader(grid);
        var separate = !prose.getLines().isEmpty() && prose.getLines().getLast() instanceof TableRow;
        for (int row = 0; row < grid.height(); row++) {
            var line = BieumauFactory.eINSTANCE.createTableRow();
            line.setSeparate(separate && row == 0);
            for (int column = 0; column < grid.width(); column++) {
                line.getCells().add(cell(grid.at(row, column), header && row == 0, notes));
            }
            prose.getLines().add(line);
            draft.places().put(line, grid.place());
            if (row == 0) {
                addRule(grid, header, prose);
            }
        }
    }

    /** Returns the line above a table; an empty text if it is too long for a title. */
    private static String title(Prose prose) {
        return prose.getLines().isEmpty() || !(prose.getLines().getLast() instanceof Paragraph above)
                ? ""
                : Optional.of(PlainProse.text(above).strip())
                        .filter(text -> text.length() < LONGEST_TITLE)
                        .orElse("");
    }

    /** Adds a form, whose table the layout prints in the text. */
    private void addForm(Grid grid, Prose prose) {
        var form = forms.build(FormBuilder.of(grid), title(prose));
        if (form.isEmpty()) {
            grid.cells().forEach(cell -> draft.leave(cell.place(), cell.shown()));
            draft.warn("READ-TABLE-MERGED", grid.place());
            return;
        }
        var name = BieumauFactory.eINSTANCE.createNameReference();
        name.setName(form.get().getName());
        var run = BieumauFactory.eINSTANCE.createInterpolationRun();
        run.setExpression(name);
        var paragraph = BieumauFactory.eINSTANCE.createParagraph();
        paragraph.getRuns().add(run);
        prose.getLines().add(paragraph);
    }

    private static boolean isMerged(Grid grid) {
        return grid.cells().stream().anyMatch(cell -> cell.rowSpan() > 1 || cell.columnSpan() > 1);
    }

    /** Returns whether the first row names the columns. */
    private static boolean hasHeader(Grid grid) {
        if (grid.height() < 2) {
            return false;
        }
        return grid.isRepeated(0)
                || ShapeFinder.find(grid)
                        .map(shape -> shape.top() == 0 && shape.bottom() == 0)
                        .orElse(false)
                || !grid.isEmpty(0)
                        && grid.cells(0).stream().allMatch(TableBuilder::isBold)
                        && !grid.cells(1).stream().allMatch(TableBuilder::isBold);
    }

    private static boolean isBold(GridCell cell) {
        return cell.paragraphs().stream()
                .filter(paragraph -> !paragraph.text().isBlank())
                .allMatch(paragraph ->
                        paragraph.look().bold() && !paragraph.look().unknown().contains(Look.Property.BOLD));
    }

    private TableCell cell(GridCell cell, boolean header, Deque<StyledText> notes) {
        var made = BieumauFactory.eINSTANCE.createTableCell();
        if (cell == null) {
            return made;
        }
        var look = draft.look(header ? Component.FORM_HEADER : Component.FORM_VALUE);
        var text = StyledText.EMPTY;
        for (var paragraph : cell.paragraphs()) {
            var line = StyledText.of(paragraph, look, notes);
            var label = paragraph.label().isEmpty()
                    ? line
                    : plain(paragraph.label() + " ").append(line);
            text = text.isEmpty()
                    ? label
                    : label.isEmpty() ? text : text.append(plain(" ")).append(label);
        }
        if (cell.paragraphs().isEmpty()) {
            text = plain(cell.text());
        }
        made.getRuns().addAll(RunBuilder.runs(text.strip()));
        return made;
    }

    private static StyledText plain(String text) {
        return new StyledText(text, new byte[text.length()], List.of());
    }

    /** Adds the row of dashes that marks the header and sets the alignment of the columns. */
    private static void addRule(Grid grid, boolean header, Prose prose) {
        var alignments = IntStream.range(0, grid.width())
                .mapToObj(column -> alignment(grid, column, header ? 1 : 0))
                .toList();
        if (!header && alignments.stream().allMatch("---"::equals)) {
            return;
        }
        var rule = BieumauFactory.eINSTANCE.createTableRow();
        for (var alignment : alignments) {
            var cell = BieumauFactory.eINSTANCE.createTableCell();
            var run = BieumauFactory.eINSTANCE.createTextRun();
            run.setText(alignment);
            cell.getRuns().add(run);
            rule.getCells().add(cell);
        }
        if (header) {
            prose.getLines().add(rule);
        } else {
            prose.getLines().add(prose.getLines().size() - 1, rule);
        }
    }

    /** Returns the dashes for the alignment of most cells of a column. */
    private static String alignment(Grid grid, int column, int from) {
        var counts = new int[3];
        for (int row = from; row < grid.height(); row++) {
            var cell = grid.at(row, column);
            if (cell != null) {
                for (var paragraph : cell.paragraphs()) {
                    counts[
                            switch (paragraph.look().alignment()) {
                                case CENTER -> 1;
                                case RIGHT -> 2;
                                default -> 0;
                            }]++;
                }
            }
        }
        return counts[1] > counts[0] && counts[1] >= counts[2] ? ":---:" : counts[2] > counts[0] ? "---:" : "---";
    }
}
