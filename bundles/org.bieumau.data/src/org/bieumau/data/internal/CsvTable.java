/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.internal;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.bieumau.core.form.DataException;
import org.bieumau.core.internal.data.DataTable;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;

/** A CSV file being read. */
final class CsvTable implements DataTable {

    /**
     * Maximum length of a record, in characters. Without it, a missing closing quotation mark would load the rest of
     * the file.
     */
    private static final int LONGEST_RECORD = 1 << 20;

    private final DataText text;
    private final QuoteCount quotes;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> labels;
    private CsvRecord row;

    private CsvTable(DataText text, CsvShape shape) throws IOException {
        this.text = text;
        quotes = new QuoteCount(text.open());
        try {
            reader = format(shape.delimiter()).ofCsvRecord(quotes);
            if (shape.skipped() > 0) {
                reader.skipLines(shape.skipped());
            }
            records = reader.iterator();
            labels = advance() ? row.getFields().stream().map(this::label).toList() : List.of();
        } catch (IOException | RuntimeException e) {
            quotes.close();
            throw e;
        }
        if (labels.isEmpty()) {
            close();
            throw DataMessages.failure(Place.of(text.file().toString()), "DATA-NO-LABELS");
        }
    }

    /** Opens a file and reads the labels of its columns. */
    static CsvTable open(Path file) throws IOException {
        var text = DataText.of(file);
        try (var start = text.open()) {
            return new CsvTable(text, CsvShape.of(start));
        }
    }

    static CsvReader.CsvReaderBuilder format(char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .maxBufferSize(LONGEST_RECORD);
    }

    private String label(String written) {
        return text.decoded(written).replace('\n', ' ').replace('\r', ' ').strip();
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public boolean next() throws IOException {
        return advance();
    }

    private boolean advance() throws IOException {
        try {
            if (records.hasNext()) {
                row = records.next();
                return true;
            }
        } catch (CsvParseException e) {
            throw malformed();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (quotes.isOdd() && row != null && row.getFields().stream().anyMatch(cell -> cell.indexOf('\n') >= 0)) {
            throw malformed();
        }
        return false;
    }

    private DataException malformed() {
        return DataMessages.failure(place(), "DATA-QUOTES", line());
    }

    private int line() {
        return row == null ? 1 : (int) Math.min(row.getStartingLineNumber(), Integer.MAX_VALUE);
    }

    @Override
    public int width() {
        return row.getFieldCount();
    }

    @Override
    public Object cell(int column) {
        return text.decoded(row.getField(column));
    }

    @Override
    public Place place() {
        return new Place.Text(text.file().toString(), line(), 1, 0, 0);
    }

    @Override
    public List<Problem> problems() {
        return text.problems();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
