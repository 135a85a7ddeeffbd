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
     * The start of pages with the given dimensions, that is of a section.
     *
     * @param header paragraphs of the page header, without the page number
     * @param hasPageNumber whether the header shows the page number
     * @param footer paragraphs of the page footer, without the page number
     * @param hasPageNumberBelow whether the footer shows the page number
     * @param firstPage paragraphs of the header and the footer of the first page, if <code>isFirstDifferent</code>
     * @param isFirstDifferent whether the first page has a header and a footer of its own, or none
     * @param isContinuous whether the section begins on the page on which the previous one ends
     * @param number how the page number is shown; null if the pages have none
     */
    record PageStart(
            PageSetup page,
            List<Paragraph> header,
            boolean hasPageNumber,
            List<Paragraph> footer,
            boolean hasPageNumberBelow,
            List<Paragraph> firstPage,
            boolean isFirstDifferent,
            boolean isContinuous,
            @Nullable PageNumber number)
            implements SourceItem {

        /** Creates pages without a footer, whose first one is like the others. */
        public PageStart(PageSetup page, List<Paragraph> header, boolean hasPageNumber) {
            this(page, header, hasPageNumber, List.of(), false, List.of(), false, false, null);
        }
    }

    /**
     * The page number of a section.
     *
     * @param look the effective look of the number; null if it is not known
     * @param isOnFirstPage whether the first page of the section shows it
     * @param first number of the first page of the section; 0 if the numbers of the section before go on
     */
    record PageNumber(@Nullable Look look, boolean isOnFirstPage, int first) {}

    /**
     * A paragraph, outside of tables or in a cell. A paragraph without text may show a rule, or separate others.
     *
     * @param place the paragraph, or the cell that contains it
     * @param label the automatic number or bullet as it is shown, such as <code>1.</code>; an empty string if there is
     *     none
     * @param runs stretches of text in one look, without the label
     * @param look the effective look of the paragraph: styles, table, numbering and direct formatting applied; what
     *     differs between the runs is unknown
     * @param setting position and style
     * @param anchor where the paragraph is stored; null if the file cannot be amended
     */
    record Paragraph(
            Place place,
            String label,
            List<Run> runs,
            Look look,
            Setting setting,
            Set<Flag> flags,
            @Nullable Anchor anchor)
            implements SourceItem {

        public Paragraph {
            flags = Set.copyOf(flags);
        }

        /** Creates a paragraph of a file that cannot be amended. */
        public Paragraph(Place place, String label, List<Run> runs, Look look, Setting setting, Set<Flag> flags) {
            this(place, label, runs, look, setting, flags, null);
        }

        /** Creates a paragraph without indents, tab stops and rules. */
        public Paragraph(Place place, String label, List<Run> runs, Look look) {
            this(place, label, runs, look, Setting.NONE, Set.of(), null);
        }

        /** Returns the text that is shown, without the label and the numbers of notes. */
        public String text() {
            if (runs.size() == 1 && runs.getFirst().flags().isEmpty()) {
                return runs.getFirst().text();
            }
            var text = new StringBuilder();
            for (var run : runs) {
                if (!run.flags().contains(Flag.HIDDEN) && !run.flags().contains(Flag.NOTE)) {
                    text.append(run.text());
                }
            }
            return text.toString();
        }
    }

    /**
     * Where a paragraph is stored, for an {@link Amender}.
     *
     * @param part name of the part of the file
     * @param element number of its element in the part, from 1, in the order of the start tags
     * @param offset number of characters of the element's text that precede the paragraph, which may be one of several
     *     texts in a line
     */
    record Anchor(String part, int element, int offset) {

        /** Returns the place of a text that follows some characters of the paragraph. */
        public Anchor after(int characters) {
            return characters == 0 ? this : new Anchor(part, element, offset + characters);
        }
    }

    /**
     * The position and style of a paragraph, besides its look.
     *
     * @param style name of the paragraph style, as the program lists it; an empty string if the file has no styles
     * @param outlineLevel level of a heading from 1; 0 for text
     * @param leftIndent distance of the lines from the left margin or edge of the cell, in mm
     * @param rightIndent distance of the lines from the right margin or edge of the cell, in mm
     * @param tabStops tab stops from left to right, without default ones
     * @param rules lines across the paragraph or beside it
     */
    record Setting(
            String style,
            int outlineLevel,
            double leftIndent,
            double rightIndent,
            List<TabStop> tabStops,
            List<Rule> rules) {

        public static final Setting NONE = new Setting("", 0, 0, 0, List.of(), List.of());
    }

    /**
     * A tab stop.
     *
     * @param position distance from the left margin or edge of the cell, in mm
     * @param alignment alignment of the text after the tab; {@link Look.Alignment#RIGHT} for decimal tabs, too
     */
    record TabStop(double position, Look.Alignment alignment) {}

    /**
     * A horizontal line that belongs to a paragraph, such as the one below the motto.
     *
     * @param length in mm; 0 if it is not known
     */
    record Rule(Kind kind, double length) {

        /** How a line is made. */
        public enum Kind {
            BORDER_ABOVE,
            BORDER_BELOW,
            /** A drawing that is anchored in the paragraph; its height on the page is not known. */
            DRAWN,
            /** The text of the paragraph consists of underscores or dashes. */
            TYPED
        }
    }

    /**
     * A stretch of text in one look. A tab is <code>\t</code>, a line break <code>\n</code>.
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
     * @param within the cell that contains the table; null for depth 0. A nested table follows the row of this cell
     * @param above number of paragraphs of this cell that stand above the nested table
     * @param widths widths of the columns in mm, as far as they are known
     */
    record TableStart(Place place, int depth, @Nullable Place within, int above, List<Double> widths, Set<Flag> flags)
            implements SourceItem {

        public TableStart {
            flags = Set.copyOf(flags);
        }

        /** Creates the start of a table below all paragraphs of the cell that contains it. */
        public TableStart(Place place, int depth, @Nullable Place within, List<Double> widths, Set<Flag> flags) {
            this(place, depth, within, within == null ? 0 : Integer.MAX_VALUE, widths, flags);
        }

        /** Creates the start of a table whose widths are not known. */
        public TableStart(Place place, int depth, Set<Flag> flags) {
            this(place, depth, null, List.of(), flags);
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
            Place place,
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
        /** The file stores tone marks apart from their letters. */
        DECOMPOSED,
        /** The text, row or cell is a tracked insertion, or was moved here. */
        INSERTED,
        SUPERSCRIPT,
        SUBSCRIPT,
        /**
         * A footnote or endnote, or its number in the text. A note follows the paragraph or table that refers to it.
         */
        NOTE,
        /** The paragraph is in a text box, which is anchored in the paragraph after it. */
        TEXT_BOX,
        /** The paragraph begins on a new page, or contains a page break. */
        NEW_PAGE,
        /** The prompt of an empty content control, such as "Click here to enter text". */
        PLACEHOLDER,
        /** The cell has a visible border. */
        BORDERED,
        /** The row is repeated at the top of each page. */
        REPEATED
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
