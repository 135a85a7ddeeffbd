/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.FormatLimitException;
import org.bieumau.core.spi.Progress;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Severity;
import org.bieumau.ooxml.internal.OoxmlPackage;

/** Exports forms as Excel workbooks (XLSX): a sheet for the form and one for each of its lists, set up for printing. */
public final class XlsxExporter implements Exporter {

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String WORKBOOK = "/xl/workbook.xml";
    private static final String SHEET = "/xl/worksheets/sheet1.xml";
    private static final String CHOICES = "/xl/worksheets/sheet2.xml";
    private static final String FIGURES = "/xl/worksheets/sheet3.xml";
    private static final String MORE = "/xl/worksheets/list";
    private static final String STYLES = "/xl/styles.xml";
    /** Number of rules, columns or numbers that a problem lists. */
    private static final int MOST_PARTS = 20;

    @Override
    public String id() {
        return "xlsx";
    }

    @Override
    public String title() {
        return "Microsoft Excel (XLSX)";
    }

    @Override
    public boolean accepts(Layout layout) {
        return layout.element() instanceof Form || layout.element() instanceof FormTemplate;
    }

    /**
     * Returns findings about rules that Excel does not check in a blank form, columns that it does not compute, numbers
     * with too many digits.
     *
     * @throws FormatLimitException if the layout exceeds the limits of a sheet
     */
    @Override
    public List<Finding> leftOut(Layout layout) throws FormatLimitException {
        var limits = new SheetLimits(layout);
        var numbers = new LongNumbers(layout);
        try (var blocks = layout.open()) {
            for (var block = blocks.next(); block != null; block = blocks.next()) {
                limits.find(block);
                numbers.find(block);
            }
        } catch (IOException e) {
            // The export itself reports that the rows cannot be read.
        }
        limits.check();
        var findings = new ArrayList<Finding>();
        for (var list : layout.lists()) {
            findings.addAll(leftOut(list));
        }
        var translation = RowRule.of(layout, 1);
        if (SheetPart.isBlank(layout)) {
            var names = Stream.concat(translation.unchecked().stream(), translation.uncomputed().stream())
                    .toList();
            add(findings, "EXPORT-RULE", Severity.INFO, names, layout);
        } else {
            add(findings, "EXPORT-FORMULA", Severity.INFO, translation.uncomputed(), layout);
            add(findings, "EXPORT-DIGITS", Severity.WARNING, numbers.found(), layout);
        }
        return findings;
    }

    private static void add(List<Finding> findings, String code, Severity severity, List<String> parts, Layout layout) {
        if (!parts.isEmpty()) {
            var text = String.join(", ", parts.subList(0, Math.min(parts.size(), MOST_PARTS)))
                    + (parts.size() > MOST_PARTS ? ", …" : "");
            findings.add(Finding.of(code, severity, layout.element(), null, text));
        }
    }

    @Override
    public void export(Layout layout, OutputStream out, Progress progress) throws IOException {
        var file = new OoxmlPackage(layout.title(), layout.author(), layout.day());
        var styles = new CellStyles(layout);
        var more = new ArrayList<ListSheet>();
        try (var blocks = layout.open()) {
            var heading = Heading.read(blocks);
            var choices = new ChoiceLists(heading.table().columns());
            var name = WorkbookPart.sheetName(heading, List.of());
            var charts = new SheetCharts(layout.charts(), name);
            open(layout.lists(), name, more);
            file.part(
                    WORKBOOK, TYPE + "sheet.main+xml", xml -> WorkbookPart.write(xml, heading, more, choices, charts));
            file.part(STYLES, TYPE + "styles+xml", styles::write);
            file.part(
                    SHEET,
                    TYPE + "worksheet+xml",
                    xml -> new SheetPart(xml, layout, styles, heading, choices, charts, progress).write(blocks));
            file.relate(null, "officeDocument", WORKBOOK);
            file.relate(WORKBOOK, "worksheet", SHEET);
            for (int i = 0; i < more.size(); i++) {
                var sheet = more.get(i);
                var part = MORE + (i + 1) + ".xml";
                file.part(part, TYPE + "worksheet+xml", xml -> sheet.write(xml, styles, progress));
                file.relate(WORKBOOK, "worksheet", part);
            }
            if (choices.needSheet()) {
                file.part(CHOICES, TYPE + "worksheet+xml", choices::write);
                file.relate(WORKBOOK, "worksheet", CHOICES);
            }
            if (!charts.isEmpty()) {
                file.part(FIGURES, TYPE + "worksheet+xml", charts::writeSheet);
                file.relate(WORKBOOK, "worksheet", FIGURES);
                charts.addParts(file, SHEET, layout, heading.table().columns());
            }
            file.relate(WORKBOOK, "styles", STYLES);
            file.save(out);
        } finally {
            for (var sheet : more) {
                sheet.close();
            }
        }
    }

    /** @param first the name of the sheet of the form */
    private static void open(List<Layout> lists, String first, List<ListSheet> sheets) throws IOException {
        var names = new ArrayList<>(List.of(first, ChoiceLists.sheet(), SheetCharts.SHEET));
        for (var list : lists) {
            var sheet = ListSheet.open(list, names);
            sheets.add(sheet);
            names.add(sheet.name());
        }
    }
}
