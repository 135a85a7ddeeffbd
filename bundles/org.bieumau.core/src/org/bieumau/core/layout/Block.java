/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.text.Span;
import org.bieumau.model.ChartKind;
import org.bieumau.model.ColumnType;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.PartialDate;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a laid-out document, the same for every format. A table is a start, rows and an end, so that a long table
 * is never held in memory as a whole. The source of a block is the model element that it shows; it may be null.
 */
public sealed interface Block {

    /**
     * The start of pages with the given dimensions. They are numbered from 1; the first shows no number.
     *
     * @param foot paragraphs at the foot of the first page, below a line across the page
     */
    record PageStart(PageSetup page, List<Paragraph> foot) implements Block {

        public PageStart(PageSetup page) {
            this(page, List.of());
        }
    }

    /**
     * Paragraphs at the foot of the current page, which is the last page since the last {@link PageStart}.
     *
     * @param distance distance from the lower edge of the page to the last paragraph, in mm
     * @param ruled whether there is a line across the page above them
     */
    record PageEnd(List<Paragraph> paragraphs, double distance, boolean ruled) implements Block {}

    /**
     * A stamp in the top margin of the current page, which is the first page since the last {@link PageStart}.
     *
     * @param distance distance from the upper edge of the page to the frame of the stamp, in mm
     */
    record PageTop(Stamp stamp, double distance) implements Block {}

    /** An item of a column of {@link SideBySide}. */
    sealed interface SideItem permits Paragraph, Line, Stamp, Braced {}

    /**
     * A paragraph.
     *
     * @param label marker at the beginning, or null
     * @param keepWithNext whether the paragraph is kept on one page with the next block; its look can require this, too
     */
    record Paragraph(
            Component component,
            @Nullable Label label,
            List<Span> spans,
            boolean keepWithNext,
            @Nullable EObject source)
            implements Block, SideItem {

        /** Maximum length of a quotation, in UTF-16 code units. */
        private static final int QUOTATION = 40;

        public Paragraph(Component component, List<Span> spans, @Nullable EObject source) {
            this(component, null, spans, false, source);
        }

        /** Returns a paragraph of plain text. */
        public static Paragraph of(Component component, String text, @Nullable EObject source) {
            return new Paragraph(component, List.of(Span.of(text)), source);
        }

        /** Returns the text with its marker, without emphasis. */
        public String text() {
            var text = Span.text(spans);
            return label == null ? text : label.text() + " " + text;
        }

        /** Returns the beginning of the text, for a message. */
        public String quotation() {
            var text = text();
            return text.length() <= QUOTATION ? text : text.substring(0, QUOTATION) + "…";
        }

        /** Returns the footnotes of the text, in order: each begins with its number, as in its reference. */
        public List<Paragraph> notes() {
            if (!hasNotes()) {
                return List.of();
            }
            return spans.stream()
                    .filter(span -> span.note() != null)
                    .map(span -> {
                        var note = new ArrayList<Span>();
                        note.add(new Span(span.text(), false, false, true));
                        note.add(Span.of(" "));
                        note.addAll(span.note());
                        return new Paragraph(Component.FOOTNOTE, note, source);
                    })
                    .toList();
        }

        /** Returns whether the text refers to a footnote. */
        boolean hasNotes() {
            for (int i = 0; i < spans.size(); i++) {
                if (spans.get(i).note() != null) {
                    return true;
                }
            }
            return false;
        }

        /** Returns this paragraph, kept on one page with the next block. */
        public Paragraph keptWithNext() {
            return new Paragraph(component, label, spans, true, source);
        }
    }

    /**
     * The marker of a division, with its number, such as <code>I.</code>. A space separates it from the text.
     *
     * @param bold whether the marker is bold even if the text is not
     */
    record Label(DivisionLevel level, String text, boolean bold) {}

    /**
     * A centred line.
     *
     * @param length length in mm
     * @param spaceAfter space after the line in pt
     */
    record Line(double length, double spaceAfter) implements Block, SideItem {}

    /**
     * A text in a frame.
     *
     * @param width width in mm
     * @param height height in mm
     * @param alignment position of the frame in the line
     * @param colour colour of text and frame, as 0xRRGGBB
     */
    record Stamp(
            Component component,
            String text,
            double width,
            double height,
            Look.Alignment alignment,
            int colour,
            @Nullable EObject source)
            implements Block, SideItem {}

    /** Lines with a brace to their right, followed by a note that applies to all of them. */
    record Braced(List<Paragraph> lines, Paragraph note) implements SideItem {

        /** Width of the lines in percent; the rest is for the note. */
        public static final int LINES_PERCENT = 62;
    }

    /**
     * Rows of columns without borders, kept on one page.
     *
     * @param rows from top to bottom
     */
    record SideBySide(List<Sides> rows) implements Block {

        /** Creates a single row of two columns. */
        public SideBySide(List<SideItem> left, List<SideItem> right, int leftPercent) {
            this(List.of(new Sides(left, right, leftPercent)));
        }
    }

    /**
     * The items of a row, which begin at the same height.
     *
     * @param columns items of each column, from left to right
     * @param percents widths of the columns in percent of the text width; their sum is 100
     */
    record Sides(List<List<SideItem>> columns, List<Integer> percents) {

        public Sides(List<SideItem> left, List<SideItem> right, int leftPercent) {
            this(List.of(left, right), List.of(leftPercent, 100 - leftPercent));
        }
    }

    /**
     * The start of a table.
     *
     * @param headerRows number of rows at the beginning that are repeated on every page
     * @param scale size of the text in the cells, relative to their look: 1, or less if the columns are narrow
     * @param title title for screen readers; empty if the table has none
     * @param description size and columns of the table, for screen readers
     */
    record TableStart(
            List<TableColumn> columns,
            int headerRows,
            double scale,
            String title,
            String description,
            @Nullable EObject source)
            implements Block {

        /**
         * Returns the table for formats that scale the page to the table: with wider columns instead of smaller text.
         */
        public TableStart enlarged() {
            return scale == 1
                    ? this
                    : new TableStart(
                            columns.stream()
                                    .map(column -> new TableColumn(
                                            column.width() / scale, column.type(), column.choices(), column.group()))
                                    .toList(),
                            headerRows,
                            1,
                            title,
                            description,
                            source);
        }
    }

    /**
     * A column of a table.
     *
     * @param width width in mm
     * @param type type of the values that can be entered
     * @param choices terms to choose from, for {@link ColumnType#CHOICE}
     * @param group number of the group, from 1; columns of a group allow one mark in each row. 0 if there is no group
     */
    record TableColumn(double width, ColumnType type, List<String> choices, int group) {}

    /** A row: its cells from left to right, without those covered by a cell above or to the left. */
    record Row(RowKind kind, List<Cell> cells, @Nullable EObject source) implements Block {}

    /** The kind of a row. */
    enum RowKind {
        HEADER,
        COLUMN_NUMBERS,
        SECTION,
        ENTRY,
        /** A row that totals do not count: a heading, or a row that divides the number of a row above it. */
        DETAIL,
        /** The subtotal below a section. */
        SUBTOTAL,
        /** The total at the end of the table. */
        TOTAL;

        /** Returns whether the row shows what was filled in. */
        public boolean isEntry() {
            return this == ENTRY || this == DETAIL;
        }
    }

    /**
     * A cell with its column and span. Merged cells are the same in all formats.
     *
     * @param column first column, from 0
     * @param columnSpan number of columns, from 1
     * @param rowSpan number of rows, from 1
     * @param value number or date that the text shows, for formats that compute; null if it shows none
     */
    record Cell(
            int column,
            int columnSpan,
            int rowSpan,
            List<Paragraph> paragraphs,
            @Nullable CellValue value,
            @Nullable EObject source) {

        /** Creates a cell that shows neither a number nor a date. */
        public Cell(int column, int columnSpan, int rowSpan, List<Paragraph> paragraphs, @Nullable EObject source) {
            this(column, columnSpan, rowSpan, paragraphs, null, source);
        }
    }

    /** The value of a cell, for formats that compute. */
    sealed interface CellValue permits Amount, Day {}

    /**
     * A number. A mean has the scale to which it is rounded.
     *
     * @param number the number
     */
    record Amount(BigDecimal number) implements CellValue {}

    /**
     * A date.
     *
     * @param date the date; day and month may be open
     */
    record Day(PartialDate date) implements CellValue {}

    /**
     * A chart, with its caption below it.
     *
     * @param number number of the chart in its document or form, from 1
     * @param title title after the number; empty if it has none
     * @param stacked whether the series of columns or bars are stacked
     * @param categories names of the categories
     * @param series the series, each with a value for each category
     * @param measureUnit unit of measurement of the values; empty if there is none
     * @param width width in mm, at most the text width of the page
     * @param height height in mm without the caption
     * @param alternative text for readers who cannot see the chart
     * @param categoryColumn column of the table above that names the categories, if each of its rows is one; else -1
     */
    record Chart(
            int number,
            String title,
            ChartKind kind,
            boolean stacked,
            List<String> categories,
            List<Series> series,
            String measureUnit,
            double width,
            double height,
            String alternative,
            int categoryColumn,
            @Nullable EObject source)
            implements Block {

        /** Word that begins the caption. */
        private static final String LABEL = "Biểu đồ ";

        /** Returns the caption, such as <code>Biểu đồ 1. Số mô hình theo đơn vị</code>. */
        public Paragraph caption() {
            return Paragraph.of(
                    Component.CHART_CAPTION, LABEL + number + (title.isEmpty() ? "" : ". " + title), source);
        }

        /** Returns this chart with another number. */
        Chart numbered(int other) {
            return new Chart(
                    other,
                    title,
                    kind,
                    stacked,
                    categories,
                    series,
                    measureUnit,
                    width,
                    height,
                    alternative,
                    categoryColumn,
                    source);
        }

        /** Returns whether a legend is needed to tell the series or parts apart. */
        public boolean hasLegend() {
            return kind == ChartKind.PIE || series.size() > 1;
        }
    }

    /**
     * A series of a chart.
     *
     * @param title name in the legend
     * @param values a value for each category; null if there is none
     * @param column column of the table above that has these values in its rows, if {@link Chart#categoryColumn} names
     *     the categories; else -1
     */
    record Series(String title, List<@Nullable BigDecimal> values, int column) {}

    /** The end of a table. */
    record TableEnd() implements Block {}
}
