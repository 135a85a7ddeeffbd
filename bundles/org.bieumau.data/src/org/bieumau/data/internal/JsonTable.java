/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.internal;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bieumau.core.form.DataException;
import org.bieumau.core.internal.data.DataTable;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;

/** A JSON file being read: an array of objects, or an object with an array for each section. */
final class JsonTable implements DataTable {

    /** Maximum number of labels of a table. */
    private static final int MOST_LABELS = 2000;

    /** Maximum length of a number, in characters. A longer one is kept as a text. */
    private static final int LONGEST_NUMBER = 60;

    private static final Pattern LINE = Pattern.compile(" at line (\\d+) column (\\d+) path ");

    private final DataText text;
    private final BoundedReader bounds;
    private final JsonReader json;
    /** The index of each label. */
    private final Map<String, Integer> labels;

    private final boolean isCollecting;
    private boolean inSections;
    private boolean inRows;
    private boolean begun;
    private String section;
    private Object[] cells = {};
    private Place place;

    private JsonTable(DataText text, Map<String, Integer> labels, boolean isCollecting) throws IOException {
        this.text = text;
        this.labels = labels;
        this.isCollecting = isCollecting;
        bounds = new BoundedReader(text.open());
        json = new JsonReader(bounds);
        json.setStrictness(Strictness.STRICT);
        place = Place.of(text.file().toString());
    }

    /** Opens a file, after reading it once for the labels, which may differ from row to row. */
    static JsonTable open(Path file) throws IOException {
        var text = DataText.of(file);
        var labels = new LinkedHashMap<String, Integer>();
        try (var table = new JsonTable(text, labels, true)) {
            while (table.next()) {
                // Reading a row collects its labels.
            }
        }
        if (labels.isEmpty()) {
            throw DataMessages.failure(Place.of(file.toString()), "DATA-NO-LABELS");
        }
        return new JsonTable(text, labels, false);
    }

    @Override
    public List<String> labels() {
        return List.copyOf(labels.keySet());
    }

    @Override
    public boolean next() throws IOException {
        try {
            return advance();
        } catch (MalformedJsonException | EOFException | IllegalStateException | NumberFormatException e) {
            throw failure("DATA-JSON");
        }
    }

    private boolean advance() throws IOException {
        if (!begun) {
            begun = true;
            switch (peek()) {
                case BEGIN_ARRAY -> enterRows();
                case BEGIN_OBJECT -> {
                    json.beginObject();
                    inSections = true;
                }
                default -> throw failure("DATA-JSON-SHAPE");
            }
        }
        while (!inRows || peek() == JsonToken.END_ARRAY) {
            if (inRows) {
                json.endArray();
                inRows = false;
            }
            if (!inSections) {
                return ended();
            }
            if (peek() == JsonToken.END_OBJECT) {
                json.endObject();
                return ended();
            }
            section = text.decoded(json.nextName());
            enterRows();
        }
        readRow();
        return true;
    }

    private boolean ended() throws IOException {
        if (peek() != JsonToken.END_DOCUMENT) {
            throw failure("DATA-JSON");
        }
        return false;
    }

    private void enterRows() throws IOException {
        if (peek() != JsonToken.BEGIN_ARRAY) {
            throw failure("DATA-JSON-SHAPE");
        }
        json.beginArray();
        inRows = true;
    }

    private void readRow() throws IOException {
        if (peek() != JsonToken.BEGIN_OBJECT) {
            throw failure("DATA-JSON-SHAPE");
        }
        place = here();
        json.beginObject();
        cells = new Object[isCollecting ? 0 : labels.size()];
        var seen = new ArrayList<Integer>();
        while (peek() != JsonToken.END_OBJECT) {
            var label = text.decoded(json.nextName()).strip();
            var index = isCollecting ? collect(label) : labels.get(label);
            if (seen.contains(index)) {
                throw failure("DATA-JSON-TWICE", label);
            }
            seen.add(index);
            var value = value();
            if (!isCollecting) {
                cells[index] = value;
            }
        }
        json.endObject();
    }

    private int collect(String label) throws DataException {
        var index = labels.computeIfAbsent(label, each -> labels.size());
        if (labels.size() > MOST_LABELS) {
            throw failure("DATA-JSON-LABELS", MOST_LABELS);
        }
        return index;
    }

    private Object value() throws IOException {
        return switch (peek()) {
            case STRING -> text.decoded(json.nextString());
            case NUMBER -> number(json.nextString());
            case BOOLEAN -> json.nextBoolean();
            case NULL -> {
                json.nextNull();
                yield null;
            }
            default -> throw failure("DATA-JSON-NESTED");
        };
    }

    private static Object number(String written) {
        return written.length() > LONGEST_NUMBER ? written : new BigDecimal(written);
    }

    /** Peeks at the next token, whose length is limited. */
    private JsonToken peek() throws IOException {
        bounds.begin();
        return json.peek();
    }

    /** Returns the place of the token peeked at last. Its first character has been read already. */
    private Place here() {
        var line = LINE.matcher(json.toString());
        return line.find()
                ? new Place.Text(
                        text.file().toString(),
                        Integer.parseInt(line.group(1)),
                        Math.max(1, Integer.parseInt(line.group(2)) - 1),
                        0,
                        0)
                : Place.of(text.file().toString());
    }

    private DataException failure(String code, Object... arguments) {
        return DataMessages.failure(here(), code, arguments);
    }

    @Override
    public int width() {
        return cells.length;
    }

    @Override
    public Object cell(int column) {
        return cells[column];
    }

    @Override
    public String section() {
        return section;
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public List<Problem> problems() {
        return text.problems();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
