/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.core.source.SourceItem.Merge;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Form;
import org.bieumau.model.Severity;
import org.bieumau.reading.internal.grid.SourceContent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Exported forms with changes that clerks typically make are read like the originals, or the differences are reported.
 */
class ChangedExportsTest {

    private static final int FORMS = Integer.getInteger("bieumau.changed", 15);

    @TempDir
    private Path folder;

    /** Changes of the rows of a sheet. */
    enum Change {
        /** Cells below a merged label are empty instead. */
        UNMERGED_DOWN(rows -> map(rows, row -> cells(row, Change::unmergedDown))),
        UNMERGED(rows -> map(rows, row -> cells(row, cell -> single(unmergedDown(cell))))),
        NO_NUMBER_ROW(rows -> rows.stream().filter(row -> !isNumberRow(row)).toList()),
        ROWS_ABOVE(rows -> prepended(rows, 4)),
        COLUMN_IN_FRONT(rows -> map(rows, Change::moved)),
        ORDINALS_BELOW(rows -> appended(rows, "8", "9")),
        SIGNATURES_BELOW(rows -> appended(rows, "Người lập biểu", "GIÁM ĐỐC")),
        NUMBERS_AS_TEXT(rows -> map(rows, row -> cells(row, Change::asText)));

        private final UnaryOperator<List<SourceItem.Row>> change;

        Change(UnaryOperator<List<SourceItem.Row>> change) {
            this.change = change;
        }

        private static List<SourceItem.Row> map(List<SourceItem.Row> rows, UnaryOperator<SourceItem.Row> change) {
            return rows.stream().map(change).toList();
        }

        private static SourceItem.Row cells(SourceItem.Row row, UnaryOperator<SourceItem.Cell> change) {
            return new SourceItem.Row(
                    row.number(), row.cells().stream().map(change).toList(), row.flags());
        }

        private static SourceItem.Cell unmergedDown(SourceItem.Cell cell) {
            return with(cell, cell.column(), cell.columnSpan(), Merge.NONE, cell.kind(), cell.shown(), cell.stored());
        }

        private static SourceItem.Cell single(SourceItem.Cell cell) {
            return with(cell, cell.column(), 1, cell.merge(), cell.kind(), cell.shown(), cell.stored());
        }

        private static SourceItem.Cell asText(SourceItem.Cell cell) {
            return cell.kind() == Kind.NUMBER
                    ? with(cell, cell.column(), cell.columnSpan(), cell.merge(), Kind.TEXT, cell.shown(), cell.shown())
                    : cell;
        }

        private static SourceItem.Row moved(SourceItem.Row row) {
            return cells(
                    row,
                    cell -> with(
                            cell,
                            cell.column() + 1,
                            cell.columnSpan(),
                            cell.merge(),
                            cell.kind(),
                            cell.shown(),
                            cell.stored()));
        }

        private static SourceItem.Cell with(
                SourceItem.Cell cell, int column, int span, Merge merge, Kind kind, String shown, Object stored) {
            return new SourceItem.Cell(
                    cell.place(), column, span, merge, kind, shown, stored, cell.paragraphs(), cell.flags());
        }

        private static boolean isNumberRow(SourceItem.Row row) {
            var cells =
                    row.cells().stream().filter(cell -> !cell.shown().isEmpty()).toList();
            return cells.size() > 1
                    && IntStream.range(0, cells.size())
                            .allMatch(i -> cells.get(i).shown().equals(Integer.toString(i + 1)));
        }

        private static List<SourceItem.Row> prepended(List<SourceItem.Row> rows, int count) {
            var moved = new ArrayList<SourceItem.Row>();
            for (int i = 1; i < count; i++) {
                moved.add(row(i, "UBND HUYỆN", "Mẫu số " + i));
            }
            rows.forEach(row -> moved.add(new SourceItem.Row(row.number() + count, row.cells(), row.flags())));
            return moved;
        }

        private static List<SourceItem.Row> appended(List<SourceItem.Row> rows, String... texts) {
            var longer = new ArrayList<>(rows);
            var number = rows.getLast().number();
            if (texts[0].matches("\\d")) {
                longer.add(row(number + 1, texts[0]));
                longer.add(row(number + 2, texts[1]));
            } else {
                longer.add(row(number + 2, texts));
            }
            return longer;
        }

        private static SourceItem.Row row(int number, String... texts) {
            var cells = new ArrayList<SourceItem.Cell>();
            for (int i = 0; i < texts.length; i++) {
                cells.add(new SourceItem.Cell(
                        new Place.Cell("a", "Biểu", (char) ('A' + i) + "" + number),
                        i,
                        1,
                        Merge.NONE,
                        Kind.TEXT,
                        texts[i],
                        texts[i],
                        List.of(),
                        Set.of()));
            }
            return new SourceItem.Row(number, cells, Set.of());
        }
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void changesAreReadOrReported(Change change) throws Exception {
        var silent = new ArrayList<String>();
        for (int seed = 1; seed <= FORMS; seed++) {
            var file = new BieuReader().read(new RandomForm(seed).text());
            var form = file.element(Form.class, "F").orElseThrow();
            var target = folder.resolve("form" + seed + ".xlsx");
            file.export(form, target);
            var difference = difference(change, form, target);
            if (difference != null) {
                silent.add(seed + ": " + difference);
            }
            Files.delete(target);
        }
        assertTrue(silent.isEmpty(), () -> silent.size() + " of " + FORMS + "\n" + silent);
    }

    /** Returns the differences that are not reported; null if there are none. */
    private static String difference(Change change, Form form, Path file) throws Exception {
        var expected = String.join("\n", PrintedRows.of(form));
        var content = changed(change, file);
        try {
            var reading = Import.read(content, form.getTemplate());
            reading.form().setName("R");
            reading.form().setPeriod(form.getPeriod());
            var read = String.join("\n", PrintedRows.of(reading.form()));
            var told = reading.problems().stream().anyMatch(problem -> problem.severity() != Severity.INFO);
            return read.equals(expected) || told ? null : expected + "\n-->\n" + read;
        } catch (ProblemException e) {
            return null;
        }
    }

    private static SourceContent changed(Change change, Path file) throws Exception {
        var importer = Registry.installed().importers().stream()
                .filter(each -> each.extensions().contains("xlsx"))
                .findFirst()
                .orElseThrow();
        var items = new ArrayList<SourceItem>();
        var rows = new ArrayList<SourceItem.Row>();
        try (var source = importer.open(file, Progress.NONE)) {
            for (var item = source.next(); item != null; item = source.next()) {
                if (item instanceof SourceItem.Row row) {
                    rows.add(row);
                } else {
                    if (item instanceof SourceItem.TableEnd) {
                        items.addAll(change.change.apply(rows));
                        rows.clear();
                    }
                    items.add(item);
                }
            }
        }
        return SourceContent.read(Sketch.of(items));
    }
}
