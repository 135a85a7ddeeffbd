/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.source;

import java.util.List;
import java.util.Set;
import org.bieumau.core.problem.Place;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.PageSetup;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a file, in the order of the file. A table is a start, rows, and an end, so that a long one is never held
 * as a whole. All texts are in NFC, with insertions applied and deletions left out, as a reader of the file sees them.
 */
public sealed interface SourceItem {

    /**
     * The start of pages with the given dimensions.
     *
     * @param header paragraphs of the page header, without the page number
     * @param hasPageNumber whether the header shows the page number
     */
    record PageStart(PageSetup page, List<Paragraph> header, boolean hasPageNumber) implements SourceItem {}

    /**
     * A paragraph, outside of tables or in a cell.
     *
     * @param place the paragraph, or the cell that contains it
     * @param label the automatic number or bullet as it is shown, such as <code>1.</code>; an empty string if there is
     *     none
     * @param runs stretches of text in one look, without the label
     * @param look the effective look of the paragraph: styles, table, numbering and direct formatting applied; what
     *     differs between the runs is unknown
     */
    record Paragraph(Place place, String label, List<Run> runs, Look look) implements SourceItem {

        /** Returns the text of the runs, without the label. */
        public String text() {
            var text = new StringBuilder();
            runs.forEach(run -> text.append(run.text()));
            return text.toString();
        }
    }

    /**
     * A stretch of text in one look.
     *
     * @param look the effective look of the characters
     */
    record Run(String text, Look look, Set<Flag> flags) {

        public Run {
            flags = Set.copyOf(flags);
        }
    }

    /**
     * The start of a table or sheet.
     *
     * @param place the table as a whole
     * @param depth 0 for a table or sheet, 1 for a table in a cell of another table, and so on
     */
    record TableStart(Place.Cell place, int depth, Set<Flag> flags) implements SourceItem {

        public TableStart {
            flags = Set.copyOf(flags);
        }
    }

    /**
     * A row.
     *
     * @param number number of the row in its table or sheet, from 1; empty rows may be left out
     * @param cells cells from left to right, including cells covered by a cell above, but not those covered by a cell
     *     to the left
     */
    record Row(int number, List<Cell> cells, Set<Flag> flags) implements SourceItem {

        public Row {
            flags = Set.copyOf(flags);
        }
    }

    /**
     * A cell.
     *
     * @param column first column, from 0
     * @param columnSpan number of columns, from 1
     * @param merge whether the cell is merged with cells above or below
     * @param kind kind of the stored value
     * @param shown text that a reader of the file sees, with number formats applied; lines are separated by <code>\n
     *     </code>
     * @param stored value that the file stores: a {@link java.math.BigDecimal}, {@link java.time.LocalDateTime},
     *     {@link Boolean} or {@link String}; null for an empty cell
     * @param paragraphs content with its looks; empty if the format has none within cells
     */
    record Cell(
            Place.Cell place,
            int column,
            int columnSpan,
            Merge merge,
            Kind kind,
            String shown,
            @Nullable Object stored,
            List<Paragraph> paragraphs,
            Set<Flag> flags) {

        public Cell {
            flags = Set.copyOf(flags);
        }
    }

    /** Vertical merge of a cell. */
    enum Merge {
        NONE,
        /** The first cell of a merge. */
        START,
        /** Covered by the cell above. */
        CONTINUED
    }

    /** Kind of a stored value. */
    enum Kind {
        BLANK,
        TEXT,
        NUMBER,
        DATE,
        BOOLEAN,
        /** An error of a formula, such as <code>#DIV/0!</code>. */
        ERROR
    }

    /** A property of a piece of a file. */
    enum Flag {
        /** Not shown: a hidden sheet, row, column, or text. */
        HIDDEN,
        STRUCK_OUT,
        /** The value was computed by a formula. */
        FORMULA,
        /** The value is an automatic number. */
        AUTOMATIC_NUMBER,
        /** The text was converted from a legacy encoding of Vietnamese, such as TCVN3 or VNI. */
        CONVERTED,
        /** The text is a tracked insertion. */
        INSERTED
    }

    /** The end of the table that was started last. */
    record TableEnd() implements SourceItem {}

    /**
     * Something that was not read, such as a drawing or a comment.
     *
     * @param what one phrase for the user
     */
    record Skipped(Place place, String what) implements SourceItem {}
}
