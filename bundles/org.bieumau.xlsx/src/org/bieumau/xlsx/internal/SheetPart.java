/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.sheet.CellNames;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.layout.Block.Chart;
import org.bieumau.core.layout.Block.Line;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.Row;
import org.bieumau.core.layout.Block.RowKind;
import org.bieumau.core.layout.Block.SideBySide;
import org.bieumau.core.layout.Block.TableEnd;
import org.bieumau.core.layout.Blocks;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.Component;
import org.bieumau.core.spi.FormatLimitException;
import org.bieumau.core.spi.Progress;
import org.bieumau.core.text.Span;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.PaperSize;
import org.bieumau.ooxml.internal.XString;
import org.bieumau.ooxml.internal.XmlWriter;
import org.bieumau.xlsx.internal.CellStyles.Border;
import org.bieumau.xlsx.internal.RowHeight.Piece;

/** Writes the sheet row by row, as the layout supplies the rows. */
final class SheetPart {

    /** Minimum height of a table row, in pt. */
    private static final double SMALLEST_ROW = 15;
    /** Line height relative to the font size. */
    private static final double LINE_HEIGHT = 1.28;
    /** Largest height of the empty rows that a chart covers, in pt. */
    private static final double ROW_BELOW_CHART = 20;

    private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;
    /** Number of empty rows below the table with data validation. */
    private static final int SPARE_ROWS = 200;

    private final XmlWriter xml;
    private final Layout layout;
    private final CellStyles styles;
    private final Heading heading;
    private final ChoiceLists lists;
    private final SheetCharts charts;
    private final Progress progress;
    private final int columns;
    private final RowHeight measure;
    private final Merges merges = new Merges();
    /** The row of the sheet written last, from 1. */
    private int sheetRow;
    /**
     * The height of the last row, in quarters of a point and as text. It is kept because many rows have the same
     * height.
     */
    private long lastQuarters = -1;

    private String lastHeight = "";
    /** The last row of the table in the sheet, from 1. */
    private int lastTableRow;
    /** The footnotes of the rows, which are written below the table: a workbook has no footnotes. */
    private final List<Paragraph> notes = new ArrayList<>();

    private final ResolvedTemplate template;
    private final EntryRows entries = new EntryRows();
    private final RowRule.Translation translation;
    private final Totals totals;
    private final ValueCells values;

    SheetPart(
            XmlWriter xml,
            Layout layout,
            CellStyles styles,
            Heading heading,
            ChoiceLists lists,
            SheetCharts charts,
            Progress progress) {
        this.xml = xml;
        this.layout = layout;
        this.styles = styles;
        this.heading = heading;
        this.lists = lists;
        this.charts = charts;
        this.progress = progress;
        this.template = template(layout);
        this.columns = heading.table().columns().size();
        this.translation = RowRule.of(layout, heading.frozenRows() + (template.hasColumnNumberRow() ? 2 : 1));
        this.totals = new Totals(entries, template, translation, isBlank(layout));
        this.values = new ValueCells(xml, styles, template, entries, translation, totals);
        this.measure = new RowHeight(styles, heading.table().columns());
    }

    /** @param blocks the blocks after the heading: the rows of the table */
    void write(Blocks blocks) throws IOException {
        SheetLimits.check(heading.table(), layout);
        xml.start("worksheet").attribute("xmlns", CellStyles.MAIN);
        if (!charts.isEmpty()) {
            xml.attribute("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        }
        xml.start("sheetPr")
                .start("pageSetUpPr")
                .attribute("fitToPage", "1")
                .end()
                .end();
        view();
        xml.start("sheetFormatPr").attribute("defaultRowHeight", "15").end();
        columns();
        xml.start("sheetData");
        for (var paragraph : heading.paragraphs()) {
            paragraphRow(paragraph);
        }
        var rows = 0L;
        for (var block = blocks.next(); block != null; block = blocks.next()) {
            switch (block) {
                case Row row -> {
                    tableRow(row);
                    lastTableRow = sheetRow;
                    addNotes(row);
                    progress.done(++rows);
                }
                case Line line -> emptyRow(line.spaceAfter());
                case SideBySide sides -> foot(sides);
                case TableEnd end -> charts.tableEndsWith(entries);
                case Chart chart -> chart(chart);
                default -> {}
            }
        }
        for (var note : notes) {
            paragraphRow(note);
        }
        xml.end();
        merges.write(xml);
        if (!entries.isEmpty()) {
            checks();
        }
        print();
        if (!charts.isEmpty()) {
            xml.empty("drawing", "r:id", "rId1");
        }
        xml.end();
    }

    // Sheet properties

    private void view() throws IOException {
        var frozen = heading.frozenRows();
        xml.start("sheetViews")
                .start("sheetView")
                .attribute("showGridLines", "0")
                .attribute("workbookViewId", "0");
        xml.start("pane")
                .attribute("ySplit", frozen)
                .attribute("topLeftCell", CellNames.cell(0, frozen + 1))
                .attribute("activePane", "bottomLeft")
                .attribute("state", "frozen")
                .end();
        xml.start("selection").attribute("pane", "bottomLeft").end();
        xml.end().end();
    }

    /**
     * Writes the column widths in Excel's unit: the width of a digit of the default font, 12 pt Times New Roman, which
     * is about 2.12 mm. A width includes the cell padding of 5 pixels.
     */
    private void columns() throws IOException {
        xml.start("cols");
        for (int i = 0; i < columns; i++) {
            var width = heading.table().columns().get(i).width() / 2.12;
            xml.start("col")
                    .attribute("min", i + 1L)
                    .attribute("max", i + 1L)
                    .attribute("width", Double.toString(Math.round(width * 100) / 100.0))
                    .attribute("customWidth", "1")
                    .end();
        }
        xml.end();
    }

    private void print() throws IOException {
        var page = heading.page();
        xml.start("printOptions").attribute("horizontalCentered", "1").end();
        xml.start("pageMargins")
                .attribute("left", inches(page.left()))
                .attribute("right", inches(page.right()))
                .attribute("top", inches(page.top()))
                .attribute("bottom", inches(page.bottom()))
                .attribute("header", inches(page.headerHeight()))
                .attribute("footer", inches(page.headerHeight()))
                .end();
        xml.start("pageSetup")
                .attribute("paperSize", page.paper() == PaperSize.A4 ? "9" : "8")
                .attribute("fitToWidth", "1")
                .attribute("fitToHeight", "0")
                .attribute("orientation", page.landscape() ? "landscape" : "portrait")
                .end();
        xml.start("headerFooter").attribute("differentFirst", "1");
        var number = layout.style(Component.PAGE_NUMBER);
        xml.start("oddHeader")
                .text("&C&\"" + number.typeface() + ",Regular\"&" + Math.round(number.size()) + "&P")
                .end();
        xml.end();
    }

    private static String inches(double millimetres) {
        return Double.toString(Math.round(millimetres / 25.4 * 1000) / 1000.0);
    }

    /** Writes the conditional formats and the data validations. */
    private void checks() throws IOException {
        var rules = translation.rules();
        var priority = 0;
        for (var rule : rules) {
            for (var ranges : ranges(rule.columns(), entries.runs(0))) {
                startConditional(ranges, CellStyles.highlight(rule.severity()), ++priority);
                xml.start("formula")
                        .text(XString.of(rule.broken(ranges.firstRow())))
                        .end();
                xml.end().end();
            }
        }
        priority = numberFormats(priority);
        var validations = new ArrayList<Validation>();
        for (int i = 0; i < columns; i++) {
            for (var ranges : ranges(List.of(i), entries.withoutTexts(i))) {
                Validation.of(heading.table().columns(), i, ranges, rules, lists)
                        .ifPresent(validations::add);
            }
        }
        if (!validations.isEmpty()) {
            xml.start("dataValidations").attribute("count", validations.size());
            for (var validation : validations) {
                validation.write(xml);
            }
            xml.end();
        }
    }

    /**
     * Writes the conditional formats that show all decimals of a number that is changed, and none of a whole number.
     *
     * @return the priority of the last one
     */
    private int numberFormats(int lastPriority) throws IOException {
        var priority = lastPriority;
        var numeric = template.columns().stream()
                .filter(column -> values.format(column) == NumberFormat.DECIMALS)
                .map(Leaf::index)
                .toList();
        if (!numeric.isEmpty()) {
            var firstEntry = entries.runs(0).getFirst().first();
            var all = ranges(numeric, List.of(new EntryRows.Run(firstEntry, lastTableRow)))
                    .getFirst();
            var cell = CellNames.cell(numeric.getFirst(), firstEntry);
            for (var format : List.of(NumberFormat.WHOLE, NumberFormat.DECIMALS)) {
                startConditional(all, CellStyles.switched(format), ++priority);
                xml.start("formula")
                        .text("IF(ISNUMBER(" + cell + "),INT(" + cell + ")"
                                + (format == NumberFormat.WHOLE ? "=" : "<>") + cell + ")")
                        .end();
                xml.end().end();
            }
        }
        return priority;
    }

    private void startConditional(CellRanges ranges, int format, int priority) throws IOException {
        xml.start("conditionalFormatting").attribute("sqref", ranges.text());
        xml.start("cfRule")
                .attribute("type", "expression")
                .attribute("dxfId", format)
                .attribute("priority", priority);
    }

    /**
     * Returns the cells of some columns in some rows, and in the spare rows below the table. Rows below the table are
     * spare only if nothing follows it.
     */
    private List<CellRanges> ranges(List<Integer> ofColumns, List<EntryRows.Run> runs) {
        var all = new ArrayList<>(runs);
        if (lastTableRow == sheetRow) {
            var adjoins = !all.isEmpty() && all.getLast().last() == sheetRow;
            var first = adjoins ? all.removeLast().first() : sheetRow + 1;
            var last = Math.min(sheetRow + SPARE_ROWS, CellNames.ROWS);
            if (first <= last) {
                all.add(new EntryRows.Run(first, last));
            }
        }
        return CellRanges.of(ofColumns, all);
    }

    // Rows

    private void paragraphRow(Paragraph paragraph) throws IOException {
        sheetRow++;
        var height = measure.of(List.of(paragraph), 0, columns);
        startRow(Math.min(height + 4, SheetLimits.HIGHEST_ROW));
        cell(0, paragraph.component(), Border.NONE, List.of(paragraph));
        xml.end();
        if (columns > 1) {
            merges.add(0, sheetRow, columns - 1, sheetRow);
        }
    }

    private void addNotes(Row row) {
        for (var cell : row.cells()) {
            for (int i = 0; i < cell.paragraphs().size(); i++) {
                notes.addAll(cell.paragraphs().get(i).notes());
            }
        }
    }

    private void emptyRow(double height) throws IOException {
        sheetRow++;
        startRow(height);
        xml.end();
    }

    /** Leaves room for a chart, which floats over the rows, and writes its caption. */
    private void chart(Chart chart) throws IOException {
        charts.below(sheetRow);
        var height = chart.height() * POINTS_PER_MILLIMETRE;
        var count = (int) Math.ceil(height / ROW_BELOW_CHART);
        for (int i = 0; i < count; i++) {
            emptyRow(height / count);
        }
        paragraphRow(chart.caption());
    }

    private void foot(SideBySide sides) throws IOException {
        for (var row : new FootRows(styles, heading.table().columns()).of(sides)) {
            if (row.room() > 0) {
                emptyRow(row.room());
            }
            sheetRow++;
            var height = SMALLEST_ROW;
            for (var cell : row.cells()) {
                height = Math.max(height, measure.of(cell.paragraphs(), cell.column(), cell.span()));
            }
            startRow(Math.min(height, SheetLimits.HIGHEST_ROW));
            for (var cell : row.cells()) {
                var component = cell.paragraphs().isEmpty()
                        ? Component.SIGNER
                        : cell.paragraphs().getFirst().component();
                cell(cell.column(), component, Border.NONE, cell.paragraphs());
                if (cell.span() > 1) {
                    merges.add(cell.column(), sheetRow, cell.column() + cell.span() - 1, sheetRow);
                }
            }
            xml.end();
        }
    }

    /** Writes a row of the table. If it is higher than Excel allows, it is split into several sheet rows. */
    private void tableRow(Row row) throws IOException {
        if (row.kind() == RowKind.SECTION) {
            totals.startSection();
        }
        var cells = row.cells();
        var pieces = new ArrayList<List<Piece>>(cells.size());
        var sheetRows = 1;
        for (var cell : cells) {
            var split = SheetLimits.pieces(cell, measure);
            pieces.add(split);
            sheetRows = Math.max(sheetRows, split.size());
        }
        var first = sheetRow + 1;
        for (int part = 0; part < sheetRows; part++) {
            sheetRow++;
            var height = SMALLEST_ROW;
            for (var cell : pieces) {
                height = Math.max(height, piece(cell, part).height());
            }
            startRow(Math.min(height, SheetLimits.HIGHEST_ROW));
            var covered = 0;
            for (int i = 0; i < cells.size(); i++) {
                var cell = cells.get(i);
                emptyCells(covered, cell.column());
                var content = piece(pieces.get(i), part).paragraphs();
                var border = Border.of(part, pieces.get(i).size() > 1 ? sheetRows : 1);
                var component = cell.paragraphs().isEmpty()
                        ? Component.FORM_TEXT
                        : cell.paragraphs().getFirst().component();
                if (part > 0 || !values.write(row, cell, sheetRow)) {
                    cell(cell.column(), component, border, content);
                }
                for (int c = cell.column() + 1; c < cell.column() + cell.columnSpan(); c++) {
                    cell(c, component, border, List.of());
                }
                covered = cell.column() + cell.columnSpan();
            }
            emptyCells(covered, columns);
            xml.end();
        }
        switch (row.kind()) {
            case ENTRY -> {
                for (int i = 0; i < cells.size(); i++) {
                    totals.split(cells.get(i).column(), pieces.get(i).size() - 1);
                }
                entries.add(first, sheetRow);
                totals.count(first, sheetRow);
            }
            case DETAIL -> {
                entries.add(first, sheetRow);
                totals.leaveOut();
            }
            case SUBTOTAL -> totals.endSection(sheetRow);
            default -> {}
        }
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            var lastRow = cell.rowSpan() > 1
                    ? first + cell.rowSpan() - 1
                    : pieces.get(i).size() > 1 ? first : sheetRow;
            if (lastRow > first || cell.columnSpan() > 1) {
                merges.add(cell.column(), first, cell.column() + cell.columnSpan() - 1, lastRow);
            }
        }
    }

    private static Piece piece(List<Piece> pieces, int part) {
        return part < pieces.size() ? pieces.get(part) : Piece.EMPTY;
    }

    private void startRow(double height) throws IOException {
        if (sheetRow > CellNames.ROWS) {
            throw new FormatLimitException(List.of(SheetLimits.rows(layout)));
        }
        var quarters = Math.round(height * 4);
        if (quarters != lastQuarters) {
            lastQuarters = quarters;
            lastHeight = Double.toString(quarters / 4.0);
        }
        xml.start("row").attribute("r", sheetRow).attribute("ht", lastHeight).attribute("customHeight", "1");
    }

    private void emptyCells(int from, int to) throws IOException {
        for (int column = from; column < to; column++) {
            cell(column, Component.FORM_HEADER, Border.ALL, List.of());
        }
    }

    /**
     * Writes a cell with an inline string, which is never a formula, whatever it starts with. A cell without text is
     * empty, since an empty string counts as a value in Excel.
     */
    private void cell(int column, Component component, Border border, List<Paragraph> paragraphs) throws IOException {
        xml.start("c")
                .attribute("r", CellNames.column(column), sheetRow)
                .attribute("s", styles.index(component, border));
        if (hasText(paragraphs)) {
            if (SheetLimits.isTooLong(paragraphs)) {
                throw new FormatLimitException(List.of(SheetLimits.text(paragraphs, layout)));
            }
            xml.attribute("t", "inlineStr").start("is");
            if (paragraphs.size() == 1
                    && paragraphs.getFirst().spans().size() == 1
                    && isPlain(paragraphs.getFirst().spans().getFirst())) {
                plainText(text(paragraphs.getFirst().spans().getFirst(), component));
            } else {
                runs(paragraphs);
            }
            xml.end();
        }
        xml.end();
    }

    private static boolean hasText(List<Paragraph> paragraphs) {
        for (int i = 0; i < paragraphs.size(); i++) {
            if (!paragraphs.get(i).text().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the template of a form, or the element itself if it is one. */
    static ResolvedTemplate template(Layout layout) {
        return ResolvedTemplate.of(
                layout.element() instanceof Form form ? form.getTemplate() : (FormTemplate) layout.element());
    }

    /** Returns whether the element is a template or a blank form, to be filled in by others. */
    static boolean isBlank(Layout layout) {
        return layout.element() instanceof FormTemplate || layout.element() instanceof Form form && form.isBlank();
    }

    private static boolean isPlain(Span span) {
        return !span.bold() && !span.italic() && !span.superscript();
    }

    private String text(Span span, Component component) {
        return styles.style(component).capitals() ? VietnameseText.capitals(span.text()) : span.text();
    }

    private void plainText(String text) throws IOException {
        xml.start("t");
        if (!text.equals(text.strip())) {
            xml.attribute("xml:space", "preserve");
        }
        xml.text(XString.of(text)).end();
    }

    private void runs(List<Paragraph> paragraphs) throws IOException {
        for (int i = 0; i < paragraphs.size(); i++) {
            var paragraph = paragraphs.get(i);
            var style = styles.style(paragraph.component());
            var spans = new ArrayList<>(paragraph.spans());
            if (i < paragraphs.size() - 1) {
                if (spans.isEmpty()) {
                    spans.add(Span.of("\n"));
                } else {
                    spans.add(
                            spans.removeLast().with(paragraph.spans().getLast().text() + "\n"));
                }
            }
            for (var span : spans) {
                xml.start("r");
                styles.font(xml, "rPr", style, span);
                plainText(text(span, paragraph.component()));
                xml.end();
            }
        }
    }

    /** Returns the height of a line in pt for a font size in pt. */
    static double lineHeight(double size) {
        return size * LINE_HEIGHT;
    }
}
