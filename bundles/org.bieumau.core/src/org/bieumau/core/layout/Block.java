/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.math.BigDecimal;
import java.util.List;
import org.bieumau.core.prose.Span;
import org.bieumau.model.ColumnType;
import org.eclipse.emf.ecore.EObject;

/**
 * A piece of a laid-out document, the same for every format. A table is a start, rows and an end, so that a long one is
 * never held as a whole. What a block shows leads back to the model by its source, which may be null.
 */
public sealed interface Block {

    /** The pages from here on. */
    record PageStart(PageSetup page) implements Block {
    }

    /** A paragraph. */
    record Paragraph(Component component, List<Span> spans, EObject source) implements Block {

        public static Paragraph of(Component component, String text, EObject source) {
            return new Paragraph(component, List.of(Span.of(text)), source);
        }

        /** The text without its emphasis. */
        public String text() {
            return String.join("", spans.stream().map(Span::text).toList());
        }
    }

    /**
     * Paragraphs side by side, without lines around them.
     *
     * @param leftPercent the part of the text width that the left side takes, 1 to 99
     */
    record SideBySide(List<Paragraph> left, List<Paragraph> right, int leftPercent) implements Block {
    }

    /**
     * A table begins.
     *
     * @param headerRows how many of its first rows repeat on every page
     */
    record TableStart(List<TableColumn> columns, int headerRows, EObject source) implements Block {
    }

    /**
     * A column of a table.
     *
     * @param width   in mm
     * @param type    what may be entered
     * @param choices the terms to choose from, for {@link ColumnType#CHOICE}
     * @param group   columns with the same group, from 1, allow one mark a row; 0 for none
     */
    record TableColumn(double width, ColumnType type, List<String> choices, int group) {
    }

    /** A row: its cells from left to right, without those that a cell above or to the left covers. */
    record Row(RowKind kind, List<Cell> cells, EObject source) implements Block {
    }

    /** What a row is. */
    enum RowKind {
        HEADER, COLUMN_NUMBERS, SECTION, ENTRY, TOTAL
    }

    /**
     * A cell: where it begins and what it covers. This is the one merge plan of all formats.
     *
     * @param column     the first column, from 0
     * @param columnSpan how many columns it covers
     * @param rowSpan    how many rows it covers
     * @param paragraphs its text
     * @param number     the number that the text shows, for formats that compute; null where it shows none
     */
    record Cell(int column, int columnSpan, int rowSpan, List<Paragraph> paragraphs, BigDecimal number, EObject source) {

        /** A cell that shows no number. */
        public Cell(int column, int columnSpan, int rowSpan, List<Paragraph> paragraphs, EObject source) {
            this(column, columnSpan, rowSpan, paragraphs, null, source);
        }
    }

    /** The table ends. */
    record TableEnd() implements Block {
    }
}
