/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.bieumau.core.layout.Block;
import org.bieumau.core.problem.Place;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.reading.internal.rows.FormReading;
import org.bieumau.reading.internal.shape.RowKind;
import org.bieumau.reading.tests.Import;

/**
 * The export of a form in one format, with what its rows and columns show. The reader says where these are in the
 * unchanged file; the tests of imports of exports prove that it is right.
 */
final class Exported {

    private final Truth truth;
    private final String format;
    private final Parts parts;
    private final FormReading reading;
    /** For each line the entry of the form that was read; null for other lines. */
    private final Object[] sources;
    /** A paper that no mutation has changed yet; null if there is none. */
    private Paper unchanged;

    Exported(BieuFile file, Form form, String format, Path folder) throws Exception {
        this.format = format;
        truth = Truth.of(form);
        var target = folder.resolve("exported." + format);
        Files.deleteIfExists(target);
        file.export(form, target);
        parts = new Parts(Files.readAllBytes(target));
        reading = Import.read(target, form.getTemplate());
        sources = sourcesInOrder();
    }

    String format() {
        return format;
    }

    Truth truth() {
        return truth;
    }

    /**
     * Returns a paper that a mutation has changed; empty if the mutation is not possible. The paper then serves the
     * next mutation.
     */
    Optional<Paper> changed(Mutation mutation, Random random) {
        var paper = unchanged == null ? paper() : unchanged;
        var isChanged = mutation.change(paper, random);
        unchanged = isChanged ? null : paper;
        return isChanged ? Optional.of(paper) : Optional.empty();
    }

    /** Returns a paper to be changed. */
    Paper paper() {
        var shape = reading.matches().getFirst().shape();
        var grid = shape.grid();
        var paper = grid.place() instanceof Place.TableCell table
                ? new WordFile(parts, table.table())
                : new Workbook(parts);
        paper.truth = truth;
        for (int row = 0; row < grid.height(); row++) {
            paper.table.rows.get(grid.rowNumber(row) - 1).kind = shape.kinds().get(row);
        }
        markLines(paper, grid.rowNumber(shape.top()) - 1);
        return paper;
    }

    /** Notes for each row of the file the line that it shows, and for each cell its column. */
    private void markLines(Paper paper, int top) {
        var row = top;
        for (int line = 0; line < truth.lines().size(); line++) {
            if (sources[line] instanceof Entry entry && entry.getProvenance() != null) {
                row = entry.getProvenance().getRow() - 1;
            } else {
                row = afterEntry(paper.table, row);
            }
            mark(paper.table.rows.get(row), line);
            row++;
        }
    }

    /** Skips the rows in which the cells of an entry above continue. */
    private static int afterEntry(Table table, int from) {
        var row = from;
        while (table.rows.get(row).kind == RowKind.BODY && table.isContinued(table.rows.get(row))) {
            row++;
        }
        return row;
    }

    private Object[] sourcesInOrder() {
        try {
            reading.form().setName("R");
            reading.form().setPeriod(truth.form().getPeriod());
            reading.form().setAgency(truth.form().getAgency());
            var read = Truth.of(reading.form());
            if (read.lines().size() != truth.lines().size()) {
                throw new IllegalStateException("the unchanged file is read with other rows");
            }
            return read.lines().stream().map(Truth.Line::source).toArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void mark(Row row, int line) {
        row.line = line;
        var kind = truth.lines().get(line).kind();
        row.kind = switch (kind) {
            case HEADER -> RowKind.HEADER;
            case COLUMN_NUMBERS -> RowKind.NUMBERS;
            case SECTION -> RowKind.SECTION;
            case ENTRY, DETAIL -> RowKind.BODY;
            case SUBTOTAL, TOTAL -> RowKind.TOTAL;
        };
        if (kind.isEntry() || kind == Block.RowKind.SUBTOTAL || kind == Block.RowKind.TOTAL) {
            row.cells.forEach(cell -> cell.leaf = cell.column);
        }
    }
}
