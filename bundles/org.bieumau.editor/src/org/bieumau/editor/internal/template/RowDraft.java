/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.template;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bieumau.dsl.ide.internal.template.RowCommands;
import org.bieumau.dsl.ide.internal.template.RowCommands.NewRow;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;

/** A row that is being typed, or is being written to the text. It may follow another such row. */
final class RowDraft {

    private final RowDraft before;
    private final String anchor;
    private final int list;
    private final int level;
    private final Map<Integer, String> values = new TreeMap<>();
    /** Path of the row in the text; null until the change has been computed. Accessed by the job that writes. */
    private volatile String path;

    private boolean written;

    private RowDraft(RowDraft before, String anchor, int list, int level) {
        this.before = before;
        this.anchor = anchor;
        this.list = list;
        this.level = level;
    }

    /** Creates a row that will follow another one at its level. */
    static RowDraft after(String path, int list, int level) {
        return new RowDraft(null, path, list, level);
    }

    /** Creates a row at the end of a list; a list that does not exist is created. */
    static RowDraft in(int list) {
        return new RowDraft(null, null, list, 0);
    }

    /** Creates a row that will follow this one. */
    RowDraft next() {
        return new RowDraft(this, null, list, level);
    }

    /** Returns the new row that it follows; null if it follows none. */
    RowDraft before() {
        return before;
    }

    /** Returns the path of the row that it follows; null if it is at the end of its list. */
    String anchor() {
        return before == null ? anchor : before.path;
    }

    int list() {
        return list;
    }

    int level() {
        return level;
    }

    String value(int column) {
        return values.getOrDefault(column, "");
    }

    void set(int column, String value) {
        values.put(column, value);
    }

    /** Returns whether a change writes the row to the text. */
    boolean isWritten() {
        return written;
    }

    void setWritten() {
        written = true;
    }

    /** Returns the path of the row in the text; null until it is known. */
    String path() {
        return path;
    }

    /** Returns the edits that add the row. */
    List<TextEdit> edits(RowCommands commands) throws RefusedException {
        var ordinal = values.get(RowTable.ORDINAL);
        var row = new NewRow(
                0,
                ordinal == null || ordinal.isBlank() ? null : ordinal,
                value(RowTable.TITLE),
                value(RowTable.UNIT),
                value(RowTable.CODE),
                false);
        var edits = anchor() == null ? commands.addTo(list, List.of(row)) : commands.addAfter(anchor(), List.of(row));
        path = commands.added().getFirst();
        return edits;
    }
}
