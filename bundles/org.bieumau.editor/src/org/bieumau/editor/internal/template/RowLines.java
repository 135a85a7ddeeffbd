/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bieumau.dsl.ide.internal.template.TemplateRows;
import org.bieumau.dsl.ide.internal.template.TemplateRows.Row;
import org.bieumau.editor.internal.EditorMessages;
import org.bieumau.editor.internal.template.RowLine.Heading;
import org.bieumau.editor.internal.template.RowLine.New;
import org.bieumau.editor.internal.template.RowLine.Printed;

/** The lines of the table of rows: those of the text, with what the text does not have yet. */
final class RowLines {

    private static final String INDENT = "\u2003\u2002";

    private final List<RowLine> lines = new ArrayList<>();
    /** Values of cells that are being written to the text, by path and column. */
    private final Map<String, String> pending = new HashMap<>();
    /** New rows that the text does not have yet, although a change writes them. */
    private final List<RowDraft> written = new ArrayList<>();

    private TemplateRows rows = new TemplateRows(List.of());
    private RowDraft draft;

    /** Replaces all lines by those of the text. The row that is being typed stays. */
    void show(TemplateRows now) {
        rows = now;
        pending.clear();
        written.clear();
        arrange();
    }

    TemplateRows rows() {
        return rows;
    }

    int size() {
        return lines.size();
    }

    RowLine get(int index) {
        return lines.get(index);
    }

    /** Returns the index of a line; -1 if it is no longer there. */
    int indexOf(RowLine line) {
        return lines.indexOf(line);
    }

    /** Returns the index of the line with a key; -1 if there is none. */
    int withKey(Object key) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the index of the next (1) or previous (-1) row that the text has; -1 if there is none. */
    int nextRow(int from, int by) {
        for (var i = from + by; i >= 0 && i < lines.size(); i += by) {
            if (lines.get(i) instanceof Printed) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the innermost row at an offset in the text. */
    Optional<Row> at(int offset) {
        return rows.lists().stream()
                .flatMap(list -> list.rows().stream())
                .filter(row -> row.offset() >= 0 && offset >= row.offset() && offset < row.offset() + row.length())
                .reduce((one, other) -> other);
    }

    /** Returns the new row that is being typed; null if none is. */
    RowDraft draft() {
        return draft;
    }

    /** @param typed the new row that is being typed; null if none is */
    void setDraft(RowDraft typed) {
        draft = typed;
        arrange();
    }

    /** Marks the row that is being typed as being written. */
    void writeDraft() {
        draft.setWritten();
        written.add(draft);
        setDraft(null);
    }

    /** Shows a value that is being written to the text. */
    void write(String path, int column, String value) {
        pending.put(path + column, value);
    }

    private void arrange() {
        lines.clear();
        for (int i = 0; i < rows.lists().size(); i++) {
            lines.add(new Heading(i, rows.lists().get(i)));
            for (var row : rows.lists().get(i).rows()) {
                lines.add(new Printed(i, row));
            }
        }
        written.forEach(this::insert);
        if (draft != null) {
            insert(draft);
        }
    }

    private void insert(RowDraft added) {
        lines.add(place(added), new New(added));
    }

    private int place(RowDraft added) {
        var before = added.before() == null ? -1 : lines.indexOf(new New(added.before()));
        if (before >= 0) {
            return before + 1;
        }
        var end = lines.size();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof Printed printed && printed.row().path().equals(added.anchor())) {
                return i + 1 + printed.row().below();
            }
            if (lines.get(i).list() == added.list()) {
                end = i + 1;
            }
        }
        return end;
    }

    // Cells

    /** Returns the text of a cell as it is shown. */
    String shown(RowLine line, int column) {
        if (line instanceof Heading heading) {
            var section = heading.rows().section();
            return column != RowTable.TITLE
                    ? ""
                    : section.isEmpty()
                            ? EditorMessages.ALL.text("template.row.list")
                            : EditorMessages.ALL.text("template.row.section", section);
        }
        return switch (column) {
            case RowTable.LEVEL -> Integer.toString(line.level() + 1);
            case RowTable.TITLE -> INDENT.repeat(line.level()) + value(line, column);
            default -> value(line, column);
        };
    }

    /** Returns the text of a cell as it is edited. */
    String value(RowLine line, int column) {
        return switch (line) {
            case Heading heading -> "";
            case Printed(int list, Row row) ->
                pending.getOrDefault(
                        row.path() + column,
                        switch (column) {
                            case RowTable.ORDINAL -> row.ordinal();
                            case RowTable.TITLE -> row.title();
                            case RowTable.UNIT -> row.unit();
                            default -> row.code();
                        });
            case New added -> added.draft().value(column);
        };
    }
}
