/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bieumau.model.ConditionalLines;
import org.bieumau.model.Prose;
import org.bieumau.model.ProseLine;
import org.bieumau.model.RepeatedLines;
import org.bieumau.model.TableRow;
import org.eclipse.emf.ecore.EObject;

/** Finds the rows of tables in prose that have more or fewer cells than the head, so that values shift. */
public final class TableShape {

    /**
     * A row with a wrong number of cells.
     *
     * @param expected the number of cells it should have
     */
    public record Misfit(TableRow row, int expected) {}

    private final List<Misfit> misfits = new ArrayList<>();
    private List<TableRow> table = new ArrayList<>();

    private TableShape() {}

    /** Returns the rows with a wrong number of cells, in text order. */
    public static List<Misfit> misfits(Prose prose) {
        var shape = new TableShape();
        shape.read(prose.getLines());
        shape.close();
        return shape.misfits;
    }

    private void read(List<ProseLine> lines) {
        for (var line : lines) {
            if (line.isSeparate()) {
                close();
            }
            switch (line) {
                case TableRow row -> table.add(row);
                case ConditionalLines conditional -> read(conditional.getLines());
                case RepeatedLines repeated -> read(repeated.getLines());
                default -> close();
            }
        }
    }

    /**
     * Checks the rows of a table. If all rows below the head agree with each other, the head is wrong. Rows of a
     * condition are compared with a head outside of it, or with the first row of the condition, since of several heads
     * with conditions only one is printed.
     */
    private void close() {
        var rows = table;
        table = new ArrayList<>();
        while (!rows.isEmpty()) {
            var head = rows.getFirst();
            var condition = condition(head);
            var compared = rows.stream()
                    .filter(row -> condition == null || condition(row) == condition)
                    .toList();
            check(head, compared.subList(1, compared.size()));
            rows = rows.stream().filter(row -> !compared.contains(row)).toList();
        }
    }

    private void check(TableRow head, List<TableRow> below) {
        var expected = head.getCells().size();
        var counts = below.stream().map(row -> row.getCells().size()).distinct().toList();
        if (below.size() > 1 && counts.size() == 1 && counts.getFirst() != expected) {
            misfits.add(new Misfit(head, counts.getFirst()));
        } else {
            below.stream()
                    .filter(row -> row.getCells().size() != expected)
                    .forEach(row -> misfits.add(new Misfit(row, expected)));
        }
    }

    /** Returns the innermost condition around a row, or null. */
    private static EObject condition(TableRow row) {
        return Stream.iterate(row.eContainer(), each -> each != null, EObject::eContainer)
                .filter(ConditionalLines.class::isInstance)
                .findFirst()
                .orElse(null);
    }
}
