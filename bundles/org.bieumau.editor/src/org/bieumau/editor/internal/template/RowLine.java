/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.template;

import org.bieumau.dsl.ide.internal.template.TemplateRows.Row;
import org.bieumau.dsl.ide.internal.template.TemplateRows.RowList;

/** A line of the table of rows. */
sealed interface RowLine {

    /** The heading of a list. */
    record Heading(int list, RowList rows) implements RowLine {

        @Override
        public Object key() {
            return list;
        }

        @Override
        public int level() {
            return 0;
        }

        @Override
        public boolean isOwn() {
            return rows.isOwn();
        }

        @Override
        public boolean isEditable(int column) {
            return false;
        }
    }

    /** A row that the text has. */
    record Printed(int list, Row row) implements RowLine {

        @Override
        public Object key() {
            return row.path();
        }

        @Override
        public int level() {
            return row.level();
        }

        @Override
        public boolean isOwn() {
            return row.isOwn();
        }

        @Override
        public boolean isEditable(int column) {
            return column <= (row.isOwn() ? RowTable.CODE : RowTable.TITLE);
        }
    }

    /** A row that is being typed, or being written to the text. */
    record New(RowDraft draft) implements RowLine {

        @Override
        public int list() {
            return draft.list();
        }

        @Override
        public Object key() {
            return draft.path() == null ? draft : draft.path();
        }

        @Override
        public int level() {
            return draft.level();
        }

        @Override
        public boolean isOwn() {
            return !draft.isWritten();
        }

        @Override
        public boolean isEditable(int column) {
            return column <= RowTable.CODE && !draft.isWritten();
        }
    }

    /** Returns the number of the list to which the line belongs. */
    int list();

    /** Returns what the line has in common with the line of the same row before and after a change. */
    Object key();

    /** Returns the number of rows above it. */
    int level();

    /** Returns whether the line is shown as one of the template itself. */
    boolean isOwn();

    boolean isEditable(int column);
}
