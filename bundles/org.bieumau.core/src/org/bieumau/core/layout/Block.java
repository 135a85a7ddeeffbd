/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import org.jspecify.annotations.Nullable;
import java.math.BigDecimal;
import java.util.List;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.text.Span;
import org.bieumau.model.ColumnType;
import org.bieumau.model.DivisionLevel;
import org.eclipse.emf.ecore.EObject;

/**
 * A piece of a laid-out document, the same for every format. A table is a start, rows and an end, so that a long one is
 * never held as a whole. What a block shows leads back to the model by its source, which may be null.
 */
public sealed interface Block {

    /**
     * The pages from here on, numbered from 1; the first shows no number.
     *
     * @param foot what stands at the foot of the first of them, below a line across the page
     */
    record PageStart(PageSetup page, List<Paragraph> foot) implements Block {

        public PageStart(PageSetup page) {
            this(page, List.of());
        }
    }

    /** What may stand on one of two sides. */
    sealed interface SideItem permits Paragraph, Line, Stamp, Braced {}

    /**
     * A paragraph.
     *
     * @param label the marker that it begins with, or null
     * @param keepWithNext whether the page may not end behind it, where its style does not say so already
     */
    record Paragraph(
            Component component, @Nullable Label label, List<Span> spans, boolean keepWithNext, @Nullable EObject source)
            implements Block, SideItem {

        public Paragraph(Component component, List<Span> spans, @Nullable EObject source) {
            this(component, null, spans, false, source);
        }

        public static Paragraph of(Component component, String text, @Nullable EObject source) {
            return new Paragraph(component, List.of(Span.of(text)), source);
        }

        /** The text with its marker, without emphasis. */
        public String text() {
            var text = Span.text(spans);
            return label == null ? text : label.text() + " " + text;
        }

        /** The same, on one page with what follows. */
        public Paragraph keptWithNext() {
            return new Paragraph(component, label, spans, true, source);
        }
    }

    /**
     * The marker of a division, with its number: <code>I.</code>. A blank stands between it and the text.
     *
     * @param bold whether it is bold where the text is not
     */
    record Label(DivisionLevel level, String text, boolean bold) {}

    /**
     * A line in the middle of the width.
     *
     * @param length in mm
     * @param spaceAfter in pt
     */
    record Line(double length, double spaceAfter) implements Block, SideItem {}

    /**
     * A text in a frame.
     *
     * @param width in mm
     * @param height in mm
     * @param alignment where it stands
     * @param colour of text and frame, as 0xRRGGBB
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

    /** Lines with a brace to their right, and what is said of them all. */
    record Braced(List<Paragraph> lines, Paragraph note) implements SideItem {

        /** The part of the width that the lines take; the note has the rest. */
        public static final int LINES_PERCENT = 62;
    }

    /**
     * Two sides, without lines around them, on one page.
     *
     * @param rows what stands on one level
     * @param leftPercent the part of the text width that the left side takes, 1 to 99
     */
    record SideBySide(List<Sides> rows, int leftPercent) implements Block {

        public SideBySide(List<SideItem> left, List<SideItem> right, int leftPercent) {
            this(List.of(new Sides(left, right)), leftPercent);
        }
    }

    /** What stands on the left and on the right, beginning on one level. */
    record Sides(List<SideItem> left, List<SideItem> right) {

        /** The two sides, from left to right. */
        public List<List<SideItem>> both() {
            return List.of(left, right);
        }
    }

    /**
     * A table begins.
     *
     * @param headerRows how many of its first rows repeat on every page
     */
    record TableStart(List<TableColumn> columns, int headerRows, @Nullable EObject source) implements Block {}

    /**
     * A column of a table.
     *
     * @param width in mm
     * @param type what may be entered
     * @param choices the terms to choose from, for {@link ColumnType#CHOICE}
     * @param group columns with the same group, from 1, allow one mark a row; 0 for none
     */
    record TableColumn(double width, ColumnType type, List<String> choices, int group) {}

    /** A row: its cells from left to right, without those that a cell above or to the left covers. */
    record Row(RowKind kind, List<Cell> cells, @Nullable EObject source) implements Block {}

    /** What a row is. */
    enum RowKind {
        HEADER,
        COLUMN_NUMBERS,
        SECTION,
        ENTRY,
        TOTAL
    }

    /**
     * A cell: where it begins and what it covers. This is the one merge plan of all formats.
     *
     * @param column the first column, from 0
     * @param columnSpan how many columns it covers
     * @param rowSpan how many rows it covers
     * @param paragraphs its text
     * @param number the number that the text shows, for formats that compute; null where it shows none
     */
    record Cell(
            int column, int columnSpan, int rowSpan, List<Paragraph> paragraphs, @Nullable BigDecimal number, @Nullable EObject source) {

        /** A cell that shows no number. */
        public Cell(int column, int columnSpan, int rowSpan, List<Paragraph> paragraphs, @Nullable EObject source) {
            this(column, columnSpan, rowSpan, paragraphs, null, source);
        }
    }

    /** The table ends. */
    record TableEnd() implements Block {}
}
