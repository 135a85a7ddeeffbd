/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.data;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bieumau.core.form.FormColumn;
import org.bieumau.core.form.RowSource;
import org.bieumau.core.form.RowTarget;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.internal.value.CellReader;
import org.bieumau.core.internal.value.Terms;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Entry;
import org.bieumau.model.Severity;
import org.bieumau.model.Value;
import org.jspecify.annotations.NonNull;

/** Rows of a form being read from the table of a data source. */
final class TableRows implements RowSource.Rows {

    /** Number of characters of a cell that a message shows. */
    private static final int SHOWN = 60;

    private final DataTable table;
    private final DataColumns columns;
    private final RowTarget target;
    /** The readers of the columns of the table; null for columns that the form does not have. */
    private final CellReader[] readers;

    private final ProblemList problems = new ProblemList();
    /** The headings of the sections whose rows have all been read. */
    private final Set<String> ended = new HashSet<>();

    private String section;
    private long row;

    TableRows(DataTable table, DataColumns columns, RowTarget target, Habits habits) {
        this.table = table;
        this.columns = columns;
        this.target = target;
        readers = new CellReader[table.labels().size()];
        table.problems().forEach(problems::add);
        columns.problems().forEach(problems::add);
        for (int i = 0; i < readers.length; i++) {
            if (columns.column(i) != null) {
                readers[i] = habits.reader(columns.column(i));
                habits.report(columns.column(i), table.place(), problems);
            }
        }
    }

    @Override
    public RowSource.SourcedEntry next() throws IOException {
        do {
            if (!table.next()) {
                if (row == 0) {
                    problems.add(Severity.WARNING, "DATA-EMPTY", table.place());
                }
                return null;
            }
        } while (isBlank());
        row++;
        checkWidth();
        var entry = entry();
        return new RowSource.SourcedEntry(target.sections().isPresent() ? enter(heading()) : null, entry);
    }

    private boolean isBlank() throws IOException {
        for (int i = 0; i < table.width(); i++) {
            if (!isBlank(table.cell(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(Object cell) {
        return cell == null || cell instanceof String text && text.isBlank();
    }

    /** Reports a row with fewer or more cells than labels. */
    private void checkWidth() throws IOException {
        if (table.width() < readers.length) {
            problems.add(Severity.WARNING, "DATA-ROW-SHORT", table.place(), row, table.width(), readers.length);
        }
        for (int i = 0; i < table.width(); i++) {
            if (columns.column(i) == null
                    && i != columns.sections()
                    && !columns.isUnknown(i)
                    && !isBlank(table.cell(i))) {
                problems.add(Severity.ERROR, "DATA-CELL-EXTRA", table.place(i), row, i + 1, shown(i));
            }
        }
    }

    private Entry entry() throws IOException {
        var entry = BieumauFactory.eINSTANCE.createEntry();
        for (int i = 0; i < Math.min(readers.length, table.width()); i++) {
            if (readers[i] != null) {
                var reading = readers[i].read(table.cell(i));
                if (!reading.fits()) {
                    problems.add(
                            Severity.ERROR,
                            "DATA-VALUE",
                            table.place(i),
                            row,
                            columns.column(i).title(),
                            shown(i),
                            CoreMessages.ALL.text(
                                    "data.expected." + readers[i].type().getName()));
                }
                add(entry, i, reading.value());
            }
        }
        return entry;
    }

    private void add(Entry entry, int index, Value value) {
        if (value != null) {
            var cell = BieumauFactory.eINSTANCE.createCell();
            cell.setColumn(columns.column(index).source());
            cell.setValue(value);
            entry.getCells().add(cell);
        }
    }

    private String shown(int index) throws IOException {
        var text = CellReader.text(table.cell(index)).replace('\n', ' ');
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    /** Returns the heading of the section of the current row, as written in the vocabulary of the template. */
    private String heading() throws IOException {
        var index = columns.sections();
        var written = table.section() != null
                ? table.section()
                : index < 0 || index >= table.width() || isBlank(table.cell(index))
                        ? null
                        : CellReader.text(table.cell(index));
        if (written == null) {
            return null;
        }
        var vocabulary = target.sections().orElseThrow().getVocabulary();
        var term = Terms.find(vocabulary, written);
        if (vocabulary != null && term.isEmpty() && !written.equals(section)) {
            problems.add(Severity.ERROR, "DATA-SECTION", table.place(), row, written, vocabulary.getName());
        }
        return term.map(known -> known.getTitle()).orElse(written);
    }

    private String enter(String heading) {
        if (heading == null) {
            problems.add(Severity.ERROR, "DATA-SECTION-NONE", table.place(), row);
            return section;
        }
        if (!heading.equals(section)) {
            if (section != null) {
                ended.add(section);
            }
            section = heading;
            if (ended.contains(heading)) {
                problems.add(Severity.ERROR, "DATA-SECTION-AGAIN", table.place(), row, heading);
            }
        }
        return section;
    }

    @Override
    public Place place() {
        return table.place();
    }

    @Override
    public Place place(FormColumn column) {
        for (int i = 0; i < Math.min(readers.length, table.width()); i++) {
            if (columns.column(i) != null && columns.column(i).index() == column.index()) {
                return table.place(i);
            }
        }
        return table.place();
    }

    @Override
    public @NonNull List<Problem> problems() {
        return problems.all();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
